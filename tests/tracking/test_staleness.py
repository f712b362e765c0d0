"""What became of a source text since a translation was made from it."""

import pytest

from tms.errors import InputError
from tms.tracking import count_behind, level_since
from tms.values import Grade, Level, SourceText

FIRST = "The old bridge was closed in autumn."
SECOND = "The wooden bridge was closed in autumn."


def versions(*texts: str) -> list[SourceText]:
    return [SourceText(number, text) for number, text in enumerate(texts, 1)]


def test_the_current_version_is_fresh() -> None:
    assert level_since(versions(FIRST), 1) == Grade(Level.NONE)


def test_a_change_that_was_taken_back_leaves_a_translation_fresh() -> None:
    assert level_since(versions(FIRST, SECOND, FIRST), 1) == Grade(Level.NONE)


def test_the_texts_decide_not_the_levels_of_the_steps() -> None:
    steps = versions(FIRST, "The old brigde was closed in autumn.", SECOND)
    assert level_since(steps, 1) == Grade(Level.CONTENT, ('"old" -> "wooden"',))


def test_typos_add_up_over_several_changes() -> None:
    right = "The government of the village received separate letters from the neighbour about the beginning of winter"
    wrong = right.replace("received", "recieved").replace("separate", "seperate")
    assert level_since(versions(wrong, right), 1).level is Level.CONTENT
    assert level_since(versions(wrong.replace("recieved", "received"), right), 1).level is Level.TYPO


def test_a_level_set_by_a_person_holds() -> None:
    mine, now = SourceText(1, FIRST), SourceText(2, SECOND, Level.TYPO, ("coordinator",), set_by_person=True)
    assert level_since([mine, now], 1) == Grade(Level.TYPO, ("coordinator",))


def test_the_highest_of_several_levels_set_by_persons_holds() -> None:
    steps = [
        SourceText(1, FIRST),
        SourceText(2, SECOND, Level.MAJOR, ("names a place",), set_by_person=True),
        SourceText(3, FIRST + " It rained.", Level.TYPO, (), set_by_person=True),
    ]
    assert level_since(steps, 1) == Grade(Level.MAJOR, ("names a place",))
    assert level_since(steps, 2) == Grade(Level.TYPO)


def test_one_step_without_a_person_and_the_texts_decide_again() -> None:
    steps = [
        SourceText(1, FIRST),
        SourceText(2, FIRST, Level.TYPO, (), set_by_person=True),
        SourceText(3, SECOND, Level.CONTENT),
    ]
    assert level_since(steps, 1).level is Level.CONTENT


@pytest.mark.parametrize(("made_from", "expected"), [(1, 2), (2, 1), (3, 0)])
def test_changes_behind_are_counted(made_from: int, expected: int) -> None:
    assert count_behind(versions(FIRST, SECOND, FIRST), made_from) == expected


def test_the_order_of_versions_is_by_number() -> None:
    assert level_since(versions(FIRST, SECOND)[::-1], 2) == Grade(Level.NONE)


def test_an_unknown_version_is_an_error_with_advice() -> None:
    with pytest.raises(InputError) as caught:
        level_since(versions(FIRST, SECOND), 7)
    assert (caught.value.message, caught.value.hint) == ("there is no source version 7", "known are: 1, 2")
