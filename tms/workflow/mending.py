"""Fix what the checks can fix for certain, over an article, and take it back."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from tms.checks import ALL_CHECKS, Repaired, repair_text
from tms.errors import InputError
from tms.store import remarks
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act
from tms.values import EventKind, Finding, Kind, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.checking import Checker
from tms.workflow.editing import keep_row
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member
from tms.workflow.reading import get_row
from tms.workflow.rewriting import Rewriter
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Mended:
    """A paragraph with its text before and after, and how many findings of each check were fixed."""

    segment: str
    before: str
    after: str
    fixed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """What was mended in an article in one language, and what was left alone, with why."""

    article: str
    language: str
    mended: tuple[Mended, ...]
    left: tuple[tuple[str, str], ...]


def mend_article(
    workspace: Workspace,
    ref: str,
    language: str,
    *,
    checks: Collection[str] = (),
    keys: Collection[str] | None = None,
    is_dry_run: bool = False,
) -> Mending:
    """Apply the fixes of some checks, or of all, to the translations of an article, in one transaction.

    What is reviewed, waived or just being typed is left alone. States stay as they are. Raises InputError for a check
    that is not there.
    """
    unknown = sorted(set(checks) - {check.id for check in ALL_CHECKS})
    if unknown:
        raise InputError(f"no check '{unknown[0]}'", "docs/checks.md lists all")
    with workspace.reading() if is_dry_run else workspace.writing() as session:
        article = get_article(session, ref)
        require_language(article, language)
        member = get_member(workspace, session)
        plan = _Plan(workspace, session, article, set(checks) or None)
        mended: list[Mended] = []
        left: list[tuple[str, str]] = []
        for row in list_rows(session, article.id, language=language):
            if keys is not None and row.key not in keys:
                continue
            found = plan.mend(row)
            if found is None:
                continue
            why = plan.find_obstacle(row)
            if not why and not is_dry_run:
                told = ", ".join(f"{check} {count}" for check, count in found.fixed)
                act = Act(EventKind.MENDED, member.id, f"fixed: {told}")
                why = plan.rewriter.write(row, keep_row(row, text=found.after), act)
            if why:
                left.append((row.key, why))
            else:
                mended.append(found)
        return Mending(article.ref, language, tuple(mended), tuple(left))


def mend_text(workspace: Workspace, ref: str, key: str, language: str, text: str, checks: Collection[str]) -> Repaired:
    """A text as it is being typed for a segment with the fixes of some checks; nothing is saved."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        row = get_row(session, article, key, language)
        return _Plan(workspace, session, article, checks).repair(row, text)


def undo_mending(
    workspace: Workspace, ref: str, language: str, *, keys: Collection[str] | None = None
) -> tuple[str, ...]:
    """Take the last fixes back where nobody has written since; the paragraphs whose text is back."""
    with workspace.writing() as session:
        article = get_article(session, ref)
        require_language(article, language)
        member = get_member(workspace, session)
        rewriter = Rewriter(session, member)
        rows = list_rows(session, article.id, language=language)
        wanted = [row for row in rows if keys is None or row.key in keys]
        return tuple(row.key for row in wanted if rewriter.take_back(row, EventKind.MENDED, "fixes taken back"))


class _Plan:
    """Which texts can be mended, and into what."""

    def __init__(
        self, workspace: Workspace, session: Session, article: ArticleRow, checks: Collection[str] | None
    ) -> None:
        self._checker = Checker(workspace, session)
        self._article = article
        self._checks = checks
        self._waivers = remarks.list_waivers(session, article_id=article.id)
        self.rewriter = Rewriter(session, get_member(workspace, session))

    def mend(self, row: TranslationRow) -> Mended | None:
        """The text with all fixes; None where there is nothing to fix."""
        if not (row.text or "").strip() or row.covered_by is not None:
            return None
        repaired = self.repair(row, row.text or "")
        return Mended(row.key, row.text or "", repaired.text, repaired.fixed) if repaired.text != row.text else None

    def repair(self, row: TranslationRow, text: str) -> Repaired:
        """A text for that row with all fixes."""
        source = None if row.kind is Kind.LOCAL else row.source

        def find(text: str) -> tuple[Finding, ...]:
            return self._checker.check_texts(source, text, self._article, row.language, kind=row.kind)

        return repair_text(text, find, self._checks)

    def find_obstacle(self, row: TranslationRow) -> str:
        """Why a text is left alone, or ""."""
        if row.state is State.REVIEWED:
            return "it is reviewed; a fix would undo that"
        obstacle = self.rewriter.find_obstacle(row)
        if obstacle:
            return obstacle
        found = self._checker.check_row(self._article, row, self._waivers.get(row.id, ()))
        if any(finding.waived is not None for finding in found):
            return "a finding is waived, and a waiver ends when the text changes"
        return ""
