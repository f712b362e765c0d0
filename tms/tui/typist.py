"""The hand's help at one desk: it knows the language and the house rules that the widgets know nothing of."""

from collections.abc import Sequence

from tms.values import MarkupSpan, Replacement
from tms.workflow.markup import find_markup


class Typist:
    """Answers the editor and the list of paragraphs at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.shows_spaces = False

    def find_markup(self, text: str) -> Sequence[MarkupSpan]:
        """The tags and addresses of a text, in order."""
        return find_markup(text)

    def find_replacement(self, text: str, cursor: int) -> Replacement | None:  # noqa: ARG002 - the protocol's arguments
        """What should stand in place of what was typed right before the cursor."""
        return None
