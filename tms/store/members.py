"""Members."""

from collections.abc import Mapping

from sqlmodel import Session, col, func, select

from tms.models import Member
from tms.values import Role


def add_member(session: Session, pen_name: str, role: Role) -> Member:
    """A new member."""
    member = Member(pen_name=pen_name, role=role)
    session.add(member)
    session.flush()
    return member


def find_member(session: Session, pen_name: str) -> Member | None:
    """The member of that pen name."""
    return session.exec(select(Member).where(col(Member.pen_name) == pen_name)).first()


def list_members(session: Session, *, only_active: bool = False) -> list[Member]:
    """The members by pen name."""
    query = select(Member).order_by(col(Member.pen_name))
    return list(session.exec(query.where(col(Member.is_active)) if only_active else query))


def count_active_members(session: Session) -> int:
    """How many people work here."""
    return session.exec(select(func.count()).select_from(Member).where(col(Member.is_active))).one()


def map_pen_names(session: Session) -> Mapping[str, str]:
    """Pen names by member id; a forgotten member is not among them."""
    return dict(session.exec(select(Member.id, Member.pen_name)).all())
