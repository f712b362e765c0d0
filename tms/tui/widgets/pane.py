"""A titled part of the desk: matches, terms, findings, history, comments, what changed."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from tms.tui.blocks import Block, Role
from tms.tui.language import _
from tms.tui.widgets.block_list import BlockList


class Pane(BlockList):
    """Blocks to look at and to click; the keys for them are the desk's."""

    DEFAULT_CSS = """
    Pane {
        height: 1fr;
        border-top: solid $line;
        border-title-color: $quiet;
        border-title-background: $background;
        padding: 0 0 0 1;
        &:focus { border-title-color: $accent; border-title-style: bold; }
    }
    """

    class Clicked(Message):
        """A block was clicked; `value` is what it stands for."""

        def __init__(self, pane: "Pane", value: object) -> None:
            super().__init__()
            self.pane = pane
            self.value = value

    def __init__(self, name: str, label: str) -> None:
        super().__init__(id=name, has_cursor=False)
        self.label = label
        self.count: int | None = None
        self._due: Sequence[Block] | None = None
        self._head = ""

    def show_counted(self, blocks: Sequence[Block], count: int | None, empty: str) -> None:
        """Show blocks with their number in the title, or what it means that there are none, once they can be seen."""
        self.count = count
        self._due = blocks or [Block(((empty, Role.QUIET),))]

    def show_due(self) -> None:
        """Show what was given while nobody could see it."""
        due, self._due = self._due, None
        if due is not None and list(due) != list(self.blocks):
            self.show(due)

    def head(self, title: str) -> None:
        """Show a title; one that stands there already would draw the whole pane anew."""
        if title != self._head:
            self._head = title
            self.border_title = title

    def scroll_to_value(self, value: object) -> None:
        """Bring the block with a value to the middle."""
        index = next((at for at, block in enumerate(self.blocks) if block.value == value), None)
        if index is not None and index + 1 < len(self._tops):
            line = self.top_of(index) - max(0, self.scrollable_content_region.height - self.height_of(index)) // 2
            self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    @property
    def title(self) -> str:
        """The label with the number."""
        label = _(self.label)
        return label if self.count is None else f"{label} {self.count}"

    def on_click(self, event: events.Click) -> None:
        """Say which block was clicked."""
        offset = event.get_content_offset(self)
        index = None if offset is None else self.row_at(offset.y + self.scroll_offset.y)
        if index is not None and self.blocks[index].value is not None:
            self.post_message(self.Clicked(self, self.blocks[index].value))
        event.stop()
        event.prevent_default()
