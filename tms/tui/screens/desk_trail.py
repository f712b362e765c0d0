"""An undo that outlives the evening: what a paragraph said before is found again, text by text."""

import asyncio
from contextlib import suppress
from functools import partial

from textual.timer import Timer

from tms.tui.actions import Where
from tms.tui.blocks import Role
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.screens.desk_signs import DeskSigns
from tms.tui.signs import number_of
from tms.tui.writer import Job
from tms.values import DeskRow, Trail
from tms.workflow.reading import load_row
from tms.workflow.taking_back import take_back_save
from tms.workflow.trails import keep_trail, load_trail
from tms.workflow.workspace import Workspace

PAUSE_SECONDS = 1.0
PATIENCE_SECONDS = 2.0
# Typed without a pause, so many letters are a step; so many at once were not typed.
GROUP_LENGTH = 40
MOST_TYPED = 2


class DeskTrail(DeskSigns):
    """Within a visit to a paragraph the editor undoes letter by letter; beyond that its trail goes on."""

    _pausing: Timer | None = None

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language, key=key)
        self._trails: dict[str, Trail] = {}
        self._unread: dict[str, list[str]] = {}
        self._unkept: set[str] = set()
        # The paragraph whose texts are noted, what stood in it last, whether that came by undoing.
        self._noted_key: str | None = None
        self._last_text = ""
        self._was_undoing = False
        self._is_back = asyncio.Event()
        self._wanted_step: tuple[str, str, int] | None = None
        self.board.editor.past = self

    # Coming and going.

    def open_paragraph(self) -> None:
        """What stood in the paragraph before is noted, then what stands in this one."""
        self._leave_trail()
        self._noted_key, self._wanted_step = self.key, None
        self._last_text = "" if self.row is None or self.paragraphs is None else self.paragraphs.text_of(self.row.key)
        self._was_undoing = False
        if self.key in self._trails:
            self._put_trail(self.key, self._trails[self.key].adopt(self._last_text))
        super().open_paragraph()

    def _leave_trail(self) -> None:
        key = self._noted_key
        if key is None or self.paragraphs is None or key not in self.paragraphs:
            return
        text = self.paragraphs.text_of(key)
        if self._was_undoing and key in self._trails:
            self._put_trail(key, self._trails[key].settle(text))
        elif key in self._trails or key in self._unread:
            self._note_text(key, text)

    def fill_beside(self) -> None:
        """Once the hand rests here, fetch what it wrote before."""
        super().fill_beside()
        if self.key is not None:
            self._need_trail(self.key)

    async def finish(self) -> bool:
        """What stands in the open paragraph is noted before the screen goes."""
        self.sync_typed()
        self._leave_trail()
        return await super().finish()

    # The trail and the journal.

    def _need_trail(self, key: str) -> None:
        if key in self._trails or key in self._unread or self.paragraphs is None:
            return
        # What stood here when the hand came: it is older than what is typed while the trail is being read.
        self._unread[key] = [self._last_text if key == self._noted_key else self.paragraphs.text_of(key)]
        read = partial(load_trail, self.workspace, self.ref, key, self.language)
        self.keeper.put(Job(read, partial(self._take_trail, key), partial(self._not_read, key)))

    def _not_read(self, key: str, _error: Exception) -> None:
        self._unread.pop(key, None)

    def _take_trail(self, key: str, trail: Trail) -> None:
        first, *others = self._unread.pop(key, [""])
        before, trail = trail, trail.adopt(first)
        for text in others:
            trail = trail.push(text)
        self._trails[key] = before
        # What merely stands there is no step; it is kept with the first that is one.
        if others or before.texts:
            self._put_trail(key, trail)
        self._trails[key] = trail
        wanted, self._wanted_step = self._wanted_step, None
        if wanted is not None and wanted[:2] == (self.key, self.board.editor.value):
            self._step(wanted[2])

    def _note_text(self, key: str, text: str) -> None:
        if key in self._trails:
            self._put_trail(key, self._trails[key].push(text))
        else:
            self._need_trail(key)
            self._unread[key].append(text)

    def _put_trail(self, key: str, trail: Trail) -> None:
        if trail == self._trails[key]:
            return
        self._trails[key] = trail
        if key not in self._unkept:
            self._unkept.add(key)
            self.keeper.put(Job(partial(self._keep_trail, key), lambda _none: None, lambda _error: None))

    def _keep_trail(self, key: str) -> None:
        self._unkept.discard(key)
        keep_trail(self.workspace, self.ref, key, self.language, self._trails[key])

    # What is a step.

    def typed(self) -> None:
        """A group of words is a step, and what came at once; so is what stands when the hand rests."""
        super().typed()
        key, text = self.key, self.board.editor.value
        if key is None:
            return
        before, self._last_text = self._last_text, text
        is_undoing = bool(self.board.editor.history.redo_stack)
        was_undoing, self._was_undoing = self._was_undoing, is_undoing
        if is_undoing or was_undoing:
            return
        self._need_trail(key)
        if abs(len(text) - len(before)) > MOST_TYPED:
            self._note_text(key, before)
            self._note_text(key, text)
        elif text[-1:].isspace() and key in self._trails:
            noted = self._trails[key].current or ""
            if abs(len(text) - len(noted)) >= GROUP_LENGTH:
                self._note_text(key, text)
        if self._pausing is not None:
            self._pausing.stop()
        self._pausing = self.set_timer(PAUSE_SECONDS, self._note_pause)

    def _note_pause(self) -> None:
        if self.key is not None and self.key == self._noted_key and not self._was_undoing:
            self._note_text(self.key, self.board.editor.value)

    # Steps.

    def note_text(self) -> None:
        """What stands in the editor is about to be undone."""
        if self.key is not None:
            self._note_text(self.key, self.board.editor.value)

    def step_back(self) -> None:
        """The editor knows nothing older: the text before this one."""
        self._step(-1)

    def step_on(self) -> None:
        """The editor knows nothing newer: the text after this one."""
        self._step(1)

    def _step(self, step: int) -> None:
        key, text = self.key, self.board.editor.value
        if key is None or self.board.editor.disabled:
            return
        if key not in self._trails:
            self._need_trail(key)
            self._wanted_step = (key, text, step)
            self.say(_("looking for what stood here before …"))
            return
        trail = self._trails[key].settle(text)
        moved = trail.undo() if step < 0 else trail.redo()
        self._put_trail(key, moved)
        if moved == trail:
            self.say(_("nothing older is known here") if step < 0 else _("this is the newest text"))
            return
        self._show_step(moved)

    def _show_step(self, trail: Trail) -> None:
        editor, text = self.board.editor, trail.current or ""
        old = editor.value
        editor.load(text)
        tail = 0
        while tail < min(len(old), len(text)) and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        editor.move_cursor(editor.location_of(len(text) - tail))
        self._last_text = text
        self.sync_typed()
        self.board.fit()
        count = trail.steps_back
        said = ngettext("{count} step back; {key} goes on again", "{count} steps back; {key} goes on again", count)
        self.say(
            said.format(count=count, key=key_of(Where.TEXT, "redo")) if count else _("this is the newest text"),
        )

    # A save is taken back.

    async def action_take_back_save(self) -> None:
        """Bring back text and state from before my last save in this article."""
        self.sync_typed()
        self.keep_typed()
        self.say(_("looking for your last save …"))
        self._is_back.clear()
        # A save that is still on its way into the journal comes first.
        self.keeper.put(Job(lambda: None, lambda _none: self._take_back_soon(), self._not_taken_back))
        # The keys that follow are meant for the paragraph that comes.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._is_back.wait(), PATIENCE_SECONDS)

    def _take_back_soon(self) -> None:
        self.writer.put(Job(self._take_back, self._taken_back, self._not_taken_back))

    def _not_taken_back(self, error: Exception) -> None:
        self._is_back.set()
        self.say("")
        self.tell(error)

    def _take_back(self) -> DeskRow:
        rows = self.paragraphs.rows if self.paragraphs is not None else []
        typed = {row.key for row in rows if row.working_text is not None}
        saved = take_back_save(self.workspace, self.ref, self.language, typed=typed)
        return load_row(self.workspace, self.ref, saved.key, self.language)

    async def _show_taken_back(self, row: DeskRow) -> None:
        try:
            await self._go_back_to(row)
        finally:
            self._is_back.set()

    async def _go_back_to(self, row: DeskRow) -> None:
        if self.paragraphs is None or row.key not in self.paragraphs:
            return
        if self.paragraphs.get(row.key).working_text is None:
            self.renew_row(row)
        else:
            self.take_row(row)
        await self.go_to(row.key)
        self.say(
            _("{number} is as it was before you saved it: {state}; {key} brings your text back").format(
                number=number_of(row), state=_(row.state.value), key=key_of(Where.TEXT, "undo")
            ),
            Role.GOOD,
            stays=True,
        )

    def _taken_back(self, row: DeskRow) -> None:
        self.call_later(self._show_taken_back, row)
