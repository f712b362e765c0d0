"""The life of a translation: every version with who, when and why; any of them can be restored."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget

from tms.tui.blocks import Block, Role, diff_runs, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList
from tms.values import HistoryEntry
from tms.workflow.diffing import diff_words


class HistoryDialog(Dialog[int | None]):
    """The number of the version to be restored."""

    TITLE_TEXT = N_("History")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", N_("restore this version")), ("Esc", N_("leave")))

    def __init__(self, entries: Sequence[HistoryEntry], current: str) -> None:
        super().__init__(classes="-tall")
        self.entries = entries
        self.current = current

    def parts(self) -> tuple[Widget, ...]:
        """The list, and what differs from now."""
        return (
            BlockList([describe_event(entry) for entry in self.entries], id="entries", classes="-filling"),
            BlockList(id="preview", has_cursor=False, classes="-filling"),
        )

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one("#entries").focus()

    @on(LineList.Moved, "#entries")
    def _preview(self, event: LineList.Moved) -> None:
        after = self.entries[event.index].after
        if after is None:
            blocks = [make_block((_("no text"), Role.QUIET))]
        elif after == self.current:
            blocks = [make_block((_("this is the text of now"), Role.QUIET)), make_block(after)]
        else:
            blocks = [
                make_block((_("from the text of now to this version"), Role.QUIET)),
                make_block(*diff_runs(diff_words(self.current, after))),
            ]
        self.query_one("#preview", BlockList).show(blocks)

    @on(LineList.Chosen, "#entries")
    def _restore(self, event: LineList.Chosen) -> None:
        self.dismiss(self.entries[event.index].number)


def describe_event(entry: HistoryEntry) -> Block:
    """An event in one line."""
    return make_block(
        f"{entry.number:>3}  ",
        (f"{entry.at.astimezone():%Y-%m-%d %H:%M}  ", Role.QUIET),
        (f"{_(entry.kind.value):<10}", Role.STRONG),
        (f" {entry.who or _('somebody')} → {_(entry.state.value)}", Role.PLAIN),
        (f"  “{entry.reason}”" if entry.reason else "", Role.QUIET),
        value=entry.number,
        indent=5,
    )
