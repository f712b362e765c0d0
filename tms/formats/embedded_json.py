r"""Text in a JSON string, and where the members of an object stand in the file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.errors import InputError
from tms.formats.embedded import Edges, Embedded, build_embedded

_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))"
)
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ALWAYS = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ESCAPED_LETTER = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")
_SPACE = re.compile(r"[ \t\r\n]*")
_HINT = "ask the site for it again"
_REPLACEMENT = "\ufffd"
# Numbers may have any length; what they are worth does not matter here.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)


@dataclass(frozen=True, slots=True)
class JsonManner:
    r"""What a file escapes though it need not: letters beyond ASCII (`\u00e9`), slashes (`\/`), signs of HTML."""

    is_ascii: bool = False
    has_slashes: bool = False
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and where it stands in the file."""

    value: object
    start: int
    end: int


def find_manner(source: str) -> JsonManner:
    """How a JSON file is written; one that gives no sign is written as PHP does if it escapes slashes."""
    has_slashes = "\\/" in source
    is_ascii = source.isascii() and (has_slashes or _ESCAPED_LETTER.search(source) is not None)
    return JsonManner(is_ascii, has_slashes)


def decode_json(source: str, start: int, end: int, manner: JsonManner) -> Embedded:
    """The text of the JSON string from `start` to `end`, its quotes counted; half a letter, or NUL, is U+FFFD."""
    pieces: list[tuple[str, int, int, bool]] = []
    position = start + 1
    for found in _ESCAPE.finditer(source, start + 1, end - 1):
        pieces.append((source[position : found.start()], position, found.start(), False))
        pieces.append((_decode_escape(found), *found.span(), False))
        position = found.end()
    pieces.append((source[position : end - 1], position, end - 1, False))

    def encode(form: str, _: Edges) -> str:
        return encode_json(form, manner)

    return build_embedded(source, pieces, encode)


def encode_json(text: str, manner: JsonManner) -> str:
    """The text as the inside of a JSON string, in the manner of its file."""
    if manner.is_block:
        return _encode_block(text)
    form = _ALWAYS.sub(lambda found: _SHORT.get(found[0]) or _write_code(found[0]), text)
    if manner.has_slashes:
        form = form.replace("/", "\\/")
    return _NOT_ASCII.sub(lambda found: _write_code(found[0]), form) if manner.is_ascii else form


def read_json(source: str, start: int = 0) -> Value:
    """The one JSON value of a file from `start` on; raises InputError with the line for anything else."""
    start = _skip(source, start)
    try:
        value, end = _DECODER.raw_decode(source, start)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(source.rstrip()) or not source.rstrip().endswith(("}", "]"))
        what = "the JSON breaks off" if is_cut else f"this is no valid JSON ({error.msg})"
        raise InputError(f"line {error.lineno}: {what}", _HINT) from error
    except RecursionError as error:
        raise InputError("the JSON is nested too deeply", _HINT) from error
    if _skip(source, end) < len(source):
        raise InputError(f"line {source.count(chr(10), 0, end) + 1}: something follows the JSON", _HINT)
    return Value(value, start, end)


def list_elements(source: str, array: Value) -> Iterator[Value]:
    """The elements of an array of valid JSON."""
    position = _skip(source, array.start + 1)
    while source[position] != "]":
        value, end = _DECODER.raw_decode(source, position)
        yield Value(value, position, end)
        position = _skip_comma(source, end)


def read_members(source: str, start: int) -> dict[str, Value]:
    """The members of the object that starts at a place of valid JSON; of two with one name the last one counts."""
    members: dict[str, Value] = {}
    position = _skip(source, start + 1)
    while source[position] != "}":
        name, end = _DECODER.raw_decode(source, position)
        position = _skip(source, _skip(source, end) + 1)
        value, end = _DECODER.raw_decode(source, position)
        members[str(name)] = Value(value, position, end)
        position = _skip_comma(source, end)
    return members


def _skip_comma(source: str, end: int) -> int:
    position = _skip(source, end)
    return _skip(source, position + 1) if source[position] == "," else position


def _skip(source: str, position: int) -> int:
    found = _SPACE.match(source, position)
    return found.end() if found else position


def _decode_escape(found: re.Match[str]) -> str:
    if found["high"]:
        return chr(0x10000 + ((int(found["high"], 16) & 0x3FF) << 10) + (int(found["low"], 16) & 0x3FF))
    if found["code"]:
        code = int(found["code"], 16)
        return _REPLACEMENT if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
    return _SIGNS.get(found["sign"], found["sign"])


def _write_code(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def _encode_block(text: str) -> str:
    """As WordPress writes the attributes of a block, so that nothing in them ends the comment around them."""
    form = _ALWAYS.sub(
        lambda found: _write_code(found[0]) if found[0] in '"\\' else _SHORT.get(found[0]) or _write_code(found[0]),
        text,
    )
    for sign in ("--", "<", ">", "&"):
        form = form.replace(sign, "".join(map(_write_code, sign)))
    return form
