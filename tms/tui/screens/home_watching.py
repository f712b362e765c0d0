"""Home reads itself again when somebody wrote to the database, now and then and never while one looks for a line."""

from threading import Event
from time import monotonic

from textual import on, work
from textual.widgets import Input

from tms.tui.messages import WorkspaceChanged
from tms.tui.screens.task_screen import TaskScreen
from tms.workflow.watching import Changes
from tms.workflow.workspace import Workspace

REFRESH_SECONDS = 5.0
REST_SECONDS = 0.5


class HomeWatching(TaskScreen):
    """Watches only while it is in front."""

    workspace: Workspace

    def __init__(self) -> None:
        super().__init__()
        self._leaving = Event()
        self._is_outdated = False

    def on_mount(self) -> None:
        """Watch from now on."""
        self._watch_database()

    def on_unmount(self) -> None:
        """Stop watching."""
        self._leaving.set()

    @work(thread=True, group="watch", exit_on_error=False)
    def _watch_database(self) -> None:
        changes = Changes(self.workspace, self._leaving)
        try:
            changes.wait()
            read_at = monotonic()
            while not self._leaving.is_set():
                if not self.is_current:
                    self._leaving.wait(REST_SECONDS)
                    continue
                self._is_outdated = changes.wait() or self._is_outdated
                if self._is_outdated and monotonic() - read_at >= REFRESH_SECONDS and not self._leaving.is_set():
                    read_at = monotonic()
                    self.post_message(WorkspaceChanged())
        finally:
            changes.close()

    @on(WorkspaceChanged)
    def _read_again(self) -> None:
        if self.is_current and not self.query_one(Input).has_focus:
            self._is_outdated = False
            self.action_refresh()

    def action_refresh(self) -> None:
        """Read it again."""
