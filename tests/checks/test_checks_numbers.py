from decimal import Decimal

import pytest

from tests.checks.asking import Found, ask
from tms.checks.number_pairs import write_in
from tms.text.numbers import find_numbers

SAME = [
    ("fr-thousands", "4,000 people", "4 000 personnes", "fr"),
    ("fr-narrow-space", "4,000 people", "4\u202f000 personnes", "fr"),
    ("es-point", "4,000 people", "4.000 personas", "es"),
    ("es-four-digits", "4,000 people", "4000 personas", "es"),
    ("es-space", "12,500 people", "12\u00a0500 personas", "es"),
    ("es-mx-comma", "4,000 people", "4,000 personas", "es-MX"),
    ("millions-and-cents", "1,234,567.89", "1.234.567,89", "es"),
    ("decimals", "12.5 per cent", "12,5 %", "fr"),
    ("percent-in-words", "5 per cent", "cinco por ciento", "es"),
    ("date-and-percent", "On 3 March 2021, 20% left.", "Le 3 mars 2021, 20 % sont partis.", "fr"),
    ("first-of-may", "On 1 May", "Le 1er mai", "fr"),
    ("roman-century", "the 20th century", "le XXe siècle", "fr"),
    ("roman-at-the-end", "the 21st century", "el siglo XXI", "es"),
    ("roman-congress", "the 19th Congress", "el XIX Congreso", "es"),
    ("ordinal-in-words", "the twenty-first century", "el siglo veintiuno", "es"),
    ("ordinal-sign", "the 75th anniversary", "el 75.º aniversario", "es"),
    ("dozen", "two dozen camps", "24 camps", "fr"),
    ("dozens-and-tens", "dozens of people", "des dizaines de personnes", "fr"),
    ("collective", "40-odd guards", "una cuarentena de guardias", "es"),
    ("octogenarian", "an 80-year-old", "un octogénaire", "fr"),
    ("million-decimal", "1.5 million people", "1,5 million de personnes", "fr"),
    ("million-and-a-half", "1.5 million people", "un millón y medio de personas", "es"),
    ("half-a-million", "half a million", "500 000", "fr"),
    ("one-and-a-half-million", "one and a half million", "1,5 million", "fr"),
    ("milliard", "$5 billion", "5 milliards de dollars", "fr"),
    ("mil-millones", "$5 billion", "5000 millones de dólares", "es"),
    ("hundred-thousand-words", "100,000 files", "cien mil fichas", "es"),
    ("range-of-millions", "one to three million", "entre un et trois millions", "fr"),
    ("afternoon", "at 3 p.m.", "à 15 h", "fr"),
    ("afternoon-in-words", "at 3 p.m.", "a las 3 de la tarde", "es"),
    ("half-past", "at 3:30 p.m.", "à 15 h 30", "fr"),
    ("decade", "the 1990s", "les années 90", "fr"),
    ("decade-in-words", "the 1990s", "los años noventa", "es"),
    ("short-decade", "in the ’90s", "dans les années 1990", "fr"),
    ("year-range", "2017–18", "2017-2018", "fr"),
    ("tens-in-words", "ninety-two", "quatre-vingt-douze", "fr"),
    ("digits-for-words", "twenty-five people", "25 personnes", "fr"),
    ("both", "both sides", "les deux parties", "fr"),
    ("fractions", "two-thirds", "les deux tiers", "fr"),
    ("nine-eleven-es", "the 9/11 attacks", "los atentados del 11-S", "es"),
    ("nine-eleven-fr", "the 9/11 attacks", "les attentats du 11 septembre", "fr"),
    ("american-date", "3/14/2020", "14 de marzo de 2020", "es"),
    ("date-in-figures", "14 March 2020", "14/03/2020", "fr"),
    ("article", "Article 9(3) of 1951", "l’article 9, paragraphe 3, de 1951", "fr"),
    ("two-currencies", "10,000 yuan (US$1,400)", "10.000 yuanes (1.400 dólares)", "es"),
    ("version", "Python 3.7", "Python 3.7", "fr"),
    ("name-with-number", "COVID-19", "la COVID-19", "es"),
    ("telephone", "call +41 22 555 01 99", "appelez le +41 22 555 01 99", "fr"),
    ("telephone-spanish", "on +34 600 123 456", "en el +34 600 123 456", "es"),
    ("time-before-a-colon", "10:30 a.m.: coffee", "10:30: café", "es"),
    ("noon", "9 a.m. to noon", "de 9:00 a 12:00", "es"),
    ("half-as-percent", "half of those", "el 50 % de esos", "es"),
    ("ordinal-as-a-word", "the 21st monk", "el vigesimoprimer monje", "es"),
    ("ordinal-as-a-word-fr", "the 31st day", "le trente et unième jour", "fr"),
    ("eighties", "in the eighties", "dans les années 1980", "fr"),
    ("eight-in-the-evening", "every evening at eight", "tous les soirs à vingt heures", "fr"),
    ("nine-eleven-with-its-year", "After 9/11", "Tras el 11 de septiembre de 2001", "es"),
    ("one-in-three", "One in three went home.", "Un tercio regresó a casa.", "es"),
    ("two-decades", "for two decades", "durante veinte años", "es"),
    ("quarter-century", "a quarter of a century", "veinticinco años", "es"),
    ("minus", "minus 4 °F", "−4 °F", "fr"),
    ("twelve-is-noon", "at twelve", "à midi", "fr"),
    ("hundred-times", "a hundred times", "maintes fois", "fr"),
    ("around-the-clock-in-words", "twenty-four hours a day", "jour et nuit", "fr"),
    ("six-foot", "a six-foot man", "un homme d’un mètre quatre-vingt", "fr"),
    ("compounds", "three-wheeled, thirty-something", "triciclo, treintañero", "es"),
    ("miles", "10 miles away", "à 16 km", "fr"),
    ("miles-in-words", "forty miles", "sesenta y cuatro kilómetros", "es"),
    ("acres", "60 acres", "24 hectáreas", "es"),
    ("fahrenheit", "minus 4 °F", "−20 °C", "fr"),
    ("feet", "a cell of 10 by 13 feet", "una celda de 3 por 4 metros", "es"),
    ("pounds", "20 pounds of rice", "9 kg de riz", "fr"),
    ("escaped-twice", "after noon", "d&amp;#8217;après midi", "fr"),
    ("number-in-address", "see https://a.org/2020/5", "voir https://a.org/2020/5", "fr"),
]


