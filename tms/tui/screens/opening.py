"""The first picture, until the rest of the program is loaded; what this module imports, everybody waits for."""

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.types import CSSPathType
from textual.worker import Worker, WorkerState

from tms.config import Settings
from tms.errors import DatabaseAwayError, TmsError
from tms.tui.actions import Action, Where
from tms.tui.blocks import Role, make_block
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.screens.error_dialog import describe_error
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.ways import Way
from tms.tui.widgets.board import Board
from tms.tui.widgets.line_bar import LineBar
from tms.values import Glance, Place
from tms.workflow.glancing import glance_at

if TYPE_CHECKING:
    from textual.timer import Timer

    from tms.values import Desk
    from tms.workflow.workspace import Workspace

# A database that has not answered by then is away: typing goes on without it.
PATIENCE_SECONDS = 10.0
RETRY_SECONDS = 20.0


class OpeningScreen(TaskScreen):
    """Shows what a glance at the database gives, and loads everything in a thread; keys wait until it is there."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "opening.tcss"]
    WHERE = Where.OPENING

    class Opened(Message):
        """The workspace is open; the article is read, if one was asked for."""

        def __init__(self, workspace: "Workspace", desk: "Desk | None") -> None:
            super().__init__()
            self.workspace = workspace
            self.desk = desk

    class Away(Message):
        """The database cannot be used now; so many paragraphs wait for it on this machine."""

        def __init__(self, error: TmsError, kept: int) -> None:
            super().__init__()
            self.error = error
            self.kept = kept

    class Failed(Message):
        """The workspace cannot be opened."""

        def __init__(self, error: BaseException) -> None:
            super().__init__()
            self.error = error

    def __init__(self, settings: Settings, place: Place | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.place = place
        self.is_ready = False
        self._again: Timer | None = None
        self.board = Board(self, id="board")
        self.board.editor.can_focus = False

    def compose_task(self) -> ComposeResult:
        """The rows, and room for what will stand below them."""
        yield self.board
        yield LineBar(id="room")

    def is_enabled(self, action: Action) -> bool:
        """There is nothing yet that anything could be done with."""
        return action.name == "quit" or (self.is_ready and action.name in ("retry", "help"))

    async def perform(self, action: Action, argument: int | None = None) -> None:
        """Run an action, or say that it needs the database."""
        if self.is_enabled(action):
            await super().perform(action, argument)
        else:
            self.say(_("not now: the database is not there"), Role.WARNING)

    def on_mount(self) -> None:
        """Show what there is, then load the rest."""
        self.header.show([("tms", Role.STRONG), (f"   {_('opening …')}", Role.QUIET)])
        # Once the first picture stands: an import keeps the processor to itself.
        self.call_after_refresh(self._load)

    def on_resize(self) -> None:
        """The rows fit the terminal: now they can be drawn."""
        super().on_resize()
        self.board.way = Way.LARGE if self.has_class("-narrow") else Way.SIDE
        if not self.board.list.rows and self.place is not None:
            glance = glance_at(self.settings, self.place)
            if glance is not None:
                self._show(glance)

    def _show(self, glance: Glance) -> None:
        desk = glance.desk
        opened = next(number for number, row in enumerate(desk.rows) if row.key == glance.key)
        row = desk.rows[opened]
        languages = f"{desk.source_language.upper()} → {desk.language.upper()}"
        self.header.show(
            [(desk.title or desk.slug, Role.STRONG)], [(f"  {languages}   ", Role.PLAIN), (_("opening …"), Role.QUIET)]
        )
        self.board.list.total = glance.total
        self.board.list.show(desk.rows, opened)
        self.board.open(row.text or "" if row.working_text is None else row.working_text)
        place = _("{number} of {total}").format(number=(row.position or 0) + 1, total=glance.total)
        self.status.show([(place, Role.STRONG)])

    async def leave_editor(self, step: int) -> None:
        """Nothing leads out of a picture."""

    @work(thread=True, group="opening", exit_on_error=False)
    def _load(self) -> None:
        try:
            self._open()
        except TmsError as error:
            # Only what somebody may mend meanwhile is worth another try.
            if not isinstance(error, DatabaseAwayError) and type(error) is not TmsError:
                raise
            from tms.workflow.journaling import count_kept

            self.post_message(self.Away(error, count_kept(self.settings)))

    def _open(self) -> None:
        from tms.tui.delivered import tell_delivered
        from tms.workflow.delivering import deliver_journal
        from tms.workflow.reading import load_desk
        from tms.workflow.trails import tidy_journal
        from tms.workflow.workspace import open_workspace

        workspace = open_workspace(self.settings, patience=PATIENCE_SECONDS)
        try:
            # Who is at work may not be known yet: whoever asks for that says it.
            with suppress(TmsError):
                told = tell_delivered(deliver_journal(workspace))
                if told:
                    self.app.call_from_thread(self.app.notify, told, markup=False)
            place = self.place
            desk = load_desk(workspace, place.ref, place.language) if place is not None else None
            # What the next screen is made of is loaded here, not while the hands wait for it.
            import_module("tms.tui.screens.desk" if place is not None else "tms.tui.screens.home")
        except BaseException:
            workspace.close()
            raise
        self.post_message(self.Opened(workspace, desk))
        tidy_journal(workspace)

    # The database is away.

    @on(Away)
    def _tell_away(self, message: Away) -> None:
        """Say what failed and what is safe; it is tried again, also unasked."""
        self.header.show([(_("the database cannot be used"), Role.ERROR)])
        if message.kept:
            said = ngettext(
                "{count} paragraph that was typed is safe on this machine; it goes into the database when that is"
                " back.",
                "{count} paragraphs that were typed are safe on this machine; they go into the database when that is"
                " back.",
                message.kept,
            ).format(count=message.kept)
        else:
            said = _("Nothing that was typed on this machine waits: the database had all of it.")
        ways = _("{again} tries again (it is tried every {seconds} seconds by itself), {leave} leaves.").format(
            again=key_of(self.WHERE, "retry"), seconds=int(RETRY_SECONDS), leave=key_of(Where.ANYWHERE, "quit")
        )
        self.trouble.show([make_block(*describe_error(message.error)), make_block(f"\n{said}"), make_block(ways)])
        self.trouble.display = True
        self.become_ready()
        self.show_keys()
        self._again = self.set_timer(RETRY_SECONDS, self.action_retry)

    def action_retry(self) -> None:
        """Try to open it again."""
        if self._again is not None:
            self._again.stop()
            self._again = None
            self.header.show([(_("trying again …"), Role.STRONG)])
            self._load()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What went wrong ends the program with a word on the command line."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(self.Failed(event.worker.error))
