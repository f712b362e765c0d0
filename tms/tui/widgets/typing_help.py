"""Whom an editor and a list of paragraphs ask about what is typed; the widgets know nothing of languages or rules."""

from collections.abc import Sequence
from typing import Protocol

from tms.values import MarkupSpan, Replacement


class TypingHelp(Protocol):
    """Answers at once, between two keys."""

    shows_spaces: bool

    def find_markup(self, text: str) -> Sequence[MarkupSpan]:
        """The tags and addresses of a text, in order."""

    def find_replacement(self, text: str, cursor: int) -> Replacement | None:
        """What should stand in place of what was typed right before the cursor."""


class NoHelp:
    """For texts that are no prose: nothing is markup, nothing is replaced."""

    shows_spaces = False

    def find_markup(self, text: str) -> Sequence[MarkupSpan]:  # noqa: ARG002 - the protocol's argument
        """None."""
        return ()

    def find_replacement(self, text: str, cursor: int) -> Replacement | None:  # noqa: ARG002 - the protocol's arguments
        """None."""
        return None
