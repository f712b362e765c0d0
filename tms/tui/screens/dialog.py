"""What every dialog shares: a box with a title, Escape to leave it."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widget import Widget

from tms.tui.blocks import Role
from tms.tui.widgets.line_bar import LineBar

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A question in a box; None is the answer of somebody who left it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]
    TITLE_TEXT: ClassVar[str] = ""
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Esc", "leave"),)

    def compose(self) -> ComposeResult:
        """The box with its parts and a line of keys."""
        with Vertical(id="box") as box:
            box.border_title = self.TITLE_TEXT
            yield from self.parts()
            bar = LineBar(id="keys")
            bar.show([run for key, word in self.KEYS for run in ((key, Role.KEY), (f" {word}   ", Role.QUIET))])
            yield bar

    def parts(self) -> tuple[Widget, ...]:
        """What is in the box."""
        return ()

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
