"""One table of actions: the footer, the help, the palette and docs/keys.md cannot say anything else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tms.tui import TmsApp, list_keys, render_keys_markdown
from tms.tui.actions import ACTIONS, Action, Where, show_key
from tms.tui.key_router import KeyRouter, Routed
from tms.tui.keymap import MAPS, load_keymap
from tms.tui.keys_page import TEXT_AREA_KEYS, list_given_up
from tms.tui.palette import ActionsProvider
from tms.tui.screens.alignment import AlignmentScreen
from tms.tui.screens.articles import ArticlesScreen
from tms.tui.screens.campaign import CampaignScreen
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.findings import FindingsScreen
from tms.tui.screens.glossary import GlossaryScreen
from tms.tui.screens.help_dialog import describe_keys
from tms.tui.screens.home import HomeScreen
from tms.tui.screens.opening import OpeningScreen
from tms.tui.screens.progress import ProgressScreen
from tms.tui.screens.proposals import ProposalsScreen
from tms.tui.screens.read_through import ReadThroughScreen
from tms.tui.screens.replace import ReplaceScreen
from tms.tui.screens.search import SearchScreen
from tms.tui.text_hand import TextHand
from tms.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from tests.tui.conftest import Play

ROOT = Path(__file__).parents[2]
HOMES: dict[Where, type] = {
    Where.ANYWHERE: TmsApp,
    Where.TEXT: TextHand,
    Where.HOME: HomeScreen,
    Where.ARTICLES: ArticlesScreen,
    Where.DESK: DeskScreen,
    Where.PROGRESS: ProgressScreen,
    Where.ALIGNMENT: AlignmentScreen,
    Where.GLOSSARY: GlossaryScreen,
    Where.PROPOSALS: ProposalsScreen,
    Where.CAMPAIGN: CampaignScreen,
    Where.FINDINGS: FindingsScreen,
    Where.SEARCH: SearchScreen,
    Where.REPLACE: ReplaceScreen,
    Where.READING: ReadThroughScreen,
    Where.OPENING: OpeningScreen,
}
BY_NAME = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.where}-{action.name}")


def test_the_documentation_is_the_table() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == render_keys_markdown()


@BY_NAME
def test_every_action_is_a_method_of_its_screen(action: Action) -> None:
    assert callable(getattr(HOMES[action.where], f"action_{action.name}"))


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("where", [where for where in Where if where is not Where.ANYWHERE])
def test_no_key_means_two_things_on_a_screen(where: Where, name: str) -> None:
    keymap, problems = load_keymap(name)
    keys = Counter(key for action in list_keys(where, keymap) for key in action.keys)
    assert problems == ()
    assert [key for key, count in keys.items() if count > 1] == []


ARRIVING = {"enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "pageup", "pagedown"}


@pytest.mark.parametrize("name", MAPS)
def test_every_action_has_a_key_that_arrives_everywhere(name: str) -> None:
    keymap, _ = load_keymap(name)
    commands = {(action.where, action.name) for action in keymap.list_commands()}
    for action in map(keymap.bind, ACTIONS):
        first = [keys.split(" ")[0] for keys in action.keys]
        plain = [key for key in first if key in ARRIVING or (key.startswith("ctrl+") and len(key) == len("ctrl+x"))]
        # What the text area does by itself has a key only where a map gives it another.
        assert plain or action.where is Where.TEXT or (action.where, action.name) in commands, action
        # ^H, ^I, ^M and ^[ are Backspace, Tab, Enter and Escape in a terminal.
        assert not {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+c"} & set(first)


def test_the_default_map_takes_no_key_from_the_text_area() -> None:
    assert list_given_up(load_keymap()[0]) == ("pageup", "pagedown")
    desk = {key for action in list_keys(Where.DESK) if action.where is not Where.TEXT for key in action.keys}
    assert desk & set(Editor.OWN_KEYS) == {"pageup", "pagedown"}


def test_the_keys_that_the_page_says_are_the_text_areas_are() -> None:
    assert [key for key in TEXT_AREA_KEYS if key not in Editor.OWN_KEYS and key != "enter"] == []


def test_the_help_lists_every_action() -> None:
    shown = "\n".join(block.text for block in describe_keys(Where.DESK))
    assert [action.label for action in list_keys() if action.keys and action.label not in shown] == []
    assert shown.startswith("Desk")


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("ctrl+s", "^S"), ("ctrl+g t 1-9", "^G t 1…9"), ("f1", "F1"), ("escape", "Esc"), ("ctrl+up", "Ctrl+↑")],
)
def test_keys_are_written_as_people_write_them(keys: str, shown: str) -> None:
    assert show_key(keys) == shown


def feed(*keys: str) -> list[Routed | None]:
    """What the desk's router says to keys, one after the other."""
    router = KeyRouter(list_keys(Where.DESK))
    return [router.feed(key, key if len(key) == 1 else None) for key in keys]


@pytest.mark.parametrize(
    ("keys", "name", "argument"),
    [
        pytest.param(("ctrl+s",), "save", None, id="one key"),
        pytest.param(("ctrl+g", "3"), "insert_match", 3, id="prefix and digit"),
        pytest.param(("ctrl+g", "t", "2"), "insert_term", 2, id="three keys"),
        pytest.param(("ctrl+g", "ctrl+v"), "still_valid", None, id="Ctrl still held down"),
        pytest.param(("ctrl+g", "?"), "help", None, id="a sign"),
    ],
)
def test_sequences_lead_to_their_action(keys: tuple[str, ...], name: str, argument: int | None) -> None:
    *before, last = feed(*keys)
    assert all(routed is not None and routed.is_pending for routed in before)
    assert last is not None
    assert last.action is not None
    assert (last.action.name, last.argument) == (name, argument)


def test_a_key_that_ends_no_sequence_is_swallowed_and_the_next_one_is_free() -> None:
    assert feed("ctrl+g", "ö", "ö") == [Routed(is_pending=True), Routed(), None]
    assert feed("ctrl+g", "escape", "a") == [Routed(is_pending=True), Routed(), None]
    assert feed("a", "1", "enter") == [None, None, None]


async def test_the_palette_offers_what_makes_sense_now_and_does_it(play: Play) -> None:
    async with play() as stage:
        await stage.press("enter")
        await stage.see("EN → FR")
        provider = ActionsProvider(stage.desk)
        offered = {hit.text async for hit in provider.discover()}
        assert "Save, stay here" in offered
        assert "Still valid: the change does not touch my text" not in offered
        await stage.press("ctrl+p")
        await stage.type("copy the source")
        await stage.pilot.pause(0.3)
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        await stage.until(lambda: stage.desk.row is not None and stage.typed == stage.desk.row.source)


async def test_the_panel_of_continuations_comes_to_those_who_hesitate(play: Play) -> None:
    async with play() as stage:
        await stage.press("enter")
        await stage.see("EN → FR")
        await stage.press("ctrl+g")
        assert "Copy the source" not in stage.text
        await stage.see("Copy the source into the translation")
        await stage.press("s")
        await stage.until(lambda: "Copy the source into" not in stage.text)
        assert stage.desk.row is not None
        assert stage.typed == stage.desk.row.source


async def test_an_action_that_makes_no_sense_now_says_when_it_would(play: Play) -> None:
    async with play() as stage:
        await stage.press("enter")
        await stage.see("EN → FR")
        await stage.press("ctrl+g", "v")
        assert "not now" in stage.text
        assert "out of date" in stage.text
