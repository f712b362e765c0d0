"""The interface speaks French and Spanish: every text is there, whole, and compiled."""

import re
from string import Formatter

import polib
import pytest

from tests.catalogues import LANGUAGES, compile_mo, find_texts, path_of, read_catalogue

BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def read_po(language: str) -> polib.POFile:
    return polib.pofile(str(path_of(language)))


def texts_of(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each original with its translation, the plural's too."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid_plural, text) for text in entry.msgstr_plural.values()]


def placeholders(text: str) -> set[str]:
    return {f"{name}{conversion or ''}:{spec}" for _, name, spec, conversion in Formatter().parse(text) if name}


@BY_LANGUAGE
def test_every_text_of_the_program_is_in_the_catalogue_and_nothing_else(language: str) -> None:
    wanted = {text if isinstance(text, tuple) else (text, "") for text in find_texts()}
    singular = {text[0] for text in wanted if text[1]}
    held = {(entry.msgid, entry.msgid_plural) for entry in read_po(language)}
    missing = {text for text in wanted if text not in held and text[0] not in singular}
    assert (missing, held - wanted) == (set(), set()), "run `make catalogues` and translate what is new"


@BY_LANGUAGE
def test_every_text_is_translated_and_none_is_fuzzy_or_obsolete(language: str) -> None:
    po = read_po(language)
    assert [entry.msgid for entry in po.untranslated_entries()] == []
    assert [entry.msgid for entry in po if entry.fuzzy or entry.obsolete] == []
    assert [entry.msgid for entry in po if entry.msgid_plural and not all(entry.msgstr_plural.values())] == []
    assert all(len(entry.msgstr_plural) == 2 for entry in po if entry.msgid_plural)


@BY_LANGUAGE
def test_a_translation_names_what_the_text_names(language: str) -> None:
    wrong = [
        (text, said)
        for entry in read_po(language)
        for text, said in texts_of(entry)
        # The one of a singular may be left unsaid: "a paragraph".
        if placeholders(said) != placeholders(text) and not (entry.msgid_plural and placeholders(said) == set())
    ]
    assert wrong == []


@BY_LANGUAGE
def test_keys_and_signs_are_not_translated(language: str) -> None:
    keys = re.compile(r"\^[A-Z]\b|\bF\d+\b|\bEsc\b|\bctrl\+\w|[▸✓✗~·]")
    wrong = [
        (text, said)
        for entry in read_po(language)
        for text, said in texts_of(entry)
        if sorted(keys.findall(text)) != sorted(keys.findall(said))
    ]
    assert wrong == []


def test_french_has_its_spaces_before_high_signs_and_within_quotes() -> None:
    plain = re.compile(r"(?<=\w)(?:(?<!http) [:;!?](?=\s|$)|[;!?](?=\s|$))|« |«[^»]* »")
    wrong = [said for entry in read_po("fr") for _, said in texts_of(entry) if plain.search(said)]
    assert wrong == []


@BY_LANGUAGE
def test_what_is_compiled_is_what_was_translated(language: str) -> None:
    assert path_of(language, "mo").read_bytes() == compile_mo(read_catalogue(language)), "run `make catalogues`"
