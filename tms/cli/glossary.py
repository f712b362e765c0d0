"""`tms glossary`: the terms."""

from pathlib import Path
from typing import Annotated

import typer

from tms.cli.options import DryRun, File
from tms.cli.output import Face
from tms.values import Concept

app = typer.Typer(help="The glossary.", no_args_is_help=True)

_CONCEPT_FIELDS = (
    "id",
    "type",
    "definition",
    "subject",
    "note",
    "source",
    "enforcement",
    "do_not_translate",
    "sensitive",
    "first_mention",
)
_TERM_FIELDS = (
    "language",
    "text",
    "status",
    "forms",
    "part_of_speech",
    "gender",
    "number",
    "type",
    "case_sensitive",
    "note",
    "reason",
    "replacement",
    "valid_from",
    "valid_to",
)


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
    terms = [
        {name: getattr(term, name) for name in _TERM_FIELDS} | {"extra": dict(term.extra)} for term in concept.terms
    ]
    return {**{name: getattr(concept, name) for name in _CONCEPT_FIELDS}, "terms": terms}


@app.command()
def forms(
    context: typer.Context,
    concept: Annotated[str, typer.Argument(metavar="CONCEPT")],
    lang: Annotated[str | None, typer.Option("--lang", metavar="L", help="Only this language.")] = None,
) -> None:
    """Show every form in which the terms of a concept are found, given by hand or made by rule.

    Example: tms glossary forms forced-labour --lang fr
    """
    from tms.workflow.terms import list_forms

    face: Face = context.obj
    with face.workspace() as workspace:
        found = list_forms(workspace, concept, language=lang)
    document = [
        {
            "language": one.term.language,
            "term": one.term.text,
            "status": one.term.status,
            "by_rule": one.is_by_rule,
            "forms": [{"form": form, "gender": gender, "number": number} for form, gender, number in one.forms],
        }
        for one in found
    ]
    lines = []
    for one in found:
        lines.append(f"{one.term.text} ({one.term.language}, {one.term.status})" + _say_rule(one.is_by_rule))
        lines += [f"    {form:<40} {gender:<2} {number}".rstrip() for form, gender, number in one.forms]
    face.show({"concept": concept, "terms": document}, lines)


def _say_rule(is_by_rule: bool) -> str:
    return ", forms by rule; give 'forms' where one is wrong" if is_by_rule else ""


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
def load(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Leave out concepts that cannot be used, load the rest.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Take the file's word over what was decided here.")] = False,
    dry_run: DryRun = False,
    source_lang: Annotated[
        str, typer.Option("--source-lang", metavar="L", help="Of a list of word pairs: the language of the first.")
    ] = "en",
    lang: Annotated[
        str, typer.Option("--lang", metavar="L", help="Of a list of word pairs: the language of the second.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why terms change; kept with the decision.")] = "",
) -> None:
    """Load glossary files: .toml, .csv, .tsv, .tbx, and lists of word pairs of other tools.

    Example: tms glossary load glossaries/uyghur-region.toml
    """
    from tms.workflow.glossary_files import LoadOptions, load_glossary

    face: Face = context.obj
    options = LoadOptions(keep_going, force, dry_run, source_lang, lang, reason)
    with face.workspace() as workspace:
        done = load_glossary(workspace, files, options)
    left_out = [
        {"file": name, "line": p.line, "concept": p.concept, "message": p.message, "hint": p.hint}
        for name, p in done.left_out
    ]
    verb = "would load" if dry_run else "loaded"
    lines = [f"{verb} {done.count} concepts: {len(done.added)} new, {len(done.changed)} changed"]
    lines += [f"  left out: '{name}' line {problem.line}: {problem.message}" for name, problem in done.left_out]
    if done.changed:
        lines.append(f"'tms glossary impact {done.changed[0]}' lists the paragraphs that a change reaches")
    document = {"concepts": done.count, "added": done.added, "changed": done.changed, "left_out": left_out}
    face.show(document, lines)


@app.command()
def export(
    context: typer.Context,
    file: File,
    form: Annotated[
        str, typer.Option("--format", metavar="F", help="toml, csv, tsv, tbx or tbx-v2, if the ending does not say it.")
    ] = "",
    only: Annotated[
        str, typer.Option("--only", metavar="GLOSSARY", help="The concepts of one glossary file, by its name.")
    ] = "",
) -> None:
    """Write the glossary (.toml, .csv, .tsv, .tbx).

    Example: tms glossary export terms.tbx
    """
    from tms.workflow.glossary_files import export_glossary

    face: Face = context.obj
    with face.workspace() as workspace:
        count = export_glossary(workspace, file, form_id=form, glossary=only)
    face.show({"concepts": count, "file": file}, [f"wrote {count} concepts into {file}"])
