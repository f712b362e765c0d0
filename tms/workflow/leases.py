"""Who is at which paragraph, and who has claimed one: said to others, never a lock.

Where one person works alone nothing of it is written.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from tms.store import leases as store
from tms.store import translations
from tms.store.members import count_active_members, map_pen_names
from tms.store.rows import ArticleRow
from tms.workflow.articles import get_article
from tms.workflow.people import get_member, name_member
from tms.workflow.workspace import Workspace

STAY = timedelta(seconds=60)
CLAIM = timedelta(minutes=30)
# Clocks of two machines do not agree to the second.
SKEW = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody at a paragraph until a moment; `claimed_until` where it is theirs for longer."""

    key: str
    who: str
    until: datetime
    claimed_until: datetime | None = None
    is_mine: bool = False

    def is_here(self, now: datetime) -> bool:
        """Whether the person is at the paragraph."""
        return self.until + SKEW > now

    def is_claimed(self, now: datetime) -> bool:
        """Whether the paragraph is claimed."""
        return self.claimed_until is not None and self.claimed_until + SKEW > now


@dataclass(frozen=True, slots=True)
class Company:
    """Who else is at an article; `is_alone` where nobody else is a member of the workspace."""

    presences: tuple[Presence, ...] = ()
    is_alone: bool = True


def stay(
    workspace: Workspace, ref: str, language: str, key: str, *, claims: bool = False, freed: Collection[str] = ()
) -> bool:
    """Say that I am at a paragraph, and nowhere else in the article; False, and nothing written, for who is alone.

    With `claims` the paragraph is mine for half an hour; claims on the `freed` ones end.
    """
    if _is_alone(workspace):
        return False
    now = datetime.now(UTC)
    with workspace.writing() as session:
        article, member = get_article(session, ref), get_member(workspace, session)
        store.end_stays(session, member.id, article.id, language, now - SKEW)
        store.free(session, member.id, article.id, language, freed)
        translation_id = translations.find_translation_id(session, article.id, key, language)
        if translation_id is not None:
            claimed_until = now + CLAIM if claims else None
            store.put_lease(session, translation_id, member.id, until=now + STAY, claimed_until=claimed_until)
        store.delete_expired(session, now - STAY)
    return True


def leave(workspace: Workspace, ref: str, language: str, *, freed: Collection[str] = ()) -> None:
    """Say that I am at the article no more; what I claimed and did not finish stays claimed until that runs out."""
    if _is_alone(workspace):
        return
    now = datetime.now(UTC)
    with workspace.writing() as session:
        article, member = get_article(session, ref), get_member(workspace, session)
        store.free(session, member.id, article.id, language, freed)
        store.end_stays(session, member.id, article.id, language, now - SKEW)
        store.delete_expired(session, now - STAY)


def list_company(workspace: Workspace, ref: str, language: str) -> Company:
    """Who is at an article in one language now."""
    with workspace.reading() as session:
        return read_company(workspace, session, get_article(session, ref), language)


def read_company(workspace: Workspace, session: Session, article: ArticleRow, language: str) -> Company:
    """The same within a transaction."""
    if count_active_members(session) < 2:
        return Company()
    names, me = map_pen_names(session), get_member(workspace, session).id
    rows = store.list_leases(session, article.id, language, after=datetime.now(UTC) - SKEW)
    presences = (
        Presence(
            row.key,
            name_member(names, row.member_id),
            _in_utc(row.until),
            None if row.claimed_until is None else _in_utc(row.claimed_until),
            row.member_id == me,
        )
        for row in rows
    )
    return Company(tuple(presences), is_alone=False)


def _is_alone(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return count_active_members(session) < 2


def _in_utc(at: datetime) -> datetime:
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
