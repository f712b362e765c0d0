"""A list drawn line by line: ten thousand rows cost as little as ten, whatever their heights."""

from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tms.tui.blocks import Role
from tms.tui.looks import find_ground, find_look

KEPT_ROWS = 400


class LineList(ScrollView, can_focus=True):
    """Rows of any height over prefix sums; subclasses measure and draw one row, only rows in sight are drawn."""

    DEFAULT_CSS = """
    LineList {
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $line;
        scrollbar-color-hover: $quiet;
        scrollbar-color-active: $accent;
        overflow-x: hidden;
        background: transparent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Up", show=False),
        Binding("down", "cursor_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    cursor: reactive[int | None] = reactive[int | None](None, repaint=False)

    class Moved(Message):
        """The cursor came to a row."""

        def __init__(self, sender: "LineList", index: int) -> None:
            super().__init__()
            self.sender = sender
            self.index = index

        @property
        def control(self) -> "LineList":
            """The list."""
            return self.sender

    class Picked(Moved):
        """A row was pointed at with the mouse."""

    class Chosen(Moved):
        """A row was chosen by Enter or by a click on it while it was current."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._tops: list[int] = [0]
        self._drawn: dict[int, list[Strip]] = {}
        self._styles: dict[Role, Style] = {}
        self._ground = Style.null()
        self.row_width = 0

    # What a subclass says.

    def count_rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def measure_row(self, index: int) -> int:
        """How many lines a row takes at `row_width`."""
        raise NotImplementedError

    def draw_row(self, index: int) -> list[Strip]:
        """The lines of a row."""
        raise NotImplementedError

    def is_selectable(self, index: int) -> bool:  # noqa: ARG002 - for subclasses
        """Whether the cursor may stand on a row."""
        return True

    # Geometry.

    @property
    def height_of_rows(self) -> int:
        """Lines of all rows together."""
        return self._tops[-1]

    def top_of(self, index: int) -> int:
        """The first line of a row, counted from the first line of the list."""
        return self._tops[index]

    def height_of(self, index: int) -> int:
        """How many lines a row has."""
        return self._tops[index + 1] - self._tops[index]

    def row_at(self, line: int) -> int | None:
        """The row that a line of the list belongs to."""
        return bisect_right(self._tops, line) - 1 if 0 <= line < self._tops[-1] else None

    def measure_all(self) -> None:
        """Measure every row anew: the rows or the width changed."""
        self._drawn.clear()
        self.row_width = self.scrollable_content_region.width
        heights = (self.measure_row(index) for index in range(self.count_rows())) if self.row_width else ()
        self._tops = [0, *accumulate(heights)]
        self._lay_out()

    def measure_one(self, index: int) -> None:
        """Measure and draw one row anew, the others stay as they are."""
        self._drawn.pop(index, None)
        if not self.row_width or index + 1 >= len(self._tops):
            return
        change = self.measure_row(index) - self.height_of(index)
        if change:
            self._tops[index + 1 :] = [top + change for top in self._tops[index + 1 :]]
            self._lay_out()
        else:
            self.refresh_row(index)

    def refresh_row(self, index: int) -> None:
        """Draw one row anew in its place."""
        self._drawn.pop(index, None)
        if index + 1 < len(self._tops):
            top = self.top_of(index) - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, self.height_of(index)))

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.row_width, self._tops[-1])
        self.refresh()

    def show_row(self, index: int) -> None:
        """Bring a row into sight without moving more than needed; a row higher than the list shows its beginning."""
        if index + 1 >= len(self._tops):
            return
        page = self.scrollable_content_region.height
        top, height = self.top_of(index), self.height_of(index)
        offset = self.scroll_offset.y
        if top < offset or height >= page:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        elif top + height > offset + page:
            self.scroll_to(y=top + height - page, animate=False, force=True, immediate=True)

    # Drawing.

    def style_of(self, role: Role) -> Style:
        """The look of a role in the theme of now."""
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = find_look(self.app.theme_variables, role)
        return style

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        self._styles.clear()
        self._drawn.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Several lines; what lies below them is worked out once, not for each."""
        self._ground = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        line = y + self.scroll_offset.y
        index = self.row_at(line)
        if index is None:
            return Strip.blank(self.size.width, self._ground)
        strips = self._strips_of(index)
        strip = strips[line - self.top_of(index)] if line - self.top_of(index) < len(strips) else Strip([])
        style = self._ground + find_ground(self.app.theme_variables) if self.is_marked(index) else self._ground
        return strip.adjust_cell_length(self.size.width, style).apply_style(style)

    def redraw(self) -> None:
        """Draw every row anew: the way of drawing changed, not the rows."""
        self._drawn.clear()
        self.refresh()

    def is_marked(self, index: int) -> bool:
        """Whether a row is drawn as the current one."""
        return index == self.cursor

    def _strips_of(self, index: int) -> list[Strip]:
        strips = self._drawn.get(index)
        if strips is None:
            if len(self._drawn) >= KEPT_ROWS:
                self._drawn.clear()
            strips = self._drawn[index] = self.draw_row(index)
        return strips

    def segment(self, text: str, role: Role) -> Segment:
        """A piece of a line."""
        return Segment(text, None if role is Role.PLAIN else self.style_of(role))

    # Moving.

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Draw the row that was left and the one that was reached."""
        for index in (old, new):
            if index is not None:
                self.refresh_row(index)
        if new is not None and new != old:
            self.show_row(new)
            self.post_message(self.Moved(self, new))

    def find_selectable(self, index: int, step: int) -> int | None:
        """The nearest row from `index` on in one direction that the cursor may stand on."""
        while 0 <= index < self.count_rows():
            if self.is_selectable(index):
                return index
            index += step
        return None

    def move_cursor_to(self, index: int, step: int = 1) -> None:
        """Go to a row, or to the nearest selectable one on the way, or back from there."""
        found = self.find_selectable(index, step)
        if found is None:
            found = self.find_selectable(index, -step)
        if found is not None:
            self.cursor = found

    def _move_by(self, step: int) -> None:
        if self.cursor is None:
            self.scroll_relative(y=step, animate=False)
            return
        found = self.find_selectable(self.cursor + step, step)
        if found is not None:
            self.cursor = found
        else:
            self.scroll_relative(y=step, animate=False)

    def _move_by_page(self, direction: int) -> None:
        page = max(1, self.scrollable_content_region.height - 1)
        if self.cursor is None:
            self.scroll_relative(y=direction * page, animate=False)
            return
        line = self.top_of(self.cursor) + direction * page
        target = self.row_at(max(0, min(line, self._tops[-1] - 1)))
        if target is not None:
            target = self.cursor + direction if target == self.cursor else target
            self.move_cursor_to(max(0, min(target, self.count_rows() - 1)), direction)

    def action_cursor_up(self) -> None:
        """One row up."""
        self._move_by(-1)

    def action_cursor_down(self) -> None:
        """One row down."""
        self._move_by(1)

    def action_page_up(self) -> None:
        """One page up."""
        self._move_by_page(-1)

    def action_page_down(self) -> None:
        """One page down."""
        self._move_by_page(1)

    def action_first(self) -> None:
        """The first row."""
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        if self.cursor is not None:
            self.move_cursor_to(0)

    def action_last(self) -> None:
        """The last row."""
        self.scroll_end(animate=False)
        if self.cursor is not None:
            self.move_cursor_to(self.count_rows() - 1, -1)

    def action_choose(self) -> None:
        """Choose the current row."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_resize(self) -> None:
        """Wrap to the new width."""
        if self.scrollable_content_region.width != self.row_width:
            self.measure_all()
        if self.cursor is not None:
            self.show_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Go to the row under the mouse; choose it if the cursor stands there."""
        offset = event.get_content_offset(self)
        index = None if offset is None else self.row_at(offset.y + self.scroll_offset.y)
        if index is None or not self.is_selectable(index):
            return
        if index == self.cursor:
            self.post_message(self.Chosen(self, index))
        self.cursor = index
        self.post_message(self.Picked(self, index))
