"""TMX 1.4: translation memories, read as pairs or as a bilingual file, and written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from tms.errors import InputError
from tms.exchange.texts import require_encodable
from tms.exchange.xliff_inline import flatten
from tms.exchange.xml import XML_LANG, escape_attribute, escape_text, find_child, local_name, parse_xml
from tms.values import BilingualEntry, BilingualFile, MemoryPair, Origin, State

_STAMP = "%Y%m%dT%H%M%SZ"
_ANY_LANGUAGE = "*all*"
_MINE = "x-tms-"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A translation unit: its number in the file, its language codes and texts in order, and what else it says."""

    number: int
    texts: tuple[tuple[str, str], ...]
    source_language: str
    properties: dict[str, str]
    changed: str


def read_tmx(data: bytes, name: str, *, language: str = "") -> BilingualFile:
    """The pairs of one target language: `language`, or else the first that is not the source language.

    An entry's number is that of its `<tu>` in the file; units without that language are left out.
    """
    units = _read_units(data, name)
    codes = [code for unit in units for code, _ in unit.texts]
    said = next((unit.source_language for unit in units if unit.source_language), "")
    source = said or next((code for code in codes if not (language and _is_same(code, language))), "")
    target = language or next((code for code in codes if not _is_same(code, source)), "")
    entries = [
        BilingualEntry(unit.number, text, translation, state=State.TRANSLATED if translation else State.INITIAL)
        for unit in units
        for text, _, translation in _pairs(unit, source, target)
    ]
    return BilingualFile("tmx", tuple(entries), source_language=source, target_language=target)


def read_tmx_pairs(data: bytes, name: str, *, source_language: str) -> tuple[MemoryPair, ...]:
    """Every text in `source_language` with every translation of it; languages are without region (`fr-FR` is `fr`)."""
    found = tuple(
        _make_pair(unit, source, code, target)
        for unit in _read_units(data, name)
        for source, code, target in _pairs(unit, source_language, "")
        if source.strip() and target.strip()
    )
    if not found:
        raise InputError(f"'{name}' has no pair with a text in '{source_language}'", "look at its xml:lang attributes")
    return found


def write_tmx(pairs: Iterable[MemoryPair], *, source_language: str) -> bytes:
    """The pairs as TMX 1.4, one `<tu>` each; what TMX has no place for stands in `<prop>`."""
    pairs = tuple(pairs)
    entries = tuple(BilingualEntry(number, pair.source, pair.target) for number, pair in enumerate(pairs, 1))
    require_encodable(BilingualFile("tmx", entries))
    units = (
        _write_unit(
            ((source_language, pair.source), (pair.language, pair.target)),
            _properties(pair),
            _to_stamp(pair.updated_at),
        )
        for pair in pairs
    )
    return _write_body(units, source_language)


def write_tmx_file(file: BilingualFile) -> bytes:
    """The entries that have a target as TMX 1.4."""
    require_encodable(file)
    source, target = file.source_language or "und", file.target_language or "und"
    units = (
        _write_unit(((source, entry.source), (target, entry.target)), {}, "") for entry in file.entries if entry.target
    )
    return _write_body(units, source)


def _write_body(units: Iterable[str], source_language: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        '  <header creationtool="tms" creationtoolversion="1" segtype="paragraph" o-tmf="tms" adminlang="en"'
        f' srclang="{escape_attribute(source_language)}" datatype="plaintext"/>\n'
        f"  <body>\n{''.join(units)}  </body>\n</tmx>\n"
    ).encode()


def _write_unit(texts: Sequence[tuple[str, str]], properties: dict[str, str], stamp: str) -> str:
    changed = f' changedate="{stamp}"' if stamp else ""
    props = "".join(
        f'<prop type="{_MINE}{kind}">{escape_text(value)}</prop>' for kind, value in properties.items() if value
    )
    variants = "".join(
        f'<tuv xml:lang="{escape_attribute(code)}"><seg>{escape_text(text)}</seg></tuv>' for code, text in texts
    )
    return f"    <tu{changed}>{props}{variants}</tu>\n"


def _properties(pair: MemoryPair) -> dict[str, str]:
    return {
        "origin": str(pair.origin),
        "article": pair.article,
        "segment": pair.segment,
        "reviewed": "yes" if pair.is_reviewed else "",
        "before": pair.before,
        "after": pair.after,
    }


def _make_pair(unit: _Unit, source: str, code: str, target: str) -> MemoryPair:
    said = unit.properties.get("origin", "")
    return MemoryPair(
        source,
        target,
        _language(code),
        origin=Origin(said) if said in tuple(Origin) else Origin.IMPORT,
        article=unit.properties.get("article", ""),
        segment=unit.properties.get("segment", ""),
        is_reviewed=unit.properties.get("reviewed") == "yes",
        before=unit.properties.get("before", ""),
        after=unit.properties.get("after", ""),
        updated_at=_from_stamp(unit.changed),
    )


def _pairs(unit: _Unit, source_language: str, target_language: str) -> Iterator[tuple[str, str, str]]:
    """Source text, target code and target text; every other language where no target language is asked for."""
    source = next((text for code, text in unit.texts if _is_same(code, source_language)), None)
    if source is None:
        return
    for code, text in unit.texts:
        is_wanted = _is_same(code, target_language) if target_language else True
        if is_wanted and not _is_same(code, source_language):
            yield source, code, text


def _read_units(data: bytes, name: str) -> list[_Unit]:
    root = parse_xml(data, name, doctype="name only")
    if local_name(root) != "tmx":
        raise InputError(f"'{name}' is no TMX file: it begins with <{local_name(root)}>", "give a .tmx of version 1.4")
    header, body = find_child(root, "header"), find_child(root, "body")
    source = header.get("srclang", "") if header is not None else ""
    elements = [element for element in body if local_name(element) == "tu"] if body is not None else []
    return [_read_unit(element, number, source) for number, element in enumerate(elements, 1)]


def _read_unit(element: Element, number: int, header_source: str) -> _Unit:
    texts: list[tuple[str, str]] = []
    changed = element.get("changedate", "")
    for variant in element:
        if local_name(variant) == "tuv":
            segment = find_child(variant, "seg")
            code = variant.get(XML_LANG, "") or variant.get("lang", "")
            texts.append((code, flatten(segment, {}) if segment is not None else ""))
            changed = changed or variant.get("changedate", "")
    source = element.get("srclang") or header_source
    properties = {
        child.get("type", "").removeprefix(_MINE): flatten(child, {})
        for child in element
        if local_name(child) == "prop" and child.get("type", "").startswith(_MINE)
    }
    return _Unit(number, tuple(texts), "" if source.lower() == _ANY_LANGUAGE else source, properties, changed)


def _language(code: str) -> str:
    return code.lower().replace("_", "-").partition("-")[0]


def _is_same(code: str, other: str) -> bool:
    return _language(code) == _language(other)


def _to_stamp(moment: str) -> str:
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC).strftime(_STAMP)


def _from_stamp(stamp: str) -> str:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).isoformat()
    except ValueError:
        return ""
