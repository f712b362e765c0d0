"""An article laid open: segments, translations, findings, histories."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.store import remarks
from tms.store.rows import ArticleRow, TranslationRow
from tms.values import DeskRow, Finding, HistoryEntry, Kind, Notice
from tms.workflow.articles import get_article, require_language
from tms.workflow.checking import Checker
from tms.workflow.locals import list_rows
from tms.workflow.reading import list_entries, to_desk_row
from tms.workflow.standing import read_history
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShownTranslation:
    """A translation with what the checks say of it; `history` None unless asked for."""

    language: str
    row: DeskRow
    findings: tuple[Finding, ...]
    history: tuple[HistoryEntry, ...] | None


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """A segment with its translations; one that only a translation has stands after the segment `after`."""

    key: str
    kind: Kind
    position: int | None
    source: str
    source_version: int
    translations: tuple[ShownTranslation, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its live segments in reading order."""

    project: str
    slug: str
    title: str
    format: str
    source_language: str
    segments: tuple[ShownSegment, ...]
    notice: Notice | None = None


def show_article(
    workspace: Workspace, ref: str, *, language: str | None = None, key: str | None = None, with_history: bool = False
) -> ShownArticle:  # fmt: skip
    """Lay an article open, whole or one segment or language of it."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        if language is not None:
            require_language(article, language)
        rows = list_rows(session, article.id, language=language, key=key)
        if key is not None and not rows:
            raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
        shower = _Shower(workspace, session, article, with_history=with_history)
        shower.check(rows, is_whole=key is None)
        by_key: dict[str, list[TranslationRow]] = {}
        for row in rows:
            by_key.setdefault(row.key, []).append(row)
        return ShownArticle(
            project=article.project,
            slug=article.slug,
            title=article.title,
            format=article.format,
            source_language=article.source_language,
            segments=tuple(shower.show_segment(found) for found in by_key.values()),
            notice=article.notice,
        )


def find_notice(workspace: Workspace, ref: str) -> Notice | None:
    """What an article is labelled with."""
    with workspace.reading() as session:
        return get_article(session, ref).notice


class _Shower:
    def __init__(self, workspace: Workspace, session: Session, article: ArticleRow, *, with_history: bool) -> None:
        self.session = session
        self.article = article
        self.with_history = with_history
        self.checker = Checker(workspace, session)
        self.history = read_history(session, article)
        self.waivers = remarks.list_waivers(session, article_id=article.id)
        self.findings: dict[int, tuple[Finding, ...]] = {}

    def check(self, rows: Sequence[TranslationRow], *, is_whole: bool) -> None:
        """Look for findings: in all of the article at once, or in some rows of it."""
        for language in self.article.target_languages:
            own = [row for row in rows if row.language == language]
            if is_whole:
                self.findings |= self.checker.check_rows(self.article, own, self.waivers)
            else:
                for row in own:
                    found = self.checker.check_in_article(self.article, row, self.waivers.get(row.id, ()))
                    self.findings[row.id] = found

    def show_segment(self, rows: list[TranslationRow]) -> ShownSegment:
        first = rows[0]
        order = {language: place for place, language in enumerate(self.article.target_languages)}
        known = sorted((row for row in rows if row.language in order), key=lambda row: order[row.language])
        shown = tuple(self._show_translation(row) for row in known)
        return ShownSegment(first.key, first.kind, first.position, first.source, first.version, shown, first.after_key)

    def _show_translation(self, row: TranslationRow) -> ShownTranslation:
        findings = self.findings[row.id]
        history = list_entries(self.session, row.id) if self.with_history else None
        desk_row = to_desk_row(row, self.history, {})
        return ShownTranslation(row.language, desk_row, findings, history)
