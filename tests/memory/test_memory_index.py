"""What the memory proposes for a text, and in which order."""

import threading
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.memory import MemoryIndex
from tms.memory.penalties import MACHINE, NOT_REVIEWED, OLD, list_penalties
from tms.text.normalize import normalize_text
from tms.values import Match, MatchKind, MemoryPair, Origin

TODAY = date(2026, 6, 15)


def _pair(source: str, target: str, *, origin: Origin = Origin.HUMAN, is_reviewed: bool = True) -> MemoryPair:
    return MemoryPair(source, target, "fr", origin=origin, is_reviewed=is_reviewed)


def _scores(matches: tuple[Match, ...]) -> list[tuple[int, str, str]]:
    return [(match.score, match.kind.value, match.target) for match in matches]


@pytest.mark.parametrize(
    ("source", "query", "score"),
    [
        pytest.param("abcdefghij", "abcdefghij", 100, id="equal"),
        pytest.param("abcdefghij", "abcdefghix", 90, id="one of ten"),
        pytest.param("abcdefghij", "abcdefgxyz", 70, id="seven of ten is seventy, not sixty-nine"),
        pytest.param("a" * 999, "a" * 1000, 99, id="rounded down: only equality is 100"),
        pytest.param("a" * 150, "a" * 149 + "b", 99, id="99.33 is 99"),
        pytest.param("The wall", "the wall", 87, id="case is a difference"),
        pytest.param("l\u2019appel  du\u00a0soir", "l'appel du soir", 100, id="apostrophes and spaces are not"),
        pytest.param("Cafe\u0301 noir", "Caf\u00e9 noir", 100, id="composition is not"),
        pytest.param("\ud83d\ude00bc\ud800", "\ud83d\ude00bd\ud800", 80, id="a lone surrogate is a character"),
    ],
)
def test_the_score_is_the_share_of_characters_that_stay(source: str, query: str, score: int) -> None:
    found = MemoryIndex([_pair(source, "x")]).search(query, "fr")
    assert [match.score for match in found] == [score]


def test_less_alike_than_the_minimum_is_no_match() -> None:
    index = MemoryIndex([_pair("abcdefghij", "x")])
    assert index.search("abcdefgxyz", "fr", minimum=71) == ()
    assert _scores(index.search("abcdefgxyz", "fr", minimum=70)) == [(70, "fuzzy", "x")]


@pytest.mark.parametrize(
    ("before", "after", "score"),
    [
        pytest.param("One.", "Three.", 101, id="both neighbours"),
        pytest.param("One.", "Four.", 100, id="one neighbour"),
        pytest.param("", "", 100, id="none known"),
    ],
)
def test_an_exact_match_with_its_neighbours_is_a_context_match(before: str, after: str, score: int) -> None:
    pair = MemoryPair("Two.", "Deux.", "fr", is_reviewed=True, before="One.", after="Three.")
    assert [m.score for m in MemoryIndex([pair]).search("Two.", "fr", before=before, after=after)] == [score]


def test_the_first_paragraph_has_a_context_too() -> None:
    pair = MemoryPair("One.", "Un.", "fr", is_reviewed=True, after="Two.")
    (match,) = MemoryIndex([pair]).search("One.", "fr", after="Two.")
    assert (match.score, match.kind) == (101, MatchKind.CONTEXT)


def test_entries_without_neighbours_are_never_context_matches() -> None:
    (match,) = MemoryIndex([_pair("One.", "Un.")]).search("One.", "fr")
    assert (match.score, match.kind) == (100, MatchKind.EXACT)


def test_a_penalty_moves_a_match_down_and_leaves_its_score() -> None:
    index = MemoryIndex(
        [
            _pair("The road is closed.", "machine", origin=Origin.MACHINE, is_reviewed=False),
            _pair("The road is close.", "human"),
        ]
    )
    found = index.search("The road is closed.", "fr")
    assert _scores(found) == [(94, "fuzzy", "human"), (100, "exact", "machine")]
    assert found[1].penalties == (MACHINE, NOT_REVIEWED)


@pytest.mark.parametrize(
    ("updated_at", "penalties"),
    [
        pytest.param("2024-06-15T10:00:00", (), id="two years to the day"),
        pytest.param("2024-06-14", (OLD,), id="a day more"),
        pytest.param("2019-01-01T00:00:00+00:00", (OLD,), id="years ago"),
        pytest.param("", (), id="unknown"),
        pytest.param("last spring", (), id="unreadable"),
    ],
)
def test_an_entry_older_than_24_months_loses_five_points(updated_at: str, penalties: tuple[object, ...]) -> None:
    pair = MemoryPair("a", "b", "fr", is_reviewed=True, updated_at=updated_at)
    assert list_penalties(pair, TODAY) == penalties


