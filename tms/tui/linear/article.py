"""Judging in an article: reviews, returns, "still valid", history, comments; with all that went before, the article."""

from tms.errors import InputError
from tms.tui.language import _
from tms.tui.linear.article_markup import ArticleMarkup
from tms.tui.linear.speech_beside import say_comment, say_event
from tms.tui.linear.talk import Turn, read_number
from tms.values import HistoryEntry, Seen, Severity, State
from tms.workflow.commenting import add_comment, list_comments, resolve_comment
from tms.workflow.editing import restore_translation
from tms.workflow.reading import list_history
from tms.workflow.reviewing import approve, confirm, return_translation


class Article(ArticleMarkup):
    """Each verdict is about the text that is saved, as it was said."""

    def _see(self) -> Seen:
        self.require_saved()
        return Seen(self.row.revision, self.row.source_version)

    def do_still_valid(self, reason: str) -> Turn:
        """The change of the English does not touch the text; where a check found something, a reason says why."""
        seen = self._see()
        if not self.row.is_stale:
            raise InputError(_("this paragraph is not out of date"))
        waiting = [one for one in self.find_findings() if one.waived is None and one.severity is not Severity.INFO]
        if waiting and not reason:
            self.voice.say(_("A check found something in the text: {message}.").format(message=waiting[0].message))
            reason = self.talk.ask(_("why it is still valid: "))
            if not reason:
                raise InputError(_("without a reason it stays out of date"))
        confirm(self.workspace, *self.place, reason, seen=seen)
        self.reload()
        self.voice.say(_("Still valid: up to date again."))
        return self.go_on()

    def do_approve(self) -> Turn:
        """Mark as reviewed, go to the next one that waits for a review."""
        seen = self._see()
        approve(self.workspace, self.ref, [self.key], self.language, seen={self.key: seen})
        self.reload()
        self.voice.say(_("{number} marked as reviewed.").format(number=self.number))
        return self.seek(lambda row: row.state is State.TRANSLATED, _("Nothing else waits for a review here."))

    def do_return(self, reason: str) -> Turn:
        """Give back with a reason."""
        seen = self._see()
        return_translation(self.workspace, *self.place, reason or self.talk.ask(_("reason: ")), seen=seen)
        self.reload()
        self.voice.say(_("Given back as a draft, with your reason."))
        return None

    # History and comments.

    def do_history(self, number: str) -> Turn:
        """What happened to the translation; with a number, the text of then."""
        history = list_history(self.workspace, *self.place)
        if number:
            self.voice.say(_find_entry(history, number).after or _("There was no text then."))
        else:
            self.voice.say(*[say_event(entry) for entry in history] or [_("Nothing has happened here yet.")])
        return None

    def do_restore(self, number: str) -> Turn:
        """Bring a text of the history back."""
        self.require_saved()
        entry = _find_entry(list_history(self.workspace, *self.place), number)
        restore_translation(self.workspace, *self.place, entry.number)
        self.reload()
        self.voice.say(_("Text {number} is back.").format(number=entry.number), *self.say_text())
        return None

    def do_comments(self) -> Turn:
        """Comments and questions on the paragraph."""
        said = list_comments(self.workspace, *self.place)
        lines = [say_comment(number, comment) for number, comment in enumerate(said, 1)]
        self.voice.say(*lines or [_("Nothing was said here.")])
        return None

    def do_comment(self, text: str) -> Turn:
        """Say something on the paragraph."""
        add_comment(self.workspace, self.ref, self.key, text or self.talk.ask(_("comment: ")), language=self.language)
        self.voice.say(_("Comment written."))
        return None

    def do_ask(self, text: str) -> Turn:
        """Ask the author, once for all languages."""
        add_comment(self.workspace, self.ref, self.key, text or self.talk.ask(_("question: ")), is_question=True)
        self.voice.say(_("Question asked, for all languages."))
        return None

    def do_settle(self, number: str) -> Turn:
        """Settle a comment or a question."""
        said = list_comments(self.workspace, *self.place)
        resolve_comment(self.workspace, said[read_number(number, len(said)) - 1].id)
        self.voice.say(_("Settled."))
        return None


def _find_entry(history: tuple[HistoryEntry, ...], number: str) -> HistoryEntry:
    found = next((entry for entry in history if str(entry.number) == number), None)
    if found is None:
        numbers = ", ".join(str(entry.number) for entry in history)
        raise InputError(_("“{text}” is no number of the history").format(text=number), numbers)
    return found
