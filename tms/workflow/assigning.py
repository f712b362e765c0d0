"""Say who translates an article into a language, and by when."""

from datetime import date

from tms.errors import NotFoundError
from tms.models import Assignment
from tms.store import articles as store
from tms.store.members import find_member
from tms.workflow.articles import get_article, require_language
from tms.workflow.workspace import Workspace


def assign(workspace: Workspace, ref: str, language: str, pen_name: str, *, due: date | None = None) -> None:
    """Assign an article in a language to a member."""
    with workspace.writing() as session:
        article = get_article(session, ref)
        require_language(article, language)
        member = find_member(session, pen_name)
        if member is None or not member.is_active:
            raise NotFoundError(f"no member '{pen_name}'", "'tms member list' shows all")
        store.save_assignment(
            session, Assignment(article_id=article.id, language=language, member_id=member.id, due=due)
        )
