"""Articles: import, attach, diff, list, show, stale."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.options import Article, DryRun, Lang, MaybeFormat, MaybeLang, MaybeProject
from tms.cli.output import Face
from tms.errors import InputError
from tms.values import ArticleSummary, Change, Level, Progress, State

if TYPE_CHECKING:
    from tms.workflow.attaching import Attachment
    from tms.workflow.diffing import PairedTexts
    from tms.workflow.importing_plan import ArticlePlan
    from tms.workflow.showing import ShownArticle, ShownTranslation

_SIGNS = {State.INITIAL: "·", State.DRAFT: "~", State.TRANSLATED: "▸", State.REVIEWED: "✓"}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import")(import_)
    app.command("list")(list_)
    for command in (attach, diff, show, stale):
        app.command()(command)


def import_(
    context: typer.Context,
    project: Annotated[str, typer.Argument(metavar="PROJECT")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders; - is standard input.")],
    format_id: MaybeFormat = None,
    article: Annotated[str | None, typer.Option("--article", metavar="SLUG", help="The article's name.")] = None,
    level: Annotated[
        str, typer.Option("--level", metavar="LEVEL", help="auto, markup, typo, content or major.")
    ] = "auto",
    dry_run: DryRun = False,
    force: Annotated[bool, typer.Option("--force", help="Also when the article shrinks to under a third.")] = False,
) -> None:
    """Take in new articles, or new versions of known ones.

    Example: tms import uyghurs article.md --dry-run
    """
    from tms.workflow.importing import apply_import, plan_import
    from tms.workflow.importing_plan import ImportOptions

    face: Face = context.obj
    options = ImportOptions(format_id, article, _parse_level(level), force)
    with face.workspace() as workspace:
        plans = plan_import(workspace, project, paths, options)
        if not dry_run:
            apply_import(workspace, plans)
    documents = [_plan_document(plan) for plan in plans]
    lines = [line for plan in plans for line in _plan_lines(plan, is_dry_run=dry_run)]
    face.show({"articles": documents, "dry_run": dry_run}, lines)


def _parse_level(level: str) -> Level | None:
    if level == "auto":
        return None
    if level in ("markup", "typo", "content", "major"):
        return Level(level)
    raise InputError(f"'{level}' is not a level", "levels are auto, markup, typo, content, major")


def _plan_document(plan: "ArticlePlan") -> dict[str, object]:
    pairs = [_pair_document(paired) for paired in plan.paired_texts()]
    return {"article": plan.slug, "project": plan.project, "format": plan.format, "new": plan.is_new, "pairs": pairs}


def _pair_document(paired: "PairedTexts") -> dict[str, object]:
    pair = paired.pair
    document: dict[str, object] = {
        "old": list(pair.old),
        "new": list(pair.new),
        "change": pair.change,
        "level": pair.level,
        "similarity": pair.similarity,
        "reasons": list(pair.reasons),
        "old_text": list(paired.old_texts),
        "new_text": list(paired.new_texts),
    }
    return {**document, "key": paired.key} if paired.key else document


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
        yield from _pair_lines(plan.paired_texts())


def _pair_lines(paired_texts: Sequence["PairedTexts"]) -> Iterator[str]:
    for paired in paired_texts:
        pair = paired.pair
        if pair.change is Change.UNCHANGED:
            continue
        reasons = f": {', '.join(pair.reasons)}" if pair.reasons else ""
        text = _cut((paired.new_texts or paired.old_texts)[0])
        change = "returned" if pair.change is Change.INSERTED and paired.key else pair.change
        yield f"  {paired.key or '-':>5}  {change:<9} {pair.level:<8}{reasons}  {text}"


def _cut(text: str, width: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def attach(
    context: typer.Context,
    article: Article,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The existing translation.")],
    lang: Lang,
    dry_run: DryRun = False,
    format_id: MaybeFormat = None,
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help="draft, translated or reviewed.")
    ] = "translated",
) -> None:
    """Align an existing translation with an article.

    Example: tms attach north-korea corea.txt --lang es
    """
    from tms.workflow.attaching import attach as attach_file

    face: Face = context.obj
    with face.workspace() as workspace:
        wanted = parse_state(state)
        pairs = attach_file(workspace, article, lang, path, state=wanted, is_dry_run=dry_run, format_id=format_id)
    done = sum(a.outcome in ("attached", "draft") for a in pairs)
    summary = f"{'would attach' if dry_run else 'attached'} {done} of {sum(bool(a.keys) for a in pairs)} paragraphs"
    lines = [*map(_attachment_line, pairs), summary]
    face.show({"pairs": [_attachment_document(a) for a in pairs], "dry_run": dry_run}, lines)


def parse_state(state: str) -> State:
    """The state of that name; raises InputError."""
    try:
        return State(state)
    except ValueError as error:
        raise InputError(f"'{state}' is not a state", f"states are {', '.join(State)}") from error


def _attachment_document(attachment: "Attachment") -> dict[str, object]:
    return {
        "segments": list(attachment.keys),
        "text": attachment.text,
        "confidence": attachment.confidence,
        "reasons": list(attachment.reasons),
        "outcome": attachment.outcome,
        "standing_text": attachment.standing_text,
    }


def _attachment_line(attachment: "Attachment") -> str:
    keys = "+".join(attachment.keys) or "-"
    line = f"{keys:>8}  {attachment.outcome:<12} {attachment.confidence:4.0%}  {_cut(attachment.text) or '(nothing)'}"
    return line + (f"  | stands: {_cut(attachment.standing_text)}" if attachment.standing_text is not None else "")


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
    lines = list(_pair_lines(paired)) or ["nothing has changed"]
    face.show({"pairs": [_pair_document(one) for one in paired]}, lines)


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
        "segments": [
            {
                "key": s.key,
                "kind": s.kind,
                "position": s.position,
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
