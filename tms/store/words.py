"""Words that a project knows."""

from sqlmodel import Session, col, select

from tms.models import KnownWord


def list_words(session: Session, project_id: int, *, language: str | None = None) -> list[KnownWord]:
    """The words of a project in their order; with a language those of it and the names for all."""
    query = select(KnownWord).where(col(KnownWord.project_id) == project_id)
    if language is not None:
        query = query.where(col(KnownWord.language).in_(["", language]))
    return list(session.exec(query.order_by(col(KnownWord.text), col(KnownWord.language))))


def find_word(session: Session, project_id: int, text: str, language: str) -> KnownWord | None:
    """One word."""
    query = select(KnownWord).where(
        col(KnownWord.project_id) == project_id, col(KnownWord.text) == text, col(KnownWord.language) == language
    )
    return session.exec(query).first()
