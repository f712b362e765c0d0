"""Paragraphs that are nothing but images: only their alternative texts and titles are for translators."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from tms.formats.markdown_templates import QUOTED
from tms.formats.splice import Span
from tms.values import Kind

REFERENCE = "reference"

_STARTS = ("![", "[![")
# An image may hold its own data, but a long row of brackets takes the parser long as well.
_LONG = 4000
_FEW = 20
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*|(?:\s*(?:\{%x*%\}|\{\{x*\}\}))+\s*")
_CLOSING = re.compile(r"\]\(|\]\[\]|\]\[(?=[^\]])|\]")
_TITLES = (
    re.compile(r""""((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'""", re.DOTALL),
    re.compile(r"(?<=\s)\(((?:[^()\\]|\\.)*+)\)", re.DOTALL),
)


@cache
def _inline_parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def find_alts(text: str, environment: dict[str, object]) -> list[Span] | None:
    """The alternative texts and titles in a paragraph of images, linked or not; None where there is anything else.

    `environment` holds the link definitions of the document, as the block parser left them.
    """
    if not text.startswith(_STARTS) or text[-1] not in ")]}" or (len(text) > _LONG and text.count("[") > _FEW):
        return None
    known = {"references": environment.get("references", {})}
    children = _inline_parser().parseInline(text, known)[0].children or []
    if not _are_images(children):
        return None
    spans = list(_place(text, children))
    return None if any(span.end < 0 or "\n" in span.text for span in spans) else spans


def _are_images(children: Sequence[Token]) -> bool:
    others = [child for child in children if child.type not in ("image", "link_open", "link_close", "softbreak")]
    has_text = any(child.type != "text" or not _is_attributes(child.content) for child in others)
    return not has_text and any(child.type == "image" for child in children)


def _is_attributes(text: str) -> bool:
    return not text.strip() or _ATTRIBUTES.fullmatch(text) is not None


def _place(text: str, children: Sequence[Token]) -> Iterator[Span]:
    """The texts in their places; one that is not found to the letter ends before the text begins."""
    position = 0
    titles: list[str] = []
    for child in children:
        if child.type == "link_open":
            titles.append(str(child.attrs.get("title", "")))
        elif child.type == "link_close":
            title = _find_title(text, position, titles.pop())
            if title is not None:
                yield title
                position = title.end
        elif child.type == "image":
            start = text.find(f"![{child.content}]", position) + 2
            closing = _CLOSING.match(text, start + len(child.content))
            if start < 2 or closing is None:
                yield Span(0, -1, Kind.ALT, "")
                return
            position = start + len(child.content)
            if child.content:
                yield _make_alt(start, child.content, closing)
            title = _find_title(text, position, str(child.attrs.get("title", "")))
            if title is not None and closing[0] == "](":
                yield title
                position = title.end


def _make_alt(start: int, content: str, closing: re.Match[str]) -> Span:
    """What names an image by its own text has to keep the name when the text is translated."""
    if closing[0] in ("]", "][]"):
        return Span(start, closing.end(), Kind.ALT, content, form=REFERENCE)
    return Span(start, closing.start(), Kind.ALT, content)


def _find_title(text: str, position: int, title: str) -> Span | None:
    start = text.find("](", position)
    for form in _TITLES if title.strip() and start >= 0 else ():
        for match in form.finditer(text, start):
            group = match.lastindex or 1
            if match[group] and unescapeAll(match[group]) == title:
                return Span(*match.span(group), Kind.ALT, match[group], form=QUOTED)
    return None
