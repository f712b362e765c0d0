"""Ways to look at an article at the desk, and how a paragraph of each kind looks in all of them."""

from dataclasses import dataclass
from enum import StrEnum

from tms.tui.language import N_
from tms.values import Kind


class Way(StrEnum):
    """A way to look at the paragraphs while one works on them."""

    SIDE = "side"
    LARGE = "large"
    REVIEW = "review"

    @property
    def is_large(self) -> bool:
        """Whether the open paragraph stands above its translation, and the others are closed to a line or so."""
        return self is not Way.SIDE


WAY_NAMES = {
    Way.SIDE: N_("side by side"),
    Way.LARGE: N_("one paragraph large"),
    Way.REVIEW: N_("review"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a kind of paragraph has beside its words: a quiet label or a space above, signs before its lines.

    `first` stands before the first line, `rest` before the others; both are as wide.
    """

    label: str = ""
    is_apart: bool = False
    first: str = ""
    rest: str = ""
    is_strong: bool = False

    @property
    def lead(self) -> int:
        """Lines above the words."""
        return int(self.is_apart or bool(self.label))

    @property
    def indent(self) -> int:
        """Cells before the words."""
        return len(self.first)


_PLAIN = Look()
_LOOKS = {
    Kind.TITLE: Look(label=N_("title"), is_strong=True),
    Kind.EXCERPT: Look(label=N_("excerpt")),
    Kind.HEADING: Look(is_apart=True, is_strong=True),
    Kind.LIST_ITEM: Look(first="• ", rest="  "),
    Kind.QUOTE: Look(first="│ ", rest="│ "),
    Kind.CAPTION: Look(label=N_("caption")),
    Kind.TABLE_CELL: Look(first="┆ ", rest="┆ "),
    Kind.ALT: Look(label=N_("picture in words")),
    Kind.LINK: Look(label=N_("link")),
    Kind.LABEL: Look(label=N_("label")),
}


def look_of(kind: Kind) -> Look:
    """How a kind of paragraph looks."""
    return _LOOKS.get(kind, _PLAIN)
