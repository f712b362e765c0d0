"""What a translation was before an import changed it, kept with the import so that it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from sqlmodel import Session

from tms.store import articles as store
from tms.store.rows import TranslationRow
from tms.store.translations import NewText
from tms.values import Origin, State
from tms.workflow.editing import keep_row


@dataclass(frozen=True, slots=True)
class UndoNote:
    """A translation with its revision after the import, and what it was before."""

    article_id: int
    translation_id: int
    place: str
    revision: int
    before: NewText


def make_note(row: TranslationRow, before: NewText | None = None) -> UndoNote:
    """A note of what a translation is now, or of what it was `before`."""
    return UndoNote(row.article_id, row.id, f"{row.key} ({row.language})", row.revision, before or keep_row(row))


def list_changes(before: Sequence[TranslationRow], after: Sequence[TranslationRow]) -> tuple[UndoNote, ...]:
    """A note of each translation that changed or came between two readings."""
    known = {row.id: row for row in before}
    changed = [row for row in after if row.id not in known or known[row.id].revision != row.revision]
    empty = NewText(None, State.INITIAL, Origin.HUMAN)
    return tuple(make_note(row, keep_row(known[row.id]) if row.id in known else empty) for row in changed)


def write_notes(session: Session, run_id: int, notes: Sequence[UndoNote]) -> None:
    """Keep notes with their import."""
    store.add_notes(session, [_to_row(run_id, note) for note in notes])


def _to_row(run_id: int, note: UndoNote) -> dict[str, object]:
    said = {field.name: getattr(note.before, field.name) for field in fields(NewText)}
    return {
        "import_run_id": run_id,
        "article_id": note.article_id,
        "translation_id": note.translation_id,
        "place": note.place,
        "revision": note.revision,
        "before": {name: value for name, value in said.items() if value is not None},
    }


def read_notes(session: Session, run_id: int) -> tuple[UndoNote, ...]:
    """The notes of an import; of two of one translation what was before the first, and the revision after the last."""
    notes: dict[int, UndoNote] = {}
    for row in store.list_notes(session, run_id):
        said = dict(row.before)
        before = NewText(said.pop("text", None), State(said.pop("state")), Origin(said.pop("origin")), **said)
        first = notes.get(row.translation_id)
        note = UndoNote(row.article_id, row.translation_id, row.place, row.revision, before)
        notes[row.translation_id] = replace(first, revision=row.revision) if first else note
    return tuple(notes.values())
