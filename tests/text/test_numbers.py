"""Numbers are read in the notation of their language and written in it."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.text.numbers import NumberHit, find_numbers, format_number

# language, text, and what is read of it: "as it stands=value unit" …
READ = [
    ("en", "some 4,000 people and 1,234,567 trees", ["4,000=4000", "1,234,567=1234567"]),
    ("en", "a rate of 2.5% or 12 percent, 7 per cent", ["2.5=2.5 %", "12=12 %", "7=7 %"]),
    ("en", "$1.5 million and US$5bn and €5m", ["1.5 million=1500000 USD", "5bn=5E9 USD", "5m=5E6 EUR"]),
    ("en", "5 m of rope", ["5=5"]),
    ("en", "on July 3rd, 21st century", ["3rd=3 ordinal", "21st=21 ordinal"]),
    ("en", "at 15:30 and 3 p.m. and 3:30pm", ["15:30=15.30 time", "3 p.m.=15 time", "3:30pm=15.30 time"]),
    ("en", "12 a.m. is midnight, 12 p.m. noon", ["12 a.m.=0 time", "12 p.m.=12 time"]),
    ("en", "COVID-19, F1, G20, mp3", []),
    ("en", "a 16-hour day in mid-2017 and under-18s", ["16=16", "2017=2017", "18=18"]),
    ("en", "the 1960s; 2017-2019", ["1960=1960", "2017=2017", "2019=2019"]),
    (
        "en",
        "twenty-five, one hundred and twenty, two thousand",
        ["twenty-five=25", "one hundred and twenty=120", "two thousand=2000"],
    ),
    ("en", "between two and three hundred", ["two=2", "three hundred=300"]),
    ("en", "dozens of men, two dozen eggs", ["dozens=12 about", "two dozen=24 about"]),
    ("en", "300 thousand yuan", ["300 thousand=300000 CNY"]),
    ("en", "it fell to -5 degrees, −7 at night", ["-5=-5", "−7=-7"]),
    ("en", "12/05/2019 and chapters 1,2,3", ["12=12", "05=5", "2019=2019", "1=1", "2=2", "3=3"]),
    ("en", 'see https://a.example/2017/05 and <a href="/p/44">7</a>', ["7=7"]),
    ("en", "[the 9 reports](https://a.example/12) &#8217;", ["9=9"]),
    ("en", "3½ years, ½ a day", ["3½=3.5", "½=0.5"]),
    ("en", "1,00,000 rupees", ["1,00,000=100000"]),
    ("fr", "4 000 ou 4\u00a0000 ou 4\u202f000", ["4 000=4000", "4\u00a0000=4000", "4\u202f000=4000"]),
    ("fr", "4&nbsp;000 personnes", ["4&nbsp;000=4000"]),
    ("fr", "en 2017, 300 personnes", ["2017=2017", "300=300"]),
    ("fr", "2,5\u00a0% ou 12 pour cent", ["2,5=2.5 %", "12=12 %"]),
    ("fr", "2 milliards d’euros, 5 M€, un billion", ["2 milliards=2E9 EUR", "5 M=5E6 EUR", "un billion=1E12"]),
    ("fr", "le 1er juillet, la 2e fois, 1<sup>er</sup>", ["1er=1 ordinal", "2e=2 ordinal", "1<sup>er=1 ordinal"]),
    ("fr", "à 15 h 30, 15h, 15 heures 30", ["15 h 30=15.30 time", "15h=15 time", "15 heures 30=15.30 time"]),
    ("fr", "à 8 heures du soir", ["8 heures du soir=20 time"]),
    (
        "fr",
        "quatre-vingt-dix-sept, soixante et onze, vingt et un",
        ["quatre-vingt-dix-sept=97", "soixante et onze=71", "vingt et un=21"],
    ),
    ("fr", "mille deux cents, trois cent mille", ["mille deux cents=1200", "trois cent mille=300000"]),
    ("fr", "des dizaines, une centaine", ["dizaines=10 about", "une centaine=100 about"]),
    ("es", "4.000 o 4 000 personas", ["4.000=4000", "4 000=4000"]),
    ("es", "2,5 % o 12 por ciento", ["2,5=2.5 %", "12=12 %"]),
    ("es", "3 mil millones de dólares y un billón", ["3 mil millones=3E9 USD", "un billón=1E12"]),
    ("es", "el 1.º y el 1.er día", ["1.º=1 ordinal", "1.er=1 ordinal"]),
    (
        "es",
        "veintiuno, treinta y uno, dos mil trescientos",
        ["veintiuno=21", "treinta y uno=31", "dos mil trescientos=2300"],
    ),
    ("es", "veintidós y veintido\u0301s", ["veintidós=22", "veintido\u0301s=22"]),
    (
        "es",
        "a las 15.30 h o las 3 de la tarde, 3 p. m.",
        ["15.30 h=15.30 time", "3 de la tarde=15 time", "3 p. m.=15 time"],
    ),
    ("es", "miles de personas", ["miles=1000 about"]),
    ("es", "el veinte por ciento y el doce por cien", ["veinte=20 %", "doce=12 %"]),
    ("es", "un millón y medio, medio millón", ["un millón y medio=1500000", "medio millón=500000"]),
    ("fr", "deux millions et demi, un demi-million", ["deux millions et demi=2500000", "un demi-million=500000"]),
    (
        "en",
        "half a million, half a dozen eggs, two and a half million",
        ["half a million=500000", "half a dozen=6", "two and a half million=2500000"],
    ),
    ("en", "the first and the tenth day", ["first=1 ordinal", "tenth=10 ordinal"]),
    ("en", "one third, a third of them, wait a second", ["one=1"]),
    ("es-MX", "4,000 y 2.5", ["4,000=4000", "2.5=2.5"]),
    ("zh", "3,5 ٣٤", ["3,5=3.5", "٣٤=34"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), READ, ids=[f"{case[0]}: {case[1][:40]}" for case in READ])
def test_a_number_is_read_in_its_language(language: str, text: str, expected: list[str]) -> None:
    found = [(hit.text, hit.value, hit.unit) for hit in find_numbers(text, language)]
    assert found == [_parse(entry) for entry in expected]


def _parse(entry: str) -> tuple[str, Decimal, str]:
    shown, _, rest = entry.partition("=")
    value, _, unit = rest.partition(" ")
    return shown, Decimal(value), unit


FOREIGN = [
    ("es", "4,000", "4.000", "4000"),
    ("fr", "4,000", "4.000", "4000"),
    ("fr", "4.000", "4000", "4.000"),
    ("en", "4.000", "4.000", "4000"),
    ("es", "4,000,000", "4000000", None),
    ("es", "2.5", "2.5", None),
    ("en", "2,5", "2.5", None),
    ("en", "4\u00a0000", "4000", None),
    ("fr", "1,234.5", "1234.5", None),
]


@pytest.mark.parametrize(("language", "text", "value", "elsewhere"), FOREIGN, ids=[f"{c[0]} {c[1]}" for c in FOREIGN])
def test_a_number_in_the_notation_of_another_language_says_so(
    language: str, text: str, value: str, elsewhere: str | None
) -> None:
    expected = NumberHit(
        0,
        len(text),
        text,
        Decimal(value),
        is_foreign_notation=True,
        foreign_value=None if elsewhere is None else Decimal(elsewhere),
    )
    assert find_numbers(text, language) == (expected,)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "4,000"), ("en", "0.125"), ("fr", "4 000,50"), ("es", "4.000,5"), ("es", "0,125"), ("es", "12.000")],
)
def test_a_number_in_its_own_notation_is_not_foreign(language: str, text: str) -> None:
    assert [(hit.text, hit.is_foreign_notation) for hit in find_numbers(text, language)] == [(text, False)]


def test_number_words_are_marked_as_words() -> None:
    hits = find_numbers("one of 12 men, two million in all", "en")
    assert [(hit.text, hit.is_word) for hit in hits] == [("one", True), ("12", False), ("two million", True)]


WRITTEN = [
    ("5000", "fr", "4 000", "5 000"),
    ("5000", "fr", "4\u00a0000", "5\u00a0000"),
    ("5000", "fr", "4&nbsp;000", "5&nbsp;000"),
    ("5000", "en", "4,000", "5,000"),
    ("5000", "es", "4.000", "5.000"),
    ("5000", "es", "4000", "5000"),
    ("12000", "es", "400", "12.000"),
    ("5000", "fr", "400", "5\u202f000"),
    ("5000", "fr", "4,000", "5\u202f000"),
    ("2018", "en", "2017", "2018"),
    ("2.7", "fr", "2,5", "2,7"),
    ("3", "fr", "2,5", "3"),
    ("3", "es", "2,50", "3,00"),
    ("1234.5", "es", "1.000,25", "1.234,50"),
    ("2300000", "fr", "1,5 million", "2,3 millions"),
    ("1000000", "es", "2 millones", "1 millón"),
    ("2345678", "en", "1.5 million", "2,345,678"),
    ("4", "fr", "1er", "4e"),
    ("1", "fr", "2e", "1er"),
    ("2", "en", "3rd", "2nd"),
    ("12", "en", "3rd", "12th"),
    ("2", "es", "1.º", "2.º"),
    ("7", "es", "tres", "siete"),
    ("12", "fr", "Deux", "Douze"),
    ("25", "fr", "deux", "25"),
    ("15.30", "fr", "14 h", "15 h 30"),
    ("16", "fr", "15 h 30", "16 h"),
    ("16.45", "en", "3 p.m.", "4:45 p.m."),
    ("9", "en", "3:30 PM", "9:00 AM"),
    ("21", "es", "3 de la tarde", "9 de la noche"),
    ("-5", "fr", "-4", "-5"),
    ("5", "fr", "-4", "5"),
    ("4000", "en", "", "4,000"),
    ("4000", "nonsense", "", "4,000"),
]


@pytest.mark.parametrize(("value", "language", "like", "expected"), WRITTEN, ids=[f"{c[1]} {c[2]}" for c in WRITTEN])
def test_a_number_is_written_in_the_form_of_the_old_one(value: str, language: str, like: str, expected: str) -> None:
    assert format_number(Decimal(value), language, like=like) == expected


NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@given(NUMBERS, st.sampled_from(["en", "fr", "es", "es-MX", "fr-CA"]))
def test_what_is_written_reads_as_the_same_value(value: Decimal, language: str) -> None:
    written = format_number(value, language)
    (hit,) = find_numbers(written, language)
    assert (hit.text, hit.value) == (written, value)


@given(st.text(), st.sampled_from(["en", "fr", "es"]))
@settings(max_examples=200)
def test_every_hit_stands_where_it_says(text: str, language: str) -> None:
    hits = find_numbers(text, language)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))


@pytest.mark.parametrize(
    "text",
    ["1" * 300_000, "1,111" * 60_000, "1 111 " * 50_000, "million " * 40_000, "\ud800 12 " * 30_000, "<" * 300_000],
    ids=["digits", "groups", "spaces", "words", "surrogates", "brackets"],
)
def test_a_long_text_takes_time_by_its_length_only(text: str) -> None:
    started = time.process_time()
    find_numbers(text, "fr")
    assert time.process_time() - started < 10
