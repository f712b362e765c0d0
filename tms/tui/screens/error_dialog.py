"""Errors told: ours as a notice with its hint, anything else in a dialog whose details can be copied."""

import traceback
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.errors import RefusedError, TmsError
from tms.tui.actions import Where
from tms.tui.blocks import Role, Run, make_block
from tms.tui.harmless import show_harmless
from tms.tui.keymap import key_of
from tms.tui.language import N_, _
from tms.tui.screens.dialog import UnaskedDialog
from tms.tui.widgets.block_list import BlockList


class ErrorDialog(UnaskedDialog[None]):
    """Something happened that nobody foresaw."""

    TITLE_TEXT = N_("Something went wrong")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("^C", N_("copy details")), ("Esc", N_("go on")))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "copy_details", "Copy details", show=False)]

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.summary = f"{type(error).__name__}: {error}"
        self.details = "".join(traceback.format_exception(error))

    def parts(self) -> tuple[Widget, ...]:
        """What it was, in one line, and the details."""
        return (
            BlockList(
                [
                    make_block((self.summary, Role.ERROR)),
                    make_block(
                        (
                            _("What you typed is kept. You can go on, or quit with {key} and start again.").format(
                                key=key_of(Where.ANYWHERE, "quit")
                            ),
                            Role.PLAIN,
                        )
                    ),
                    make_block(("\n" + self.details, Role.QUIET)),
                ],
                has_cursor=False,
            ),
        )

    def action_copy_details(self) -> None:
        """Copy the details, to send them to somebody who can help."""
        self.app.copy_to_clipboard(self.details)
        self.app.notify(_("copied"), markup=False)


def describe_error(error: BaseException) -> tuple[Run, ...]:
    """What went wrong, and on further lines why and what to do about it."""
    if not isinstance(error, TmsError):
        return ((f"{type(error).__name__}: {error}", Role.ERROR),)
    reasons = error.reasons[:6] if isinstance(error, RefusedError) and len(error.reasons) > 1 else ()
    return (
        (error.message, Role.ERROR),
        *((f"\n· {reason}", Role.PLAIN) for reason in reasons),
        *(((f"\n→ {error.hint}", Role.PLAIN),) if error.hint else ()),
    )


def tell_error(app: App[Any], error: BaseException) -> None:
    """Show an error in the way that fits it."""
    if not isinstance(error, TmsError):
        app.push_screen(ErrorDialog(error))
        return
    text = "".join(text for text, _ in describe_error(error))
    app.notify(show_harmless(text), severity="error", timeout=8, markup=False)
