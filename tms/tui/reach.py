"""The paragraphs that a change reaches, and which of them are left out: plain state, no screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tms.tui.language import _
from tms.values import DiffPiece, ImpactRow

Key = tuple[str, str, str]


def key_of(row: ImpactRow) -> Key:
    """What a paragraph is known by: article, language, segment."""
    return row.article, row.language, row.segment


@dataclass(frozen=True, slots=True)
class Job:
    """The paragraphs of one article in one language that are to be changed."""

    article: str
    language: str
    segments: tuple[str, ...]


@dataclass(slots=True)
class Reach:
    """All rows in the order of the articles; `differences` has what the change does to each."""

    rows: Sequence[ImpactRow] = ()
    differences: Sequence[Sequence[DiffPiece]] = ()
    left_out: set[Key] = field(default_factory=set)

    def is_taken(self, row: ImpactRow) -> bool:
        """Whether a paragraph will be changed."""
        return row.proposed is not None and key_of(row) not in self.left_out

    def toggle(self, row: ImpactRow) -> bool:
        """Leave a paragraph out, or take it in again; whether it is in now."""
        self.left_out ^= {key_of(row)}
        return self.is_taken(row)

    def find(self, key: object) -> ImpactRow | None:
        """A row by its key."""
        return next((row for row in self.rows if key_of(row) == key), None)

    def difference_of(self, row: ImpactRow) -> Sequence[DiffPiece]:
        """What the change does to a row."""
        return self.differences[self.rows.index(row)]

    def list_groups(self) -> Iterator[tuple[list[ImpactRow], list[Sequence[DiffPiece]]]]:
        """The rows of each article in each language with their differences."""
        pairs = zip(self.rows, self.differences, strict=True)
        for _place, group in groupby(pairs, key=lambda pair: key_of(pair[0])[:2]):
            rows, differences = zip(*group, strict=True)
            yield list(rows), list(differences)

    def list_jobs(self) -> list[Job]:
        """What is to be changed, article by article."""
        taken = [row for row in self.rows if self.is_taken(row)]
        return [
            Job(article, language, tuple(row.segment for row in rows))
            for (article, language), rows in groupby(taken, key=lambda row: (row.article, row.language))
        ]

    def has_changes(self) -> bool:
        """Whether anything is to be changed."""
        return any(self.is_taken(row) for row in self.rows)

    def describe_counts(self) -> str:
        """How many paragraphs will be changed, are left out, need a hand."""
        by_hand = sum(row.proposed is None for row in self.rows)
        taken = sum(self.is_taken(row) for row in self.rows)
        counts = {_("taken in"): taken, _("left out"): len(self.rows) - by_hand - taken, _("by hand"): by_hand}
        return ", ".join(f"{number} {word}" for word, number in counts.items() if number)
