"""Workspaces and projects: demo, init, project, db, backup, restore, doctor, and opening the TUI."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from tms.cli.options import Article, File, Lang, Linear
from tms.cli.output import Face
from tms.config import read_preferences
from tms.errors import InputError
from tms.values import Place

project_app = typer.Typer(help="Streams of work: add one, list them, read project.toml.", no_args_is_help=True)
database_app = typer.Typer(help="The database.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (demo, init, backup, restore, doctor):
        app.command()(command)
    app.command("open")(open_article)


def open_tui(face: Face, place: Place | None = None, *, is_linear: bool = False) -> None:
    """Open the editor on the workspace, full screen or in plain lines; the full screen needs a terminal."""
    settings = face.settings()
    preferences = read_preferences()
    if is_linear or preferences.linear:
        from tms.tui.linear.opening import greet

        greet(preferences, sys.stdout)
        from tms.tui.linear.loop import run_linear

        with face.workspace() as workspace:
            run_linear(workspace, preferences)
        return
    from tms.tui import launch

    launch(settings, preferences, place)


def open_article(
    context: typer.Context,
    article: Article,
    lang: Lang,
    segment: Annotated[str | None, typer.Option("--segment", metavar="KEY", help="The segment to begin at.")] = None,
) -> None:
    """Open the editor at an article, without a list to choose from.

    Example: tms open demo/letters --lang fr --segment s12
    """
    open_tui(context.obj, Place(article, lang, segment))


def demo(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option("--dir", metavar="DIR", help="Where; default a new temporary folder.")
    ] = None,
    no_tui: Annotated[bool, typer.Option("--no-tui", help="Build it, print its path, open nothing.")] = False,
    linear: Linear = False,
) -> None:
    """Build a small complete sample workspace and open it.

    Example: tms demo --dir /tmp/demo
    """
    from tms.workflow.demo import build_demo

    face: Face = context.obj
    target = folder or Path(tempfile.mkdtemp(prefix="tms-demo-"))
    is_there = folder is not None and (folder / "tms.toml").is_file()
    if is_there and no_tui:
        raise InputError(f"'{target}' is a workspace already", "name a new folder")
    path = target.resolve() if is_there else build_demo(target)
    if no_tui:
        face.show({"workspace": path}, [str(path)])
        return
    face.folder = path
    open_tui(face, is_linear=linear)


def init(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Default: TMS_WORKSPACE, else here.")] = None,
    bare: Annotated[bool, typer.Option("--bare", help="Without the glossaries that come with tms.")] = False,
) -> None:
    """Make a new workspace with the shipped glossaries.

    Example: tms init ~/translations
    """
    from tms.workflow import glossary_files, workspace

    face: Face = context.obj
    target = folder or face.folder or Path(os.environ.get("TMS_WORKSPACE") or Path.cwd())
    settings = workspace.create_workspace(target)
    opened = workspace.open_for_upgrade(settings)
    try:
        workspace.upgrade_schema(opened)
        count = 0
        if not bare:
            count = glossary_files.load_glossary(opened, workspace.copy_shipped_glossaries(settings)).count
    finally:
        opened.close()
    face.show(
        {"workspace": settings.workspace, "concepts": count},
        [
            f"made the workspace {settings.workspace} with {count} glossary concepts",
            f"next: cd {settings.workspace} && tms project add SLUG",
        ],
    )


@project_app.command("add")
def project_add(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(metavar="SLUG")],
    name: Annotated[str, typer.Option("--name", help="What people call it.")] = "",
    source: Annotated[str, typer.Option("--source", help="The language of the articles.")] = "en",
    target: Annotated[
        list[str] | None, typer.Option("--target", help="A language to translate into; repeatable.")
    ] = None,
) -> None:
    """Add a project.

    Example: tms project add uyghurs --target fr --target es
    """
    from tms.workflow.projects import add_project

    face: Face = context.obj
    with face.workspace() as workspace:
        view = add_project(workspace, slug, name=name, source=source, targets=target or ["fr", "es"])
    languages = ", ".join(view.target_languages)
    face.show(_project_document(view), [f"added '{view.slug}': {view.source_language} into {languages}"])


@project_app.command("list")
def project_list(context: typer.Context) -> None:
    """List the projects.

    Example: tms project list
    """
    from tms.workflow.projects import list_projects

    face: Face = context.obj
    with face.workspace() as workspace:
        views = list_projects(workspace)
    lines = [
        f"{v.slug}  {v.source_language} -> {', '.join(v.target_languages)}  {v.articles} articles  {v.name}"
        for v in views
    ]
    face.show({"projects": [_project_document(v) for v in views]}, lines or ["no project yet; 'tms project add SLUG'"])


@project_app.command("sync")
def project_sync(context: typer.Context, slug: Annotated[str | None, typer.Argument(metavar="[SLUG]")] = None) -> None:
    """Read projects/SLUG/project.toml into the database.

    Example: tms project sync uyghurs
    """
    from tms.workflow.projects import sync_projects

    face: Face = context.obj
    with face.workspace() as workspace:
        views = sync_projects(workspace, slug)
    lines = [f"read {v.slug}: {v.source_language} into {', '.join(v.target_languages)}" for v in views]
    face.show({"projects": [_project_document(v) for v in views]}, lines or ["no project.toml in projects/"])


def _project_document(view: object) -> dict[str, object]:
    names = ("slug", "name", "source_language", "target_languages", "articles")
    return {name: getattr(view, name) for name in names}


@database_app.command("upgrade")
def db_upgrade(context: typer.Context) -> None:
    """Bring the database to this program's schema.

    Example: tms db upgrade
    """
    from tms.workflow import workspace

    face: Face = context.obj
    opened = workspace.open_for_upgrade(face.settings())
    try:
        workspace.upgrade_schema(opened)
    finally:
        opened.close()
    face.show({"upgraded": True}, ["the database is up to date"])


def backup(context: typer.Context, file: File) -> None:
    """Write the whole database into one file.

    Example: tms backup ~/tms-2026-11-22.db
    """
    from tms.workflow.safekeeping import back_up

    face: Face = context.obj
    with face.workspace() as workspace:
        path = back_up(workspace, file)
    face.show({"backup": path}, [f"wrote {path}"])


def restore(context: typer.Context, file: File) -> None:
    """Put a backup in place of the database; what is there is kept beside it.

    Example: tms restore ~/tms.db
    """
    from tms.workflow.safekeeping import restore_backup

    face: Face = context.obj
    kept = restore_backup(face.settings(), file)
    face.show({"kept": kept}, [f"restored; the earlier database is kept as {kept}"])


def doctor(context: typer.Context) -> None:
    """Look for damage in the workspace; exit 1 if there is some.

    Example: tms doctor
    """
    from tms.tui.choices import find_problems
    from tms.workflow.safekeeping import examine

    face: Face = context.obj
    with face.workspace() as workspace:
        problems = [*examine(workspace), *find_problems(read_preferences())]
    face.show({"problems": problems}, problems or ["all is well"])
    if problems:
        raise typer.Exit(1)
