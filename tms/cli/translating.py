"""The work on translations: translate, review, confirm, waive, comment, draft."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.options import Article, DryRun, Lang, MaybeLang, Segment, parse_state
from tms.cli.output import Face
from tms.errors import InputError
from tms.values import CommentView, Save, Saved

if TYPE_CHECKING:
    from tms.workflow.reviewing import Reviewed

Reason = Annotated[str, typer.Option("--reason", metavar="R", help="Why; it stays in the history.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (translate, review, confirm, waive, comment, draft):
        app.command()(command)


def translate(
    context: typer.Context,
    article: Article,
    segment: Segment,
    lang: Lang,
    text: Annotated[str | None, typer.Option("--text", metavar="T", help="The translation.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="F", help="A file with it; - is standard input.")
    ] = None,
    state: Annotated[str, typer.Option("--state", metavar="S", help="draft, translated or reviewed.")] = "translated",
    expect_revision: Annotated[
        int | None, typer.Option("--expect-revision", metavar="N", help="Refuse if changed since.")
    ] = None,
) -> None:
    """Save a translation.

    Example: tms translate letters s3 --lang fr --text "Pendant cinq ans…" --expect-revision 2
    """
    from tms.workflow.editing import save_translation
    from tms.workflow.files import read_text

    if (text is None) == (file is None):
        raise InputError("give the translation with --text or with --file", "one of the two")
    face: Face = context.obj
    target = text if file is None else _drop_final_newline(read_text(file))
    save = Save(article, segment, lang, target or "", parse_state(state), expect_revision)
    with face.workspace() as workspace:
        saved = save_translation(workspace, save)
    face.show(
        _saved_document(saved), [f"saved {saved.key} {saved.language} as {saved.state}, revision {saved.revision}"]
    )


def _drop_final_newline(text: str) -> str:
    """The final line end of a file is not part of the translation."""
    return text.removesuffix("\n").removesuffix("\r")


def _saved_document(saved: Saved) -> dict[str, object]:
    return {name: getattr(saved, name) for name in ("key", "language", "revision", "state", "text")}


def review(
    context: typer.Context,
    article: Article,
    lang: Lang,
    segments: Annotated[
        list[str] | None, typer.Argument(metavar="[SEGMENT]…", help="Default: every one that can be.")
    ] = None,
    approve: Annotated[bool, typer.Option("--approve", help="Approve.")] = False,
    return_: Annotated[bool, typer.Option("--return", help="Give back, with --reason.")] = False,
    reason: Reason = "",
) -> None:
    """Approve translations or return them with a reason.

    Example: tms review letters s3 --lang fr --approve
    """
    from tms.workflow import reviewing

    if approve == return_:
        raise InputError("say --approve or --return", "one of the two")
    if return_ and not segments:
        raise InputError(
            "name the segments to return", "for example: tms review letters s3 --lang fr --return --reason …"
        )
    face: Face = context.obj
    with face.workspace() as workspace:
        if return_:
            saved = tuple(reviewing.return_translation(workspace, article, key, lang, reason) for key in segments or ())
            outcome = reviewing.Reviewed(saved, ())
        elif segments:
            outcome = reviewing.Reviewed(reviewing.approve(workspace, article, segments, lang), ())
        else:
            outcome = reviewing.approve_all(workspace, article, lang)
    _show_reviewed(face, outcome, "returned" if return_ else "approved")


def _show_reviewed(face: Face, outcome: "Reviewed", verb: str) -> None:
    lines = [f"{verb} {len(outcome.approved)}: {' '.join(saved.key for saved in outcome.approved)}"]
    lines += [f"not {verb} {key}: {reason}" for key, reason in outcome.refused]
    refused = [{"segment": key, "reason": reason} for key, reason in outcome.refused]
    face.show({verb: [_saved_document(saved) for saved in outcome.approved], "refused": refused}, lines)


def confirm(context: typer.Context, article: Article, segment: Segment, lang: Lang, reason: Reason = "") -> None:
    """Say "still valid" of a stale translation.

    Example: tms confirm letters s3 --lang fr --reason "only a name"
    """
    from tms.workflow.reviewing import confirm as confirm_translation

    face: Face = context.obj
    with face.workspace() as workspace:
        saved = confirm_translation(workspace, article, segment, lang, reason)
    face.show(_saved_document(saved), [f"{saved.key} {saved.language} is up to date again, as {saved.state}"])


def waive(
    context: typer.Context,
    article: Article,
    segment: Segment,
    lang: Lang,
    check: Annotated[str, typer.Option("--check", metavar="ID", help="The check whose finding may stand.")],
    reason: Reason,
    at: Annotated[
        int | None, typer.Option("--at", metavar="N", help="Only the finding at this place ('start'); default all.")
    ] = None,
) -> None:
    """Let a finding stand, with a reason.

    Example: tms waive letters s3 --lang fr --check numbers --reason "rounded"
    """
    from tms.workflow.waiving import waive as waive_finding

    face: Face = context.obj
    with face.workspace() as workspace:
        waive_finding(workspace, article, segment, lang, check, reason, start=at)
    document = {"segment": segment, "language": lang, "check": check, "reason": reason, "at": at}
    face.show(document, [f"waived {check} in {segment}"])


def comment(
    context: typer.Context,
    article: Article,
    segment: Segment,
    text: Annotated[str | None, typer.Option("--text", metavar="T", help="What to say; else all is listed.")] = None,
    lang: MaybeLang = None,
    question: Annotated[
        bool, typer.Option("--question", help="It is a question; it stays open until resolved.")
    ] = False,
    resolve: Annotated[int | None, typer.Option("--resolve", metavar="ID", help="Close this one.")] = None,
) -> None:
    """Say or ask something on a segment, close a question, or list what was said.

    Example: tms comment letters s3 --question --text "Which court?"
    """
    from tms.workflow import commenting

    face: Face = context.obj
    with face.workspace() as workspace:
        if text is not None:
            commenting.add_comment(workspace, article, segment, text, language=lang or "", is_question=question)
        if resolve is not None:
            commenting.resolve_comment(workspace, resolve)
        views = commenting.list_comments(workspace, article, segment, lang or "")
    names = ("id", "language", "who", "at", "text", "is_question", "is_resolved")
    documents = [{name: getattr(view, name) for name in names} for view in views]
    face.show({"segment": segment, "comments": documents}, [_comment_line(view) for view in views] or ["nothing said"])


def _comment_line(view: CommentView) -> str:
    kind = ("answered question" if view.is_resolved else "open question") if view.is_question else "comment"
    return f"{view.id:>4}  {view.at:%Y-%m-%d} {view.who}, {kind}: {view.text}"


def draft(
    context: typer.Context,
    article: Article,
    lang: Lang,
    engine: Annotated[
        str | None, typer.Option("--engine", metavar="E", help="deepl, or memory; default: deepl with a key.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Fill untranslated and stale segments with drafts.

    Example: tms draft letters --lang fr --dry-run
    """
    from tms.workflow import drafting

    face: Face = context.obj
    with face.workspace() as workspace:
        if dry_run:
            plan = drafting.plan_draft(workspace, article, lang, engine_id=engine)
            usage = {"used": plan.usage.used, "limit": plan.usage.limit} if plan.usage else None
            document = {
                "memory": list(plan.from_memory),
                "engine": plan.engine,
                "segments": list(plan.for_engine),
                "characters": plan.characters,
                "usage": usage,
                "skipped": [{"segment": key, "reason": why} for key, why in plan.skipped],
            }
            quota = f"; quota {plan.usage.used} of {plan.usage.limit or 'no limit'} used" if plan.usage else ""
            lines = [
                f"from the memory: {len(plan.from_memory)} segments",
                f"for {plan.engine}: {len(plan.for_engine)} segments, {plan.characters} characters{quota}",
            ]
            face.show(document, lines + [f"left alone: {key} ({why})" for key, why in plan.skipped])
            return
        done = drafting.draft(workspace, article, lang, engine_id=engine, on_progress=face.progress)
    lines = [f"drafted {len(done.from_memory)} from the memory, {len(done.from_engine)} with {done.engine}"]
    skipped = [{"segment": key, "reason": why} for key, why in done.skipped]
    document = {
        "memory": list(done.from_memory),
        "engine": done.engine,
        "segments": list(done.from_engine),
        "skipped": skipped,
    }
    face.show(document, lines + [f"left alone: {key} ({why})" for key, why in done.skipped])
