"""Findings come one after the other through the article, and not before somebody is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.test_tui_stories import open_desk
from tests.tui.test_tui_typing import flyer
from tms.values import Save, State
from tms.workflow.editing import save_translation

if TYPE_CHECKING:
    from tests.tui.conftest import Play
    from tms.workflow.workspace import Workspace

__all__ = ["flyer"]


async def test_a_key_goes_from_finding_to_finding_through_the_article_and_round(
    play: Play, flyer: str, workspace: Workspace
) -> None:
    save_translation(workspace, Save(flyer, "s3", "fr", "Redemandez  encore.", State.DRAFT))
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("Lisez  le **long** rapport [rapport](https://example.org/en) aujourd’hui.")
        await stage.press("ctrl+g", "n")
        await stage.see("finding 1 of ")
        total = len([f for f in stage.desk.findings if f.waived is None])
        for number in range(2, total + 1):
            await stage.press("ctrl+g", "n")
            assert f"finding {number} of {total}" in stage.text
        await stage.press("ctrl+g", "n")
        await stage.until(lambda: stage.desk.key == "s3" and "finding 1 of " in stage.text)
        assert stage.desk.board.editor.selected_text == "  "
        for _ in range(len(stage.desk.findings) - 1):
            await stage.press("ctrl+g", "n")
        await stage.press("ctrl+g", "n")
        await stage.until(lambda: stage.desk.key == "s1" and "finding 1 of " in stage.text)


async def test_what_lacks_is_told_once_the_text_is_done_and_faults_at_once(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+down")
        await stage.type("Plus  de")
        await stage.until(lambda: stage.desk.held)
        await stage.see("more when you are done")
        assert {finding.check for finding in stage.desk.findings} == {"double-space"}
        await stage.press("ctrl+s")
        await stage.until(lambda: any(finding.check == "numbers" for finding in stage.desk.findings))
        assert stage.desk.held == 0
        await stage.type(" 4")
        await stage.until(lambda: stage.desk.held)
        await stage.press("ctrl+g", "n")
        await stage.until(lambda: not stage.desk.held and "finding 1 of " in stage.text)


async def test_an_article_without_findings_says_so(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+g", "n")
        await stage.see("no other finding in this article")
