"""What a desk left in the journal goes into the database from Home too, as soon as that is there."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tms.errors import DatabaseAwayError, TmsError
from tms.tui.blocks import Role
from tms.tui.delivered import tell_delivered
from tms.tui.language import ngettext
from tms.tui.messages import JournalDelivered
from tms.tui.screens.task_screen import TaskScreen
from tms.workflow.delivering import Delivered, count_waiting, deliver_journal
from tms.workflow.workspace import Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

# A desk that is being left may still be at it.
FIRST_SECONDS = 1.0
RETRY_SECONDS = 10.0


class HomeDelivery(TaskScreen):
    """Tries while it is in front; a desk has a queue of its own."""

    workspace: Workspace
    _waiting = 0
    _next_try: "Timer | None" = None

    def deliver_soon(self, seconds: float = FIRST_SECONDS) -> None:
        """Look in a moment whether something waits."""
        if self._next_try is not None:
            self._next_try.stop()
        self._next_try = self.set_timer(seconds, self._try)

    def _try(self) -> None:
        if self.is_current:
            self._deliver()

    @work(thread=True, exclusive=True, group="delivery", exit_on_error=False)
    def _deliver(self) -> None:
        waiting, delivered = 0, Delivered()
        # Who is at work may not be known: whoever asks for that says it.
        with suppress(TmsError):
            waiting = count_waiting(self.workspace)
            try:
                delivered = deliver_journal(self.workspace) if waiting else delivered
            except DatabaseAwayError:
                delivered = Delivered()
            waiting = count_waiting(self.workspace) - delivered.left
        if not get_current_worker().is_cancelled:
            self.post_message(JournalDelivered(delivered, max(0, waiting)))

    @on(JournalDelivered)
    def _take_delivered(self, message: JournalDelivered) -> None:
        self._waiting = message.waiting
        self.show_waiting()
        told = tell_delivered(message.delivered)
        if told:
            self.say(told, Role.WARNING if message.delivered.left else Role.GOOD, stays=True)
            self.renew()
        if self._waiting:
            self.deliver_soon(RETRY_SECONDS)

    def tell(self, error: BaseException) -> None:
        """Say what went wrong, except what the screen says in place of its lines anyway."""
        if not isinstance(error, DatabaseAwayError):
            super().tell(error)

    def renew(self) -> None:
        """Read again what is shown: something came into the database."""

    def show_waiting(self) -> None:
        """Say at the end of the header how much waits for the database."""
        if self._waiting:
            said = ngettext(
                "database away: kept on this machine, {count} paragraph",
                "database away: kept on this machine, {count} paragraphs",
                self._waiting,
            )
            self.header.show(self.header.left, [(f"  {said.format(count=self._waiting)}", Role.WARNING)])
        elif self.header.right:
            self.header.show(self.header.left)
