"""Words found in all texts, and exchanged in translations."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from tms.cli.options import DryRun, MaybeLang
from tms.cli.output import Face
from tms.errors import InputError
from tms.values import Hit, Query, Scope, Swap, Swapped

Words = Annotated[str, typer.Argument(metavar="WORDS")]
MaybeArticle = Annotated[str, typer.Option("--article", metavar="A", help="Only this article; else all.")]
Case = Annotated[bool, typer.Option("--case", help="Capitals as they are given.")]
Whole = Annotated[bool, typer.Option("--whole-words", help="Not in the middle of a word.")]
Regex = Annotated[bool, typer.Option("--regex", help="WORDS is a regular expression.")]
Loose = Annotated[bool, typer.Option("--any-accent", help="Letters with any accent.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (find, replace):
        app.command()(command)


def find(
    context: typer.Context,
    words: Words,
    lang: MaybeLang = None,
    article: MaybeArticle = "",
    case: Case = False,
    whole_words: Whole = False,
    regex: Regex = False,
    any_accent: Loose = False,
    history: Annotated[bool, typer.Option("--history", help="Also in texts that stand no more.")] = False,
    comments: Annotated[bool, typer.Option("--comments", help="Also in comments and questions.")] = False,
) -> None:
    """Find words in sources and translations; a space finds no-break spaces too, and quotes of every kind are alike.

    Example: tms find "l'ouïghour" --lang fr --whole-words
    """
    from tms.workflow.searching import Searcher

    query = Query(words, is_case_exact=case, is_whole_word=whole_words, is_regex=regex, is_loose=any_accent)
    scope = Scope(ref=article, language=lang or "", with_history=history, with_comments=comments)
    face: Face = context.obj
    with face.workspace() as workspace:
        hits = [hit for found in Searcher(workspace).search(query, scope) for hit in found]
    face.show({"found": [_hit_document(hit) for hit in hits]}, _hit_lines(hits))


def _hit_document(hit: Hit) -> dict[str, object]:
    return {
        "article": hit.article,
        "segment": hit.segment,
        "language": hit.language,
        "state": hit.state,
        "kind": hit.kind,
        "source": hit.source,
        "text": hit.target,
        "source_spans": hit.source_spans,
        "spans": hit.target_spans,
        "note": hit.note,
    }


def _hit_lines(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits:
        note = f"  [{hit.note}]" if hit.note else ""
        yield f"{hit.article} {hit.segment} {hit.language}  {hit.state}{note}"
        yield f"  {hit.source}"
        yield f"  {hit.target}"
    yield f"{len(hits)} paragraph{'' if len(hits) == 1 else 's'}" if hits else "nothing found"


def replace(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="[WORDS]")] = "",
    by: Annotated[str | None, typer.Option("--by", metavar="TEXT", help="What is to stand there instead.")] = None,
    lang: MaybeLang = None,
    article: MaybeArticle = "",
    case: Case = False,
    whole_words: Whole = False,
    regex: Regex = False,
    any_accent: Loose = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what you replaced last.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Put other words in the place of WORDS in translations, never in tags and addresses; what is reviewed loses that.

    Example: tms replace ouïghour --by ouïgour --lang fr --dry-run
    """
    from tms.workflow.replacing import Replacement, apply_swaps, plan_swaps
    from tms.workflow.searching import Searcher

    face: Face = context.obj
    if undo:
        if words or by is not None or dry_run:
            raise InputError("--undo takes back the last replacement", "leave everything else out")
        _undo(face)
        return
    if not words or by is None:
        raise InputError("words and what is to stand there are needed", "tms replace WORDS --by TEXT --dry-run")
    query = Query(words, is_case_exact=case, is_whole_word=whole_words, is_regex=regex, is_loose=any_accent)
    replacement = Replacement(query, by)
    with face.workspace() as workspace:
        scope = Scope(ref=article, language=lang or "")
        swaps = [swap for found in plan_swaps(Searcher(workspace), replacement, scope) for swap in found]
        if dry_run:
            done = [Swapped(swap.article, swap.segment, swap.language, swap.obstacle) for swap in swaps]
        else:
            done = list(apply_swaps(workspace, swaps, replacement.make_run()))
    pairs = list(zip(swaps, done, strict=True))
    document = {
        "dry_run": dry_run,
        "replaced": [_swap_document(swap) for swap, one in pairs if not one.why],
        "left": [
            {"article": one.article, "segment": one.segment, "language": one.language, "reason": one.why}
            for one in done
            if one.why
        ],
    }
    face.show(document, _swap_lines(pairs, is_dry_run=dry_run))


def _swap_document(swap: Swap) -> dict[str, object]:
    place = {"article": swap.article, "segment": swap.segment, "language": swap.language}
    return {**place, "before": swap.before, "after": swap.after, "count": swap.count}


def _swap_lines(pairs: Sequence[tuple[Swap, Swapped]], *, is_dry_run: bool) -> Iterator[str]:
    for swap, one in pairs:
        place = f"{swap.article} {swap.segment} {swap.language}"
        if one.why:
            yield f"left alone: {place} ({one.why})"
        else:
            yield from (place, f"  - {swap.before}", f"  + {swap.after}")
    count = sum(not one.why for _, one in pairs)
    hint = "" if is_dry_run or not count else "; 'tms replace --undo' takes it back"
    yield f"{count} paragraph{'' if count == 1 else 's'} {'would be' if is_dry_run else ''} changed{hint}".replace(
        "  ", " "
    )


def _undo(face: Face) -> None:
    from tms.workflow.replacing import find_last_run, undo_run

    with face.workspace() as workspace:
        run = find_last_run(workspace)
        done = list(undo_run(workspace, run)) if run else []
    places = [{"article": one.article, "segment": one.segment, "language": one.language} for one in done if not one.why]
    lines = [
        f"left alone: {one.article} {one.segment} {one.language} ({one.why})"
        if one.why
        else f"restored {one.article} {one.segment} {one.language}"
        for one in done
    ]
    face.show({"run": run, "restored": places}, lines or ["nothing to take back"])
