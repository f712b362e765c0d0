"""All keys, made from the table of actions; typing filters them."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.actions import WHERE_TITLES, Action, Where, show_key
from tms.tui.blocks import Block, Role, make_block
from tms.tui.keymap import current_keymap, list_keys
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.screens.list_keys import ListKeys
from tms.tui.signs import LEGEND
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine


class HelpDialog(ListKeys, Dialog[None]):
    """The keys of the screen one comes from stand first."""

    TITLE_TEXT = N_("All keys")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        (N_("type"), N_("to filter")),
        ("↑ ↓", N_("scroll")),
        ("Esc", N_("leave")),
    )

    def __init__(self, where: Where) -> None:
        super().__init__(classes="-tall")
        self.where = where

    def parts(self) -> tuple[Widget, ...]:
        """A line to filter by, and the keys."""
        return (TypedLine(placeholder=_("filter")), BlockList(id="all-keys", has_cursor=False, classes="-filling"))

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
        blocks = list(describe_keys(self.where, words)) or [make_block((_("no such key"), Role.QUIET))]
        self.list.show(blocks)


def describe_keys(first: Where, words: str = "") -> Iterable[Block]:
    """The table as blocks, one screen after the other, `first` at the top."""
    wanted = words.casefold().split()
    for title, actions in _list_sections(first):
        rows = [
            make_block(
                (f"{'  '.join(show_key(key) for key in action.keys):<18}", Role.KEY),
                _(action.label),
                (f"   {_('when {what}').format(what=_(action.when.value))}" if action.when.value else "", Role.QUIET),
                indent=18,
            )
            for action in actions
            if action.keys and all(word in _(action.label).casefold() for word in wanted)
        ]
        if rows:
            yield make_block((title, Role.STRONG))
            yield from rows
            yield make_block(" ")
    if not wanted:
        yield make_block((_("Signs"), Role.STRONG))
        yield make_block(_(LEGEND))


def _list_sections(first: Where) -> Iterator[tuple[str, list[Action]]]:
    keymap = current_keymap()
    actions = list_keys()
    for where in sorted(WHERE_TITLES, key=lambda where: where is not first):
        if where is Where.DESK and keymap.is_modal:
            yield _("Desk, after Esc: letters are commands"), list(keymap.list_commands())
        yield _(WHERE_TITLES[where]), [action for action in actions if action.where is where]
