"""The footer and the panel of what may follow a prefix key, both made from the table of actions."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tms.tui.actions import Action, show_key
from tms.tui.blocks import Block, Role, Run, cut_to, make_block
from tms.tui.language import _
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_bar import LineBar

MOST_LINES = 12


class KeyBar(LineBar):
    """The most important keys of now; a click does the same."""

    DEFAULT_CSS = """
    KeyBar { color: $quiet; dock: bottom; }
    """

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, Action]] = []
        # The way to all other keys is never cut off.
        self._help: Action | None = None
        self._actions: tuple[Action, ...] = ()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions, as many as there is room for."""
        self._actions = tuple(actions)
        self._help = next((action for action in actions if action.name == "help"), None)
        self.right = () if self._help is None else tuple(_key_runs(self._help))
        runs: list[Run] = []
        self._places = []
        position = 1
        for action in actions:
            key = show_key(action.key)
            length = len(key) + cell_len(_(action.short)) + 1
            if action is self._help or position + length > self.size.width - cells_of(self.right):
                continue
            self._places.append((position, position + length, action))
            # The gap stands before a key: one at the end would be cut off with an ellipsis.
            runs += [("   " if runs else " ", Role.PLAIN), (key, Role.KEY), (f" {_(action.short)}", Role.PLAIN)]
            position += length + 3
        self.show(runs, self.right)

    def on_resize(self) -> None:
        """Show as many as there is room for now."""
        self.show_actions(self._actions)

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse."""
        if self._help is not None and event.x >= self.size.width - cells_of(self.right):
            self.post_message(self.Pressed(self._help))
            return
        for start, end, action in self._places:
            if start <= event.x < end:
                self.post_message(self.Pressed(action))


def _key_runs(action: Action) -> list[Run]:
    return [(f"  {show_key(action.key)}", Role.KEY), (f" {_(action.short)} ", Role.PLAIN)]


def cells_of(runs: Sequence[Run]) -> int:
    """How wide runs are."""
    return sum(cell_len(text) for text, _ in runs)


class ChordPanel(BlockList):
    """What may be pressed next; it comes only to those who hesitate."""

    DEFAULT_CSS = """
    ChordPanel {
        display: none;
        layer: panel;
        dock: bottom;
        margin-bottom: 1;
        padding: 0 1;
        background: $panel;
        border-top: solid $line;
        border-title-color: $accent;
    }
    """

    def __init__(self) -> None:
        super().__init__(has_cursor=False)
        self.can_focus = False

    def show_continuations(self, title: str, rows: Sequence[tuple[str, Action]], width: int) -> None:
        """Show keys and labels in columns."""
        cells = [(show_key(keys), _(action.label)) for keys, action in rows]
        column = min(width - 4, max((len(key) + len(label) for key, label in cells), default=1) + 8)
        if len(cells) > MOST_LINES:
            # Rather a label cut short than a screen that is covered.
            column = min(column, (width - 4) // 2)
        count = max(1, (width - 4) // column)
        height = -(-len(cells) // count)
        self.show([_line(cells[line::height], column) for line in range(height)])
        self.border_title = title
        self.styles.height = height + 1
        self.display = True


def _line(cells: Sequence[tuple[str, str]], column: int) -> Block:
    runs: list[Run] = []
    for key, label in cells:
        runs += [(f"{key:>5} ", Role.KEY), (cut_to(label, column - 7).ljust(column - 6), Role.PLAIN)]
    return make_block(*runs)
