"""Take back a bilingual file that was worked on elsewhere, without overwriting anything newer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.exchange import show_controls
from tms.store import segments
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText, list_events
from tms.text.normalize import normalize_text
from tms.values import BilingualEntry, BilingualFile, EventKind, Origin, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.bilingual import read_bilingual
from tms.workflow.editing import require_storable, write_text
from tms.workflow.people import get_member
from tms.workflow.standing import measure_standing, read_history
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
        judge = _Judge(session, article, file, target)
        entries = judge.judge_all()
        if not is_dry_run:
            _Merger(workspace, session, file).apply(entries, judge.rows)
    return Merged(article.ref, target, entries)


class _Judge:
    """Says of each entry what becomes of it, against the text here and the one that the file was written from."""

    def __init__(self, session: Session, article: ArticleRow, file: BilingualFile, language: str) -> None:
        self.session = session
        self.file = file
        found = segments.list_translations(session, article_id=article.id, language=language)
        self.rows = {row.key: row for row in found}
        history = read_history(session, article)
        self.stale = {row.key for row in found if measure_standing(row, history).is_stale}

    def judge_all(self) -> tuple[MergedEntry, ...]:
        """The verdict on every entry; of two with one key the second is a conflict."""
        seen: set[str] = set()
        merged = []
        for entry in self.file.entries:
            row = self.rows.get(entry.key)
            if entry.key in seen:
                ours = row.text if row else None
                why = "the file has this key twice"
                merged.append(MergedEntry(entry.key, Outcome.CONFLICT, entry.target, ours, why))
            elif row is None:
                merged.append(MergedEntry(entry.key, Outcome.UNKNOWN, entry.target, None, "no such segment now"))
            else:
                merged.append(self._judge(entry, row))
            seen.add(entry.key)
        return tuple(merged)

    def _judge(self, entry: BilingualEntry, row: TranslationRow) -> MergedEntry:
        if not entry.target.strip():
            return MergedEntry(entry.key, Outcome.EMPTY, entry.target, row.text)
        if _as_written(entry.target) == _as_written(row.text or "") and not self._is_finished(entry, row):
            return MergedEntry(entry.key, Outcome.SAME, entry.target, row.text)
        why = _find_conflict(entry, row)
        if why and self._is_untouched(entry, row):
            return MergedEntry(entry.key, Outcome.SAME, entry.target, row.text, "not touched in the file")
        return MergedEntry(entry.key, Outcome.CONFLICT if why else Outcome.TAKEN, entry.target, row.text, why)

    def _is_finished(self, entry: BilingualEntry, row: TranslationRow) -> bool:
        """Whether the file says of the same text that it is done: a draft was kept, or a stale one is still valid.

        Only PO can say the latter: who takes the fuzzy mark off means it.
        """
        is_kept = not row.state.is_done and entry.state.is_done
        is_confirmed = self.file.format == "po" and row.key in self.stale and entry.revision == row.revision
        return is_kept or (is_confirmed and entry.state.is_done)

    def _is_untouched(self, entry: BilingualEntry, row: TranslationRow) -> bool:
        """Whether the entry still has the text that it was written with."""
        if entry.revision is None:
            return False
        saves = [e for e in list_events(self.session, row.id) if e.kind is not EventKind.WAIVED]
        base = saves[entry.revision - 1].after if 0 < entry.revision <= len(saves) else None
        return base is not None and _as_written(base) == _as_written(entry.target)


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
        self.entries: dict[str, BilingualEntry] = {}
        for entry in file.entries:
            self.entries.setdefault(entry.key, entry)

    def apply(self, merged: Sequence[MergedEntry], rows: Mapping[str, TranslationRow]) -> None:
        for entry in merged:
            if entry.outcome is Outcome.TAKEN:
                self._write(rows[entry.key], self.entries[entry.key])

    def _write(self, row: TranslationRow, entry: BilingualEntry) -> None:
        # A review belongs to the reviewer who saw the text here: from outside it comes back as translated.
        state = State.DRAFT if entry.state is State.DRAFT else State.TRANSLATED
        new = NewText(require_storable(entry.target), state, Origin.HUMAN, source_version=row.version)
        write_text(self.session, row, new, Act(EventKind.MERGED, self.member.id, entry.note))
