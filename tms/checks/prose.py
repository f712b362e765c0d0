"""The prose of a text: what a reader sees, with the way back to the places in the raw text.

Checks about prose look at `Prose.text`, where tags are gone, entities are their characters and an address, a piece
of code or a template is one "_". So no rule needs to know about markup, and no fix can break it.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tms.text.markup import find_protected_spans, find_tags
from tms.values import Severity, Spot

OBJECT = "_"
# What stands in them stands in lines of its own.
_BLOCK_NAMES = """
address article aside blockquote br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header
hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


@dataclass(frozen=True, slots=True)
class Prose:
    """Visible text of `raw`; `starts` and `ends` give for each visible character where it stands in `raw`."""

    raw: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The places in the raw text of a stretch of the visible one."""
        if self.starts is None or self.ends is None:
            return start, end
        first = self.starts[start] if start < len(self.starts) else len(self.raw)
        if start == end:
            return first, first
        return first, self.ends[end - 1]

    def is_plain(self, start: int, end: int) -> bool:
        """Whether no tag or object stands inside a stretch of the visible text."""
        if self.starts is None or self.ends is None:
            return True
        first, last = self.locate(start, end)
        if any(self.raw[self.starts[i]] == "<" and self.text[i] == "\n" for i in range(start, end)):
            return False
        return all(self.starts[i] == self.ends[i - 1] for i in range(start + 1, end)) and last >= first

    def spot(self, message: str, start: int, end: int, replacement: str | None = None) -> Spot:
        """A spot by visible offsets; the replacement is dropped where it would swallow a tag."""
        first, last = self.locate(start, end)
        is_safe = replacement is not None and self.is_plain(start, end)
        return Spot(message, first, last, replacement if is_safe else None)

    def insert_after(self, message: str, place: int, addition: str) -> Spot:
        """A spot that puts something directly after the visible sign before `place`, in front of any tag."""
        position = place if self.ends is None else self.ends[place - 1]
        return Spot(message, position, position, addition)

    def wrap(self, message: str, places: tuple[int, int], before: str, after: str) -> Spot:
        """A spot over a pair of signs, the visible ones at `places`, that puts others in their stead."""
        (first, inner_start), (inner_end, last) = (self.locate(place, place + 1) for place in places)
        inner = self.raw[inner_start:inner_end].strip(" \u00a0\u202f")
        return Spot(message, first, last, f"{before}{inner}{after}")


@lru_cache(maxsize=64)
def read_prose(raw: str) -> Prose:
    """The prose of a raw text; remembered, as a dozen checks ask for the same one."""
    protected = find_protected_spans(raw)
    if not protected:
        return Prose(raw, raw)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end, shown in [*_pieces(raw), (len(raw), len(raw), "")]:
        characters += raw[position:start]
        starts += range(position, start)
        ends += range(position + 1, start + 1)
        characters += shown
        starts += [start] * len(shown)
        ends += [end] * len(shown)
        position = end
    return Prose(raw, "".join(characters), tuple(starts), tuple(ends))


def _pieces(raw: str) -> Iterator[tuple[int, int, str]]:
    """What is not plain text, and what stands for it."""
    tags = {tag.start: tag for tag in find_tags(raw)}
    position = 0
    for span in find_protected_spans(raw):
        position = span.start
        while position < span.end:
            tag = tags.get(position)
            if tag is None:  # an address, or the inside of a code element
                end = next((place for place in range(position + 1, span.end) if place in tags), span.end)
                yield position, end, OBJECT
            else:
                end = tag.end
                yield position, end, _shown(tag.name, tag.raw)
            position = end


def _shown(name: str, raw: str) -> str:
    if name == "entity":
        return html.unescape(raw)
    if name in _BLOCKS and raw.startswith("<"):
        return "\n"
    return OBJECT if raw.startswith("`") or name in ("template", "placeholder", "autolink") else ""


def with_severity(spot: Spot, severity: Severity) -> Spot:
    """The same spot with a severity of its own."""
    return Spot(spot.message, spot.start, spot.end, spot.replacement, severity)
