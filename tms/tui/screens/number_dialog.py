"""A number: where to go in the article."""

from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.filter_line import TypedLine


class NumberDialog(Dialog[int | None]):
    """The number of a paragraph, from 1 to as many as there are."""

    TITLE_TEXT = N_("Go to paragraph")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", N_("go")), ("Esc", N_("stay")))

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def parts(self) -> tuple[Widget, ...]:
        """The line."""
        return (TypedLine(placeholder=_("1 to {most}").format(most=self.most)),)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        if typed.isdecimal() and 1 <= int(typed) <= self.most:
            self.dismiss(int(typed))
        else:
            event.input.value = ""
