"""All keys, made from the table of actions; typing filters them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.actions import ACTIONS, Where, show_key
from tms.tui.blocks import Block, Role, make_block
from tms.tui.screens.dialog import Dialog
from tms.tui.screens.list_keys import ListKeys
from tms.tui.signs import LEGEND
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine

TITLES = {
    Where.DESK: "Desk",
    Where.ARTICLES: "Articles",
    Where.ALIGNMENT: "Alignment",
    Where.PROGRESS: "Progress",
    Where.GLOSSARY: "Glossary",
    Where.PROPOSALS: "Proposed terms",
    Where.CAMPAIGN: "Reach of a change",
    Where.FINDINGS: "Findings",
    Where.ANYWHERE: "Everywhere",
}


class HelpDialog(ListKeys, Dialog[None]):
    """The keys of the screen one comes from stand first."""

    TITLE_TEXT = "All keys"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("type", "to filter"), ("↑ ↓", "scroll"), ("Esc", "leave"))

    def __init__(self, where: Where) -> None:
        super().__init__(classes="-tall")
        self.where = where

    def parts(self) -> tuple[Widget, ...]:
        """A line to filter by, and the keys."""
        return (TypedLine(placeholder="filter"), BlockList(id="all-keys", has_cursor=False, classes="-filling"))

    @property
    def list(self) -> BlockList:
        """The keys."""
        return self.query_one("#all-keys", BlockList)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self._show("")

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, words: str) -> None:
        blocks = list(describe_keys(self.where, words)) or [make_block(("no such key", Role.QUIET))]
        self.list.show(blocks)


def describe_keys(first: Where, words: str = "") -> Iterable[Block]:
    """The table as blocks, one screen after the other, `first` at the top."""
    wanted = words.casefold().split()
    for where in sorted(TITLES, key=lambda where: where is not first):
        rows = [
            make_block(
                (f"{'  '.join(show_key(key) for key in action.keys):<18}", Role.KEY),
                action.label,
                (f"   when {action.when.value}" if action.when.value else "", Role.QUIET),
                indent=18,
            )
            for action in ACTIONS
            if action.where is where and all(word in action.label.casefold() for word in wanted)
        ]
        if rows:
            yield make_block((TITLES[where], Role.STRONG))
            yield from rows
            yield make_block(" ")
    if not wanted:
        yield make_block(("Signs", Role.STRONG))
        yield make_block(LEGEND)
