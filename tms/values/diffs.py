"""A word diff as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class DiffKind(StrEnum):
    """What a piece of a diff is."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A run of text that is the same in both versions, or only in the old, or only in the new."""

    kind: DiffKind
    text: str
