"""A list of blocks: matches, terms, findings, articles, keys, whatever is runs of text."""

from collections.abc import Sequence

from textual.strip import Strip

from tms.tui.blocks import Block, Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.widgets.line_list import LineList
from tms.tui.wrapping import wrap_spans

MARKER = "┃"


class BlockList(LineList):
    """Blocks under each other, each wrapped; `show` replaces them all."""

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
        has_cursor: bool = True,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks: Sequence[Block] = blocks
        self.has_cursor = has_cursor
        # The cursor is a bar at the left as well as a colour.
        self.mark_width = 2 if has_cursor else 0

    def on_mount(self) -> None:
        """Show the blocks given at the start."""
        self.show(self.blocks)

    def show(self, blocks: Sequence[Block], *, keep: bool = False) -> None:
        """Show other blocks; `keep` leaves the cursor at the block with the same value."""
        wanted = self.value if keep else None
        self.blocks = blocks
        self.set_reactive(LineList.cursor, None)
        self.measure_all()
        if not keep:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        if self.has_cursor:
            start = next((i for i, block in enumerate(blocks) if wanted is not None and block.value == wanted), 0)
            self.move_cursor_to(start)

    @property
    def value(self) -> object:
        """What the current block stands for."""
        return None if self.cursor is None or self.cursor >= len(self.blocks) else self.blocks[self.cursor].value

    def count_rows(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)

    def is_selectable(self, index: int) -> bool:
        """Whether the block stands for something."""
        return self.blocks[index].value is not None

    def measure_row(self, index: int) -> int:
        """How many lines a block takes."""
        return len(
            _wrap_block(
                show_harmless(self.blocks[index].text), self.row_width - self.mark_width, self.blocks[index].indent
            )
        )

    def draw_row(self, index: int) -> list[Strip]:
        """The lines of a block."""
        block = self.blocks[index]
        shown = show_harmless(block.text)
        lines = _wrap_block(shown, self.row_width - self.mark_width, block.indent)
        mark = (MARKER if index == self.cursor else " ").ljust(self.mark_width)[: self.mark_width]
        return [
            Strip(
                [self.segment(mark, Role.ACCENT), self.segment(" " * (block.indent if number else 0), Role.PLAIN)]
                + [self.segment(text, role) for text, role in cut_runs(shown, block.runs, start, end)]
            )
            for number, (start, end) in enumerate(lines)
        ]


def _wrap_block(text: str, width: int, indent: int) -> list[tuple[int, int]]:
    """Lines whose first has the whole width and whose others are narrower by the indent."""
    if not indent or indent >= width:
        return wrap_spans(text, width)
    first = wrap_spans(text, width)
    if len(first) == 1:
        return first
    start, end = first[0]
    rest = first[1][0]
    return [(start, end), *((rest + a, rest + b) for a, b in wrap_spans(text[rest:], width - indent))]


def cut_runs(text: str, runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The pieces of `text[start:end]` with their roles; the runs together are as long as the text."""
    pieces: list[Run] = []
    position = 0
    for run, role in runs:
        left, right = max(start, position), min(end, position + len(run))
        if left < right:
            pieces.append((text[left:right], role))
        position += len(run)
    return pieces
