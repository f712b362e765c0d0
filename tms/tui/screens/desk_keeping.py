"""What is typed is kept: within a second in the journal on this machine, and from there in the database."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tms.errors import DatabaseAwayError, JournalError
from tms.tui.blocks import Role, Run
from tms.tui.delivered import tell_delivered
from tms.tui.language import _, ngettext
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.writer import Job, Writer
from tms.workflow.delivering import Delivered
from tms.workflow.journaling import Noted, note_typed, send_typed
from tms.workflow.workspace import Workspace, is_there

if TYPE_CHECKING:
    from tms.tui.paragraphs import Paragraphs

AUTOSAVE_SECONDS = 0.5
RETRY_SECONDS = 5.0
# Who leaves does not wait longer for a database: the journal has everything.
LEAVE_SECONDS = 2.0


class DeskKeeping(TaskScreen):
    """Two queues: the journal's never waits for anything, the database's waits for the database."""

    def __init__(self, workspace: Workspace, ref: str, language: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.ref = ref
        self.language = language
        self.paragraphs: Paragraphs | None = None
        self.keeper = Writer()
        self.writer = Writer(self._tell_away)
        # Typed and not in the journal; in the journal and not in the database.
        self.unsafe: set[str] = set()
        self.unsent: dict[str, Noted] = {}
        # What is on its way into the store.
        self.saving: dict[str, str] = {}
        self._is_autosave_due = False
        self._is_trouble_told = False
        self._is_loss_told = False
        self._is_journal_broken = False

    def start_keeping(self) -> None:
        """Both queues work until the screen goes."""
        self.run_worker(self.keeper.run(), group="keeper", exit_on_error=False)
        self.run_worker(self.writer.run(), group="writer", exit_on_error=False)

    def sync_typed(self) -> None:
        """Take over what is in the editor."""

    def show_standing(self) -> None:
        """Bring header, status line and footer up to date."""

    def seek_help(self) -> None:
        """Ask for what lies beside the paragraph."""

    def keep_soon(self) -> None:
        """Something was typed: keep it in a moment."""
        if not self._is_autosave_due:
            self._is_autosave_due = True
            self.set_timer(AUTOSAVE_SECONDS, self._autosave)

    def _autosave(self) -> None:
        self._is_autosave_due = False
        self.sync_typed()
        self.keep_typed()

    def keep_typed(self) -> None:
        """Send everything typed to where it survives a crash."""
        for key in tuple(self.unsafe):
            self.unsafe.discard(key)
            self.keeper.put(Job(partial(self._note, key), self._noted, partial(self._not_noted, key)))

    # The journal.

    def _read_typed(self, key: str) -> Noted | None:
        if self.paragraphs is None or key not in self.paragraphs:
            return None
        text, revision = self.paragraphs.get(key).working_text, self.paragraphs.revision_of(key)
        return Noted(key, text, revision)

    def _note(self, key: str) -> Noted | None:
        typed = self._read_typed(key)
        return None if typed is None else note_typed(self.workspace, self.ref, self.language, typed)

    def keep_apart(self, typed: Noted) -> None:
        """Keep what was typed in a paragraph that is on the screen no more."""
        note = partial(note_typed, self.workspace, self.ref, self.language, typed)
        self.keeper.put(Job(note, self._noted, self.tell))

    def _noted(self, noted: Noted | None) -> None:
        if noted is not None:
            self._is_journal_broken = False
            self._send_soon(noted)

    def _not_noted(self, key: str, error: Exception) -> None:
        typed = self._read_typed(key)
        if isinstance(error, JournalError) and typed is not None:
            # The database may well be there.
            if not self._is_journal_broken:
                self._is_journal_broken = True
                self.tell(error)
            self._send_soon(typed)
        else:
            self._not_kept(key, error)

    # The database.

    def _send_soon(self, noted: Noted) -> None:
        is_queued = noted.key in self.unsent
        self.unsent[noted.key] = noted
        if not is_queued:
            key = noted.key
            self.writer.put(Job(partial(self._send, key), self._sent, partial(self._not_kept, key), is_patient=True))
        self.show_standing()

    def _send(self, key: str) -> Noted | None:
        """The newest text that was noted, whatever was there when this was asked for."""
        noted = self.unsent.get(key)
        if noted is not None:
            send_typed(self.workspace, self.ref, self.language, noted)
        elif self.is_away:
            # Nothing to send any more: but what comes after this waits until the database is there.
            is_there(self.workspace)
        return noted

    def _sent(self, noted: Noted | None) -> None:
        self._is_trouble_told = False
        if noted is not None:
            if self.unsent.get(noted.key) == noted:
                del self.unsent[noted.key]
            elif noted.key in self.unsent:
                self._send_soon(self.unsent.pop(noted.key))
        self.show_standing()

    def _not_kept(self, key: str, error: Exception) -> None:
        self.unsent.pop(key, None)
        self.unsafe.add(key)
        self.show_standing()
        if not self._is_trouble_told:
            self._is_trouble_told = True
            self.tell(error)
        if not self._is_autosave_due:
            self._is_autosave_due = True
            self.set_timer(RETRY_SECONDS, self._autosave)

    # The database is away.

    @property
    def is_away(self) -> bool:
        """Whether the database does not answer."""
        return self.writer.away is not None

    def count_waiting(self) -> int:
        """How many paragraphs the journal holds for the database."""
        return len(self.unsent.keys() | self.saving.keys() | self.unsafe)

    def describe_trouble(self) -> Run | None:
        """That the database is away, and what is safe nevertheless."""
        if not self.is_away:
            return None
        count = self.count_waiting()
        if self._is_journal_broken and count:
            return (_("database away, and the journal cannot be written"), Role.ERROR)
        if not count:
            return (_("database away"), Role.WARNING)
        said = ngettext(
            "database away: kept on this machine, {count} paragraph",
            "database away: kept on this machine, {count} paragraphs",
            count,
        )
        return (said.format(count=count), Role.WARNING)

    def tell(self, error: BaseException) -> None:
        """Say what went wrong; that the database is away is said once and then seen in the header."""
        if not isinstance(error, DatabaseAwayError):
            super().tell(error)
        elif self.writer.away is None:
            self.writer.put(Job(partial(is_there, self.workspace), lambda _: None, self.tell, is_patient=True))
        else:
            self.say(_("not now: the database is away; F5 tries again at once"), Role.WARNING)

    def _tell_away(self) -> None:
        if self.writer.away is not None:
            super().tell(self.writer.away)
        elif self.is_mounted:
            self.say(_("the database is there again"), Role.GOOD)
            self.seek_help()
        self.show_standing()

    def say_delivered(self, delivered: Delivered) -> None:
        """Say what came back out of the journal."""
        told = tell_delivered(delivered)
        if told:
            self.say(told, Role.WARNING if delivered.left else Role.GOOD, stays=True)

    # Leaving.

    async def finish(self) -> bool:
        """Everything typed is stored before the screen goes; False, the first time, if that could not be."""
        self.sync_typed()
        self.keep_typed()
        await self.keeper.drain()
        if self.unsafe:
            # A text that could not be kept may have been mended while it was tried.
            self.keep_typed()
            await self.keeper.drain()
        is_stored = await self.writer.drain(LEAVE_SECONDS)
        is_lost = self.unsafe or (not is_stored and self._is_journal_broken and self.count_waiting())
        if is_lost and not self._is_loss_told:
            self._is_loss_told = True
            self.say(_("what you typed cannot be stored: copy it; the same key again leaves without it"), Role.ERROR)
            return False
        if not is_stored and not is_lost:
            self._tell_kept()
        return True

    def _tell_kept(self) -> None:
        count = self.count_waiting()
        if count:
            said = ngettext(
                "{count} paragraph is safe on this machine; it goes into the database when that is back",
                "{count} paragraphs are safe on this machine; they go into the database when that is back",
                count,
            )
            self.app.notify(said.format(count=count), severity="warning", timeout=8, markup=False)

    def on_unmount(self) -> None:
        """Also when the program ends by a mistake of ours, what was typed is kept."""
        self.keeper.finish_now(tells=True)
        for key in self.unsafe:
            with suppress(Exception):
                self.unsent[key] = self._note(key) or self.unsent[key]
        self.writer.finish_now()
        for key in tuple(self.unsent):
            if self.writer.away is None:
                with suppress(Exception):
                    self._send(key)
