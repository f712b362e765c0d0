"""Checks on a file alone: no workspace is needed nor read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tms.checks import run_checks
from tms.errors import InputError
from tms.exchange import find_exchange_format
from tms.glossary import TermIndex
from tms.proofing import open_dictionary
from tms.values import CheckContext, Concept, Finding, Kind, Repetition
from tms.workflow.bilingual import read_bilingual
from tms.workflow.check_context import list_spellings, list_term_words
from tms.workflow.checking import find_spots, make_input
from tms.workflow.diffing import read_document
from tms.workflow.glossary_files import read_glossary
from tms.workflow.house_rules import read_repetition, read_rules
from tms.workflow.projects import read_rules_file
from tms.workflow.word_list import make_word_list
from tms.workflow.workspace import find_shipped


@dataclass(frozen=True, slots=True)
class LintedEntry:
    """The findings of one entry; `number` counts from 1."""

    number: int
    target: str
    findings: tuple[Finding, ...]


class Linter:
    """Checks texts with some glossaries and house rules; words of the shipped glossaries are known to spelling."""

    def __init__(
        self,
        language: str,
        *,
        source_language: str = "en",
        glossaries: Sequence[Path] = (),
        context: CheckContext | None = None,
    ) -> None:
        concepts: tuple[Concept, ...] = tuple(c for path in glossaries for c in read_glossary(path))
        self.index = TermIndex(concepts, today=datetime.now(UTC).date())
        self.source_language = source_language
        self.language = language
        shipped = (c for path in find_shipped("glossaries").glob("*.toml") for c in read_glossary(path))
        spellings = list_spellings((*concepts, *shipped), language)
        speller = make_word_list(open_dictionary(language), spellings)
        self.context = replace(
            context or CheckContext(), known_words=list_term_words(concepts, language), speller=speller
        )

    def lint(self, source: str | None, target: str, kind: Kind = Kind.PARAGRAPH) -> tuple[Finding, ...]:
        """The findings of one entry."""
        pair = make_input(self.context, source, target, self.source_language, self.language, kind)
        return run_checks(replace(pair, given=find_spots(self.index, pair, repetition=self.context.repetition)))


def lint_file(
    path: Path,
    language: str,
    *,
    source_language: str = "en",
    glossaries: Sequence[Path] = (),
    repetition: Repetition | None = None,
    rules: Path | None = None,
) -> tuple[LintedEntry, ...]:
    """The findings of a bilingual file, each entry for itself, or of an article file in one language.

    `rules` is a project.toml whose house rules hold; `repetition` goes before what it says.
    """
    policy = read_rules_file(rules) if rules is not None else {}
    context = CheckContext(rules=read_rules(policy), repetition=repetition or read_repetition(policy))
    linter = Linter(language, source_language=source_language, glossaries=glossaries, context=context)
    if find_exchange_format(path.name) is None:
        return _lint_article(linter, path)
    file = read_bilingual(path, language=language)
    if file.target_language and file.target_language.split("-")[0] != language.split("-", maxsplit=1)[0]:
        raise InputError(
            f"'{path}' is in '{file.target_language}', not in '{language}'", "name its language with --lang"
        )
    linted = [LintedEntry(e.number, e.target, linter.lint(e.source, e.target)) for e in file.entries]
    return tuple(entry for entry in linted if entry.findings)


def _lint_article(linter: Linter, path: Path) -> tuple[LintedEntry, ...]:
    _, document = read_document(path)
    linted = [
        LintedEntry(number, unit.text, linter.lint(None, unit.text, unit.kind))
        for number, unit in enumerate(document.units, 1)
    ]
    return tuple(entry for entry in linted if entry.findings)
