"""The conversation from the first line to the last: nothing that was typed is lost on the way."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn, TextIO

from tms.config import Preferences
from tms.errors import TmsError
from tms.tui.delivered import tell_delivered
from tms.tui.habits import Habits
from tms.tui.language import _
from tms.tui.linear.article import Article
from tms.tui.linear.commands import is_order
from tms.tui.linear.home import Home
from tms.tui.linear.kept_lines import KeptLines
from tms.tui.linear.prompt import make_prompt
from tms.tui.linear.talk import Face, GoHome, Leave, OpenArticle, Talk, Turn, WithdrawnError
from tms.tui.linear.voice import Voice
from tms.tui.personal import Personal, neutral_title
from tms.values import BETWEEN_LABELS, Notice
from tms.workflow.delivering import deliver_journal
from tms.workflow.workspace import Workspace


def run_linear(workspace: Workspace, preferences: Preferences) -> None:
    """Talk with a person at the terminal, or with a file of lines, until they leave."""
    # A byte that is no text is told and refused where it would be stored; it must not end the conversation.
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)
    _listen_for_the_end()
    converse(workspace, preferences, sys.stdin, sys.stdout)


def converse(workspace: Workspace, preferences: Preferences, source: TextIO, target: TextIO) -> None:
    """Take lines from `source` and say on `target` what becomes of them."""
    habits, folder = Habits(preferences.habits), workspace.settings.workspace
    talk = Talk(
        workspace=workspace,
        voice=Voice(target, habits),
        prompt=make_prompt(source, target),
        kept=KeptLines(preferences.state, folder),
        personal=Personal(habits, str(folder)),
    )
    Conversation(talk).run()


def _listen_for_the_end() -> None:
    """A lost connection or a shut-down ends the program as leaving does."""

    def leave(*_signal: object) -> NoReturn:
        raise SystemExit(0)

    for name in ("SIGHUP", "SIGTERM"):
        # Windows has no SIGHUP; outside the main thread nobody may listen.
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, name), leave)


class Conversation:
    """Asks for lines and hands them to the level that is on."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.voice = talk.voice
        self.face: Face = Home(talk)
        self._rest = ""

    def run(self) -> None:
        """Until the person leaves."""
        self._deliver(None)
        self._say_kept()
        self._try(self.face.arrive)
        turn: Turn = None
        while not isinstance(turn, Leave):
            turn = self._take_turn()
        self.voice.say(_("What was typed is kept. Goodbye."))

    def _say_kept(self) -> None:
        place = self.talk.kept.find_last()
        if place is not None:
            ref, language, _key = place.rsplit(" ", 2)
            said = _("A line that you had not entered is kept, in {article}, {language}: {line}")
            self.voice.say(
                said.format(article=ref, language=language, line=self.talk.kept.find(place)),
                _("resume goes on with it."),
            )

    def _deliver(self, ref: str | None) -> None:
        """Bring what waits on this machine into the database, and say so."""
        with suppress(TmsError):
            told = tell_delivered(deliver_journal(self.talk.workspace, ref))
            if told:
                self.voice.say(f"{told}.")

    def _take_turn(self) -> Turn:
        face = self.face
        try:
            line = self.talk.prompt.ask(face.label, self._rest or face.filled, face.keep)
        except EOFError:
            if self.talk.prompt.can_fill:
                self.voice.say("")
            return Leave()
        except KeyboardInterrupt:
            self._rest = self.talk.prompt.take_rest()
            stays = _("The line stays; Control U empties it. :quit leaves.")
            self.voice.say("", stays if self._rest else _(":quit leaves."))
            if face.keep is not None:
                face.keep(self._rest)
            return None
        self._rest = ""
        return self._hand_over(line)

    def _hand_over(self, line: str) -> Turn:
        """Give a line to the level that is on; one that could not be taken stands in the line again."""
        face = self.face
        place = face.kept_place if isinstance(face, Article) else None
        if place is not None and not line.strip():
            self.talk.kept.keep(place, "")
        try:
            turn = face.take(line)
        except WithdrawnError as error:
            return self._hand_over(error.line) if error.line else None
        except EOFError:
            return Leave()
        except TmsError as error:
            self.voice.say_error(error)
            self._give_back(line)
            return None
        except KeyboardInterrupt:
            self.voice.say("", _("Stopped."))
            self._give_back(line)
            return None
        if place is not None and not is_order(line):
            self.talk.kept.keep(place, "")
        return self._go(turn)

    def _give_back(self, line: str) -> None:
        if self.talk.prompt.can_fill and isinstance(self.face, Article) and not is_order(line):
            self._rest = line

    def _go(self, turn: Turn) -> Turn:
        if isinstance(turn, OpenArticle):
            self._try(lambda: self._open(turn))
        elif isinstance(turn, GoHome):
            self.face = Home(self.talk)
            self._try(self.face.arrive)
        return turn

    def _open(self, turn: OpenArticle) -> None:
        self._deliver(turn.ref)
        article, personal = Article(self.talk, turn.ref, turn.language, turn.key), self.talk.personal
        notice = article.paragraphs.desk.notice
        if notice is not None and personal.is_hidden(turn.ref, notice) and not self._agrees(turn.ref, notice):
            personal.sitting = None
            self.voice.say(_("Not opened."))
            return
        personal.note_opened(turn.ref, turn.language)
        self.face = article
        article.arrive()

    def _agrees(self, ref: str, notice: Notice) -> bool:
        """Say what a labelled article is about before anything of it is said."""
        personal = self.talk.personal
        self.voice.say(
            f"{neutral_title(notice)}.",
            _("This article is about: {labels}.").format(labels=BETWEEN_LABELS.join(notice.labels)),
            _("You need not read it today. Say yes to open it; never, to open it and hear no notices any more."),
        )
        try:
            answer = self.talk.ask(_("yes, never, or nothing: ")).casefold()
        except (WithdrawnError, EOFError):
            return False
        if answer == "never":
            personal.set_notices(are_on=False)
        elif answer not in ("yes", "y"):
            return False
        personal.agree(ref)
        return True

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except TmsError as error:
            self.voice.say_error(error)
        except KeyboardInterrupt:
            self.voice.say("", _("Stopped."))
