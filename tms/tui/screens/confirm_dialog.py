"""What would be done, shown before it is done."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.tui.blocks import Block
from tms.tui.language import N_
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList


class ConfirmDialog(Dialog[bool]):
    """A list to read, and Enter; leaving it does nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "accept", "Do it", show=False, priority=True)]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", N_("do it")), ("Esc", N_("leave it as it is")))

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__(classes="-tall")
        self.title_text = title
        self.blocks = blocks

    def parts(self) -> tuple[Widget, ...]:
        """What would be done."""
        return (BlockList(self.blocks, has_cursor=False, classes="-filling"),)

    def on_mount(self) -> None:
        """Begin in the list, so that it can be read through."""
        self.query_one("#box").border_title = self.title_text
        self.query_one(BlockList).focus()

    def action_accept(self) -> None:
        """Do it."""
        self.dismiss(True)
