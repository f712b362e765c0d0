"""PO files: one entry a segment, msgctxt its key; what tms knows beyond PO stands in extracted comments."""

import re
from collections.abc import Iterator

import polib

from tms.errors import InputError
from tms.exchange.texts import require_encodable, show_controls
from tms.values import BilingualEntry, BilingualFile, State

# polib splits text at every line end that Unicode knows, PO at "\n" only: the others pass it as noncharacters.
_SEPARATORS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_HIDE = {ord(sign): 0xFDD0 + index for index, sign in enumerate(_SEPARATORS)}
_SHOW = {place: sign for sign, place in _HIDE.items()}

# msgfmt takes an empty language for one that was forgotten.
_UNKNOWN = "und"
_CHARSET = re.compile(rb"charset=([A-Za-z0-9._:-]+)")
_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD_LINE = re.compile(rf"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)[ \t]*({_STRING})")
_STRING_LINE = re.compile(_STRING)
_REFUSED = re.compile(r"line (\d+)")
_FACT = re.compile(r"(state|revision): (\S+)")


def read_po(data: bytes, name: str, *, language: str = "") -> BilingualFile:
    """The entries of a PO file, plural forms one by one, obsolete ones left out; raises InputError with the line."""
    text = _decode(data, name)
    _require_well_formed(text, name)
    catalogue = _parse(text, name)
    entries: list[BilingualEntry] = []
    for entry in catalogue:
        if entry.obsolete or (not entry.msgid and entry.msgctxt is None):
            continue
        for source, target in _forms(entry):
            entries.append(_read_entry(entry, source, target, len(entries) + 1))
    metadata = {key.lower(): value.translate(_SHOW) for key, value in catalogue.metadata.items()}
    return BilingualFile(
        "po",
        tuple(entries),
        source_language=metadata.get("x-source-language", ""),
        target_language=metadata.get("language", "").removeprefix(_UNKNOWN) or language,
        article=metadata.get("x-tms-article", ""),
    )


def write_po(file: BilingualFile) -> bytes:
    """The file as PO; stale texts are fuzzy with their previous msgid, drafts are fuzzy, entries keep their order."""
    require_encodable(file)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": _header(file.article) or "tms",
        "PO-Revision-Date": "1970-01-01 00:00+0000",
        "Last-Translator": "tms",
        "Language-Team": "tms",
        "Language": _header(file.target_language) or _UNKNOWN,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": _header(file.source_language),
        "X-TMS-Article": _header(file.article),
    }
    for entry in file.entries:
        if entry.source:
            catalogue.append(_make_entry(entry))
    return f"{catalogue.__unicode__().strip()}\n".encode()


def _header(text: str) -> str:
    return " ".join(show_controls(text).split())


def _make_entry(entry: BilingualEntry) -> polib.POEntry:
    source = show_controls(entry.source)
    target = _fit_line_ends(source, show_controls(entry.target))
    is_stale = bool(target) and entry.previous_source is not None
    is_fuzzy = bool(target) and (is_stale or entry.state in (State.DRAFT, State.INITIAL))
    facts = [f"state: {entry.state}"] if entry.state is State.REVIEWED or is_stale else []
    facts += [f"revision: {entry.revision}"] if entry.revision is not None else []
    return polib.POEntry(
        msgctxt=show_controls(entry.key) or None,
        msgid=source,
        msgstr=target,
        previous_msgid=show_controls(entry.previous_source or "") if is_stale else None,
        flags=["fuzzy"] if is_fuzzy else [],
        comment="\n".join(facts),
        tcomment=show_controls(entry.note),
    )


def _fit_line_ends(source: str, target: str) -> str:
    r"""The target for msgfmt, which wants both texts or neither to begin, and to end, with "\n"."""
    if target and source.startswith("\n") != target.startswith("\n"):
        target = target.lstrip("\n") if target.startswith("\n") else f"\n{target}"
    if target and source.endswith("\n") != target.endswith("\n"):
        target = target.rstrip("\n") if target.endswith("\n") else f"{target}\n"
    return target if target.strip("\n") else ""


