"""Findings on the desk: go to one, repair it or all of its kind, let it stand, put a word on the list."""

import asyncio
from functools import partial

from textual import on, work
from textual.worker import get_current_worker

from tms.errors import TmsError
from tms.tui.actions import Where
from tms.tui.blocks import Role, cut_to, make_block
from tms.tui.finding_blocks import SPELLING, describe_finding
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.tui.messages import FindingSought
from tms.tui.screens.desk_reviewing import DeskReviewing
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.word_dialog import WordDialog
from tms.values import Finding
from tms.workflow.calming import find_next_found
from tms.workflow.mending import mend_text
from tms.workflow.spelling import suggest_words
from tms.workflow.waiving import waive
from tms.workflow.words import add_word


class DeskFindings(DeskReviewing):
    """A repair goes into the editor as if it had been typed: one undo takes it back, and only a person saves it."""

    _is_seeking = False

    def action_next_finding(self) -> None:
        """Go to the next finding, here or in another paragraph; whoever asks wants to see also what waits."""
        if self.key is None:
            return
        self.sync_typed()
        self.tell_held()
        if not self.is_checked and not self.is_away:
            self._is_seeking = True
            self.say(_("checking …"))
            return
        still_open = [f for f in self.findings if f.waived is None]
        place = still_open.index(self.finding) + 1 if self.finding in still_open else 0
        if place < len(still_open):
            self._go_to_finding(place)
        else:
            self._seek_elsewhere()

    def _go_to_finding(self, place: int, before: str = "") -> None:
        still_open = [f for f in self.findings if f.waived is None]
        self.finding = still_open[place]
        self.panes.bring("findings")
        self.show_findings()
        if self.finding.start is not None and self.finding.end is not None:
            self.board.editor.select_span(self.finding.start, self.finding.end)
        said = _("finding {number} of {total}: {message}")
        self.say(before + said.format(number=place + 1, total=len(still_open), message=self.finding.message))

    def _seek_elsewhere(self) -> None:
        paragraphs = self.paragraphs
        if paragraphs is None or self.key is None:
            return
        here, shown = paragraphs.index_of(self.key), paragraphs.shown
        order = [place for place in shown if place > here] + [place for place in shown if place < here]
        rows = [paragraphs.rows[place] for place in order]
        self.say(_("looking for the next finding …"))
        self._load_next_found(self.key, [(row.key, paragraphs.text_of(row.key)) for row in rows if not row.covered_by])

    @work(thread=True, exclusive=True, group="next-found", exit_on_error=False)
    def _load_next_found(self, key: str, texts: list[tuple[str, str]]) -> None:
        worker = get_current_worker()
        found = find_next_found(self.workspace, self.ref, self.language, texts, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(FindingSought(key, found))

    @on(FindingSought)
    async def _take_sought(self, message: FindingSought) -> None:
        if message.key != self.key:
            return
        if message.found is not None:
            await self.go_to(message.found)
            self._is_seeking = True
        elif any(finding.waived is None for finding in self.findings):
            self._go_to_finding(0, _("no other finding in this article") + "; ")
        else:
            self.say(_("no other finding in this article"))

    def show_findings(self) -> None:
        """Show what the checks found; who looks for a finding goes to the first."""
        super().show_findings()
        if self._is_seeking and self.is_checked:
            self._is_seeking = False
            self.call_later(self.action_next_finding)

    def open_paragraph(self) -> None:
        """Whoever goes on does not look for a finding any more."""
        self._stop_seeking()
        super().open_paragraph()

    def typed(self) -> None:
        """Whoever types does not look for a finding any more."""
        self._stop_seeking()
        super().typed()

    def _stop_seeking(self) -> None:
        self._is_seeking = False
        self.workers.cancel_group(self, "next-found")

    @property
    def repairable(self) -> Finding | None:
        """The finding that a repair is about: the current one, else the first that has one."""
        finding = self.current_finding
        if finding is not None and (finding.fix is not None or finding.check == SPELLING):
            return finding
        return next((f for f in self.findings if f.fix is not None and f.waived is None), None)

    def action_apply_fix(self) -> None:
        """Repair the text as the finding proposes; of a word that is in no dictionary, show others."""
        finding = self.repairable
        if finding is None:
            self.say(_("no finding has a repair"), Role.WARNING)
        elif finding.fix is None:
            self._choose_word(finding)
        else:
            self._put(
                finding.fix,
                _("repaired: {message}; {key} takes it back").format(
                    message=finding.message, key=key_of(Where.TEXT, "undo")
                ),
            )

    def _put(self, text: str, said: str) -> None:
        self.board.editor.put(text)
        self.finding = None
        self.findings = ()
        self.sync_typed()
        self.say(said)

    @work(exit_on_error=False)
    async def action_apply_kind(self) -> None:
        """Repair everything of this kind in the paragraph."""
        finding, key, paragraphs = self.repairable, self.key, self.paragraphs
        if finding is None or finding.fix is None or key is None or paragraphs is None:
            self.say(_("this finding has no repair"), Role.WARNING)
            return
        text = paragraphs.text_of(key)
        place = (self.workspace, self.ref, key, self.language)
        repaired = await asyncio.to_thread(mend_text, *place, text, [finding.check])
        if key != self.key or text != paragraphs.text_of(key):
            return
        if repaired.text == text:
            self.say(_("its repair would make another finding; a person has to look"), Role.WARNING)
            return
        count = sum(number for _, number in repaired.fixed)
        self._put(
            repaired.text,
            _("{check}: {count} repaired; {key} takes all of it back").format(
                check=finding.check, count=count, key=key_of(Where.TEXT, "undo")
            ),
        )

    # Words.

    @work(exit_on_error=False)
    async def _choose_word(self, finding: Finding) -> None:
        key, word = self.key, self._word_of(finding)
        suggestions = await asyncio.to_thread(suggest_words, word, self.language)
        choice = await self.app.push_screen_wait(WordDialog(word, suggestions))
        if choice is None or self.key != key or self.paragraphs is None or key is None:
            return
        if choice.word is None:
            await self._learn(word)
            return
        text = self.paragraphs.text_of(key)
        if text[finding.start : finding.end] == word:
            put = f"{text[: finding.start]}{choice.word}{text[finding.end or 0 :]}"
            self._put(
                put,
                _("“{word}” became “{word2}”; {key} takes it back").format(
                    word=word, word2=choice.word, key=key_of(Where.TEXT, "undo")
                ),
            )

    @work(exit_on_error=False)
    async def action_know_word(self) -> None:
        """Put the word of the finding on the project's list."""
        finding = self.current_finding
        if finding is None or finding.check != SPELLING:
            self.say(
                _("go to a spelling finding first: {key}").format(key=key_of(Where.DESK, "next_finding")), Role.WARNING
            )
            return
        await self._learn(self._word_of(finding))

    async def _learn(self, word: str) -> None:
        project = self.ref.partition("/")[0]
        # A name is one in every language.
        language = "" if word[:1].isupper() else self.language
        try:
            await asyncio.to_thread(add_word, self.workspace, project, word, language)
        except TmsError as error:
            self.tell(error)
            return
        self.say(_("“{word}” is on the list of {project} now").format(word=word, project=project), Role.GOOD)
        self.seek_findings()

    def _word_of(self, finding: Finding) -> str:
        text = self.paragraphs.text_of(self.key) if self.paragraphs is not None and self.key is not None else ""
        return text[finding.start : finding.end]

    # Waivers.

    @work(exit_on_error=False)
    async def action_waive(self) -> None:
        """Let a finding stand, with a reason that ends when the text changes."""
        finding = self.current_finding
        row = self.row
        if row is None or finding is None:
            self.say(_("nothing is left to waive here"))
            return
        blocks = [describe_finding(finding, is_current=False), make_block((cut_to(row.source, 300), Role.QUIET))]
        dialog = ReasonDialog(_("Let the finding stand"), blocks)
        reason = await self.app.push_screen_wait(dialog.keep_at(self.name_place(f"waive {finding.check}", row.key)))
        if not reason:
            return
        if row.working_text is not None and row.key == self.key:
            self.action_save()
        place = (self.workspace, self.ref, row.key, self.language)
        let_stand = partial(waive, *place, finding.check, reason, start=finding.start)
        self.once_saved(
            row.key, lambda saved: self._write_verdict(saved, let_stand, "the finding stands, with your reason")
        )