def test_every_different_target_is_shown_and_the_same_one_once_with_its_best_origin() -> None:
    index = MemoryIndex(
        [
            _pair("The yard", "La cour", origin=Origin.MACHINE, is_reviewed=False),
            _pair("The yard", "La cour", origin=Origin.IMPORT),
            _pair("The\u00a0yard", "La cour ", origin=Origin.HUMAN),
            _pair("The yard", "Le préau"),
        ]
    )
    found = index.search("The yard", "fr")
    assert [(m.origin, m.target.strip()) for m in found] == [("human", "La cour"), ("human", "Le préau")]


def test_the_newest_of_two_equals_stands_first() -> None:
    old = MemoryPair("The yard", "vieux", "fr", is_reviewed=True, updated_at="2026-01-01")
    new = MemoryPair("The yard", "neuf", "fr", is_reviewed=True, updated_at="2026-05-01")
    assert [m.target for m in MemoryIndex([old, new], today=TODAY).search("The yard", "fr")] == ["neuf", "vieux"]


def test_languages_are_kept_apart() -> None:
    index = MemoryIndex([_pair("The yard", "La cour"), MemoryPair("The yard", "El patio", "es")])
    assert [m.target for m in index.search("The yard", "es")] == ["El patio"]
    assert index.search("The yard", "de") == ()


def test_top_limits_how_many_are_shown() -> None:
    index = MemoryIndex(_pair("The yard", f"cour {n}") for n in range(9))
    assert len(index.search("The yard", "fr", top=3)) == 3
    assert index.search("The yard", "fr", top=0) == ()


def test_what_has_no_words_is_not_remembered_and_finds_nothing() -> None:
    index = MemoryIndex([_pair(" \u200b", "x"), _pair("x", "  "), _pair("y", "y")])
    assert len(index) == 1
    assert index.search(" ", "fr", minimum=0) == ()


def test_a_removed_segment_is_found_no_more_and_others_stay() -> None:
    index = MemoryIndex([_pair("The yard", "La cour")])
    index.add(MemoryPair("The yard", "Le préau", "fr", article="p/a", segment="s1"))
    index.add(MemoryPair("The yards", "Les cours", "fr", article="p/a", segment="s1"))
    index.add(MemoryPair("The yard", "El patio", "es", article="p/a", segment="s1"))
    assert index.remove("p/a", "s1", "fr") == 2
    assert index.remove("p/a", "s1", "fr") == 0
    assert [m.target for m in index.search("The yard", "fr")] == ["La cour"]
    assert [m.target for m in index.search("The yard", "es")] == ["El patio"]
    assert len(index) == 2


def test_two_huge_texts_are_compared_for_equality_only() -> None:
    text = "word " * 200_000
    index = MemoryIndex([_pair(text, "x")])
    assert [m.score for m in index.search(text, "fr")] == [100]
    assert index.search(text + "!", "fr") == ()


_words = st.lists(st.sampled_from(["yard", "wall", "gate", "road", "\u00e9t\u00e9", "l'eau"]), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(_words, min_size=1, max_size=12), _words, st.integers(1, 99))
def test_the_window_loses_nothing_that_a_full_scan_finds(texts: list[list[str]], query: list[str], low: int) -> None:
    sources = sorted({" ".join(words) for words in texts})
    text = " ".join(query)
    found = MemoryIndex(_pair(source, source) for source in sources).search(text, "fr", minimum=low, top=99)
    expected = {source: _slow_score(source, text) for source in sources}
    assert {m.source: m.score for m in found} == {s: score for s, score in expected.items() if score >= low}


def _slow_score(a: str, b: str) -> int:
    a, b = normalize_text(a), normalize_text(b)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    longest = max(len(a), len(b))
    return 100 * (longest - row[-1]) // longest


def test_adding_while_another_thread_searches_breaks_nothing() -> None:
    index = MemoryIndex(_pair(f"entry number {n}", str(n)) for n in range(500))
    errors: list[Exception] = []

    def search() -> None:
        try:
            for n in range(200):
                index.search(f"entry number {n}", "fr")
        except RuntimeError as error:
            errors.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    for n in range(500):
        index.add(MemoryPair("x" * n + "y", "z", "fr", article="a", segment=str(n)))
        index.remove("a", str(n // 2), "fr")
    thread.join()
    assert errors == []


def test_a_long_memory_is_searched_to_its_end() -> None:
    index = MemoryIndex([_pair(f"The letter of day {n:04} never came.", f"{n}") for n in range(900)], today=TODAY)
    found = index.search("The letter of day 0899 never comes.", "fr", top=3)
    assert (found[0].target, found[0].kind) == ("899", MatchKind.FUZZY)
    assert len(found) == 3
