"""Others at the same article: who is where, what they saved, who has claimed a paragraph."""

from tms.tui.screens.desk_typing import DeskTyping


class DeskOthers(DeskTyping):
    """Others at the same article: who is where, what they saved, who has claimed a paragraph."""
