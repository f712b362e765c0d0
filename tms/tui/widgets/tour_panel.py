"""The panel of the tour: at most three lines above the footer, which take no key from anybody."""

from tms.tui.blocks import Role, make_block
from tms.tui.widgets.block_list import BlockList


class TourPanel(BlockList):
    """Says what to try next."""

    DEFAULT_CSS = """
    TourPanel { height: auto; max-height: 3; padding: 0 1; background: $panel; scrollbar-size: 0 0; }
    """

    def __init__(self) -> None:
        super().__init__(has_cursor=False)
        self.can_focus = False

    def tell(self, title: str, text: str, past: str) -> None:
        """Show a step."""
        block = make_block((f"{title} ", Role.ACCENT), (text, Role.PLAIN), (f"  {past}", Role.QUIET))
        if list(self.blocks) != [block]:
            self.show([block])
