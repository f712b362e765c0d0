"""A change of the source is pinned to the sentences of the translation that it touches."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.tracking import pin_change

OLD = (
    "The market was closed in May. Gulnar kept a stall there for thirty years. She was told to leave. "
    "Nobody helped her."
)
FRENCH = (
    "Le marché a été fermé en mai. Gulnar y tenait un étal depuis trente ans. On lui a dit de partir. "
    "Personne ne l’a aidée."
)
SPANISH = (
    "El mercado se cerró en mayo. Gulnar tenía allí un puesto desde hacía treinta años. Le dijeron que se fuera. "
    "Nadie la ayudó."
)

# The new source; the touched sentence of the French text, or the number of the one that a new one follows.
CASES = [
    ("a word", OLD.replace("told", "ordered"), ["On lui a dit de partir."]),
    ("the first", OLD.replace("closed", "shut"), ["Le marché a été fermé en mai."]),
    (
        "two",
        OLD.replace("May", "June").replace("Nobody", "No one"),
        ["Le marché a été fermé en mai.", "Personne ne l’a aidée."],
    ),
    ("written anew", OLD.replace("She was told to leave.", "Rain fell on all roofs."), ["On lui a dit de partir."]),
    ("deleted", OLD.replace(" She was told to leave.", ""), ["On lui a dit de partir."]),
    (
        "merged",
        OLD.replace("years. She was", "years, and she was"),
        ["Gulnar y tenait un étal depuis trente ans. On lui a dit de partir."],
    ),
    ("inserted", OLD.replace("She was", "She wept. She was"), [2]),
    ("inserted at the head", "It began early. " + OLD, [0]),
    ("inserted at the end", OLD + " It rained.", [4]),
    ("white space", OLD.replace(". ", ".\n"), []),
    ("nothing", OLD, []),
]


@pytest.mark.parametrize(("new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_change_is_pinned_to_its_sentence(new: str, expected: list[str | int]) -> None:
    pins = pin_change(OLD, new, FRENCH, source_language="en", language="fr")
    assert [pin.number if pin.is_between else FRENCH[pin.start : pin.end] for pin in pins] == expected


def test_a_pin_says_what_the_source_was_and_is() -> None:
    (pin,) = pin_change(OLD, OLD.replace("told", "ordered"), SPANISH, source_language="en", language="es")
    assert (pin.old, pin.new) == ("She was told to leave.", "She was ordered to leave.")
    assert SPANISH[pin.start : pin.end] == "Le dijeron que se fuera."
    assert (pin.number, pin.is_between) == (3, False)
    assert pin.confidence > 0.6


def test_one_sentence_translated_by_two_is_both() -> None:
    two = FRENCH.replace(
        "Gulnar y tenait un étal depuis trente ans.", "Gulnar y tenait un étal. Cela depuis trente ans."
    )
    (pin,) = pin_change(OLD, OLD.replace("thirty", "forty"), two, source_language="en", language="fr")
    assert two[pin.start : pin.end] == "Gulnar y tenait un étal. Cela depuis trente ans."
    assert pin.number == 2


def test_two_sentences_translated_by_one_pin_to_that_one() -> None:
    one = FRENCH.replace("trente ans. On lui a dit", "trente ans ; on lui a dit")
    (pin,) = pin_change(OLD, OLD.replace("told", "ordered"), one, source_language="en", language="fr")
    assert one[pin.start : pin.end] == "Gulnar y tenait un étal depuis trente ans ; on lui a dit de partir."


def test_what_was_never_translated_is_missing_between_its_neighbours() -> None:
    english = "The yard was empty. In 2014 Gulnar Sabit counted 1,200 carpets in the hall at Aksu. Then she left."
    french = "La cour était vide. Puis elle est partie."
    new = english.replace("1,200", "1,300")
    (pin,) = pin_change(english, new, french, source_language="en", language="fr")
    assert (pin.start, pin.end, pin.number) == (19, 19, 1)


@pytest.mark.parametrize("target", ["", "  \n"])
def test_nothing_is_pinned_where_there_is_no_translation(target: str) -> None:
    assert pin_change(OLD, "Other words.", target, source_language="en", language="fr") == ()


SENTENCES = st.lists(st.sampled_from(["He left. ", "She stayed! ", "In 2014, 5 men? ", "“No.” ", "Été. ", "\n\n", "x"]))
TEXTS = SENTENCES.map("".join) | st.text(max_size=40)


@given(TEXTS, TEXTS, TEXTS)
@settings(deadline=None, max_examples=150)
def test_pins_lie_inside_the_target_in_order(made_from: str, current: str, target: str) -> None:
    pins = pin_change(made_from, current, target, source_language="en", language="fr")
    assert all(0 <= pin.start <= pin.end <= len(target) for pin in pins)
    assert all(0 <= pin.confidence <= 1 and pin.number >= 0 for pin in pins)
    assert [pin.start for pin in pins] == sorted(pin.start for pin in pins)
    assert all(target[pin.start : pin.end].strip() == target[pin.start : pin.end] for pin in pins)
