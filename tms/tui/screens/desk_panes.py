"""The panes of the desk: turned, folded, higher and lower; those that are filled only while somebody looks at them."""

from textual import on, work
from textual.worker import get_current_worker

from tms.tui.beside_blocks import describe_context, describe_other
from tms.tui.language import _
from tms.tui.messages import OthersLoaded
from tms.tui.screens.desk_others import DeskOthers
from tms.tui.screens.task_screen import TALL_LINES
from tms.workflow.beside import list_others

PANES_HABIT = "desk.panes"
NEIGHBOURS = 6
LEAST_LINES = 3


class DeskPanes(DeskOthers):
    """What one person likes is remembered between evenings: which panes, folded or not, how high."""

    _extra_lines = 0

    def on_mount(self) -> None:
        """The panes as they were left."""
        remembered = self.app_habits.get(PANES_HABIT, {})
        if isinstance(remembered, dict):
            self.panes.is_folded = bool(remembered.get("folded"))
            extra = remembered.get("extra", 0)
            self._extra_lines = extra if isinstance(extra, int) else 0
            for is_wide, name in ((True, "wide"), (False, "narrow")):
                if remembered.get(name) in self.panes.panes:
                    self.panes.current[is_wide] = remembered[name]

    def _remember_panes(self) -> None:
        current = self.panes.current
        self.app_habits.put(
            PANES_HABIT,
            {
                "folded": self.panes.is_folded,
                "extra": self._extra_lines,
                "wide": current[True],
                "narrow": current[False],
            },
        )

    def divide_room(self) -> None:
        """Give the panes their lines."""
        super().divide_room()
        self.panes.styles.height = 1 if self.panes.is_folded else self._pane_lines(self._extra_lines)

    def _pane_lines(self, extra: int) -> int:
        usual = 10 if self.size.height >= TALL_LINES else 7 if self.is_wide else 6
        return max(LEAST_LINES, min(usual + extra, self.size.height // 2))

    # Turning, folding.

    def action_next_pane(self) -> None:
        """Show the next pane."""
        self._turn_pane(1)

    def action_previous_pane(self) -> None:
        """Show the pane before."""
        self._turn_pane(-1)

    def _turn_pane(self, step: int) -> None:
        if self.panes.is_folded:
            self.action_fold_panes()
        self.say(self.panes.turn(step))
        self.fill_beside()
        self._remember_panes()

    def action_fold_panes(self) -> None:
        """Fold the panes to their titles, or unfold them."""
        self.panes.is_folded = not self.panes.is_folded
        self.divide_room()
        self.fill_beside()
        self._remember_panes()

    def action_raise_panes(self) -> None:
        """One line more for the panes."""
        self._change_lines(1)

    def action_lower_panes(self) -> None:
        """One line less for the panes."""
        self._change_lines(-1)

    def _change_lines(self, change: int) -> None:
        if self._pane_lines(self._extra_lines + change) != self._pane_lines(self._extra_lines):
            self._extra_lines += change
        self.panes.is_folded = False
        self.divide_room()
        self._remember_panes()

    def _show_pane(self, name: str) -> None:
        if self.panes.is_folded:
            self.action_fold_panes()
        self.panes.bring(name)
        self.fill_beside()
        self._remember_panes()

    def action_show_matches(self) -> None:
        """Show the matches."""
        self._show_pane("matches")

    def action_show_terms(self) -> None:
        """Show the terms."""
        self._show_pane("terms")

    def action_show_found(self) -> None:
        """Show the findings."""
        self._show_pane("findings")

    def action_show_history(self) -> None:
        """Show the history."""
        self._show_pane("history")

    def action_show_comments(self) -> None:
        """Show comments and questions."""
        self._show_pane("comments")

    def action_show_languages(self) -> None:
        """Show the paragraph in the other languages."""
        self._show_pane("other")

    def action_show_context(self) -> None:
        """Show the English before and after."""
        self._show_pane("context")

    # Filled while they are seen.

    def fill_beside(self) -> None:
        """Bring the panes up to date that are filled only while they are seen."""
        super().fill_beside()
        if self.key is None:
            return
        if self.panes.is_seen("context"):
            self._fill_context()
        if self.panes.is_seen("other"):
            self._load_others(self.key)

    def _fill_context(self) -> None:
        paragraphs, row = self.paragraphs, self.row
        if paragraphs is None or row is None:
            return
        index = paragraphs.index_of(row.key)
        first = max(0, index - NEIGHBOURS)
        around = paragraphs.rows[first : index + NEIGHBOURS + 1]
        blocks = describe_context(paragraphs.desk, around, row)
        pane = self.panes["context"]
        pane.show_counted(blocks, None, "")
        self.panes.show_panes()
        self.call_after_refresh(pane.scroll_to_value, row.key)

    @work(thread=True, exclusive=True, group="others", exit_on_error=False)
    def _load_others(self, key: str) -> None:
        found = list_others(self.workspace, self.ref, key, self.language)
        if not get_current_worker().is_cancelled:
            self.post_message(OthersLoaded(key, found))

    @on(OthersLoaded)
    def _take_others(self, message: OthersLoaded) -> None:
        if message.key == self.key:
            blocks = [describe_other(one) for one in message.others]
            self.panes["other"].show_counted(blocks, None, _("this article has no other language"))
            self.panes.show_panes()