@pytest.mark.parametrize(("source", "target", "language"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_the_same_value_in_another_spelling_is_no_finding(source: str, target: str, language: str) -> None:
    assert ask("numbers", target, source=source, language=language) == []


OTHER = [
    ("changed", "4,000 people", "5 000 personnes", "fr", [Found("error", "5 000", "4 000 personnes")]),
    ("false-friend-billion", "5 billion", "5 billones", "es", [Found("error", "5 billones")]),
    ("million-in-words", "two million", "trois millions", "fr", [Found("error", "trois millions")]),
    ("year", "In 2017", "En 2018", "fr", [Found("error", "2018", "En 2017")]),
    ("digit-and-word", "3 people", "quatre personnes", "fr", [Found("error", "quatre")]),
    ("words", "three people", "quatre personnes", "fr", [Found("warning", "quatre")]),
    ("word-missing", "three people left", "des gens sont partis", "fr", [Found("warning", None)]),
    ("two-for-three", "Three monks", "Dos monjes", "es", [Found("warning", "Dos")]),
    ("twelve-for-two", "Two families", "Douze familles", "fr", [Found("warning", "Douze")]),
    ("score", "About sixty people", "Une quarantaine de personnes", "fr", [Found("warning", "Une quarantaine")]),
    (
        "one-in-four",
        "Half knew; one in four could not.",
        "La moitié savait ; une sur cinq, non.",
        "fr",
        [Found("warning", "cinq")],
    ),
    ("wrong-conversion", "12 miles", "24 km", "fr", [Found("error", "24", "12 km")]),
    ("missing", "10 and 20", "10", "fr", [Found("error", None)]),
    ("extra", "ten", "10 et 20", "fr", [Found("warning", "20")]),
    ("said-once", "in 2020, since 2020", "depuis 2020", "fr", [Found("warning", None)]),
    ("percent-lost", "20% left", "20 se fueron", "es", [Found("warning", "20")]),
    ("day", "on 3 May", "le 4 mai", "fr", [Found("error", "4", "le 3 mai")]),
    ("time", "at 3 p.m.", "à 16 h", "fr", [Found("error", "16 h", "à 15 h")]),
    ("decimal-point-lost", "1.5 million", "15 millions", "fr", [Found("error", "15 millions", "1,5 million")]),
    ("ordinal", "the 20th", "el 21.º", "es", [Found("error", "21.º", "el 20.º")]),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"), [case[1:] for case in OTHER], ids=[case[0] for case in OTHER]
)
def test_another_value_is_found(source: str, target: str, language: str, found: list[Found]) -> None:
    assert ask("numbers", target, source=source, language=language) == found


NOTATION = [
    ("grouping", "12,500.50 €", None, "fr", [Found("warning", "12,500.50", "12\u202f500,50 €")]),
    ("spanish", "4,000 personas", None, "es", [Found("warning", "4,000", "4.000 personas")]),
    ("points-in-french", "4.000 euros", "4,000 euros", "fr", [Found("warning", "4.000", "4\u202f000 euros")]),
    ("decimal-with-unit", "12.5 %", "12.5%", "fr", [Found("warning", "12.5", "12,5 %")]),
    ("untouched-cell", "1,000,000", "1,000,000", "es", [Found("warning", "1,000,000", "1.000.000")]),
    ("misread", "4,000 personas", "4,000 people", "es", [Found("error", "4,000", "4.000 personas")]),
    ("misread-french", "4,000 garçons", "4,000 boys", "fr", [Found("error", "4,000", "4\u202f000 garçons")]),
    ("decimals-as-meant", "4,125 kg", "4.125 kg", "es", []),
    ("mexican", "4,000 personas", None, "es-MX", []),
    ("section", "la section 2.1", None, "fr", []),
    ("spanish-decimal-point", "3.5 %", None, "es", []),
]


@pytest.mark.parametrize(
    ("target", "source", "language", "found"), [case[1:] for case in NOTATION], ids=[case[0] for case in NOTATION]
)
def test_english_notation_is_found(target: str, source: str | None, language: str, found: list[Found]) -> None:
    assert ask("notation", target, source=source, language=language) == found


def test_a_fix_keeps_the_cents() -> None:
    (hit,) = find_numbers("12,500.50", "es")

    assert write_in("es", Decimal("1300.50"), hit) == "1.300,50"
