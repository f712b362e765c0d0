"""What a paragraph said before and after each change of mine: an undo that outlives the evening."""

from dataclasses import dataclass
from itertools import accumulate

MOST_TEXTS = 200
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Trail:
    """Texts in the order in which they were typed, the oldest first, and which of them stands now.

    An empty trail knows no text. Never more than MOST_TEXTS texts or MOST_BYTES of UTF-8: the oldest fall off.
    """

    texts: tuple[str, ...] = ()
    position: int = -1

    @property
    def current(self) -> str | None:
        """The text that stands; None while the trail is empty."""
        return self.texts[self.position] if self.texts else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a text before this one."""
        return self.position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a text after this one."""
        return self.position < len(self.texts) - 1

    def push(self, text: str) -> "Trail":
        """A text was typed: it stands now, and what had been undone is gone; the same text again changes nothing."""
        if text == self.current:
            return self
        return _keep_within((*self.texts[: self.position + 1], text))

    def adopt(self, text: str) -> "Trail":
        """A text stands that was not typed here: it comes after all others, and none of them is gone."""
        return self if text == self.current else Trail(self.texts, len(self.texts) - 1).push(text)

    def settle(self, text: str) -> "Trail":
        """Go back to where a text stood last; one that never did is adopted."""
        for place in range(self.position, -1, -1):
            if self.texts[place] == text:
                return Trail(self.texts, place)
        return self.adopt(text)

    @property
    def steps_back(self) -> int:
        """How many texts come after the one that stands."""
        return max(0, len(self.texts) - 1 - self.position)

    def undo(self) -> "Trail":
        """One text back; at the oldest the trail stays as it is."""
        return Trail(self.texts, self.position - 1) if self.can_undo else self

    def redo(self) -> "Trail":
        """One text on; at the newest the trail stays as it is."""
        return Trail(self.texts, self.position + 1) if self.can_redo else self


def _keep_within(texts: tuple[str, ...]) -> Trail:
    """The newest texts that fit; the very newest is kept whatever its size."""
    newest = texts[-MOST_TEXTS:]
    sizes = accumulate(len(text.encode("utf-8", "surrogatepass")) for text in reversed(newest))
    fitting = max(1, sum(size <= MOST_BYTES for size in sizes))
    kept = newest[-fitting:]
    return Trail(kept, len(kept) - 1)
