"""Somebody else saved the same paragraph: both texts, what differs, and a choice."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.errors import ConflictError
from tms.tui.blocks import Role, diff_runs, make_block
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList
from tms.values import DiffPiece


class Choice(StrEnum):
    """Which text is to stand."""

    MINE = "mine"
    THEIRS = "theirs"
    EDIT = "edit"


class ConflictDialog(Dialog[Choice | None]):
    """Nothing is overwritten until one of the three is chosen; leaving it means going on editing mine."""

    TITLE_TEXT = "Saved by somebody else in the meantime"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("m", "save mine over it"),
        ("t", "take theirs"),
        ("e", "edit mine further"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "choose('mine')", "Mine", show=False),
        Binding("t", "choose('theirs')", "Theirs", show=False),
        Binding("e", "choose('edit')", "Edit", show=False),
    ]

    def __init__(self, error: ConflictError, differences: Sequence[DiffPiece]) -> None:
        super().__init__()
        self.error = error
        self.differences = differences

    def parts(self) -> tuple[Widget, ...]:
        """Theirs, mine, and the difference."""
        who = self.error.who or "somebody"
        return (
            BlockList(
                [
                    make_block((f"{who} saved (revision {self.error.revision})", Role.STRONG)),
                    make_block(self.error.theirs or ("(nothing)", Role.QUIET)),
                    make_block(("\nyou", Role.STRONG)),
                    make_block(self.error.mine or ("(nothing)", Role.QUIET)),
                    make_block(("\nfrom theirs to yours", Role.STRONG)),
                    make_block(*diff_runs(self.differences)),
                ],
                has_cursor=False,
            ),
        )

    def action_choose(self, choice: str) -> None:
        """Answer."""
        self.dismiss(Choice(choice))
