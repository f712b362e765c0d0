"""`tms lint` reads a file by itself."""

from pathlib import Path

import pytest

from tests.workflow.articles import write_file
from tms.errors import InputError
from tms.values import Severity
from tms.workflow.linting import lint_file

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "uyghur-region.toml"


def found(path: Path, language: str, *, glossary: bool = False) -> list[tuple[int, str]]:
    entries = lint_file(path, language, glossaries=[GLOSSARY] if glossary else ())
    return [(entry.number, finding.check) for entry in entries for finding in entry.findings]


def test_an_article_in_one_language_is_read_by_the_checks_that_need_one_text(tmp_path: Path) -> None:
    text = (
        "Une lettre du camp\n\n"
        "Les familles parlent de “rafles sans fin. Personne ne répond.\n\n"
        "Continue reading «\u00a0Une lettre du camp\u00a0»\n"
    )
    assert found(write_file(tmp_path, "lettre.txt", text), "fr") == [(2, "quotes"), (3, "untranslated")]


def test_words_run_together_are_found_with_a_glossary(tmp_path: Path) -> None:
    path = write_file(tmp_path, "pares.csv", "source,target\nThe Uyghurs are workers.,Los uigurson trabajadores.\n")
    (entry,) = lint_file(path, "es", glossaries=[GLOSSARY])
    assert [(f.check, f.fix) for f in entry.findings] == [("terminology", "Los uigur son trabajadores.")]


def test_each_entry_stands_for_itself_and_is_counted_from_one(tmp_path: Path) -> None:
    rows = "source,target\nThey walked.,Ils marchaient.\nThey were 40.,Ils étaient 14.\nThey walked.,Ils marchaient.\n"
    assert found(write_file(tmp_path, "p.csv", rows), "fr") == [(2, "numbers")]


def test_a_glossary_is_used_only_when_it_is_named(tmp_path: Path) -> None:
    path = write_file(tmp_path, "p.csv", "source,target\nUyghurs walked.,Los uygures caminaban.\n")
    assert found(path, "es") == []
    assert found(path, "es", glossary=True) == [(1, "terminology")]


def test_a_fix_is_the_whole_repaired_text(tmp_path: Path) -> None:
    path = write_file(tmp_path, "p.csv", "source,target\nWhat? Now.,Quoi? Maintenant.\n")
    (entry,) = lint_file(path, "fr")
    (finding,) = entry.findings
    assert (finding.severity, finding.start, finding.end) == (Severity.WARNING, 4, 4)
    assert finding.fix in ("Quoi\u202f? Maintenant.", "Quoi\u00a0? Maintenant.")


def test_a_file_in_another_language_is_refused(tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    with pytest.raises(InputError, match="'es'"):
        lint_file(write_file(tmp_path, "a.po", po), "fr")
