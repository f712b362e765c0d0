"""Write an import plan: the bytes, the segments, the wordings, and what becomes of the translations."""

import hashlib
from collections.abc import Mapping, Sequence

from sqlmodel import Session

from tms.errors import RefusedError
from tms.models import Article, ArticleRevision, ImportRun, Project
from tms.store import articles as store
from tms.store import segments
from tms.store.rows import SegmentRow
from tms.store.translations import Act
from tms.text.markup import strip_markup
from tms.values import Change, EventKind, Grade, Level, Pair, Unit
from tms.workflow.articles import get_article, get_project
from tms.workflow.attaching import attach_piece
from tms.workflow.carrying import Carrier
from tms.workflow.importing_plan import SET_BY_PERSON, ArticlePlan, ImportPlan, TranslationPlan, find_kept
from tms.workflow.locals import find_anchors, list_rows
from tms.workflow.naming import make_site_id
from tms.workflow.noting import UndoNote, list_changes, write_notes
from tms.workflow.people import get_member
from tms.workflow.workspace import Workspace


class ImportWriter:
    """Writes a plan within one transaction, as part of the import `run_id` or of a new one."""

    def __init__(self, workspace: Workspace, session: Session, plan: ImportPlan, run_id: int | None = None) -> None:
        self.workspace = workspace
        self.session = session
        self.plan = plan
        self.project = get_project(session, plan.project, is_locked=True)
        self.member_id = get_member(workspace, session).id
        self.run_id = run_id

    def write(self) -> int | None:
        """Write; the number of the import, None where nothing has changed. Raises RefusedError for an old plan."""
        for plan in self.plan.articles:
            if not plan.is_same:
                self._write_article(plan)
        for translation in self.plan.translations:
            self._attach(translation)
        return self.run_id

    def _attach(self, piece: TranslationPlan) -> None:
        article = get_article(self.session, f"{self.plan.project}/{piece.slug}")
        before = list_rows(self.session, article.id, language=piece.language)
        attach_piece(self.workspace, self.session, article, piece)
        self._note(list_changes(before, list_rows(self.session, article.id, language=piece.language)))

    def _note(self, notes: Sequence[UndoNote]) -> None:
        if notes:
            self.run_id = self.run_id or self._begin()
            write_notes(self.session, self.run_id, notes)

    def _begin(self) -> int:
        run = ImportRun(
            project_id=int(self.project.id or 0),
            member_id=self.member_id,
            name=self.plan.name,
            sha256=self.plan.sha256,
        )
        self.session.add(run)
        self.session.flush()
        return int(run.id or 0)

    def _write_article(self, plan: ArticlePlan) -> None:
        self.run_id = self.run_id or self._begin()
        project_id = int(self.project.id or 0)
        article = store.find_article(self.session, project_id, plan.slug)
        article = article or Article(project_id=project_id, slug=plan.slug, format=plan.format)
        self.session.add(article)
        self.session.flush()
        last = store.find_revision(self.session, int(article.id or 0))
        if (last.number if last else 0) != plan.base_revision:
            raise RefusedError(f"'{plan.slug}' was imported by someone else in the meantime", "run the import again")
        article.format, article.title = plan.format, strip_markup(plan.document.title).strip() or plan.slug
        article.address = plan.slice.address or article.address
        article.site_id = make_site_id(plan.slice) or article.site_id
        article.group_key = plan.slice.group or article.group_key
        revives, article.withdrawn_at = article.withdrawn_at is not None, None
        revision = ArticleRevision(
            article_id=int(article.id or 0),
            number=plan.base_revision + 1,
            format=plan.format,
            data=plan.slice.data,
            sha256=hashlib.sha256(plan.slice.data).hexdigest(),
            member_id=self.member_id,
            import_run_id=self.run_id,
            address=article.address,
            site_id=article.site_id,
            revives=revives,
        )
        self.session.add(revision)
        self.session.flush()
        self._note(_ArticleWriter(self.session, self.project, article, revision, plan).write())


