"""Who gets through the gate, and what the others are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.publish import find_blockers
from tms.values import Blocker, GateRow, Level, State

GOOD = GateRow("p0", State.REVIEWED)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(GOOD, id="reviewed"),
        pytest.param(GateRow("a", State.REVIEWED, level=Level.TYPO), id="a typo mended in the English undoes nothing"),
        pytest.param(GateRow("a", State.REVIEWED, level=Level.MARKUP), id="nor does markup"),
        pytest.param(GateRow("a", State.INITIAL, is_covered=True), id="covered by another"),
        pytest.param(GateRow("a", State.TRANSLATED, is_covered=True), id="covered, with an older text of its own"),
    ],
)
def test_what_is_reviewed_and_fresh_gets_through(row: GateRow) -> None:
    assert find_blockers([GOOD, row]) == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(GateRow("a", State.INITIAL), "1 paragraph is not translated", id="initial"),
        pytest.param(GateRow("a", State.DRAFT), "1 paragraph is a draft", id="draft"),
        pytest.param(GateRow("a", State.TRANSLATED), "1 paragraph is not reviewed", id="translated"),
        pytest.param(
            GateRow("a", State.DRAFT, is_machine_unread=True),
            "1 paragraph is machine text that nobody has read",
            id="unread draft",
        ),
        pytest.param(
            GateRow("a", State.REVIEWED, is_machine_unread=True),
            "1 paragraph is machine text that nobody has read",
            id="unread, whatever its state",
        ),
        pytest.param(
            GateRow("a", State.REVIEWED, is_reviewed_text_current=False),
            "1 paragraph was changed after its review",
            id="another text than the reviewer saw",
        ),
        pytest.param(
            GateRow("a", State.REVIEWED, level=Level.CONTENT),
            "1 paragraph is out of date: the English has changed",
            id="content",
        ),
        pytest.param(
            GateRow("a", State.INITIAL, is_covered=True, level=Level.MAJOR),
            "1 paragraph is out of date: the English has changed",
            id="covered and out of date",
        ),
        pytest.param(GateRow("a", State.REVIEWED, errors=3), "1 paragraph has errors", id="errors"),
        pytest.param(GateRow("a", State.REVIEWED, open_questions=1), "1 paragraph has an open question", id="question"),
        pytest.param(
            GateRow("a", State.REVIEWED, is_reviewed_text_current=False, is_covered=True),
            "1 paragraph was changed after its review",
            id="reviewed and covered",
        ),
    ],
)
def test_each_reason_is_told_alone(row: GateRow, message: str) -> None:
    assert find_blockers([GOOD, row]) == (Blocker(message, 1, ("a",)),)


def test_several_paragraphs_are_counted_and_named_in_order() -> None:
    rows = [GateRow(f"p{n}", State.TRANSLATED) for n in range(3)]
    rows += [GateRow("q", State.TRANSLATED, level=Level.MAJOR, errors=1), GateRow("r", State.INITIAL)]
    assert find_blockers(rows) == (
        Blocker("1 paragraph is not translated", 1, ("r",)),
        Blocker("4 paragraphs are not reviewed", 4, ("p0", "p1", "p2", "q")),
        Blocker("1 paragraph is out of date: the English has changed", 1, ("q",)),
        Blocker("1 paragraph has errors", 1, ("q",)),
    )


def test_an_empty_article_is_not_published() -> None:
    assert find_blockers([]) == (Blocker("the article has no paragraphs", 0),)


_rows = st.builds(
    GateRow,
    key=st.just("k"),
    state=st.sampled_from(State),
    is_reviewed_text_current=st.booleans(),
    level=st.sampled_from(Level),
    is_machine_unread=st.booleans(),
    is_covered=st.booleans(),
    errors=st.integers(0, 2),
    open_questions=st.integers(0, 1),
)


@given(_rows)
def test_nothing_unreviewed_stale_or_faulty_ever_gets_through(row: GateRow) -> None:
    is_sound = (
        (row.state is State.REVIEWED and row.is_reviewed_text_current and not row.is_machine_unread)
        or (row.is_covered and row.state is not State.REVIEWED)
    ) and not (row.level.is_stale or row.errors or row.open_questions)
    assert (find_blockers([row]) == ()) is is_sound
