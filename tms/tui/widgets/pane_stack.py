"""The panes below the text: three beside each other where there is room, one at a time where not, or only titles."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from tms.tui.language import N_, _
from tms.tui.widgets.pane import Pane

ALWAYS_BESIDE = ("matches", "terms")
IN_TURN = ("findings", "history", "comments", "other", "context")
NAMES = {
    "changes": N_("Out of date"),
    "matches": N_("Matches"),
    "terms": N_("Terms"),
    "findings": N_("Findings"),
    "history": N_("History"),
    "comments": N_("Comments"),
    "other": N_("Languages"),
    "context": N_("Context"),
}


class PaneStack(Horizontal):
    """Shows the panes that fit; `turn` brings the next one. A pane out of sight only says in its title what it has."""

    DEFAULT_CSS = """
    PaneStack {
        height: 9;
        & > #changes { width: 7fr; }
        & > #matches { width: 4fr; }
        & > #terms { width: 3fr; }
        & > #findings, & > #history, & > #comments, & > #other, & > #context { width: 5fr; }
    }
    """

    is_side_by_side: reactive[bool] = reactive(default=True, repaint=False)
    is_folded: reactive[bool] = reactive(default=False, repaint=False)

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

    def watch_is_folded(self) -> None:
        """Only titles, or all of it."""
        self.show_panes()

    def __getitem__(self, name: str) -> Pane:
        return self.panes[name]

    def is_seen(self, name: str) -> bool:
        """Whether a pane can be read now."""
        return self.panes[name].display and not self.is_folded

    @property
    def choices(self) -> Sequence[str]:
        """The panes that take turns."""
        return self._list_choices(is_side_by_side=self.is_side_by_side)

    def _list_choices(self, *, is_side_by_side: bool) -> Sequence[str]:
        if is_side_by_side:
            return IN_TURN
        has_changes = bool(self.panes["changes"].count)
        return ("changes", *ALWAYS_BESIDE, *IN_TURN) if has_changes else (*ALWAYS_BESIDE, *IN_TURN)

    def turn(self, step: int = 1) -> str:
        """Show the next pane, or with -1 the one before; its name."""
        choices = self.choices
        now = self.current[self.is_side_by_side]
        place = choices.index(now) if now in choices else -1
        self.current[self.is_side_by_side] = choices[(place + step) % len(choices)]
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
            pane.head(self._tabs(current) if name == current else pane.title)
            if self.is_seen(name):
                pane.show_due()

    def _tabs(self, current: str) -> str:
        """The titles of the panes that take turns; where there are many, those that have nothing to count come last."""
        titles = [(name, self.panes[name].title) for name in self.choices]
        if self.is_side_by_side:
            titles.sort(key=lambda one: one[0] != current and not self.panes[one[0]].count)
        return " · ".join(f"▪{title}" if name == current else title for name, title in titles)
