"""Saving and inserting: what a translator does with a paragraph."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from textual import work

from tms.errors import ConflictError
from tms.tui.actions import Where
from tms.tui.blocks import Role
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.screens.concordance_dialog import ConcordanceDialog
from tms.tui.screens.conflict_dialog import Choice, ConflictDialog
from tms.tui.screens.desk_help import DeskHelp
from tms.tui.signs import count_errors
from tms.tui.writer import Job
from tms.values import DeskRow, Match, MatchKind, Origin, Save, Saved, State
from tms.workflow.checking import check_text
from tms.workflow.diffing import diff_words
from tms.workflow.editing import drop_working_copy, give_way, reject_draft
from tms.workflow.journaling import carry_out, forget_save, note_save
from tms.workflow.reading import load_row
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Stored:
    """What a save left, the paragraph as it stands now, and how many errors the checks find in it."""

    saved: Saved
    row: DeskRow
    errors: int = 0


class DeskWriting(DeskHelp):
    """Saves go through the writer; the hands are on the next paragraph before the store has answered."""

    _inserted: tuple[str, Match] | None = None

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language, key=key)
        # What is to follow once a save is in the store.
        self._following: dict[str, Callable[[DeskRow], None]] = {}
        # What was put into a paragraph as a whole and not touched since may be exchanged for something else.
        self._filled: dict[str, str] = {}

    # Saving.

    def action_save(self) -> None:
        """Save what is in the editor as what it is: a draft, or a translation where there was one."""
        row = self._take_typed()
        if row is None:
            return
        if row.working_text is None:
            self.say(_("nothing new to save"))
            return
        if self.saving.get(row.key) == row.working_text:
            return
        self.save_as(row.key, State.TRANSLATED if row.state.is_done else State.DRAFT)

    async def action_confirm_next(self) -> bool | None:
        """Save as translated and go on; False where that cannot be."""
        row = self._take_typed()
        if row is None:
            return False
        if row.working_text is None and row.is_stale:
            self.say(
                _("the English changed and your text did not: mend it, or {key} says that it is still valid").format(
                    key=key_of(Where.DESK, "still_valid")
                ),
                Role.WARNING,
            )
            return False
        if row.working_text is None and row.covered_by is None and not (row.text or "").strip():
            self.say(
                _("there is nothing here to confirm; {key} goes on").format(key=key_of(Where.DESK, "next_open")),
                Role.WARNING,
            )
            return False
        if row.working_text is not None or not row.state.is_done:
            self.save_as(row.key, State.TRANSLATED)
        await self.go_on()
        return None

    def _take_typed(self) -> DeskRow | None:
        self.sync_typed()
        return self.row

    def require_saved(self) -> DeskRow | None:
        """The open paragraph, unless something typed there would be lost by what is asked for."""
        row = self._take_typed()
        if row is not None and (row.working_text is not None or row.key in self.saving):
            self.say(
                _("what you typed here is not saved yet: save first, with {key}").format(
                    key=key_of(Where.DESK, "save")
                ),
                Role.WARNING,
            )
            return None
        return row

    def once_saved(self, key: str, follow: Callable[[DeskRow], None]) -> None:
        """Do this with a paragraph whose text is saved; where it is being saved, after that and only if it succeeds."""
        self.sync_typed()
        if self.paragraphs is None:
            return
        row = self.paragraphs.get(key)
        if key in self.saving and self.saving[key] == self.paragraphs.text_of(key):
            self._following[key] = follow
        elif row.working_text is not None:
            self.say(_("save first: this is about the saved text, and what you typed is not saved yet"), Role.WARNING)
        else:
            follow(row)

    def save_as(self, key: str, state: State, *, origin: Origin | None = None, reason: str = "") -> None:
        """Save what is typed in a paragraph, as made from the source that is on the screen."""
        if self.paragraphs is None:
            return
        text, row = self.paragraphs.text_of(key), self.paragraphs.get(key)
        is_kept = bool(text.strip()) or row.covered_by is not None
        self.paragraphs.mark_saving(key, state if is_kept else State.INITIAL)
        self.unsafe.discard(key)
        self.saving[key] = text
        self.refresh_row(key)
        self.show_standing()
        save = Save(
            *(self.ref, key, self.language, text, state),
            origin=self._origin_of(key, text) if origin is None else origin,
            reason=reason,
            source_version=row.source_version,
            replaces_typing=True,
        )
        revision = self.paragraphs.revision_of(key)
        note = partial(note_save, self.workspace, replace(save, expect_revision=revision))
        store_it = partial(self._store_soon, save)
        self.keeper.put(Job(note, store_it, lambda _: store_it(None)))
        if self.is_away:
            self.say(_("the database is away: your save is kept on this machine and done when it is back"), stays=True)

    def _store_soon(self, save: Save, number: int | None) -> None:
        """The save is in the journal: now the database."""
        if self.saving.get(save.key) == save.text:
            self.unsent.pop(save.key, None)
        done, failed = partial(self._take_stored, save), partial(self._not_stored, save, number)
        self.writer.put(Job(partial(self._store, save, number), done, failed, is_patient=True))

    def _origin_of(self, key: str, text: str) -> Origin:
        is_from_memory = (
            self._inserted is not None
            and self._inserted[0] == key
            and self._inserted[1].target == text
            and self._inserted[1].kind is not MatchKind.MACHINE
        )
        return Origin.MEMORY if is_from_memory else Origin.HUMAN

    def _store(self, save: Save, number: int | None) -> Stored | None:
        if self.paragraphs is None:
            return None
        # Asked for only now: a save before this one in the queue has moved the revision on.
        revision = self.paragraphs.revision_of(save.key)
        saved = carry_out(self.workspace, replace(save, expect_revision=revision), number)
        row = load_row(self.workspace, self.ref, save.key, self.language)
        found = check_text(self.workspace, self.ref, save.key, self.language, row.text or "")
        return Stored(saved, row, count_errors(found))

    def take_row(self, row: DeskRow) -> None:
        """Show a paragraph as it stands in the store now; what was typed since, and is not being saved, is kept."""
        if self.paragraphs is None:
            return
        self.sync_typed()
        kept = self.paragraphs.take_stored(row)
        if kept.working_text is not None and self.saving.get(row.key) != kept.working_text:
            self.unsafe.add(row.key)
            self.keep_typed()
        self.refresh_row(row.key)
        if row.key == self.key:
            if self.board.editor.value != self.paragraphs.text_of(row.key):
                self.board.open(self.paragraphs.text_of(row.key))
            self.seek_help()
        self.show_standing()

    def _take_stored(self, save: Save, stored: Stored | None) -> None:
        if stored is None or self.paragraphs is None:
            return
        key, source = save.key, self.paragraphs.get(save.key).source
        self._forget_saving(save)
        self.take_row(stored.row)
        self.note_errors(key, stored.errors)
        self._say_stored(stored, is_source_new=stored.row.source != source)
        follow = self._following.pop(key, None) if key not in self.saving else None
        row = self.paragraphs.get(key)
        if follow is not None and row.working_text is None:
            follow(row)

    def _forget_saving(self, save: Save) -> None:
        """A save is done with, unless a later one of the same paragraph is on its way."""
        if self.saving.get(save.key) == save.text:
            del self.saving[save.key]

    def _say_stored(self, stored: Stored, *, is_source_new: bool) -> None:
        if self.paragraphs is None:
            return
        done, total = self.paragraphs.done, len(self.paragraphs.rows)
        number = self.paragraphs.index_of(stored.row.key) + 1
        what = _("saved as {state}").format(state=_(stored.saved.state.value))
        if stored.saved.text is None:
            what = (
                _("confirmed with the paragraph that it stands in")
                if stored.row.covered_by is not None
                else _("emptied")
            )
        if stored.errors:
            what += ", " + ngettext("{count} error", "{count} errors", stored.errors).format(count=stored.errors)
        if is_source_new:
            what += "; " + _("the English has changed meanwhile")
        said = _("{number} {what}; {done} of {total}").format(number=number, what=what, done=done, total=total)
        is_fine = not stored.errors and not is_source_new
        self.say(said, Role.GOOD if is_fine else Role.WARNING, stays=True)

    def _not_stored(self, save: Save, number: int | None, error: Exception) -> None:
        if self.paragraphs is None:
            return
        self._forget_saving(save)
        if self._following.pop(save.key, None) is not None:
            self.say(_("not saved, so nothing else was done either"), Role.ERROR, stays=True)
        if self.paragraphs.get(save.key).working_text is not None:
            self.unsafe.add(save.key)
            self.keep_typed()
        # What was to be saved is in the journal as typed by now: the queue keeps the order.
        self.keeper.put(Job(partial(forget_save, self.workspace, number), lambda _: None, self.tell))
        self.reload(save.key)
        if isinstance(error, ConflictError):
            self.settle(save, error)
        else:
            self.tell(error)

    def reload(self, key: str, then: Callable[[DeskRow], None] | None = None) -> None:
        """Read a paragraph again after a failed write; what was typed there stays."""

        def done(row: DeskRow) -> None:
            self._take_unsaved(row)
            if then is not None:
                then(row)

        read = partial(load_row, self.workspace, self.ref, key, self.language)
        self.writer.put(Job(read, done, self.tell))

    def _take_unsaved(self, row: DeskRow) -> None:
        if self.paragraphs is None:
            return
        self.sync_typed()
        typed = self.paragraphs.get(row.key).working_text
        self.paragraphs.put(row)
        if typed is not None:
            self.unsafe.add(row.key)
            self.keep_typed()
        self.refresh_row(row.key)
        if row.key == self.key:
            if self.board.editor.value != self.paragraphs.text_of(row.key):
                self.board.open(self.paragraphs.text_of(row.key))
            self.seek_help()
        self.show_standing()

    # Conflict.

    @work(exit_on_error=False)
    async def settle(self, save: Save, error: ConflictError) -> None:
        """Ask which of two texts is to stand, and let it."""
        key = save.key
        differences = diff_words(error.theirs or "", save.text)
        choice = await self.app.push_screen_wait(ConflictDialog(error, differences))
        await self.writer.drain()
        if self.paragraphs is None:
            return
        self.sync_typed()
        # More may have been typed between the save and its answer.
        typed = self.paragraphs.get(key).working_text
        mine = save.text if typed is None else typed
        if choice is Choice.THEIRS:
            self._take_theirs(replace(save, text=mine))
            return
        self.paragraphs.rebase(key, mine, error.revision)
        if choice is Choice.MINE:
            self.save_as(key, save.state)
            return
        self.unsafe.add(key)
        self.keep_typed()
        await self.go_to(key)
        said = _("your text is in the editor; saving it now replaces theirs, the history keeps both")
        if choice is Choice.BOTH and error.theirs:
            self.board.editor.put(f"{mine}\n{error.theirs}")
            self.sync_typed()
            said = _("both texts are in the editor, yours first; {key} takes theirs out")
        self.say(said.format(key=key_of(Where.TEXT, "undo")))

    def _take_theirs(self, save: Save) -> None:
        def fetch() -> DeskRow:
            if save.text.strip():
                give_way(self.workspace, save)
            drop_working_copy(self.workspace, self.ref, save.key, self.language)
            return load_row(self.workspace, self.ref, save.key, self.language)

        def done(row: DeskRow) -> None:
            self.renew_row(row)
            self.say(
                _("their text stands; yours is in the history, {key}").format(key=key_of(Where.DESK, "history")),
                Role.GOOD,
            )

        self.writer.put(Job(fetch, done, self.tell))

    def renew_row(self, row: DeskRow) -> None:
        """Show a paragraph as it stands in the store, in the editor too."""
        if self.paragraphs is None:
            return
        self.unsafe.discard(row.key)
        self.note_errors(row.key, 0)
        self.paragraphs.renew(row)
        self.refresh_row(row.key)
        if row.key == self.key:
            self.board.open(self.paragraphs.text_of(row.key))
            self.open_paragraph()
        self.show_standing()

    # Inserting.

    def action_insert_match(self, number: int) -> bool | None:
        """Fill a paragraph in which nobody has written yet with a match, or insert it at the cursor."""
        match = self.find_match(number)
        if match is None:
            self.say(_("there is no match {number}").format(number=number), Role.WARNING)
            return False
        if self._fill(match.target):
            self._inserted = (self.key or "", match)
        self.say(_("match {number} inserted, {key} takes it out").format(number=number, key=key_of(Where.TEXT, "undo")))
        return None

    def _fill(self, text: str) -> bool:
        """Put a text in place of the source or of an earlier one that nobody touched; False: it is at the cursor."""
        row, editor = self.row, self.board.editor
        if row is None:
            return False
        is_free = editor.value.strip() in ("", row.source.strip()) or editor.value == self._filled.get(row.key)
        if is_free:
            editor.put(text)
            editor.move_cursor(editor.document.end)
            self._filled[row.key] = text
        else:
            editor.insert_apart(text)
        self.sync_typed()
        return is_free

    def action_copy_source(self) -> None:
        """The source where nobody has written yet, or at the cursor."""
        if self.row is not None:
            self._fill(self.row.source)

    @work(exit_on_error=False)
    async def action_concordance(self) -> None:
        """Search words in the memory, insert what is chosen."""
        words = self.board.editor.selected_text
        found = await self.app.push_screen_wait(ConcordanceDialog(self.workspace, self.language, words))
        if found is not None:
            self.board.editor.insert_here(found)
            self.sync_typed()

    # Drafts.

    async def action_accept_draft(self) -> None:
        """I read it and keep it, changed or not."""
        row = self._take_typed()
        if row is None or self.paragraphs is None:
            return
        if not self.paragraphs.text_of(row.key).strip():
            self.say(
                _("there is no text here to accept; {key} rejects the draft").format(
                    key=key_of(Where.DESK, "reject_draft")
                ),
                Role.WARNING,
            )
            return
        self.save_as(row.key, State.TRANSLATED, origin=Origin.HUMAN, reason=_("draft accepted"))
        await self.go_on()

    def action_reject_draft(self) -> None:
        """Throw the draft away; the history keeps it."""
        row = self.require_saved()
        if row is None:
            return
        key = row.key

        def reject() -> DeskRow:
            reject_draft(self.workspace, self.ref, key, self.language)
            drop_working_copy(self.workspace, self.ref, key, self.language)
            return load_row(self.workspace, self.ref, key, self.language)

        self.writer.put(Job(reject, self.renew_row, self.tell))
        self.say(_("draft rejected; {key} has it still").format(key=key_of(Where.DESK, "history")))
