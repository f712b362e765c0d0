"""Which words are spellings of one."""

import pytest

from tms.tracking.spelling import Respelling, find_respelling

FORM, SLIP, NAME = Respelling

CASES = [
    ("Village", "village", FORM),
    ("cafe", "café", FORM),
    ("Urumchi", "Ürümchi", FORM),
    ("labour", "labor", FORM),
    ("organised", "organized", FORM),
    ("travelled", "traveled", FORM),
    ("centres", "centers", FORM),
    ("isnt", "isn't", FORM),
    ("Chinas", "China's", FORM),
    ("recieved", "received", SLIP),
    ("authorites", "authorities", SLIP),
    ("happend", "happened", SLIP),
    ("teh", "the", SLIP),
    ("Novemeber", "November", SLIP),
    ("Memet", "Mehmet", None),
    ("Xiaoming", "Xiaoling", None),
    ("Jinzhou", "Jingzhou", None),
    ("filling", "filing", None),
    ("four", "for", None),
    ("execution", "election", None),
    ("trapped", "tapped", None),
    ("slaves", "saves", None),
    ("terrorist", "terrorism", None),
    ("deradicalize", "deradicalized", None),
    ("us", "US", None),
    ("who", "WHO", None),
    ("turkey", "Turkey", None),
    ("were", "we're", None),
    ("mayor's", "mayors", None),
    ("Uyghurs", "Uyghur's", None),
    ("UNHCR", "UNHRC", None),
    ("Hubei", "Hebei", None),
    ("Iran", "Iraq", None),
    ("Micheal", "Michael", NAME),
    ("Michael", "Micheal", None),
    ("Maria", "Marta", None),
    ("Brian", "Brain", None),
    ("Xinjaing", "Xinjiang", SLIP),
    ("then", "than", SLIP),
    ("their", "they're", SLIP),
    ("his", "this", None),
    ("2017", "2018", None),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_only_what_is_no_word_is_a_slip(old: str, new: str, expected: Respelling | None) -> None:
    assert find_respelling(old, new) is expected


def test_accents_make_words_in_french() -> None:
    assert find_respelling("ou", "où", "fr") is None
    assert find_respelling("gouvernment", "gouvernement", "fr") is SLIP


def test_nothing_is_a_slip_where_no_word_is_known() -> None:
    assert find_respelling("recieved", "received", "zz") is None
