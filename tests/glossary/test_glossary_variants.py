"""Terms that stand in a translation in another form, and repairs that fit the words before them."""

import pytest

from tests.glossary.glossary_verdicts import judge

PRESENT = [
    (
        "coordination",
        "arbitrary detention and enforced disappearance",
        "détentions et disparitions arbitraires ou forcées",
        "fr",
    ),
    ("adverb", "They face arbitrary detention.", "Ils sont arbitrairement détenus.", "fr"),
    ("inclusive", "human rights defenders", "défenseur·es des droits humains", "fr"),
    ("dotted", "The UN", "La O.N.U.", "es"),
    ("prefix", "Anti-Uyghur racism", "El racismo antiuigur", "es"),
    ("prefix-plural", "Pro-Uyghur demonstrators", "Manifestantes prouigures", "es"),
    ("hyphen", "Anti-Uyghur racism", "le racisme anti-ouïghour", "fr"),
    ("speakers", "Uyghur-speaking children", "des enfants ouïghourophones", "fr"),
    ("people-for-country", "North Korea’s regime", "le régime nord-coréen", "fr"),
    ("country-for-people", "the North Korean regime", "le régime de la Corée du Nord", "fr"),
    ("initials", "The DPRK’s leader", "El líder norcoreano", "es"),
    ("spoken-of", "“Uighur” is an older spelling.", "« Uighur » est une ancienne graphie.", "fr"),
    ("spelled", "the Uighur leader (then spelled “Uighur”)", "le dirigeant ouïghour (alors « Uighur »)", "fr"),
    ("organisation", "Human Rights Watch", "Human Rights Watch", "fr"),
]


@pytest.mark.parametrize(
    ("source", "target", "language"), [case[1:] for case in PRESENT], ids=[case[0] for case in PRESENT]
)
def test_a_term_in_another_form_is_there(source: str, target: str, language: str) -> None:
    assert judge(language, source, target) == ()


FITTED = [
    ("article", "the ICC", "el Tribunal Penal Internacional", "es", "la Corte Penal Internacional"),
    ("of", "of the ICC", "del Tribunal Penal Internacional", "es", "de la Corte Penal Internacional"),
    ("to", "to the ICC", "al Tribunal Penal Internacional", "es", "a la Corte Penal Internacional"),
    ("elision", "of Uyghur", "du Uigour", "fr", "de l’Ouïghour"),
    ("article-elided", "a Uyghur", "la Uigour", "fr", "l’Ouïghour"),
    ("elided-already", "a Uyghur", "d’Ouighours", "fr", "Ouïghours"),
    ("name", "in Xinjiang", "au Sinkiang", "fr", "Xinjiang"),
]


@pytest.mark.parametrize(
    ("source", "target", "language", "written"), [case[1:] for case in FITTED], ids=[case[0] for case in FITTED]
)
def test_a_replacement_takes_its_article_along(source: str, target: str, language: str, written: str) -> None:
    assert [replacement for _, replacement in judge(language, source, target)] == [written]


@pytest.mark.parametrize("text", ["Forced Labour Is Genocide", "Genocide and Forced Labour in Our Time"])
def test_a_whole_text_is_no_name_that_stays(text: str) -> None:
    assert judge("fr", text, text) != ()
