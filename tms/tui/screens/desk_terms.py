"""Terms at the desk: insert one in the form that fits, propose one, look one up in the glossary."""

from asyncio import to_thread

from textual import on, work

from tms.errors import TmsError
from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.screens.desk_repairing import DeskRepairing
from tms.tui.screens.propose_dialog import ProposeDialog
from tms.tui.widgets.pane import Pane
from tms.values import TermCard
from tms.workflow.proposing import Place, propose_term
from tms.workflow.terms import guess_words, place_term


class DeskTerms(DeskRepairing):
    """What a translator does with the terms of a paragraph."""

    def on_screen_resume(self) -> None:
        """The glossary may have changed while another screen was before this one."""
        super().on_screen_resume()
        if self.row is not None:
            self.seek_help()

    @property
    def cards(self) -> tuple[TermCard, ...]:
        """The terms of the open paragraph."""
        return self.help.help.terms if self.help is not None else ()

    async def action_insert_term(self, number: int) -> None:
        """Insert the term of a card, in the number, gender and case that the words before the cursor ask for."""
        if not 0 < number <= len(self.cards):
            self.say(_("there is no term {number}").format(number=number), Role.WARNING)
            return
        row, card, editor = self.row, self.cards[number - 1], self.board.editor
        if row is None or not (card.preferred or card.admitted):
            self.say(
                _("the glossary has no term for “{form}” in this language").format(form=card.hit.form), Role.WARNING
            )
            return
        text, selection = editor.value, editor.selection
        start = editor.offset_of(min(selection.start, selection.end))
        placed = await to_thread(
            place_term, self.workspace, card.hit, self.language, text=text, start=start, source=row.source
        )
        if (editor.value, editor.selection) != (text, selection):
            # Typed on meanwhile: the place is another one.
            placed = None
        first, words = placed or (start, (*card.preferred, *card.admitted)[0])
        if placed is not None and first < start:
            editor.select_span(first, editor.offset_of(max(selection.start, selection.end)))
        editor.insert_here(words)
        self.sync_typed()

    @on(Pane.Clicked)
    async def _click_pane(self, message: Pane.Clicked) -> None:
        if isinstance(message.value, int):
            if message.pane.id == "matches":
                self.action_insert_match(message.value)
            elif message.pane.id == "terms":
                await self.action_insert_term(message.value)
        self.board.editor.focus()

    @work(exit_on_error=False)
    async def action_propose_term(self) -> None:
        """Propose the marked words as a term; a coordinator decides."""
        row = self.row
        if row is None:
            return
        text, marked = self.board.editor.value, self.board.editor.selected_text
        dialog = ProposeDialog(row.source, text, guess_words(row.source, text, marked), marked)
        proposal = await self.app.push_screen_wait(dialog.keep_at(self.name_place("propose", row.key)))
        if proposal is None:
            return
        words, note = (proposal.source, proposal.target), proposal.note
        try:
            view = await to_thread(
                propose_term, self.workspace, words, self.language, place=Place(self.ref, row.key), note=note
            )
        except TmsError as error:
            self.tell(error)
            return
        self.say(
            _("proposed: {source} = {target}; a coordinator decides").format(source=view.source, target=view.target),
            Role.GOOD,
        )
