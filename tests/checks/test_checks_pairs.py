"""Quotation marks and brackets."""

import pytest

from tests.checks.asking import Found, ask

N = "\u00a0"
QUOTES = [
    ("curly-unclosed", "He said “no” to it", "dans des “camps de travail.", [Found("error", "“")]),
    ("curly-unopened", "He said “no”", "dit non” ici", [Found("error", "”")]),
    ("guillemet-unclosed", "He said “no”", f"il a dit «{N}non", [Found("error", "«")]),
    ("single-unclosed", "a ‘school’ there", "una ‘escuela allí", [Found("error", "‘")]),
    ("straight-unclosed", 'a "school" there', 'une "école là', [Found("error", '"')]),
    (
        "whole-paragraph",
        "“All of it.”",
        f"«{N}Tout cela.",
        [Found("error", "", f"«{N}Tout cela.{N}»")],
    ),
    ("mixed-kinds", "a “school” there", 'une “école" là', [Found("error", '“école"', f"une «{N}école{N}» là")]),
    ("open-source", "“This goes on.", f"«{N}Cela continue.", []),
    ("open-source-closed-target", "“This goes on.", f"«{N}Cela continue.{N}»", []),
    ("apostrophes", "the people’s ‘school’", "l’école d’‘État’ des Uyghurs’ d’hier", []),
    ("turned-apostrophe", "the ‘90s", "l‘été des ‘90", []),
    ("nested", "“a ‘b’ c”", f"«{N}a “b” c{N}»", []),
    ("nested-guillemets", "“a ‘b’ c”", f"«{N}a «{N}b{N}» c{N}»", []),
    ("one-closer-for-both", "“He said ‘yes’”", f"«{N}Il a dit : «{N}oui{N}».", []),
    ("one-closer-for-two", "“No,” she said. “Look.”", f"«{N}Non, dit-elle. «{N}Regardez.{N}»", [Found("error", "«")]),
    ("german", "a “word”", "le mot „Wort“ allemand", []),
    ("continuation", "“a\nb”", f"«{N}a\n»{N}b{N}»", []),
    ("continued-french", "“But we hoped.”", f"»{N}Mais nous espérions.{N}»", []),
    ("continued-spanish", "“But we hoped.”", "»Pero esperábamos».", []),
    (
        "last-quotation",
        "He said “no” and “never”.",
        f"dit «{N}non{N}» et «{N}jamais.",
        [Found("error", "", f"dit «{N}non{N}» et «{N}jamais{N}».")],
    ),
    ("inches", "a 5-inch screen", 'un écran de 5"', []),
    ("entities", "“a”", "&laquo;&nbsp;a&nbsp;&raquo;", []),
    ("attribute", "a", '<a title="x">a</a>', []),
    ("code", "a", '`print("`', []),
]


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in QUOTES], ids=[case[0] for case in QUOTES])
def test_quotes(source: str, target: str, found: list[Found]) -> None:
    assert ask("quotes", target, source=source) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("dans des “camps de travail.", [Found("error", "“")]),
        (f"«{N}La citation continue.", [Found("info", "«")]),
        ("<em>“La citation</em> continue.", [Found("info", "“")]),
        ("La citation finit.”", [Found("info", "”")]),
        ("un mot” au milieu", [Found("error", "”")]),
    ],
)
def test_without_a_source_only_a_long_quotation_may_be_open(target: str, found: list[Found]) -> None:
    assert ask("quotes", target) == found


BRACKETS = [
    ("unclosed", "a (b) c", "a (b c", [Found("error", "(")]),
    ("unopened", "a (word) c", "un mot) c", [Found("error", ")")]),
    ("square", "a [b] c", "a [b c", [Found("error", "[")]),
    ("wrong-way-round", "a (b) c", "a )b( c", [Found("error", ")"), Found("error", "(")]),
    ("open-source", "a (b", "a (b", []),
    ("list-points", "a) one b) two", "a) un b) deux 1) trois iv) quatre", []),
    ("face", "thanks", "merci :-) ;)", []),
    ("link", "a", "[a](https://a.org/x_(y))", []),
    ("code", "a", "`f(`", []),
    ("no-source", None, "a (b c", [Found("warning", "(")]),
]


@pytest.mark.parametrize(
    ("source", "target", "found"), [case[1:] for case in BRACKETS], ids=[case[0] for case in BRACKETS]
)
def test_brackets(source: str | None, target: str, found: list[Found]) -> None:
    assert ask("brackets", target, source=source) == found
