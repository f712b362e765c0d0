"""The interface in French and Spanish."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tms.config import Preferences
from tms.tui.choices import Choices
from tms.tui.habits import Habits
from tms.tui.language import _, current_language, find_language, ngettext, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.conftest import Play


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The other tests speak English."""
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        pytest.param({"LANG": "fr_FR.UTF-8"}, "fr", id="lang"),
        pytest.param({"LANG": "fr_FR", "LC_MESSAGES": "es_MX.UTF-8"}, "es", id="messages-over-lang"),
        pytest.param({"LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en", id="c-is-english"),
        pytest.param({"LANGUAGE": "ug:fr:en", "LANG": "de_DE"}, "fr", id="first-that-is-spoken"),
        pytest.param({"LANGUAGE": "", "LANG": "es"}, "es", id="empty-is-not-set"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "en", id="another"),
        pytest.param({}, "en", id="none"),
    ],
)
def test_the_environment_says_the_language(environ: dict[str, str], code: str) -> None:
    assert find_language(environ) == code


def test_the_file_says_it_before_what_is_remembered_and_before_the_environment(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "habits.json")
    Choices(Preferences(), habits).take_up({"LANG": "es_ES"})
    assert current_language() == "es"
    assert Choices(Preferences(), habits).choose_language("fr").startswith("Français")
    Choices(Preferences(), habits).take_up({"LANG": "es_ES"})
    assert current_language() == "fr"
    Choices(Preferences(language="en"), habits).take_up({"LANG": "es_ES"})
    assert current_language() == "en"


def test_french_counts_nothing_as_one_and_spanish_as_many() -> None:
    use_language("fr")
    assert ngettext("{count} paragraph", "{count} paragraphs", 0).format(count=0) == "0 paragraphe"
    use_language("es")
    assert ngettext("{count} paragraph", "{count} paragraphs", 0).format(count=0) == "0 párrafos"
    assert _("") == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_paragraph_is_translated_in_french(play: Play, size: tuple[int, int]) -> None:
    use_language("fr")
    async with play(size=size) as stage:
        await stage.press("enter")
        await stage.see("EN → FR")
        await stage.see("pas de correspondance en mémoire")
        await stage.type("déjà")
        await stage.until(lambda: "pas enregistré" in stage.text)
        *_rest, footer = stage.text.rstrip().split("\n")
        assert "^S enregistrer   ^J confirmer, suivant" in footer
        assert footer.rstrip().endswith("F1 toutes les touches")
        assert "…" not in footer
        await stage.press("ctrl+s")
        await stage.see("1 enregistré\N{NO-BREAK SPACE}: brouillon")
        await stage.press("f1")
        await stage.see("Toutes les touches")
        await stage.see("Enregistrer, rester ici")


@pytest.mark.skipif(os.name == "nt", reason="the environment is another one there")
async def test_the_palette_leads_out_of_a_language_that_one_cannot_read(play: Play) -> None:
    use_language("es")
    async with play() as stage:
        await stage.press("ctrl+p")
        await stage.type("english")
        await stage.pilot.pause(0.3)
        await stage.press("enter")
        await stage.until(lambda: current_language() == "en")
        assert stage.app.habits.get("language") == "en"
