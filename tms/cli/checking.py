"""Checks: run them, lint a file, fix what is certain; the words that a project knows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tms.cli.articles import finding_document
from tms.cli.options import Article, DryRun, Lang, MaybeLang
from tms.cli.output import Face
from tms.errors import InputError
from tms.values import Repetition, Severity

if TYPE_CHECKING:
    from tms.workflow.checking import FoundRow
    from tms.workflow.linting import LintedEntry
    from tms.workflow.mending import Mending

words_app = typer.Typer(help="The words that a project knows and no dictionary has.", no_args_is_help=True)
Project = Annotated[str, typer.Argument(metavar="PROJECT")]
Word = Annotated[str, typer.Argument(metavar="WORD")]
WordLang = Annotated[str, typer.Option("--lang", metavar="L", help="Only in this language; else in all: a name.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (check, lint, fix):
        app.command()(command)


def check(
    context: typer.Context,
    articles: Annotated[list[str] | None, typer.Argument(metavar="[ARTICLE]…", help="Default: all.")] = None,
    lang: MaybeLang = None,
    grammar: Annotated[
        bool, typer.Option("--grammar", help="Ask the LanguageTool server that tms.toml names as well.")
    ] = False,
) -> None:
    """Run all checks and the glossary; exit 1 if there is an error.

    Example: tms check letters --lang fr
    """
    from tms.workflow.checking import check_articles
    from tms.workflow.grammar import add_grammar

    face: Face = context.obj
    with face.workspace() as workspace:
        rows = check_articles(workspace, articles or (), language=lang)
        if grammar:
            rows = add_grammar(workspace, rows, articles or (), language=lang)
    face.show({"findings": [document for row in rows for document in _found_documents(row)]}, _found_lines(rows))
    if any(f.severity is Severity.ERROR and f.waived is None for row in rows for f in row.findings):
        raise typer.Exit(1)


def _found_documents(row: "FoundRow") -> Iterator[dict[str, object]]:
    project, _, slug = row.article.rpartition("/")
    for finding in row.findings:
        yield {
            **finding_document(finding),
            "project": project,
            "article": slug,
            "segment": row.segment,
            "language": row.language,
        }


def _found_lines(rows: Sequence["FoundRow"]) -> Iterator[str]:
    for row in rows:
        for f in row.findings:
            waived = f" (waived: {f.waived})" if f.waived else ""
            yield f"{f.severity:<8} {row.article} {row.segment} {row.language}  {f.message} [{f.check}]{waived}"
    if not rows:
        yield "nothing found"


def lint(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PO, XLIFF, TMX, CSV, TSV, or an article file.")],
    lang: Lang,
    source_lang: Annotated[str, typer.Option("--source-lang", metavar="L")] = "en",
    glossary: Annotated[list[Path] | None, typer.Option("--glossary", metavar="FILE", help="Repeatable.")] = None,
    each_time: Annotated[
        bool, typer.Option("--each-time", help="A term is wanted each time that the source has it, not once an entry.")
    ] = False,
    rules: Annotated[
        Path | None, typer.Option("--rules", metavar="FILE", help="A project.toml: its [style], [checks] and [terms].")
    ] = None,
) -> None:
    """Check a bilingual or article file by itself.

    Example: tms lint article.fr.po --lang fr --glossary terms.toml
    """
    from tms.workflow.linting import lint_file

    face: Face = context.obj
    entries = lint_file(
        file,
        lang,
        source_language=source_lang,
        glossaries=glossary or (),
        repetition=Repetition.EACH if each_time else None,
        rules=rules,
    )
    place = {"article": file.stem, "language": lang}
    documents = [{**finding_document(f), **place, "segment": entry.number} for entry in entries for f in entry.findings]
    face.show({"findings": documents}, _linted_lines(entries))
    if any(f.severity is Severity.ERROR for entry in entries for f in entry.findings):
        raise typer.Exit(1)


def _linted_lines(entries: Sequence["LintedEntry"]) -> Iterator[str]:
    for entry in entries:
        for f in entry.findings:
            yield f"{f.severity:<8} {entry.number}  {f.message} [{f.check}]"
    if not entries:
        yield "nothing found"


def fix(
    context: typer.Context,
    article: Article,
    lang: Lang,
    check: Annotated[
        list[str] | None, typer.Option("--check", metavar="ID", help="Only what this check finds; repeatable.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last fixes back.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Fix what the checks can fix for certain; reviewed and waived paragraphs are left alone.

    Example: tms fix letters --lang fr --check french-spacing --dry-run
    """
    from tms.workflow.mending import mend_article, undo_mending

    if undo and (check or dry_run):
        raise InputError("--undo takes back all of the last fixes", "leave --check and --dry-run out")
    face: Face = context.obj
    with face.workspace() as workspace:
        if undo:
            back = undo_mending(workspace, article, lang)
            face.show({"restored": list(back)}, [f"restored {key}" for key in back] or ["nothing to take back"])
            return
        done = mend_article(workspace, article, lang, checks=check or (), is_dry_run=dry_run)
    document = {
        "article": done.article,
        "language": done.language,
        "dry_run": dry_run,
        "fixed": [
            {"segment": one.segment, "before": one.before, "after": one.after, "checks": dict(one.fixed)}
            for one in done.mended
        ],
        "left": [{"segment": key, "reason": why} for key, why in done.left],
    }
    face.show(document, _fixed_lines(done, is_dry_run=dry_run))


