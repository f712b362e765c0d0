"""Names are terms with a spelling and an order of their own in each language."""

import pytest

from tests.glossary.glossary_verdicts import Found, judge

RIGHT = [
    ("as it is", "fr", "Xi Jinping spoke.", "Xi Jinping a parlé."),
    ("family name alone", "fr", "António Guterres left.", "M. Guterres est parti."),
    ("first letter of a sentence", "es", "Beijing denies it.", "Pekín lo niega."),
    ("not translated", "fr", "Human Rights Watch wrote.", "Human Rights Watch a écrit."),
    ("acronym for the name", "es", "Human Rights Watch wrote.", "HRW escribió."),
    ("a variant", "es", "Pyongyang answered.", "Pyongyang respondió."),
    (
        "another body of like name",
        "es",
        "The tribunal for Yugoslavia",
        "el Tribunal Penal Internacional para la ex Yugoslavia",
    ),
    (
        "the original in parentheses",
        "es",
        "Amnesty International said",
        "Amnistía Internacional (Amnesty International) dijo",
    ),
]
WRONG: list[tuple[str, str, str, str, Found]] = [
    ("order", "fr", "Xi Jinping spoke.", "Jinping Xi a parlé.", ("Jinping Xi", "Xi Jinping")),
    ("cut in three", "es", "Xi Jinping spoke.", "Xi Jin Ping habló.", ("Xi Jin Ping", "Xi Jinping")),
    (
        "no accent",
        "fr",
        "António Guterres left.",
        "Antonio Guterres est parti.",
        ("Antonio Guterres", "António Guterres"),
    ),
    ("part without accent", "es", "Volker Türk refused.", "El señor Turk se negó.", ("Turk", "Türk")),
    ("letter missing", "fr", "António Guterres left.", "M. Guteres est parti.", ("Guteres", "Guterres")),
    ("hyphen missing", "fr", "Kim Jong Un watched.", "Kim Jong Un regardait.", ("Kim Jong Un", "Kim Jong-un")),
    ("English place", "es", "Beijing denies it.", "Beijing lo niega.", ("Beijing", "Pekín")),
    (
        "spelt by ear",
        "es",
        "North Korea fell silent.",
        "Korea del Norte calló.",
        ("Korea del Norte", "Corea del Norte"),
    ),
]


@pytest.mark.parametrize(("language", "source", "target"), [c[1:] for c in RIGHT], ids=[c[0] for c in RIGHT])
def test_a_name_that_is_right_is_left_in_peace(language: str, source: str, target: str) -> None:
    assert judge(language, source, target) == ()


@pytest.mark.parametrize(("language", "source", "target", "found"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_a_name_spelt_or_ordered_otherwise_is_repaired(language: str, source: str, target: str, found: Found) -> None:
    assert judge(language, source, target) == (found,)
