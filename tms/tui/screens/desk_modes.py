"""Ways to look at the article: side by side, one paragraph large, read through, review."""

from tms.tui.screens.desk_others import DeskOthers


class DeskModes(DeskOthers):
    """Ways to look at the article: side by side, one paragraph large, read through, review."""
