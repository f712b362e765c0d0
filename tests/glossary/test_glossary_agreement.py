"""A term agrees with the determiner or the quantity right before it, where one of its forms does."""

import pytest

from tests.glossary.glossary_verdicts import Found, judge

RIGHT = [
    ("masculine", "es", "the refugee", "el refugiado"),
    ("one form for both", "es", "a Uyghur woman", "la uigur"),
    ("a number", "es", "ninety-one mosques", "noventa y una mezquitas"),
    ("language of quantity", "fr", "hundreds of Uyghurs", "des centaines d’Ouïghours"),
    ("invariable", "fr", "the Kyrgyz", "les Kirghiz"),
    ("inclusive", "fr", "the refugees", "les réfugié(e)s"),
    ("inclusive with a point", "fr", "the Uyghurs", "les Ouïghour·es"),
]
WRONG: list[tuple[str, str, str, str, Found]] = [
    ("gender", "es", "a refugee", "Vio a la refugiado.", ("refugiado", "refugiada")),
    ("number", "es", "hundreds of Kyrgyz", "cientos de kirguís", ("kirguís", "kirguises")),
    ("number by the article", "fr", "the Uyghurs", "les Ouïghour", ("Ouïghour", "Ouïghours")),
    (
        "number of a phrase",
        "fr",
        "re-education camps",
        "des camp de rééducation",
        ("camp de rééducation", "camps de rééducation"),
    ),
]


@pytest.mark.parametrize(("language", "source", "target"), [c[1:] for c in RIGHT], ids=[c[0] for c in RIGHT])
def test_a_form_that_agrees_is_left_in_peace(language: str, source: str, target: str) -> None:
    assert judge(language, source, target) == ()


@pytest.mark.parametrize(("language", "source", "target", "found"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_a_form_that_does_not_is_repaired(language: str, source: str, target: str, found: Found) -> None:
    assert judge(language, source, target) == (found,)
