"""Pull the posts of a WordPress site."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.importing import Force, show_plans
from tms.cli.options import DryRun
from tms.cli.output import Face
from tms.errors import ServiceError

if TYPE_CHECKING:
    from tms.workflow.importing_plan import ImportPlan
    from tms.workflow.pulling import PullTally

_SITE_HELP = "The site, a page of it, or the root of its REST API."


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(pull)


def pull(
    context: typer.Context,
    project: Annotated[str, typer.Argument(metavar="PROJECT")],
    url: Annotated[str, typer.Argument(metavar="URL", help=_SITE_HELP)],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what was changed after a day or time, such as 2026-11-22."),
    ] = None,
    pages: Annotated[bool, typer.Option("--pages", help="Also the site's pages, not only its posts.")] = False,
    dry_run: DryRun = False,
    force: Force = False,
    per_page: Annotated[
        int, typer.Option("--per-page", metavar="N", help="Posts in one answer; fewer for a weak server.")
    ] = 100,
) -> None:
    """Take in the posts of a WordPress site, or what is new in them.

    With TMS_WORDPRESS_USER and TMS_WORDPRESS_PASSWORD (an application password) they come with their block markup.

    Example: tms pull uyghurs https://example.org --since 2026-11-01 --dry-run
    """
    from tms.workflow.pulling import PullOptions, PullTally, read_credentials
    from tms.workflow.pulling import pull as pull_site

    face: Face = context.obj
    options = PullOptions(
        since, with_pages=pages, per_page=per_page, is_dry_run=dry_run, force=force, credentials=read_credentials()
    )
    tally = PullTally()
    rest: dict[str, object] = {}

    def list_plans() -> Iterator["ImportPlan"]:
        with face.workspace() as workspace:
            yield from pull_site(workspace, project, url, options, tally=tally, on_progress=face.progress)
        rest.update(_tally_document(tally))

    try:
        show_plans(face, _shown(face, list_plans()), is_dry_run=dry_run, rest=rest)
    except (ServiceError, KeyboardInterrupt):
        if tally.outcomes:
            face.note(f"stopped after {_tally_line(tally)}; pull again to go on")
        raise
    for note in tally.notes:
        face.note(f"note: {note}")
    if not face.is_json:
        face.note(_tally_line(tally))


def _shown(face: Face, plans: Iterator["ImportPlan"]) -> Iterator["ImportPlan"]:
    """A program gets every article, a person only those with news."""
    from tms.workflow.pulling import Outcome, find_outcome

    for plan in plans:
        news = tuple(article for article in plan.articles if find_outcome(article) is not Outcome.UNCHANGED)
        yield plan if face.is_json else replace(plan, articles=news)


def _tally_document(tally: "PullTally") -> dict[str, object]:
    from tms.workflow.pulling import Outcome

    counts = {str(outcome): tally.count(outcome) for outcome in reversed(Outcome)}
    return {"counts": {"read": len(tally.outcomes), **counts}, "notes": tally.notes}


def _tally_line(tally: "PullTally") -> str:
    from tms.workflow.pulling import Outcome

    counts = ", ".join(f"{tally.count(outcome)} {outcome}" for outcome in reversed(Outcome))
    return f"{len(tally.outcomes)} posts read: {counts}"
