"""The panes below the text: three beside each other where there is room, one at a time where not."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from tms.tui.language import N_, _
from tms.tui.widgets.pane import Pane

ALWAYS_BESIDE = ("matches", "terms")
IN_TURN = ("findings", "history", "comments")
NAMES = {
    "changes": N_("Out of date"),
    "matches": N_("Matches"),
    "terms": N_("Terms"),
    "findings": N_("Findings"),
    "history": N_("History"),
    "comments": N_("Comments"),
}


class PaneStack(Horizontal):
    """Shows the panes that fit; `turn` brings the next one."""

    DEFAULT_CSS = """
    PaneStack {
        height: 9;
        & > #changes { width: 7fr; }
        & > #matches { width: 4fr; }
        & > #terms { width: 3fr; }
        & > #findings, & > #history, & > #comments { width: 5fr; }
    }
    """

    is_side_by_side: reactive[bool] = reactive(default=True, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self.panes = {name: Pane(name, label) for name, label in NAMES.items()}
        self.current = {True: "findings", False: "matches"}

    def compose(self) -> ComposeResult:
        """All panes."""
        yield from self.panes.values()

    def on_mount(self) -> None:
        """Show those that fit."""
        self.show_panes()

    def watch_is_side_by_side(self) -> None:
        """Change between the two arrangements."""
        self.show_panes()

    def __getitem__(self, name: str) -> Pane:
        return self.panes[name]

    @property
    def choices(self) -> Sequence[str]:
        """The panes that take turns."""
        return self._list_choices(is_side_by_side=self.is_side_by_side)

    def _list_choices(self, *, is_side_by_side: bool) -> Sequence[str]:
        if is_side_by_side:
            return IN_TURN
        has_changes = bool(self.panes["changes"].count)
        return ("changes", *ALWAYS_BESIDE, *IN_TURN) if has_changes else (*ALWAYS_BESIDE, *IN_TURN)

    def turn(self) -> str:
        """Show the next pane; its name."""
        choices = self.choices
        now = self.current[self.is_side_by_side]
        place = choices.index(now) if now in choices else -1
        self.current[self.is_side_by_side] = choices[(place + 1) % len(choices)]
        self.show_panes()
        return _(NAMES[self.current[self.is_side_by_side]])

    def bring(self, name: str) -> None:
        """Show a pane, in each arrangement in which it takes turns."""
        for is_side_by_side in self.current:
            if name in self._list_choices(is_side_by_side=is_side_by_side):
                self.current[is_side_by_side] = name
        self.show_panes()

    def show_panes(self) -> None:
        """Show what is to be shown, with titles that say what else there is."""
        choices = self.choices
        if self.current[self.is_side_by_side] not in choices:
            self.current[self.is_side_by_side] = choices[0]
        current = self.current[self.is_side_by_side]
        for name, pane in self.panes.items():
            is_beside = self.is_side_by_side and (name in ALWAYS_BESIDE or name == "changes")
            pane.display = name == current or (is_beside and (name != "changes" or bool(pane.count)))
            pane.border_title = self._tabs(current) if name == current else pane.title

    def _tabs(self, current: str) -> str:
        titles = [(name, self.panes[name].title) for name in self.choices]
        return " · ".join(f"▪{title}" if name == current else title for name, title in titles)
