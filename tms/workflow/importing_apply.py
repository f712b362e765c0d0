"""Write an import plan: the bytes, the segments, the wordings."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import update
from sqlmodel import Session, col

from tms.errors import RefusedError
from tms.models import Article, ArticleRevision, Segment
from tms.store import articles as store
from tms.store import segments
from tms.store.rows import SegmentRow
from tms.store.translations import Act
from tms.text.markup import strip_markup
from tms.values import Change, EventKind, Level, Pair, Unit
from tms.workflow.articles import get_project
from tms.workflow.editing import uncover
from tms.workflow.importing_plan import SET_BY_PERSON, ArticlePlan, find_kept
from tms.workflow.people import get_member
from tms.workflow.workspace import Workspace


def apply_article(workspace: Workspace, session: Session, plan: ArticlePlan) -> None:
    """Apply one plan within the transaction of the import."""
    project = get_project(session, plan.project, is_locked=True)
    article = store.find_article(session, int(project.id or 0), plan.slug)
    article = article or Article(project_id=int(project.id or 0), slug=plan.slug, format=plan.format)
    session.add(article)
    session.flush()
    last = store.find_revision(session, int(article.id or 0))
    if (last.number if last else 0) != plan.base_revision:
        raise RefusedError(f"'{plan.slug}' was imported by someone else in the meantime", "run the import again")
    article.format, article.title = plan.format, strip_markup(plan.document.title).strip() or plan.slug
    revision = ArticleRevision(
        article_id=int(article.id or 0),
        number=plan.base_revision + 1,
        data=plan.data,
        sha256=hashlib.sha256(plan.data).hexdigest(),
        member_id=get_member(workspace, session).id,
    )
    session.add(revision)
    session.flush()
    _Writer(session, article, revision, plan).write(tuple(project.target_languages))


class _Writer:
    def __init__(self, session: Session, article: Article, revision: ArticleRevision, plan: ArticlePlan) -> None:
        self.session = session
        self.article = article
        self.revision_id = int(revision.id or 0)
        self.plan = plan
        self.member_id = revision.member_id
        self.removed: set[str] = set()
        self.new_segments: list[dict[str, object]] = []
        self.new_texts: dict[str, Unit] = {}
        self.versions: list[dict[str, object]] = []

    def write(self, languages: tuple[str, ...]) -> None:
        for pair in self.plan.pairs:
            self._write_pair(pair)
        ids = segments.add_segments(self.session, self.new_segments)
        self._add_first_versions(ids)
        segments.add_versions(self.session, self.versions)
        segments.add_translations(
            self.session, ((ids[key], language) for key in self.new_texts for language in languages)
        )
        if self.removed:
            act = Act(EventKind.CARRIED, self.member_id)
            for language in languages:
                uncover(self.session, int(self.article.id or 0), self.removed, language, act)

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
        if row.position != position:
            values["position"] = position
        if row.kind is not unit.kind:
            values["kind"] = unit.kind
        if row.source != unit.text:
            values["version"] = row.version + 1
            self._add_version(row, unit.text, pair)
        if values:
            self.session.execute(update(Segment).where(col(Segment.id) == row.id).values(**values))

    def _add_version(self, row: SegmentRow, text: str, pair: Pair) -> None:
        self.versions.append(
            {
                "segment_id": row.id,
                "number": row.version + 1,
                "text": text,
                "level": pair.level,
                "reasons": list(pair.reasons),
                "set_by_person": SET_BY_PERSON in pair.reasons,
                "article_revision_id": self.revision_id,
            }
        )

    def _remove(self, row: SegmentRow) -> None:
        self.removed.add(row.key)
        self.session.execute(update(Segment).where(col(Segment.id) == row.id).values(position=None))

    def _insert(self, position: int) -> None:
        unit = self.plan.document.units[position]
        back = self.plan.returned.get(position)
        if back is not None:
            self._keep(back.segment, position, back.pair)
            return
        key = f"s{self.article.next_key}"
        self.article.next_key += 1
        self.new_texts[key] = unit
        self.new_segments.append(
            {"article_id": self.article.id, "key": key, "kind": unit.kind, "position": position, "version": 1}
        )

    def _add_first_versions(self, ids: Mapping[str, int]) -> None:
        for key, unit in self.new_texts.items():
            self.versions.append(
                {
                    "segment_id": ids[key],
                    "number": 1,
                    "text": unit.text,
                    "level": Level.NONE,
                    "reasons": [],
                    "set_by_person": False,
                    "article_revision_id": self.revision_id,
                }
            )
