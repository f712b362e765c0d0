"""What every level of the conversation shares: asking, answering, and the commands that are there everywhere."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from tms.errors import InputError
from tms.tui.language import _
from tms.tui.linear.commands import SIGN, Level, Order, Unclear, describe_command, list_commands, read_order
from tms.tui.linear.kept_lines import KeptLines
from tms.tui.linear.prompt import Prompt
from tms.tui.linear.voice import Voice
from tms.tui.personal import Personal
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Go to an article in a language, to one paragraph where that is known."""

    ref: str
    language: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class GoHome:
    """Go back to what there is to do."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End the program."""


Turn = OpenArticle | GoHome | Leave | None


class WithdrawnError(Exception):
    """A question was not answered; `line` is the command that was typed instead, "" for none."""

    def __init__(self, line: str = "") -> None:
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class Talk:
    """One conversation: where lines come from and go to, and what is remembered of the person."""

    workspace: Workspace
    voice: Voice
    prompt: Prompt
    kept: KeptLines
    personal: Personal

    def ask(self, question: str, text: str = "") -> str:
        """The answer to a question; raises WithdrawnError when a command is typed in its place, or Ctrl+C."""
        try:
            line = self.prompt.ask(question, text)
        except KeyboardInterrupt as error:
            self.voice.say("", _("Not done."))
            raise WithdrawnError from error
        if line.startswith(SIGN):
            raise WithdrawnError(line)
        return line.strip()

    def choose(self, question: str, count: int) -> int:
        """A number from 1 to `count`; raises InputError for another answer."""
        return read_number(self.ask(question), count)


def read_number(text: str, count: int) -> int:
    """A number from 1 to `count`; raises InputError that says which there are."""
    number = int(text) if text.isdecimal() else 0
    if not count:
        raise InputError(_("there is nothing to choose from here"))
    if not 1 <= number <= count:
        raise InputError(
            _("“{text}” is not one of the numbers").format(text=text), _("1 to {count}").format(count=count)
        )
    return number


class Face(ABC):
    """One level: it says where it is, takes lines, and does what commands order."""

    LEVEL: Level

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.voice = talk.voice
        self.workspace = talk.workspace

    @property
    @abstractmethod
    def label(self) -> str:
        """What stands before the line."""

    @property
    def filled(self) -> str:
        """What stands in the line at first."""
        return ""

    @property
    def keep(self) -> Callable[[str], None] | None:
        """Who is told of a line while it is being typed."""
        return None

    @abstractmethod
    def arrive(self) -> None:
        """Say where we are."""

    @abstractmethod
    def take(self, line: str) -> Turn:
        """Do what a line says."""

    def obey(self, line: str) -> Turn:
        """Do what a command orders, or say which there are."""
        order = read_order(line.removeprefix(SIGN), self.LEVEL)
        if isinstance(order, Unclear):
            self._say_unclear(order)
            return None
        return self.carry_out(order)

    def carry_out(self, order: Order) -> Turn:
        """Call the method of a command with what was typed after it."""
        do: Callable[..., Turn] = getattr(self, order.command.method)
        return do(order.rest) if order.command.argument else do()

    def _say_unclear(self, order: Unclear) -> None:
        if order.candidates:
            self.voice.say(_("Which one: {names}?").format(names=", ".join(order.candidates)))
        else:
            self.voice.say(_("There is no command “{words}” here. :help lists them.").format(words=order.words))

    # Everywhere.

    def do_brief(self) -> Turn:
        """Say little."""
        self.voice.choose(is_brief=True)
        self.voice.say(_("Brief from now on."))
        return None

    def do_full(self) -> Turn:
        """Say everything."""
        self.voice.choose(is_brief=False)
        self.voice.say(_("Everything is said from now on."))
        return None

    def do_help(self, words: str) -> Turn:
        """All commands of this level, or what one does."""
        if words:
            order = read_order(words.removeprefix(SIGN), self.LEVEL)
            if isinstance(order, Unclear):
                self._say_unclear(order)
            else:
                self.voice.say(describe_command(order.command))
            return None
        self.voice.say(self.explain(), *(describe_command(command) for command in list_commands(self.LEVEL)))
        return None

    @abstractmethod
    def explain(self) -> str:
        """How lines are taken on this level."""

    def do_quit(self) -> Turn:
        """Leave."""
        return Leave()
