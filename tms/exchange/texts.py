"""What every exchange file does to texts: decode them, encode them, show control characters."""

import re

from tms.errors import InputError
from tms.values import BilingualEntry, BilingualFile

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"


def show_controls(text: str) -> str:
    r"""The text with control characters as their pictures (a form feed as ␌), line ends as "\n", tabs kept.

    XML and gettext cannot carry control characters. U+FFFE and U+FFFF, which are no characters, become U+FFFD.
    """
    return _CONTROLS.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character == _DELETE:
        return "\u2421"
    return chr(_CONTROL_PICTURES + ord(character)) if ord(character) < _CONTROL_PICTURES else "\ufffd"


def require_encodable(file: BilingualFile) -> None:
    """Raises InputError that names the first entry with half a surrogate pair, which no encoding can write."""
    for entry in file.entries:
        _require_encodable_entry(entry)


def _require_encodable_entry(entry: BilingualEntry) -> None:
    for what, text in (
        ("source", entry.source),
        ("target", entry.target),
        ("note", entry.note),
        ("key", entry.key),
        ("previous source", entry.previous_source or ""),
    ):
        found = _SURROGATE.search(text)
        if found:
            where = f"entry {entry.number}" + (f" '{entry.key}'" if entry.key and what != "key" else "")
            raise InputError(
                f"the {what} of {where} has half a character (U+{ord(found[0]):04X}) at {found.start() + 1}",
                "type that character again, or take it out",
            )


def decode_utf_8(data: bytes, name: str) -> str:
    """The text of a UTF-8 file without byte order mark; raises InputError with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"'{name}' is not UTF-8 at line {line}", "save it as UTF-8") from error
    if "\0" in text:
        raise InputError(f"'{name}' looks like a binary file", "give a text file, saved as UTF-8")
    if not text.strip():
        raise InputError(f"'{name}' is empty", "give a file that has entries in it")
    return text
