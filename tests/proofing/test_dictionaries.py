"""Real dictionaries, those of the extra: what they know, and what is known beside them."""

from pathlib import Path

import pytest

from tms.proofing import Dictionary, find_dictionary, open_dictionary


@pytest.fixture(scope="module", params=["fr", "es", "en"])
def dictionary(request: pytest.FixtureRequest) -> Dictionary:
    found = open_dictionary(request.param)
    assert found is not None
    return found


RIGHT = {
    "fr": "réfugiée l’homme aujourd’hui c’est-à-dire prisonnières antigouvernemental Pékin camerounais",
    "es": """pandemia fiscalía olvidarlo cruzarlo súmese detenerlos antiterrorista Londres yuanes rápidamente sumémonos
        suníes surcoreanas auditoras""",
    "en": "prisoners organisation mosque’s",
}
WRONG = {
    "fr": "gouvernment libretés détension oeuvre sécuritée",
    "es": "goberno intrumentos derehos acusasion prisionros",
    "en": "goverment recieve",
}


def test_words_of_the_language_are_known(dictionary: Dictionary) -> None:
    assert [word for word in RIGHT[dictionary.language].split() if not dictionary.is_known(word)] == []


def test_slips_are_not(dictionary: Dictionary) -> None:
    assert [word for word in WRONG[dictionary.language].split() if dictionary.is_known(word)] == []


@pytest.mark.parametrize("word", ["", "a" * 100_000, "😀", "\ud800", "\u0301" * 50, "שלום", "nul\0"])
def test_anything_may_be_asked(dictionary: Dictionary, word: str) -> None:
    assert dictionary.is_known(word) in (True, False)
    assert isinstance(dictionary.suggest(word[:50]), tuple)


def test_what_may_have_been_meant_comes_first(dictionary: Dictionary) -> None:
    slips = {"fr": ("prisonier", "prisonnier"), "es": ("prisionro", "prisionero"), "en": ("prisonner", "prisoner")}
    slip, meant = slips[dictionary.language]
    assert meant in dictionary.suggest(slip)[:3]


def test_the_folder_that_has_the_language_first_is_taken(tmp_path: Path) -> None:
    for folder, names in (("system", ["fr_FR", "en_US"]), ("package", ["fr", "es_MX", "es_ES", "en_GB"])):
        (tmp_path / folder).mkdir()
        for name in names:
            for ending in ("aff", "dic"):
                (tmp_path / folder / f"{name}.{ending}").write_text("")
    folders = [tmp_path / "system", tmp_path / "package"]

    def found(language: str) -> list[str]:
        return [f"{path.parent.name}/{path.stem}" for path in find_dictionary(language, folders)]

    assert found("fr") == ["system/fr_FR"]
    assert found("fr-CA") == ["system/fr_FR"]
    assert found("es-MX") == ["package/es_MX"]
    assert found("es-419") == ["package/es_ES"]
    assert found("en") == ["package/en_GB", "system/en_US"]
    assert found("de") == []


def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    (tmp_path / "fr.dic").write_text("1\nmot\n")
    assert find_dictionary("fr", [tmp_path]) == ()


def test_a_dictionary_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "fr.dic").write_text("1\nzwaq\n", encoding="utf-8")
    (tmp_path / "fr.aff").write_text("SET UTF-8\n", encoding="utf-8")
    found = open_dictionary("fr", [tmp_path])
    assert found is not None
    assert found.is_known("zwaq")
    assert not found.is_known("zwaqs")


def test_a_folder_named_dicpath_goes_before_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fr.dic").write_text("1\nzwaq\n", encoding="utf-8")
    (tmp_path / "fr.aff").write_text("SET UTF-8\n", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert find_dictionary("fr") == (tmp_path / "fr.dic",)


def test_a_language_without_dictionary_has_none(tmp_path: Path) -> None:
    assert open_dictionary("xx", [tmp_path]) is None


def test_a_file_that_is_no_dictionary_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "fr.dic").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "fr.aff").write_text("SET KLINGON-7\n")
    # Hunspell reads what it can of it and says nothing; what it can read are no words.
    found = open_dictionary("fr", [tmp_path])
    assert found is not None
    assert not found.is_known("zwaq")
