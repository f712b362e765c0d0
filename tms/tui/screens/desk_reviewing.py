"""Judging: reviews, returns, "still valid", findings, history, comments."""

import asyncio
from collections.abc import Callable
from functools import partial

from textual import work

from tms.errors import ConflictError, RefusedError
from tms.tui.blocks import Role, diff_runs, make_block
from tms.tui.finding_blocks import describe_finding
from tms.tui.language import _
from tms.tui.screens.comments_dialog import CommentsDialog, Remark
from tms.tui.screens.desk_writing import DeskWriting, Stored
from tms.tui.screens.history_dialog import HistoryDialog
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.signs import number_of
from tms.tui.writer import Job
from tms.values import CommentView, DeskRow, Saved, Seen, Severity, State
from tms.workflow.checking import check_text
from tms.workflow.commenting import add_comment, list_comments, resolve_comment
from tms.workflow.diffing import diff_words
from tms.workflow.editing import restore_translation
from tms.workflow.reading import load_row
from tms.workflow.reviewing import approve, confirm, return_translation


class DeskReviewing(DeskWriting):
    """Each verdict is about the text that is saved: what is only typed is saved first, or the verdict waits."""

    _judging: frozenset[str] = frozenset()

    def _write_verdict(
        self,
        row: DeskRow,
        verdict: Callable[[], Saved | tuple[Saved, ...] | None],
        said: str,
        *,
        then: Callable[[], None] | None = None,
    ) -> None:
        key = row.key
        if key in self._judging:
            return
        self._judging |= {key}

        def call() -> DeskRow:
            verdict()
            return load_row(self.workspace, self.ref, key, self.language)

        def done(new: DeskRow) -> None:
            self._judging -= {key}
            self.take_row(new)
            self.say(said, Role.GOOD)
            if new.state is not row.state:
                self.note_verdict(new.state)
            if then is not None:
                then()

        self.writer.put(Job(call, done, partial(self._not_judged, row)))

    def _not_judged(self, row: DeskRow, error: Exception) -> None:
        self._judging -= {row.key}
        if not isinstance(error, ConflictError):
            self.tell(error)
            if isinstance(error, RefusedError):
                self.say(_("refused: {message}").format(message=error.message), Role.ERROR, stays=True)
            return

        def tell_change(new: DeskRow) -> None:
            what = _("the English was changed") if new.source != row.source else _("the translation was changed")
            self.say(
                _("not done: {what} meanwhile ({who}); read it again").format(
                    what=what, who=error.who or _("somebody")
                ),
                Role.WARNING,
                stays=True,
            )

        self.reload(row.key, tell_change)

    def note_verdict(self, state: State) -> None:
        """A verdict brought a paragraph into a state."""

    async def seek_review(self) -> None:
        """Go to the next one that waits for a review."""
        await self.seek(lambda other: other.state is State.TRANSLATED, "")

    def action_approve(self) -> None:
        """Mark as reviewed; go to the next one that waits for a review."""
        if self.key is not None:
            self.once_saved(self.key, self._approve)

    def _approve(self, row: DeskRow) -> None:
        def go_on() -> None:
            if self.key == row.key:
                self.call_later(self.seek_review)

        seen = {row.key: seen_of(row)}
        mark = partial(approve, self.workspace, self.ref, [row.key], self.language, seen=seen)
        self._write_verdict(row, mark, _("{number} marked as reviewed").format(number=number_of(row)), then=go_on)

    @work(exit_on_error=False)
    async def action_return_translation(self) -> None:
        """Give a translation back with the reason."""
        row = self.require_saved()
        if row is None:
            return
        blocks = [make_block(row.text or "")]
        dialog = ReasonDialog(_("Give back to the translator"), blocks).keep_at(self.name_place("return", row.key))
        reason = await self.app.push_screen_wait(dialog)
        if reason:
            seen = seen_of(row)
            give_back = partial(return_translation, self.workspace, self.ref, row.key, self.language, reason, seen=seen)
            self._write_verdict(row, give_back, _("given back as a draft, with your reason"))

    @work(exit_on_error=False)
    async def action_still_valid(self) -> None:
        """Say that the change of the English does not touch my text."""
        row = self.require_saved()
        if row is None:
            return
        blocks = [
            make_block((", ".join(row.reasons) or _(row.level.value), Role.WARNING)),
            make_block((_("what changed in the English"), Role.QUIET)),
            make_block(*diff_runs(diff_words(row.made_from_text or row.source, row.source), context=120)),
            make_block(("\n" + _("your text, which would stay as it is"), Role.QUIET)),
            make_block(row.text or (_("(translated together with another paragraph)"), Role.QUIET)),
        ]
        found = await asyncio.to_thread(check_text, self.workspace, self.ref, row.key, self.language, row.text or "")
        still_open = [f for f in found if f.waived is None]
        if still_open:
            blocks.append(make_block(("\n" + _("what the checks find in it now"), Role.QUIET)))
            blocks += [describe_finding(f, is_current=False) for f in still_open]
        must_explain = any(f.severity is not Severity.INFO for f in still_open)
        why = _("why, although a check found something")
        prompt = why if must_explain else _("why (may be left empty); Enter confirms")
        dialog = ReasonDialog(_("Still valid?"), blocks, is_required=must_explain, prompt=prompt)
        reason = await self.app.push_screen_wait(dialog.keep_at(self.name_place("still valid", row.key)))
        if reason is not None:
            seen = seen_of(row)
            still_valid = partial(confirm, self.workspace, self.ref, row.key, self.language, reason, seen=seen)
            self._write_verdict(row, still_valid, _("still valid: up to date again"), then=partial(self._hold, row.key))

    def _hold(self, key: str) -> None:
        """A text that holds is done: on from it, unless the person has gone elsewhere."""
        self.did("still_valid")
        if self.key == key:
            self.call_later(self.go_on)

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
            self.say(
                _("version {number} is back, as {value}").format(number=number, value=_(stored.saved.state.value)),
                Role.GOOD,
            )

        self.writer.put(Job(restore, done, self.tell))

    def action_comments(self) -> None:
        """Read, write, settle comments and questions; the dialog stays until it is left."""
        row = self.row
        if row is not None:
            dialog = CommentsDialog(self.comments, partial(self._take_remark, row.key))
            self.app.push_screen(dialog.keep_at(self.name_place("comment", row.key)))

    def _take_remark(self, key: str, dialog: CommentsDialog, remark: Remark) -> None:
        def call() -> tuple[CommentView, ...]:
            if remark.settled is not None:
                resolve_comment(self.workspace, remark.settled)
            else:
                language = "" if remark.is_question else self.language
                text, is_question = remark.text, remark.is_question
                add_comment(self.workspace, self.ref, key, text, language=language, is_question=is_question)
            return list_comments(self.workspace, self.ref, key, self.language)

        def done(comments: tuple[CommentView, ...]) -> None:
            dialog.take(comments)
            self.panes.bring("comments")
            if key == self.key:
                self.seek_help()

        def failed(error: Exception) -> None:
            dialog.take(None)
            self.tell(error)

        self.writer.put(Job(call, done, failed))


def seen_of(row: DeskRow) -> Seen:
    """What a verdict on this row is about."""
    return Seen(row.revision, row.source_version)
