"""Translations find their original among articles on the same subjects, and none that is not theirs."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tms.text.normalize import hash_text
from tms.tracking import Kinship, relate_articles

ARTICLES = Path(__file__).parent / "page_articles"
# Each file is <story>.<language>.txt; stories of one subject begin alike.
ALL = {tuple(file.stem.split(".")): file.read_text(encoding="utf-8") for file in sorted(ARTICLES.glob("*.txt"))}
TERMS = {
    "uyghur": {"en": ["Uyghur", "Uyghurs"], "fr": ["Ouïghour", "Ouïghours"], "es": ["uigur", "uigures"]},
    "xinjiang": {
        "en": ["Xinjiang Uyghur Autonomous Region"],
        "fr": ["région autonome ouïghoure du Xinjiang"],
        "es": ["Región Autónoma Uigur de Xinjiang"],
    },
    "north-korea": {"en": ["North Korea"], "fr": ["Corée du Nord"], "es": ["Corea del Norte"]},
}

Key = tuple[str, ...]


def _shuffle(keys: list[Key], seed: int) -> list[Key]:
    return sorted(keys, key=lambda key: hash_text(f"{seed} {key}"))


def _relate(keys: Sequence[Key]) -> tuple[Kinship, ...]:
    return relate_articles([ALL[key] for key in keys], [key[1] for key in keys], terms=TERMS)


def _pairs(keys: Sequence[Key]) -> set[tuple[Key, Key]]:
    return {(keys[kinship.original], keys[kinship.translation]) for kinship in _relate(keys)}


def _true_pairs(keys: Sequence[Key]) -> set[tuple[Key, Key]]:
    return {((key[0], "en"), key) for key in keys if key[1] != "en" and (key[0], "en") in keys}


@pytest.mark.parametrize("size", [2, 5, 12, 30])
@pytest.mark.parametrize("seed", range(8))
def test_generated_pages(size: int, seed: int) -> None:
    """Precision 1.0 on every page; recall at least 0.9 over the true pairs of a page."""
    keys = _shuffle(list(ALL), seed)[:size]
    found, true = _pairs(keys), _true_pairs(keys)
    assert found <= true
    assert len(found) >= 0.9 * len(true)


@pytest.mark.parametrize("seed", range(8))
def test_without_any_original_of_theirs_all_stay_alone(seed: int) -> None:
    originals = _shuffle([key for key in ALL if key[1] == "en"], seed)[:6]
    others = [key for key in sorted(ALL) if key[1] != "en" and (key[0], "en") not in originals]
    assert _pairs([*originals, *others]) == set()


@pytest.mark.parametrize("story", ["camp-prayer.fr", "camp-poets.es", "nk-songs.fr"])
@pytest.mark.parametrize("has_terms", [True, False], ids=["with glossary", "without"])
def test_the_same_subject_alone_makes_no_translation(story: str, *, has_terms: bool) -> None:
    key = tuple(story.split("."))
    for original in (other for other in ALL if other[1] == "en"):
        texts = [ALL[original], ALL[key]]
        assert relate_articles(texts, ["en", key[1]], terms=TERMS if has_terms else None) == ()


def test_the_reasons_are_told() -> None:
    keys = [("camp-map", "en"), ("camp-un", "en"), ("camp-map", "fr")]
    (kinship,) = _relate(keys)
    assert (kinship.original, kinship.translation) == (0, 2)
    assert kinship.confidence == 0.99
    numbers, names, *others = kinship.reasons
    assert numbers == "numbers 2018, 2020, 380, 14, … in both"
    assert "Tursun" in names
    assert "3 paragraphs each" in others


def test_numbers_are_compared_by_value() -> None:
    english = (
        "The count\n\nThere were 1,057 names and 2,300 beds in the hall, and 12,000 dollars were paid for 1.5 hectares."
    )
    french = (
        "Le compte\n\nIl y avait 1 057 noms et 2 300 lits dans la salle, et on a payé 12 000 dollars pour 1,5 hectare."
    )
    wrong = (
        "El recuento\n\nHabía 1,057 nombres y 2.300 camas en la sala, y se pagaron 12 000 dólares por 1,5 hectáreas."
    )
    kinships = relate_articles([english, french, wrong], ["en", "fr", "es"])
    assert [kinship.reasons[0] for kinship in kinships] == ["numbers 12,000, 1,057, 2,300 and 1.5 in both"] * 2


def test_names_are_known_by_their_sound() -> None:
    english = "On the way\n\nFrom Kashgar they went to Bishkek, where Gulnur Khalil met them, and on to Havana."
    french = "En chemin\n\nDe Kachgar ils sont allés à Bichkek, où Gulnur Khalil les a rejoints, puis à La Havane."
    (kinship,) = relate_articles([english, french], ["en", "fr"])
    assert "names" in kinship.reasons[0]
    assert "Kashgar" in kinship.reasons[0]


def test_each_translation_has_one_original_and_each_original_one_a_language() -> None:
    keys = sorted(ALL)
    kinships = _relate(keys)
    assert len({kinship.translation for kinship in kinships}) == len(kinships)
    assert len({(kinship.original, keys[kinship.translation][1]) for kinship in kinships}) == len(kinships)


def test_between_two_equal_originals_it_is_not_sure() -> None:
    keys = [("nk-bible", "en"), ("nk-bible", "en"), ("nk-bible", "es")]
    assert all(
        kinship.confidence == 0.5 and "another article fits nearly as well" in kinship.reasons
        for kinship in _relate(keys)
    )


def test_the_source_language_is_what_is_said() -> None:
    keys = [("nk-river", "es"), ("nk-river", "en")]
    texts = [ALL[key] for key in keys]
    (kinship,) = relate_articles(texts, ["es-MX", "en-GB"], source_language="es")
    assert (kinship.original, kinship.translation) == (0, 1)


def test_unknown_languages_and_empty_texts_stay_alone() -> None:
    assert relate_articles(["", "", ALL["nk-river", "es"], "中文"], ["en", "fr", "", "zh"]) == ()
    assert relate_articles([], []) == ()


def test_paired_are_wholes_and_not_the_best_single_pair() -> None:
    """Where one translation is cut short, the whole decides which original each belongs to."""
    keys = [("camp-un", "en"), ("camp-map", "en"), ("camp-map", "fr"), ("camp-un", "fr")]
    cut = ["\n\n".join(ALL[key].split("\n\n")[:2]) for key in keys]
    kinships = relate_articles(cut, [key[1] for key in keys], terms=TERMS)
    assert {(kinship.original, kinship.translation) for kinship in kinships} == {(1, 2), (0, 3)}


def test_many_articles_take_little_time() -> None:
    keys = sorted(ALL) * 5
    kinships = relate_articles([ALL[key] for key in keys], [key[1] for key in keys])
    assert {keys[k.original][0] == keys[k.translation][0] for k in kinships} <= {True}
