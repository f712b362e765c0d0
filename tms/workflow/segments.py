"""Find the segment that a person names."""

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.store import segments as store
from tms.store.rows import ArticleRow, SegmentRow


def get_segment(session: Session, article: ArticleRow, key: str) -> SegmentRow:
    """The live segment with that key, or the translation's own one."""
    found = store.find_segment(session, article.id, key)
    if found is None:
        raise NotFoundError(f"no segment '{key}' in '{article.ref}'", f"'tms show {article.ref}' lists the keys")
    return found
