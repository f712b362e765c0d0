"""Take back a bilingual file that was worked on elsewhere, without overwriting anything newer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.exchange import show_controls
from tms.store import segments
from tms.store.rows import TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import normalize_text
from tms.values import BilingualEntry, BilingualFile, EventKind, Origin, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.bilingual import read_bilingual
from tms.workflow.editing import require_storable, write_text
from tms.workflow.people import get_member
from tms.workflow.workspace import Workspace


class Outcome(StrEnum):
    """What became of an entry."""

    TAKEN = "taken"
    SAME = "same"
    EMPTY = "empty"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """An entry of the file beside the text that stands here."""

    key: str
    outcome: Outcome
    theirs: str
    ours: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, or with a dry run would do."""

    article: str
    language: str
    entries: tuple[MergedEntry, ...]

    def count(self, outcome: Outcome) -> int:
        """How many entries had that outcome."""
        return sum(entry.outcome is outcome for entry in self.entries)


def merge(workspace: Workspace, path: Path, *, is_dry_run: bool = False, language: str | None = None) -> Merged:
    """Merge a file three-way by the revision each entry was written from; nothing newer is overwritten."""
    file = read_bilingual(path, language=language)
    target = file.target_language or language
    if not file.article or not target:
        raise InputError(f"'{path}' does not say which article it belongs to", "merge files that 'tms export' wrote")
    context = workspace.reading() if is_dry_run else workspace.writing()
    with context as session:
        article = get_article(session, file.article)
        require_language(article, target)
        rows = {row.key: row for row in segments.list_translations(session, article_id=article.id, language=target)}
        entries = tuple(_judge(entry, rows) for entry in file.entries)
        if not is_dry_run:
            _Merger(workspace, session, file).apply(entries, rows)
    return Merged(article.ref, target, entries)


def _judge(entry: BilingualEntry, rows: Mapping[str, TranslationRow]) -> MergedEntry:
    row = rows.get(entry.key)
    if row is None:
        return MergedEntry(entry.key, Outcome.UNKNOWN, entry.target, None, "no such segment now")
    if not entry.target.strip():
        return MergedEntry(entry.key, Outcome.EMPTY, entry.target, row.text)
    if _as_written(entry.target) == _as_written(row.text or ""):
        same_state = entry.state is row.state or (entry.state is State.TRANSLATED and row.state.is_done)
        if same_state or row.state.is_done:
            return MergedEntry(entry.key, Outcome.SAME, entry.target, row.text)
    why = _find_conflict(entry, row)
    return MergedEntry(entry.key, Outcome.CONFLICT if why else Outcome.TAKEN, entry.target, row.text, why)


def _as_written(text: str) -> str:
    """The text as an exchange file carries it: control characters as pictures, line ends as LF, outer ones fitted."""
    return show_controls(text).strip("\n")


def _find_conflict(entry: BilingualEntry, row: TranslationRow) -> str:
    if normalize_text(_as_written(entry.source)) != normalize_text(_as_written(row.source)):
        return "the source has changed since the file was written"
    if row.covered_by is not None:
        return f"its translation is part of {row.covered_by}"
    if entry.revision is None:
        return "" if row.text is None else "the file does not say which revision it was made from"
    return "" if entry.revision == row.revision else "someone has saved here since the file was written"


class _Merger:
    def __init__(self, workspace: Workspace, session: Session, file: BilingualFile) -> None:
        self.session = session
        self.member = get_member(workspace, session)
        self.entries = {entry.key: entry for entry in file.entries}

    def apply(self, merged: Sequence[MergedEntry], rows: Mapping[str, TranslationRow]) -> None:
        for entry in merged:
            if entry.outcome is Outcome.TAKEN:
                self._write(rows[entry.key], self.entries[entry.key])

    def _write(self, row: TranslationRow, entry: BilingualEntry) -> None:
        # A review belongs to the reviewer who saw the text here: from outside it comes back as translated.
        state = State.DRAFT if entry.state is State.DRAFT else State.TRANSLATED
        new = NewText(require_storable(entry.target), state, Origin.HUMAN, source_version=row.version)
        write_text(self.session, row, new, Act(EventKind.MERGED, self.member.id, entry.note))
