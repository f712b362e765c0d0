"""The paragraphs with the editor: over the current row's target side by side, under the list where it is narrow."""

from textual import events, on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import TextArea

from tms.tui.widgets.desk_list import LEAST_EDITOR_HEIGHT, DeskList
from tms.tui.widgets.editor import Editor, EditorKeys
from tms.tui.widgets.line_bar import LineBar


class Board(Widget):
    """Keeps the editor where its row is."""

    DEFAULT_CSS = """
    Board {
        height: 1fr;
        layers: list editor;
        overflow: hidden;
        & > DeskList { layer: list; }
        & > Editor { layer: editor; position: absolute; height: 2; background: $current; }
        & > LineBar { layer: list; display: none; }
        &.-stacked > LineBar { display: block; color: $quiet; }
        &.-stacked > Editor {
            layer: list; position: relative; width: 1fr; height: auto; min-height: 3; max-height: 8;
            padding: 0 1 0 2; background: transparent;
        }
    }
    """

    is_side_by_side: reactive[bool] = reactive(default=True, repaint=False)

    def __init__(self, keys: EditorKeys, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.list = DeskList(id="paragraphs")
        self.rule = LineBar(filler="─")
        self.editor = Editor(keys, id="editor")

    def compose(self) -> ComposeResult:
        """The list and the editor."""
        yield self.list
        yield self.rule
        yield self.editor

    def on_mount(self) -> None:
        """Follow the list wherever it goes."""
        self.watch(self.list, "scroll_y", self.place, init=False)
        self.watch(self.list, "cursor", self.place, init=False)
        self.watch(self.list, "virtual_size", self.place, init=False)

    def watch_is_side_by_side(self) -> None:
        """Change between the two arrangements."""
        self.set_class(not self.is_side_by_side, "-stacked")
        if not self.is_side_by_side:
            for rule in ("offset", "width", "height"):
                self.editor.styles.clear_rule(rule)
        self.list.is_side_by_side = self.is_side_by_side
        self.fit()

    def open(self, text: str) -> None:
        """Open a text in the editor of the current row."""
        self.editor.load(text)
        self.editor.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.fit()

    def place(self) -> None:
        """Put the editor over the target of the current row."""
        self.editor.display = self.list.cursor is not None
        if not self.is_side_by_side or self.list.cursor is None:
            return
        row = self.list.cursor
        if row + 1 > self.list.count_rows() or not self.list.target_width:
            return
        # One cell more than the column: the text area keeps one for its cursor, so both wrap alike.
        styles = self.editor.styles
        styles.width = self.list.target_width + 1
        styles.height = max(LEAST_EDITOR_HEIGHT, self.list.height_of(row))
        styles.offset = (self.list.target_left, self.list.top_of(row) - self.list.scroll_offset.y)

    def fit(self) -> None:
        """Give the current row the height of what is in the editor."""
        lines = max(LEAST_EDITOR_HEIGHT, self.editor.wrapped_document.height)
        if self.is_side_by_side and lines != self.list.editor_height:
            self.list.editor_height = lines
            if self.list.cursor is not None:
                self.list.measure_one(self.list.cursor)
        self.place()

    def show_cursor(self) -> None:
        """Keep the line that is being typed in sight when the paragraph is higher than the list."""
        row = self.list.cursor
        if not self.is_side_by_side or row is None or row >= self.list.count_rows():
            return
        line = self.list.top_of(row) + self.editor.cursor_line
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
        self.call_after_refresh(self.fit)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list also when the mouse is over the editor."""
        self.list.scroll_relative(y=2, animate=False)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list also when the mouse is over the editor."""
        self.list.scroll_relative(y=-2, animate=False)
        event.stop()
