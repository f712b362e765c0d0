"""What holds for all checks together."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.checks import ALL_CHECKS, run_checks
from tms.values import CheckInput

N, T = "\u00a0", "\u202f"
PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
# ITS 2.0, appendix C.
QUALITY_TYPES = frozenset(
    """terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register
    locale-specific-content locale-violation style characters misspelling typographical formatting
    inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance
    uncategorized other""".split()  # noqa: SIM905 - a list of this length reads better as text
)

GOOD = [
    (
        "plain",
        "On 3 March 2021 the “school” held 4,000 people (20 per cent of them women).",
        f"Le 3{N}mars 2021, l’«{N}école{N}» détenait 4{T}000 personnes (dont 20{N}% de femmes).",
        "fr",
    ),
    (
        "speech",
        "“Why are we here?” she asked. “Nobody told us!”",
        f"«{N}Pourquoi sommes-nous ici{T}?{N}» a-t-elle demandé. «{N}Personne ne nous l’a dit{T}!{N}»",
        "fr",
    ),
    (
        "speech-spanish",
        "“Why are we here?” she asked. “Nobody told us!”",
        "«¿Por qué estamos aquí?», preguntó. «¡Nadie nos lo dijo!»",
        "es",
    ),
    (
        "markup",
        'See the <a href="https://a.org/en/report">report</a> of the **Council**[^2]: 1.5 million pages.',
        f'Voir le <a href="https://a.org/fr/rapport">rapport</a> du **Conseil**[^2]{N}: 1,5 million de pages.',
        "fr",
    ),
    (
        "nested-quotation",
        "“They called it a ‘school’, but the door was locked,” he said.",
        f"«{N}Ils appelaient cela une “école”, mais la porte était fermée{N}», a-t-il dit.",
        "fr",
    ),
    (
        "long-quotation",
        "“My sister was taken at night, and nobody saw her again.",
        f"«{N}Ma sœur a été emmenée de nuit, et personne ne l’a revue.",
        "fr",
    ),
    (
        "money-and-date",
        "Sales reached $5 billion on 1 May 2019, up 12.5% – or half a million boxes.",
        f"Las ventas fueron de 5.000 millones de dólares el 1 de mayo de 2019, un 12,5{N}% más: medio millón de cajas.",
        "es",
    ),
    (
        "titles",
        "The New York Times and Human Rights Watch wrote about *The Art of Silence*.",
        "The New York Times y Human Rights Watch escribieron sobre *The Art of Silence*.",
        "es",
    ),
    ("name", "Human Rights Watch", "Human Rights Watch", "fr"),
    ("figures", "12", "12", "es"),
    ("code", "Run `pip install the-thing` (twice).", "Exécutez `pip install the-thing` (deux fois).", "fr"),
    ("shortcode", '[caption id="a_1"]The river[/caption]', '[caption id="a_1"]Le fleuve[/caption]', "fr"),
]


@pytest.mark.parametrize(("source", "target", "language"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_a_good_translation_is_clean(source: str, target: str, language: str) -> None:
    found = run_checks(CheckInput(source, target, "en", language))

    assert [finding for finding in found if finding.check != "end-punctuation"] == []


@pytest.mark.parametrize(
    ("target", "language"),
    [(case[2], case[3]) for case in GOOD if case[0] != "long-quotation"],
    ids=[case[0] for case in GOOD if case[0] != "long-quotation"],
)
def test_a_good_translation_is_clean_by_itself(target: str, language: str) -> None:
    assert run_checks(CheckInput(None, target, "en", language)) == ()


def test_every_check_is_documented() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(rows) == sorted(check.id for check in ALL_CHECKS)


def test_the_page_names_the_severity_of_each_check() -> None:
    rows = dict(
        re.findall(r"^\| `([a-z-]+)` \|.*?\| (error|warning|info)\b", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert rows == {check.id: check.severity.value for check in ALL_CHECKS}


def test_ids_are_unique_and_categories_are_those_of_its() -> None:
    assert len({check.id for check in ALL_CHECKS}) == len(ALL_CHECKS)
    assert {check.category for check in ALL_CHECKS} <= QUALITY_TYPES


def test_a_region_counts_as_its_language() -> None:
    found = run_checks(CheckInput(None, "Qué pasa?", "en", "es-419"))

    assert [finding.check for finding in found] == ["spanish-marks"]


PIECES = st.sampled_from(
    [
        "mot", "Le", "le", "la la", "the", "Continue reading", "qué", " 4,000 ", " 4.000 ", " 4 000 ", " 2021 ",
        "«", "»", "“", "”", "‘", "’", '"', "'", "?", "!", "¿", "¡", ":", ";", ".", "…", "...", ",", "(", ")", "[", "]",
        " ", "  ", "\u00a0", "\u202f", "\n", "<b>", "</b>", "<i>", "</i>", "<br>", "**", "*", "_", "`", "&nbsp;",
        "&laquo;", "&raquo;", "[a](https://a.org)", "https://a.org/en/x", "a@b.org", "[^1]", "{{ x }}",
        "[caption id=1]", "[/caption]", "<!--", "-->", "\ud800", "e\u0301", "\u0301", "שלום", "\u200f", "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@given(source=st.none() | TEXTS, target=TEXTS, language=st.sampled_from(["fr", "es", "fr-CA", "es-MX", "de"]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_fix_mends_its_finding(source: str | None, target: str, language: str) -> None:
    before = run_checks(CheckInput(source, target, "en", language))
    counted = Counter(finding.check for finding in before)
    for finding in before:
        assert finding.start is None or 0 <= finding.start <= (finding.end or 0) <= len(target)
        if finding.fix is not None:
            after = Counter(each.check for each in run_checks(CheckInput(source, finding.fix, "en", language)))
            assert finding.fix != target
            assert after[finding.check] < counted[finding.check]


SPOILED = [
    (
        "spacing-and-guillemets",
        "He asked: “Who is there?” Nobody knew.",
        'Il a demandé: "Qui est là?" Personne ne savait.',
        f"Il a demandé{N}: «{N}Qui est là{T}?{N}» Personne ne savait.",
        "fr",
    ),
    (
        "numbers-and-spaces",
        "Some 4,000 people  left on 3 May.",
        " Unas 4,000  personas se se fueron el 3 de mayo",
        "Unas 4.000 personas se fueron el 3 de mayo.",
        "es",
    ),
    (
        "question-and-address",
        "Who knows? See https://a.org/x for more.",
        "Quién sabe? Véase https://a.org/y para más información.",
        "¿Quién sabe? Véase https://a.org/x para más información.",
        "es",
    ),
    (
        "tags",
        "<b>Nobody answered.</b>",
        "<b>Personne n’a répondu.",
        "<b>Personne n’a répondu.</b>",
        "fr",
    ),
    (
        "mixed-marks",
        "a *so-called* “school” in “Hotan”",
        f'une *prétendue* “école" à «{N}Hotan{N}»',
        f"une *prétendue* «{N}école{N}» à «{N}Hotan{N}»",
        "fr",
    ),
    (
        "emphasis-within-guillemets",
        "the word “*river*”: a stream",
        "le mot «*fleuve*»: un cours d’eau",
        f"le mot «{N}*fleuve*{N}»{N}: un cours d’eau",
        "fr",
    ),
]


@pytest.mark.parametrize(
    ("source", "spoiled", "good", "language"), [case[1:] for case in SPOILED], ids=[case[0] for case in SPOILED]
)
def test_fixes_applied_one_after_the_other_give_a_clean_text(
    source: str, spoiled: str, good: str, language: str
) -> None:
    text, rounds = spoiled, 0
    while fixes := [f.fix for f in run_checks(CheckInput(source, text, "en", language)) if f.fix is not None]:
        text, rounds = fixes[0], rounds + 1
        assert rounds < 20

    assert text == good
    assert run_checks(CheckInput(source, text, "en", language)) == ()


HARD = {
    "prose": "Le 3 mars, « mot “mot” » : 4 000 personnes ont-elles “vu” cela ? ",
    "long-word": "a",
    "digits": "1",
    "grouped-digits": "1,234 ",
    "combining-marks": "\u0301",
    "right-to-left": "שלום עולם. ",
    "lone-surrogates": "\ud800",
    "quotation-marks": '« “ " ‘ ',
    "closing-marks": '» ” " ’ ',
    "brackets": "([{",
    "questions": "a? ",
    "english": "the end of ",
    "markup-signs": "<[*_`{&",
    "links": "[a](https://a.org/b) ",
    "no-break-spaces": "\u00a0",
    "lines": "\n",
}


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("piece", list(HARD.values()), ids=list(HARD))
def test_long_and_strange_texts_are_read_in_linear_time(piece: str, language: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()

    for source in (None, "Some text.", text):
        run_checks(CheckInput(source, text, "en", language))

    # A quadratic rule takes minutes here.
    assert time.perf_counter() - start < 20


def test_a_thousand_nested_tags_are_quick() -> None:
    text = "<b>" * 1000 + "a" + "</b>" * 1000
    start = time.perf_counter()

    assert run_checks(CheckInput(text, text.replace("a", "b"), "en", "fr")) == ()
    assert time.perf_counter() - start < 1
