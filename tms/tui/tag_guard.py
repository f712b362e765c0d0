"""Tags are kept whole: where a cursor may stand, what a deletion takes with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tms.values import MarkupSpan


@dataclass(frozen=True, slots=True)
class TagGuard:
    """The tags of one text that a key cannot cut in two."""

    spans: Sequence[MarkupSpan]

    def find_around(self, offset: int) -> MarkupSpan | None:
        """The tag in whose inside a place lies."""
        return next((span for span in self.spans if span.is_whole and span.start < offset < span.end), None)

    def find_beside(self, offset: int, step: int) -> MarkupSpan | None:
        """The tag that ends (step -1) or begins (1) at a place."""
        for span in self.spans:
            if span.is_whole and offset == (span.end if step < 0 else span.start):
                return span
        return None

    def find_exact(self, start: int, end: int) -> MarkupSpan | None:
        """The tag that lies exactly between two places."""
        return next((span for span in self.spans if span.is_whole and (span.start, span.end) == (start, end)), None)

    def snap(self, offset: int) -> int:
        """The nearest place outside of tags."""
        span = self.find_around(offset)
        if span is None:
            return offset
        return span.start if offset - span.start < span.end - offset else span.end

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """The places from which no tag is cut: those that lie partly between the two lie wholly between these."""
        first, last = self.find_around(start), self.find_around(end)
        return first.start if first else start, last.end if last else end

    def partner_of(self, span: MarkupSpan) -> MarkupSpan | None:
        """The other half of a pair."""
        return None if span.partner is None else self.spans[span.partner]

    def without_pair(self, text: str, span: MarkupSpan) -> tuple[str, int]:
        """The text without a tag and its other half, and where the cursor stands then."""
        halves = [span] if span.partner is None else [span, self.spans[span.partner]]
        for half in sorted(halves, key=lambda half: half.start, reverse=True):
            text = text[: half.start] + text[half.end :]
        before = sum(half.end - half.start for half in halves if half.end <= span.start)
        return text, span.start - before
