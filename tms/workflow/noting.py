"""What a translation was before an import changed it, kept with the import so that it can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from tms.store.rows import TranslationRow
from tms.store.translations import NewText
from tms.values import Origin, State


@dataclass(frozen=True, slots=True)
class UndoNote:
    """A translation with its revision after the import, and what it was before."""

    article_id: int
    translation_id: int
    place: str
    revision: int
    before: NewText


def make_note(row: TranslationRow) -> UndoNote:
    """A note of what a translation is now."""
    before = NewText(**{field.name: getattr(row, field.name) for field in fields(NewText)})
    return UndoNote(row.article_id, row.id, f"{row.key} ({row.language})", row.revision, before)


def list_changes(before: Sequence[TranslationRow], after: Sequence[TranslationRow]) -> tuple[UndoNote, ...]:
    """A note of each translation that changed or came between two readings."""
    known = {row.id: row for row in before}
    changed = [row for row in after if row.id not in known or known[row.id].revision != row.revision]
    empty = NewText(None, State.INITIAL, Origin.HUMAN)
    return tuple(
        UndoNote(
            row.article_id,
            row.id,
            f"{row.key} ({row.language})",
            row.revision,
            make_note(known[row.id]).before if row.id in known else empty,
        )
        for row in changed
    )


def write_note(note: UndoNote) -> dict[str, Any]:
    """A note as it is stored."""
    said = {field.name: getattr(note.before, field.name) for field in fields(NewText)}
    return {
        "article": note.article_id,
        "translation": note.translation_id,
        "place": note.place,
        "revision": note.revision,
        "before": {name: value for name, value in said.items() if value is not None},
    }


def read_note(stored: Mapping[str, Any]) -> UndoNote:
    """A note as it was stored."""
    said = dict(stored["before"])
    before = NewText(said.pop("text", None), State(said.pop("state")), Origin(said.pop("origin")), **said)
    return UndoNote(stored["article"], stored["translation"], stored["place"], stored["revision"], before)
