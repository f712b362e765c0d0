"""Streams of work: add one, read its project.toml, list them."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomlkit
from sqlmodel import Session

from tms.errors import InputError
from tms.models import Project
from tms.store import articles as store
from tms.store import segments
from tms.workflow.files import read_text, write_file
from tms.workflow.house_rules import RULES_KEYS, parse_rules
from tms.workflow.workspace import Workspace

SLUG = re.compile(r"[A-Za-z0-9._-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PROJECT_FILE = "project.toml"
_KNOWN_KEYS = ("name", "source_language", "target_languages", *RULES_KEYS)


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project as people see it."""

    slug: str
    name: str
    source_language: str
    target_languages: tuple[str, ...]
    articles: int


def add_project(
    workspace: Workspace, slug: str, *, name: str = "", source: str = "en", targets: Sequence[str] = ("fr", "es")
) -> ProjectView:
    """A new project, with a folder and a project.toml of its own."""
    if not SLUG.fullmatch(slug) or slug.startswith("."):
        raise InputError(f"'{slug}' cannot be a project's name", "use letters, digits, dots, dashes and underscores")
    values = _require_languages(source, targets)
    with workspace.writing() as session:
        if store.find_project(session, slug) is not None:
            raise InputError(f"there is a project '{slug}' already", "'tms project list' shows all")
        project = Project(slug=slug, name=name or slug, source_language=values[0], target_languages=list(values[1]))
        session.add(project)
        session.flush()
        view = _view(session, project)
    path = workspace.settings.projects / slug / PROJECT_FILE
    if not path.exists():
        write_file(path, _project_toml(view).encode())
    return view


def sync_projects(workspace: Workspace, slug: str | None = None) -> tuple[ProjectView, ...]:
    """Read projects/SLUG/project.toml, of one project or of all folders that have one, into the database."""
    folder = workspace.settings.projects
    paths = [folder / slug / PROJECT_FILE] if slug else sorted(folder.glob(f"*/{PROJECT_FILE}"))
    parsed = [(path.parent.name, values := _parse_project(path), _parse_rules(path, values)) for path in paths]
    with workspace.writing() as session:
        return tuple(_sync(session, name, values, rules) for name, values, rules in parsed)


def list_projects(workspace: Workspace) -> tuple[ProjectView, ...]:
    """All projects."""
    with workspace.reading() as session:
        return tuple(_view(session, project) for project in store.list_projects(session))


def _sync(session: Session, slug: str, values: dict[str, object], rules: dict[str, dict[str, str]]) -> ProjectView:
    project = store.find_project(session, slug, is_locked=True) or Project(slug=slug)
    source, targets = _require_languages(
        str(values.get("source_language", "en")), [str(t) for t in _list(values.get("target_languages", ["fr", "es"]))]
    )
    if project.id is not None and project.source_language != source and store.list_articles(session, project=slug):
        raise InputError(
            f"'{slug}' has articles in '{project.source_language}'",
            "a project's source language cannot change any more",
        )
    project.name = _require_text(values.get("name", slug))
    project.source_language, project.target_languages = source, list(targets)
    project.policy = {**project.policy, **rules}
    session.add(project)
    session.flush()
    missing = segments.list_missing_translations(session, int(project.id or 0), targets)
    segments.add_translations(session, missing)
    return _view(session, project)


def _parse_project(path: Path) -> dict[str, object]:
    try:
        values = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"'{path}' is not valid TOML: {error}", "mend that line") from error
    unknown = sorted(set(values) - set(_KNOWN_KEYS))
    if unknown:
        raise InputError(f"'{path}' has an unknown key '{unknown[0]}'", f"known are {', '.join(_KNOWN_KEYS)}")
    return values


def read_rules_file(path: Path) -> dict[str, dict[str, str]]:
    """The house rules of a project.toml, as they are stored; raises InputError."""
    return _parse_rules(path, _parse_project(path))


def _parse_rules(path: Path, values: dict[str, object]) -> dict[str, dict[str, str]]:
    try:
        return parse_rules(values)
    except InputError as error:
        raise InputError(f"'{path}': {error.message}", error.hint) from error


def _require_text(value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"name = {value!r} is not a text", 'write it in quotes: name = "…"')
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise InputError("target_languages is not a list", 'write it as target_languages = ["fr", "es"]')
    return value


def _require_languages(source: str, targets: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    for language in (source, *targets):
        if not _LANGUAGE.fullmatch(language):
            raise InputError(f"'{language}' is not a language tag", "use tags such as en, fr, es, es-419")
    if source in targets:
        raise InputError(f"'{source}' is the source and a target language", "take it out of the targets")
    return source, tuple(dict.fromkeys(targets))


def _view(session: Session, project: Project) -> ProjectView:
    articles = store.list_articles(session, project=project.slug)
    targets = tuple(project.target_languages)
    return ProjectView(project.slug, project.name, project.source_language, targets, len(articles))


def _project_toml(view: ProjectView) -> str:
    values = {
        "name": view.name,
        "source_language": view.source_language,
        "target_languages": list(view.target_languages),
    }
    return tomlkit.dumps(values)
