"""Tags of site generators in a Markdown text: Liquid (`{% … %}`, `{{ … }}`) and Hugo (`{{< … >}}`).

They are read before Markdown is, so their inside is covered before blocks are looked for: a pipe or a space in a tag
ends no cell and no link.
"""

import re
from collections.abc import Iterator

from tms.formats.splice import Span
from tms.values import Kind

_OPENING = re.compile(r"\{%|\{\{")
_CLOSINGS = {"{%": "%}", "{{": "}}"}
_INSIDE = re.compile(r"(\n[ \t]*)|[^\n]")
# A tag over several lines, which are never blank and never a fence.
_BREAK = re.compile(r"\n[ \t]*(?:\n|```|~~~)")
_NAME = re.compile(r"\{(?:%-?|\{[<%]?)\s*(/?)\s*([\w-]+)")
_CODE_NAMES = frozenset({"highlight", "comment", "code", "mermaid", "plantuml", "katex", "math", "latex"})

_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\["'])*+)"|'((?:[^'\\]|\\["'])*+)')""")
_PICTURES = frozenset({"figure", "fig", "image", "img", "picture", "photo"})
_SOURCES = frozenset({"src", "filename", "image", "caption", "alt"})
QUOTED = "quoted"


def find_tags(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each tag: on one line, or alone on several."""
    position = 0
    missing: set[str] = set()
    while opening := _OPENING.search(text, position):
        start, closing = opening.start(), _CLOSINGS[opening[0]]
        position = opening.end()
        if closing in missing:
            continue
        end = text.find(closing, position)
        if end < 0:
            missing.add(closing)
            continue
        end += len(closing)
        if _is_tag(text, start, end):
            yield start, end
            position = end


def _is_tag(text: str, start: int, end: int) -> bool:
    if text.find("\n", start, end) < 0:
        return text.find("`", start, end) < 0
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    is_alone = not text[line_start:start].strip() and not text[end : line_end if line_end >= 0 else None].strip()
    return is_alone and _BREAK.search(text, start, end) is None


def cover_tags(text: str) -> str:
    """The text with an `x` for each sign inside of a tag; lines and places stay what they are."""
    pieces: list[str] = []
    position = 0
    for start, end in find_tags(text):
        inside = text[start + 2 : end - 2]
        pieces += text[position : start + 2], _INSIDE.sub(lambda match: match[1] or "x", inside), text[end - 2 : end]
        position = end
    return "".join((*pieces, text[position:]))


def find_code(text: str) -> dict[int, int]:
    """For each tag that begins code or a comment, at its start, where its closing tag ends."""
    shelters: dict[int, int] = {}
    waiting: tuple[str, int] | None = None
    for start, end in find_tags(text):
        match = _NAME.match(text, start, end)
        if match is None:
            continue
        name = match[2].removeprefix("end")
        is_closing = bool(match[1]) or name != match[2]
        if waiting is None and not is_closing and name in _CODE_NAMES:
            waiting = name, start
        elif waiting is not None and is_closing and name == waiting[0]:
            shelters[waiting[1]] = end
            waiting = None
    return shelters


def find_texts(tag: str) -> Iterator[Span]:
    """The caption and the alternative text in a tag, and the title where it is that of a picture."""
    found = [(match, *match.span(2 if match[2] is not None else 3)) for match in _ATTRIBUTE.finditer(tag)]
    name = _NAME.match(tag)
    is_picture = bool(_SOURCES & {match[1] for match, _, _ in found})
    is_picture = is_picture or (name is not None and name[2].lower() in _PICTURES)
    kinds = {"caption": Kind.CAPTION, "alt": Kind.ALT} | ({"title": Kind.ALT} if is_picture else {})
    for match, start, end in found:
        value = tag[start:end]
        if match[1] in kinds and not _OPENING.search(value) and "\n" not in value:
            yield Span(start, end, kinds[match[1]], value, form=QUOTED)
