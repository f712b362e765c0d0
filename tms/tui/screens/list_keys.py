"""The keys of a list below a line one types in: the line keeps the focus, the list moves."""

from tms.tui.widgets.line_list import LineList


class ListKeys:
    """A screen or dialog whose arrow and page keys move its list; one that has the focus itself has moved already."""

    @property
    def list(self) -> LineList:
        """The list that moves."""
        raise NotImplementedError

    def key_up(self) -> None:
        """One line of the list up."""
        if not self.list.has_focus:
            self.list.action_cursor_up()

    def key_down(self) -> None:
        """One line of the list down."""
        if not self.list.has_focus:
            self.list.action_cursor_down()

    def key_pageup(self) -> None:
        """One page up."""
        if not self.list.has_focus:
            self.list.action_page_up()

    def key_pagedown(self) -> None:
        """One page down."""
        if not self.list.has_focus:
            self.list.action_page_down()
