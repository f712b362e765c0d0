"""Words found inside the memory, and how a match differs from the text at hand."""

import pytest

from tms.memory import MemoryIndex, find_concordance
from tms.values import MemoryPair, Origin

ENTRIES = (
    MemoryPair("The family waits at the gate.", "La famille attend à la grille.", "fr", is_reviewed=True),
    MemoryPair("Families wait.", "Les familles attendent.", "fr", is_reviewed=True),
    MemoryPair("The gates are shut.", "L\u2019\u00e9t\u00e9, les grilles sont ferm\u00e9es.", "fr", is_reviewed=True),
    MemoryPair("The heart of it", "Le c\u0153ur de la chose", "fr", is_reviewed=True),
    MemoryPair("The family", "La familia", "es", is_reviewed=True),
)


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        pytest.param("gate", ["The family waits at the gate."], id="whole words"),
        pytest.param("gate*", ["The gates are shut.", "The family waits at the gate."], id="a prefix, shortest first"),
        pytest.param("GATE family", ["The family waits at the gate."], id="all words, any order, any case"),
        pytest.param("gate shut", [], id="a missing word"),
        pytest.param("fermees", ["The gates are shut."], id="without accents"),
        pytest.param("l'été", ["The gates are shut."], id="a straight apostrophe finds a curly one"),
        pytest.param("ete\u0301", ["The gates are shut."], id="decomposed"),
        pytest.param("coeur", ["The heart of it"], id="a ligature"),
        pytest.param("family grille", ["The family waits at the gate."], id="one word in each language"),
        pytest.param('"the gate"', ["The family waits at the gate."], id="a phrase"),
        pytest.param('"gate the"', [], id="a phrase the other way round"),
        pytest.param("  *  ?!", [], id="no word at all"),
        pytest.param("gate.", ["The family waits at the gate."], id="punctuation is not searched"),
        pytest.param("[a-z]+ (", [], id="an expression is only words"),
    ],
)
def test_all_words_must_be_there(words: str, sources: list[str]) -> None:
    assert [hit.source for hit in find_concordance(ENTRIES, words, "fr")] == sources


def test_an_index_is_searched_as_well_and_top_limits_it() -> None:
    index = MemoryIndex(ENTRIES)
    assert [hit.target for hit in find_concordance(index, "family", "es")] == ["La familia"]
    assert len(find_concordance(index, "famil*", "fr", top=1)) == 1


def test_the_words_are_marked_in_the_texts_as_they_stand() -> None:
    target = "L\u2019e\u0301te\u0301 du c\u0153ur"
    (hit,) = find_concordance([MemoryPair("Summer", target, "fr")], "été coeur", "fr")
    assert [target[start:end] for start, end in hit.target_spans] == ["e\u0301te\u0301", "c\u0153ur"]
    assert hit.source_spans == ()


def test_the_same_pair_is_listed_once_and_reviewed_ones_come_first() -> None:
    pairs = [
        MemoryPair("A gate", "Machine", "fr", origin=Origin.MACHINE),
        MemoryPair("A gate", "Grille", "fr"),
        MemoryPair("A gate", "Grille", "fr", is_reviewed=True, article="p/a"),
    ]
    hits = find_concordance(pairs, "gate", "fr")
    assert [(hit.target, hit.article) for hit in hits] == [("Grille", "p/a"), ("Machine", "")]


def test_all_words_on_one_side_come_before_words_on_both() -> None:
    pairs = [
        MemoryPair("alpha", "beta", "fr", is_reviewed=True),
        MemoryPair("alpha and then beta", "x", "fr", is_reviewed=True),
    ]
    assert [h.source for h in find_concordance(pairs, "alpha beta", "fr")] == ["alpha and then beta", "alpha"]
