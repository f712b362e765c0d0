"""Inline markup of a paragraph: HTML, Markdown, WordPress shortcodes, templates, entities, addresses.

The scanners read a text once from left to right: an unclosed bracket repeated a million times costs no more than prose.
"""

import html
import html.entities
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tms.text.urls import Span, find_urls, may_have_urls

__all__ = [
    "VOID_ELEMENTS",
    "Role",
    "Span",
    "Tag",
    "find_protected_spans",
    "find_tags",
    "find_urls",
    "is_attribute_list",
    "strip_markup",
]

Role = Literal["open", "close", "single"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A piece of markup in a text: code-point span, the characters, a lower-case name, and its part in a pair."""

    start: int
    end: int
    raw: str
    name: str
    role: Role


VOID_ELEMENTS = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_CODE_ELEMENTS = frozenset(("code", "kbd", "pre", "samp", "script", "style", "tt", "var"))
_HIDDEN_ELEMENTS = frozenset(("script", "style"))
_BUILT_IN_SHORTCODES = frozenset(
    ("audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption", "youtube", "vimeo", "contact-form-7")
)
_TEMPLATES = (("<!--", "-->", "comment"), ("{{", "}}", "template"), ("{%", "%}", "template"))

_OPENING = re.compile(
    r"<!--|<(?=[/A-Za-z0-9])|\{\{|\{%|\{(?=\s?[:#.A-Za-z_0-9])|%(?=[sd(]|\d\$)|&(?=[#A-Za-z])|`+|\\(?=[!-/:-@\[-`{-~])"
)
_HTML_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:_.-]*)(?=[\s/>])(?:"[^"<]*"|'[^'<]*'|[^<>"'])*+>|<(/?)([A-Za-z][\w:.-]*)(?=[\s/>])[^<>]*+>"""
)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>")
_BRACES = re.compile(r"\{(?:\s?[:#.][^{}\n]*|\s?[\w-]+=[^{}\n]*|[A-Za-z_]\w{0,40}|\d{1,2})\}")
_PRINTF = re.compile(r"%(?:\d\$)?[sd](?!\w)|%\(\w{1,40}\)[sd](?!\w)")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_BRACKET = re.compile(r"!?\[|\]")
_DEFINITION = re.compile(
    r"^[ \t]{0,3}\[[^\[\]^\n][^\[\]\n]{0,200}\]:[ \t]*\S++(?:[ \t]+[\"'(][^\n]*)?[ \t]*$", re.MULTILINE
)
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]^]{1,80}\]")
_SHORTCODE = re.compile(r"\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s[^\[\]<>]*)?)\]")
_ATTRIBUTE = re.compile(r"\s[\w-]+=[\"'\w]")
_DESTINATION = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|[^\s()<]*+(?:\([^\s()]*+\)[^\s()]*+)*+)(?:\s+(?:"[^"]*"|'[^']*'|“[^”]*”))?\s*\)"""
)
_SIGN = re.compile(r"[<\[&*_`{%\\~]")
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_DELIMITERS = re.compile(r"\*+|_+|~~")


@lru_cache(maxsize=32)
def find_tags(text: str) -> tuple[Tag, ...]:
    """Every piece of inline markup, in order and without overlap; the inside of code and comments is not looked at."""
    return tuple(tag for tag in _scan(text) if tag.name != "escape")


def _scan(text: str) -> list[Tag]:
    """All tags and backslash escapes, in order."""
    if not _has_markup(text):
        return []
    definitions = (
        [_tag(text, *match.span(), "definition") for match in _DEFINITION.finditer(text)] if "]:" in text else []
    )
    text = _mask(text, definitions)
    opaque = list(_scan_opaque(text))
    masked = _mask(text, opaque)
    bracketed = list(_find_bracketed(text, masked)) if "[" in masked else []
    masked = _mask(masked, bracketed)
    emphasis: list[Tag] = []
    if "*" in masked or "_" in masked or "~~" in masked:
        emphasis = _find_emphasis(_mask_urls(masked))
    return sorted(definitions + opaque + bracketed + emphasis, key=lambda tag: tag.start)


def strip_markup(text: str) -> str:
    """The text that a reader sees: link texts, code and image descriptions stay, tags and addresses of links go."""
    tags = _scan(text)
    if not tags:
        return text
    hidden = list(_element_contents(tags, _HIDDEN_ELEMENTS))
    parts: list[str] = []
    position = 0
    for tag in tags:
        parts += (_outside(text, position, tag.start, hidden), _visible(tag))
        position = tag.end
    parts.append(_outside(text, position, len(text), hidden))
    return "".join(parts)


