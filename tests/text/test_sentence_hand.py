"""Sentences are cut and put together as a hand would."""

import pytest

from tms.text.sentence_hand import find_sentence_at, join_next, list_names, split_at


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        pytest.param("Il part,| elle reste.", "Il part. Elle reste.", id="the comma goes"),
        pytest.param("Il part |et elle reste.", "Il part. Et elle reste.", id="a conjunction stays"),
        pytest.param("Il part\u202f;| elle reste.", "Il part. Elle reste.", id="the semicolon and its space go"),
        pytest.param("Il part el|le reste.", "Il part. Elle reste.", id="in a word: before it"),
        pytest.param("Il dit : |« non » et part.", "Il dit. « Non » et part.", id="a capital behind the opening mark"),
        pytest.param("Se fue, |¿por qué?", "Se fue. ¿Por qué?", id="a Spanish question"),
        pytest.param("Il part ? |elle reste.", "Il part ? Elle reste.", id="a stop that is there is enough"),
        pytest.param("Elle crie, <b>|étonnée</b>.", "Elle crie, <b>. Étonnée</b>.", id="an accent gets its capital"),
        pytest.param("|Il part.", None, id="nothing before"),
        pytest.param("Il part.|", None, id="nothing after"),
    ],
)
def test_a_sentence_is_cut_with_a_stop_and_a_capital(marked: str, wanted: str | None) -> None:
    offset, text = marked.index("|"), marked.replace("|", "")
    found = split_at(text, offset)
    assert (None if found is None else found.apply(text)) == wanted


@pytest.mark.parametrize(
    ("marked", "language", "sign", "wanted"),
    [
        pytest.param("Il| part. Elle reste.", "fr", "\u202f;", "Il part\u202f; elle reste.", id="French"),
        pytest.param("Se |va. Ella se queda.", "es", ";", "Se va; ella se queda.", id="Spanish"),
        pytest.param("Se |va. Ella se queda.", "es", ",", "Se va, ella se queda.", id="a comma"),
        pytest.param("Il| part. Amina reste.", "fr", ",", "Il part, Amina reste.", id="a name keeps its capital"),
        pytest.param("Il| part. ONU et CIA.", "fr", ",", "Il part, ONU et CIA.", id="an acronym too"),
        pytest.param("M. |Li part. Elle reste.", "fr", ",", "M. Li part, elle reste.", id="an abbreviation is no end"),
        pytest.param("« Il |part. » Elle reste.", "fr", ",", "« Il part », elle reste.", id="behind the closing mark"),
        pytest.param("Se |va. ¿Ella se queda?", "es", ";", "Se va; ¿ella se queda?", id="before a question"),
        pytest.param("Il| part ? Elle reste.", "fr", ",", None, id="a question is not joined"),
        pytest.param("Il part. Elle| reste.", "fr", ",", None, id="the last has nothing to join"),
        pytest.param("|", "fr", ",", None, id="nothing"),
    ],
)
def test_a_sentence_is_joined_with_the_next(marked: str, language: str, sign: str, wanted: str | None) -> None:
    offset, text = marked.index("|"), marked.replace("|", "")
    found = join_next(text, offset, language, sign, {"Amina"})
    assert (None if found is None else found.apply(text)) == wanted


def test_a_capital_within_a_sentence_is_a_name_at_its_beginning_too() -> None:
    assert list_names("She saw Amina. Then she left.", "Elle vit Amina. Puis Li partit.", "fr") == {"Amina", "Li"}


def test_between_two_sentences_the_one_before_is_meant() -> None:
    text = "Un. Deux."
    assert [find_sentence_at(text, place, "fr") for place in (0, 3, 4, 9)] == [(0, 3), (0, 3), (4, 9), (4, 9)]
    assert find_sentence_at("", 0, "fr") is None
