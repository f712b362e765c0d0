"""What every dialog shares: a box with a title, Escape to leave it."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widget import Widget

from tms.tui.blocks import Role
from tms.tui.language import N_, _
from tms.tui.widgets.line_bar import LineBar

Result = TypeVar("Result")

# Who is typing when a dialog comes up has not read it yet.
GUARD_SECONDS = 0.8


class Dialog(ModalScreen[Result]):
    """A question in a box; None is the answer of somebody who left it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        # Keys of the application do not reach a question in a box.
        Binding("ctrl+q", "app.quit", "Quit", show=False),
    ]
    TITLE_TEXT: ClassVar[str] = ""
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Esc", N_("leave")),)

    def compose(self) -> ComposeResult:
        """The box with its parts and a line of keys."""
        with Vertical(id="box") as box:
            box.border_title = _(self.TITLE_TEXT)
            yield from self.parts()
            bar = LineBar(id="keys")
            bar.show([run for key, word in self.KEYS for run in ((_(key), Role.KEY), (f" {_(word)}   ", Role.QUIET))])
            yield bar

    def parts(self) -> tuple[Widget, ...]:
        """What is in the box."""
        return ()

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


class UnaskedDialog(Dialog[Result]):
    """A dialog that comes up by itself, perhaps in the middle of a word: at first it takes no answer."""

    # Without a focus no widget gets the keys.
    AUTO_FOCUS: ClassVar[str | None] = ""

    is_guarded = True

    def on_mount(self) -> None:
        """Take answers a little later."""
        self.set_timer(GUARD_SECONDS, self._end_guard)

    def _end_guard(self) -> None:
        self.is_guarded = False
        self.query("LineList").last().focus()

    def action_leave(self) -> None:
        """Leave without an answer."""
        if not self.is_guarded:
            self.dismiss(None)
