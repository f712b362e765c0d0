"""The bytes of an article file as text, or a clear refusal."""

import codecs

from tms.errors import InputError
from tms.formats.lines import find_line_ends

MAX_BYTES = 100_000_000
MAX_LINE = 1_000_000

_BYTE_ORDER_MARK = "\ufeff"
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The first bytes of files that people take for text by mistake: PDF, ZIP (DOCX, ODT), PNG, JPEG, GIF, gzip, OLE (DOC).
_BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


def decode_source(data: bytes, name: str, *, has_lines: bool = True) -> str:
    """The text of an article file in UTF-8, a byte order mark kept as its first character.

    Raises InputError for a file that is empty, binary, not UTF-8, or too large (100 MB, and where it `has_lines`
    1,000,000 characters in one of them).
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"'{name}' is larger than 100 MB", "split it into smaller files")
    _refuse_binary(data, name)
    text = _decode(data, name)
    if not text.removeprefix(_BYTE_ORDER_MARK).strip():
        raise InputError(f"'{name}' is empty", "give a file that has text in it")
    if has_lines:
        _refuse_long_lines(text, name)
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    if data.startswith(_UTF_16_MARKS) or _is_like_utf_16(data):
        raise InputError(f"'{name}' is not UTF-8 text: it looks like UTF-16", "save it as UTF-8")
    if data.startswith(_BINARY_STARTS):
        raise InputError(f"'{name}' looks like a binary file", "give a text file, saved as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise InputError(
            f"'{name}' looks like a binary file: line {line} has a NUL character", "give a text file, saved as UTF-8"
        )


def _is_like_utf_16(data: bytes) -> bool:
    """Latin text in UTF-16 has a NUL in nearly every second byte, always on the same side."""
    head = data[:1000]
    half = len(head) // 2
    nuls = sorted((head[0::2].count(0), head[1::2].count(0)))
    return half >= 2 and nuls[0] == 0 and nuls[1] >= half * 0.7


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"'{name}' is not UTF-8: line {line}, byte {error.start + 1} of the file (0x{data[error.start]:02x})",
            f"it may be {_guess_encoding(data)}; save it as UTF-8",
        ) from error


def _guess_encoding(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "in another encoding, or damaged"
    return "windows-1252 (or ISO-8859-1)"


def _refuse_long_lines(text: str, name: str) -> None:
    start = 0
    for number, (end, following) in enumerate(find_line_ends(text), 1):
        if end - start > MAX_LINE:
            raise InputError(
                f"'{name}' has a line of {end - start:,} characters: line {number}",
                f"lines may have {MAX_LINE:,} characters; break it into paragraphs",
            )
        start = following
