"""Take articles in, list the imports, undo one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.options import DryRun, MaybeFormat, MaybeProject
from tms.cli.output import Face
from tms.cli.pages import list_page_lines, page_document
from tms.cli.pairs import list_pair_lines, pair_document
from tms.errors import InputError
from tms.values import Change, Level

if TYPE_CHECKING:
    from tms.workflow.importing_plan import ArticlePlan, ImportPlan, TranslationPlan
    from tms.workflow.splitting import PageHint

_LEVELS = ("markup", "typo", "content", "major")
Force = Annotated[bool, typer.Option("--force", help="Also when the article shrinks to under a third.")]
WithDrafts = Annotated[bool, typer.Option("--with-drafts", help="Also posts that are not public on the site.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import")(import_)
    app.command("imports")(imports)
    app.command("undo-import")(undo_import)


def import_(
    context: typer.Context,
    project: Annotated[str, typer.Argument(metavar="PROJECT")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders; - is standard input.")],
    format_id: MaybeFormat = None,
    article: Annotated[str | None, typer.Option("--article", metavar="SLUG", help="The article's name.")] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="LEVEL", help="auto, markup, typo, content or major.")
    ] = "auto",
    level_of: Annotated[
        list[str] | None,
        typer.Option("--level-of", metavar="KEY=LEVEL", help="The level of one paragraph; may be given again."),
    ] = None,
    dry_run: DryRun = False,
    force: Force = False,
    split: Annotated[bool, typer.Option("--split", help="The file is a page of several articles.")] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Of a broken WXR take the posts that are whole.")
    ] = False,
    with_drafts: WithDrafts = False,
) -> None:
    """Take in new articles, or new versions of known ones.

    Example: tms import uyghurs article.md --dry-run
    """
    from tms.workflow.importing import import_sources
    from tms.workflow.importing_plan import ImportOptions
    from tms.workflow.sourcing import list_sources
    from tms.workflow.splitting import split_files, to_source

    face: Face = context.obj
    if split and article is not None:
        raise InputError("--article names one article, and --split makes several", "leave one of them out")
    options = ImportOptions(
        format_id=format_id,
        slug=article,
        level=_parse_level(level),
        levels=_parse_levels(level_of or []),
        force=force,
        keep_going=keep_going,
        with_drafts=with_drafts,
    )
    with face.workspace() as workspace:
        pages = split_files(workspace, project, paths, format_id=format_id) if split else ()
        sources = tuple(map(to_source, pages)) if split else list_sources(paths, options)
        if not face.is_json:
            face.show({}, (line for page in pages for line in list_page_lines(page)))
        hints: list[tuple[str, PageHint]] = []
        plans = _watch_pages(import_sources(workspace, project, sources, options, is_dry_run=dry_run), hints)
        rest = {"pages": [page_document(page) for page in pages]} if split else None
        show_plans(face, plans, is_dry_run=dry_run, rest=rest)
    for where, hint in [] if split else hints:
        face.note(f"{where} looks like {hint}; --split takes it apart")


def _watch_pages(plans: Iterable["ImportPlan"], hints: "list[tuple[str, PageHint]]") -> Iterator["ImportPlan"]:
    """The plans as they come, with what is told afterwards of new articles that look like a page of several."""
    from tms.workflow.splitting import find_page_hint

    for plan in plans:
        new = [article.slice for article in plan.articles if article.is_new]
        hints += [(one.where, hint) for one in new if (hint := find_page_hint(one))]
        yield plan


def _parse_level(level: str) -> Level | None:
    if level == "auto":
        return None
    if level in _LEVELS:
        return Level(level)
    raise InputError(f"'{level}' is not a level", f"levels are auto, {', '.join(_LEVELS)}")


def _parse_levels(given: Sequence[str]) -> dict[str, Level]:
    levels: dict[str, Level] = {}
    for one in given:
        key, sign, word = one.partition("=")
        level = _parse_level(word) if sign and key else None
        if level is None:
            raise InputError(f"'{one}' is not KEY=LEVEL", "for example: --level-of s4=typo")
        levels[key] = level
    return levels


@dataclass(slots=True)
class _Told:
    """What is said after all articles: translations that came with them, and what was left out."""

    translations: list[dict[str, object]] = field(default_factory=list)
    skipped: list[dict[str, object]] = field(default_factory=list)

    def add(self, plan: "ImportPlan") -> None:
        self.translations += [_translation_document(one) for one in plan.translations]
        self.skipped += [{"where": one.where, "reason": one.reason, "fault": one.is_fault} for one in plan.skipped]


def show_plans(
    face: Face,
    plans: Iterable["ImportPlan"],
    *,
    is_dry_run: bool,
    rest: Mapping[str, object] | None = None,
) -> None:
    """Show what an import does, as it does it."""
    told = _Told()

    def list_items() -> Iterator[tuple[Mapping[str, object], Iterable[str]]]:
        for plan in plans:
            told.add(plan)
            for article in plan.articles:
                yield _plan_document(article) if face.is_json else {}, _plan_lines(article, is_dry_run=is_dry_run)

    def tell_rest() -> Mapping[str, object]:
        return {"translations": told.translations, "skipped": told.skipped, "dry_run": is_dry_run, **(rest or {})}

    face.show_each("articles", list_items(), tell_rest)
    if not face.is_json:
        face.show({}, _list_told(told, is_dry_run=is_dry_run))


def _list_told(told: _Told, *, is_dry_run: bool) -> Iterator[str]:
    verb = "would attach" if is_dry_run else "attached"
    for one in told.translations:
        yield f"{verb} {one['where']} to {one['article']} ({one['language']})"
    reasons: dict[object, list[object]] = {}
    for one in told.skipped:
        if one["fault"]:
            yield f"broken, left out: {one['where']}: {one['reason']}"
        else:
            reasons.setdefault(one["reason"], []).append(one["where"])
    for reason, places in reasons.items():
        yield f"left out ({reason}): {places[0] if len(places) == 1 else len(places)}"


def _translation_document(one: "TranslationPlan") -> dict[str, object]:
    return {"article": one.slug, "language": one.language, "where": one.slice.where, "title": one.slice.title}


def _plan_document(plan: "ArticlePlan") -> dict[str, object]:
    pairs = [pair_document(paired) for paired in plan.paired_texts()]
    return {"article": plan.slug, "project": plan.project, "format": plan.format, "new": plan.is_new, "pairs": pairs}


def _plan_lines(plan: "ArticlePlan", *, is_dry_run: bool) -> Iterator[str]:
    verb = "would import" if is_dry_run else "imported"
    if plan.is_same:
        yield f"{plan.project}/{plan.slug}: nothing has changed"
        return
    counts = {change: sum(p.change is change for p in plan.pairs) for change in Change}
    said = ", ".join(f"{count} {change}" for change, count in counts.items() if count)
    said = f"{len(plan.document.units)} paragraphs" if plan.is_new else said
    yield f"{verb} {plan.project}/{plan.slug} ({plan.format}): {said}"
    if not plan.is_new:
        yield from list_pair_lines(plan.paired_texts())


def imports(context: typer.Context, project: MaybeProject = None) -> None:
    """List the imports, the newest first.

    Example: tms imports uyghurs
    """
    from tms.workflow.undoing import list_imports

    face: Face = context.obj
    with face.workspace() as workspace:
        found = list_imports(workspace, project)
    documents = [
        {
            "import": one.number,
            "project": one.project,
            "name": one.name,
            "member": one.member,
            "at": one.at,
            "articles": one.articles,
            "undone": one.is_undone,
        }
        for one in found
    ]
    lines = [
        f"{one.number:>5}  {one.at:%Y-%m-%d %H:%M}  {one.project}  {one.articles} articles  {one.member}  {one.name}"
        + ("  (undone)" if one.is_undone else "")
        for one in found
    ]
    face.show({"imports": documents}, lines or ["nothing has been imported yet"])


def undo_import(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="IMPORT", help="Its number, as 'tms imports' prints it.")],
    dry_run: DryRun = False,
) -> None:
    """Take back a whole import: texts, order and keys are as before, and what was translated since is kept.

    Example: tms undo-import 12 --dry-run
    """
    from tms.workflow.undoing import undo_import as undo

    face: Face = context.obj
    with face.workspace() as workspace:
        undone = undo(workspace, number, is_dry_run=dry_run)
    verb = "would take back" if dry_run else "took back"
    lines = [f"{verb} {one.ref}: {one.said}" for one in undone]
    documents = [{"article": one.ref, "withdrawn": one.is_withdrawn, "kept": list(one.kept)} for one in undone]
    face.show({"undone": documents, "dry_run": dry_run}, lines)
