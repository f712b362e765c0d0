"""XLIFF files: versions 1.2, 2.0 and 2.1 are read, 2.1 is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from tms.errors import InputError
from tms.exchange.texts import require_encodable
from tms.exchange.xliff_inline import flatten
from tms.exchange.xml import escape_attribute, escape_text, find_child, local_name, parse_xml
from tms.values import BilingualEntry, BilingualFile, State

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_DRAFT = "tms:draft"
_UNKNOWN = "und"
_NAME_TOKEN = re.compile(r"[A-Za-z0-9._:-]+")

_OLD_STATES = {
    "new": State.DRAFT,
    "needs-translation": State.DRAFT,
    "needs-adaptation": State.DRAFT,
    "needs-l10n": State.DRAFT,
    "final": State.REVIEWED,
    "signed-off": State.REVIEWED,
}
_STATES = {"initial": State.DRAFT, "reviewed": State.REVIEWED, "final": State.REVIEWED}
_EMPTY = BilingualEntry(0, "", "")
_WRITTEN_STATES = {
    State.INITIAL: 'state="initial"',
    State.DRAFT: f'state="initial" subState="{_DRAFT}"',
    State.TRANSLATED: 'state="translated"',
    State.REVIEWED: 'state="reviewed"',
}


def read_xliff(data: bytes, name: str, *, language: str = "") -> BilingualFile:
    """The entries of an XLIFF file, in the order of its units; raises InputError with the line."""
    root = parse_xml(data, name)
    if local_name(root) != "xliff":
        raise InputError(
            f"'{name}' is no XLIFF file: it begins with <{local_name(root)}>", "give .xlf of version 1.2 or 2"
        )
    if root.get("version", "").startswith("1"):
        return _read_old(root, language)
    return _read_new(root, language)


def write_xliff(file: BilingualFile) -> bytes:
    """The file as XLIFF 2.1: a unit a segment, its id the key; `revision` and the previous source are metadata."""
    require_encodable(file)
    units = "".join(_write_unit(entry) for entry in file.entries)
    source, target = (escape_attribute(code or _UNKNOWN) for code in (file.source_language, file.target_language))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{_NAMESPACE}" xmlns:mda="{_METADATA}" version="2.1" srcLang="{source}" trgLang="{target}">\n'
        f'  <file id="f1" original="{escape_attribute(file.article)}">\n{units}  </file>\n</xliff>\n'
    ).encode()


def _write_unit(entry: BilingualEntry) -> str:
    unit_id = entry.key if _NAME_TOKEN.fullmatch(entry.key) else f"tms.{entry.number}"
    facts = {"key": entry.key, "revision": entry.revision, "previous-source": entry.previous_source}
    metas = "".join(
        f'<mda:meta type="{fact}">{escape_text(str(value))}</mda:meta>'
        for fact, value in facts.items()
        if value is not None
    )
    metadata = f'<mda:metadata><mda:metaGroup category="tms">{metas}</mda:metaGroup></mda:metadata>'
    note = f"<notes><note>{escape_text(entry.note)}</note></notes>" if entry.note else ""
    target = f"<target>{escape_text(entry.target)}</target>" if entry.target else ""
    state = _WRITTEN_STATES[entry.state if entry.target else State.INITIAL]
    return (
        f'    <unit id="{unit_id}" xml:space="preserve">{metadata}{note}'
        f"<segment {state}><source>{escape_text(entry.source)}</source>{target}</segment></unit>\n"
    )


def _read_new(root: Element, language: str) -> BilingualFile:
    entries: list[BilingualEntry] = []
    files = [child for child in root if local_name(child) == "file"]
    for unit in (unit for file in files for unit in file.iter() if local_name(unit) == "unit"):
        entries += _read_unit(unit, len(entries) + 1)
    return BilingualFile(
        "xliff",
        tuple(entries),
        source_language=_known(root.get("srcLang", "")),
        target_language=_known(root.get("trgLang", "")) or language,
        article=files[0].get("original", "") if files else "",
    )


def _known(code: str) -> str:
    return "" if code == _UNKNOWN else code


def _read_unit(unit: Element, number: int) -> Iterator[BilingualEntry]:
    data = find_child(unit, "originalData")
    codes = {item.get("id", ""): flatten(item, {}) for item in data} if data is not None else {}
    notes = find_child(unit, "notes")
    note = "\n".join(flatten(item, {}) for item in notes) if notes is not None else ""
    facts = _read_facts(unit)
    if "key" in facts:
        yield _read_own_unit(unit, codes, facts, replace(_EMPTY, number=number, note=note))
        return
    segments = [child for child in unit if local_name(child) == "segment"]
    for offset, segment in enumerate(segments):
        part = f"#{segment.get('id') or offset + 1}" if len(segments) > 1 else ""
        target = _text_of(segment, "target", codes)
        yield BilingualEntry(
            number + offset,
            _text_of(segment, "source", codes),
            target,
            key=unit.get("id", "") + part,
            state=_state(segment, target),
            note=note,
        )


def _read_own_unit(
    unit: Element, codes: Mapping[str, str], facts: Mapping[str, str], empty: BilingualEntry
) -> BilingualEntry:
    """A unit that tms wrote is one entry, whatever segments another tool cut it into."""
    parts = [child for child in unit if local_name(child) in ("segment", "ignorable")]
    states = [_state(part, _text_of(part, "target", codes)) for part in parts if local_name(part) == "segment"]
    has_target = any(state is not State.INITIAL for state in states)
    targets = (_text_of(part, "target", codes) or _text_of(part, "source", codes) for part in parts)
    revision = facts.get("revision", "")
    return replace(
        empty,
        source="".join(_text_of(part, "source", codes) for part in parts),
        target="".join(targets) if has_target else "",
        key=facts["key"],
        state=_lowest(states),
        previous_source=facts.get("previous-source"),
        revision=int(revision) if revision.isascii() and revision.isdigit() else None,
    )


def _lowest(states: list[State]) -> State:
    """The lowest state; a unit that is begun and not done is a draft."""
    if len(set(states)) > 1 and State.INITIAL in states:
        return State.DRAFT
    return min(states, key=tuple(State).index, default=State.INITIAL)


def _state(segment: Element, target: str) -> State:
    return _STATES.get(segment.get("state", ""), State.TRANSLATED) if target else State.INITIAL


def _read_facts(unit: Element) -> dict[str, str]:
    return {
        meta.get("type", ""): flatten(meta, {})
        for group in unit.iter(f"{{{_METADATA}}}metaGroup")
        if group.get("category") == "tms"
        for meta in group
    }


def _text_of(parent: Element, name: str, codes: Mapping[str, str]) -> str:
    child = find_child(parent, name)
    return "" if child is None else flatten(child, codes)


def _read_old(root: Element, language: str) -> BilingualFile:
    files = [child for child in root if local_name(child) == "file"]
    wanted = [file for file in files if language and _is_same(file.get("target-language", ""), language)]
    files = wanted or files
    units = (unit for file in files for unit in file.iter() if local_name(unit) == "trans-unit")
    first = files[0] if files else root
    return BilingualFile(
        "xliff",
        tuple(_read_trans_unit(unit, number) for number, unit in enumerate(units, 1)),
        source_language=first.get("source-language", ""),
        target_language=first.get("target-language", "") or language,
    )


def _is_same(code: str, language: str) -> bool:
    return code.lower().partition("-")[0] == language.lower().partition("-")[0]


def _read_trans_unit(unit: Element, number: int) -> BilingualEntry:
    target = _text_of(unit, "target", {})
    element = find_child(unit, "target")
    said = element.get("state", "") if element is not None else ""
    state = _OLD_STATES.get(said, State.REVIEWED if unit.get("approved") == "yes" else State.TRANSLATED)
    return BilingualEntry(
        number,
        _text_of(unit, "source", {}),
        target,
        key=unit.get("id", ""),
        state=state if target else State.INITIAL,
        note="\n".join(flatten(note, {}) for note in unit if local_name(note) == "note"),
    )
