"""Undo goes on where the evening before ended, text by text, and a save can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.test_tui_stories import LEAFLET, get_row, leaflet, open_desk
from tms.tui.screens import desk_trail
from tms.values import Save, State, Trail
from tms.workflow.editing import save_translation
from tms.workflow.trails import load_trail

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

__all__ = ["leaflet"]


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rest of the hand is a moment here."""
    monkeypatch.setattr(desk_trail, "PAUSE_SECONDS", 0.05)


async def type_steps(stage: Stage, *texts: str) -> None:
    """Type text after text, with a rest after each."""
    for text in texts:
        await stage.type(text)
        await stage.until(lambda: stage.desk._trails.get(stage.desk.key or "", Trail()).current == stage.typed)


async def test_a_save_is_taken_back_the_next_day_and_undo_goes_on_from_there(
    play: Play, leaflet: str, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await type_steps(stage, "D’où", " venait la matière")
        await stage.type(" première ?")
        await stage.press("ctrl+j")
        await stage.until(lambda: get_row(workspace, leaflet, 0).state is State.TRANSLATED)
        await stage.press("escape")
    typed = get_row(workspace, leaflet, 0).text or ""
    assert typed.startswith("D’où venait la matière première")
    async with play() as stage:
        await open_desk(stage, leaflet)
        await stage.see("2 of 3")
        await stage.press("ctrl+g", "U")
        assert "1 is as it was before you saved it: initial" in stage.text
        assert (stage.typed, stage.desk.row.text if stage.desk.row else "?") == ("", None)
        await stage.press("ctrl+z")
        await stage.until(lambda: stage.typed == typed)
        await stage.see("1 step back")
        await stage.press("ctrl+z", "ctrl+z")
        assert stage.typed == "D’où"
        assert "3 steps back" in stage.text
        await stage.press("ctrl+y")
        assert stage.typed == "D’où venait la matière"
        await stage.press("escape")
    row = get_row(workspace, leaflet, 0)
    assert (row.text, row.state, row.working_text) == (None, State.INITIAL, "D’où venait la matière")


async def test_undo_within_a_visit_is_fine_and_goes_on_beyond_it_after_leaving_and_coming_back(
    play: Play, leaflet: str
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await type_steps(stage, "un")
        await stage.press("ctrl+down", "ctrl+up")
        await type_steps(stage, " deux")
        await stage.press("ctrl+z")
        assert stage.typed == "un"
        await stage.press("ctrl+z")
        assert stage.typed == ""
        await stage.press("ctrl+z")
        assert "nothing older is known here" in stage.text
        await stage.press("ctrl+y", "ctrl+y")
        assert stage.typed == "un deux"
        await stage.press("ctrl+y")
        assert "this is the newest text" in stage.text


async def test_an_undo_before_the_trail_is_read_waits_for_it_and_typing_gives_it_up(
    play: Play, leaflet: str, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await type_steps(stage, "un", " deux")
        await stage.press("escape")
    async with play() as stage:
        await open_desk(stage, leaflet)
        desk = stage.desk
        await stage.until(lambda: desk.key in desk._trails)
        for is_given_up in (False, True):
            desk._trails.clear()
            before = stage.typed
            desk.step_back()
            if is_given_up:
                await stage.type("x")
            await stage.until(lambda: desk.key in desk._trails)
            assert stage.typed == (f"{before}x" if is_given_up else "un")
    assert "un deux" in load_trail(workspace, LEAFLET, "s1", "fr").texts


async def test_a_text_that_was_saved_by_somebody_else_is_a_step_of_the_trail_too(
    play: Play, leaflet: str, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await type_steps(stage, "un")
        await stage.press("ctrl+s")
        await stage.until(lambda: get_row(workspace, leaflet, 0).text == "un")
        await stage.press("escape")
    save_translation(workspace, Save(LEAFLET, "s1", "fr", "deux", State.DRAFT))
    async with play() as stage:
        await open_desk(stage, leaflet)
        assert stage.typed == "deux"
        await stage.press("ctrl+z")
        await stage.until(lambda: stage.typed == "un")
        await stage.press("ctrl+y")
        assert stage.typed == "deux"


async def test_nothing_is_taken_back_where_nothing_was_saved_or_more_was_typed_since(
    play: Play, leaflet: str, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await stage.press("ctrl+g", "U")
        await stage.see("you have saved nothing here")
        await stage.type("un")
        await stage.press("ctrl+s")
        await stage.until(lambda: get_row(workspace, leaflet, 0).text == "un")
        await stage.type(" deux")
        await stage.press("ctrl+g", "U")
        await stage.see("you typed in 's1' since you saved it")
        assert stage.typed == "un deux"
