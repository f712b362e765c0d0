"""What comes out, and when and where: export, merge, report, embargo, address."""

from pathlib import Path
from typing import Annotated

import typer

from tms.cli.articles import summary_document
from tms.cli.options import Article, Articles, DryRun, File, Folder, Lang, MaybeLang, MaybeProject
from tms.cli.output import Face, write_bytes
from tms.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (export, merge, report, embargo, address):
        app.command()(command)


def export(
    context: typer.Context,
    articles: Articles,
    lang: Lang,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="source, html, json; for exchange po, xliff, csv.")],
    output: Folder = None,
    allow_incomplete: Annotated[
        bool, typer.Option("--allow-incomplete", help="Fill in the source, visibly marked.")
    ] = False,
) -> None:
    """Write finished articles, or files for other tools.

    Example: tms export letters --lang fr --to source -o out
    """
    from tms.workflow.exporting import export_articles

    face: Face = context.obj
    if output is None and len(articles) > 1:
        raise InputError("several articles need a folder", "add -o DIR")
    with face.workspace() as workspace:
        exports = export_articles(workspace, articles, lang, to, allow_incomplete=allow_incomplete, folder=output)
    if output is not None:
        paths = [output / export.name for export in exports]
        face.show({"files": list(paths)}, [f"wrote {path}" for path in paths])
    elif face.is_json:
        face.show({"files": [{"name": e.name, "text": e.data.decode()} for e in exports]}, [])
    else:
        write_bytes(exports[0].data)


def merge(context: typer.Context, file: File, dry_run: DryRun = False, lang: MaybeLang = None) -> None:
    """Take back a file that was worked on elsewhere; exit 1 with conflicts.

    Example: tms merge letters.fr.po
    """
    from tms.workflow.merging import Outcome
    from tms.workflow.merging import merge as merge_file

    face: Face = context.obj
    with face.workspace() as workspace:
        merged = merge_file(workspace, file, is_dry_run=dry_run, language=lang)
    names = ("key", "outcome", "theirs", "ours", "why")
    counts = {outcome.value: merged.count(outcome) for outcome in Outcome}
    document = {"article": merged.article, "language": merged.language, "dry_run": dry_run, **counts}
    document["entries"] = [{name: getattr(entry, name) for name in names} for entry in merged.entries]
    lines = [f"{merged.article} {merged.language}: " + ", ".join(f"{n} {word}" for word, n in counts.items() if n)]
    for entry in merged.entries:
        if entry.outcome in (Outcome.CONFLICT, Outcome.UNKNOWN):
            lines += [
                f"{entry.outcome} {entry.key}: {entry.why}",
                f"  file: {entry.theirs}",
                f"  here: {entry.ours or ''}",
            ]
    face.show(document, lines)
    if merged.count(Outcome.CONFLICT):
        raise typer.Exit(1)


def report(context: typer.Context, project: MaybeProject = None, output: Folder = None) -> None:
    """Write the dashboard as one HTML page; --json prints the numbers.

    Example: tms report -o public
    """
    from tms.workflow.reporting import build_report, write_report

    face: Face = context.obj
    with face.workspace() as workspace:
        built = build_report(workspace, project)
        path = write_report(workspace, output or Path.cwd(), project) if output or not face.is_json else None
    articles = []
    for article in built.articles:
        blockers = {
            language: [{"message": b.message, "count": b.count, "segments": list(b.segments)} for b in found]
            for language, found in article.blockers
        }
        faults = [{"segment": f.segment, "words": f.words, "message": f.message} for f in article.source_faults]
        articles.append({**summary_document(article.summary), "blockers": blockers, "source_faults": faults})
    document = {"articles": articles, "open_proposals": built.open_proposals, "made_at": built.made_at, "file": path}
    face.show(document, [f"wrote {path}"])


def embargo(
    context: typer.Context,
    article: Article,
    until: Annotated[
        str | None, typer.Option("--until", metavar="WHEN", help="2026-12-10 or 2026-12-10T09:00+01:00; else UTC.")
    ] = None,
    lift: Annotated[bool, typer.Option("--lift", help="There is none any more.")] = False,
) -> None:
    """Hold an article back: until then export and publication are refused.

    Example: tms embargo letters --until 2026-12-10
    """
    from tms.workflow.releasing import set_embargo

    if (until is None) is not lift:
        raise InputError("say --until WHEN or --lift", "one of the two")
    face: Face = context.obj
    with face.workspace() as workspace:
        moment = set_embargo(workspace, article, until)
    told = f"{article} is held back until {moment:%Y-%m-%d %H:%M} UTC" if moment else f"{article} has no embargo"
    face.show({"article": article, "embargo_until": moment}, [told])


def address(
    context: typer.Context,
    article: Article,
    lang: Lang,
    url: Annotated[str | None, typer.Argument(metavar="[URL]", help="Where it stands.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="It stands nowhere.")] = False,
) -> None:
    """Say where an article (--lang en) or its translation stands, so that links to it lead to the right language.

    Example: tms address letters --lang fr https://example.org/fr/lettres
    """
    from tms.workflow.releasing import set_address

    if (url is None) is not remove:
        raise InputError("give the address, or say --remove", "one of the two")
    face: Face = context.obj
    with face.workspace() as workspace:
        set_address(workspace, article, lang, url)
    told = f"{article} stands in '{lang}' at {url}" if url else f"{article} has no address in '{lang}'"
    face.show({"article": article, "language": lang, "address": url}, [told])
