"""A dialog whose typed text outlives the program: a lost connection takes no reason, comment or concept with it."""

from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.widgets import Input, TextArea

from tms.tui.language import _
from tms.tui.personal import personal_of
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from textual.timer import Timer

Result = TypeVar("Result")
KEEP_SECONDS = 0.3


class KeptDialog(Dialog[Result]):
    """What was answered, or left with Esc, is forgotten; all else is there when the same question is asked again."""

    KEPT: ClassVar[str] = "Input"
    _place = ""
    _kept = ""
    _typed: str | None = None
    _keeping: "Timer | None" = None

    def keep_at(self, place: str) -> Self:
        """Keep what is typed under a name of what it is about."""
        self._place = place
        return self

    def on_mount(self) -> None:
        """Bring back what was typed here before; children have an `on_mount` of their own, before this one."""
        text = personal_of(self.app).find_unsent(self._place) if self._place else ""
        if not text:
            return
        self._kept = text
        line = self.query(self.KEPT).first()
        if isinstance(line, Input):
            line.value = text
            line.cursor_position = len(text)
        elif isinstance(line, Editor):
            line.put(text)
        self.app.notify(_("what you had typed here is back"), markup=False)

    def _read_typed(self) -> str:
        line = self.query(self.KEPT).first()
        return line.value if isinstance(line, Input | Editor) else ""

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        # Read now: when the program ends, the line goes before the dialog does.
        self._typed = self._read_typed()
        if self._place and self._keeping is None:
            self._keeping = self.set_timer(KEEP_SECONDS, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        text = self._typed
        if self._place and text is not None and text != self._kept and not self.is_as_it_was(text):
            self._kept = text
            personal_of(self.app).keep_unsent(self._place, text)

    def is_as_it_was(self, text: str) -> bool:
        """Whether a text is what the dialog began with, of which nothing need be kept."""
        return not text and not self._kept

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Answered or left: nothing is kept any more."""
        if self._place and self._kept:
            personal_of(self.app).keep_unsent(self._place, "")
        self._place = ""
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """The program ends in the middle: what was typed last is kept too."""
        self._keep()
