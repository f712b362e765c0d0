"""The glossary is silent on other people's words: marked passages, titles, addresses, quotations kept as they are."""

import pytest

from tests.glossary.glossary_verdicts import Found, judge

QUIET = [
    (
        "not to be translated",
        "He wrote of Uyghurs.",
        'Il parlait d’Ouïghours, de <span translate="no">Ouigours</span>.',
    ),
    ("a class says so", "Of Uyghurs.", "Des Ouïghours, <i class='notranslate'>Ouigours</i>."),
    ("another language", "Of Uyghurs.", 'Des Ouïghours, <q lang="en">Uighurs</q>.'),
    ("title in cite", "A book on Uyghurs.", "Un livre sur les Ouïghours, <cite>Les Ouigours de Kachgar</cite>."),
    ("title in italics", "Of Uyghurs, *The Uighurs of Kashgar*.", "Des Ouïghours, *Les Ouigours de Kachgar*."),
    ("code", "Of Uyghurs: `ouigour`.", "Des Ouïghours : `ouigour`."),
    ("address", "Of Uyghurs, https://a.org/ouigour.", "Des Ouïghours, https://a.org/ouigour."),
    ("quoted just so", "“Uighur Autonomous Zone” of the Uyghurs", "« Uighur Autonomous Zone » des Ouïghours"),
    ("name of an institution", "The Uyghur Human Rights Project", "Le Uyghur Human Rights Project"),
    (
        "two names",
        "The Uyghur Human Rights Project and the Kazakh Times",
        "Le Uyghur Human Rights Project et le Kazakh Times",
    ),
]
HEARD: list[tuple[str, str, str, tuple[Found, ...]]] = [
    ("emphasis is no title", "Of *Uyghurs*.", "Des *Ouigours*.", (("Ouigours", "Ouïghours"),)),
    ("same language", "Of Uyghurs.", '<q lang="fr">Ouigours</q>', (("Ouigours", "Ouïghours"),)),
    ("quotation of our own", "“Uyghurs fled.”", "« Les Ouigours ont fui. »", (("Ouigours", "Ouïghours"),)),
    (
        "italics without a source in italics",
        "Of Uyghurs in Hotan",
        "*Des Ouigours à Hotan*",
        (("Ouigours", "Ouïghours"),),
    ),
    (
        "a term that is a whole name",
        "The Chinese Communist Party rules.",
        "Le Chinese Communist Party règne.",
        (("Chinese Communist Party", "Parti communiste chinois"),),
    ),
    ("a verb is no noun", "Don’t torture the metaphor.", "Ne maltraitez pas la métaphore.", ()),
]


@pytest.mark.parametrize(("source", "target"), [case[1:] for case in QUIET], ids=[case[0] for case in QUIET])
def test_other_peoples_words_are_left_in_peace(source: str, target: str) -> None:
    assert judge("fr", source, target) == ()


@pytest.mark.parametrize(("source", "target", "found"), [case[1:] for case in HEARD], ids=[case[0] for case in HEARD])
def test_our_own_words_are_not(source: str, target: str, found: tuple[Found, ...]) -> None:
    assert judge("fr", source, target) == found
