"""Typing and saving: a line is the text, everything that becomes of it is said."""

import re
from dataclasses import replace

from tms.errors import ConflictError, InputError
from tms.tui.language import _, ngettext
from tms.tui.linear.article_reading import ArticleReading
from tms.tui.linear.commands import COMMANDS, SIGN, is_order
from tms.tui.linear.speech import say_differences
from tms.tui.linear.speech_beside import count_findings
from tms.tui.linear.talk import GoHome, OpenArticle, Turn, WithdrawnError
from tms.tui.sittings import describe_end, describe_place
from tms.values import Match, MatchKind, Origin, Save, Severity, State, Trail
from tms.workflow.diffing import diff_words
from tms.workflow.editing import drop_working_copy, give_way, reject_draft, save_translation
from tms.workflow.trails import keep_trail, load_trail

_NAMES = frozenset(command.name for command in COMMANDS)
_ESCAPES = re.compile(r"\\(n|\\)")
_END = "."


def show_breaks(text: str) -> str:
    """A text in one line to edit: a line break is a backslash and n, a backslash is two."""
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def read_breaks(line: str) -> str:
    """The text of such a line."""
    return _ESCAPES.sub(lambda found: "\n" if found[1] == "n" else "\\", line)


class ArticleWriting(ArticleReading):
    """What a translator does with the text."""

    _inserted: Match | None = None
    _is_hinted = False

    # Typing.

    def take(self, line: str) -> Turn:
        """A command, a text, or for an empty line the paragraph again."""
        if not self.key or is_order(line):
            return self.obey(line)
        text = line.removeprefix(SIGN) if line.startswith(SIGN) else line
        if not text.strip():
            self.say_paragraph(is_moved=False)
            return None
        self.put_and_say(text)
        if text.strip().casefold() in _NAMES:
            said = _("This was taken for the translation. The command is :{name}; :undo takes the text back.")
            self.voice.say(said.format(name=text.strip().casefold()))
        return None

    def put_and_say(self, text: str) -> None:
        """Make this the text and say that it is kept."""
        if not self.put(text):
            self.voice.say(_("That is the text already."))
            return
        count = sum(any(map(str.isalnum, word)) for word in text.split())
        said = ngettext("Kept, {count} word, not saved yet.", "Kept, {count} words, not saved yet.", count)
        self.voice.say(said.format(count=count))
        if not self._is_hinted and not self.voice.is_brief:
            self._is_hinted = True
            self.voice.say(_(":confirm, or :c, saves it as translated and goes on."))

    def do_edit(self) -> Turn:
        """The text in the line, ready to be changed; where a line cannot be filled, words are replaced."""
        if not self.talk.prompt.can_fill:
            return self.do_replace()
        shown = show_breaks(self.text)
        if shown != self.text:
            self.voice.say(_("A line break is written as backslash n, a backslash as two."))
        self.fill(shown)
        return None

    def fill(self, shown: str) -> None:
        """Put a text into the line and take what becomes of it; Ctrl+C and a command leave the text as it was."""
        keep = self.keep
        try:
            line = self.talk.prompt.ask(self.label, shown, lambda typed: None if typed == shown else keep(typed))
        except KeyboardInterrupt:
            rest = self.talk.prompt.take_rest()
            self.talk.kept.keep(self.kept_place, "" if rest == shown else rest)
            self.voice.say("", _("The text is as it was."))
            return
        if is_order(line) and not is_order(shown):
            raise WithdrawnError(line)
        self.put_and_say(read_breaks(line))
        self.talk.kept.keep(self.kept_place, "")

    def do_replace(self) -> Turn:
        """Put other words in place of some."""
        text = self.text
        old = self.talk.ask(_("words to replace: "))
        count = text.count(old) if old else 0
        if not count:
            raise InputError(_("the text does not have “{words}”").format(words=old))
        if count > 1:
            said = _("“{words}” stands there {count} times; more of the words around it say which").format(
                words=old, count=count
            )
            raise InputError(said)
        new = self.talk.ask(_("words to write instead, nothing takes them out: "))
        self.put_and_say(text.replace(old, new))
        return None

    def do_long(self) -> Turn:
        """Lines until one that is a full stop alone; what was typed so far is kept whatever happens."""
        self.voice.say(_("Type the lines; a full stop alone ends the text, two are one."))
        lines: list[str] = []
        try:
            while (line := self.talk.prompt.ask(_("line {number}: ").format(number=len(lines) + 1))) != _END:
                lines.append(_END if line == _END * 2 else line)
                self.talk.kept.keep(self.kept_place, show_breaks("\n".join(lines)))
        except KeyboardInterrupt:
            lines.append(self.talk.prompt.take_rest())
            self.voice.say("", _("Ended here."))
        finally:
            text = "\n".join(lines).strip("\n")
            if text:
                self.put_and_say(text)
            self.talk.kept.keep(self.kept_place, "")
        return None

    def do_empty(self) -> Turn:
        """Take all of the text out."""
        self.put_and_say("")
        return None

    def do_copy_source(self) -> Turn:
        """The source is the text, to be changed."""
        self.put_and_say(self.row.source)
        return None

    def do_undo(self) -> Turn:
        """The text before this one."""
        trail = load_trail(self.workspace, *self.place).push(self.text)
        if not trail.can_undo:
            self.voice.say(_("There is nothing to take back."))
            return None
        return self._step(trail.undo(), _("Taken back: {changes}."))

    def do_redo(self) -> Turn:
        """The text that was taken back."""
        trail = load_trail(self.workspace, *self.place)
        if trail.current != self.text or not trail.can_redo:
            self.voice.say(_("There is nothing to make again."))
            return None
        return self._step(trail.redo(), _("Made again: {changes}."))

    def _step(self, trail: Trail, said: str) -> Turn:
        before, text = self.text, trail.current or ""
        self.store_typed(text)
        keep_trail(self.workspace, *self.place, trail)
        changes = "; ".join(say_differences(diff_words(before, text)))
        self.voice.say(said.format(changes=changes), *self.say_text())
        return None

    # Saving.

    def do_save(self) -> Turn:
        """Save as what it is: a draft, or a translation where there was one."""
        row = self.row
        if row.working_text is None:
            self.voice.say(_("Nothing new to save."))
        else:
            self.save_as(State.TRANSLATED if row.state.is_done else State.DRAFT)
        return None

    def do_confirm(self) -> Turn:
        """Save as translated and go on."""
        row = self.row
        if row.working_text is None and row.is_stale:
            self.voice.say(
                _("The English changed and your text did not: mend it, or :still valid says that it holds."),
                *(() if self.voice.is_brief else (_(":change says what changed."),)),
            )
            return None
        if row.working_text is None and row.covered_by is None and not (row.text or "").strip():
            self.voice.say(_("There is nothing here to confirm. :next open goes on."))
            return None
        if row.working_text is not None or not row.state.is_done:
            if not self.save_as(State.TRANSLATED):
                return None
        else:
            self.voice.say(_("It is saved already."))
        return self.go_on()

    def go_on(self) -> Turn:
        """The next paragraph that needs work; in a sitting, the next one of that."""
        personal = self.talk.personal
        if personal.sitting is None:
            return self.do_next_open()
        sitting = personal.sitting = personal.sitting.mark(self.ref, self.language, self.key).advance()
        piece = sitting.piece
        if piece is None:
            personal.sitting = None
            self.voice.say(describe_end(sitting) + ".")
            return GoHome()
        self.voice.say(describe_place(sitting) + ".")
        if (piece.ref, piece.language) == (self.ref, self.language):
            return self.move_to(piece.key, _("You are there."))
        return OpenArticle(piece.ref, piece.language, piece.key)

    def save_as(self, state: State, *, origin: Origin | None = None, reason: str = "") -> bool:
        """Save the text as made from the source that was said; False if it was not saved."""
        row, text = self.row, self.text
        save = Save(
            *(self.ref, self.key, self.language, text, state),
            expect_revision=self.paragraphs.revision_of(self.key),
            origin=self._find_origin(text) if origin is None else origin,
            reason=reason,
            source_version=row.source_version,
            replaces_typing=True,
        )
        try:
            saved = save_translation(self.workspace, save)
        except ConflictError as error:
            return self._settle(save, error)
        source = row.source
        after = self.reload()
        what = {
            State.DRAFT: _("Saved as a draft"),
            State.TRANSLATED: _("Saved as translated"),
            State.REVIEWED: _("Saved as reviewed"),
            State.INITIAL: _("Saved as empty"),
        }[saved.state]
        self._say_saved(what)
        if after.source != source:
            self.voice.say(_("The English has changed meanwhile."))
        return True

    def _say_saved(self, what: str) -> None:
        found = self.find_findings()
        counts = count_findings(found)
        done, total = self.paragraphs.done, len(self.paragraphs.rows)
        parts = [what, *([counts] if counts else []), _("{done} of {total} done").format(done=done, total=total)]
        self.voice.say(", ".join(parts) + ".")
        error = next((one for one in found if one.severity is Severity.ERROR and one.waived is None), None)
        if error is not None:
            self.voice.say(_("Error: {message}.").format(message=error.message))

    def _find_origin(self, text: str) -> Origin:
        match = self._inserted
        is_memory = match is not None and match.target == text and match.kind is not MatchKind.MACHINE
        return Origin.MEMORY if is_memory else Origin.HUMAN

    def _settle(self, save: Save, error: ConflictError) -> bool:
        """Somebody saved meanwhile: both texts are said, and nothing is overwritten that nobody chose."""
        self.voice.say(
            _("Not saved: {who} saved this paragraph in the meantime.").format(who=error.who or _("somebody")),
            _("Yours: {text}").format(text=save.text),
            _("Theirs: {text}").format(text=error.theirs or _("nothing")),
            *(_("From theirs to yours: {change}.").format(change=change) for change in say_differences(
                diff_words(error.theirs or "", save.text)
            )),
            _("Say mine, and yours is saved over it; theirs, and theirs stands; or nothing, and you go on with yours."),
        )  # fmt: skip
        try:
            answer = self.talk.ask(_("mine or theirs: ")).casefold()
        except (WithdrawnError, EOFError):
            self._go_on_with(save.text, error)
            raise
        if answer == "mine":
            self.paragraphs.rebase(self.key, save.text, error.revision)
            return self.save_as(save.state)
        if answer == "theirs":
            self._take_theirs(save)
        else:
            self._go_on_with(save.text, error)
        return False

    def _take_theirs(self, save: Save) -> None:
        if save.text.strip():
            give_way(self.workspace, replace(save, expect_revision=None))
        drop_working_copy(self.workspace, *self.place)
        self.reload()
        self.voice.say(_("Theirs stands; yours is in the history."), *self.say_text())

    def _go_on_with(self, text: str, error: ConflictError) -> None:
        self.reload()
        self.paragraphs.rebase(self.key, text, error.revision)
        self.store_typed(text)
        self.voice.say(_("Yours is kept, not saved. Saving it now replaces theirs; the history has both."))

    # Drafts.

    def do_accept(self) -> Turn:
        """The proposed repair is the text; where there is none, the draft is kept as read."""
        row = self.row
        beside = self.find_help() if row.is_stale else None
        repair = beside.repair if beside is not None and row.working_text is None else None
        if repair is not None:
            self.put_and_say(repair.text)
            reasons = ", ".join(reason.replace(" -> ", _(" became ")) for reason in repair.reasons)
            self.voice.say(_("The repair is in the text: {reasons}.").format(reasons=reasons), *self.say_text())
            return None
        if row.state is not State.DRAFT or not self.text.strip():
            self.voice.say(_("There is no proposal and no draft to accept here."))
            return None
        return self.go_on() if self.save_as(State.TRANSLATED, origin=Origin.HUMAN, reason="draft accepted") else None

    def do_reject_draft(self) -> Turn:
        """Throw the draft away; the history keeps it."""
        self.require_saved()
        reject_draft(self.workspace, *self.place)
        self.reload()
        self.voice.say(_("Draft rejected; the history has it still."), *self.say_text())
        return None

    def require_saved(self) -> None:
        """Raise InputError where something is typed that a verdict on the saved text would leave out."""
        if self.row.working_text is not None:
            raise InputError(_("what you typed here is not saved yet"), _("save it first, with :save or :confirm"))
