"""The paragraphs of an article, source beside target, or source alone where there is no room."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.signs import ERROR_SIGN, number_of, sign_of, source_of
from tms.tui.widgets.block_list import MARKER, cut_runs
from tms.tui.widgets.line_list import LineList
from tms.tui.wrapping import count_lines, wrap_spans
from tms.values import DeskRow, Kind

DIVIDER = " │ "
LEAST_EDITOR_HEIGHT = 2

TermSpan = tuple[int, int, str]
"""A term in a source: where it begins and ends, and its card in words."""


class DeskList(LineList, can_focus=False):
    """Rows of a desk; the current one leaves room for the editor that lies over its target column."""

    DEFAULT_CSS = """
    DeskList { width: 100%; height: 1fr; }
    """

    is_side_by_side: reactive[bool] = reactive(default=True, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: list[DeskRow] = []
        self.editor_height = LEAST_EDITOR_HEIGHT
        self._columns = (0, 0)
        self.term_spans: tuple[TermSpan, ...] = ()
        self._wrong: set[str] = set()

    def put(self, index: int, row: DeskRow) -> None:
        """Show one row anew."""
        self.rows[index] = row
        self.measure_one(index)

    def show(self, rows: Sequence[DeskRow], cursor: int | None) -> None:
        """Show other rows, the cursor on one of them."""
        self.rows = list(rows)
        self.set_reactive(LineList.cursor, None)
        self.measure_all()
        self.cursor = cursor

    def mark_terms(self, spans: tuple[TermSpan, ...]) -> None:
        """Underline terms in the source of the current row; the mouse over one shows its card."""
        if spans != self.term_spans:
            self.term_spans = spans
            if self.cursor is not None:
                self.refresh_row(self.cursor)

    def mark_error(self, key: str, *, has_error: bool) -> bool:
        """Note whether a paragraph's text has an error; False if that is no news."""
        if has_error == (key in self._wrong):
            return False
        if has_error:
            self._wrong.add(key)
        else:
            self._wrong.discard(key)
        return True

    def forget_errors(self) -> None:
        """Nothing is known of any text."""
        self._wrong.clear()

    # Columns.

    @property
    def gutter_width(self) -> int:
        """Cells before the source: marker, number, sign of an error, sign of the standing, typed mark."""
        last = next((row.position for row in reversed(self.rows) if row.position is not None), 0)
        return len(str(last + 1)) + 6

    def measure_all(self) -> None:
        """Settle the columns, then every row."""
        self._columns = self._divide(self.scrollable_content_region.width)
        super().measure_all()

    def _divide(self, width: int) -> tuple[int, int]:
        """Cells of the source and of the target column."""
        room = max(2, width - self.gutter_width - 1)
        if not self.is_side_by_side:
            return room, 0
        half = max(1, (room - len(DIVIDER)) // 2)
        return half, max(1, room - len(DIVIDER) - half)

    @property
    def target_left(self) -> int:
        """The first cell of the target column."""
        return self.gutter_width + self._columns[0] + len(DIVIDER)

    @property
    def target_width(self) -> int:
        """Cells of the target column now."""
        return self._columns[1]

    # Rows.

    def count_rows(self) -> int:
        """How many paragraphs are shown."""
        return len(self.rows)

    def measure_row(self, index: int) -> int:
        """The height of the longer side; the current row has room for the editor."""
        row = self.rows[index]
        source_width, target_width = self._columns
        height = count_lines(source_of(row), source_width)
        if not target_width:
            return height
        if index == self.cursor:
            return max(height, self.editor_height)
        return max(height, count_lines(_target_of(row)[0], target_width))

    def draw_row(self, index: int) -> list[Strip]:
        """Number, sign, source and target, line by line."""
        row = self.rows[index]
        is_current = index == self.cursor
        source_width, target_width = self._columns
        source = _draw_text(source_of(row), self._source_runs(row, is_current=is_current), source_width)
        text, role = _target_of(row)
        target = _draw_text(text, [(text, role)], target_width) if target_width and not is_current else []
        return [
            Strip(
                [
                    *self._draw_gutter(row, line=line, is_current=is_current),
                    *self._pad(source[line] if line < len(source) else [], source_width),
                    *([self.segment(DIVIDER, Role.QUIET)] if target_width else []),
                    *(self.segment(*run) for run in (target[line] if line < len(target) else [])),
                ]
            )
            for line in range(max(len(source), len(target), self._height_now(index)))
        ]

    def _height_now(self, index: int) -> int:
        return self.height_of(index) if index + 1 < len(self._tops) else 1

    def _source_runs(self, row: DeskRow, *, is_current: bool) -> list[Run]:
        if row.is_local:
            return [(source_of(row), Role.QUIET)]
        role = Role.STRONG if row.kind in (Kind.TITLE, Kind.HEADING) else Role.PLAIN
        if not is_current or not self.term_spans:
            return [(row.source, role)]
        runs: list[Run] = []
        position = 0
        for start, end, _ in sorted(self.term_spans):
            if start >= position:
                runs += [(row.source[position:start], role), (row.source[start:end], Role.TERM)]
                position = end
        return [*runs, (row.source[position:], role)]

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show the card of the term under the mouse."""
        offset = self._find_offset(event.x, event.y)
        span = None if offset is None else next((s for s in self.term_spans if s[0] <= offset < s[1]), None)
        shown = None if span is None else Text(span[2])
        if shown != self.tooltip:
            self.tooltip = shown

    def _find_offset(self, x: int, y: int) -> int | None:
        """The character of the current row's source at a cell of the list, if there is one."""
        index = self.row_at(y + self.scroll_offset.y)
        column = x - self.gutter_width
        if index is None or index != self.cursor or column < 0:
            return None
        shown = show_harmless(source_of(self.rows[index]))
        lines = wrap_spans(shown, self._columns[0])
        line = y + self.scroll_offset.y - self.top_of(index)
        if line >= len(lines):
            return None
        start, end = lines[line]
        return next((at for at in range(start, end) if cell_len(shown[start : at + 1]) > column), None)

    def _draw_gutter(self, row: DeskRow, *, line: int, is_current: bool) -> list[Segment]:
        marker = self.segment(MARKER if is_current else " ", Role.ACCENT)
        room = self.gutter_width - 1
        if line:
            return [marker, self.segment(" " * room, Role.PLAIN)]
        sign, role = sign_of(row)
        typed = "*" if has_unsaved_text(row) else " "
        number = number_of(row).rjust(room - 4)
        return [
            marker,
            self.segment(number, Role.STRONG if is_current else Role.QUIET),
            self.segment(ERROR_SIGN if row.key in self._wrong else " ", Role.ERROR),
            self.segment(sign, role),
            self.segment(f"{typed} ", Role.ACCENT),
        ]

    def _pad(self, runs: list[Run], width: int) -> list[Segment]:
        strip = Strip([self.segment(*run) for run in runs]).adjust_cell_length(width)
        return list(strip)

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """The row that is left closes, the one that is reached opens."""
        self.term_spans = ()
        for index in (old, new):
            if index is not None and index < len(self.rows):
                self.measure_one(index)
        super().watch_cursor(old, new)

    def watch_is_side_by_side(self) -> None:
        """One column or two."""
        self.measure_all()


def has_unsaved_text(row: DeskRow) -> bool:
    """Whether something was typed here that was not saved."""
    return row.working_text is not None and row.working_text != (row.text or "")


def _target_of(row: DeskRow) -> Run:
    if row.working_text is not None:
        return (row.working_text, Role.PLAIN)
    if row.text is None and row.covered_by is not None:
        return ("↑ translated together with another paragraph", Role.QUIET)
    return (row.text or "", Role.PLAIN)


def _draw_text(text: str, runs: Sequence[Run], width: int) -> list[list[Run]]:
    shown = show_harmless(text)
    return [cut_runs(shown, runs, start, end) for start, end in wrap_spans(shown, width)]
