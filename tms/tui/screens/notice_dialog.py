"""What an article is about, said before it is opened."""

from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.tui.blocks import Role, make_block
from tms.tui.language import N_, _
from tms.tui.personal import neutral_title
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList
from tms.values import BETWEEN_LABELS, Notice


class Consent(StrEnum):
    """What a person answers."""

    OPEN = "open"
    NEVER_ASK = "never ask"


class NoticeDialog(Dialog[Consent]):
    """Enter opens the article, Escape goes back, `n` opens it and shows no notices any more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('open')", "Open", show=False, priority=True),
        Binding("n", "answer('never ask')", "Never show notices", show=False),
    ]
    TITLE_TEXT = N_("Before you open it")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", N_("open")),
        ("Esc", N_("back")),
        ("n", N_("open; no notices to me")),
    )

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.notice = notice

    def parts(self) -> tuple[Widget, ...]:
        """What it is about, and that nobody has to."""
        lines = (
            make_block((neutral_title(self.notice), Role.STRONG)),
            make_block(" "),
            make_block(_("This article is about: "), (BETWEEN_LABELS.join(self.notice.labels), Role.WARNING)),
            make_block(" "),
            make_block((_("You need not read it today. Esc goes back, and nobody is told."), Role.QUIET)),
            make_block((_("^P, “notices”, turns all notices off or on again."), Role.QUIET)),
        )
        return (BlockList(lines, has_cursor=False, id="notice"),)

    def on_mount(self) -> None:
        """Begin in the text."""
        self.query_one("#box").border_title = _(self.TITLE_TEXT)
        self.query_one(BlockList).focus()

    def action_answer(self, consent: str) -> None:
        """Open it."""
        self.dismiss(Consent(consent))
