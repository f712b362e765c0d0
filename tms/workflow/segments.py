"""Find the segment that a person names."""

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.store import segments as store
from tms.store.rows import ArticleRow, SegmentRow


def get_segment(session: Session, article: ArticleRow, key: str) -> SegmentRow:
    """The live segment with that key."""
    found = next((s for s in store.list_segments(session, article.id) if s.key == key), None)
    if found is None:
        raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
    return found
