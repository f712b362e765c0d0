"""A question for a reason: why a text is given back, why a finding may stand, why a translation is still valid."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.blocks import Block
from tms.tui.language import N_
from tms.tui.screens.kept_dialog import KeptDialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine


class ReasonDialog(KeptDialog[str | None]):
    """What it is about, and a line to write the reason into."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", N_("do it")), ("Esc", N_("leave it as it is")))

    def __init__(self, title: str, blocks: Sequence[Block], *, is_required: bool = True, prompt: str = "") -> None:
        super().__init__()
        self.title_text = title
        self.blocks = blocks
        self.is_required = is_required
        self.prompt = prompt or ("reason" if is_required else "reason (may be left empty)")

    def parts(self) -> tuple[Widget, ...]:
        """The matter and the line."""
        return (BlockList(self.blocks, has_cursor=False), TypedLine(placeholder=self.prompt))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one("#box").border_title = self.title_text
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        reason = event.value.strip()
        if reason or not self.is_required:
            self.dismiss(reason)
        else:
            self.query_one(Input).placeholder = "a few words are needed, they stay in the history"
