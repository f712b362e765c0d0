"""Numbers that say the same in other words, and numbers that say something else."""

import pytest

from tests.checks.asking import Found, ask

N = "\u00a0"
SAME = [
    ("shared-million", "from 10 million to 12 million", "de 10 à 12 millions", "fr"),
    ("shared-decimals", "from 11.27 million to 12.72 million", "de 11,27 a 12,72 millones", "es"),
    ("shared-mil-millones", "between $2 billion and $3 billion", "entre 2.000 y 3.000 millones de dólares", "es"),
    ("shared-word", "between 1 million and 2 million", "entre un et deux millions", "fr"),
    ("shared-mixed", "between 1 million and 1.8 million", "entre uno y 1,8 millones", "es"),
    ("shared-thousand", "20,000 to 30,000 people", "vingt à trente mille personnes", "fr"),
    ("shared-in-figures", "between 20,000 and 30,000", "entre 20 y 30.000", "es"),
    ("shared-in-the-source", "three to four hundred", "entre trescientas y cuatrocientas", "es"),
    ("shared-dollars", "$5 million to $10 million", "5 à 10 millions de dollars", "fr"),
    ("half", "50 percent of them", "la moitié d’entre eux", "fr"),
    ("half-spanish", "50% of them", "la mitad de ellos", "es"),
    ("quarter", "a 25% share", "un quart", "fr"),
    ("all", "100 percent", "la totalité", "fr"),
    ("quarter-hour", "15 minutes", "un quart d’heure", "fr"),
    ("half-hour", "30 minutes later", "media hora más tarde", "es"),
    ("year-and-a-half", "18 months", "un an et demi", "fr"),
    ("year", "12 months", "un an", "fr"),
    ("day", "24 hours later", "un jour plus tard", "fr"),
    ("midnight", "at 12 a.m.", "a medianoche", "es"),
    ("noon", "It was 12:00 noon.", "Il était midi.", "fr"),
    ("quarter-past", "at 10:15 p.m.", "a las diez y cuarto de la noche", "es"),
    ("fraction-sign", "¾ of them", "les trois quarts", "fr"),
    ("fraction-in-figures", "3/4 of them", "les trois quarts", "fr"),
    ("one-and-a-half", "1½ years", "un año y medio", "es"),
    ("phase", "Phase 2 began", "La deuxième phase a commencé", "fr"),
    ("phase-spanish", "Phase 2 began", "Comenzó la segunda fase", "es"),
    ("around-the-clock", "24/7", "24 heures sur 24 et 7 jours sur 7", "fr"),
    ("couple-of-hundred", "A couple of hundred residents", "Environ deux cents habitants", "fr"),
    ("feet", "He is 5'9\" tall.", "Il mesure 1,75 m.", "fr"),
    ("length-of-a-call", "lasted 1:45 minutes", "a duré 1 min 45", "fr"),
    ("months", "in March 2018, in May 2019", "en mars 2018, en mai 2019", "fr"),
    ("afternoon", "at 3 p.m.", "à 3 heures de l’après-midi", "fr"),
    ("dozens", "dozens of people", "des dizaines de personnes", "fr"),
    ("march-is-a-verb", "They march, may 5 of them come", "Ils marchent, 5 d’entre eux viendront peut-être", "fr"),
]


@pytest.mark.parametrize(("source", "target", "language"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_other_words_for_a_number_are_no_finding(source: str, target: str, language: str) -> None:
    assert ask("numbers", target, source=source, language=language) == []


OTHER = [
    ("month", "On July 5, 2009", "Le 5 juin 2009", "fr", [Found("error", "juin")]),
    ("month-spanish", "On July 5, 2009", "El 5 de junio de 2009", "es", [Found("error", "junio")]),
    (
        "months-swapped",
        "in March 2018, in May 2019",
        "en mai 2018, en mars 2019",
        "fr",
        [Found("warning", "mai"), Found("warning", "mars")],
    ),
    ("night-for-afternoon", "at 3 p.m.", "à 3 h", "fr", [Found("warning", "3 h")]),
    ("early-morning", "at 3 p.m.", "a las 3 de la madrugada", "es", [Found("warning", "3 de la madrugada")]),
    ("days-and-months", "for 45 days", "pendant 45 mois", "fr", [Found("warning", "45 mois")]),
    ("days-and-weeks", "for 6 days", "durante 6 semanas", "es", [Found("warning", "6 semanas")]),
    ("thousands", "Thousands of people", "Des centaines de personnes", "fr", [Found("warning", "centaines")]),
    ("hundreds", "Hundreds were killed.", "Miles murieron.", "es", [Found("warning", "Miles")]),
    ("fraction", "Half of them", "Un quart d’entre eux", "fr", [Found("warning", "Un quart d’entre")]),
    ("one-less", "six men", "cinq hommes", "fr", [Found("warning", "cinq")]),
    ("no-million", "$5 million in all", "5 dollars en tout", "fr", [Found("error", "5")]),
    ("no-cents", "11.27 million", "11,27 personnes", "fr", [Found("error", "11,27")]),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "found"), [case[1:] for case in OTHER], ids=[case[0] for case in OTHER]
)
def test_another_meaning_is_found(source: str, target: str, language: str, found: list[Found]) -> None:
    assert ask("numbers", target, source=source, language=language) == found
