"""Projects, articles, their revisions, assignments and publications."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, func, select

from tms.models import Article, ArticleRevision, Assignment, ImportNote, ImportRun, Project, Publication
from tms.store.columns import select_columns
from tms.store.rows import ArticleRow, ImportRunRow, RevisionRow


def find_project(session: Session, slug: str, *, is_locked: bool = False) -> Project | None:
    """The project of that slug; `is_locked` keeps imports and changes of its languages apart."""
    query = select(Project).where(col(Project.slug) == slug)
    return session.exec(query.with_for_update() if is_locked else query).first()


def lock_project(session: Session, project_id: int) -> None:
    """Keep imports of a project apart until the transaction ends."""
    session.exec(select(Project.id).where(col(Project.id) == project_id).with_for_update()).one()


def list_projects(session: Session) -> list[Project]:
    """All projects by slug."""
    return list(session.exec(select(Project).order_by(col(Project.slug))))


def find_article(session: Session, project_id: int, slug: str) -> Article | None:
    """The article of that slug in a project."""
    query = select(Article).where(col(Article.project_id) == project_id, col(Article.slug) == slug)
    return session.exec(query).first()


def get_article(session: Session, article_id: int) -> Article:
    """The article as a table object, to be changed."""
    return session.exec(select(Article).where(col(Article.id) == article_id)).one()


def list_articles(
    session: Session, *, project: str | None = None, slug: str | None = None, with_withdrawn: bool = False
) -> list[ArticleRow]:
    """Articles by project and slug."""
    query = (
        select_columns(
            Article.id,
            Project.slug,
            Article.slug,
            Article.format,
            Article.title,
            Project.source_language,
            Project.target_languages,
            col(Article.withdrawn_at).is_not(None),
            Project.policy,
            Project.id,
            Article.embargo_until,
            Article.label,
            Article.neutral_title,
        )
        .join(Project, col(Project.id) == col(Article.project_id))
        .order_by(col(Project.slug), col(Article.slug))
    )
    if project is not None:
        query = query.where(col(Project.slug) == project)
    if slug is not None:
        query = query.where(col(Article.slug) == slug)
    if not with_withdrawn:
        query = query.where(col(Article.withdrawn_at).is_(None))
    return [ArticleRow(*(*row[:6], tuple(row[6]), *row[7:])) for row in session.execute(query)]


def find_revision(session: Session, article_id: int) -> ArticleRevision | None:
    """The newest bytes of an article."""
    query = select(ArticleRevision).where(col(ArticleRevision.article_id) == article_id)
    return session.exec(query.order_by(col(ArticleRevision.number).desc()).limit(1)).first()


def map_site_ids(session: Session, project_id: int) -> dict[str, str]:
    """Host and post number of each article of a project, by slug; "" where it came as a file."""
    query = select(Article.slug, Article.site_id).where(col(Article.project_id) == project_id)
    return dict(session.exec(query).all())


def get_revision(session: Session, article_id: int, number: int) -> ArticleRevision:
    """The bytes of an article as they were in revision `number`."""
    query = select(ArticleRevision).where(
        col(ArticleRevision.article_id) == article_id, col(ArticleRevision.number) == number
    )
    return session.exec(query).one()


def map_groups(session: Session, project_id: int) -> dict[str, str]:
    """The article of each group of translations that a site names, by the group."""
    query = select(Article.group_key, Article.slug).where(
        col(Article.project_id) == project_id, col(Article.group_key) != "", col(Article.withdrawn_at).is_(None)
    )
    return dict(session.exec(query).all())


def list_addresses(session: Session, project_id: int, language: str) -> list[tuple[str, str]]:
    """Where articles of a project stand on the site, and where their translations into a language do."""
    query = select(Article.address, Article.addresses).where(
        col(Article.project_id) == project_id, col(Article.address) != "", col(Article.withdrawn_at).is_(None)
    )
    return [(address, there[language]) for address, there in session.exec(query) if there.get(language)]


def list_revisions(session: Session, *, run_id: int | None = None, article_id: int | None = None) -> list[RevisionRow]:
    """The revisions that one import brought, or of one article, without their bytes, oldest first."""
    query = select_columns(
        ArticleRevision.article_id,
        ArticleRevision.number,
        ArticleRevision.sha256,
        ArticleRevision.keys,
        ArticleRevision.revives,
    ).order_by(col(ArticleRevision.article_id), col(ArticleRevision.number))
    if run_id is not None:
        query = query.where(col(ArticleRevision.import_run_id) == run_id)
    if article_id is not None:
        query = query.where(col(ArticleRevision.article_id) == article_id)
    return [RevisionRow(*(*row[:3], tuple(row[3]), row[4])) for row in session.execute(query)]


def add_notes(session: Session, notes: Sequence[dict[str, object]]) -> None:
    """Notes of an import in bulk."""
    if notes:
        session.execute(insert(ImportNote), list(notes))


def list_notes(session: Session, run_id: int) -> list[ImportNote]:
    """What translations were before an import changed them."""
    query = select(ImportNote).where(col(ImportNote.import_run_id) == run_id)
    return list(session.exec(query.order_by(col(ImportNote.id))))


def find_run(session: Session, run_id: int) -> ImportRun | None:
    """The import of that number."""
    return session.exec(select(ImportRun).where(col(ImportRun.id) == run_id)).first()


def list_runs(session: Session, *, project: str | None = None) -> list[ImportRunRow]:
    """Imports, the newest first, with the number of articles that each changed."""
    query = (
        select_columns(
            ImportRun.id,
            Project.slug,
            ImportRun.name,
            ImportRun.member_id,
            ImportRun.at,
            ImportRun.undone_at,
            func.count(func.distinct(col(ArticleRevision.article_id))),
        )
        .join(Project, col(Project.id) == col(ImportRun.project_id))
        .join(ArticleRevision, col(ArticleRevision.import_run_id) == col(ImportRun.id), isouter=True)
        .group_by(col(ImportRun.id), col(Project.slug))
        .order_by(col(ImportRun.id).desc())
    )
    if project is not None:
        query = query.where(col(Project.slug) == project)
    return [ImportRunRow(*row) for row in session.execute(query)]


def map_assignments(session: Session) -> Mapping[tuple[int, str], Assignment]:
    """Assignments by article and language."""
    return {(row.article_id, row.language): row for row in session.exec(select(Assignment))}


def save_assignment(session: Session, assignment: Assignment) -> None:
    """Assign an article and language anew."""
    key = (col(Assignment.article_id) == assignment.article_id, col(Assignment.language) == assignment.language)
    for earlier in session.exec(select(Assignment).where(*key)):
        session.delete(earlier)
    session.flush()
    session.add(assignment)


def map_publications(session: Session) -> Mapping[tuple[int, str], datetime]:
    """When each article was last exported for publication, by article and language."""
    query = select(Publication.article_id, Publication.language, func.max(Publication.at)).group_by(
        col(Publication.article_id), col(Publication.language)
    )
    return {(article_id, language): at for article_id, language, at in session.exec(query)}