def find_protected_spans(text: str) -> tuple[Span, ...]:
    """The places where rules about prose must be silent: addresses, code, tags, templates; merged and in order."""
    if not _has_markup(text) and not may_have_urls(text):
        return ()
    tags = find_tags(text)
    places = [(tag.start, tag.end) for tag in tags]
    places += _element_contents(tags, _CODE_ELEMENTS)
    places += [(span.start, span.end) for span in find_urls(text)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Span(start, end, text[start:end]) for start, end in merged)


def is_attribute_list(tag: Tag) -> bool:
    """Whether a placeholder is a list of attributes ({: .note}, { #anchor }) and not a variable."""
    return tag.raw[1:].lstrip()[:1] in (":", "#", ".") or "=" in tag.raw


def _has_markup(text: str) -> bool:
    return _SIGN.search(text) is not None


# Pieces whose inside is not read any further.


def _scan_opaque(text: str) -> Iterator[Tag]:
    last_closer = {closer: text.rfind(closer) for _, closer, _ in _TEMPLATES}
    backticks = _backtick_runs(text)
    position = 0
    while match := _OPENING.search(text, position):
        start, sign = match.start(), match.group()
        if sign.startswith("`"):
            tag = _read_code(text, start, len(sign), backticks)
        else:
            tag = _read_closed(text, start, sign, last_closer) or _read_sign(text, start, sign)
        if tag:
            yield tag
        position = tag.end if tag else match.end()


def _backtick_runs(text: str) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    if "`" in text:
        for match in re.finditer(r"`+", text):
            runs.setdefault(len(match.group()), []).append(match.start())
    return runs


def _read_code(text: str, start: int, length: int, runs: dict[int, list[int]]) -> Tag | None:
    places = runs.get(length, [])
    following = bisect_right(places, start)
    if following == len(places):
        return None
    return _tag(text, start, places[following] + length, "code")


def _read_closed(text: str, start: int, sign: str, last_closer: dict[str, int]) -> Tag | None:
    for opener, closer, name in _TEMPLATES:
        if sign == opener and last_closer[closer] >= start + len(opener):
            end = text.index(closer, start + len(opener)) + len(closer)
            while closer == "}}" and text.startswith("}", end):
                end += 1
            return _tag(text, start, end, name)
    return None


def _read_sign(text: str, start: int, sign: str) -> Tag | None:
    if sign.startswith("<"):
        return _read_html(text, start)
    pattern, name = {
        "&": (_ENTITY, "entity"),
        "\\": (_ESCAPE, "escape"),
        "%": (_PRINTF, "placeholder"),
    }.get(sign[0], (_BRACES, "placeholder"))
    match = pattern.match(text, start)
    if match is None or (name == "entity" and not _is_entity(match.group())):
        return None
    return _tag(text, start, match.end(), name)


def _read_html(text: str, start: int) -> Tag | None:
    if autolink := _AUTOLINK.match(text, start):
        return _tag(text, start, autolink.end(), "autolink")
    match = _HTML_TAG.match(text, start)
    if match is None:
        return None
    name = (match[2] or match[4]).lower()
    is_close = bool(match[1] or match[3])
    is_single = name in VOID_ELEMENTS or match.group().endswith("/>")
    role: Role = "close" if is_close else "single" if is_single else "open"
    return _tag(text, start, match.end(), name, role)


def _is_entity(raw: str) -> bool:
    return raw[1] == "#" or raw[1:] in html.entities.html5


def _tag(text: str, start: int, end: int, name: str, role: Role = "single") -> Tag:
    return Tag(start, end, text[start:end], name, role)


# Masking: what was read becomes a sign of the same length that later passes see as a letter, a space or punctuation.


def _mask(text: str, tags: Iterable[Tag]) -> str:
    parts: list[str] = []
    position = 0
    for tag in sorted(tags, key=lambda tag: tag.start):
        parts += (text[position : tag.start], _filler(tag) * (tag.end - tag.start))
        position = tag.end
    return "".join((*parts, text[position:]))


def _filler(tag: Tag) -> str:
    if tag.name == "entity":
        return " " if html.unescape(tag.raw).isspace() else "x"
    if tag.name == "definition":
        return " "
    return "x" if tag.raw.startswith("`") or tag.name in ("address", "placeholder", "template") else ","


def _mask_urls(text: str) -> str:
    return _mask(text, (Tag(span.start, span.end, "", "address", "single") for span in find_urls(text)))


# Square brackets: links, images, footnotes, shortcodes.


