"""What is found of what people type, and what stands there after it was replaced."""

import time
from contextlib import suppress
from typing import Any

import pytest

from tms.errors import InputError
from tms.text.searching import Finder, fit_case
from tms.values.searching import Query

NBSP, THIN = "\u00a0", "\u202f"


def found(text: str, words: str, **options: Any) -> list[str]:
    return [text[start:end] for start, end in Finder(Query(words, **options)).find(text)]


FOUND = [
    pytest.param("ouïghour", {}, "Les Ouïghours, OUÏGHOUR", ["Ouïghour", "OUÏGHOUR"], id="case does not matter"),
    pytest.param("Ouïghour", {"is_case_exact": True}, "ouïghour Ouïghour", ["Ouïghour"], id="exact case"),
    pytest.param(
        "Ouïghour",
        {"is_whole_word": True},
        "l’Ouïghour, l'Ouïghour, Ouïghours",
        ["Ouïghour"] * 2,
        id="a word after an apostrophe",
    ),
    pytest.param("été", {"is_whole_word": True}, "été, étés, répété", ["été"], id="accents are parts of a word"),
    pytest.param(
        "a b",
        {},
        f"a b a{NBSP}b a{THIN}b a\tb a  b",
        ["a b", f"a{NBSP}b", f"a{THIN}b", "a\tb"],
        id="a space finds every kind",
    ),
    pytest.param("a b", {"is_sign_exact": True}, f"a b a{NBSP}b", ["a b"], id="unless signs are exact"),
    pytest.param(f"a{NBSP}b", {}, f"a b a{NBSP}b", [f"a{NBSP}b"], id="a no-break space finds itself"),
    pytest.param("  ", {}, f"a  b a {NBSP}b", ["  ", f" {NBSP}"], id="two spaces find two"),
    pytest.param(
        "l'homme", {}, "l’homme l'homme lʼhomme", ["l’homme", "l'homme", "lʼhomme"], id="apostrophes are alike"
    ),
    pytest.param("l’homme", {"is_sign_exact": True}, "l’homme l'homme", ["l’homme"], id="exact apostrophes"),
    pytest.param('"', {}, '“a” «b» "c', ["“", "”", "«", "»", '"'], id="a straight quote finds every kind"),
    pytest.param("«", {}, "“a” «b»", ["«"], id="a guillemet finds itself"),
    pytest.param("est-il", {}, "est-il est\u2011il", ["est-il", "est\u2011il"], id="hyphens are alike"),
    pytest.param("arrete", {}, "arrêté arrete", ["arrete"], id="accents must match"),
    pytest.param(
        "arrete", {"is_loose": True}, "arrêté arrete Arrêtés", ["arrêté", "arrete", "Arrêté"], id="unless it is loose"
    ),
    pytest.param("coeur", {"is_loose": True}, "cœur coeur CŒUR", ["cœur", "coeur", "CŒUR"], id="ligatures when loose"),
    pytest.param("cœur", {"is_loose": True}, "cœur coeur", ["cœur", "coeur"], id="typed as a ligature"),
    pytest.param("été", {}, "e\u0301te\u0301", ["e\u0301te\u0301"], id="marks apart are the same letter"),
    pytest.param("re", {}, "re\u0301", [], id="and another than the plain one"),
    pytest.param("[bold]", {}, "a [bold] word", ["[bold]"], id="signs are signs"),
    pytest.param("a.c", {}, "abc a.c", ["a.c"], id="a dot is a dot"),
    pytest.param(
        r"ouïgh?ours?\b", {"is_regex": True}, "Ouïgour ouïghours", ["Ouïgour", "ouïghours"], id="an expression"
    ),
    pytest.param("x*", {"is_regex": True}, "abc xx", ["xx"], id="nothing is found nowhere"),
    pytest.param(
        "a|ab", {"is_regex": True, "is_whole_word": True}, "ab a abc", ["ab", "a"], id="an expression for whole words"
    ),
    pytest.param("aa", {}, "aaaa a", ["aa", "aa"], id="places do not overlap"),
    pytest.param("", {}, "anything", [], id="no words"),
]


@pytest.mark.parametrize(("words", "options", "text", "places"), FOUND)
def test_what_is_found(words: str, options: dict[str, Any], text: str, places: list[str]) -> None:
    assert found(text, words, **options) == places


