"""Peoples with a capital, their adjectives and languages without; in Spanish none of them with one."""

import pytest

from tests.glossary.glossary_verdicts import Found, judge

FRENCH_RIGHT = [
    ("people", "Uyghurs fled.", "Des Ouïghours ont fui."),
    ("one person", "A Uyghur spoke.", "Une Ouïghoure a parlé."),
    ("number of people", "12,000 Uyghurs", "12\u202f000 Ouïghours"),
    ("adjective", "a Uyghur woman", "une femme ouïghoure"),
    ("language", "She speaks Uyghur.", "Elle parle ouïghour."),
    (
        "language with article",
        "She writes in Uyghur; Uyghur is old.",
        "Elle écrit en ouïghour ; l’ouïghour est ancien.",
    ),
    ("young people", "Young Uyghurs left.", "De jeunes Ouïghours sont partis."),
    ("verb before a list", "Beijing persecutes Uyghurs.", "Pékin persécute Ouïghours et dissidents."),
    ("sentence start", "Uyghur songs", "Ouïghours ou non, ces chants restent."),
    ("born so", "She was born a Uyghur.", "Elle est née Ouïghoure."),
    ("capitals throughout", "UYGHUR SONGS", "LES CHANTS OUÏGHOURS"),
    ("adjectives joined", "Uyghur and Kazakh pupils", "les élèves ouïghours et kazakhs"),
    ("after a cell", "<td>Uyghur</td>", "<td>Ouïghour</td>"),
    ("in an address", "Uyghurs: https://a.org/ouighours/les-ouïghours", "Ouïghours : https://a.org/les-ouïghours"),
]
FRENCH_WRONG = [
    ("people small", "The Uyghurs fled.", "Les ouïghours ont fui.", ("ouïghours", "Ouïghours")),
    ("number small", "12,000 Uyghurs", "12\u202f000 ouïghours", ("ouïghours", "Ouïghours")),
    ("million of", "a million Uyghurs", "un million d’ouïghours", ("ouïghours", "Ouïghours")),
    ("one small", "A Uyghur spoke.", "Une ouïghoure a parlé.", ("ouïghoure", "Ouïghoure")),
    ("adjective large", "a Uyghur woman", "une femme Ouïghoure", ("Ouïghoure", "ouïghoure")),
    ("adjective in emphasis", "a Uyghur woman", "une femme <em>Ouïghoure</em>", ("Ouïghoure", "ouïghoure")),
    ("language large", "She speaks Uyghur.", "Elle parle l’Ouïghour.", ("Ouïghour", "ouïghour")),
    ("in the language", "He writes in Uyghur.", "Il écrit en Ouïghour.", ("Ouïghour", "ouïghour")),
    ("compound", "North Koreans fled.", "Les Nord-coréens ont fui.", ("Nord-coréens", "Nord-Coréens")),
    ("two words", "the Han Chinese", "les chinois han", ("chinois han", "Chinois han")),
    ("joined", "Uyghur and Tibetan pupils", "les élèves ouïghours et Tibétains", ("Tibétains", "tibétains")),
    ("place small", "He left Beijing.", "Il a quitté pékin.", ("pékin", "Pékin")),
]
SPANISH_RIGHT = [
    ("people", "Uyghurs fled.", "Los uigures huyeron."),
    ("sentence start", "Uyghurs fled.", "Uigures de todo el mundo."),
    ("official name", "The World Uyghur Congress met.", "Se reunió el Congreso Mundial Uigur."),
    ("name with a link", "the Association of Uyghurs", "la Asociación de Uigures"),
    ("list items", "• Tibetan • Uyghur", "• Tibetano • Uigur"),
    ("capitals throughout", "UYGHURS", "LOS UIGURES"),
    ("quotation", "He said: “Uyghurs live here.”", "Dijo: «Uigures viven aquí»."),
]
SPANISH_WRONG = [
    ("people large", "Many Uyghurs fled.", "Muchos Uigures huyeron.", ("Uigures", "uigures")),
    ("adjective large", "North Korean television", "la televisión Norcoreana", ("Norcoreana", "norcoreana")),
    ("in emphasis", "<em>Tibetan</em> schools", "las escuelas <em>Tibetanas</em>", ("Tibetanas", "tibetanas")),
]


@pytest.mark.parametrize(("source", "target"), [c[1:] for c in FRENCH_RIGHT], ids=[c[0] for c in FRENCH_RIGHT])
def test_right_french_capitals_are_left_in_peace(source: str, target: str) -> None:
    assert judge("fr", source, target) == ()


@pytest.mark.parametrize(("source", "target", "found"), [c[1:] for c in FRENCH_WRONG], ids=[c[0] for c in FRENCH_WRONG])
def test_a_wrong_french_capital_is_repaired(source: str, target: str, found: Found) -> None:
    assert judge("fr", source, target) == (found,)


@pytest.mark.parametrize(("source", "target"), [c[1:] for c in SPANISH_RIGHT], ids=[c[0] for c in SPANISH_RIGHT])
def test_right_spanish_capitals_are_left_in_peace(source: str, target: str) -> None:
    assert judge("es", source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "found"), [c[1:] for c in SPANISH_WRONG], ids=[c[0] for c in SPANISH_WRONG]
)
def test_a_wrong_spanish_capital_is_repaired(source: str, target: str, found: Found) -> None:
    assert judge("es", source, target) == (found,)