def _find_bracketed(text: str, masked: str) -> Iterator[Tag]:
    closed_names = set(re.findall(r"\[/([a-z][a-z0-9_-]*)\]", masked))
    openers: list[re.Match[str]] = []
    position = 0
    while match := _BRACKET.search(masked, position):
        position = match.end()
        if match.group() == "]":
            link = _read_link(text, masked, openers.pop(), match.start()) if openers else None
            if link:
                yield from link
                position = link[1].end
        elif single := _read_single_bracket(text, masked, match.end() - 1, closed_names):
            yield single
            position = single.end
        else:
            openers.append(match)


def _read_single_bracket(text: str, masked: str, start: int, closed_names: set[str]) -> Tag | None:
    if footnote := _FOOTNOTE.match(masked, start):
        return _tag(text, start, footnote.end(), "footnote")
    match = _SHORTCODE.match(masked, start)
    if match is None or masked.startswith("(", match.end()):
        return None
    slash, name, rest = match.groups()
    # Square brackets are also an editor's: [sic], [the government]. A shortcode is known, has attributes, or is closed.
    if not (name in _BUILT_IN_SHORTCODES or name in closed_names or slash or _ATTRIBUTE.search(rest)):
        return None
    role: Role = "close" if slash else "open" if name in closed_names and not rest.endswith("/") else "single"
    return _tag(text, start, match.end(), f"[{name}]", role)


def _read_link(text: str, masked: str, opener: re.Match[str], closing: int) -> tuple[Tag, Tag] | None:
    target = _DESTINATION.match(text, closing + 1) or _REFERENCE.match(masked, closing + 1)
    if target is None:
        return None
    name = "image" if opener.group().startswith("!") else "link"
    return (
        _tag(text, opener.start(), opener.end(), name, "open"),
        _tag(text, closing, target.end(), name, "close"),
    )


# Emphasis, after the flanking rules of CommonMark 0.31 §6.2, without its rule of three.


@dataclass(slots=True)
class _Run:
    sign: str
    start: int
    end: int


def _find_emphasis(masked: str) -> list[Tag]:
    tags: list[Tag] = []
    openers: list[_Run] = []
    waiting = {"*": 0, "_": 0, "~": 0}
    for match in _DELIMITERS.finditer(masked):
        run = _Run(match.group()[0], match.start(), match.end())
        can_open, can_close = _flanks(masked, run)
        while can_close and run.start < run.end and waiting[run.sign]:
            while openers[-1].sign != run.sign:
                waiting[openers.pop().sign] -= 1
            tags += _pair(openers[-1], run)
            if openers[-1].start == openers[-1].end:
                waiting[openers.pop().sign] -= 1
        if can_open and run.start < run.end:
            openers.append(run)
            waiting[run.sign] += 1
    return tags


def _flanks(text: str, run: _Run) -> tuple[bool, bool]:
    before = text[run.start - 1] if run.start else " "
    after = text[run.end] if run.end < len(text) else " "
    if before.isdigit() and after.isdigit():
        return False, False  # 5*3*2 is a product
    left = not after.isspace() and (_is_word(after) or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or not _is_word(after))
    if run.sign == "_":
        return left and (not right or not _is_word(before)), right and (not left or not _is_word(after))
    return left, right


def _is_word(character: str) -> bool:
    return character.isalnum() or ord(character) > 0x2FFF


def _pair(opener: _Run, closer: _Run) -> tuple[Tag, Tag]:
    width = 2 if min(opener.end - opener.start, closer.end - closer.start) > 1 else 1
    opener.end -= width
    closer.start += width
    sign = ("~" if opener.sign == "~" else "*") * width
    raw = opener.sign * width
    return (
        Tag(opener.end, opener.end + width, raw, sign, "open"),
        Tag(closer.start - width, closer.start, raw, sign, "close"),
    )


# What a reader sees.


def _visible(tag: Tag) -> str:
    if tag.raw.startswith("`"):
        return tag.raw.strip("`").strip()
    if tag.name == "entity":
        return html.unescape(tag.raw)
    if tag.name in ("escape", "autolink"):
        return tag.raw[1:].removesuffix(">")
    if tag.name == "placeholder" and not is_attribute_list(tag):
        return tag.raw
    return "\n" if tag.name == "br" else ""


def _outside(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
    return "" if any(a <= start and end <= b for a, b in hidden) else text[start:end]


def _element_contents(tags: Iterable[Tag], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the elements of these names begin and end; an unclosed one is left alone."""
    opened: dict[str, int] = {}
    for tag in tags:
        if tag.name in names and tag.raw.startswith("<"):
            if tag.role == "open":
                opened.setdefault(tag.name, tag.end)
            elif tag.name in opened:
                yield opened.pop(tag.name), tag.start
