"""Cases go round; tags stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tms.tui.cases import cycle_case, find_word

ROUNDS = {
    "a word": ("état", (), ["État", "ÉTAT", "état"]),
    "mixed": ("eTat", (), ["ETAT", "etat"]),
    "several words": ("¿qué pasa?", (), ["¿Qué pasa?", "¿QUÉ PASA?", "¿qué pasa?"]),
    "one letter": ("à", (), ["À", "à"]),
    "a tag stays": ("<b>mot</b>", ((0, 3), (6, 10)), ["<b>Mot</b>", "<b>MOT</b>", "<b>mot</b>"]),
}


@pytest.mark.parametrize(("text", "spans", "round_"), ROUNDS.values(), ids=ROUNDS)
def test_cases_go_round(text: str, spans: tuple[tuple[int, int], ...], round_: list[str]) -> None:
    for wanted in round_:
        text = cycle_case(text, spans)
        assert text == wanted


@given(st.text(), st.integers(0, 10), st.integers(0, 10))
def test_what_is_left_alone_stays(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    changed = cycle_case(text, [(start, end)])
    assert text[start:end] in changed


@pytest.mark.parametrize(
    ("text", "offset", "span"),
    [("l’été là", 3, (0, 5)), ("un mot", 2, (0, 2)), ("un  mot", 3, None), ("", 0, None), ("rendez-vous", 11, (0, 11))],
)
def test_the_word_at_a_place(text: str, offset: int, span: tuple[int, int] | None) -> None:
    assert find_word(text, offset) == span
