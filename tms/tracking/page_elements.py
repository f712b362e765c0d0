"""The `<article>` elements of a page in HTML."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.text.markup import strip_markup

_HEADING = re.compile(r"<(h[1-3])\b[^<>]{0,2000}>(.{1,2000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)
_TAG = re.compile(r"<!--|<(/?)article\b([^<>]{0,2000})>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Element:
    """An element by its offsets, with the text of its first heading and the language that it says."""

    start: int
    end: int
    title: str
    language: str


def find_elements(page: str) -> Iterator[Element]:
    """The outermost elements that have text; comments of readers are elements of this kind, too."""
    for start, end, attributes in _find_outermost(page):
        inside = page[start:end]
        if "comment" not in attributes.casefold() and strip_markup(inside).strip():
            said = _LANGUAGE.search(attributes)
            yield Element(start, end, find_heading(inside), said[1].lower() if said else "")


def find_heading(text: str) -> str:
    """The words of the first heading."""
    heading = _HEADING.search(text)
    return " ".join(html.unescape(strip_markup(heading[2])).split()) if heading else ""


def _find_outermost(page: str) -> Iterator[tuple[int, int, str]]:
    depth, start, attributes, position = 0, 0, "", 0
    while match := _TAG.search(page, position):
        position = match.end()
        if match[0] == "<!--":
            closing = page.find("-->", position)
            if closing < 0:
                return
            position = closing
        elif match[1]:
            if depth == 1:
                yield start, match.end(), attributes
            depth = max(0, depth - 1)
        else:
            if depth == 0:
                start, attributes = match.start(), match[2]
            depth += 1
