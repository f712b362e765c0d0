"""Find the article that a person names."""

from sqlmodel import Session

from tms.errors import InputError, NotFoundError
from tms.models import Project
from tms.store import articles as store
from tms.store.rows import ArticleRow


def get_article(session: Session, ref: str) -> ArticleRow:
    """The article named `project/slug`, or by its slug alone where that is unique."""
    project, _, slug = ref.rpartition("/")
    found = store.list_articles(session, project=project or None, slug=slug)
    if len(found) == 1:
        return found[0]
    if found:
        refs = ", ".join(article.ref for article in found)
        raise InputError(f"'{ref}' is in several projects", f"name one of {refs}")
    raise NotFoundError(f"no article '{ref}'", "'tms list' shows all articles")


def get_project(session: Session, slug: str, *, is_locked: bool = False) -> Project:
    """The project of that slug; raises NotFoundError."""
    found = store.find_project(session, slug, is_locked=is_locked)
    if found is None:
        raise NotFoundError(f"no project '{slug}'", "'tms project list' shows all; 'tms project add' makes one")
    return found


def require_language(article: ArticleRow, language: str) -> None:
    """Raise unless the article is translated into that language."""
    if language not in article.target_languages:
        known = ", ".join(article.target_languages) or "no language"
        raise NotFoundError(f"'{article.ref}' is not translated into '{language}'", f"its project goes into {known}")
