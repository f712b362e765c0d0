"""Checks on a file alone: no workspace is needed nor read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tms.checks import run_checks
from tms.errors import InputError
from tms.exchange import find_exchange_format
from tms.glossary import TermIndex
from tms.values import CheckInput, Concept, Finding, Kind, Repetition
from tms.workflow.bilingual import read_bilingual
from tms.workflow.checking import find_spots, list_known_words
from tms.workflow.diffing import read_document
from tms.workflow.glossary_files import read_glossary


@dataclass(frozen=True, slots=True)
class LintedEntry:
    """The findings of one entry; `number` counts from 1."""

    number: int
    target: str
    findings: tuple[Finding, ...]


class _Linter:
    def __init__(self, glossaries: Sequence[Path], source_language: str, language: str, repetition: Repetition) -> None:
        concepts: tuple[Concept, ...] = tuple(c for path in glossaries for c in read_glossary(path))
        self.index = TermIndex(concepts, today=datetime.now(UTC).date())
        self.source_language = source_language
        self.language = language
        self.repetition = repetition
        self.known_words = list_known_words(concepts, language)

    def lint(self, source: str | None, target: str, kind: Kind = Kind.PARAGRAPH) -> tuple[Finding, ...]:
        pair = CheckInput(source, target, self.source_language, self.language, kind, known_words=self.known_words)
        return run_checks(replace(pair, given=find_spots(self.index, pair, repetition=self.repetition)))


def lint_file(
    path: Path,
    language: str,
    *,
    source_language: str = "en",
    glossaries: Sequence[Path] = (),
    repetition: Repetition = Repetition.ONCE,
) -> tuple[LintedEntry, ...]:
    """The findings of a bilingual file, each entry for itself, or of an article file in one language."""
    linter = _Linter(glossaries, source_language, language, repetition)
    if find_exchange_format(path.name) is None:
        return _lint_article(linter, path)
    file = read_bilingual(path, language=language)
    if file.target_language and file.target_language.split("-")[0] != language.split("-", maxsplit=1)[0]:
        raise InputError(
            f"'{path}' is in '{file.target_language}', not in '{language}'", "name its language with --lang"
        )
    linted = [LintedEntry(e.number, e.target, linter.lint(e.source, e.target)) for e in file.entries]
    return tuple(entry for entry in linted if entry.findings)


def _lint_article(linter: _Linter, path: Path) -> tuple[LintedEntry, ...]:
    _, document = read_document(path)
    linted = [
        LintedEntry(number, unit.text, linter.lint(None, unit.text, unit.kind))
        for number, unit in enumerate(document.units, 1)
    ]
    return tuple(entry for entry in linted if entry.findings)
