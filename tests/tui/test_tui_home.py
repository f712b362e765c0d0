"""Home as people use it: what is next, a quarter of an hour, not this one, an article that announces itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tms.tui.screens.articles import ArticlesScreen
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.home import HomeScreen
from tms.tui.screens.progress import ProgressScreen
from tms.tui.screens.sitting_dialog import SittingDialog
from tms.values import QueueItem, SittingPiece
from tms.workflow.labelling import label_article

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

WEDDING = "example/a-wedding-without-her-parents"
LETTERS = "example/who-reads-the-letters"


def home_of(stage: Stage) -> HomeScreen:
    """Home, which must be on the screen."""
    assert isinstance(stage.app.screen, HomeScreen)
    return stage.app.screen


def _is_on(stage: Stage, screen: type) -> bool:
    return isinstance(stage.app.screen, screen)


def _is_at(stage: Stage, piece: SittingPiece) -> bool:
    return (stage.desk.ref, stage.desk.language, stage.desk.key) == (piece.ref, piece.language, piece.key)


async def be_at_desk(stage: Stage) -> None:
    """Wait for a desk with its paragraph."""
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.key is not None)


async def be_home(stage: Stage) -> None:
    """Wait for home."""
    await stage.until(lambda: isinstance(stage.app.screen, HomeScreen) and "reading …" not in stage.text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_home_says_what_when_and_how_long(play: Play, size: tuple[int, int]) -> None:
    async with play(size=size, is_home=True) as stage:
        for words in ("Good ", "1 came back from review", "today", "↩", "A wedding", "1 returned: “boutiques”"):
            assert words in stage.text
        assert "about 1 min" in stage.text
        assert "2 out of date: number five -> six" in stage.text
        assert "Enter open" in stage.text


async def test_enter_opens_the_paragraph_that_is_next_and_it_is_remembered(play: Play) -> None:
    async with play(is_home=True) as stage:
        await stage.press("enter")
        await be_at_desk(stage)
        assert (stage.desk.ref, stage.desk.language, stage.desk.key) == (LETTERS, "fr", "s3")
        await stage.press("escape")
        await be_home(stage)
        await stage.see("Opened lately")
        assert stage.app.personal.list_recent() == [(LETTERS, "fr")]


async def test_an_arrow_moves_by_one_line(play: Play) -> None:
    async with play(is_home=True) as stage:
        for key, place in (("down", 1), ("down", 2), ("up", 1)):
            await stage.press(key)
            assert home_of(stage).list.cursor == place


async def test_letters_lead_to_articles_progress_and_keys_and_escape_back(play: Play) -> None:
    async with play(is_home=True) as stage:
        for key, screen in (("a", ArticlesScreen), ("d", ProgressScreen)):
            await stage.press(key)
            await stage.until(partial(_is_on, stage, screen))
            await stage.press("escape")
            await be_home(stage)
        await stage.press("?")
        await stage.see("All keys")


async def test_a_slash_filters_and_escape_shows_all_again(play: Play) -> None:
    async with play(is_home=True) as stage:
        await stage.press("/")
        await stage.type("hymn")
        await stage.until(lambda: "A wedding" not in stage.text)
        assert "A hymn" in stage.text
        await stage.press("escape")
        await stage.see("A wedding")


async def test_what_is_put_off_sinks_to_the_end_and_comes_back(play: Play) -> None:
    async with play(is_home=True) as stage:
        first = home_of(stage).list.value
        assert isinstance(first, QueueItem)
        await stage.press("n")
        await stage.see("not today")
        queue = home_of(stage).queue
        assert queue is not None
        assert queue.items[-1].place == first.place
        assert home_of(stage).list.value == queue.items[0]
        await stage.press("end", "n")
        await stage.until(lambda: "not today" not in stage.text)


async def test_a_quarter_of_an_hour_leads_across_articles_and_says_what_was_done(play: Play) -> None:
    async with play(is_home=True) as stage:
        await stage.press("f")
        await stage.see("Fifteen minutes: ")
        await stage.press("f")
        await stage.see("Half an hour: ")
        dialog = stage.app.screen
        assert isinstance(dialog, SittingDialog)
        assert dialog.sitting is not None
        pieces = dialog.sitting.pieces
        assert len({(piece.ref, piece.language) for piece in pieces}) > 1
        await stage.press("enter")
        for number, piece in enumerate(pieces, 1):
            await be_at_desk(stage)
            await stage.until(partial(_is_at, stage, piece))
            await stage.see(f"{number} of {len(pieces)} of your half an hour")
            if number == 1:
                await stage.press("ctrl+n")
            else:
                await stage.type("x")
                await stage.press("ctrl+j")
        await be_home(stage)
        await stage.see(f"{len(pieces) - 1} of {len(pieces)} paragraphs done")
        assert stage.app.personal.sitting is None


async def test_leaving_in_the_middle_of_a_sitting_keeps_what_was_typed(play: Play) -> None:
    async with play(is_home=True) as stage:
        await stage.press("f")
        await stage.see("Fifteen minutes: ")
        await stage.press("enter")
        await be_at_desk(stage)
        await stage.type("x")
        await stage.press("escape")
        await be_home(stage)
        await stage.see("nothing done this time")
        await stage.see("typed, not saved")


async def test_the_articles_filter_knows_languages_states_and_dates(play: Play) -> None:
    async with play() as stage:
        await stage.type("lang:es state:init hymn")
        await stage.see("No article has these words")
        await stage.press("escape")
        await stage.type("lang:fr state:init hymn")
        await stage.see("A hymn in a low voice")
        assert "A wedding" not in stage.text


async def test_a_labelled_article_is_neutral_everywhere_until_one_says_yes(play: Play, workspace: Workspace) -> None:
    label_article(workspace, WEDDING, ["torture", "death of a child"], title="A family")
    async with play(is_home=True) as stage:
        await stage.see("A family")
        for key in ("a", "d", "f3"):
            await stage.press(key)
            await stage.until(lambda: not isinstance(stage.app.screen, HomeScreen))
            await stage.until(lambda: "reading …" not in stage.text and "counting …" not in stage.text)
            await stage.until(lambda: "checking" not in stage.text)
            assert "wedding" not in stage.text.casefold()
            await stage.press("escape")
            await be_home(stage)
        assert "wedding" not in stage.text.casefold()
        assert "boutiques" not in stage.text
        await stage.press("down", "enter")
        await stage.see("torture, death of a child")
        assert "mariage" not in stage.text
        await stage.press("escape")
        await be_home(stage)
        assert stage.app.personal.list_recent() == []
        await stage.press("enter")
        await stage.see("torture, death of a child")
        await stage.press("enter")
        await stage.see("Un mariage")
        await stage.press("escape")
        await be_home(stage)
        await stage.see("A wedding without her parents")


async def test_notices_can_be_turned_off_and_on_again(play: Play, workspace: Workspace) -> None:
    label_article(workspace, WEDDING, ["torture"])
    async with play(is_home=True) as stage:
        await stage.see("Article 1, content notice")
        await stage.press("down", "enter")
        await stage.see("Before you open it")
        await stage.press("n")
        await stage.see("Un mariage")
        assert not stage.app.personal.wants_notices
        await stage.press("escape")
        await be_home(stage)
        await stage.see("A wedding")
        await stage.press("ctrl+g", "N")
        await stage.see("Article 1, content notice")


async def test_a_quarter_of_an_hour_asks_for_no_labelled_article(play: Play, workspace: Workspace) -> None:
    label_article(workspace, WEDDING, ["torture"])
    async with play(is_home=True) as stage:
        await stage.press("f")
        await stage.see("Fifteen minutes: ")
        dialog = stage.app.screen
        assert isinstance(dialog, SittingDialog)
        assert dialog.sitting is not None
        assert WEDDING not in {piece.ref for piece in dialog.sitting.pieces}
