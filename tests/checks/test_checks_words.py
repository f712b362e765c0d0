"""Empty, identical, untranslated, repeated words, terminology."""

import pytest

from tests.checks.asking import Found, ask
from tms.checks import run_checks
from tms.values import CheckInput, Severity, Spot

N = "\u00a0"


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Text", "", [Found("error", None)]),
        ("Text", " \u200b\u00a0\n", [Found("error", None)]),
        ("Text", "<br/>", [Found("error", None)]),
        ("", "", []),
        ("![](a.png)", "", []),
        ("Text", "Texte", []),
    ],
)
def test_empty(source: str, target: str, found: list[Found]) -> None:
    assert ask("empty", target, source=source) == found


def test_of_an_empty_translation_nothing_else_is_said() -> None:
    pair = CheckInput("“Text” (1): https://a.org <b>x</b>.", "", "en", "fr", given={"terminology": (Spot("missing"),)})

    assert [finding.check for finding in run_checks(pair)] == ["empty"]


IDENTICAL = [
    ("sentence", "They were detained without charge.", "error"),
    ("question", "How does it work?", "error"),
    ("teaser", "Continue reading", "warning"),
    ("clause", "Freedom is not given", "error"),
    ("title-case", "Forced Labour Is Genocide", "error"),
    ("heading", "The Forgotten Camps of Hotan", "error"),
    ("heading-with-a-place", "Women detained in Kashgar", "error"),
    ("testimony", "A Mother’s Testimony", "warning"),
    ("news", "Breaking news", "warning"),
    ("in-emphasis", "*He came and he left.*", "error"),
    ("organisation", "Human Rights Watch", None),
    ("newspaper", "The New York Times", None),
    ("longer-organisation", "Uyghur Human Rights Project", None),
    ("institute", "Institute for the Study of War", None),
    ("magazine", "Bitter Winter", None),
    ("credit", "Photo: Mehmet Tohti / AFP", None),
    ("person", "Dr Rahile Dawut, Ürümqi", None),
    ("place", "Xinjiang", None),
    ("numbers", "2 000 / 3 000", None),
    ("address", "https://a.org/the/of/and", None),
    ("agency", "Photo: AFP", None),
    ("shared-word", "documents", None),
    ("code", ":material-email: `the code of`", None),
]


@pytest.mark.parametrize(("text", "severity"), [case[1:] for case in IDENTICAL], ids=[case[0] for case in IDENTICAL])
@pytest.mark.parametrize("language", ["fr", "es"])
def test_identical(text: str, severity: str | None, language: str) -> None:
    found = [] if severity is None else [Found(severity, text)]

    assert ask("identical", text, source=text, language=language) == found


def test_markup_and_signs_do_not_make_a_translation() -> None:
    assert ask("identical", "*They came at night*", source="They came at night.") == [
        Found("error", "*They came at night*")
    ]


def test_known_words_may_stay_as_they_are() -> None:
    pair = CheckInput("voice steppe", "voice steppe", "en", "fr", known_words=frozenset(("voice", "steppe")))

    assert run_checks(pair) == ()


def test_a_small_word_is_never_known() -> None:
    pair = CheckInput("Why?", "Los presos were llevados", "en", "es", known_words=frozenset(("were",)))

    assert [f.check for f in run_checks(pair) if f.category == "untranslated"] == ["untranslated"]


ENGLISH = [
    ("reworded", "They were detained without any charge.", "People were arrested without being charged.", "error"),
    ("heading", "The Testimony of Women", "Why Women Testify Against Their Guards", "error"),
    ("names", "Read Human Rights Watch and Radio Free Asia", "Human Rights Watch, Radio Free Asia", None),
    ("one-small-word", "He read The Last of the Unjust", "Il a lu The Last of the Unjust", None),
]


@pytest.mark.parametrize(
    ("source", "target", "severity"), [case[1:] for case in ENGLISH], ids=[case[0] for case in ENGLISH]
)
def test_a_text_wholly_in_english_is_an_error(source: str, target: str, severity: str | None) -> None:
    found = ask("untranslated", target, source=source)

    assert found == ([] if severity is None else [Found(severity, target)])


UNTRANSLATED = [
    ("teaser", "Continue reading “Titre d’un article”", "fr", "Continue reading"),
    ("teaser-spanish", "Continue reading “Título de un artículo”", "es", "Continue reading"),
    ("teaser-bold", "**Continue reading** « Titre »", "fr", "Continue reading"),
    ("read-more", "Fin du texte. Read more", "fr", "Read more"),
    ("clause", "Los presos fueron llevados because they were young.", "es", "because they were young"),
    ("one-word", "Los presos were llevados", "es", "were"),
    ("loans", "Ce weekend, le leader du think tank a parlé de fake news et de soft power.", "fr", None),
    ("newspaper", "Le New York Times et The Guardian l’ont écrit.", "fr", None),
    ("institution", "Freedom of the Press Foundation et Voice of America.", "fr", None),
    ("quoted-title", "Le film “The Last of the Unjust” est sorti.", "fr", None),
    ("italic-title", "Le livre *The Art of Not Being Governed* de Scott.", "fr", None),
    ("html-title", "El libro <em>the art of not being governed</em>.", "es", None),
    ("shared-words", "On a son bras long, comment a-t-on pu lire son article sur la table ?", "fr", None),
    ("spanish-shared", "No me has dado pan: he ido a ver si son tan me dicen.", "es", None),
    ("loan-phrase", "Une machine state of the art, made in France.", "fr", None),
    ("reference", "Smith, J. (2019). The rise of the state. Oxford University Press, p. 3.", "fr", None),
    ("code", "Tapez `if this is not the end` ici.", "fr", None),
    ("address", "https://a.org/this-is-the-end/of_the_world", "fr", None),
]


