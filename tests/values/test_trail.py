"""A trail of texts: one step back, one step on, never more than it may hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tms.values import Trail
from tms.values.trail import MOST_BYTES, MOST_TEXTS


def grow(*texts: str) -> Trail:
    trail = Trail()
    for text in texts:
        trail = trail.push(text)
    return trail


def test_an_empty_trail_goes_nowhere() -> None:
    assert Trail().current is None
    assert Trail().undo() == Trail().redo() == Trail()
    assert not Trail().can_undo
    assert not Trail().can_redo


def test_undo_goes_back_text_by_text_and_redo_on() -> None:
    trail = grow("", "Un", "Une lettre")
    assert [trail.undo().current, trail.undo().undo().current] == ["Un", ""]
    assert trail.undo().undo().undo() == trail.undo().undo()
    assert trail.undo().redo() == trail
    assert trail.redo() is trail


def test_typing_after_an_undo_forgets_what_was_undone() -> None:
    assert grow("a", "b").undo().push("c") == Trail(("a", "c"), 1)


def test_the_same_text_again_is_no_step_and_keeps_what_was_undone() -> None:
    back = grow("a", "b").undo()
    assert back.push("a") == back


def test_a_text_that_came_from_elsewhere_takes_nothing_away() -> None:
    assert grow("a", "b", "c").undo().adopt("x") == Trail(("a", "b", "c", "x"), 3)
    assert grow("a", "b").undo().adopt("a") == Trail(("a", "b"), 0)


def test_a_text_that_stood_before_is_where_one_is_then() -> None:
    settled = grow("a", "b", "a", "c").settle("a")
    assert (settled, settled.steps_back) == (Trail(("a", "b", "a", "c"), 2), 1)
    assert grow("a", "b").settle("x") == Trail(("a", "b", "x"), 2)
    assert Trail().settle("x") == Trail(("x",), 0)


def test_the_oldest_texts_fall_off() -> None:
    trail = grow(*(str(number) for number in range(MOST_TEXTS + 5)))
    assert (trail.texts[0], len(trail.texts), trail.current) == ("5", MOST_TEXTS, str(MOST_TEXTS + 4))


def test_never_more_bytes_than_it_may_hold_but_always_the_newest_text() -> None:
    part = "é" * (MOST_BYTES // 5)
    trail = grow(part, part + "a", part + "b", part + "c")
    assert [text[-1] for text in trail.texts] == ["b", "c"]
    huge = "x" * (MOST_BYTES + 1)
    assert trail.push(huge) == Trail((huge,), 0)


def test_half_a_character_does_not_break_a_trail() -> None:
    assert grow("a", "\ud800").current == "\ud800"


@settings(max_examples=60)
@given(st.lists(st.one_of(st.text(max_size=5), st.sampled_from(["<undo>", "<redo>"])), max_size=40))
def test_undo_and_redo_never_lose_a_text_that_was_not_typed_over(steps: list[str]) -> None:
    trail = Trail()
    for step in steps:
        before = trail
        trail = {"<undo>": trail.undo, "<redo>": trail.redo}.get(step, lambda step=step, t=trail: t.push(step))()
        assert trail.current is None or trail.texts[trail.position] == trail.current
        if step in ("<undo>", "<redo>"):
            assert trail.texts == before.texts
