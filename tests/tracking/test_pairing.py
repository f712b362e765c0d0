"""What became of each paragraph between two versions."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.tracking import pair_units
from tms.values import Change, Kind, Level, Pair, Unit

RIVER = "The river runs past the old school, and every spring it floods the lower fields of the village."
BRIDGE = "Workers closed the wooden bridge in autumn because two of its beams had begun to give way."
MARKET = "On market days farmers bring apples, wool and honey, and they sell them before noon."
LETTER = "Her brother wrote one letter a month; most of them reached her open, some not at all."
HOUSE = "The house behind the bakery stood empty for years until a family of weavers moved in."
STORM = "A storm took the roof of the library, so the books spent the winter in the town hall."


def units(*texts: str, kind: Kind = Kind.PARAGRAPH) -> list[Unit]:
    return [Unit(kind, text, text, line) for line, text in enumerate(texts, 1)]


def outline(pairs: tuple[Pair, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(pair.old, pair.new, str(pair.change)) for pair in pairs]


EDITED_RIVER = RIVER.replace("every spring", "in most years")
CASES = [
    ("nothing", [], [], []),
    ("all new", [], [RIVER], [((), (0,), "inserted")]),
    ("all gone", [RIVER], [], [((0,), (), "deleted")]),
    ("same", [RIVER, BRIDGE], [RIVER, BRIDGE], [((0,), (0,), "unchanged"), ((1,), (1,), "unchanged")]),
    ("edited", [RIVER, BRIDGE], [EDITED_RIVER, BRIDGE], [((0,), (0,), "edited"), ((1,), (1,), "unchanged")]),
    (
        "inserted between",
        [RIVER, BRIDGE],
        [RIVER, MARKET, BRIDGE],
        [((0,), (0,), "unchanged"), ((), (1,), "inserted"), ((1,), (2,), "unchanged")],
    ),
    (
        "deleted between",
        [RIVER, MARKET, BRIDGE],
        [RIVER, BRIDGE],
        [((0,), (0,), "unchanged"), ((1,), (), "deleted"), ((2,), (1,), "unchanged")],
    ),
    (
        "another in its place",
        [RIVER, MARKET, BRIDGE],
        [RIVER, STORM, BRIDGE],
        [((0,), (0,), "unchanged"), ((1,), (), "deleted"), ((), (1,), "inserted"), ((2,), (2,), "unchanged")],
    ),
    (
        "moved",
        [RIVER, BRIDGE, MARKET, LETTER],
        [BRIDGE, MARKET, LETTER, RIVER],
        [((1,), (0,), "unchanged"), ((2,), (1,), "unchanged"), ((3,), (2,), "unchanged"), ((0,), (3,), "moved")],
    ),
    (
        "moved and edited",
        [RIVER, BRIDGE, MARKET, LETTER],
        [BRIDGE, MARKET, LETTER, EDITED_RIVER],
        [((1,), (0,), "unchanged"), ((2,), (1,), "unchanged"), ((3,), (2,), "unchanged"), ((0,), (3,), "moved")],
    ),
    (
        "split",
        [f"{RIVER} {BRIDGE}", MARKET],
        [RIVER, BRIDGE, MARKET],
        [((0,), (0, 1), "split"), ((1,), (2,), "unchanged")],
    ),
    ("split in three", [f"{RIVER} {BRIDGE} {MARKET}"], [RIVER, BRIDGE, MARKET], [((0,), (0, 1, 2), "split")]),
    (
        "split in four",
        [f"{RIVER} {BRIDGE} {MARKET} {LETTER}", HOUSE],
        [RIVER, BRIDGE, MARKET, LETTER, HOUSE],
        [((0,), (0, 1, 2, 3), "split"), ((1,), (4,), "unchanged")],
    ),
    (
        "a list of five merged",
        [HOUSE, "apples from the hills", "brown wool", "honey and wax", "two sorts of walnuts", "dried mint", STORM],
        [HOUSE, "apples from the hills, brown wool, honey and wax, two sorts of walnuts, dried mint", STORM],
        [((0,), (0,), "unchanged"), ((1, 2, 3, 4, 5), (1,), "merged"), ((6,), (2,), "unchanged")],
    ),
    ("split and edited", [f"{RIVER} {BRIDGE}"], [EDITED_RIVER, BRIDGE], [((0,), (0, 1), "split")]),
    (
        "merged",
        [RIVER, BRIDGE, MARKET],
        [f"{RIVER} {BRIDGE}", MARKET],
        [((0, 1), (0,), "merged"), ((2,), (1,), "unchanged")],
    ),
    ("merged of three", [RIVER, BRIDGE, MARKET], [f"{RIVER} {BRIDGE} {MARKET}"], [((0, 1, 2), (0,), "merged")]),
    (
        "a sentence cut off",
        [f"{RIVER} {BRIDGE} {MARKET} Nobody came."],
        [f"{RIVER} {BRIDGE} {MARKET}", "Nobody came."],
        [((0,), (0, 1), "split")],
    ),
    (
        "a sentence added is no merge",
        [RIVER, MARKET],
        [f"{RIVER} It froze in January.", MARKET],
        [((0,), (0,), "edited"), ((1,), (1,), "unchanged")],
    ),
    (
        "repeated texts keep their order",
        ["* * *", RIVER, "* * *", BRIDGE, "* * *"],
        ["* * *", RIVER, "* * *", BRIDGE, "* * *"],
        [((i,), (i,), "unchanged") for i in range(5)],
    ),
    (
        "the repeated one beside a deleted paragraph goes",
        [RIVER, "* * *", BRIDGE, "* * *", MARKET],
        [RIVER, "* * *", MARKET],
        [
            ((0,), (0,), "unchanged"),
            ((1,), (1,), "unchanged"),
            ((2,), (), "deleted"),
            ((3,), (), "deleted"),
            ((4,), (2,), "unchanged"),
        ],
    ),
    (
        "white space does not count",
        [RIVER, BRIDGE],
        [RIVER.replace(", and", ",\nand"), BRIDGE],
        [((0,), (0,), "unchanged"), ((1,), (1,), "unchanged")],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_paragraph_finds_its_own(
    old: list[str], new: list[str], expected: list[tuple[tuple[int, ...], tuple[int, ...], str]]
) -> None:
    # The order within one place (what went, what came) is not part of the contract.
    assert sorted(outline(pair_units(units(*old), units(*new)))) == sorted(expected)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.HEADING, [((0,), (0,), "unchanged"), ((1,), (1,), "edited"), ((2,), (2,), "unchanged")]),
        (Kind.TABLE_CELL, [((0,), (0,), "unchanged"), ((1,), (1,), "edited"), ((2,), (2,), "unchanged")]),
        (
            Kind.PARAGRAPH,
            [((), (1,), "inserted"), ((0,), (0,), "unchanged"), ((1,), (), "deleted"), ((2,), (2,), "unchanged")],
        ),
    ],
    ids=["heading", "cell", "paragraph"],
)
def test_a_heading_or_cell_rewritten_in_its_place_was_edited(
    kind: Kind, expected: list[tuple[tuple[int, ...], tuple[int, ...], str]]
) -> None:
    old = [*units(RIVER), *units("Rivers and people", kind=kind), *units(BRIDGE)]
    new = [*units(RIVER), *units("Living near water", kind=kind), *units(BRIDGE)]
    pairs = pair_units(old, new)
    assert sorted(outline(pairs)) == expected
    assert {pair.level for pair in pairs if pair.change is not Change.UNCHANGED} == {Level.CONTENT}


def test_pairs_come_in_the_order_of_the_new_version_and_deleted_ones_at_their_old_place() -> None:
    pairs = pair_units(units(RIVER, BRIDGE, MARKET, LETTER), units(MARKET, STORM, LETTER, RIVER))
    assert outline(pairs) == [
        ((1,), (), "deleted"),
        ((2,), (0,), "unchanged"),
        ((), (1,), "inserted"),
        ((3,), (2,), "unchanged"),
        ((0,), (3,), "moved"),
    ]


def test_an_edit_carries_similarity_level_and_reasons() -> None:
    old, new = (
        units("In 2017 the bridge was closed for some 40 days."),
        units("In 2017 the bridge was closed for some 90 days."),
    )
    assert pair_units(old, new) == (Pair((0,), (0,), Change.EDITED, Level.MAJOR, 90, ("number 40 -> 90",)),)


def test_inserted_and_deleted_are_content() -> None:
    pairs = pair_units(units(RIVER, BRIDGE), units(RIVER, STORM))
    assert {(pair.change, pair.level) for pair in pairs[1:]} == {
        (Change.DELETED, Level.CONTENT),
        (Change.INSERTED, Level.CONTENT),
    }


def test_a_paragraph_that_became_a_heading_is_an_edit() -> None:
    old, new = units("The winter of the long snow"), units("The winter of the long snow", kind=Kind.HEADING)
    assert pair_units(old, new) == (Pair((0,), (0,), Change.EDITED, Level.MARKUP, 100, ("kind paragraph -> heading",)),)


def test_a_clean_split_is_markup() -> None:
    (pair,) = pair_units(units(f"{RIVER} {BRIDGE}"), units(RIVER, BRIDGE))
    assert (pair.change, pair.level, pair.similarity) == (Change.SPLIT, Level.MARKUP, 99)


def test_headings_that_look_alike_are_not_the_same_without_their_neighbours() -> None:
    old = [*units("The road to Kashgar", kind=Kind.HEADING), *units(RIVER, BRIDGE)]
    new = [*units(RIVER, BRIDGE), *units("The road to Hotan", kind=Kind.HEADING), *units(STORM)]
    assert outline(pair_units(old, new)) == [
        ((0,), (), "deleted"),
        ((1,), (0,), "unchanged"),
        ((2,), (1,), "unchanged"),
        ((), (2,), "inserted"),
        ((), (3,), "inserted"),
    ]


def test_a_heading_reworded_in_its_place_is_an_edit() -> None:
    old = [*units(RIVER), *units("The road to Kashgar", kind=Kind.HEADING), *units(BRIDGE)]
    new = [*units(RIVER), *units("The road to Hotan", kind=Kind.HEADING), *units(BRIDGE)]
    assert [pair.change for pair in pair_units(old, new)] == [Change.UNCHANGED, Change.EDITED, Change.UNCHANGED]


def test_a_misspelled_heading_is_found_again() -> None:
    old = [*units("Goverment replies", kind=Kind.HEADING), *units(RIVER)]
    new = [*units(STORM), *units("Government replies", kind=Kind.HEADING), *units(RIVER)]
    assert outline(pair_units(old, new)) == [
        ((), (0,), "inserted"),
        ((0,), (1,), "edited"),
        ((1,), (2,), "unchanged"),
    ]


def test_the_whole_counts_more_than_the_first_good_pair() -> None:
    shared = "the guards wrote down the names of all who came through the northern gate that week"
    old = units(f"On Monday {shared} and sent them on.", f"On Tuesday {shared} and kept them.")
    new = units(f"On Tuesday {shared} and kept them all.", f"On Monday {shared} and soon sent them on.")
    assert {(pair.old, pair.new) for pair in pair_units(old, new)} == {((0,), (1,)), ((1,), (0,))}


def title(text: str) -> Unit:
    return Unit(Kind.TITLE, text, text, 1)


def test_an_article_has_one_title_whatever_its_words() -> None:
    old, new = [title("Support us"), *units(RIVER, BRIDGE)], [title("Donate"), *units(STORM, BRIDGE)]
    assert ((0,), (0,), "edited") in outline(pair_units(old, new))


@pytest.mark.parametrize(
    ("kind", "old_text", "new_text"),
    [
        (Kind.LIST_ITEM, "apples", "pears"),
        (Kind.CAPTION, "The school in winter", "Snow at noon"),
        (Kind.ALT, "A man at a gate", "Snow"),
        (Kind.PARAGRAPH, "* * *", "***"),
        (Kind.PARAGRAPH, "Figure 16", "Image 16"),
    ],
    ids=["list item", "caption", "alt", "ornament", "half of two words"],
)
def test_a_short_text_rewritten_between_the_same_neighbours_is_an_edit(
    kind: Kind, old_text: str, new_text: str
) -> None:
    old = [*units(RIVER), *units(old_text, kind=kind), *units(BRIDGE)]
    new = [*units(RIVER), *units(new_text, kind=kind), *units(BRIDGE)]
    assert outline(pair_units(old, new)) == [
        ((0,), (0,), "unchanged"),
        ((1,), (1,), "edited"),
        ((2,), (2,), "unchanged"),
    ]


def test_two_cells_rewritten_side_by_side_keep_their_order() -> None:
    cells = [units(*texts, kind=Kind.TABLE_CELL) for texts in (("apples", "wool", "honey"), ("pears", "silk", "honey"))]
    assert outline(pair_units([*units(RIVER), *cells[0]], [*units(RIVER), *cells[1]])) == [
        ((0,), (0,), "unchanged"),
        ((1,), (1,), "edited"),
        ((2,), (2,), "edited"),
        ((3,), (3,), "unchanged"),
    ]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([RIVER, "`cd ..`"], f"{RIVER} `cd ..`"),
        (["Note:", RIVER], f"Note: {RIVER}"),
        ([RIVER, "Figure 3", BRIDGE], f"{RIVER} Figure 3 {BRIDGE}"),
        ([EDITED_RIVER, "<br>", "***"], f"{RIVER} <br> ***"),
    ],
    ids=["behind", "before", "between", "several, with an edit"],
)
def test_however_short_a_piece_is_it_goes_with_its_whole(pieces: list[str], whole: str) -> None:
    count = tuple(range(len(pieces)))
    assert outline(pair_units(units(*pieces, STORM), units(whole, STORM)))[0] == (count, (0,), "merged")
    assert outline(pair_units(units(whole, STORM), units(*pieces, STORM)))[0] == ((0,), count, "split")


def test_of_two_copies_the_one_that_was_edited_stays_and_the_other_is_the_one_that_moved() -> None:
    edited = RIVER.replace("lower fields", "gardens")
    old = units(MARKET, RIVER, LETTER, HOUSE, RIVER, BRIDGE, STORM)
    new = units(RIVER, MARKET, edited, LETTER, HOUSE, BRIDGE, STORM)
    assert {(pair.old, pair.new, str(pair.change)) for pair in pair_units(old, new) if pair.change != "unchanged"} == {
        ((4,), (0,), "moved"),
        ((1,), (2,), "edited"),
    }


def test_a_moved_and_edited_paragraph_is_moved_and_less_than_the_same() -> None:
    old, new = units(RIVER, BRIDGE, MARKET, LETTER), units(BRIDGE, MARKET, LETTER, EDITED_RIVER)
    (pair,) = (pair for pair in pair_units(old, new) if pair.change is Change.MOVED)
    assert pair.similarity < 100
    assert pair.level is not Level.NONE


def test_a_split_has_the_level_of_its_joined_texts() -> None:
    (pair,) = pair_units(units(f"{RIVER} It took 12 days."), units(RIVER, "It took 13 days."))
    assert (pair.change, pair.level, pair.reasons) == (Change.SPLIT, Level.MAJOR, ("number 12 -> 13",))


WORDS = st.sampled_from(
    ["river", "bridge", "market", "letter", "house", "storm", "field", "snow", "roof", "wool", "Kashgar", "12", "not"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=12)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_each_position_stands_in_exactly_one_pair(old: list[str], new: list[str]) -> None:
    pairs = pair_units(units(*old), units(*new))
    assert sorted(i for pair in pairs for i in pair.old) == list(range(len(old)))
    assert [j for pair in pairs for j in pair.new] == list(range(len(new)))
    assert all(0 <= pair.similarity <= 100 for pair in pairs)


@given(TEXTS)
@settings(deadline=None)
def test_an_article_beside_itself_is_unchanged(texts: list[str]) -> None:
    expected = tuple(Pair((i,), (i,), Change.UNCHANGED, Level.NONE, 100) for i in range(len(texts)))
    assert pair_units(units(*texts), units(*texts)) == expected


@given(TEXTS.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
@settings(deadline=None)
def test_a_permutation_is_unchanged_or_moved(both: tuple[list[str], list[str]]) -> None:
    old, new = both
    pairs = pair_units(units(*old), units(*new))
    assert {pair.change for pair in pairs} <= {Change.UNCHANGED, Change.MOVED}
    assert all(old[pair.old[0]] == new[pair.new[0]] for pair in pairs)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([f"line {n} {n * 7919}" for n in range(4000)], [f"other {n} {n * 104729}" for n in range(4000)]),
        (
            [f"The list of day {n} has {n * 3} names." for n in range(800)],
            [f"The list of day {n} has {n * 3 + 1} names." for n in range(800, 0, -1)],
        ),
        (["x"] * 5000, ["x"] * 4000),
        ([""] * 3000, [""] * 2500),
        ([" ".join(f"{n} {n * 7919}" for n in range(6000))], [f"{n} {n * 7919}" for n in range(6000)]),
        ([" ".join(map(str, range(40_000)))], [" ".join(map(str, range(5, 40_000)))]),
    ],
    ids=["nothing in common", "forms", "all the same", "empty", "one cut into thousands", "one long paragraph"],
)
def test_bad_cases_come_to_an_end(old: list[str], new: list[str]) -> None:
    pairs = pair_units(units(*old), units(*new))
    assert Counter(i for pair in pairs for i in pair.old) == Counter(range(len(old)))


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_is_unchanged_is_so_in_both_directions(old: list[str], new: list[str]) -> None:
    there, back = pair_units(units(*old), units(*new)), pair_units(units(*new), units(*old))
    texts = [Counter(old[pair.old[0]] for pair in there if pair.similarity == 100)]
    texts.append(Counter(new[pair.old[0]] for pair in back if pair.similarity == 100))
    assert texts[0] == texts[1]


@given(TEXTS, TEXTS)
@settings(max_examples=30, deadline=None)
def test_the_same_versions_give_the_same_pairs(old: list[str], new: list[str]) -> None:
    assert pair_units(units(*old), units(*new)) == pair_units(units(*old), units(*new))
