"""Across a project: one source, one translation; links to own articles; fixes all at once; what wakes a check."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.asking import ask
from tms.checks import ALL_CHECKS, Use, Uses, fold_address, repair_text, run_checks
from tms.checks.waking import get_waking
from tms.values import CheckInput, Finding

USES = Uses(
    [
        Use("letters s1", "Nobody came back.", "Personne n’est revenu."),
        Use("letters s2", "Read more", "En savoir plus"),
        Use("camps s9", "We waited for news of them.", "Nous attendions de leurs nouvelles."),
    ]
)


def test_the_same_source_wants_the_same_translation() -> None:
    found = USES.find_twins("camps s1", "Nobody came back.", "Nul n’est rentré.")
    assert [spot.message for spot in found["same-source"]] == ["the same English is translated otherwise in letters s1"]


def test_the_same_translation_of_two_texts_was_pasted() -> None:
    found = USES.find_twins("camps s1", "The road was long.", "Nous attendions de leurs nouvelles.")
    assert [spot.message for spot in found["same-target"]] == ["camps s9 has the same translation for another text"]


@pytest.mark.parametrize(
    ("place", "source", "target"),
    [
        ("camps s1", "Nobody came back.", "Personne n’est revenu."),
        ("camps s1", "<b>Nobody</b> came  back!", "<b>Personne</b> n’est revenu\u202f!"),
        ("letters s1", "Nobody came back.", "Personne n’est rentré."),
        ("camps s1", "Read more", "Lire la suite"),
        ("camps s1", "Find out more", "En savoir plus"),
    ],
    ids=["the same", "but for markup and signs", "itself", "two words", "a short translation"],
)
def test_what_is_alike_or_says_little_passes(place: str, source: str, target: str) -> None:
    assert USES.find_twins(place, source, target) == {}


LINKS = {fold_address("https://blog.example.org/letters/"): "https://blog.example.org/fr/lettres/"}


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        (
            '<a href="https://blog.example.org/letters/">ici</a>',
            '<a href="https://blog.example.org/fr/lettres/">ici</a>',
        ),
        ("[ici](http://www.blog.example.org/letters)", "[ici](https://blog.example.org/fr/lettres/)"),
        ("[ici](https://blog.example.org/letters/#two)", "[ici](https://blog.example.org/fr/lettres/#two)"),
        ("[ici](https://blog.example.org/fr/lettres/)", None),
        ("[ici](https://blog.example.org/other/)", None),
    ],
)
def test_a_link_to_an_own_article_goes_to_its_translation(target: str, fix: str | None) -> None:
    pair = CheckInput(None, target, "en", "fr", links=LINKS)
    found = [f for f in run_checks(pair) if f.check == "internal-link"]
    assert [f.fix for f in found] == ([fix] if fix else [])


def find(text: str) -> tuple[Finding, ...]:
    return run_checks(CheckInput(None, text, "en", "fr"))


def test_all_of_a_kind_are_fixed_at_once() -> None:
    repaired = repair_text("Il  dit :  quoi ?  Rien  !", find)
    assert repaired.text == "Il dit\u00a0: quoi\u202f? Rien\u202f!"
    assert dict(repaired.fixed)["double-space"] >= 3


def test_only_what_is_wanted_is_fixed() -> None:
    assert repair_text("Il  dit : quoi", find, {"french-spacing"}).text == "Il  dit\u00a0: quoi"


WORDS = st.sampled_from(
    ["mot", "Le", "de", "oeuvre", "Etat", "coeur", "l'homme", "le homme", "de le", "2ème", "3 p.m.", "«", "»", '"', "…",
     "...", "?", "!", ";", ":", ",", ".", "..", " ", "  ", "\u00a0", "\u202f", "4,000", "1 octobre 2024", "Janvier",
     "etc...", "<b>", "</b>", "<b> </b>", "&amp;nbsp;", "Ã©", "\u200b", "10-20", "$5", "20%", "--", "M. X", "Mr X",
     "n° 5", "e\u0301", "\n", "les Chinois", "gouvernement Chinois", "¿", "y hijos", "EEUU", "a el"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.lists(WORDS, max_size=12).map("".join)


@given(text=TEXTS, language=st.sampled_from(["fr", "es", "fr-CA", "es-419"]), source=st.none() | TEXTS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_fixes_make_no_new_finding_and_fixing_twice_changes_nothing(
    text: str, language: str, source: str | None
) -> None:
    def find_all(candidate: str) -> tuple[Finding, ...]:
        return run_checks(CheckInput(source, candidate, "en", language))

    before = find_all(text)
    repaired = repair_text(text, find_all)
    after = find_all(repaired.text)
    counts = {check: sum(f.check == check for f in before) for check in {f.check for f in (*before, *after)}}
    assert all(sum(f.check == check for f in after) <= count for check, count in counts.items())
    assert repair_text(repaired.text, find_all).text == repaired.text
    assert not any(f.fix for f in after)


@given(text=TEXTS, source=st.none() | TEXTS, language=st.sampled_from(["fr", "es", "de"]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_check_that_is_not_woken_has_nothing_to_say(text: str, source: str | None, language: str) -> None:
    pair = CheckInput(source, text, "en", language)
    awake = {check.id for check in get_waking(ALL_CHECKS, language).list_awake(pair)}
    for check in ALL_CHECKS:
        is_asked = check.languages is None or language in check.languages
        if check.id in awake or not is_asked or (check.needs_source and source is None) or check.is_given:
            continue
        if (not text.strip() and not check.is_for_empty) or (source == text and check.category == "typographical"):
            continue
        assert list(check.find(pair)) == [], check.id


def test_a_check_runs_alone_as_in_company() -> None:
    assert [found.text for found in ask("double-space", "un  mot")] == ["  "]