def _fixed_lines(done: "Mending", *, is_dry_run: bool) -> Iterator[str]:
    for one in done.mended:
        checks = ", ".join(f"{check} {count}" if count > 1 else check for check, count in one.fixed)
        yield f"{one.segment}  {checks}"
        yield f"  - {one.before}"
        yield f"  + {one.after}"
    yield from (f"left alone: {key} ({why})" for key, why in done.left)
    verb = "would be fixed" if is_dry_run else "fixed"
    hint = (
        ""
        if is_dry_run or not done.mended
        else f"; 'tms fix {done.article} --lang {done.language} --undo' takes it back"
    )
    yield f"{len(done.mended)} paragraph{'' if len(done.mended) == 1 else 's'} {verb}{hint}"


@words_app.command("add")
def words_add(context: typer.Context, project: Project, word: Word, lang: WordLang = "") -> None:
    """Put a word on the list of a project: spelling knows it then, and it may stand as in English.

    Example: tms words add letters Yarkand
    """
    from tms.workflow.words import add_word

    face: Face = context.obj
    with face.workspace() as workspace:
        view = add_word(workspace, project, word, lang)
    face.show({"word": view.text, "language": view.language or None}, [f"added {view.text}"])


@words_app.command("remove")
def words_remove(context: typer.Context, project: Project, word: Word, lang: WordLang = "") -> None:
    """Take a word off the list.

    Example: tms words remove letters Yarkand
    """
    from tms.workflow.words import remove_word

    face: Face = context.obj
    with face.workspace() as workspace:
        view = remove_word(workspace, project, word, lang)
    face.show({"word": view.text, "language": view.language or None}, [f"removed {view.text}"])


@words_app.command("list")
def words_list(context: typer.Context, project: Project, lang: MaybeLang = None) -> None:
    """The words of a project.

    Example: tms words list letters
    """
    from tms.workflow.words import list_words

    face: Face = context.obj
    with face.workspace() as workspace:
        views = list_words(workspace, project, lang)
    documents = [{"word": view.text, "language": view.language or None} for view in views]
    lines = [f"{view.text}{f'  ({view.language})' if view.language else ''}" for view in views]
    face.show({"words": documents}, lines or ["no words yet; 'tms words add' puts one on the list"])


@words_app.command("suggest")
def words_suggest(context: typer.Context, word: Word, lang: Lang) -> None:
    """What may have been meant by a word that no dictionary has.

    Example: tms words suggest gouvernment --lang fr
    """
    from tms.workflow.spelling import suggest_words

    face: Face = context.obj
    found = suggest_words(word, lang)
    face.show({"word": word, "suggestions": list(found)}, list(found) or ["no suggestion"])
