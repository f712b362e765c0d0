"""Entries of bilingual files (PO, XLIFF, TMX, CSV)."""

from dataclasses import dataclass

from tms.values.vocabulary import State


@dataclass(frozen=True, slots=True)
class BilingualEntry:
    """One source and target pair of a bilingual file; `number` counts from 1 in file order.

    `key` is the segment key where the file carries one. `previous_source` is what a stale text was made from.
    `revision` is the revision of the translation that the entry was written from, where tms wrote it.
    """

    number: int
    source: str
    target: str
    key: str = ""
    state: State = State.TRANSLATED
    previous_source: str | None = None
    note: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """A bilingual file as read: languages are "" where the file does not say.

    `article` is `project/slug` where the file came from tms.
    """

    format: str
    entries: tuple[BilingualEntry, ...]
    source_language: str = ""
    target_language: str = ""
    article: str = ""
