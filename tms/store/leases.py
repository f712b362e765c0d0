"""Who is where, for how long."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, update
from sqlmodel import Session, col, select

from tms.models import Lease, Segment, Translation
from tms.store.columns import select_columns


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """A member at a paragraph of an article."""

    key: str
    member_id: str
    until: datetime
    claimed_until: datetime | None


def list_leases(session: Session, article_id: int, language: str, *, after: datetime) -> list[LeaseRow]:
    """The leases of an article in one language that have not run out at a moment."""
    query = (
        select_columns(Segment.key, Lease.member_id, Lease.until, Lease.claimed_until)
        .join(Translation, col(Translation.id) == col(Lease.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id, col(Translation.language) == language)
        .where(or_(col(Lease.until) > after, col(Lease.claimed_until) > after))
        .order_by(col(Segment.position), col(Lease.id))
    )
    return [LeaseRow(*row) for row in session.execute(query)]


def put_lease(
    session: Session, translation_id: int, member_id: str, *, until: datetime, claimed_until: datetime | None
) -> None:
    """Lengthen a member's lease or make one; an earlier claim stays where no new one is given."""
    values = {"until": until} if claimed_until is None else {"until": until, "claimed_until": claimed_until}
    place = (col(Lease.translation_id) == translation_id, col(Lease.member_id) == member_id)
    done = session.execute(update(Lease).where(*place).values(values))
    if done.rowcount == 0:  # type: ignore[attr-defined]  # a DML statement gives a CursorResult
        session.add(Lease(translation_id=translation_id, member_id=member_id, until=until, claimed_until=claimed_until))


def end_stays(session: Session, member_id: str, article_id: int, language: str, at: datetime) -> None:
    """A member is nowhere in an article any more; what was claimed there stays claimed."""
    mine = (col(Lease.member_id) == member_id, _is_in(article_id, language, None))
    session.execute(delete(Lease).where(*mine, col(Lease.claimed_until).is_(None)).execution_options(**_PLAIN))
    session.execute(update(Lease).where(*mine).values(until=at).execution_options(**_PLAIN))


def free(session: Session, member_id: str, article_id: int, language: str, keys: Collection[str]) -> None:
    """A member gives paragraphs free again."""
    mine = (col(Lease.member_id) == member_id, _is_in(article_id, language, keys))
    session.execute(update(Lease).where(*mine).values(claimed_until=None).execution_options(**_PLAIN))


def delete_expired(session: Session, before: datetime) -> None:
    """Forget what had run out before a moment."""
    is_over = or_(col(Lease.claimed_until).is_(None), col(Lease.claimed_until) < before)
    session.execute(delete(Lease).where(col(Lease.until) < before, is_over).execution_options(**_PLAIN))


_PLAIN = {"synchronize_session": False}


def _is_in(article_id: int, language: str, keys: Collection[str] | None) -> ColumnElement[bool]:
    query = (
        select(Translation.id)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id, col(Translation.language) == language)
    )
    if keys is not None:
        query = query.where(col(Segment.key).in_(keys))
    return col(Lease.translation_id).in_(query)
