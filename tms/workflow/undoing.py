"""Take back a whole import: every article is as it was before, and nothing that anyone wrote is lost."""

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from tms.errors import InputError, NotFoundError, RefusedError
from tms.models import Article, ArticleRevision, ImportRun, Segment
from tms.models.columns import now
from tms.store import articles as store
from tms.store import segments
from tms.store.members import map_pen_names
from tms.store.rows import SegmentRow
from tms.store.translations import Act, get_translation, save_text
from tms.text.markup import strip_markup
from tms.tracking import grade_change
from tms.values import EventKind, Grade, Level, Role, Unit
from tms.workflow.diffing import parse_document
from tms.workflow.locals import list_rows
from tms.workflow.noting import read_note
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import as a list shows it."""

    number: int
    project: str
    name: str
    member: str
    at: datetime
    articles: int
    is_undone: bool


@dataclass(frozen=True, slots=True)
class UndoneArticle:
    """What taking back an import did to one article; `kept` are translations that somebody has changed since."""

    ref: str
    is_withdrawn: bool
    kept: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """In words."""
        kept = f"; changed since and kept: {', '.join(self.kept)}" if self.kept else ""
        return ("it was new and is withdrawn" if self.is_withdrawn else "as it was before") + kept


def list_imports(workspace: Workspace, project: str | None = None) -> tuple[ImportView, ...]:
    """The imports, the newest first."""
    with workspace.reading() as session:
        names = map_pen_names(session)
        return tuple(
            ImportView(
                row.id,
                row.project,
                row.name,
                name_member(names, row.member_id),
                row.at,
                row.articles,
                row.undone_at is not None,
            )
            for row in store.list_runs(session, project=project)
        )


def undo_import(workspace: Workspace, number: int, *, is_dry_run: bool = False) -> tuple[UndoneArticle, ...]:
    """Take back an import in one transaction; what was written since is kept. Importing the file again brings it back.

    Raises RefusedError when one of the articles was imported again since.
    """
    with workspace.reading() if is_dry_run else workspace.writing() as session:
        run = store.find_run(session, number)
        if run is None:
            raise NotFoundError(f"no import {number}", "'tms imports' lists them")
        if run.undone_at is not None:
            raise InputError(f"import {number} is undone already", "'tms imports' lists them")
        if run.undoes is not None:
            raise InputError(f"import {number} is the undoing of another", "import the file again")
        member = get_member(workspace, session)
        require_role(session, member, Role.COORDINATOR, "undo an import")
        undoer = _Undoer(session, run, member.id, is_dry_run=is_dry_run)
        return undoer.undo()


class _Undoer:
    def __init__(self, session: Session, run: ImportRun, member_id: str, *, is_dry_run: bool) -> None:
        self.session = session
        self.run = run
        self.is_dry_run = is_dry_run
        self.act = Act(EventKind.CARRIED, member_id, f"import {run.id} was undone")
        rows = store.list_articles(session, with_withdrawn=True)
        self.refs = {row.id: row.ref for row in rows}
        self.languages = {row.id: row.source_language for row in rows}
        self.notes = [read_note(stored) for stored in run.carried]

    def undo(self) -> tuple[UndoneArticle, ...]:
        """Undo article by article; those only that it brought translations of come last."""
        revisions = store.list_run_revisions(self.session, int(self.run.id or 0))
        for revision in revisions:
            self._require_newest(revision)
        withdrawn = {one.article_id for one in revisions if one.number == 1}
        places = dict.fromkeys([*(one.article_id for one in revisions), *(note.article_id for note in self.notes)])
        undone = tuple(
            UndoneArticle(self.refs[place], place in withdrawn, () if place in withdrawn else self._list_kept(place))
            for place in places
        )
        if not self.is_dry_run:
            self._write(revisions, withdrawn)
        return undone

    def _write(self, revisions: Sequence[ArticleRevision], withdrawn: AbstractSet[int]) -> None:
        taken_back = ImportRun(
            project_id=self.run.project_id,
            member_id=self.act.member_id,
            name=f"import {self.run.id} undone",
            undoes=self.run.id,
        )
        self.session.add(taken_back)
        self.run.undone_at = now()
        self.session.add(self.run)
        self.session.flush()
        for revision in revisions:
            self._undo_article(revision, int(taken_back.id or 0))
        notes = [note for note in self.notes if note.article_id not in withdrawn]
        live = {row.id for place in {note.article_id for note in notes} for row in list_rows(self.session, place)}
        for note in notes:
            # A paragraph that leaves with the import keeps what it was given: its neighbours may have changed since.
            if note.before.text is not None or note.before.covered_by is not None or note.translation_id in live:
                save_text(self.session, note.translation_id, note.before, self.act, expect_revision=note.revision)

    def _require_newest(self, revision: ArticleRevision) -> None:
        newest = store.find_revision(self.session, revision.article_id)
        if newest is not None and newest.number != revision.number:
            raise RefusedError(
                f"'{self.refs[revision.article_id]}' was imported again since", "undo the later import first"
            )

    def _list_kept(self, article_id: int) -> tuple[str, ...]:
        """What the import wrote and somebody has changed since."""
        return tuple(
            note.place
            for note in self.notes
            if note.article_id == article_id
            and get_translation(self.session, note.translation_id).revision != note.revision
        )

    def _undo_article(self, revision: ArticleRevision, run_id: int) -> None:
        article = store.get_article(self.session, revision.article_id)
        if revision.number == 1:
            article.withdrawn_at = now()
            self.session.add(article)
            return
        before = store.get_revision(self.session, revision.article_id, revision.number - 1)
        if not before.keys:
            raise RefusedError(
                f"'{self.refs[revision.article_id]}' was imported by an older tms, which did not note how it was",
                "import the earlier file again",
            )
        self._restore_layout(article, before, run_id)

    def _restore_layout(self, article: Article, before: ArticleRevision, run_id: int) -> None:
        """The earlier bytes come back as a new revision, each paragraph under the key that it had."""
        ref = self.refs[before.article_id]
        _, document = parse_document(before.data, ref, before.format)
        if len(document.units) != len(before.keys):
            raise RefusedError(
                f"'{ref}' would be cut otherwise by this version of tms", "import the earlier file again"
            )
        again = ArticleRevision(
            article_id=before.article_id,
            format=before.format,
            number=(store.find_revision(self.session, before.article_id) or before).number + 1,
            data=before.data,
            sha256=hashlib.sha256(before.data).hexdigest(),
            member_id=self.act.member_id,
            import_run_id=run_id,
            keys=before.keys,
        )
        self.session.add(again)
        self.session.flush()
        article.format, article.title = before.format, strip_markup(document.title).strip() or article.slug
        self.session.add(article)
        rows = [
            *segments.list_segments(self.session, before.article_id),
            *segments.list_segments(self.session, before.article_id, is_live=False),
        ]
        by_key = {row.key: row for row in rows}
        for row in rows:
            if row.position is not None and row.key not in before.keys:
                self._update(row, position=None)
        for position, (key, unit) in enumerate(zip(before.keys, document.units, strict=True)):
            self._restore_segment(by_key[key], position, unit, again)

    def _restore_segment(self, row: SegmentRow, position: int, unit: Unit, revision: ArticleRevision) -> None:
        values: dict[str, object] = {"position": position, "kind": unit.kind}
        if row.source != unit.text:
            grade = self._grade(row, unit, revision.article_id)
            values["version"] = row.version + 1
            version: dict[str, object] = {
                "segment_id": row.id,
                "number": row.version + 1,
                "text": unit.text,
                "level": grade.level,
                "reasons": list(grade.reasons),
                "set_by_person": False,
                "article_revision_id": revision.id,
            }
            segments.add_versions(self.session, [version])
        if row.position != position or row.kind is not unit.kind or "version" in values:
            self._update(row, **values)

    def _grade(self, row: SegmentRow, unit: Unit, article_id: int) -> Grade:
        if not row.source or not unit.text:
            return Grade(Level.CONTENT)
        return grade_change(row.source, unit.text, language=self.languages[article_id])

    def _update(self, row: SegmentRow, **values: object) -> None:
        self.session.execute(update(Segment).where(col(Segment.id) == row.id).values(**values))
