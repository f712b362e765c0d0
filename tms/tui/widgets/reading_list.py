"""The translation as an article: headings, lists, quotes, quiet places for what is missing, faults marked."""

from collections.abc import Mapping, Sequence

from textual.strip import Strip

from tms.tui.blocks import Role, Run
from tms.tui.language import _
from tms.tui.signs import ERROR_SIGN, STALE_SIGN, number_of
from tms.tui.ways import Look, look_of
from tms.tui.widgets.block_list import MARKER
from tms.tui.widgets.desk_cells import count_text, draw_text
from tms.tui.widgets.line_list import LineList
from tms.tui.widgets.typing_help import NoHelp, TypingHelp
from tms.values import DeskRow

MOST_WIDTH = 80
GUTTER = 5


class ReadingList(LineList):
    """One paragraph a row, drawn only when it comes into sight."""

    def __init__(self, rows: Sequence[DeskRow], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows = list(rows)
        self.hand: TypingHelp = NoHelp()
        self.faults: Mapping[str, int] = {}
        self.is_source_shown = False

    def show_faults(self, faults: Mapping[str, int]) -> None:
        """Mark the paragraphs in which the checks found errors."""
        self.faults = faults
        self._drawn.clear()
        self.refresh()

    def toggle_source(self) -> bool:
        """Show the source below the paragraph at the cursor, or no longer."""
        self.is_source_shown = not self.is_source_shown
        if self.cursor is not None:
            self.measure_one(self.cursor)
            self.show_row(self.cursor)
        return self.is_source_shown

    def is_faulty(self, row: DeskRow) -> bool:
        """Whether somebody has to look at it: nothing there, out of date, or an error."""
        return row.needs_work or row.key in self.faults

    @property
    def _width(self) -> int:
        return max(10, min(MOST_WIDTH, self.row_width - GUTTER - 1))

    @property
    def _margin(self) -> int:
        return max(0, (self.row_width - GUTTER - 1 - self._width) // 2)

    def count_rows(self) -> int:
        """How many paragraphs there are."""
        return len(self.rows)

    def measure_row(self, index: int) -> int:
        """The words, a space above, and the source of the current one where it is asked for."""
        row = self.rows[index]
        look = look_of(row.kind)
        count = count_text(_words_of(row)[0], self._width, look)
        if self._has_source(index):
            count += count_text(row.source, self._width, look)
        return count + self._space_above(index)

    def _space_above(self, index: int) -> int:
        if not index:
            return 0
        kind = self.rows[index].kind
        is_run_on = kind is self.rows[index - 1].kind and bool(look_of(kind).first)
        return 0 if is_run_on else 1

    def _has_source(self, index: int) -> bool:
        return self.is_source_shown and index == self.cursor and not self.rows[index].is_local

    def draw_row(self, index: int) -> list[Strip]:
        """The lines of a paragraph."""
        row = self.rows[index]
        look, width = look_of(row.kind), self._width
        text, role = _words_of(row)
        if look.is_strong and role is Role.PLAIN:
            role = Role.STRONG
        lines: list[list[Run]] = draw_text(text, [(text, role)], width, look, self.hand)
        if self._has_source(index):
            lines += draw_text(row.source, [(row.source, Role.QUIET)], width, look, self.hand)
        above = self._space_above(index)
        strips = [self._draw_line(index, [], look, is_first=False) for _blank in range(above)]
        return strips + [self._draw_line(index, line, look, is_first=not at) for at, line in enumerate(lines)]

    def _draw_line(self, index: int, line: list[Run], look: Look, *, is_first: bool) -> Strip:
        row = self.rows[index]
        signs: list[Run] = [(MARKER if index == self.cursor else " ", Role.ACCENT)]
        signs.append((ERROR_SIGN if is_first and row.key in self.faults else " ", Role.ERROR))
        signs.append((STALE_SIGN if is_first and row.is_stale else " ", Role.WARNING))
        runs = [(" " * self._margin, Role.PLAIN), *signs, ("  ", Role.PLAIN), *line]
        if is_first and look.label:
            runs.append((f"  ({_(look.label)})", Role.QUIET))
        return Strip([self.segment(*run) for run in runs])

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """The source is shown at the paragraph that is reached, no longer at the one that is left."""
        if self.is_source_shown:
            for index in (old, new):
                if index is not None and index < len(self.rows):
                    self.measure_one(index)
        super().watch_cursor(old, new)


def _words_of(row: DeskRow) -> Run:
    """The translation as it stands, or quietly that there is none."""
    text = row.working_text if row.working_text is not None else row.text
    if text:
        return (text, Role.PLAIN)
    if row.covered_by is not None:
        return (_("[{number}: stands in another paragraph]").format(number=number_of(row)), Role.QUIET)
    return (_("[{number}: not translated yet]").format(number=number_of(row)), Role.QUIET)
