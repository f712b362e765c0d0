"""Judging: reviews, returns, "still valid", findings, history, comments."""

from collections.abc import Callable
from functools import partial

from textual import work

from tms.tui.blocks import Role, cut_to, diff_runs, make_block
from tms.tui.pane_blocks import describe_finding
from tms.tui.screens.comments_dialog import CommentsDialog
from tms.tui.screens.desk_writing import DeskWriting, Stored
from tms.tui.screens.history_dialog import HistoryDialog
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.writer import Job
from tms.values import DeskRow, Saved, State
from tms.workflow.commenting import add_comment, resolve_comment
from tms.workflow.diffing import diff_words
from tms.workflow.editing import restore_translation
from tms.workflow.reading import load_row
from tms.workflow.reviewing import approve, confirm, return_translation
from tms.workflow.waiving import waive


class DeskReviewing(DeskWriting):
    """Each verdict is about the text that is saved: what is only typed is saved first, or the verdict waits."""

    def _write_verdict(self, row: DeskRow, verdict: Callable[[], Saved | tuple[Saved, ...] | None], said: str) -> None:
        key = row.key

        def call() -> DeskRow:
            verdict()
            return load_row(self.workspace, self.ref, key, self.language)

        def done(new: DeskRow) -> None:
            self.take_row(new)
            self.say(said, Role.GOOD)

        self.writer.put(Job(call, done, self.tell))

    def action_approve(self) -> None:
        """Mark as reviewed; go to the next one that waits for a review."""
        self.sync_typed()
        row = self.row
        if row is None:
            return
        if row.working_text is not None:
            self.save_as(row.key, State.TRANSLATED)
        key, number = row.key, row.position + 1

        def mark() -> DeskRow:
            approve(self.workspace, self.ref, [key], self.language)
            return load_row(self.workspace, self.ref, key, self.language)

        def done(new: DeskRow) -> None:
            self.take_row(new)
            self.say(f"{number} marked as reviewed", Role.GOOD)
            if self.key == key:
                self.call_later(self.seek, lambda other: other.state is State.TRANSLATED, "")

        self.writer.put(Job(mark, done, self.tell))

    @work(exit_on_error=False)
    async def action_return_translation(self) -> None:
        """Give a translation back with the reason."""
        row = self.require_saved()
        if row is None:
            return
        blocks = [make_block(row.text or "")]
        reason = await self.app.push_screen_wait(ReasonDialog("Give back to the translator", blocks))
        if reason:
            give_back = partial(return_translation, self.workspace, self.ref, row.key, self.language, reason)
            self._write_verdict(row, give_back, "given back as a draft, with your reason")

    @work(exit_on_error=False)
    async def action_still_valid(self) -> None:
        """Say that the change of the English does not touch my text."""
        row = self.require_saved()
        if row is None:
            return
        blocks = [
            make_block((", ".join(row.reasons) or row.level.value, Role.WARNING)),
            make_block(("what changed in the English", Role.QUIET)),
            make_block(*diff_runs(diff_words(row.made_from_text or row.source, row.source), context=120)),
            make_block(("\nyour text, which would stay as it is", Role.QUIET)),
            make_block(row.text or ("(translated together with another paragraph)", Role.QUIET)),
        ]
        dialog = ReasonDialog(
            "Still valid?", blocks, is_required=False, prompt="why (may be left empty); Enter confirms"
        )
        reason = await self.app.push_screen_wait(dialog)
        if reason is not None:
            still_valid = partial(confirm, self.workspace, self.ref, row.key, self.language, reason)
            self._write_verdict(row, still_valid, "still valid: up to date again")

    # Findings.

    def action_next_finding(self) -> None:
        """Select the place of the next finding."""
        still_open = [f for f in self.findings if f.waived is None]
        if not still_open:
            self.say("nothing was found here")
            return
        place = still_open.index(self.finding) + 1 if self.finding in still_open else 0
        self.finding = still_open[place % len(still_open)]
        self.panes.bring("findings")
        self.show_findings()
        if self.finding.start is not None and self.finding.end is not None:
            self.board.editor.select_span(self.finding.start, self.finding.end)
        self.say(self.finding.message)

    def action_apply_fix(self) -> None:
        """Repair the text as the finding proposes."""
        finding = self.current_finding
        if finding is None or finding.fix is None:
            finding = next((f for f in self.findings if f.fix is not None and f.waived is None), None)
        if finding is None or finding.fix is None:
            self.say("no finding has a repair", Role.WARNING)
            return
        self.board.editor.put(finding.fix)
        self.finding = None
        self.findings = ()
        self.sync_typed()
        self.say(f"repaired: {finding.message}; ^Z takes it back")

    @work(exit_on_error=False)
    async def action_waive(self) -> None:
        """Let a finding stand, with a reason that ends when the text changes."""
        finding = self.current_finding
        row = self.row
        if row is None or finding is None:
            self.say("nothing is left to waive here")
            return
        blocks = [describe_finding(finding, is_current=False), make_block((cut_to(row.source, 300), Role.QUIET))]
        reason = await self.app.push_screen_wait(ReasonDialog("Let the finding stand", blocks))
        if not reason:
            return
        if row.working_text is not None and row.key == self.key:
            self.action_save()
        let_stand = partial(waive, self.workspace, self.ref, row.key, self.language, finding.check, reason)
        self._write_verdict(row, let_stand, "the finding stands, with your reason")

    # History and comments.

    @work(exit_on_error=False)
    async def action_history(self) -> None:
        """See every version, restore one."""
        row = self.require_saved()
        if row is None:
            return
        number = await self.app.push_screen_wait(HistoryDialog(self.history, row.text or ""))
        if number is None:
            return
        key = row.key

        def restore() -> Stored:
            saved = restore_translation(self.workspace, self.ref, key, self.language, number)
            return Stored(saved, load_row(self.workspace, self.ref, key, self.language))

        def done(stored: Stored) -> None:
            self.renew_row(stored.row)
            self.say(f"version {number} is back, as {stored.saved.state.value}", Role.GOOD)

        self.writer.put(Job(restore, done, self.tell))

    @work(exit_on_error=False)
    async def action_comments(self) -> None:
        """Read, write, settle comments and questions."""
        row = self.row
        if row is None:
            return
        remark = await self.app.push_screen_wait(CommentsDialog(self.comments))
        if remark is None:
            return

        def call() -> None:
            if remark.settled is not None:
                resolve_comment(self.workspace, remark.settled)
                return
            language = "" if remark.is_question else self.language
            add_comment(
                self.workspace, self.ref, row.key, remark.text, language=language, is_question=remark.is_question
            )

        said = "settled" if remark.settled is not None else "asked" if remark.is_question else "said"
        self._write_verdict(row, call, said)
        self.panes.bring("comments")
