"""`tms glossary`: the terms."""

from pathlib import Path
from typing import Annotated

import typer

from tms.cli.options import File
from tms.cli.output import Face
from tms.values import Concept

app = typer.Typer(help="The glossary.", no_args_is_help=True)


@app.command("list")
def list_(
    context: typer.Context,
    search: Annotated[str, typer.Option("--search", metavar="TEXT", help="Only concepts in which this occurs.")] = "",
) -> None:
    """List the concepts.

    Example: tms glossary list --search Sinkiang
    """
    from tms.workflow.terms import list_concepts

    face: Face = context.obj
    with face.workspace() as workspace:
        concepts = list_concepts(workspace, search=search)
    lines = [line for concept in concepts for line in _concept_lines(concept)]
    face.show({"concepts": [_concept_document(c) for c in concepts]}, lines or ["no concept; 'tms glossary load FILE'"])


def _concept_lines(concept: Concept) -> list[str]:
    lines = [f"{concept.id}  {concept.definition}"]
    for language in dict.fromkeys(term.language for term in concept.terms):
        said = ", ".join(f"{t.text} ({t.status})" for t in concept.terms_in(language))
        lines.append(f"    {language:<6} {said}")
    return lines


def _concept_document(concept: Concept) -> dict[str, object]:
    names = ("id", "definition", "subject", "note", "source", "enforcement")
    term_names = ("language", "text", "status", "forms", "note", "reason", "replacement")
    terms = [{name: getattr(term, name) for name in term_names} for term in concept.terms]
    return {**{name: getattr(concept, name) for name in names}, "terms": terms}


@app.command()
def lookup(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    lang: Annotated[str, typer.Option("--lang", metavar="L", help="The language of the text.")] = "en",
) -> None:
    """Find the terms in a text and what stands for them.

    Example: tms glossary lookup "Uyghurs in Xinjiang"
    """
    from tms.workflow.terms import look_up

    face: Face = context.obj
    with face.workspace() as workspace:
        found = look_up(workspace, text, language=lang)
    documents = [
        {
            "concept": one.hit.concept,
            "start": one.hit.start,
            "end": one.hit.end,
            "form": one.hit.form,
            "status": one.hit.term.status,
            "targets": {language: list(forms) for language, forms in one.targets.items()},
        }
        for one in found
    ]
    lines = [
        f"{one.hit.form}  " + "  ".join(f"{language}: {', '.join(forms)}" for language, forms in one.targets.items())
        for one in found
    ]
    face.show({"terms": documents}, lines or ["no term in it"])


@app.command()
def load(context: typer.Context, files: Annotated[list[Path], typer.Argument(metavar="FILE…")]) -> None:
    """Load glossary files (.toml, .csv, .tsv).

    Example: tms glossary load glossaries/uyghur-region.toml
    """
    from tms.workflow.terms import load_glossary

    face: Face = context.obj
    with face.workspace() as workspace:
        count = load_glossary(workspace, files)
    face.show({"concepts": count}, [f"loaded {count} concepts"])


@app.command()
def export(context: typer.Context, file: File) -> None:
    """Write the whole glossary (.toml, .csv, .tsv).

    Example: tms glossary export terms.csv
    """
    from tms.workflow.terms import export_glossary

    face: Face = context.obj
    with face.workspace() as workspace:
        count = export_glossary(workspace, file)
    face.show({"concepts": count, "file": file}, [f"wrote {count} concepts into {file}"])
