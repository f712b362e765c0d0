"""`tms memory`: search what was translated before."""

from typing import Annotated

import typer

from tms.cli.options import File, Lang, MaybeLang
from tms.cli.output import Face
from tms.values import Match

app = typer.Typer(help="The translation memory.", no_args_is_help=True)


@app.command()
def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    lang: Lang,
    minimum: Annotated[int, typer.Option("--min", metavar="N", min=0, max=101, help="The lowest score.")] = 70,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many at the most.")] = 5,
) -> None:
    """Find translations of texts like this one.

    Example: tms memory search "No letter came." --lang fr
    """
    from tms.workflow.memory import search_memory

    face: Face = context.obj
    with face.workspace() as workspace:
        matches = search_memory(workspace, text, lang, minimum=minimum, top=top)
    lines = [f"{m.score:>3}  {m.kind:<8} {m.source}\n     {m.origin:<8} {m.target}" for m in matches]
    face.show({"matches": [_match_document(match) for match in matches]}, lines or ["nothing like it"])


def _match_document(match: Match) -> dict[str, object]:
    names = ("score", "kind", "source", "target", "origin", "article", "segment")
    penalties = [{"reason": p.reason, "points": p.points} for p in match.penalties]
    return {**{name: getattr(match, name) for name in names}, "penalties": penalties}


@app.command()
def concordance(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="WORDS")],
    lang: Lang,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many at the most.")] = 20,
) -> None:
    """Find where words were translated before.

    Example: tms memory concordance "forced labour" --lang es
    """
    from tms.workflow.memory import find_concordance

    face: Face = context.obj
    with face.workspace() as workspace:
        hits = find_concordance(workspace, words, lang, top=top)
    names = ("source", "target", "origin", "article", "segment", "source_spans", "target_spans")
    lines = [f"{hit.source}\n     {hit.target}" for hit in hits]
    face.show({"hits": [{name: getattr(h, name) for name in names} for h in hits]}, lines or ["nowhere"])


@app.command("import")
def import_(
    context: typer.Context,
    file: File,
    lang: MaybeLang = None,
    source_lang: Annotated[str, typer.Option("--source-lang", metavar="L")] = "en",
) -> None:
    """Take in a TMX, PO, XLIFF, CSV or TSV file as memory.

    Example: tms memory import older.tmx
    """
    from tms.workflow.memory import import_memory

    face: Face = context.obj
    with face.workspace() as workspace:
        count = import_memory(workspace, file, language=lang, source_language=source_lang)
    face.show({"imported": count}, [f"took in {count} pairs"])


@app.command("export")
def export(context: typer.Context, file: File, lang: MaybeLang = None) -> None:
    """Write the memory as TMX.

    Example: tms memory export all.tmx
    """
    from tms.workflow.memory import export_memory

    face: Face = context.obj
    with face.workspace() as workspace:
        count = export_memory(workspace, file, language=lang)
    face.show({"exported": count, "file": file}, [f"wrote {count} pairs into {file}"])


@app.command()
def stats(context: typer.Context) -> None:
    """Count what the memory is made of.

    Example: tms memory stats
    """
    from tms.workflow.memory import count_memory

    face: Face = context.obj
    with face.workspace() as workspace:
        counts = count_memory(workspace)
    names = ("language", "origin", "state", "count")
    lines = [f"{c.count:>7}  {c.language}  {c.origin}, {c.state}" for c in counts]
    face.show({"memory": [{name: getattr(c, name) for name in names} for c in counts]}, lines or ["empty"])
