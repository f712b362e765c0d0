"""The paragraphs with the editor over the current row's target, in every way to look at them."""

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import TextArea

from tms.tui.ways import Way
from tms.tui.widgets.desk_layout import LEAST_EDITOR_HEIGHT
from tms.tui.widgets.desk_list import DeskList
from tms.tui.widgets.editor import Editor, EditorKeys
from tms.tui.widgets.typing_help import TypingHelp
from tms.tui.wrapping import count_lines

if TYPE_CHECKING:
    from textual.geometry import Region


class Board(Widget):
    """Keeps the editor where its row is."""

    DEFAULT_CSS = """
    Board {
        height: 1fr;
        layers: list editor;
        overflow: hidden;
        & > DeskList { layer: list; }
        & > Editor { layer: editor; position: absolute; height: 2; background: $current; }
    }
    """

    way: reactive[Way] = reactive(default=Way.SIDE, repaint=False)

    def __init__(
        self,
        keys: EditorKeys,
        hand: TypingHelp | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.list = DeskList(hand, id="paragraphs")
        self.editor = Editor(keys, hand, id="editor")
        self._region: Region | None = None

    def compose(self) -> ComposeResult:
        """The list and the editor."""
        yield self.list
        yield self.editor

    def on_mount(self) -> None:
        """Follow the list wherever it goes, and the editor however it wraps."""
        self.watch(self.list, "scroll_y", self.place, init=False)
        self.watch(self.list, "cursor", self.place, init=False)
        self.watch(self.list, "virtual_size", self.place, init=False)
        self.watch(self.editor, "virtual_size", self.fit, init=False)

    def watch_way(self) -> None:
        """Another way to look at the paragraphs."""
        self.list.way = self.way
        self.place()
        self.fit_soon()

    def go(self, place: int | None, text: str) -> None:
        """Open a text in the editor, over the row at this place."""
        if place is not None and place != self.list.cursor:
            # The row is measured with about the right height before it comes into sight, or it would come twice.
            self.list.editor_height = self._guess_height(text)
            self.list.cursor = place
        self.open(text)

    def _guess_height(self, text: str) -> int:
        width = self._region.width - 1 if self._region is not None else 1
        return max(LEAST_EDITOR_HEIGHT, count_lines(text, width))

    def open(self, text: str) -> None:
        """Open a text in the editor of the current row."""
        self.editor.load(text)
        self.editor.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.fit()

    def place(self) -> None:
        """Put the editor over the target of the current row."""
        self.editor.display = self.list.cursor is not None
        region = self.list.editor_region()
        if region is None or region == self._region:
            return
        is_other_width = self._region is None or region.width != self._region.width
        self._region = region
        styles = self.editor.styles
        styles.width, styles.height, styles.offset = region.width, region.height, (region.x, region.y)
        if is_other_width:
            self.fit_soon()

    def fit_soon(self) -> None:
        """Fit once the editor has wrapped its text to another width."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Give the current row the height of what is in the editor."""
        lines = max(LEAST_EDITOR_HEIGHT, self.editor.wrapped_document.height)
        if lines != self.list.editor_height:
            self.list.editor_height = lines
            if self.list.cursor is not None:
                self.list.measure_one(self.list.cursor)
                self.list.keep_row(self.list.cursor)
        self.place()

    def show_cursor(self) -> None:
        """Keep the line that is being typed in sight when the paragraph is higher than the list."""
        row, line = self.list.cursor, self.editor.cursor_line
        if row is None or row >= self.list.count_rows():
            return
        if self.way.is_large:
            self.list.follow(line)
            return
        line += self.list.text_top_of(row)
        top, page = self.list.scroll_offset.y, self.list.scrollable_content_region.height
        if line < top:
            self.list.scroll_to(y=line, animate=False, force=True, immediate=True)
        elif page and line >= top + page:
            self.list.scroll_to(y=line - page + 1, animate=False, force=True, immediate=True)

    @on(TextArea.Changed)
    def _grow(self) -> None:
        self.fit()

    @on(TextArea.SelectionChanged)
    def _follow(self) -> None:
        self.show_cursor()

    def on_resize(self) -> None:
        """The list wraps anew, then the editor follows."""
        self.fit_soon()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list also when the mouse is over the editor."""
        self.list.scroll_relative(y=2, animate=False)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list also when the mouse is over the editor."""
        self.list.scroll_relative(y=-2, animate=False)
        event.stop()
