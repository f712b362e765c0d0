"""A word diff loses nothing and reads as a person would mark it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.text.diff import diff_words
from tms.values import DiffKind

CASES = [
    pytest.param("five years", "six years", "[-five-]{+six+} years", id="a word"),
    pytest.param("4,000 people", "5,000 people", "[-4,000-]{+5,000+} people", id="a number is one word"),
    pytest.param("a b c d", "a x y d", "a [-b c-]{+x y+} d", id="neighbours are one change"),
    pytest.param("was closed", "was not closed", "was {+not +}closed", id="an insertion"),
    pytest.param("the end, now", "the end", "the end[-, now-]", id="a deletion at the end"),
    pytest.param("same", "same", "same", id="nothing"),
    pytest.param("", "new", "{+new+}", id="all of it"),
    pytest.param("l’homme", "l’enfant", "l’[-homme-]{+enfant+}", id="after an elision"),
]
MARKS = {DiffKind.SAME: "{}", DiffKind.DELETED: "[-{}-]", DiffKind.INSERTED: "{{+{}+}}"}


@pytest.mark.parametrize(("old", "new", "shown"), CASES)
def test_changes_are_marked_by_words(old: str, new: str, shown: str) -> None:
    assert "".join(MARKS[piece.kind].format(piece.text) for piece in diff_words(old, new)) == shown


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_off_the_pieces(old: str, new: str) -> None:
    pieces = diff_words(old, new)
    assert "".join(p.text for p in pieces if p.kind is not DiffKind.INSERTED) == old
    assert "".join(p.text for p in pieces if p.kind is not DiffKind.DELETED) == new


def test_an_endless_paragraph_is_one_change() -> None:
    old, new = "ab " * 100_000, "cd " * 100_000
    assert [piece.kind for piece in diff_words(old, new)] == [DiffKind.DELETED, DiffKind.INSERTED]
