"""Ways to look at an article: what is in sight, what is remembered, where keys lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tms.tui.screens.desk import DeskScreen
from tms.tui.widgets.desk_layout import divide_lines

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage

WEDDING = "example/a-wedding-without-her-parents"


async def arrive(stage: Stage) -> None:
    """At the desk, with what lies beside the paragraph."""
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)


def test_however_long_a_paragraph_is_its_neighbours_stay_in_sight() -> None:
    for page in (10, 14, 26, 46):
        for source, editor in ((1, 2), (8, 9), (40, 2), (3, 60), (90, 90)):
            parts = divide_lines(page, lead=1, source=source, between=0, editor=editor)
            assert parts.height <= page - 2 + parts.tail
            assert parts.source >= 1
            assert parts.editor >= 2


async def test_what_was_chosen_is_there_again_the_next_evening(play: Play) -> None:
    async with play(size=(80, 24), open_ref=WEDDING) as stage:
        await arrive(stage)
        desk = stage.desk
        assert desk.board.way.value == "large"
        await stage.press("ctrl+g", ",", "s")
        await stage.press("ctrl+g", "z")
        assert desk.board.way.value == "side"
        assert desk.panes.size.height == 1
        key = desk.key
        again = DeskScreen(desk.workspace, desk.ref, desk.language, key=key)
        stage.app.push_screen(again)
        await stage.until(lambda: again.help is not None)
        assert again.board.way.value == "side"
        assert again.panes.is_folded
        await stage.press("ctrl+g", ",", "c")
        await stage.see("example/a-wedding")
        assert not again.panes.is_folded
        assert again.panes["context"].display


async def test_one_paragraph_large_shows_it_whole_between_its_neighbours(play: Play) -> None:
    async with play(size=(80, 24), open_ref=WEDDING) as stage:
        await arrive(stage)
        paragraphs = stage.desk.paragraphs
        assert paragraphs is not None
        row = stage.desk.row
        assert row is not None
        index = paragraphs.index_of(row.key)
        before, after = paragraphs.rows[index - 1], paragraphs.rows[index + 1]
        shown = " ".join(stage.text.split())
        assert before.source[:20] in shown
        assert after.source[:20] in shown
        assert row.source[-20:] in shown
        await stage.press("ctrl+g", "#", "1", "enter")
        await stage.until(lambda: stage.desk.board.list.cursor == 0)
        await stage.press("pagedown")
        assert stage.desk.board.list.cursor not in (0, None)
