"""Text in an XML element: escaped, or in CDATA sections, or both."""

import re
from html import unescape

from tms.formats.embedded import Edges, Embedded, build_embedded

_PIECE = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|&(?P<entity>#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);", re.DOTALL
)
_SECTION_END = "]]>"
_SECTION_SPLIT = "]]><![CDATA["
# Characters that no XML file can carry (XML 1.0, 2.2), not even as a reference.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def decode_xml(source: str, start: int, end: int) -> Embedded:
    """The text of an element whose content stands from `start` to `end` in well-formed XML and holds no element."""
    pieces: list[tuple[str, int, int, bool]] = []
    position = start
    for found in _PIECE.finditer(source, start, end):
        pieces.append((source[position : found.start()], position, found.start(), False))
        if found["cdata"] is not None:
            pieces.append((found["cdata"], *found.span("cdata"), True))
        elif found["entity"] is not None:
            pieces.append((_decode_entity(found), *found.span(), False))
        position = found.end()
    pieces.append((source[position:end], position, end, False))
    return build_embedded(source, pieces, encode_xml)


def read_xml(content: str) -> str:
    """The text of an element, where its places do not matter."""
    if "&" not in content and "<" not in content:
        return content
    return decode_xml(content, 0, len(content)).text


def encode_xml(form: str, edges: Edges) -> str:
    """The form in the file: in a CDATA section where it stood in one, else escaped; without what XML cannot carry."""
    form = drop_forbidden(form)
    if not edges.starts_in_cdata:
        return form.translate(_ESCAPES) + ("<![CDATA[" if edges.ends_in_cdata else "")
    if not edges.ends_in_cdata:
        return _split_section(edges.before, form, "") + _SECTION_END
    return _split_section(edges.before, form, edges.after)


def drop_forbidden(text: str) -> str:
    """The text without what no XML file can carry."""
    return _FORBIDDEN.sub("", text)


def escape_xml(text: str) -> str:
    """The text as the content of an element."""
    return drop_forbidden(text).translate(_ESCAPES)


def _decode_entity(found: re.Match[str]) -> str:
    # What is no character by HTML's rules still is one in XML.
    number = found["entity"].removeprefix("#")
    if number == found["entity"]:
        return unescape(found[0])
    return chr(int(number.removeprefix("x"), 16 if number.startswith("x") else 10))


def _split_section(before: str, form: str, after: str) -> str:
    """The form with every `]]>` cut in two, also those that it makes with its neighbours."""
    head = _SECTION_SPLIT if _SECTION_END in before + form[:2] else ""
    joined = form if head else before + form
    tail = _SECTION_SPLIT if _SECTION_END in joined[-2:] + after else ""
    return head + form.replace(_SECTION_END, f"]]{_SECTION_SPLIT}>") + tail
