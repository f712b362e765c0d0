"""Others at the same article: what they save appears, what is typed here stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import Play, Stage
from tms.config import settings_for
from tms.values import Role, Save, State
from tms.workflow.demo import HYMN
from tms.workflow.editing import save_translation
from tms.workflow.leases import list_company, stay
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
        groups = [worker.group for worker in stage.app.workers if worker.node is stage.desk]
        assert (groups.count("keeper"), groups.count("writer"), groups.count("watch")) == (1, 1, 1)


async def test_who_is_where_is_said_in_the_header_and_at_the_paragraph(play: Play, noor: Workspace) -> None:
    async with play(size=(80, 24)) as stage:
        await open_desk(stage)
        stay(noor, HYMN, "fr", "s3")
        await stage.see("with Noor")
        await stage.see("Noor is here")
        assert "@" in stage.text


async def test_a_claimed_paragraph_is_skipped_and_said_and_never_locked(play: Play, noor: Workspace) -> None:
    stay(noor, HYMN, "fr", "s2", claims=True)
    async with play() as stage:
        await open_desk(stage)
        await stage.see("Noor writes")
        await stage.press("ctrl+n")
        assert stage.desk.key == "s3"
        await stage.press("ctrl+up")
        await stage.see("Noor is writing here; their claim ends")
        await stage.press("right")
        assert "is writing here" not in stage.text
        await stage.type("Le")
        await stage.see("Noor is writing here; their claim ends")
        assert (stage.desk.key, stage.typed) == ("s2", "Le")
        await stage.pilot.pause(2.5)
        assert [one.who for one in list_company(noor, HYMN, "fr").presences if one.claimed_until] == ["Noor"]


async def test_resting_is_a_stay_and_typing_a_claim_until_it_is_saved_and_left(play: Play, noor: Workspace) -> None:
    def see() -> list[tuple[str, bool]]:
        return [(one.key, one.claimed_until is not None) for one in list_company(noor, HYMN, "fr").presences]

    async with play() as stage:
        await open_desk(stage)
        await stage.until(lambda: see() == [("s1", False)])
        await stage.type("Un chant")
        await stage.until(lambda: see() == [("s1", True)])
        await stage.press("ctrl+j")
        await stage.until(lambda: see() == [("s2", False)])
        await stage.press("ctrl+g", "@")
        await stage.see("yours until")
        await stage.press("ctrl+down")
        await stage.until(lambda: see() == [("s2", True), ("s3", False)])
        await stage.press("ctrl+up", "ctrl+g", "@")
        await stage.see("free again")
        await stage.until(lambda: see() == [("s2", False)])
        await stage.press("escape")
        await stage.until(lambda: see() == [])


async def test_nothing_of_it_is_written_or_shown_where_one_works_alone(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        await stage.type("Un chant")
        await stage.pilot.pause(2.2)
        assert "with " not in stage.text.splitlines()[0]
        await stage.press("ctrl+g", "@")
        await stage.see("you work alone here")
    add_member(workspace, "Noor", Role.TRANSLATOR)
    assert list_company(workspace, HYMN, "fr").presences == ()


async def test_long_texts_of_a_conflict_scroll_and_leave_the_choices_in_sight(play: Play, noor: Workspace) -> None:
    async with play(size=(80, 24)) as stage:
        await open_desk(stage)
        key = stage.desk.key or ""
        await stage.type("Mien")
        save_as(noor, key, "Un mot. " * 300 + "La fin de Noor.")
        await stage.see("^G O")
        await stage.press("ctrl+g", "O")
        await stage.see("take theirs")
        await stage.pilot.pause(0.9)
        for _page in range(30):
            await stage.press("pagedown")
        assert "La fin de Noor" in stage.text or "Mien" in stage.text
        assert "take theirs" in stage.text
