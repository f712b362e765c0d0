"""Others at the same article: what they save appears, what is typed here stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import Play, Stage
from tms.config import settings_for
from tms.values import Role, Save, State
from tms.workflow.demo import HYMN
from tms.workflow.editing import save_translation
from tms.workflow.locals import add_local
from tms.workflow.people import add_member
from tms.workflow.reading import load_row
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def noor(workspace: Workspace, folder: Path) -> Iterator[Workspace]:
    """A second member at the same workspace."""
    add_member(workspace, "Noor", Role.TRANSLATOR)
    opened = open_workspace(settings_for(folder, {"TMS_MEMBER": "Noor"}))
    yield opened
    opened.close()


async def open_desk(stage: Stage) -> None:
    await stage.type("hymn")
    await stage.press("enter")
    await stage.until(lambda: hasattr(stage.app.screen, "board") and stage.desk.key is not None)


def save_as(workspace: Workspace, key: str, text: str) -> None:
    save_translation(workspace, Save(HYMN, key, "fr", text, State.TRANSLATED))


async def test_what_another_member_saves_appears_and_is_said(play: Play, noor: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        save_as(noor, "s3", "Un vers de Noor")
        await stage.see("Un vers de Noor")
        await stage.see("Noor saved paragraph")
        assert stage.desk.key != "s3"


async def test_the_open_paragraph_is_exchanged_only_where_nothing_is_typed(play: Play, noor: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        key = stage.desk.key or ""
        save_as(noor, key, "Le texte de Noor")
        await stage.until(lambda: stage.typed == "Le texte de Noor")
        await stage.press("home")
        await stage.type("Mien. ")
        save_as(noor, key, "Le second texte de Noor")
        await stage.see("Noor saved this paragraph meanwhile: ^G O shows it")
        assert stage.typed == "Mien. Le texte de Noor"


async def test_both_texts_are_shown_and_either_can_stand(play: Play, noor: Workspace) -> None:
    async with play(size=(80, 24)) as stage:
        await open_desk(stage)
        key = stage.desk.key or ""
        await stage.type("Un chant")
        save_as(noor, key, "Le chant de Noor")
        await stage.see("^G O")
        await stage.press("ctrl+g", "O")
        await stage.see("Saved by somebody else")
        assert "Le chant de Noor" in stage.text
        await stage.press("escape")
        await stage.pilot.pause(0.9)
        await stage.press("down", "down", "enter")
        await stage.until(lambda: load_row(noor, HYMN, key, "fr").revision >= 2)
        assert stage.desk.row is not None


async def test_my_own_saves_are_not_told_to_me(play: Play, noor: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        await stage.type("Un chant")
        await stage.press("ctrl+s")
        await stage.see("saved as draft")
        await stage.pilot.pause(1.2)
        await stage.see("saved as draft")
        assert stage.typed == "Un chant"


async def test_an_article_that_changes_keeps_the_open_paragraph_and_what_is_typed(play: Play, noor: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        before = stage.desk.key
        await stage.type("Un chant")
        await stage.press("left", "left")
        cursor = stage.desk.board.editor.cursor_location
        count = len(stage.desk.list_rows())
        add_local(noor, HYMN, "fr", "s1")
        await stage.until(lambda: len(stage.desk.list_rows()) == count + 1)
        assert (stage.desk.key, stage.typed) == (before, "Un chant")
        assert stage.desk.board.editor.cursor_location == cursor
        await stage.type("x")
        assert stage.typed == "Un chaxnt"


async def test_a_desk_that_opens_reads_its_article_once_and_has_one_of_each_queue(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage)
        groups = [worker.group for worker in stage.desk.workers]
        assert (groups.count("keeper"), groups.count("writer"), groups.count("watch")) == (1, 1, 1)
