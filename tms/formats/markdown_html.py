"""HTML blocks in a Markdown text: their units, found by the reader of HTML."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tms.errors import InputError
from tms.formats.html_blocks import find_spans
from tms.formats.html_elements import BLOCKS, OPAQUE, VOID
from tms.formats.html_tokens import TokenKind, split_tokens
from tms.formats.splice import Span

HTML = "html"

_TRANSLATE = re.compile(r"translate\b", re.IGNORECASE)


def find_html(text: str) -> list[Span]:
    """The units of a block of HTML; none where something in it stays open that would hide the rest."""
    if text.rfind("<") > text.rfind(">"):
        return []
    try:
        hidden = _hide_start(text)
        return list(find_spans(hidden, split_tokens(hidden)))
    except InputError:
        return []


def _hide_start(text: str) -> str:
    """The text with spaces for the inline tag in front that makes it a block of HTML: no unit may begin with it."""
    first = next(split_tokens(text, len(text) - len(text.lstrip())))
    if (
        first.kind is not TokenKind.START
        or first.name in BLOCKS | VOID | OPAQUE
        or _TRANSLATE.search(text, 0, first.end)
    ):
        return text
    return text[: first.start] + " " * (first.end - first.start) + text[first.end :]


def place_html(spans: Sequence[Span], lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[Span, int]]:
    """The spans of a block moved to where its lines start in the file, each with the number of its line."""
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    for span in spans:
        first = bisect_right(offsets, span.start) - 1
        last = bisect_right(offsets, max(span.start, span.end - 1)) - 1
        start = starts[first] + span.start - offsets[first]
        end = starts[last] + span.end - offsets[last]
        yield Span(start, end, span.kind, span.text, span.continuation, HTML), first
