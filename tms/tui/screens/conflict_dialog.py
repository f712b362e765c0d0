"""Somebody else saved the same paragraph: both texts, what differs, and a choice."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.errors import ConflictError
from tms.tui.blocks import Role, diff_runs, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import UnaskedDialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList
from tms.values import DiffPiece


class Choice(StrEnum):
    """Which text is to stand."""

    MINE = "mine"
    THEIRS = "theirs"
    EDIT = "edit"
    BOTH = "both"


LABELS = {
    Choice.EDIT: N_("edit mine further: nothing is saved yet"),
    Choice.BOTH: N_("both, one after the other: nothing is saved yet"),
    Choice.MINE: N_("save mine over it: the history keeps theirs"),
    Choice.THEIRS: N_("take theirs: the history keeps mine"),
}


class ConflictDialog(UnaskedDialog[Choice | None]):
    """Nothing is overwritten until it is chosen; leaving it means going on editing mine."""

    TITLE_TEXT = N_("Saved by somebody else in the meantime")
    BINDINGS: ClassVar[list[BindingType]] = [
        # The choices have the focus; four lines of them need no pages.
        Binding("pagedown,ctrl+d", "read_on(1)", "Read on", show=False, priority=True),
        Binding("pageup,ctrl+u", "read_on(-1)", "Read back", show=False, priority=True),
    ]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("choose")),
        ("PgUp PgDn", N_("read")),
        ("Enter", N_("do it")),
        ("Esc", N_("edit mine further")),
    )

    def __init__(self, error: ConflictError, differences: Sequence[DiffPiece]) -> None:
        super().__init__(classes="-tall")
        self.error = error
        self.differences = differences

    def parts(self) -> tuple[Widget, ...]:
        """Theirs, mine, the difference, and what can be done."""
        who = self.error.who or "somebody"
        return (
            BlockList(
                [
                    make_block(
                        (
                            _("{who} saved (revision {revision})").format(who=who, revision=self.error.revision),
                            Role.STRONG,
                        )
                    ),
                    make_block(self.error.theirs or (_("(nothing)"), Role.QUIET)),
                    make_block(("\n" + _("you"), Role.STRONG)),
                    make_block(self.error.mine or (_("(nothing)"), Role.QUIET)),
                    make_block(("\n" + _("from theirs to yours"), Role.STRONG)),
                    make_block(*diff_runs(self.differences)),
                ],
                has_cursor=False,
                id="texts",
                classes="-filling",
            ),
            BlockList([make_block(_(label), value=choice) for choice, label in LABELS.items()], id="choices"),
        )

    def action_read_on(self, pages: int) -> None:
        """Turn a page of the texts."""
        texts = self.query_one("#texts", BlockList)
        texts.scroll_relative(y=pages * max(1, texts.scrollable_content_region.height - 1), animate=False)

    @on(LineList.Chosen, "#choices")
    def _choose(self) -> None:
        choice = self.query_one("#choices", BlockList).value
        if isinstance(choice, Choice) and not self.is_guarded:
            self.dismiss(choice)
