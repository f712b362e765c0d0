from dataclasses import dataclass

import pytest

from tms.text.french_peoples import find_use
from tms.text.french_plurals import is_plural_french


@dataclass(frozen=True)
class Words:
    form: str
    before: str = ""
    second: str = ""
    third: str = ""
    after: str = ""
    joint: str = " "
    gender: str = ""
    is_plural: bool = False
    is_start: bool = False
    has_number_before: bool = False


@dataclass(frozen=True)
class Source:
    is_adjective: bool = False
    is_noun: bool = False
    is_language: bool = False


@pytest.mark.parametrize(
    ("words", "use"),
    [
        (Words("tibétains", "les", is_plural=True), "people"),
        (Words("tibétains", has_number_before=True, is_plural=True), "people"),
        (Words("tibétaine", "une", gender="f"), "people"),
        (Words("tibétain", "un", second="parle"), ""),
        (Words("tibétains", "moines", "les", is_plural=True), ""),
        (Words("Tibétains", "moines", "les", is_plural=True), "adjective"),
        (Words("Tibétain", "gouvernement", "le"), "adjective"),
        (Words("Tibétain", "longuement", "le"), ""),
        (Words("Tibétains", "et", "mongols", is_plural=True), "adjective"),
        (Words("Tibétain", "en"), "language"),
        (Words("Tibétain", "le", "parlaient"), "language"),
        (Words("Tibétain", "le", "que"), ""),
    ],
)
def test_the_words_around_a_people_tell_what_it_is(words: Words, use: str) -> None:
    assert find_use(words, Source(), lambda word: word == "mongols") == use


def test_the_source_tells_what_the_words_around_do_not() -> None:
    assert find_use(Words("Tibétain", "le", "par"), Source(is_language=True), lambda _word: False) == "language"


@pytest.mark.parametrize(
    ("word", "is_plural"),
    [("moines", True), ("chevaux", True), ("pays", False), ("chinois", False), ("ONUS", False), ("jeux", True)],
)
def test_french_plurals_by_their_look(word: str, *, is_plural: bool) -> None:
    assert is_plural_french(word) is is_plural
