r"""Front matter: title, description, excerpt and summary of a YAML (`---`) or TOML (`+++`) block are units.

Only values whose form is understood for certain are units; everything else stays in the skeleton. A target is written
in the form that its value had where that form can hold it, else as a double-quoted string, which holds everything.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace

from tms.formats.lines import LINE_END, split_lines, unify_lines
from tms.formats.splice import Span
from tms.values import Kind, Unit

FIELD = "field"

_KINDS = {"title": Kind.TITLE, "description": Kind.EXCERPT, "excerpt": Kind.EXCERPT, "summary": Kind.EXCERPT}
_YAML_KEY = re.compile(r"""(["']?)(title|description|excerpt|summary)\1[ \t]*:(?=[ \t]|$)""")
_TOML_KEY = re.compile(r"""[ \t]*["']?([\w-]+)["']?[ \t]*=[ \t]*""")
_TOML_VALUE = re.compile(
    r"""(?:"{3}(?:[^\\]|\\.)*?"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
    r"""(?=[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|\Z))""",
    re.DOTALL,
)
_TOML_TABLE = re.compile(r"[ \t]*\[")

_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"(?=[ \t]*$|[ \t]+#)')
_SINGLE = re.compile(r"'((?:[^']|'')*)'(?=[ \t]*$|[ \t]+#)")
_PLAIN = re.compile(r"""[^\s\[\]{}&*!|>'"%@`#,?:-](?:(?!:[ \t]|:$|[ \t]#)[^\n])*""")
# Strictly no YAML, but what people write: a title with a colon in it, on one line.
_LOOSE = re.compile(r"""[^\s\[\]{}&*!|>'"%@`#,?:-](?:(?![ \t]#)[^\n])*""")
_BLOCK_HEADER = re.compile(r"[|>][-+]?[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"[ \t]*(?:#.*)?")

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
# Escapes that YAML and TOML share.
_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_NOT_PLAIN = re.compile(r":(?:[ \t]|$)|[ \t]#|[ \t]$")
# Words that YAML 1.1 or 1.2 reads as something else than text.
_YAML_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def read_front_matter(text: str, start: int) -> tuple[int, list[Span]]:
    """Where the body starts, and the units of the front matter; a text without one has its body at `start`."""
    lines = [(start + first, start + last) for first, last in split_lines(text[start:])]
    fence = text[slice(*lines[0])].rstrip(" \t")
    if fence not in ("---", "+++"):
        return start, []
    closings = ("---", "...") if fence == "---" else ("+++",)
    for number, (first, last) in enumerate(lines[1:], 1):
        if text[first:last].rstrip(" \t") in closings:
            body = lines[number + 1][0] if number + 1 < len(lines) else len(text)
            find = _find_yaml if fence == "---" else _find_toml
            return body, [replace(span, form=FIELD) for span in find(text, lines[1:number])]
    return start, []


def write_field(unit: Unit, target: str, *, newline: str, is_toml: bool) -> str:
    """The form of a target in the front matter, always one valid string value."""
    target = unify_lines(target).strip()
    if is_toml or _TO_ESCAPE.search(target.replace("\n", "").replace('"', "").replace("\\", "")):
        return _write_double(target)
    if unit.raw.startswith(("|", ">")):
        return _write_block_scalar(unit, target, newline)
    if unit.raw.startswith("'") and "\n" not in target:
        return "'" + target.replace("'", "''") + "'"
    if unit.raw.startswith(('"', "'")) or not _is_plain(target):
        return _write_double(target)
    return target


def _is_plain(text: str) -> bool:
    return (
        text[:1].isalpha() and "\n" not in text and not _NOT_PLAIN.search(text) and text.casefold() not in _YAML_WORDS
    )


def _write_double(text: str) -> str:
    return '"' + _TO_ESCAPE.sub(lambda match: _SHORT_ESCAPES.get(match[0], f"\\u{ord(match[0]):04x}"), text) + '"'


def _write_block_scalar(unit: Unit, target: str, newline: str) -> str:
    if not target:
        return '""'
    header_end = next(LINE_END.finditer(unit.raw)).end()
    if unit.raw.startswith(">"):
        # In a folded scalar one line break is white space, so each row of them has one more.
        target = re.sub(r"(?:[ \t]*\n)+", r"\n\g<0>", target)
    lines = [line.strip() for line in target.split("\n")]
    pieces = [f"{unit.continuation}{line}" if line else "" for line in lines]
    return unit.raw[:header_end] + newline.join(pieces)


def _find_toml(text: str, lines: list[tuple[int, int]]) -> Iterator[Span]:
    if not lines:
        return
    end = lines[-1][1]
    try:
        values = tomllib.loads(unify_lines(text[lines[0][0] : end]))
    except (ValueError, RecursionError):
        return
    position = 0
    for start, _ in lines:
        if start < position:
            continue
        if _TOML_TABLE.match(text, start, end):
            return
        key = _TOML_KEY.match(text, start, end)
        literal = _TOML_VALUE.match(text, key.end(), end) if key else None
        if key is None or literal is None:
            continue
        position = literal.end()
        value = values.get(key[1])
        if key[1] in _KINDS and isinstance(value, str) and value.strip():
            yield Span(*literal.span(), _KINDS[key[1]], value.strip())


def _find_yaml(text: str, lines: list[tuple[int, int]]) -> Iterator[Span]:
    for number, (start, end) in enumerate(lines):
        key = _YAML_KEY.match(text[start:end])
        if not key:
            continue
        last = number
        while last + 1 < len(lines) and _is_inside(text[slice(*lines[last + 1])]):
            last += 1
        while last > number and not text[slice(*lines[last])].strip(" \t"):
            last -= 1
        value_lines = [(start + key.end(), end), *lines[number + 1 : last + 1]]
        span = _read_value(text, value_lines, _KINDS[key[2]])
        if span is not None and span.text.strip():
            yield span


def _is_inside(line: str) -> bool:
    """Whether a line belongs to the value above it: it is indented, or blank."""
    return not line.strip(" \t") or line.startswith((" ", "\t"))


def _read_value(text: str, lines: list[tuple[int, int]], kind: Kind) -> Span | None:
    header = text[slice(*lines[0])].strip(" \t")
    if _BLOCK_HEADER.fullmatch(header):
        return _read_block_scalar(text, lines, kind)
    if not header and len(lines) > 1:
        lines = lines[1:]
    values = [text[start:end] for start, end in lines]
    if any(not value.strip(" \t") for value in values):
        return None
    start = lines[0][0] + len(values[0]) - len(values[0].lstrip(" \t"))
    folded = " ".join(value.strip(" \t") for value in values)
    is_one_line = len(values) == 1 and bool(header)
    forms = (_DOUBLE, _SINGLE, _LOOSE if is_one_line else _PLAIN)
    form, match = next(((form, match) for form in forms if (match := form.match(folded))), (_PLAIN, None))
    if match is None:
        return None
    rest = folded[match.end() :]
    # A backslash at the end of a line joins it to the next one in a way that folding does not know.
    is_joined = not is_one_line and any(value.rstrip(" \t").endswith("\\") for value in values)
    if is_joined or not _COMMENT.fullmatch(rest) or (rest.strip() and not is_one_line):
        return None
    value = _decode(form, match)
    end = start + len(match[0].rstrip(" \t")) if is_one_line else lines[-1][0] + len(values[-1].rstrip(" \t"))
    return None if value is None else Span(start, end, kind, value)


def _decode(form: re.Pattern[str], match: re.Match[str]) -> str | None:
    if form is _DOUBLE:
        return _unescape(match[1])
    return match[1].replace("''", "'") if form is _SINGLE else match[0].rstrip(" \t")


def _unescape(text: str) -> str | None:
    """The text of a double-quoted string; None where an escape is not known."""
    is_known = True

    def replace(match: re.Match[str]) -> str:
        nonlocal is_known
        digits = match[1] or match[2] or match[3]
        if digits is None:
            is_known = is_known and match[4] in _ESCAPED
            return _ESCAPED.get(match[4], "")
        code = int(digits, 16)
        is_known = is_known and code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        return chr(code) if is_known else ""

    value = _ESCAPE.sub(replace, text)
    return value if is_known else None


def _read_block_scalar(text: str, lines: list[tuple[int, int]], kind: Kind) -> Span | None:
    contents = [text[start:end] for start, end in lines[1:]]
    if not contents or not contents[0].strip(" \t"):
        return None
    indent = contents[0][: len(contents[0]) - len(contents[0].lstrip(" "))]
    is_folded = text[slice(*lines[0])].lstrip(" \t").startswith(">")
    inner = [content.removeprefix(indent) for content in contents]
    for content, line in zip(contents, inner, strict=True):
        if content.strip(" \t") and (not content.startswith(indent) or line.startswith((" ", "\t"))):
            return None
    stripped = [line.rstrip(" \t") for line in inner]
    value = "\n".join(stripped)
    if is_folded:
        value = re.sub(r"\n(\n*)", lambda match: match[1] or " ", value)
    first = lines[0][0] + len(text[slice(*lines[0])]) - len(text[slice(*lines[0])].lstrip(" \t"))
    end = lines[-1][0] + len(contents[-1].rstrip(" \t"))
    return Span(first, end, kind, value, indent)