def _decode(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data)
    charset = declared[1].decode("ascii") if declared else "utf-8"
    charset = "utf-8" if charset.upper() in ("CHARSET", "ASCII", "US-ASCII") else charset
    try:
        text = data.decode(charset).removeprefix("\ufeff")
    except LookupError as error:
        raise InputError(f"'{name}' names a charset that does not exist: {charset}", "save it as UTF-8") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"'{name}' is not {charset} at line {line}", "save it as UTF-8 and say so in its header"
        ) from error
    if "\0" in text:
        raise InputError(f"'{name}' looks like a binary file", "give a PO file; MO files are compiled ones")
    if not text.strip():
        raise InputError(f"'{name}' is empty", "give a file that has entries in it")
    return re.sub(r"\r\n?", "\n", text)


def _require_well_formed(text: str, name: str) -> None:
    """What polib takes and must not: a line without its closing quote, an entry without msgstr; text was lost there."""
    keyword = ""
    for number, full_line in enumerate(text.split("\n"), 1):
        line = full_line.strip(" \t")
        line = line[2:].strip(" \t") if line.startswith("#~") and not line.startswith("#~|") else line
        if not line or line.startswith("#"):
            continue
        match = _KEYWORD_LINE.fullmatch(line)
        if match:
            keyword = match[1]
        elif not (_STRING_LINE.fullmatch(line) and keyword):
            raise InputError(
                f"'{name}' is broken at line {number}", "every text stands in double quotes after its keyword"
            )
    if not keyword.startswith("msgstr"):
        raise InputError(
            f"'{name}' has no complete entry at its end, line {text.count(chr(10)) + 1}",
            "a PO file is made of msgid and msgstr; it may have been cut off",
        )


def _parse(text: str, name: str) -> polib.POFile:
    try:
        # The line end keeps polib from taking a short text for the name of a file and opening that.
        return polib.pofile(f"{text.translate(_HIDE)}\n\n", encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError, IndexError) as error:
        line = _REFUSED.search(str(error))
        raise InputError(
            f"'{name}' is broken{f' at line {line[1]}' if line else ''}", "msgfmt -c says more about it"
        ) from error


def _forms(entry: polib.POEntry) -> Iterator[tuple[str, str]]:
    if not entry.msgid_plural:
        yield entry.msgid, entry.msgstr
        return
    for form, target in sorted(entry.msgstr_plural.items()):
        yield (entry.msgid if form == 0 else entry.msgid_plural), target


def _read_entry(entry: polib.POEntry, source: str, target: str, number: int) -> BilingualEntry:
    lines = entry.comment.split("\n")
    facts = {fact[1]: fact[2] for line in lines if (fact := _FACT.fullmatch(line))}
    comments = [line for line in lines if line and not _FACT.fullmatch(line)]
    previous = entry.previous_msgid if entry.fuzzy and target else None
    revision = facts.get("revision", "")
    return BilingualEntry(
        number,
        source.translate(_SHOW),
        target.translate(_SHOW),
        key=(entry.msgctxt or "").translate(_SHOW),
        state=_state(target, facts.get("state", ""), is_fuzzy=entry.fuzzy, is_stale=previous is not None),
        previous_source=previous.translate(_SHOW) if previous is not None else None,
        note="\n".join([*([entry.tcomment] if entry.tcomment else []), *comments]).translate(_SHOW),
        revision=int(revision) if revision.isascii() and revision.isdigit() else None,
    )


def _state(target: str, said: str, *, is_fuzzy: bool, is_stale: bool) -> State:
    """Fuzzy is a draft, unless tms wrote what the text was before the English moved on."""
    if not target:
        return State.INITIAL
    if is_fuzzy:
        return State(said) if is_stale and said in (State.TRANSLATED, State.REVIEWED) else State.DRAFT
    return State.REVIEWED if said == State.REVIEWED else State.TRANSLATED
