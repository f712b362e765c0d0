"""Articles: diff, label, list, show, stale."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.options import Article, MaybeFormat, MaybeLang, MaybeProject
from tms.cli.output import Face
from tms.cli.pairs import list_pair_lines, pair_document
from tms.errors import InputError
from tms.values import ArticleSummary, Kind, Progress, State

if TYPE_CHECKING:
    from tms.workflow.showing import ShownArticle, ShownTranslation

_SIGNS = {State.INITIAL: "·", State.DRAFT: "~", State.TRANSLATED: "▸", State.REVIEWED: "✓"}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("list")(list_)
    for command in (diff, label, show, stale):
        app.command()(command)


def diff(
    context: typer.Context,
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    format_id: MaybeFormat = None,
) -> None:
    """Pair the paragraphs of two versions of an article file.

    Example: tms diff old.md new.md --json
    """
    from tms.workflow.diffing import diff_files

    face: Face = context.obj
    paired = diff_files(old, new, format_id=format_id)
    lines = list(list_pair_lines(paired)) or ["nothing has changed"]
    face.show({"pairs": [pair_document(one) for one in paired]}, lines)


def list_(context: typer.Context, project: MaybeProject = None) -> None:
    """List the articles with their progress.

    Example: tms list uyghurs
    """
    from tms.workflow.reading import list_articles

    face: Face = context.obj
    with face.workspace() as workspace:
        summaries = list_articles(workspace, project)
    lines = [line for summary in summaries for line in _summary_lines(summary)]
    empty = ["no article yet; 'tms import PROJECT FILE' takes one in"]
    face.show({"articles": [summary_document(s) for s in summaries]}, lines or empty)


def summary_document(summary: ArticleSummary) -> dict[str, object]:
    """An article with its numbers, as `list --json` and `report --json` print it."""
    return {
        "article": summary.slug,
        "project": summary.project,
        "title": summary.title,
        "format": summary.format,
        "label": list(summary.notice.labels) if summary.notice else [],
        "languages": {progress.language: _progress_document(progress) for progress in summary.languages},
    }


def _progress_document(progress: Progress) -> dict[str, object]:
    counts = ("segments", "words", "initial", "draft", "translated", "reviewed", "stale", "findings")
    names = (*counts, "up_to_date", "coverage", "due", "assignee")
    return {name: getattr(progress, name) for name in names}


def _summary_lines(summary: ArticleSummary) -> Iterator[str]:
    yield f"{summary.ref}  {summary.title}"
    for p in summary.languages:
        parts = [
            # Rounded down: 100 % means all.
            f"{int(p.coverage * 100):>3}% translated",
            f"{int(p.up_to_date * 100):>3}% up to date",
            f"{p.reviewed}/{p.segments} reviewed",
        ]
        parts += [f"{p.stale} stale"] * bool(p.stale) + [f"{p.findings} findings"] * bool(p.findings)
        parts += [f"for {p.assignee}" + (f" by {p.due}" if p.due else "")] * bool(p.assignee)
        yield f"    {p.language:<6} {', '.join(parts)}"


def show(
    context: typer.Context,
    article: Article,
    lang: MaybeLang = None,
    segment: Annotated[str | None, typer.Option("--segment", metavar="KEY", help="Only this segment.")] = None,
    history: Annotated[bool, typer.Option("--history", help="With the history of each translation.")] = False,
) -> None:
    """Show an article's segments and translations.

    Example: tms show letters --lang fr
    """
    from tms.workflow.showing import show_article

    face: Face = context.obj
    with face.workspace() as workspace:
        shown = show_article(workspace, article, language=lang, key=segment, with_history=history)
    face.show(_shown_document(shown), _shown_lines(shown))


def _shown_document(shown: "ShownArticle") -> dict[str, object]:
    return {
        "article": shown.slug,
        "project": shown.project,
        "title": shown.title,
        "format": shown.format,
        "label": list(shown.notice.labels) if shown.notice else [],
        "segments": [
            {
                "key": s.key,
                "kind": s.kind,
                "position": s.position,
                "after": s.after,
                "source": s.source,
                "source_version": s.source_version,
                "translations": {t.language: _translation_document(t) for t in s.translations},
            }
            for s in shown.segments
        ],
    }


def _translation_document(shown: "ShownTranslation") -> dict[str, object]:
    row = shown.row
    document: dict[str, object] = {
        "text": row.text,
        "state": row.state,
        "origin": row.origin,
        "engine": row.engine,
        "stale": row.is_stale,
        "level": row.level,
        "reasons": list(row.reasons),
        "behind": row.behind,
        "revision": row.revision,
        "covered_by": row.covered_by,
        "findings": [finding_document(f) for f in shown.findings],
    }
    if shown.history is not None:
        document["history"] = [
            {
                "number": e.number,
                "kind": e.kind,
                "at": e.at,
                "who": e.who,
                "text": e.after,
                "state": e.state,
                "reason": e.reason,
            }
            for e in shown.history
        ]
    return document


def finding_document(finding: object) -> dict[str, object]:
    """A finding as `check --json` prints it."""
    names = ("check", "category", "severity", "message", "start", "end", "fix", "waived")
    return {name: getattr(finding, name) for name in names}


def _shown_lines(shown: "ShownArticle") -> Iterator[str]:
    yield f"{shown.project}/{shown.slug}  {shown.title}"
    for segment in shown.segments:
        yield f"{segment.key:>6}  {segment.kind}"
        if segment.kind is Kind.LOCAL:
            place = f"after {segment.after}" if segment.after else "at the start"
            yield f"        only in this translation, {place}"
        else:
            yield f"        en  {_indent(segment.source)}".replace("en", shown.source_language, 1)
        for one in segment.translations:
            yield from _translation_lines(one)


def _translation_lines(shown: "ShownTranslation") -> Iterator[str]:
    row = shown.row
    sign = "!" if row.is_stale else _SIGNS[row.state]
    text = f"(in {row.covered_by})" if row.covered_by else _indent(row.text or "")
    stale = f"  out of date: {', '.join(row.reasons) or row.level}" if row.is_stale else ""
    yield f"      {sign} {shown.language:<3} {text}  [{row.state}, {row.origin}, revision {row.revision}]{stale}"
    for finding in shown.findings:
        waived = f" (waived: {finding.waived})" if finding.waived else ""
        yield f"            {finding.severity}: {finding.message} [{finding.check}]{waived}"
    for event in shown.history or ():
        reason = f" ({event.reason})" if event.reason else ""
        head = f"{event.number}. {event.at:%Y-%m-%d %H:%M} {event.who} {event.kind}{reason}"
        yield f"            {head}: {event.after or ''}"


def _indent(text: str) -> str:
    return text.replace("\n", "\n            ")


def label(
    context: typer.Context,
    article: Article,
    labels: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LABEL…]",
            help='Free words, such as torture, "sexual violence", death, "death of a child", suicide, detention, '
            '"family separation".',
        ),
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="Take the labels away.")] = False,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="A neutral title, shown in place of the title.")
    ] = None,
) -> None:
    """Say what may hurt to read in an article; without a label, show what it has.

    Example: tms label letters torture "death of a child" --title "A letter from 2019"
    """
    from tms.workflow.labelling import label_article
    from tms.workflow.showing import find_notice

    face: Face = context.obj
    if none and labels:
        raise InputError("labels and --none together", "give one of them")
    given = () if none else labels or None
    with face.workspace() as workspace:
        if given is None and title is None:
            notice = find_notice(workspace, article)
        else:
            notice = label_article(workspace, article, given, title=title)
    document = {"article": article, "label": list(notice.labels) if notice else []}
    line = f"{article}: {', '.join(notice.labels)}" if notice else f"{article} has no label"
    face.show({**document, "neutral_title": notice.title if notice else ""}, [line])


def stale(context: typer.Context, project: MaybeProject = None, lang: MaybeLang = None) -> None:
    """List what is out of date, worst first, and why.

    Example: tms stale --lang fr
    """
    from tms.workflow.stale import list_stale

    face: Face = context.obj
    with face.workspace() as workspace:
        rows = list_stale(workspace, project, language=lang)
    names = (
        "article",
        "project",
        "segment",
        "language",
        "level",
        "reasons",
        "behind",
        "since",
        "published",
        "source",
        "text",
    )
    documents: list[Mapping[str, object]] = [{name: getattr(row, name) for name in names} for row in rows]
    lines = [
        f"{row.level:<8} {row.project}/{row.article} {row.segment} {row.language}  {', '.join(row.reasons)}"
        f"  ({row.behind} {'change' if row.behind == 1 else 'changes'} behind since {row.since:%Y-%m-%d}"
        f"{', published' if row.published else ''})"
        for row in rows
    ]
    face.show({"stale": documents}, lines or ["nothing is out of date"])
