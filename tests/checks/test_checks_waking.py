"""What wakes a check: signs, words and shapes of a text, also of one with other letters."""

from collections.abc import Iterator

import pytest

from tms.checks import Check
from tms.checks.code_page import read_code
from tms.checks.waking import Waking
from tms.values import CheckInput, Severity, Spot


def find(_: CheckInput) -> Iterator[Spot]:
    yield from ()


def make(**needs: object) -> Check:
    return Check("probe", "Probe", "other", Severity.INFO, find, **needs)  # type: ignore[arg-type]  # fields by name


def is_awake(check: Check, target: str, source: str | None = "Some text.") -> bool:
    return Waking((check,), "fr").list_awake(CheckInput(source, target, "en", "fr")) == [check]


SIGN, WORD = make(signs=frozenset("«\u200b")), make(words=frozenset(("cœur",)))
SHAPE, BY_LANGUAGE = (
    make(shapes=frozenset((",a", " :"))),
    make(words={"es": frozenset(("de",)), "fr": frozenset(("du",))}),
)
EITHER, LOOK = make(either_words=frozenset(("camp",))), make(may_find=lambda pair: "x" in pair.target)


@pytest.mark.parametrize(
    ("check", "target", "expected"),
    [
        (SIGN, "un « mot »", True),
        (SIGN, "un mot&laquo;", True),
        (SIGN, "un\u200bmot", True),
        (SIGN, "un « 维吾尔 »", True),
        (SIGN, "un mot", False),
        (WORD, "Le CŒUR.", True),
        (WORD, "le c<b>œ</b>ur", True),
        (WORD, "le cœur de 维吾尔", True),
        (WORD, "les cœurs", False),
        (SHAPE, "un mot,deux", True),
        (SHAPE, "un mot,<b>deux</b>", True),
        (SHAPE, "un mot\u00a0;", True),
        (SHAPE, "un mot, deux", False),
        (BY_LANGUAGE, "l’eau du puits", True),
        (BY_LANGUAGE, "de l’eau", False),
        (EITHER, "le camp", True),
        (EITHER, '<a title="camp">ici</a>', True),
        (LOOK, "deux", True),
        (LOOK, "un", False),
    ],
)
def test_a_check_wakes_where_it_has_what_it_needs(check: Check, target: str, expected: bool) -> None:  # noqa: FBT001 - a case of the table
    assert is_awake(check, target) is expected


def test_the_source_wakes_as_well() -> None:
    assert is_awake(EITHER, "ici", "in the camp")
    assert not is_awake(make(source_words=frozenset(("camp",))), "le camp", "here")


@pytest.mark.parametrize(
    ("text", "words"),
    [("L’État, 2e “cœur”", ["l", "état", "e", "cœur"]), ("Kaş 维 fin", ["ka", "fin"]), ("\ud800 a", ["a"])],
)
def test_words_are_read_in_lower_case(text: str, words: list[str]) -> None:
    assert read_code(text).words == [read_code(word).code for word in words]
