"""Quotation marks that were lost, spaces around commas, line ends of a page."""

import pytest

from tests.checks.asking import Found, ask
from tms.values import Kind

N = "\u00a0"
LOST = [
    ("lost", "“I am free,” she said.", "Je suis libre, a-t-elle dit.", [Found("warning", None)]),
    ("guillemets", "“I am free,” she said.", f"«{N}Je suis libre{N}», a-t-elle dit.", []),
    ("dash", "“I am free,” she said.", "—¡Soy libre! —dijo.", []),
    ("one-word", "the so-called “school”", "la prétendue école", []),
    ("title-in-italics", "the book “The Last Camp”", "le livre *Le dernier camp*", []),
    ("single-marks", "the ‘sixth camp’ there", "le ‘sixième camp’", []),
    ("inches", 'a 5" and a 6" screen', "un écran de 5 pouces et un de 6", []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_quotation_marks_that_were_lost(source: str, target: str, found: list[Found]) -> None:
    assert ask("quotation", target, source=source) == found


def test_a_block_quotation_needs_no_marks() -> None:
    assert ask("quotation", "Je suis libre.", source="“I am free.”", kind=Kind.QUOTE) == []


COMMAS = [
    ("before", "Ella vino , él no.", [Found("warning", " ,", "Ella vino, él no.")]),
    ("wrong-side", "Ella vino ,él no.", [Found("warning", " ,", "Ella vino, él no.")]),
    ("none-after", "Ella vino,él no.", [Found("warning", ",", "Ella vino, él no.")]),
    ("full-stop", "Ella vino .", [Found("warning", " .", "Ella vino.")]),
    ("numbers", "1,5 y 3.000,25 y , 5", [Found("warning", " ,", "1,5 y 3.000,25 y, 5")]),
    ("names", "la plataforma .NET y los puntos ... aquí", []),
    ("address", "https://a.org/uno,dos y a@b.org", []),
    ("code", "`f(aa,bb)`", []),
    ("letters", "a,b,c", []),
]


@pytest.mark.parametrize(("target", "found"), [case[1:] for case in COMMAS], ids=[case[0] for case in COMMAS])
def test_comma_spacing(target: str, found: list[Found]) -> None:
    assert ask("comma-spacing", target, language="es") == found


LINES = [
    ("pasted", "One. Two. Three.", "Un.\nDeux.\nTrois.", [Found("warning", "\nDeux.\n", "Un. Deux. Trois.")]),
    ("paragraphs", "One. Two.", "Un.\n\nDeux.", [Found("info", "\n\n")]),
    ("list", "One. Two.", "Un.\n- Deux.", [Found("warning", "\n")]),
    ("wrapped-source", "One.\nTwo.", "Un.\nDeux.\nTrois.", []),
    ("poem", "One,\nTwo,\nThree.", "Un,\nDeux, trois.", [Found("warning", None)]),
    ("address", "Desk\nStreet 12\nGeneva", "Bureau\nRue 12\nGenève", []),
    ("same-paragraphs", "One.\n\nTwo.", "Un.\n\nDeux.", []),
    ("after-a-tag", "One.<br>Two.", "Un.<br>\nDeux.", []),
    ("final", "One.", "Un.\n", []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_line_breaks_of_a_page(source: str, target: str, found: list[Found]) -> None:
    assert ask("line-break", target, source=source) == found


def test_a_text_of_our_own_may_have_any_lines() -> None:
    assert ask("line-break", "Un.\nDeux.", source="", kind=Kind.LOCAL) == []
