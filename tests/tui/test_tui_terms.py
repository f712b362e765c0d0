"""Terms at the desk: underlined in the source, a card under the mouse, inserted as they fit, proposed in two keys."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.tui.conftest import Play, Stage
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.propose_dialog import ProposeDialog
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.proposing import list_proposals
from tms.workflow.workspace import Workspace

REF = "example/songs"


@pytest.fixture
def songs(workspace: Workspace, tmp_path: Path) -> Workspace:
    path = tmp_path / "songs.txt"
    path.write_text("Songs\n\nUyghur women lost their hukou.\n\nThe [bold]Uyghurs[/bold] sang.\n", encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [path]))
    return workspace


async def _open(stage: Stage, key: str = "s2") -> None:
    stage.app.push_screen(DeskScreen(stage.workspace, REF, "fr", key=key))
    await stage.see("lost their hukou")
    await stage.until(lambda: stage.desk.help is not None)


async def test_a_term_goes_in_in_the_form_that_the_words_before_it_ask_for(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage)
        await stage.type("Des femmes ")
        await stage.press("ctrl+g", "t", "1")
        await stage.until(lambda: stage.typed == "Des femmes ouïghoures")


async def test_an_article_before_a_term_is_made_to_fit_and_taken_back_in_one_step(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage, "s3")
        await stage.type("Ceux de ")
        await stage.press("ctrl+g", "t", "1")
        await stage.until(lambda: stage.typed == "Ceux d’Ouïghours")
        await stage.press("ctrl+z")
        assert stage.typed == "Ceux de "


async def test_marked_words_are_proposed_with_two_keys(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage)
        await stage.type("Elles ont perdu leur hukou")
        stage.desk.board.editor.select_span(21, 26)
        await stage.press("ctrl+g", "i")
        await stage.until(lambda: isinstance(stage.app.screen, ProposeDialog))
        await stage.press("enter")
        await stage.until(lambda: list_proposals(songs))
        (view,) = list_proposals(songs)
        assert (view.source, view.target, view.article, view.segment) == ("hukou", "hukou", REF, "s2")
        await stage.see("a coordinator decides")
        assert stage.typed == "Elles ont perdu leur hukou"


async def test_without_marked_words_the_dialog_lets_one_mark_them_in_both_texts(play: Play, songs: Workspace) -> None:
    async with play(size=(80, 24)) as stage:
        await _open(stage)
        await stage.type("Leur passeport")
        await stage.press("ctrl+g", "i")
        await stage.until(lambda: isinstance(stage.app.screen, ProposeDialog))
        await stage.press("end", "ctrl+shift+left")
        await stage.press("shift+tab", "shift+tab")
        await stage.press("home", *["ctrl+right"] * 4, "ctrl+shift+right", "enter")
        await stage.until(lambda: list_proposals(songs))
        assert [(view.source, view.target) for view in list_proposals(songs)] == [("hukou", "passeport")]


async def test_what_the_glossary_has_is_told_and_the_text_stays(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage)
        await stage.type("Des Ouïghours")
        stage.desk.board.editor.select_span(4, 13)
        await stage.press("ctrl+g", "i")
        await stage.until(lambda: isinstance(stage.app.screen, ProposeDialog))
        await stage.press("enter")
        await stage.see("already")
        assert list_proposals(songs) == ()


async def test_the_mouse_over_a_term_shows_its_card_harmless(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage)
        desk = stage.desk.board.list
        row = desk.cursor or 0
        where = Offset(desk.gutter_width + 2, desk.top_of(row) - desk.scroll_offset.y)
        await stage.pilot.hover(desk, offset=where)
        assert "Ouïghour" in str(desk.tooltip)
        await stage.pilot.hover(desk, offset=Offset(where.x + 20, where.y))
        assert desk.tooltip is None


async def test_source_terms_are_underlined(play: Play, songs: Workspace) -> None:
    async with play() as stage:
        await _open(stage)
        desk = stage.desk.board.list
        strips = desk.draw_row(desk.cursor or 0)
        underlined = [
            segment.text for strip in strips for segment in strip if segment.style and segment.style.underline
        ]
        assert underlined == ["Uyghur"]
