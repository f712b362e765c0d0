"""What only looks like a term is none: a part of another name, another body of the same acronym, the name of a file."""

import pytest

from tests.glossary.glossary_verdicts import Found, judge

QUIET = [
    ("another court", "es", "The tribunal for Rwanda", "el Tribunal Penal Internacional para Ruanda"),
    (
        "an institution",
        "fr",
        "In 1943 he fled the labour service.",
        "En 1943, il fuit le Service du travail obligatoire.",
    ),
    (
        "another acronym",
        "fr",
        "The International Cricket Council (ICC) met.",
        "Le Conseil international du cricket (ICC).",
    ),
    ("a path", "es", "The file /data/tibet/list.json", "El archivo /data/tibet/list.json"),
]
HEARD: list[tuple[str, str, str, str, tuple[Found, ...]]] = [
    (
        "the court itself",
        "es",
        "The ICC sat.",
        "Se reunió su Tribunal Penal Internacional.",
        (("Tribunal Penal Internacional", "Corte Penal Internacional"),),
    ),
    ("a people after a place", "fr", "the Uyghurs of Hotan", "Les Ouigours de Hotan", (("Ouigours", "Ouïghours"),)),
    ("a slash between words", "es", "Uyghurs or Kazakhs", "uygures/kazajos", (("uygures", "uigures"),)),
]


@pytest.mark.parametrize(
    ("language", "source", "target"), [case[1:] for case in QUIET], ids=[case[0] for case in QUIET]
)
def test_other_names_are_left_in_peace(language: str, source: str, target: str) -> None:
    assert judge(language, source, target) == ()


@pytest.mark.parametrize(
    ("language", "source", "target", "found"), [case[1:] for case in HEARD], ids=[case[0] for case in HEARD]
)
def test_terms_beside_them_are_not(language: str, source: str, target: str, found: tuple[Found, ...]) -> None:
    assert judge(language, source, target) == found
