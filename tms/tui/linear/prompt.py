"""Where lines come from: a terminal with readline, a terminal without, or a file."""

import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from types import ModuleType
from typing import Protocol, TextIO

from tms.tui.linear.kept_lines import Watch


class Prompt(Protocol):
    """Asks for a line; raises EOFError at the end and KeyboardInterrupt at Ctrl+C."""

    @property
    def can_fill(self) -> bool:
        """Whether a text can be put into the line before it is edited."""

    def ask(self, label: str, text: str = "", keep: Callable[[str], None] | None = None) -> str:
        """The line that was typed; `text` stands in it at first, `keep` is told while it is being typed."""

    def take_rest(self) -> str:
        """What stood in the line when Ctrl+C was pressed."""


class ReadlinePrompt:
    """GNU readline: a line to edit, with the ones before it under the arrow keys."""

    can_fill = True

    def __init__(self, readline: ModuleType) -> None:
        self._readline = readline
        # A pasted text of several lines arrives as one, and none of its lines is taken for a command.
        if os.environ.get("TERM", "dumb") != "dumb":
            readline.parse_and_bind("set enable-bracketed-paste on")
        readline.parse_and_bind("set enable-active-region off")
        readline.parse_and_bind("set bell-style none")

    def ask(self, label: str, text: str = "", keep: Callable[[str], None] | None = None) -> str:
        """The line that was typed."""
        self._readline.set_startup_hook(lambda: self._readline.insert_text(text) if text else None)
        try:
            with Watch(self._readline.get_line_buffer, keep) if keep is not None else nullcontext():
                return input(label)
        except SystemExit:
            if keep is not None:
                keep(self.take_rest())
            raise
        finally:
            self._readline.set_startup_hook(None)

    def take_rest(self) -> str:
        """What stood in the line when Ctrl+C was pressed."""
        return str(self._readline.get_line_buffer())


class PlainPrompt:
    """Lines from a terminal without readline, or from a file, which gets no labels."""

    can_fill = False

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source = source
        self._target = target
        self._has_labels = source.isatty()

    def ask(self, label: str, text: str = "", keep: Callable[[str], None] | None = None) -> str:  # noqa: ARG002 - the protocol's
        """The line that was typed; nothing can stand in it before."""
        if self._has_labels:
            self._target.write(label)
            self._target.flush()
        line = self._source.readline()
        if not line:
            raise EOFError
        return line.removesuffix("\n").removesuffix("\r")

    def take_rest(self) -> str:
        """Nothing: the terminal has it, and lets it go."""
        return ""


def make_prompt(source: TextIO, target: TextIO) -> Prompt:
    """The best there is here."""
    if source is sys.stdin and target is sys.stdout and source.isatty() and target.isatty():
        try:
            import readline
        except ImportError:
            return PlainPrompt(source, target)
        return ReadlinePrompt(readline)
    return PlainPrompt(source, target)
