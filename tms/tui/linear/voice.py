"""The one place that writes: a line each, at once, harmless."""

from typing import TextIO

from tms.errors import RefusedError, TmsError
from tms.tui.habits import Habits
from tms.tui.language import _
from tms.tui.linear.letters import say_harmless

_HABIT = "linear_brief"


class Voice:
    """Says lines; how much is said is the person's choice and is remembered."""

    def __init__(self, stream: TextIO, habits: Habits) -> None:
        self._stream = stream
        self._habits = habits

    @property
    def is_brief(self) -> bool:
        """Whether little is to be said."""
        return bool(self._habits.get(_HABIT, default=False))

    def choose(self, *, is_brief: bool) -> None:
        """Say little, or everything, from now on."""
        self._habits.put(_HABIT, is_brief)

    def say(self, *lines: str) -> None:
        """Say these, a line each."""
        for line in lines:
            self._stream.write(say_harmless(line) + "\n")
        self._stream.flush()

    def say_error(self, error: TmsError) -> None:
        """Say what went wrong and what to do about it."""
        reasons = error.reasons if isinstance(error, RefusedError) else ()
        self.say(
            _("Not done: {message}.").format(message=error.message),
            *(f"{reason}." for reason in reasons),
            *((_("What helps: {hint}.").format(hint=error.hint),) if error.hint else ()),
        )
