"""The hand's help while typing: tags, signs, cases, sentences, and an undo that outlives the evening."""

from tms.tui.screens.desk_terms import DeskTerms


class DeskTyping(DeskTerms):
    """The hand's help while typing: tags, signs, cases, sentences, and an undo that outlives the evening."""
