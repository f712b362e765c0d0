"""Nothing typed is ever lost: the database goes away while somebody types, and comes back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import Play, Stage, bring_back, move_away
from tms.config import Preferences, settings_for
from tms.tui import TmsApp, writer
from tms.tui.screens import home_delivery
from tms.tui.screens.comments_dialog import CommentsDialog
from tms.tui.screens.concept_dialog import ConceptDialog, Draft
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.home import HomeScreen
from tms.tui.widgets.editor import Editor
from tms.workflow.demo import HYMN
from tms.workflow.journaling import Noted, note_typed
from tms.workflow.reading import load_row
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FIRST_PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(writer, "LONGEST_PAUSE_SECONDS", 0.2)


async def open_desk(stage: Stage) -> None:
    await stage.type("hymn")
    await stage.press("enter")
    await stage.until(lambda: hasattr(stage.app.screen, "board") and stage.desk.key is not None)


async def test_typing_and_saving_go_on_while_the_database_is_away(play: Play, folder: Path) -> None:
    async with play() as stage:
        await open_desk(stage)
        first = stage.desk.key or ""
        move_away(folder)
        await stage.type("Un cantique")
        await stage.see("kept on this machine, 1 paragraph")
        await stage.press("ctrl+s")
        await stage.see("done when it is back")
        await stage.press("ctrl+down")
        await stage.type("Deux")
        await stage.see("kept on this machine, 2 paragraphs")
        bring_back(folder)
        await stage.see("1 saved as")
        desk = stage.desk
        await stage.until(lambda: not desk.is_away and not desk.count_waiting())
        second = desk.key or ""
        await stage.see("kept, not saved yet")
    again = open_workspace(settings_for(folder, {"TMS_MEMBER": "me"}))
    row, typed = load_row(again, HYMN, first, "fr"), load_row(again, HYMN, second, "fr")
    again.close()
    assert (row.text, row.working_text, typed.working_text) == ("Un cantique", None, "Deux")


async def test_each_queue_has_one_worker_so_that_saves_are_done_one_after_the_other(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage)
        groups = [worker.group for worker in stage.app.workers]
        assert (groups.count("writer"), groups.count("keeper")) == (1, 1)


async def test_who_leaves_while_the_database_is_away_finds_it_again_and_is_told(play: Play, folder: Path) -> None:
    async with play() as stage:
        await open_desk(stage)
        move_away(folder)
        await stage.type("Un cantique")
        await stage.see("database away")
        stage.app.exit()
        await stage.pilot.pause()
    bring_back(folder)
    again = open_workspace(settings_for(folder, {"TMS_MEMBER": "me"}))
    async with play(on=again) as stage:
        await open_desk(stage)
        await stage.until(lambda: stage.typed == "Un cantique")
        await stage.see("back")
    again.close()


async def test_what_the_journal_kept_is_there_and_said(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        # Not before: Home would have brought it already.
        note_typed(workspace, HYMN, "fr", Noted("s1", "Un chant", 0))
        await open_desk(stage)
        await stage.see("kept on this machine")
        assert "Un chant" in stage.text


async def test_a_dialog_does_not_keep_anybody_in(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        await stage.type("Un chant")
        await stage.press("ctrl+g", "c")
        await stage.until(lambda: len(stage.app.screen_stack) > 2)
        await stage.press("ctrl+q")
        await stage.until(lambda: not stage.app.is_running)
    assert load_row(workspace, HYMN, "s1", "fr").working_text == "Un chant"


async def test_what_a_desk_left_in_the_journal_is_delivered_from_home(
    play: Play, workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_delivery, "RETRY_SECONDS", 0.2)
    async with play(is_home=True) as stage:
        stage.app.push_screen(DeskScreen(workspace, HYMN, "fr", key="s1"))
        await stage.until(lambda: hasattr(stage.app.screen, "board") and stage.desk.is_ready)
        move_away(folder)
        await stage.type("Un cantique")
        await stage.see("kept on this machine, 1 paragraph")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, HomeScreen))
        await stage.see("database away: kept on this machine, 1 paragraph")
        bring_back(folder)
        await stage.see("1 paragraph that was kept on this machine is back")
        await stage.until(lambda: "database away" not in stage.text)
        await stage.see("1 typed, not saved")
    assert load_row(workspace, HYMN, "s1", "fr").working_text == "Un cantique"


@asynccontextmanager
async def evening(workspace: Workspace, state: Path) -> AsyncIterator[Stage]:
    """A desk of a person whose habits are remembered."""
    app = TmsApp(workspace.settings, workspace, preferences=Preferences(state=state))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        stage = Stage(app, pilot, workspace)
        app.push_screen(DeskScreen(workspace, HYMN, "fr", key="s1"))
        await stage.until(lambda: hasattr(app.screen, "board") and stage.desk.is_ready)
        yield stage


async def test_a_comment_that_nobody_sent_is_in_its_dialog_again_until_it_is_left(
    workspace: Workspace, tmp_path: Path
) -> None:
    async with evening(workspace, tmp_path) as stage:
        stage.desk.action_comments()
        await stage.until(lambda: isinstance(stage.app.screen, CommentsDialog))
        await stage.type("Qui parle ici ?")
        stage.app.exit()
    async with evening(workspace, tmp_path) as stage:
        desk = stage.desk
        desk.action_comments()
        await stage.see("Qui parle ici ?")
        await stage.see("what you had typed here is back")
        await stage.press("escape")
        await stage.until(lambda: stage.app.screen is desk)
        await desk.go_to("s2")
        desk.action_comments()
        await stage.until(lambda: isinstance(stage.app.screen, CommentsDialog))
        assert stage.app.screen.query_one(Input).value == ""
    async with evening(workspace, tmp_path) as stage:
        stage.desk.action_comments()
        await stage.until(lambda: isinstance(stage.app.screen, CommentsDialog))
        assert stage.app.screen.query_one(Input).value == ""


async def test_a_concept_that_was_being_written_is_there_again(workspace: Workspace, tmp_path: Path) -> None:
    draft = Draft('id = "choir"')
    async with evening(workspace, tmp_path) as stage:
        stage.app.push_screen(ConceptDialog(workspace, draft))
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog))
        await stage.type("é")
        stage.app.exit()
    async with evening(workspace, tmp_path) as stage:
        stage.app.push_screen(ConceptDialog(workspace, draft))
        await stage.see("what you had typed here is back")
        dialog = stage.app.screen
        assert isinstance(dialog, ConceptDialog)
        assert dialog.editor.value == 'éid = "choir"'
        stage.app.push_screen(ConceptDialog(workspace, Draft('id = "song"')))
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog) and stage.app.screen is not dialog)
        assert stage.app.screen.query_one(Editor).value == 'id = "song"'
