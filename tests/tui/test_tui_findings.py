"""Findings: on the desk with their repairs and words, and all together on a screen of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.test_tui_glossary import SIZES
from tms.tui.found import Spotted, count_severities, describe_spotted, filter_spotted
from tms.tui.screens.confirm_dialog import ConfirmDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.findings import FindingsScreen, group_places
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.word_dialog import WordChoice, WordDialog
from tms.tui.themes import DARK, LIGHT
from tms.tui.widgets.block_list import BlockList
from tms.values import Finding, Save, Severity, State
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.reading import load_row
from tms.workflow.words import list_words

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

ROAD = "example/road"
ENGLISH = "The road\n\nThe government refused.\n\nWe left in May.\n\nWho knew?\n"
FRENCH = ("La route", "Le gouvernment  a refusé.", "Nous sommes  partis en  mai.", "Qui savait?")


@pytest.fixture
def spoilt(workspace: Workspace) -> Workspace:
    """An article with a misspelt word and signs that can be repaired."""
    path = workspace.settings.projects / "example" / "road.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [path]))
    for number, text in enumerate(FRENCH, 1):
        save_translation(workspace, Save(ROAD, f"s{number}", "fr", text, State.TRANSLATED))
    return workspace


def screen(stage: Stage) -> FindingsScreen:
    assert isinstance(stage.app.screen, FindingsScreen)
    return stage.app.screen


async def open_findings(stage: Stage, workspace: Workspace, words: str = "road") -> None:
    stage.app.push_screen(FindingsScreen(workspace))
    await stage.until(lambda: isinstance(stage.app.screen, FindingsScreen) and screen(stage).is_loaded)
    await stage.type(words)
    await stage.until(lambda: all(words in one.article for one in screen(stage).shown))


async def open_desk(stage: Stage, workspace: Workspace, key: str) -> None:
    stage.app.push_screen(DeskScreen(workspace, ROAD, "fr", key=key))
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.findings)


def text_of(stage: Stage, key: str) -> str | None:
    return stage.desk.paragraphs.get(key).text if stage.desk.paragraphs is not None else None


async def choose(stage: Stage, check: str) -> None:
    await stage.until(lambda: any(one.finding.check == check for one in screen(stage).shown))
    for key in ("down", "up"):
        for _ in screen(stage).list.blocks:
            spot = screen(stage).spot
            if spot is not None and spot.finding.check == check:
                return
            await stage.press(key)
    pytest.fail(f"no {check} in the list")


async def test_all_of_a_kind_are_shown_repaired_and_taken_back(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_findings(stage, spoilt)
        await choose(stage, "double-space")
        await stage.press("ctrl+g", "F")
        await stage.until(lambda: isinstance(stage.app.screen, ConfirmDialog))
        assert "double-space: 3 repairs" in stage.text
        assert "Le gouvernment" in stage.text
        await stage.press("enter")
        await stage.see("2 paragraphs repaired")
        assert load_row(spoilt, ROAD, "s3", "fr").text == "Nous sommes partis en mai."
        await stage.until(lambda: not any(one.finding.check == "double-space" for one in screen(stage).shown))
        await stage.press("ctrl+g", "z")
        await stage.see("2 paragraphs as before")
        assert load_row(spoilt, ROAD, "s3", "fr").text == FRENCH[2]


async def test_leaving_the_list_of_repairs_does_nothing(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_findings(stage, spoilt)
        await choose(stage, "double-space")
        await stage.press("ctrl+g", "F")
        await stage.until(lambda: isinstance(stage.app.screen, ConfirmDialog))
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, FindingsScreen))
        assert load_row(spoilt, ROAD, "s3", "fr").text == FRENCH[2]


async def test_one_paragraph_is_repaired_and_one_finding_waived(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_findings(stage, spoilt)
        await choose(stage, "french-spacing")
        await stage.press("ctrl+g", "f")
        await stage.see("1 paragraph repaired")
        assert load_row(spoilt, ROAD, "s4", "fr").text == "Qui savait\u202f?"
        await choose(stage, "spelling")
        await stage.press("ctrl+g", "w")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        await stage.type("an old spelling")
        await stage.press("enter")
        await stage.until(
            lambda: (
                isinstance(stage.app.screen, FindingsScreen)
                and not any(one.finding.check == "spelling" for one in screen(stage).shown)
            )
        )


async def test_enter_opens_the_paragraph(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_findings(stage, spoilt)
        await choose(stage, "spelling")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.key == "s2")


async def test_from_a_desk_its_own_article_is_shown_and_the_way_leads_back(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, spoilt, "s2")
        await stage.press("f3")
        await stage.until(lambda: isinstance(stage.app.screen, FindingsScreen) and screen(stage).is_loaded)
        assert {one.article for one in screen(stage).shown} == {ROAD}
        await choose(stage, "french-spacing")
        await stage.press("ctrl+g", "f")
        await stage.see("1 paragraph repaired")
        await choose(stage, "double-space")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        await stage.until(
            lambda: stage.desk.paragraphs is not None and stage.desk.paragraphs.get("s4").text != FRENCH[3]
        )


async def test_a_misspelt_word_is_replaced_by_one_of_its_neighbours(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, spoilt, "s2")
        await stage.press("ctrl+g", "n")
        while stage.desk.current_finding is None or stage.desk.current_finding.check != "spelling":
            await stage.press("ctrl+g", "n")
        await stage.press("ctrl+g", "f")
        await stage.until(lambda: isinstance(stage.app.screen, WordDialog))
        await stage.see("gouvernement")
        choices = stage.app.screen.query_one(BlockList)
        while choices.value != WordChoice("gouvernement"):
            await stage.press("down")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        assert stage.typed == "Le gouvernement  a refusé."
        await stage.press("ctrl+z")
        assert stage.typed == FRENCH[1]


async def test_a_word_that_is_right_goes_on_the_project_s_list(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, spoilt, "s2")
        while stage.desk.current_finding is None or stage.desk.current_finding.check != "spelling":
            await stage.press("ctrl+g", "n")
        await stage.press("ctrl+g", "+")
        await stage.see("is on the list")
        assert [(word.text, word.language) for word in list_words(spoilt, "example")] == [("gouvernment", "fr")]
        await stage.until(lambda: all(finding.check != "spelling" for finding in stage.desk.findings))


async def test_all_of_a_kind_in_the_paragraph_is_one_undo(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, spoilt, "s3")
        await stage.press("ctrl+g", "F")
        await stage.see("takes all of it back")
        assert stage.typed == "Nous sommes partis en mai."
        await stage.press("ctrl+z")
        assert stage.typed == FRENCH[2]


async def test_the_current_finding_shows_what_its_repair_changes(play: Play, spoilt: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, spoilt, "s4")
        await stage.see("{+⍽+}?")


@SIZES
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_the_screen_fits(play: Play, spoilt: Workspace, size: tuple[int, int], theme: str) -> None:
    async with play(size=size) as stage:
        stage.app.theme = theme
        await open_findings(stage, spoilt)
        assert "Findings" in stage.text
        assert all(len(line) <= size[0] for line in stage.text.splitlines())
        assert "Enter" in stage.text.splitlines()[-1]


def spotted(check: str, severity: Severity, message: str = "m") -> Spotted:
    return Spotted("p/a", "s1", "fr", "text", Finding(check, "other", severity, message))


def test_the_worst_kinds_come_first_and_each_kind_is_together() -> None:
    ones = [
        spotted("b", Severity.INFO),
        spotted("c", Severity.WARNING),
        spotted("b", Severity.ERROR),
        spotted("a", Severity.WARNING),
    ]
    shown = filter_spotted(ones, "")
    assert [(one.finding.check, one.finding.severity.value) for one in shown] == [
        ("b", "error"),
        ("b", "info"),
        ("a", "warning"),
        ("c", "warning"),
    ]
    assert filter_spotted(ones, "warning C") == (ones[1],)
    assert count_severities(shown) == "1 error, 2 warnings, 1 hint"
    assert count_severities(()) == "nothing"
    assert group_places(shown) == [("p/a", "fr", ("s1",))]


def test_text_of_the_article_is_only_text() -> None:
    hostile = "[bold]\x1b[31m <b>\u202e"
    one = Spotted("p/a", "s1", "fr", hostile, Finding("x", "other", Severity.ERROR, hostile, 0, 6, replacement="[/]"))
    (_, block) = describe_spotted([one])
    assert "[bold]" in block.text
