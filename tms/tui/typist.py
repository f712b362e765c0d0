"""The hand's help at one desk: it knows the language and the house rules that the widgets know nothing of."""

from collections.abc import Sequence

from tms.values import HouseRules, MarkupSpan, Replacement
from tms.workflow.markup import find_markup
from tms.workflow.typing_rules import find_replacement


class Typist:
    """Answers the editor and the list of paragraphs at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rules = HouseRules()
        self.shows_spaces = False
        self.replaces = True

    def find_markup(self, text: str) -> Sequence[MarkupSpan]:
        """The tags and addresses of a text, in order."""
        return find_markup(text)

    def find_replacement(self, text: str, cursor: int) -> Replacement | None:
        """What should stand in place of what was typed right before the cursor."""
        return find_replacement(text, cursor, self.language, self.rules) if self.replaces else None
