"""A quotation with an official wording is found, offered, and a differing translation is a finding."""

import pytest

from tms.glossary import TermIndex, find_quote_spots, find_term_spots
from tms.values import Concept, ConceptType, Kind, QuoteMatch, Severity, Term

ENGLISH = "No door shall be closed to those who come from the mountains with their children"
FRENCH = "Aucune porte ne sera fermée à ceux qui viennent des montagnes avec leurs enfants"
INDEX = TermIndex(
    [
        Concept(
            "charter-doors",
            (Term("en", ENGLISH), Term("fr", FRENCH)),
            source="Charter of the Valley, article 4",
            type=ConceptType.QUOTE,
        ),
        Concept("mountain", (Term("en", "mountain"), Term("fr", "massif"))),
    ]
)


def _find(source: str, language: str = "fr", kind: Kind = Kind.PARAGRAPH) -> tuple[QuoteMatch, ...]:
    return INDEX.quotes.find(source, source_language="en", language=language, kind=kind)


FOUND = [
    ("in quotation marks", f"The Charter says: “{ENGLISH}.”", Kind.PARAGRAPH, True),
    ("without quotation marks", f"It says that {ENGLISH.lower()}, and more.", Kind.PARAGRAPH, True),
    ("block quotation", ENGLISH + ".", Kind.QUOTE, True),
    ("a slip in it", f"“{ENGLISH.replace('shall', 'will')}”", Kind.PARAGRAPH, True),
    ("other apostrophes and spaces", f"“{ENGLISH.replace(' ', chr(160))}”", Kind.PARAGRAPH, True),
    ("in tags", f"<em>“{ENGLISH}”</em>", Kind.PARAGRAPH, True),
    ("a part", "He spoke of “those who come from the mountains with their children” again.", Kind.PARAGRAPH, False),
]


@pytest.mark.parametrize(("source", "kind", "is_whole"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_a_quotation_gets_its_official_wording(source: str, kind: Kind, *, is_whole: bool) -> None:
    (match,) = _find(source, kind=kind)
    assert (match.official, match.reference, match.is_whole) == (FRENCH, "Charter of the Valley, article 4", is_whole)
    assert source[match.start : match.end].startswith(match.text[:5])


@pytest.mark.parametrize(
    "source",
    ["those who come from the mountains", "“They come from the mountains”", "No door shall be closed.", ""],
)
def test_a_few_same_words_are_no_quotation(source: str) -> None:
    assert _find(source) == ()


def test_a_language_without_the_wording_has_no_match() -> None:
    assert _find(f"“{ENGLISH}”", language="es") == ()


def test_the_official_wording_is_left_in_peace_whatever_its_signs() -> None:
    matches = _find(f"It says: “{ENGLISH}.”")
    for target in (f"Il dit : «\u202f{FRENCH}.\u202f»", f"Il dit : «\u00a0<em>{FRENCH}</em>\u00a0».", FRENCH.upper()):
        assert find_quote_spots(matches, target) == ()


def test_another_translation_is_a_finding_with_the_official_wording_as_its_repair() -> None:
    target = "Il dit : « Aucune porte ne doit rester close pour qui vient des montagnes avec ses enfants »."
    (spot,) = find_quote_spots(_find(f"It says: “{ENGLISH}.”"), target)
    assert spot.start is not None
    assert spot.end is not None
    repaired = target[: spot.start] + (spot.replacement or "") + target[spot.end :]
    assert repaired == f"Il dit : « {FRENCH} »."
    assert spot.severity is Severity.WARNING
    assert "Charter of the Valley, article 4" in spot.message


def test_a_quotation_that_is_nowhere_in_the_translation_has_no_place() -> None:
    (spot,) = find_quote_spots(_find(f"“{ENGLISH}.”"), "Rien.")
    assert (spot.start, spot.replacement) == (None, None)


def test_of_a_part_any_words_of_the_official_wording_are_right() -> None:
    matches = _find("He spoke of “those who come from the mountains with their children” again.")
    assert find_quote_spots(matches, "Il a reparlé de « ceux qui viennent des montagnes avec leurs enfants ».") == ()
    (spot,) = find_quote_spots(matches, "Il a reparlé de « ceux des montagnes ».")
    assert spot.replacement is None


def test_the_terms_of_an_official_wording_are_not_judged() -> None:
    source, target = f"“{ENGLISH}.” The mountain waits.", f"« {FRENCH}. » Le massif attend."
    assert find_term_spots(INDEX, source, target, source_language="en", language="fr") == ()
    (spot,) = find_term_spots(INDEX, "The mountain.", "La montagne.", source_language="en", language="fr")
    assert spot.concept == "mountain"
