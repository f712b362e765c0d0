"""Proposed terms and decisions on concepts."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from tms.models import Article, Project, Segment, TermDecision, TermProposal
from tms.store.columns import select_columns
from tms.values import ProposalState


def find_proposal(session: Session, proposal_id: int) -> TermProposal | None:
    """One proposal, locked until the transaction ends."""
    return session.exec(select(TermProposal).where(col(TermProposal.id) == proposal_id).with_for_update()).first()


def list_proposals(session: Session, *, state: ProposalState | None = None) -> list[TermProposal]:
    """Proposals, the oldest first."""
    query = select(TermProposal).order_by(col(TermProposal.id))
    if state is not None:
        query = query.where(col(TermProposal.state) == state)
    return list(session.exec(query))


def count_open_proposals(session: Session) -> int:
    """How many proposals wait."""
    query = select(func.count()).select_from(TermProposal).where(col(TermProposal.state) == ProposalState.OPEN)
    return session.exec(query).one()


def map_places(session: Session, segment_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Article and key of each of some segments."""
    query = (
        select_columns(Segment.id, Project.slug, Article.slug, Segment.key)
        .join(Article, col(Article.id) == col(Segment.article_id))
        .join(Project, col(Project.id) == col(Article.project_id))
        .where(col(Segment.id).in_(segment_ids))
    )
    return {row[0]: (f"{row[1]}/{row[2]}", row[3]) for row in session.execute(query)}


def list_decisions(session: Session, *, concept_id: str | None = None) -> list[TermDecision]:
    """Decisions, the newest first."""
    query = select(TermDecision).order_by(col(TermDecision.id).desc())
    if concept_id is not None:
        query = query.where(col(TermDecision.concept_id) == concept_id)
    return list(session.exec(query))
