"""Take over an existing translation: attach."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.options import Article, DryRun, Lang, MaybeFormat, parse_state
from tms.cli.output import Face, cut_line

if TYPE_CHECKING:
    from tms.values import Attachment


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(attach)


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

    A paragraph that only the translation has is kept ("local"); what is aligned wrongly is mended in the TUI.

    Example: tms attach north-korea corea.txt --lang es
    """
    from tms.workflow.attaching import attach as attach_file

    face: Face = context.obj
    with face.workspace() as workspace:
        wanted = parse_state(state)
        pairs = attach_file(workspace, article, lang, path, state=wanted, is_dry_run=dry_run, format_id=format_id)
    lines = [*map(_attachment_line, pairs), _summarize(pairs, is_dry_run=dry_run)]
    face.show({"pairs": [_attachment_document(a) for a in pairs], "dry_run": dry_run}, lines)


def _summarize(pairs: "Sequence[Attachment]", *, is_dry_run: bool) -> str:
    counts = Counter(str(one.outcome) for one in pairs)
    done = counts["attached"] + counts["draft"]
    paired = sum(bool(one.keys) and one.outcome != "local" for one in pairs)
    parts = [f"{'would attach' if is_dry_run else 'attached'} {done} of {paired} paragraphs"]
    parts += [f"{counts['draft']} of them as drafts to be looked at"] * bool(counts["draft"])
    parts += [f"{counts['local']} only in the translation"] * bool(counts["local"])
    return ", ".join(parts)


def _attachment_document(attachment: "Attachment") -> dict[str, object]:
    return {
        "segments": list(attachment.keys),
        "text": attachment.text,
        "confidence": attachment.confidence,
        "reasons": list(attachment.reasons),
        "outcome": attachment.outcome,
        "standing_text": attachment.standing_text,
        "after": attachment.after,
    }


def _attachment_line(attachment: "Attachment") -> str:
    keys = "+".join(attachment.keys) or "-"
    line = (
        f"{keys:>8}  {attachment.outcome:<12} {attachment.confidence:4.0%}  {cut_line(attachment.text) or '(nothing)'}"
    )
    return line + (f"  | stands: {cut_line(attachment.standing_text)}" if attachment.standing_text is not None else "")
