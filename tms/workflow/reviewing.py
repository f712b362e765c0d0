"""A reviewer's verdict, and "still valid" for a translation whose source changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from tms.errors import InputError, RefusedError
from tms.models import Member
from tms.store import remarks
from tms.store.members import count_active_members
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText, find_author
from tms.text.normalize import hash_text
from tms.values import EventKind, Origin, Role, Saved, Seen, State
from tms.workflow.articles import get_article, require_language
from tms.workflow.checking import Checker, find_error
from tms.workflow.editing import edit_row, keep_row, require_seen, write_text
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, require_role
from tms.workflow.reading import get_row
from tms.workflow.standing import measure_standing, read_history
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was approved, and why the rest could not be."""

    approved: tuple[Saved, ...]
    refused: tuple[tuple[str, str], ...]


def approve(
    workspace: Workspace, ref: str, keys: Sequence[str], language: str, *, seen: Mapping[str, Seen] | None = None
) -> tuple[Saved, ...]:
    """Approve these segments, all or none.

    Raises RefusedError that says why one cannot be approved, and ConflictError when one is not as it was `seen`.
    """
    return _review(workspace, ref, keys, language, seen=seen or {}).approved


def approve_all(workspace: Workspace, ref: str, language: str) -> Reviewed:
    """Approve every translated segment of an article that can be approved."""
    return _review(workspace, ref, (), language, seen={})


def _review(
    workspace: Workspace, ref: str, keys: Sequence[str], language: str, *, seen: Mapping[str, Seen]
) -> Reviewed:
    with workspace.writing() as session:
        article = get_article(session, ref)
        require_language(article, language)
        member = get_member(workspace, session)
        require_role(session, member, Role.REVIEWER, "approve")
        review = _Review(workspace, session, article, member)
        if keys:
            rows = [get_row(session, article, key, language) for key in keys]
            for row in rows:
                require_seen(session, row, seen.get(row.key))
        else:
            rows = list_rows(session, article.id, language=language)
            rows = [row for row in rows if row.state is State.TRANSLATED]
        reasons = [(row.key, reason) for row in rows if (reason := review.find_obstacle(row))]
        if reasons and keys:
            key, reason = reasons[0]
            raise RefusedError(
                f"'{key}' cannot be approved: {reason}", "mend it first", reasons=tuple(f"{k}: {r}" for k, r in reasons)
            )
        refused = {key for key, _ in reasons}
        approved = tuple(review.approve(row) for row in rows if row.key not in refused)
        return Reviewed(approved, tuple(reasons))


class _Review:
    def __init__(self, workspace: Workspace, session: Session, article: ArticleRow, member: Member) -> None:
        self.session = session
        self.article = article
        self.member = member
        self.is_alone = count_active_members(session) == 1
        self.checker = Checker(workspace, session)
        self.history = read_history(session, article)
        self.waivers = remarks.list_waivers(session, article_id=article.id)

    def find_obstacle(self, row: TranslationRow) -> str | None:
        """Why a translation cannot be approved; None when it can."""
        if not row.state.is_done or (row.text is None and row.covered_by is None):
            return "it is not translated yet" if row.text is None else "it is a draft that nobody has confirmed"
        standing = measure_standing(row, self.history)
        if standing.is_stale:
            return f"its source has changed since ({', '.join(standing.reasons) or standing.level.value})"
        if not self.is_alone and find_author(self.session, row.id, row.text) == self.member.id:
            return "you translated it yourself; another reviewer has to read it"
        error = find_error(self.checker, self.article, row, self.waivers.get(row.id, ()))
        return f"it has an error: {error.message}" if error else None

    def approve(self, row: TranslationRow) -> Saved:
        """Bind the review to the source version and the target that stand here."""
        new = keep_row(
            row,
            state=State.REVIEWED,
            reviewed_version=row.version,
            reviewed_hash=hash_text(row.text or ""),
            reviewer_id=self.member.id,
        )
        return write_text(self.session, row, new, Act(EventKind.APPROVED, self.member.id))


def return_translation(
    workspace: Workspace, ref: str, key: str, language: str, reason: str, *, seen: Seen | None = None
) -> Saved:
    """Give a translation back to the translator, as a draft, with the reason."""
    if not reason.strip():
        raise InputError("a translation is returned with a reason", "say what has to be changed")

    def edit(session: Session, _article: ArticleRow, row: TranslationRow) -> Saved:
        member = get_member(workspace, session)
        require_role(session, member, Role.REVIEWER, "return a translation")
        require_seen(session, row, seen)
        if row.text is None:
            raise RefusedError(f"'{key}' is not translated yet", "there is nothing to return")
        new = keep_row(row, state=State.DRAFT, reviewed_version=None, reviewed_hash=None, reviewer_id=None)
        return write_text(session, row, new, Act(EventKind.RETURNED, member.id, reason.strip()))

    return edit_row(workspace, ref, key, language, edit)


def confirm(
    workspace: Workspace, ref: str, key: str, language: str, reason: str = "", *, seen: Seen | None = None
) -> Saved:
    """Say "still valid" of a stale translation: from now on it is made from the current source."""

    def edit(session: Session, article: ArticleRow, row: TranslationRow) -> Saved:
        member = get_member(workspace, session)
        require_seen(session, row, seen)
        if row.text is None and row.covered_by is None:
            raise InputError(f"'{key}' is not translated yet", "there is nothing to confirm")
        history = read_history(session, article, segment_ids=[row.segment_id])
        standing = measure_standing(row, history)
        if standing.behind == 0 and row.source_version == row.version:
            raise InputError(f"'{key}' is not out of date", "nothing has changed in its source")
        return write_text(session, row, _confirmed(row, member), Act(EventKind.CONFIRMED, member.id, reason))

    return edit_row(workspace, ref, key, language, edit)


def _confirmed(row: TranslationRow, member: Member) -> NewText:
    if row.state is State.REVIEWED and member.role.rank >= Role.REVIEWER.rank:
        return keep_row(
            row,
            source_version=row.version,
            reviewed_version=row.version,
            reviewed_hash=hash_text(row.text or ""),
            reviewer_id=member.id,
        )
    state = State.DRAFT if row.state is State.DRAFT and row.origin is Origin.MACHINE else State.TRANSLATED
    return keep_row(
        row, state=state, source_version=row.version, reviewed_version=None, reviewed_hash=None, reviewer_id=None
    )
