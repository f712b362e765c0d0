"""The text of an XLIFF source or target, its inline elements as the code that they stand for."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tms.exchange.xml import local_name


def flatten(element: Element, codes: Mapping[str, str]) -> str:
    """The text of an element; `codes` is the original data of its unit by id (XLIFF 2)."""
    return "".join(_pieces(element, codes))


def _pieces(element: Element, codes: Mapping[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        before, after = _codes_around(child, codes)
        yield before
        yield from _pieces(child, codes)
        yield after
        yield child.tail or ""


def _codes_around(element: Element, codes: Mapping[str, str]) -> tuple[str, str]:
    """The code in front of and behind the content of an inline element.

    XLIFF 1.2 has the code of bpt, ept, ph, it as content; x, bx, ex only name an equivalent text. XLIFF 2 names
    original data, or an equivalent text.
    """
    name = local_name(element)
    if name == "cp":
        return _character(element.get("hex", "")), ""
    if name == "pc":
        return (
            _code(element, codes, data="dataRefStart", equivalent="equivStart"),
            _code(element, codes, data="dataRefEnd", equivalent="equivEnd"),
        )
    has_own_text = bool(element.text) or len(element) > 0
    if name in ("ph", "sc", "ec", "x", "bx", "ex") and not has_own_text:
        old = element.get("equiv-text", "")
        return _code(element, codes, data="dataRef", equivalent="equiv") or old, ""
    return "", ""


def _code(element: Element, codes: Mapping[str, str], *, data: str, equivalent: str) -> str:
    return codes.get(element.get(data, ""), "") or element.get(equivalent, "")


def _character(digits: str) -> str:
    try:
        code = int(digits, 16)
    except ValueError:
        return ""
    return chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