@pytest.mark.parametrize(
    ("target", "language", "words"), [case[1:] for case in UNTRANSLATED], ids=[case[0] for case in UNTRANSLATED]
)
@pytest.mark.parametrize("source", [None, "Some other text that was translated."], ids=["alone", "pair"])
def test_english_words_left_in_a_translation(source: str | None, target: str, language: str, words: str | None) -> None:
    found = ask("untranslated", target, source=source, language=language)

    assert found == ([] if words is None else [Found("warning", words)])


def test_a_run_of_words_of_any_source_language_is_found() -> None:
    pair = CheckInput("Das ist ein kurzer Satz über Berge.", "Voilà ein kurzer satz über berge ici.", "de", "fr")

    assert [(f.check, f.start, f.end) for f in run_checks(pair)] == [("left-in-source", 6, 32)]


@pytest.mark.parametrize(
    "target",
    ["Voilà une phrase courte.", "Voilà « ein kurzer satz über berge ».", "Voilà Ein Kurzer Satz Über Berge."],
    ids=["translated", "quoted", "a name"],
)
def test_what_may_stand_of_such_a_source_passes(target: str) -> None:
    pair = CheckInput("Das ist ein kurzer Satz über Berge.", target, "de", "fr")

    assert [f for f in run_checks(pair) if f.check == "left-in-source"] == []


def test_a_run_of_words_of_the_source_is_found() -> None:
    source = "Hers is a small tale about quinoa planters."

    assert ask("untranslated", "Voilà a small tale about quinoa ici.", source=source) == [
        Found("warning", "a small tale about quinoa")
    ]


REPEATED = [
    ("french", "dans la la ville", "fr", [Found("warning", " la", "dans la ville")]),
    ("three-times", "la la la ville", "fr", [Found("warning", " la la", "la ville")]),
    ("two-capitals", "Les Les gardes", "fr", [Found("warning", " Les", "Les gardes")]),
    ("capital", "Le le chat", "fr", [Found("warning", " le", "Le chat")]),
    ("no-break-space", f"la{N}la ville", "fr", [Found("warning", f"{N}la", "la ville")]),
    ("decomposed", "e\u0301te\u0301 e\u0301te\u0301", "fr", [Found("warning", " e\u0301te\u0301", "e\u0301te\u0301")]),
    ("across-a-tag", "<b>la</b> la ville", "fr", [Found("warning", " la", "<b>la</b> ville")]),
    ("into-a-tag", "la <b>la</b> ville", "fr", [Found("warning", " <b>la")]),
    ("nous-nous", "nous nous levons, vous vous levez", "fr", []),
    ("punctuation", "oui, oui. La. La", "fr", []),
    ("numbers", "5 000 000", "fr", []),
    ("apostrophe", "l’est est loin", "fr", []),
    ("name", "Duran Duran et Boutros Boutros-Ghali", "fr", []),
    ("particle", "de De Gaulle", "fr", []),
    ("parts-of-words", "sous sous-sol, la là", "fr", []),
    ("spanish", "en en la casa", "es", [Found("warning", " en", "en la casa")]),
    ("spanish-emphasis", "muy muy lejos", "es", []),
    ("file", "el archivo.zip zip", "es", []),
]


@pytest.mark.parametrize(
    ("target", "language", "found"), [case[1:] for case in REPEATED], ids=[case[0] for case in REPEATED]
)
def test_repeated_word(target: str, language: str, found: list[Found]) -> None:
    assert ask("repeated-word", target, language=language) == found


def test_a_word_of_the_glossary_is_not_repeated_either() -> None:
    pair = CheckInput("In the city.", "Dans la la ville.", "en", "fr", known_words=frozenset(("la", "ville")))

    assert [finding.fix for finding in run_checks(pair)] == ["Dans la ville."]


def test_what_the_source_repeats_may_be_repeated() -> None:
    assert ask("repeated-word", "Laissez laissez passer", source="Let let them pass") == []


def test_terminology_passes_on_what_the_glossary_found() -> None:
    spots = (Spot("use Ouïghour", 0, 6, "Ouïghour", Severity.ERROR), Spot("camp is missing"))
    pair = CheckInput("a", "Uigour est là", "en", "fr", given={"terminology": spots})

    found = [(f.check, f.severity, f.category, f.fix) for f in run_checks(pair) if f.check == "terminology"]

    assert found == [
        ("terminology", Severity.ERROR, "terminology", "Ouïghour est là"),
        ("terminology", Severity.WARNING, "terminology", None),
    ]
