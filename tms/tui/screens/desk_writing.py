"""Saving and inserting: what a translator does with a paragraph."""

from dataclasses import dataclass
from functools import partial

from textual import on, work

from tms.errors import ConflictError
from tms.tui.blocks import Role
from tms.tui.screens.concordance_dialog import ConcordanceDialog
from tms.tui.screens.conflict_dialog import Choice, ConflictDialog
from tms.tui.screens.desk_help import DeskHelp
from tms.tui.widgets.pane import Pane
from tms.tui.writer import Job
from tms.values import DeskRow, Match, MatchKind, Origin, Save, Saved, State
from tms.workflow.diffing import diff_words
from tms.workflow.editing import accept_draft, drop_working_copy, reject_draft, save_translation
from tms.workflow.reading import load_row


@dataclass(frozen=True, slots=True)
class Stored:
    """What a save left, and the paragraph as it stands now."""

    saved: Saved
    row: DeskRow


class DeskWriting(DeskHelp):
    """Saves go through the writer; the hands are on the next paragraph before the store has answered."""

    _inserted: tuple[str, Match] | None = None

    # Saving.

    def action_save(self) -> None:
        """Save what is in the editor as what it is: a draft, or a translation where there was one."""
        row = self._take_typed()
        if row is None:
            return
        if row.working_text is None:
            self.say("nothing new to save")
            return
        self.save_as(row.key, State.TRANSLATED if row.state.is_done else State.DRAFT)

    async def action_confirm_next(self) -> None:
        """Save as translated and go on."""
        row = self._take_typed()
        if row is None:
            return
        if row.working_text is None and row.is_stale:
            self.say(
                "the English changed and your text did not: mend it, or ^G v says that it is still valid", Role.WARNING
            )
            return
        if row.working_text is None and row.covered_by is None and not (row.text or "").strip():
            self.say("there is nothing here to confirm; ^N goes on", Role.WARNING)
            return
        if row.working_text is not None or row.state is State.DRAFT:
            self.save_as(row.key, State.TRANSLATED)
        await self.seek(lambda other: other.needs_work, "")

    def _take_typed(self) -> DeskRow | None:
        self.sync_typed()
        return self.row

    def require_saved(self) -> DeskRow | None:
        """The open paragraph, unless something typed there would be lost by what is asked for."""
        row = self._take_typed()
        if row is not None and row.working_text is not None:
            self.say("what you typed here is not saved yet: ^S first", Role.WARNING)
            return None
        return row

    def save_as(self, key: str, state: State) -> None:
        """Save what is typed in a paragraph."""
        if self.paragraphs is None:
            return
        text = self.paragraphs.text_of(key)
        self.paragraphs.mark_saving(key, state if text.strip() else State.INITIAL)
        self.unsafe.discard(key)
        self.refresh_row(key)
        self.show_standing()
        save = partial(self._store, key, text, state, self._origin_of(key, text))
        self.writer.put(Job(save, self._take_stored, partial(self._not_stored, key, text)))

    def _origin_of(self, key: str, text: str) -> Origin:
        is_from_memory = (
            self._inserted is not None
            and self._inserted[0] == key
            and self._inserted[1].target == text
            and self._inserted[1].kind is not MatchKind.MACHINE
        )
        return Origin.MEMORY if is_from_memory else Origin.HUMAN

    def _store(self, key: str, text: str, state: State, origin: Origin) -> Stored | None:
        if self.paragraphs is None:
            return None
        # Asked for only now: a save before this one in the queue has moved the revision on.
        revision = self.paragraphs.revision_of(key)
        save = Save(self.ref, key, self.language, text, state, revision, origin)
        saved = save_translation(self.workspace, save)
        return Stored(saved, load_row(self.workspace, self.ref, key, self.language))

    def take_row(self, row: DeskRow) -> None:
        """Show a paragraph as it stands in the store now; what was typed since stays."""
        if self.paragraphs is None:
            return
        self.sync_typed()
        kept = self.paragraphs.take_stored(row)
        if kept.working_text is not None:
            self.unsafe.add(row.key)
            self.keep_typed()
        self.refresh_row(row.key)
        if row.key == self.key:
            if self.board.editor.value != self.paragraphs.text_of(row.key):
                self.board.open(self.paragraphs.text_of(row.key))
            self.seek_help()
        self.show_standing()

    def _take_stored(self, stored: Stored | None) -> None:
        if stored is None or self.paragraphs is None:
            return
        self.take_row(stored.row)
        done, total = self.paragraphs.done, len(self.paragraphs.rows)
        number = self.paragraphs.index_of(stored.row.key) + 1
        what = f"saved as {stored.saved.state.value}" if stored.saved.text is not None else "emptied"
        self.say(f"{number} {what}; {done} of {total}", Role.GOOD)

    def _not_stored(self, key: str, text: str, error: Exception) -> None:
        if self.paragraphs is None:
            return
        self._reload(key)
        if isinstance(error, ConflictError):
            self._settle(key, text, error)
        else:
            self.tell(error)

    def _reload(self, key: str) -> None:
        """Read a paragraph again after a failed write."""
        read = partial(load_row, self.workspace, self.ref, key, self.language)
        self.writer.put(Job(read, self._take_unsaved, self.tell))

    def _take_unsaved(self, row: DeskRow) -> None:
        if self.paragraphs is None:
            return
        typed = self.paragraphs.get(row.key).working_text
        self.paragraphs.put(row)
        if typed is not None:
            self.unsafe.add(row.key)
            self.keep_typed()
        self.refresh_row(row.key)
        if row.key == self.key:
            self.seek_help()
        self.show_standing()

    # Conflict.

    @work(exit_on_error=False)
    async def _settle(self, key: str, mine: str, error: ConflictError) -> None:
        differences = diff_words(error.theirs or "", mine)
        choice = await self.app.push_screen_wait(ConflictDialog(error, differences))
        await self.writer.drain()
        if self.paragraphs is None:
            return
        if choice is Choice.THEIRS:
            # Mine is not lost: it can be pasted anywhere.
            self.app.copy_to_clipboard(mine)
            self._take_theirs(key)
            return
        self.paragraphs.rebase(key, mine, error.revision)
        if choice is Choice.MINE:
            self.save_as(key, State.TRANSLATED)
            return
        self.unsafe.add(key)
        self.keep_typed()
        await self.go_to(key)
        self.say("your text is in the editor; saving it now replaces theirs, the history keeps both")

    def _take_theirs(self, key: str) -> None:
        def fetch() -> DeskRow:
            drop_working_copy(self.workspace, self.ref, key, self.language)
            return load_row(self.workspace, self.ref, key, self.language)

        self.writer.put(Job(fetch, self.renew_row, self.tell))
        self.say("their text stands; yours is on the clipboard")

    def renew_row(self, row: DeskRow) -> None:
        """Show a paragraph as it stands in the store, in the editor too."""
        if self.paragraphs is None:
            return
        self.unsafe.discard(row.key)
        self.paragraphs.renew(row)
        self.refresh_row(row.key)
        if row.key == self.key:
            self.board.open(self.paragraphs.text_of(row.key))
            self.open_paragraph()
        self.show_standing()

    # Inserting.

    def action_insert_match(self, number: int) -> None:
        """Fill an empty paragraph with a match, or insert it at the cursor."""
        match = self.find_match(number)
        if match is None:
            self.say(f"there is no match {number}", Role.WARNING)
            return
        if self.board.editor.value.strip():
            self.board.editor.insert_here(match.target)
        else:
            self.board.editor.put(match.target)
            self._inserted = (self.key or "", match)
        self.sync_typed()
        self.say(f"match {number} inserted, ^Z takes it out")

    def action_insert_term(self, number: int) -> None:
        """Insert the preferred term of a card."""
        cards = self.help.help.terms if self.help is not None else ()
        if not 0 < number <= len(cards):
            self.say(f"there is no term {number}", Role.WARNING)
            return
        card = cards[number - 1]
        words = (*card.preferred, *card.admitted)
        if not words:
            self.say(f"the glossary has no term for “{card.hit.form}” in this language", Role.WARNING)
            return
        self.board.editor.insert_here(words[0])
        self.sync_typed()

    def action_copy_source(self) -> None:
        """The source where nothing stands, or at the cursor."""
        row = self.row
        if row is None:
            return
        if self.board.editor.value.strip():
            self.board.editor.insert_here(row.source)
        else:
            self.board.editor.put(row.source)
        self.sync_typed()

    @on(Pane.Clicked)
    def _click_pane(self, message: Pane.Clicked) -> None:
        if isinstance(message.value, int):
            insert = {"matches": self.action_insert_match, "terms": self.action_insert_term}.get(message.pane.id or "")
            if insert is not None:
                insert(message.value)
        self.board.editor.focus()

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
        key, text = row.key, self.paragraphs.text_of(row.key)
        self.unsafe.discard(key)

        def accept() -> Stored:
            revision = self.paragraphs.revision_of(key) if self.paragraphs is not None else None
            saved = accept_draft(self.workspace, self.ref, key, self.language, text=text, expect_revision=revision)
            return Stored(saved, load_row(self.workspace, self.ref, key, self.language))

        self.paragraphs.mark_saving(key, State.TRANSLATED)
        self.writer.put(Job(accept, self._take_stored, partial(self._not_stored, key, text)))
        await self.seek(lambda other: other.needs_work, "")

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
        self.say("draft rejected; ^G h has it still")
