"""A term is inserted in the number, gender and case that the words before it ask for."""

import pytest

from tests.glossary.glossary_verdicts import shipped_index
from tms.glossary import guess_source_words, insert_term

PLACES = [
    ("plural by the article", "fr", "The Uyghurs fled.", "Les ", "Les Ouïghours"),
    ("feminine by the article", "fr", "A Uyghur spoke.", "Une ", "Une Ouïghoure"),
    ("adjective, feminine plural", "fr", "Uyghur women spoke.", "Des femmes ", "Des femmes ouïghoures"),
    ("adjective, masculine", "fr", "the Uyghur people", "le peuple ", "le peuple ouïghour"),
    ("elision", "fr", "a lack of Uyghurs", "un manque de ", "un manque d’Ouïghours"),
    ("plural of a phrase", "fr", "forced labour", "condamnés aux ", "condamnés aux travaux forcés"),
    ("acronym for an acronym", "fr", "The OHCHR said.", "Selon le ", "Selon le HCDH"),
    ("sentence start", "es", "Tibetans fled.", "", "Tibetanos"),
    ("small in Spanish", "es", "The Uyghurs fled.", "los ", "los uigures"),
    ("adjective in Spanish", "es", "Tibetan women", "las mujeres ", "las mujeres tibetanas"),
]


@pytest.mark.parametrize(
    ("language", "source", "before", "after"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES]
)
def test_a_term_is_inserted_in_the_form_that_fits(language: str, source: str, before: str, after: str) -> None:
    index = shipped_index()
    hit = index.find(source, "en")[0]
    wording = insert_term(index, hit, language, text=before, start=len(before), source=source)
    assert wording is not None
    assert before[: wording.start] + wording.text == after


GUESSES = [
    ("same word", "Families lost their hukou in 1958.", "Les familles ont perdu leur hukou en 1958.", "hukou", "hukou"),
    (
        "cognates",
        "Predictive policing spreads.",
        "La police prédictive se répand.",
        "police prédictive",
        "Predictive policing",
    ),
    ("nothing marked", "A word.", "Un mot.", "", ""),
    ("no source", "", "Un mot.", "mot", ""),
]


@pytest.mark.parametrize(
    ("source", "target", "marked", "guessed"), [case[1:] for case in GUESSES], ids=[case[0] for case in GUESSES]
)
def test_the_words_that_a_marked_word_stands_for_are_guessed(
    source: str, target: str, marked: str, guessed: str
) -> None:
    assert guess_source_words(source, target, marked) == guessed
