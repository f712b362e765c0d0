import pytest

from tms.glossary import Inflection, expand_forms, list_inflections
from tms.values import Term

EXPANDED = [
    ("en", "mosque", "", "", ("mosque", "mosques")),
    ("en", "Uyghur", "noun, adjective", "", ("Uyghur", "Uyghurs")),
    ("en", "ethnic minority", "", "", ("ethnic minority", "ethnic minorities")),
    ("en", "house church", "", "", ("house church", "house churches")),
    ("en", "crime against humanity", "", "", ("crime against humanity", "crimes against humanity")),
    ("en", "human rights", "", "", ("human rights", "human right")),
    ("en", "prisoner of conscience", "", "", ("prisoner of conscience", "prisoners of conscience")),
    ("en", "spokesman", "", "", ("spokesman", "spokesmen")),
    ("en", "Han Chinese", "", "", ("Han Chinese",)),
    ("en", "NGO", "", "", ("NGO", "NGOs")),
    ("en", "Turkic", "adjective", "", ("Turkic",)),
    ("en", "Xinjiang", "proper noun", "", ("Xinjiang",)),
    ("en", "torture by proxy", "verb", "", ("torture by proxy",)),
    ("fr", "camp", "noun", "m", ("camp", "camps")),
    ("fr", "camp d’internement", "", "m", ("camp d’internement", "camps d’internement")),
    ("fr", "droits humains", "", "m", ("droits humains", "droit humain")),
    ("fr", "région autonome ouïghoure", "", "f", ("région autonome ouïghoure", "régions autonomes ouïghoures")),
    ("fr", "travail forcé", "", "m", ("travail forcé", "travaux forcés")),
    ("fr", "droit national", "", "m", ("droit national", "droits nationaux")),
    ("fr", "procès équitable", "", "m", ("procès équitable", "procès équitables")),
    ("fr", "Ouïghour", "noun", "m", ("Ouïghour", "Ouïghours", "Ouïghoure", "Ouïghoures")),
    ("fr", "ouïghour", "adjective", "", ("ouïghour", "ouïghours", "ouïghoure", "ouïghoures")),
    ("fr", "Tibétain", "", "", ("Tibétain", "Tibétains", "Tibétaine", "Tibétaines")),
    (
        "fr",
        "prisonnier politique",
        "",
        "m/f",
        ("prisonnier politique", "prisonniers politiques", "prisonnière politique", "prisonnières politiques"),
    ),
    ("fr", "onusien", "adjective", "", ("onusien", "onusiens", "onusienne", "onusiennes")),
    ("fr", "religieux", "adjective", "", ("religieux", "religieuse", "religieuses")),
    ("fr", "ONU", "", "f", ("ONU",)),
    ("fr", "Haut-Commissariat", "", "m", ("Haut-Commissariat",)),
    ("fr", "société civile", "", "f", ("société civile", "sociétés civiles")),
    ("es", "uigur", "noun, adjective", "", ("uigur", "uigures")),
    ("es", "crimen de lesa humanidad", "", "m", ("crimen de lesa humanidad", "crímenes de lesa humanidad")),
    ("es", "derechos humanos", "", "m", ("derechos humanos", "derecho humano")),
    ("es", "detención arbitraria", "", "f", ("detención arbitraria", "detenciones arbitrarias")),
    ("es", "región autónoma uigur", "", "f", ("región autónoma uigur", "regiones autónomas uigures")),
    ("es", "cruz", "noun", "f", ("cruz", "cruces")),
    ("es", "musulmán", "adjective", "", ("musulmán", "musulmanes", "musulmana", "musulmanas")),
    ("es", "régimen", "noun", "m", ("régimen", "regímenes")),
    ("es", "joven", "adjective", "", ("joven", "jóvenes")),
    ("es", "campo", "noun", "m", ("campo", "campos")),
    ("es", "iraní", "adjective", "", ("iraní", "iraníes")),
    ("es", "crisis", "noun", "f", ("crisis",)),
    (
        "es",
        "defensor de los derechos humanos",
        "",
        "m/f",
        (
            "defensor de los derechos humanos",
            "defensores de los derechos humanos",
            "defensora de los derechos humanos",
            "defensoras de los derechos humanos",
        ),
    ),
    ("de", "Lager", "noun", "n", ("Lager",)),
]


@pytest.mark.parametrize(
    ("language", "text", "kind", "gender", "forms"), EXPANDED, ids=[f"{c[0]} {c[1]} {c[2]}" for c in EXPANDED]
)
def test_a_term_is_expanded_by_the_rules_of_its_language(
    language: str, text: str, kind: str, gender: str, forms: tuple[str, ...]
) -> None:
    assert expand_forms(Term(language, text, part_of_speech=kind, gender=gender)) == forms


def test_forms_given_by_hand_hold() -> None:
    assert expand_forms(Term("fr", "travail forcé", forms=("travaux forcés",))) == ("travail forcé", "travaux forcés")


def test_a_term_without_plural_gets_none() -> None:
    assert expand_forms(Term("en", "forced labour", number="singular")) == ("forced labour",)


def test_forms_given_by_hand_are_recognized() -> None:
    term = Term("fr", "Ouïghour", forms=("Ouïghour", "Ouïghoure", "Ouïghours", "Ouïghoures"))
    assert list_inflections(term) == (
        Inflection("Ouïghour", "m", "singular"),
        Inflection("Ouïghoure", "f", "singular"),
        Inflection("Ouïghours", "m", "plural"),
        Inflection("Ouïghoures", "f", "plural"),
    )


@pytest.mark.parametrize("text", ["campe", "forcéee", "Xinjianges", "agente"])
def test_no_noun_grows_a_form_that_is_another_word(text: str) -> None:
    nouns = [Term("fr", word, part_of_speech="noun", gender="m") for word in ("camp", "agent", "Xinjiang", "forcé")]
    assert text not in {form for noun in nouns for form in expand_forms(noun)}
