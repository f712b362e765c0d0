"""Small words that carry the meaning of a sentence."""

import pytest

from tms.text.meaning import Marker, find_markers, has_marker_word, is_date_word

CASES = [
    ("en", "he did not leave", [("not", "negation")]),
    ("en", "they can't and mustn't", [("can't", "negation"), ("mustn't", "negation"), ("mustn't", "modality")]),
    ("en", "no longer , no one", [("no longer", "negation"), ("no one", "negation")]),
    ("en", "reportedly , according to them", [("reportedly", "hedge"), ("according to", "attribution")]),
    ("en", "he may have left", [("may have", "hedge"), ("may have", "modality")]),
    ("en", "so - called police", [("so-called", "hedge")]),
    ("en", "the rule may change in May", [("may", "modality"), ("May", "date")]),
    ("en", "they march in March", [("March", "date")]),
    ("en", "she has to go", [("has to", "modality")]),
    ("en", "she has a note", []),
    ("fr", "il ne part pas , selon eux", [("pas", "negation"), ("selon", "attribution")]),
    ("fr", "peut - être en mai", [("peut-être", "hedge"), ("mai", "date")]),
    ("es", "nunca , presuntamente debe", [("nunca", "negation"), ("presuntamente", "hedge"), ("debe", "modality")]),
    ("zh", "not", []),
    ("en", "see No . 5 or no one", [("no one", "negation")]),
    ("en", "in Sept . or so", [("Sept", "date")]),
    (
        "en",
        "all but a few , only some",
        [("all", "quantity"), ("a few", "quantity"), ("only", "limit"), ("some", "quantity")],
    ),
    ("en", "she would and will", [("would", "verb"), ("will", "verb")]),
    ("en", "experts estimate , they report", [("estimate", "attribution"), ("report", "attribution")]),
    ("en", "a report on rights reports", []),
    ("en", "ten are feared dead", [("feared dead", "hedge")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_markers_are_found_with_what_they_do(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(hit.text, str(hit.marker)) for hit in find_markers(text.split(), language)] == expected


def test_words_of_one_obligation_share_a_sense() -> None:
    hits = find_markers(["must", "or", "have", "to"], "en")
    assert [(hit.marker, hit.sense) for hit in hits] == [(Marker.MODALITY, "must"), (Marker.MODALITY, "must")]


@pytest.mark.parametrize(("words", "expected"), [({"not"}, True), ({"won't"}, True), ({"river"}, False)])
def test_marker_words_are_known_one_by_one(words: set[str], *, expected: bool) -> None:
    assert has_marker_word(words, "en") is expected


@pytest.mark.parametrize(
    ("word", "language", "expected"), [("June", "en", True), ("juin", "fr", True), ("June", "fr", False)]
)
def test_months_are_date_words_of_their_language(word: str, language: str, *, expected: bool) -> None:
    assert is_date_word(word, language) is expected