def test_the_longest_of_several_forms_is_found() -> None:
    finder = Finder(Query("ouïghour", forms=("ouïghour", "ouïghours", "ouïghoure"), is_whole_word=True))
    text = "les femmes ouïghoures, un Ouïghour, des ouïghours"
    assert [text[a:b] for a, b in finder.find(text)] == ["Ouïghour", "ouïghours"]


@pytest.mark.parametrize("words", ["(", "[a", "*", "(?P<a", "a" * 501, "a)(b"])
def test_what_is_no_expression_is_told(words: str) -> None:
    with pytest.raises(InputError):
        Finder(Query(words, is_regex=True, is_whole_word=True))


@pytest.mark.parametrize("words", ["(a+)+$", "(a|aa)+$", r"(.*)(.*)(.*)(.*)\1\2x", "(?:a?){400}a{400}b"])
def test_an_expression_without_end_is_stopped(words: str) -> None:
    began = time.perf_counter()
    with suppress(InputError):
        found("a" * 10_000 + "!", words, is_regex=True)
    assert time.perf_counter() - began < 5


REPLACED = [
    pytest.param("oui", "si", {}, "Oui, oui, OUI", "Si, si, SI", id="capitals are kept"),
    pytest.param("l'ouïghour", "l'ouïgour", {}, "L’Ouïghour", "L’Ouïgour", id="of each word, and the apostrophe"),
    pytest.param("ONU", "Nations unies", {}, "l’ONU", "l’Nations unies", id="capitals as asked for"),
    pytest.param("Ouïghour", "ouïghour", {}, "Ouïghour", "ouïghour", id="a change of case is meant"),
    pytest.param("Ouïghour", "Ouïgour", {}, "ouïghour", "ouïgour", id="small letters are kept too"),
    pytest.param("ouïghour", "peuple ouïghour", {}, "Ouïghour !", "Peuple ouïghour !", id="other words than before"),
    pytest.param("a", "aa", {}, "a-a", "aa-aa", id="the replacement holds the word"),
    pytest.param("aa", "b", {}, "aaa", "ba", id="overlapping places"),
    pytest.param("ouïghour", "X", {"is_case_exact": True}, "Ouïghour ouïghour", "Ouïghour X", id="exact case"),
    pytest.param("lien", "mot", {}, '<a href="/lien">lien</a>', '<a href="/lien">mot</a>', id="never in tags"),
    pytest.param("x.org", "y.org", {}, "voir https://x.org/a", "voir https://x.org/a", id="never in addresses"),
    pytest.param("b", "i", {}, "<b>b</b>", "<b>i</b>", id="names of tags stay"),
    pytest.param("[bold]", "[/]", {}, "a [bold] b", "a [/] b", id="hostile words"),
    pytest.param(r"(\w+) et (\w+)", r"\2 et \1", {"is_regex": True}, "Un et deux", "deux et Un", id="groups"),
    pytest.param(r"ouïghours?", "ouïgour", {"is_regex": True}, "Ouïghours", "Ouïgour", id="capitals of an expression"),
    pytest.param("a", r"\1", {}, "a", r"\1", id="a backslash is one outside expressions"),
    pytest.param(" !", f"{THIN}!", {}, f"Non ! Si{NBSP}!", f"Non{THIN}! Si{THIN}!", id="kinds of spaces"),
    pytest.param("mot ", "", {}, "un mot ici", "un ici", id="taken out"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "replacement", "options", "text", "after"), REPLACED)
def test_what_is_replaced(words: str, replacement: str, options: dict[str, Any], text: str, after: str) -> None:
    assert Finder(Query(words, **options)).replace(text, replacement).text == after


def test_what_stands_in_tags_is_counted_and_replaced_when_asked_for() -> None:
    finder = Finder(Query("lien"))
    text = '<a href="/lien">un lien</a>'
    kept = finder.replace(text, "note")
    assert (kept.text, kept.count, kept.in_markup) == ('<a href="/lien">un note</a>', 1, 1)
    assert finder.replace(text, "note", in_markup=True).text == '<a href="/note">un note</a>'


@pytest.mark.parametrize("template", [r"\2", r"\g<name>", "\\"])
def test_a_group_that_is_not_there_is_told(template: str) -> None:
    with pytest.raises(InputError, match="replacement"):
        Finder(Query("(a)", is_regex=True)).replace("a", template)


def test_capitals_of_a_letter_that_grows_do_no_harm() -> None:
    assert fit_case("ab cd", "Ab Cd", "ßa ŉb") == "SSa ʼNb"