class _ArticleWriter:
    def __init__(
        self, session: Session, project: Project, article: Article, revision: ArticleRevision, plan: ArticlePlan
    ) -> None:
        self.session = session
        self.project = project
        self.article = article
        self.revision = revision
        self.plan = plan
        self.removed: set[str] = set()
        self.changes: list[dict[str, object]] = []
        self.keys: dict[int, str] = {}
        self.new_segments: list[dict[str, object]] = []
        self.new_texts: dict[str, Unit] = {}
        self.versions: list[dict[str, object]] = []

    def write(self) -> tuple[UndoNote, ...]:
        """Write the article; what its translations were before."""
        languages = tuple(self.project.target_languages)
        (row,) = store.list_articles(self.session, project=self.project.slug, slug=self.article.slug)
        carrier = Carrier(self.session, row, Act(EventKind.CARRIED, self.revision.member_id))
        for pair in self.plan.pairs:
            self._write_pair(pair)
        segments.update_segments(self.session, self.changes)
        self.revision.keys = [self.keys[position] for position in range(len(self.plan.document.units))]
        ids = segments.add_segments(self.session, self.new_segments)
        self._add_first_versions(ids)
        segments.add_versions(self.session, self.versions)
        segments.add_translations(
            self.session, ((ids[key], language) for key in self.new_texts for language in languages)
        )
        carrier.carry(self.plan, self.keys, self.removed)
        self._move_notes()
        return carrier.notes

    def _move_notes(self) -> None:
        """What stands in one translation only, behind a paragraph that left, stands behind the one before that."""
        if not self.removed or not self.plan.base_revision:
            return
        notes = {row.key: row for row in segments.list_local_translations(self.session, article_id=self.article.id)}
        before = store.get_revision(self.session, self.revision.article_id, self.plan.base_revision)
        places = {key: row.after_key for key, row in notes.items()}
        ids = {key: one for one, key, _ in segments.list_segment_ids(self.session, self.revision.article_id)}
        live = sorted(self.revision.keys, key=lambda key: ids[key])
        for key, anchor in find_anchors(places, before.keys, set(live)).items():
            # Where the order of making leads to the same place the anchor stays, for when its paragraph returns.
            made = next((one for one in reversed(live) if ids[one] < ids[places[key] or ""]), None)
            if made != anchor:
                segments.move_local_segment(self.session, notes[key].segment_id, anchor)

    def _write_pair(self, pair: Pair) -> None:
        old = [self.plan.old[position] for position in pair.old]
        units = self.plan.document.units
        if pair.change is Change.DELETED:
            self._remove(old[0])
        elif pair.change is Change.INSERTED:
            self._insert(pair.new[0])
        else:
            # The longest part of a split keeps the key; of a merge the first lives on.
            kept = find_kept(pair, units, self.plan.returned)
            self._keep(old[0], kept, pair)
            for position in pair.new:
                if position != kept:
                    self._insert(position)
            for gone in old[1:]:
                self._remove(gone)

    def _keep(self, row: SegmentRow, position: int, pair: Pair) -> None:
        unit = self.plan.document.units[position]
        values: dict[str, object] = {}
        self.keys[position] = row.key
        if row.position != position:
            values["position"] = position
        if row.kind is not unit.kind:
            values["kind"] = unit.kind
        if row.source != unit.text:
            values["version"] = row.version + 1
            self._add_version(row, unit.text, pair)
        if values:
            self.changes.append({"id": row.id, **values})

    def _add_version(self, row: SegmentRow, text: str, pair: Pair) -> None:
        self.versions.append(
            segments.make_version(
                row.id,
                row.version + 1,
                text,
                Grade(pair.level, pair.reasons),
                revision_id=self.revision.id,
                set_by_person=SET_BY_PERSON in pair.reasons,
            )
        )

    def _remove(self, row: SegmentRow) -> None:
        self.removed.add(row.key)
        self.changes.append({"id": row.id, "position": None})

    def _insert(self, position: int) -> None:
        unit = self.plan.document.units[position]
        back = self.plan.returned.get(position)
        if back is not None:
            self._keep(back.segment, position, back.pair)
            return
        key = f"s{self.article.next_key}"
        self.article.next_key += 1
        self.keys[position] = key
        self.new_texts[key] = unit
        self.new_segments.append(
            {"article_id": self.article.id, "key": key, "kind": unit.kind, "position": position, "version": 1}
        )

    def _add_first_versions(self, ids: Mapping[str, int]) -> None:
        first = Grade(Level.NONE)
        self.versions += [
            segments.make_version(ids[key], 1, unit.text, first, revision_id=self.revision.id)
            for key, unit in self.new_texts.items()
        ]
