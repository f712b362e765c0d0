"""The list of paragraphs: any number of rows, any height, any script, found by eye, key and mouse."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tms.tui.blocks import Block, Role, make_block
from tms.tui.themes import VARIABLE_DEFAULTS
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.desk_list import DeskList
from tms.tui.widgets.line_list import LineList
from tms.values import DeskRow, Kind, Origin, State

ROW = DeskRow(
    key="s1",
    kind=Kind.PARAGRAPH,
    position=0,
    source="One two three.",
    source_version=1,
    text="Un deux trois.",
    state=State.TRANSLATED,
    origin=Origin.HUMAN,
    revision=1,
)


def make_rows(count: int, words: int = 30) -> list[DeskRow]:
    """Paragraphs of different lengths."""
    return [
        replace(ROW, key=f"s{i}", position=i, source=f"{i} " + "word " * (i * 7 % words), text=None)
        for i in range(count)
    ]


class Harness(App[None]):
    """Nothing but a list."""

    def __init__(self, widget: LineList) -> None:
        super().__init__()
        self.widget = widget
        self.chosen: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        self.chosen.append(message.index)


def read(app: Harness) -> list[str]:
    """The lines of the screen."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


async def test_ten_thousand_rows_are_scrolled_through_and_only_those_in_sight_are_drawn() -> None:
    paragraphs = DeskList()
    app = Harness(paragraphs)
    async with app.run_test(size=(100, 30)) as pilot:
        paragraphs.show(make_rows(10_000), 0)
        await pilot.pause()
        assert paragraphs.height_of_rows >= 10_000
        for target in (5_000, 9_999):
            paragraphs.cursor = target
            await pilot.pause()
            assert any(line.startswith(f"┃{target + 1:>6}") for line in read(app))
        assert len(paragraphs._drawn) < 200
        assert paragraphs.row_at(paragraphs.top_of(5_000)) == 5_000
        assert paragraphs.row_at(paragraphs.height_of_rows) is None


async def test_a_row_that_grows_moves_only_the_rows_below_it() -> None:
    paragraphs = DeskList()
    app = Harness(paragraphs)
    async with app.run_test(size=(100, 30)) as pilot:
        rows = make_rows(50)
        paragraphs.show(rows, 0)
        await pilot.pause()
        tops = [paragraphs.top_of(i) for i in range(50)]
        paragraphs.put(20, replace(rows[20], text="long " * 100))
        grown = paragraphs.height_of(20) - (tops[21] - tops[20])
        assert grown > 5
        assert [paragraphs.top_of(i) for i in range(50)] == tops[:21] + [top + grown for top in tops[21:]]


HARD_TEXTS = [
    pytest.param("中文和日本語の文章がここにあります", id="wide"),
    pytest.param("e\u0301te\u0301 vie\u0323\u0302t " * 6, id="combining"),
    pytest.param("ئۇيغۇر تىلى " * 8, id="right to left"),
    pytest.param("x\u202e\u2066evil\u2069\u202c y", id="bidi controls"),
    pytest.param("[bold]not bold[/bold] [red]", id="markup"),
    pytest.param("\x1b[31mred\x1b]0;title\x07 \x9b2J \x08\x08", id="terminal escapes"),
    pytest.param("a\tb\t\tc\r\nd\x00e", id="tabs and line ends"),
    pytest.param("👩\u200d👩\u200d👧 👍🏽 🇫🇷 " * 5, id="emoji"),
    pytest.param("\ud83d lone \udc00", id="lone surrogates"),
    pytest.param("x" * 5_000, id="no spaces"),
]


@pytest.mark.parametrize("text", HARD_TEXTS)
async def test_columns_stay_aligned_whatever_the_text(text: str) -> None:
    paragraphs = DeskList()
    app = Harness(paragraphs)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = [
            replace(ROW, source=text, text="target"),
            replace(ROW, key="s2", position=1, source="source", text=text),
            replace(ROW, key="s3", position=2),
        ]
        paragraphs.show(rows, 2)
        await pilot.pause()
        paragraphs.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        lines = [line for line in read(app) if " │ " in line]
        assert lines
        assert {cell_len(line.split(" │ ")[0]) for line in lines} == {paragraphs.target_left - 3}
        joined = "".join(lines)
        assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u2069\u202c" for c in joined)


async def test_a_click_goes_to_the_row_and_a_second_one_chooses_it() -> None:
    blocks = [make_block(f"row {i} " + "and more " * (i % 9), value=i) for i in range(40)]
    listed = BlockList(blocks)
    app = Harness(listed)
    async with app.run_test(size=(60, 20)) as pilot:
        listed.cursor = 30
        await pilot.pause()
        y = next(i for i, line in enumerate(read(app)) if "row 28" in line)
        await pilot.click(BlockList, offset=(5, y))
        assert listed.value == 28
        await pilot.click(BlockList, offset=(5, y))
        await pilot.pause()
        assert app.chosen == [28]


async def test_the_cursor_passes_over_rows_that_stand_for_nothing() -> None:
    blocks = [
        make_block(("Heading", Role.STRONG)),
        make_block("one", value=1),
        make_block(("Heading", Role.STRONG)),
        make_block("two", value=2),
        make_block(("end", Role.QUIET)),
    ]
    listed = BlockList(blocks)
    app = Harness(listed)
    async with app.run_test(size=(60, 20)) as pilot:
        seen = [listed.value]
        for key in ("down", "down", "down", "home", "enter"):
            await pilot.press(key)
            seen.append(listed.value)
        assert seen == [1, 2, 2, 2, 1, 1]
        assert app.chosen == [1]


async def test_the_cursor_is_a_sign_and_not_only_a_colour() -> None:
    listed = BlockList([make_block("one", value=1), make_block("two", value=2)])
    app = Harness(listed)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.press("down")
        assert [line.rstrip() for line in read(app)][:2] == ["  one", "┃ two"]


@pytest.mark.parametrize("blocks", [(), (make_block(""),)], ids=["none", "an empty one"])
async def test_an_empty_list_takes_every_key(blocks: tuple[Block, ...]) -> None:
    listed = BlockList(blocks)
    app = Harness(listed)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        assert (listed.value, app.chosen) == (None, [])


async def test_lines_wrap_anew_when_the_window_changes() -> None:
    listed = BlockList([make_block("word " * 40, value=1)])
    app = Harness(listed)
    async with app.run_test(size=(100, 20)) as pilot:
        wide = listed.height_of_rows
        await pilot.resize_terminal(40, 20)
        for _ in range(20):
            await pilot.pause()
        assert listed.height_of_rows > wide
        assert max(cell_len(line.rstrip()) for line in read(app)) <= 40
