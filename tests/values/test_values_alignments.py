"""Changing an alignment by hand: no operation loses a text, doubles one, or forgets a paragraph of the source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.values import (
    BY_HAND,
    AlignedPair,
    Alignment,
    AlignmentPlan,
    AlignmentRow,
    AlignmentSource,
    AlignmentTarget,
    Kind,
    Piece,
    make_alignment,
)

TEXTS = ("Uno. Dos.", "Tres.", "Cuatro. Cinco. Seis.", "Siete.")
Shape = list[tuple[tuple[int, ...], tuple[int, ...]]]
STRAIGHT: Shape = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,))]
LATE: Shape = [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)), ((), (3,))]


def build(shape: Shape, confidence: float = 0.9) -> Alignment:
    return make_alignment([AlignedPair(source, target, confidence, ("length fits",)) for source, target in shape])


def shape_of(alignment: Alignment) -> Shape:
    return [(row.source, tuple(piece.paragraph for piece in row.target)) for row in alignment.rows]


def plan_of(alignment: Alignment) -> AlignmentPlan:
    source = tuple(AlignmentSource(f"s{n}", Kind.PARAGRAPH, f"Source {n}.", 0) for n in range(4))
    return AlignmentPlan("blog/river", "", "en", "es", source, tuple(map(AlignmentTarget, TEXTS)), alignment)


OPERATIONS = [
    pytest.param(STRAIGHT, lambda a: a.join(1), [*STRAIGHT[:1], ((1, 2), (1, 2)), STRAIGHT[3]], id="join"),
    pytest.param(LATE, lambda a: a.join(1), [LATE[0], ((1, 2), (1,)), *LATE[3:]], id="join with one that has no text"),
    pytest.param(LATE, lambda a: a.join(3), [*LATE[:3], ((3,), (2, 3))], id="join with one that has no source"),
    pytest.param(STRAIGHT, lambda a: a.join(3), STRAIGHT, id="the last row has no next one"),
    pytest.param(
        [((0, 1), (0, 1)), ((2,), (2, 3)), ((3,), ())],
        lambda a: a.split(0, 1),
        [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), ((3,), ())],
        id="split, two and two",
    ),
    pytest.param(
        [((0,), (0, 1)), ((1,), (2,))],
        lambda a: a.split(0, 1),
        [((0,), (0,)), ((), (1,)), ((1,), (2,))],
        id="split, one and two",
    ),
    pytest.param(STRAIGHT, lambda a: a.split(1, 0), STRAIGHT, id="nothing before the first piece"),
    pytest.param([((0, 1), (0,))], lambda a: a.separate(0), [((0,), (0,)), ((1,), ())], id="separate"),
    pytest.param(
        [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,))],
        lambda a: a.shift_down(0),
        [((0,), ()), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))],
        id="shift down as far as the gap",
    ),
    pytest.param(
        STRAIGHT,
        lambda a: a.shift_down(2),
        [*STRAIGHT[:2], ((2,), ()), ((3,), (2,)), ((), (3,))],
        id="shift down to the end",
    ),
    pytest.param(
        [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((2,), ())],
        lambda a: a.shift_down(1),
        [((0,), (0,)), ((1,), (1,)), ((2,), (2,))],
        id="shift a note down into a row",
    ),
    pytest.param(LATE, lambda a: a.shift_up(1), [LATE[0], ((1,), (1,)), ((2,), (2,)), ((3,), ()), ((), (3,))], id="up"),
    pytest.param(
        STRAIGHT,
        lambda a: a.shift_up(1),
        [STRAIGHT[0], ((), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), ())],
        id="shift up pushes a text out",
    ),
    pytest.param(LATE, lambda a: a.shift_up(4), LATE, id="a note cannot pull"),
    pytest.param(STRAIGHT, lambda a: a.clear(2), [*STRAIGHT[:2], ((2,), ()), ((), (2,)), STRAIGHT[3]], id="clear"),
    pytest.param(LATE, lambda a: a.place(4, 1), [LATE[0], ((1,), (3,)), *LATE[2:4]], id="place into a gap"),
    pytest.param(
        STRAIGHT, lambda a: a.place(0, 2), [((0,), (2,)), ((1,), (1,)), ((2,), (0,)), STRAIGHT[3]], id="change places"
    ),
    pytest.param(STRAIGHT, lambda a: a.place(1, 1), STRAIGHT, id="place where it stands"),
]


@pytest.mark.parametrize(("before", "operate", "after"), OPERATIONS)
def test_an_operation_moves_texts_to_rows(before: Shape, operate: object, after: Shape) -> None:
    alignment = build(before)
    assert callable(operate)
    assert shape_of(operate(alignment)) == after
    assert operate(alignment).undo() == alignment


def test_what_a_person_touched_is_sure_and_says_so_and_the_rest_is_what_it_was() -> None:
    alignment = build(STRAIGHT, confidence=0.2).join(0)
    assert [(row.confidence, row.reasons) for row in alignment.rows] == [
        (1.0, (BY_HAND,)),
        (0.2, ("length fits",)),
        (0.2, ("length fits",)),
    ]
    assert (alignment.count_doubtful(), alignment.find_doubtful(1), alignment.find_doubtful(2)) == (2, 2, 1)
    assert alignment.accept(1).accept(2).find_doubtful(0) is None


def test_a_sentence_can_go_to_the_next_row() -> None:
    alignment = build(STRAIGHT).split(0, 0, 5)
    plan = plan_of(alignment)
    assert [plan.text_of(row) for row in alignment.rows[:2]] == ["Uno.", "Dos."]
    joined = alignment.join(1)
    assert plan_of(joined).text_of(joined.rows[1]) == "Dos.\n\nTres."
    again = alignment.join(0)
    assert plan_of(again).text_of(again.rows[0]) == "Uno. Dos."
    assert again.rows[0].target == (Piece(0),)


def test_a_text_of_its_own_can_be_left_out_and_taken_back() -> None:
    alignment = build(LATE)
    assert alignment.clear(4).rows[4].is_left_out
    assert not alignment.clear(4).clear(4).rows[4].is_left_out
    assert not alignment.clear(4).place(4, 1).rows[1].is_left_out


def test_an_alignment_that_nothing_was_done_to_has_nothing_to_undo() -> None:
    alignment = build(STRAIGHT)
    assert alignment.undo() is alignment
    assert alignment.join(3) is alignment


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["join", "split", "cut", "separate", "down", "up", "clear", "place", "accept", "undo"]),
        st.integers(-1, 9),
        st.integers(-1, 9),
    ),
    max_size=25,
)


def run(alignment: Alignment, name: str, at: int, other: int) -> Alignment:
    operations = {
        "join": lambda: alignment.join(at),
        "split": lambda: alignment.split(at, other),
        "cut": lambda: alignment.split(at, other % 2, 3 + other),
        "separate": lambda: alignment.separate(at),
        "down": lambda: alignment.shift_down(at),
        "up": lambda: alignment.shift_up(at),
        "clear": lambda: alignment.clear(at),
        "place": lambda: alignment.place(at, other),
        "accept": lambda: alignment.accept(at),
        "undo": alignment.undo,
    }
    return operations[name]()


def letters_of(alignment: Alignment) -> list[tuple[int, int]]:
    """Every letter of the translation that stands in a row."""
    length = 20
    return sorted(
        (piece.paragraph, place)
        for row in alignment.rows
        for piece in row.target
        for place in range(piece.start, length if piece.end is None else piece.end)
    )


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6), STEPS)
@settings(deadline=None)
def test_no_text_is_lost_or_doubled_whatever_is_done(
    sizes: list[tuple[int, int]], steps: list[tuple[str, int, int]]
) -> None:
    rows: list[AlignmentRow] = []
    source = target = 0
    for sources, targets in sizes:
        places, texts = range(source, source + sources), range(target, target + targets)
        source, target = places.stop, texts.stop
        if sources or targets:
            rows.append(AlignmentRow(tuple(places), tuple(map(Piece, texts)), 0.4))
    alignment = Alignment(tuple(rows))
    letters = letters_of(alignment)
    for name, at, other in steps:
        changed = run(alignment, name, at, other)
        assert letters_of(changed) == letters
        assert [place for row in changed.rows for place in row.source] == list(range(source))
        assert all(row.source or row.target for row in changed.rows)
        if changed is not alignment and name != "undo":
            assert changed.undo() is alignment
        alignment = changed
