"""Spaces, quotation marks and stops of Spanish."""

import pytest

from tests.checks.asking import Found, ask
from tms.checks import ALL_CHECKS, run_checks
from tms.values import CheckInput, HouseRules, SpanishQuotes

N = "\u00a0"


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("la noche ; la tercera", [Found("warning", " ", "la noche; la tercera")]),
        ("cómodo ! Pero", [Found("warning", " ", "cómodo! Pero")]),
        (f"el resto{N}: nada", [Found("warning", N, "el resto: nada")]),
        ("perro ,gato", [Found("warning", " ,", "perro, gato")]),
        ("monasterios . A", [Found("warning", " ", "monasterios. A")]),
        (
            "dijo « sí », no",
            [Found("warning", " ", "dijo «sí », no"), Found("warning", " ", "dijo « sí», no")],
        ),
        ("¿ Qué?", [Found("warning", " ", "¿Qué?")]),
        ("un 15% menos", [Found("info", "", f"un 15{N}% menos")]),
        ("la noche; la tercera: «sí», ¿no? ¡Basta! “Ya” 15 % 10 : 30", []),
        ("sonríe :) y ;) y :smile: aquí", []),
        ("un archivo .pdf y [...] y ...", []),
        ("<i>oy-gur </i>.", []),
        ("ver https://a.org/?q=1 y `a ; b`", []),
    ],
)
def test_spanish_spacing(target: str, found: list[Found]) -> None:
    assert ask("spanish-spacing", target, language="es") == found


def test_a_space_of_the_source_stays() -> None:
    assert ask("spanish-spacing", "Fin ; de", source="End ; of", language="es") == []


@pytest.mark.parametrize(
    ("target", "language", "found"),
    [
        ('dijo "no"', "es", [Found("info", '"no"', "dijo «no»")]),
        ('dijo "no"', "es-MX", [Found("info", '"no"', "dijo “no”")]),
        ('“sí” y "no"', "es", [Found("info", '"no"', "“sí” y “no”")]),
        ("«dijo «no» y calló»", "es", [Found("warning", "«no»", "«dijo “no” y calló»")]),
        ("“dijo “no” y calló”", "es", [Found("warning", "“no”", "“dijo ‘no’ y calló”")]),
        ('«dijo "no" y calló»', "es", [Found("info", '"no"', "«dijo “no” y calló»")]),
        ("«dijo “no” y calló»; “otra”, ‘otra’", "es", []),
        ('un televisor de 15" y otro de 17"', "es", []),
        ('<a href="https://a.org">«no»</a>', "es", []),
        ('dijo "no', "es", []),
    ],
)
def test_spanish_quotes(target: str, language: str, found: list[Found]) -> None:
    assert ask("spanish-quotes", target, language=language) == found


@pytest.mark.parametrize(
    ("rule", "target", "fixes"),
    [
        (SpanishQuotes.ANGULAR, "dijo “no”", ["dijo «no»"]),
        (SpanishQuotes.ANGULAR, 'dijo "no"', ["dijo «no»"]),
        (SpanishQuotes.CURLY, "dijo «no»", ["dijo “no”"]),
        (SpanishQuotes.CURLY, "dijo «no “sí” no»", [None]),
        (SpanishQuotes.ANGULAR, "dijo «no “sí” no»", []),
        (SpanishQuotes.CURLY, "dijo “no”", []),
    ],
)
def test_a_house_rule_asks_for_one_kind(rule: SpanishQuotes, target: str, fixes: list[str | None]) -> None:
    pair = CheckInput(None, target, "en", "es", rules=HouseRules(spanish_quotes=rule))
    chosen = tuple(check for check in ALL_CHECKS if check.id == "spanish-quotes")

    found = run_checks(pair, checks=chosen)

    assert [(finding.severity.value, finding.fix) for finding in found] == [("warning", fix) for fix in fixes]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("«No soy un número.»", [Found("info", ".»", "«No soy un número».")]),
        ("“Mucho.” Pero nadie", [Found("info", ".”", "“Mucho”. Pero nadie")]),
        ("«Dijo “no.”»", [Found("info", ".”»", "«Dijo “no”».")]),
        ("«No.» y se fue", [Found("info", ".»")]),
        ("«Si lo hubiera sabido….» No termina", [Found("info", ".»", "«Si lo hubiera sabido…». No termina")]),
        ("«No soy un número». «¿Por qué?» «Nunca…» «¡Ya!»", []),
        ("«periodistas, docentes, etc.» y «los EE. UU.» a las «3 p. m.»", []),
        ("los l’Hospitalet.’", []),
    ],
)
def test_quote_stop(target: str, found: list[Found]) -> None:
    assert ask("quote-stop", target, language="es") == found
