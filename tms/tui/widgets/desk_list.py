"""The paragraphs of an article: source beside target, or one of them large and the others closed."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.language import _
from tms.tui.signs import ERROR_SIGN, OTHERS_SIGN, number_of, sign_of, source_of
from tms.tui.ways import Look, Way, look_of
from tms.tui.widgets.block_list import MARKER, cut_runs
from tms.tui.widgets.desk_cells import (
    TermSpan,
    count_text,
    cut_lines,
    draw_text,
    has_unsaved_text,
    put_note,
    source_runs,
    target_of,
)
from tms.tui.widgets.desk_layout import (
    DIVIDER,
    LEAST_EDITOR_HEIGHT,
    Columns,
    Parts,
    closed_lines,
    divide_columns,
    divide_lines,
)
from tms.tui.widgets.line_list import LineList
from tms.tui.widgets.typing_help import NoHelp, TypingHelp
from tms.tui.wrapping import wrap_spans
from tms.values import DeskRow

__all__ = ["DeskList", "TermSpan"]

BESIDE_LINES = 2
Line = list[Run]


class DeskList(LineList, can_focus=False):
    """Rows of a desk; the current one leaves room for the editor that lies over its target."""

    DEFAULT_CSS = """
    DeskList { width: 100%; height: 1fr; }
    """

    way: reactive[Way] = reactive(default=Way.SIDE, repaint=False)

    def __init__(self, hand: TypingHelp | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.hand: TypingHelp = hand or NoHelp()
        self.rows: list[DeskRow] = []
        self.total = 0
        self.editor_height = LEAST_EDITOR_HEIGHT
        self.term_spans: tuple[TermSpan, ...] = ()
        self.between: tuple[Run, ...] = ()
        self._columns = Columns(0, 0, 0, 0)
        self._page = 0
        self._editor_line = 0
        self._wrong: set[str] = set()
        self._others: Mapping[str, str] = {}

    def put(self, index: int, row: DeskRow) -> None:
        """Show one row anew."""
        self.rows[index] = row
        self.measure_in_place(index)

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

    def show_between(self, runs: Sequence[Run]) -> bool:
        """Show words between source and translation of the large paragraph; False if they stand there already."""
        if tuple(runs) == self.between:
            return False
        self.between = tuple(runs)
        if self.cursor is not None and self.way.is_large:
            self.measure_one(self.cursor)
        return True

    def mark_error(self, key: str, *, has_error: bool) -> bool:
        """Note whether a paragraph's text has an error; False if that is no news."""
        if has_error == (key in self._wrong):
            return False
        if has_error:
            self._wrong.add(key)
        else:
            self._wrong.discard(key)
        return True

    def show_others(self, others: Mapping[str, str]) -> None:
        """Show who else is at which paragraph, in a few words each."""
        changed = {key for key in self._others.keys() | others.keys() if self._others.get(key) != others.get(key)}
        self._others = dict(others)
        for index, row in enumerate(self.rows) if changed else ():
            if row.key in changed:
                self.refresh_row(index)

    def forget_errors(self) -> None:
        """Nothing is known of any text."""
        self._wrong.clear()

    # Room.

    @property
    def gutter_width(self) -> int:
        """Cells before the source: marker, number, sign of an error, sign of the standing, typed mark."""
        last = next((row.position for row in reversed(self.rows) if row.position is not None), 0)
        return len(str(max(last + 1, self.total))) + 6

    @property
    def target_left(self) -> int:
        """The first cell of the target column."""
        return self._columns.target_left

    def measure_all(self) -> None:
        """Settle the columns, then every row."""
        region = self.scrollable_content_region
        self._page = region.height
        self._columns = divide_columns(region.width, self.gutter_width, self.way)
        super().measure_all()

    def on_resize(self) -> None:
        """Another height divides the large paragraph otherwise; its editor may need more or fewer lines."""
        if self.way.is_large and self.scrollable_content_region.height != self._page:
            self.measure_all()
        super().on_resize()

    def editor_region(self) -> Region | None:
        """Where the editor belongs, in cells of the widget; one cell wider than its text, for the cursor at its end."""
        index = self.cursor
        if index is None or index + 1 >= len(self._tops) or not self.row_width:
            return None
        columns, look = self._columns, look_of(self.rows[index].kind)
        top = self.top_of(index) - self.scroll_offset.y
        if self.way.is_large:
            parts = self._divide(index)
            left, width = columns.left, columns.whole
            top, height = top + parts.editor_top, parts.editor
        else:
            left, width, lead = columns.target_left, columns.target, self._lead_of(index, look)
            top, height = top + lead, max(LEAST_EDITOR_HEIGHT, self.height_of(index) - lead)
        return Region(left + look.indent, top, width - look.indent + 1, height)

    def _divide(self, index: int) -> Parts:
        row, columns = self.rows[index], self._columns
        look = look_of(row.kind)
        return divide_lines(
            self._page,
            lead=1 if look.label else int(self._page >= 16),
            source=count_text(source_of(row), columns.whole, look),
            between=len(self._draw_between()),
            editor=self.editor_height,
        )

    def follow(self, line: int) -> None:
        """Show the part of a long source that belongs to a line of the editor."""
        if line != self._editor_line:
            self._editor_line = line
            if self.cursor is not None and self.way.is_large:
                self.refresh_row(self.cursor)

    # Rows.

    def count_rows(self) -> int:
        """How many paragraphs are shown."""
        return len(self.rows)

    def measure_row(self, index: int) -> int:
        """The height of the longer side; the current row has room for the editor."""
        row = self.rows[index]
        is_current = index == self.cursor
        look, columns = look_of(row.kind), self._columns
        if self.way.is_large:
            if is_current:
                return self._divide(index).height
            most = closed_lines(self._page)
            if most == 1:
                return 1
        height = count_text(source_of(row), columns.source, look)
        target = self.editor_height if is_current else count_text(target_of(row, look)[0], columns.target, look)
        height = max(height, target)
        if self.way.is_large:
            return min(height, closed_lines(self._page))
        return height + self._lead_of(index, look)

    def _lead_of(self, index: int, look: Look) -> int:
        return look.lead if index or look.label else 0

    def text_top_of(self, index: int) -> int:
        """The first line of a row's words, below what stands above them."""
        return self.top_of(index) + self._lead_of(index, look_of(self.rows[index].kind))

    def measure_in_place(self, index: int) -> None:
        """Measure a row anew; what is below it in sight stays where it is if the row ends above the current one."""
        if not 0 <= index < len(self._tops) - 1:
            return
        before = self.height_of(index)
        self.measure_one(index)
        change = self.height_of(index) - before
        if change and self.cursor is not None and index < self.cursor:
            offset = max(0, self.scroll_offset.y + change)
            self.scroll_to(y=offset, animate=False, force=True, immediate=True)

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """The row that is left closes, the one that is reached opens, and stays where the eye found it."""
        self.term_spans = ()
        self._editor_line = 0
        if old is not None and old < len(self.rows):
            self.measure_in_place(old)
        if new is not None and new < len(self.rows):
            self.measure_one(new)
        super().watch_cursor(old, new)

    def show_row(self, index: int) -> None:
        """Bring a row into sight with something of its neighbours; a large one always to the same line."""
        if index + 1 >= len(self._tops):
            return
        page = self.scrollable_content_region.height
        top, height, offset = self.top_of(index), self.height_of(index), self.scroll_offset.y
        if self.way.is_large:
            wanted = top - max(0, min(page // 4, page - height - 1))
        elif height >= page:
            wanted = top
        else:
            beside = min(BESIDE_LINES, (page - height) // 2)
            wanted = max(min(offset, top - beside), top + height + beside - page)
        self._turn_to(wanted)

    def keep_row(self, index: int) -> None:
        """Scroll a row that has grown no further than its end needs."""
        if index + 1 < len(self._tops):
            page, below = self.scrollable_content_region.height, int(index + 2 < len(self._tops))
            end = self.top_of(index) + self.height_of(index) + below
            if end - self.scroll_offset.y > page and self.height_of(index) + below <= page:
                self._turn_to(end - page)

    def find_page(self, direction: int) -> int | None:
        """The row that is a page away from the current one."""
        if self.cursor is None or not self.rows:
            return None
        line = self.top_of(self.cursor) + direction * max(1, self._page - 1)
        found = self.row_at(max(0, min(line, self.height_of_rows - 1)))
        return self.cursor + direction if found in (None, self.cursor) else found

    def _turn_to(self, line: int) -> None:
        if line != self.scroll_offset.y:
            self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    def watch_way(self) -> None:
        """Another way to look at the same rows."""
        self.measure_all()
        if self.cursor is not None:
            self.show_row(self.cursor)

    # Drawing.

    def draw_row(self, index: int) -> list[Strip]:
        """Number, sign, source and target, line by line."""
        row, columns = self.rows[index], self._columns
        is_current = index == self.cursor
        if is_current and self.way.is_large:
            lines = self._draw_large(index)
        else:
            lines = self._draw_columns(index, is_current=is_current)
        height = max(len(lines), self.height_of(index) if index + 1 < len(self._tops) else 1)
        numbered = next((at for at, line in enumerate(lines) if line is not None), 0)
        strips = []
        for at in range(height):
            line = lines[at] if at < len(lines) else None
            segments = self._draw_gutter(row, is_first=at == numbered, is_current=is_current)
            segments += [self.segment(*run) for run in line or ()]
            strips.append(Strip([Segment(" " * columns.margin), *segments] if columns.margin else segments))
        return strips

    def _draw_columns(self, index: int, *, is_current: bool) -> list[Line | None]:
        """Source and target beside each other; None is a line above the words."""
        row, columns = self.rows[index], self._columns
        look = look_of(row.kind)
        runs = source_runs(row, look, self.term_spans if is_current else ())
        source = draw_text(source_of(row), runs, columns.source, look, self.hand)
        text, role = target_of(row, look)
        target = [] if is_current else draw_text(text, [(text, role)], columns.target, look, self.hand)
        above: list[Line | None] = []
        if self.way.is_large:
            most = closed_lines(self._page)
            source, target = cut_lines(source, most, columns.source), cut_lines(target, most, columns.target)
        elif self._lead_of(index, look):
            label = [(_(look.label) if look.label else "", Role.QUIET)]
            above = [self._join(label, [])] if look.label else [None]
        if row.key in self._others and not is_current:
            target = put_note(target, self._others[row.key], columns.target, cuts=self.way.is_large)
        height = max(len(source), len(target), self._text_height(index, len(above)) if is_current else 1)
        blank: Line = []
        sides = zip_longest(source, target, [blank] * height, fillvalue=blank)
        return [*above, *(self._join(left, right) for left, right, _none in sides)]

    def _text_height(self, index: int, above: int) -> int:
        return self.height_of(index) - above if index + 1 < len(self._tops) else 1

    def _join(self, left: Line, right: Line) -> Line:
        return [*_pad(left, self._columns.source), (DIVIDER, Role.QUIET), *right]

    def _draw_large(self, index: int) -> list[Line | None]:
        """Source, what is said between, a rule; the editor lies below it."""
        row, columns = self.rows[index], self._columns
        look, parts = look_of(row.kind), self._divide(index)
        source = draw_text(source_of(row), source_runs(row, look, self.term_spans), columns.whole, look, self.hand)
        lead: list[Line | None] = [[(_(look.label), Role.QUIET)] if look.label else None] if parts.lead else []
        rule = [("─" * columns.whole, Role.QUIET)]
        first = self._first_source_line(len(source), parts)
        return [*lead, *source[first : first + parts.source], *self._draw_between()[: parts.between], rule]

    def _first_source_line(self, lines: int, parts: Parts) -> int:
        hidden = lines - parts.source
        return hidden * self._editor_line // max(1, self.editor_height - 1) if hidden > 0 else 0

    def _draw_between(self) -> list[Line]:
        if not self.between:
            return []
        shown = show_harmless("".join(text for text, _role in self.between))
        return [cut_runs(shown, self.between, *span) for span in wrap_spans(shown, self._columns.whole)]

    def _draw_gutter(self, row: DeskRow, *, is_first: bool, is_current: bool) -> list[Segment]:
        marker = self.segment(MARKER if is_current else " ", Role.ACCENT)
        room = self._columns.gutter - 1
        if not is_first:
            return [marker, self.segment(" " * room, Role.PLAIN)]
        sign, role = sign_of(row)
        typed = "*" if has_unsaved_text(row) else " "
        number = number_of(row).rjust(room - 4)
        return [
            marker,
            self.segment(number, Role.STRONG if is_current else Role.QUIET),
            self.segment(ERROR_SIGN if row.key in self._wrong else " ", Role.ERROR),
            self.segment(sign, role),
            self.segment(typed + (OTHERS_SIGN if row.key in self._others else " "), Role.ACCENT),
        ]

    # Mouse.

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
        if index is None or index != self.cursor:
            return None
        row, columns = self.rows[index], self._columns
        look = look_of(row.kind)
        column = x - columns.left - look.indent
        line = y + self.scroll_offset.y - self.top_of(index)
        width = columns.source
        if self.way.is_large:
            width, parts = columns.whole, self._divide(index)
            count = count_text(source_of(row), width, look)
            line = line - parts.lead + self._first_source_line(count, parts) if line < parts.lead + parts.source else -1
        else:
            line -= self._lead_of(index, look)
        shown = show_harmless(source_of(row))
        lines = wrap_spans(shown, width - look.indent)
        if column < 0 or not 0 <= line < len(lines):
            return None
        start, end = lines[line]
        return next((at for at in range(start, end) if cell_len(shown[start : at + 1]) > column), None)


def _pad(runs: Line, width: int) -> Line:
    room = width - sum(cell_len(text) for text, _role in runs)
    return [*runs, (" " * room, Role.PLAIN)] if room > 0 else runs
