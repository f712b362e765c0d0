"""A project's own words: known to spelling, and as words that may stand as in English."""

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, NotFoundError
from tms.workflow.checking import check_articles, check_text
from tms.workflow.projects import add_project
from tms.workflow.spelling import suggest_words
from tms.workflow.words import add_word, list_words, remove_word
from tms.workflow.workspace import Workspace


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    translate(any_workspace, "s2", "Personne n’a traversé le fleuve zwaqté cette année-là.")
    return any_workspace


def misspelt(workspace: Workspace, language: str = "fr") -> list[str]:
    rows = check_articles(workspace, [RIVER], language=language)
    return [row.text[f.start : f.end] for row in rows for f in row.findings if f.check == "spelling"]


def test_a_word_on_the_list_is_known_at_once_and_no_more_when_it_is_taken_off(river: Workspace) -> None:
    assert misspelt(river) == ["zwaqté"]
    add_word(river, "blog", "zwaqté", "fr")
    assert misspelt(river) == []
    assert "spelling" not in {f.check for f in check_text(river, RIVER, "s2", "fr", "Le fleuve zwaqté.")}
    remove_word(river, "blog", "zwaqté", "fr")
    assert misspelt(river) == ["zwaqté"]


def test_a_word_of_one_language_is_none_of_another_and_a_name_is_one_in_all(river: Workspace) -> None:
    translate(river, "s2", "Nadie cruzó el río zwaqté aquel año.", language="es")
    add_word(river, "blog", "zwaqté", "fr")
    assert misspelt(river, "es") == ["zwaqté"]
    add_word(river, "blog", "zwaqté")
    assert misspelt(river, "es") == []


def test_the_list_belongs_to_its_project(river: Workspace) -> None:
    add_project(river, "other")
    add_word(river, "other", "zwaqté")
    assert misspelt(river) == ["zwaqté"]
    assert list_words(river, "blog") == ()
    assert [word.text for word in list_words(river, "other")] == ["zwaqté"]


def test_what_is_in_the_source_as_well_is_a_name(river: Workspace) -> None:
    import_text(river, "The Zwaqtan\n\nThe Zwaqtan and Zwaqtan’s brother came.\n", name="names.txt")
    translate(river, "s2", "Le Zwaqtan et le frère de Zwaqtan sont venus.", ref="blog/names")
    rows = check_articles(river, ["blog/names"], language="fr")
    assert [f for row in rows for f in row.findings if f.check == "spelling"] == []


def test_the_english_is_spelt_for_the_coordinator_as_a_hint(river: Workspace) -> None:
    assert misspelt(river, "en") == ["recieved"]


@pytest.mark.parametrize("word", ["", "two words", "a" * 101, "nul\0", "\ud800"])
def test_what_is_no_word_is_refused(workspace: Workspace, word: str) -> None:
    with pytest.raises(InputError):
        add_word(workspace, "blog", word)
    assert list_words(workspace, "blog") == ()


def test_twice_and_never_are_told(workspace: Workspace) -> None:
    add_word(workspace, "blog", "Yarkand")
    with pytest.raises(InputError, match="already"):
        add_word(workspace, "blog", "Yarkand")
    with pytest.raises(NotFoundError):
        remove_word(workspace, "blog", "Yarkend")
    with pytest.raises(InputError, match="'de'"):
        add_word(workspace, "blog", "Wort", "de")


def test_suggestions_come_without_a_workspace_and_none_for_a_word_that_is_right() -> None:
    assert "gouvernement" in suggest_words("gouvernment", "fr")
    assert suggest_words("gouvernement", "fr") == ()
    with pytest.raises(NotFoundError, match="'xx'"):
        suggest_words("mot", "xx")
