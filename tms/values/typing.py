"""What helps the hand while it types: pieces of markup, tags that are missing, replacements of what was typed."""

from dataclasses import dataclass
from enum import StrEnum


class TagRole(StrEnum):
    """The part of a piece of markup in a pair."""

    OPEN = "open"
    CLOSE = "close"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class MarkupSpan:
    """A piece of markup in a text by code-point offsets; `partner` is the place of its other half among the spans.

    `is_whole` is false for an address in the text: it is typed and mended letter by letter.
    """

    start: int
    end: int
    name: str
    role: TagRole = TagRole.SINGLE
    partner: int | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class MissingTag:
    """A tag of the source that a translation has not yet; `closing` is its other half, if that is missing too."""

    raw: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is put in place of the characters between two offsets."""

    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """The text with it."""
        return text[: self.start] + self.text + text[self.end :]

    def move(self, offset: int) -> int:
        """Where a place at or behind its end is afterwards."""
        return offset + len(self.text) - (self.end - self.start)
