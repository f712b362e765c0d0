"""The list of what a search found: lines of a known height, so that thousands cost no more than those in sight."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tms.tui.blocks import Role, Run
from tms.tui.hits import Heading, HitRow, describe_heading, describe_place, describe_target, key_of, mark_words
from tms.tui.widgets.block_list import MARKER
from tms.tui.widgets.line_list import LineList

GUTTER = 12
DIVIDER = " │ "
WIDE = 100


class HitList(LineList):
    """Headings and hits; source and translation beside each other, or below where there is no room."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[HitRow] = ()
        self.words: Sequence[str] = ()

    def show(self, rows: Sequence[HitRow], *, keep: bool = False) -> None:
        """Show other rows; `keep` leaves the cursor at the same hit, or at the same place."""
        kept, place = key_of(self.current), self.cursor or 0
        self.rows = rows
        self.words = ()
        self.set_reactive(LineList.cursor, None)
        self.measure_all()
        if not keep:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        start = next((at for at, row in enumerate(rows) if key_of(row) == kept), None) if keep and kept else None
        if rows:
            self.move_cursor_to(start if start is not None else min(place, len(rows) - 1) if keep else 0)

    def say(self, words: Sequence[str]) -> None:
        """Show words in the place of rows."""
        self.rows, self.words = (), words
        self.set_reactive(LineList.cursor, None)
        self.measure_all()

    @property
    def current(self) -> HitRow | None:
        """The row under the cursor."""
        return None if self.cursor is None or self.cursor >= len(self.rows) else self.rows[self.cursor]

    @property
    def is_wide(self) -> bool:
        """Whether both sides fit beside each other."""
        return self.row_width >= WIDE - 4

    def count_rows(self) -> int:
        """How many rows there are."""
        return len(self.rows) or len(self.words)

    def is_selectable(self, index: int) -> bool:
        """Whether it is a hit."""
        return bool(self.rows) and not isinstance(self.rows[index], Heading)

    def measure_row(self, index: int) -> int:
        """One line, or one for each side; a heading has one free before it."""
        if not self.rows:
            return 1
        if isinstance(self.rows[index], Heading):
            return 2 if index else 1
        return 1 if self.is_wide else 2

    def draw_row(self, index: int) -> list[Strip]:
        """The lines of a row."""
        if not self.rows:
            return [self._line([(f"  {self.words[index]}", Role.QUIET)], self.row_width)]
        row = self.rows[index]
        if isinstance(row, Heading):
            heading = self._line(describe_heading(row), self.row_width)
            return [Strip([]), heading] if index else [heading]
        mark = self.segment(MARKER if index == self.cursor else " ", Role.ACCENT)
        place = Strip([mark, *self._segments(describe_place(row))]).adjust_cell_length(GUTTER)
        if self.is_wide:
            width = (self.row_width - GUTTER - len(DIVIDER)) // 2
            source = self._line(mark_words(row.source, row.source_spans, width), width).adjust_cell_length(width)
            divider = Strip([self.segment(DIVIDER, Role.QUIET)])
            return [Strip.join([place, source, divider, self._line(describe_target(row, width), width)])]
        width = self.row_width - GUTTER
        below = Strip([mark, Segment(" " * (GUTTER - 1))])
        return [
            Strip.join([place, self._line(mark_words(row.source, row.source_spans, width), width)]),
            Strip.join([below, self._line(describe_target(row, width), width)]),
        ]

    def _segments(self, runs: Sequence[Run]) -> list[Segment]:
        return [self.segment(text, role) for text, role in runs]

    def _line(self, runs: Sequence[Run], width: int) -> Strip:
        """Runs on one line, cut with an ellipsis."""
        strip = Strip(self._segments(runs))
        if strip.cell_length <= width:
            return strip
        return Strip([*strip.crop(0, max(0, width - 1)), self.segment("…", Role.QUIET)])
