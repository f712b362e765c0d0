"""`spelling`: with real dictionaries, what is asked for and what is let alone."""

import pytest

from tests.checks.asking import Found
from tms.checks import run_checks
from tms.checks.spelling import SPELLING
from tms.proofing import open_dictionary
from tms.values import CheckInput, Spot


def ask(target: str, language: str = "fr", *, source: str | None = None, **given: object) -> list[tuple[str, str]]:
    pair = CheckInput(source, target, "en", language, speller=open_dictionary(language), **given)  # type: ignore[arg-type]  # fields by name
    found = run_checks(pair, checks=(SPELLING,))
    return [(target[f.start : f.end], f.severity.value) for f in found]


FOUND = [
    ("fr", "Le gouvernment a refusé.", [("gouvernment", "warning")]),
    ("fr", "Gouvernment et armée refusent.", [("Gouvernment", "warning")]),
    ("fr", "Des prisonier, encore des prisonier.", [("prisonier", "warning")]),
    ("fr", "L’intterogatoire a duré.", [("L’intterogatoire", "warning")]),
    ("fr", "Des <b>prisonier</b> et des [camp](https://a.org/prisonier)", [("prisonier", "warning")]),
    ("es", "El goberno mandó cartas.", [("goberno", "warning")]),
]


@pytest.mark.parametrize(("language", "target", "found"), FOUND, ids=[case[1][:20] for case in FOUND])
def test_a_word_that_nobody_has_is_found_once(language: str, target: str, found: list[tuple[str, str]]) -> None:
    assert ask(target, language) == found


@pytest.mark.parametrize("word", ["intrumentos", "detenciónes", "prisionros"])
def test_a_rarer_slip_is_a_hint_at_least_where_the_dictionary_is_thin(word: str) -> None:
    assert [found for found, _ in ask(f"Vieron {word} allí.", "es")] == [word]


PASSES = [
    ("fr", "L’homme d’aujourd’hui, c’est-à-dire a-t-il dit, au XXIe siècle à l’ONU."),
    ("fr", "Jusqu’ici, lorsqu’il écrivait à M. Dupont, art. 7, p. 12, etc."),
    ("fr", "Écrire à zwaq@example.org ou zwaqan.org, #Zwaqan @zwaqan `zwaqan` https://zwaq.an/zwaq"),
    ("fr", "Le code AZ12b, le 2e, la 3D et 維吾爾 ئۇيغۇر"),
    ("es", "Cuéntenmelo, no puedo olvidarlo: súmense a la protesta antigubernamental."),
    ("es", "El Sr. Pérez y la Dra. López, págs. 3 y 4, en EE. UU."),
    ("es", "Los yuanes de Pekín y de Londres."),
    ("es", "No podra\u0301 cerrar la pestan\u0303a."),
]


@pytest.mark.parametrize(("language", "target"), PASSES, ids=[case[1][:20] for case in PASSES])
def test_what_is_right_or_no_word_passes(language: str, target: str) -> None:
    assert [found for found in ask(target, language) if found[1] != "info"] == []


def test_a_capitalised_word_in_a_sentence_is_a_hint() -> None:
    assert ask("Il a vu Zwaqtan hier.") == [("Zwaqtan", "info")]


def test_what_the_source_has_letter_by_letter_passes() -> None:
    assert ask("Zwaqtan a lu « The Zwaqtanian Letters ».", source="Zwaqtan read “The Zwaqtanian Letters”.") == []
    assert ask("La maison de Zwaqtan", source="Zwaqtan’s house") == []
    assert ask("Zwáqtan llegó.", "es", source="Zwaqtan came.") == []


def test_known_words_are_known_in_any_case() -> None:
    assert ask("Le zwaqtan et les Zwaqtan.", known_words=frozenset({"zwaqtan"})) == []


def test_what_the_glossary_speaks_of_is_said_once() -> None:
    spot = Spot("“ouigour” should be “ouïghour”", 3, 10, "ouïghour")
    assert ask("Le ouigour.", given={"terminology": (spot,)}) == []
    assert ask("Le ouigour.") == [("ouigour", "warning")]


def test_without_a_dictionary_nothing_is_said() -> None:
    pair = CheckInput(None, "Le gouvernment.", "en", "fr")
    assert run_checks(pair, checks=(SPELLING,)) == ()


@pytest.mark.parametrize("text", ["\ud800 mot", "\u0301" * 500, "a" * 29_000, "é́" * 300, "-’-’-’ '' --", "’" * 900])
def test_strange_texts_are_read(text: str) -> None:
    assert isinstance(ask(text), list)


def test_a_finding_stands_where_the_word_does() -> None:
    pair = CheckInput(None, "Un <i>prisonier</i>.", "en", "fr", speller=open_dictionary("fr"))
    (found,) = run_checks(pair, checks=(SPELLING,))
    assert Found(found.severity.value, pair.target[found.start : found.end], found.fix) == Found("warning", "prisonier")
