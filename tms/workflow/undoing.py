"""Take back a whole import: every article is as it was before, and nothing that anyone wrote is lost."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from tms.errors import InputError, NotFoundError, RefusedError
from tms.models import Article, ArticleRevision, ImportRun
from tms.models.columns import now
from tms.store import articles as store
from tms.store import segments
from tms.store.members import map_pen_names
from tms.store.rows import RevisionRow, SegmentRow
from tms.store.translations import Act, save_text
from tms.text.markup import strip_markup
from tms.tracking import grade_change
from tms.values import EventKind, Role, Unit
from tms.workflow.carrying import Carrier
from tms.workflow.diffing import parse_document
from tms.workflow.locals import list_rows
from tms.workflow.noting import UndoNote, read_notes
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.terms import list_sensitive_forms
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
        kept = f"; written since, and kept: {', '.join(self.kept)}" if self.kept else ""
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
        store.lock_project(session, run.project_id)
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
        self.articles = {row.id: row for row in store.list_articles(session, with_withdrawn=True)}
        self.notes = read_notes(session, int(run.id or 0))

    def undo(self) -> tuple[UndoneArticle, ...]:
        """Undo article by article; those only that it brought translations of come last."""
        revisions = store.list_revisions(self.session, run_id=int(self.run.id or 0))
        # Of an article that came in twice in one import the state before the first counts.
        first = {one.article_id: one for one in reversed(revisions)}
        for last in {one.article_id: one for one in revisions}.values():
            self._require_newest(last)
        withdrawn = {place for place, one in first.items() if one.number == 1 or one.revives}
        places = dict.fromkeys([*first, *(note.article_id for note in self.notes)])
        undone = tuple(
            UndoneArticle(self.articles[place].ref, place in withdrawn, self._list_kept(place, first.get(place)))
            for place in places
        )
        if not self.is_dry_run:
            self._write(first, withdrawn)
        return undone

    def _write(self, revisions: Mapping[int, RevisionRow], withdrawn: AbstractSet[int]) -> None:
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
        for place, revision in revisions.items():
            if place in withdrawn:
                article = store.get_article(self.session, place)
                article.withdrawn_at = now()
                self.session.add(article)
            else:
                self._restore_article(revision, int(taken_back.id or 0))
        self._restore_translations([note for note in self.notes if note.article_id not in withdrawn])

    def _restore_translations(self, notes: Sequence[UndoNote]) -> None:
        live = {row.id for place in {note.article_id for note in notes} for row in list_rows(self.session, place)}
        for note in notes:
            # A paragraph that leaves with the import keeps what it was given: its neighbours may have changed since.
            if note.translation_id in live:
                save_text(self.session, note.translation_id, note.before, self.act, expect_revision=note.revision)
        for place in {note.article_id for note in notes}:
            Carrier(self.session, self.articles[place], self.act).settle()

    def _require_newest(self, revision: RevisionRow) -> None:
        newest = store.list_revisions(self.session, article_id=revision.article_id)[-1]
        if (newest.sha256, newest.keys) != (revision.sha256, revision.keys):
            raise RefusedError(
                f"'{self.articles[revision.article_id].ref}' was imported again since", "undo the later import first"
            )

    def _list_kept(self, article_id: int, revision: RevisionRow | None) -> tuple[str, ...]:
        """What the import wrote and somebody has changed since, and what was written in paragraphs that it brought."""
        notes = {note.translation_id: note for note in self.notes if note.article_id == article_id}
        before = set(self._find_keys_before(revision))
        rows = segments.list_translations(self.session, article_id=article_id)
        changed = [
            row
            for row in rows
            if (row.id in notes and row.revision != notes[row.id].revision)
            or (revision is not None and row.id not in notes and row.key not in before and row.text is not None)
        ]
        return tuple(f"{row.key} ({row.language})" for row in changed)

    def _find_keys_before(self, revision: RevisionRow | None) -> tuple[str, ...]:
        if revision is None or revision.number == 1:
            return ()
        return store.list_revisions(self.session, article_id=revision.article_id)[revision.number - 2].keys

    def _restore_article(self, revision: RevisionRow, run_id: int) -> None:
        article = store.get_article(self.session, revision.article_id)
        before = store.get_revision(self.session, revision.article_id, revision.number - 1)
        if not before.keys:
            ref = self.articles[revision.article_id].ref
            raise RefusedError(
                f"'{ref}' was imported by an older tms, which did not note how it was",
                "import the earlier file again",
            )
        self._restore_layout(article, before, run_id)

    def _restore_layout(self, article: Article, before: ArticleRevision, run_id: int) -> None:
        """The earlier bytes come back as a new revision, each paragraph under the key that it had."""
        ref = self.articles[before.article_id].ref
        _, document = parse_document(before.data, ref, before.format)
        again = ArticleRevision(
            article_id=before.article_id,
            format=before.format,
            number=store.list_revisions(self.session, article_id=before.article_id)[-1].number + 1,
            data=before.data,
            sha256=before.sha256,
            member_id=self.act.member_id,
            import_run_id=run_id,
            keys=before.keys,
            address=before.address,
            site_id=before.site_id,
        )
        self.session.add(again)
        self.session.flush()
        article.format, article.title = before.format, strip_markup(document.title).strip() or article.slug
        article.address, article.site_id = before.address, before.site_id
        self.session.add(article)
        rows = [
            *segments.list_segments(self.session, before.article_id),
            *segments.list_segments(self.session, before.article_id, is_live=False),
        ]
        by_key = {row.key: row for row in rows}
        self._require_same_cuts(ref, [by_key[key] for key in before.keys], document.units)
        kept = set(before.keys)
        changes: list[dict[str, object]] = [
            {"id": row.id, "position": None} for row in rows if row.position is not None and row.key not in kept
        ]
        versions: list[dict[str, object]] = []
        language = self.articles[before.article_id].source_language
        sensitive = list_sensitive_forms(self.session, language)
        for position, (key, unit) in enumerate(zip(before.keys, document.units, strict=True)):
            row = by_key[key]
            values: dict[str, object] = {"id": row.id, "position": position, "kind": unit.kind}
            if row.source != unit.text:
                values["version"] = row.version + 1
                grade = grade_change(row.source, unit.text, language=language, sensitive=sensitive)
                versions.append(segments.make_version(row.id, row.version + 1, unit.text, grade, revision_id=again.id))
            changes.append(values)
        segments.add_versions(self.session, versions)
        segments.update_segments(self.session, changes)

    def _require_same_cuts(self, ref: str, rows: Sequence[SegmentRow], units: Sequence[Unit]) -> None:
        """Each key must have had the text that it would get: a newer program may cut the bytes otherwise."""
        wordings = segments.map_versions(self.session, article_id=rows[0].article_id)
        same = len(rows) == len(units) and all(
            unit.text == row.source or any(unit.text == one.text for one in wordings.get(row.id, ()))
            for row, unit in zip(rows, units, strict=True)
        )
        if not same:
            raise RefusedError(
                f"'{ref}' would be cut otherwise by this version of tms", "import the earlier file again"
            )
