"""One line of runs, some to the left and some to the right: headings, status, rules between parts."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.looks import find_look


class LineBar(Widget):
    """A line that is cut, never wrapped; the right side gives way last."""

    DEFAULT_CSS = """
    LineBar {
        height: 1;
        width: 1fr;
    }
    """

    def __init__(self, *, id: str | None = None, filler: str = " ") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.filler = filler
        self.left: tuple[Run, ...] = ()
        self.right: tuple[Run, ...] = ()

    def show(self, left: Sequence[Run], right: Sequence[Run] = ()) -> None:
        """Show other runs."""
        if (tuple(left), tuple(right)) != (self.left, self.right):
            self.left, self.right = tuple(left), tuple(right)
            self.refresh()

    @property
    def text(self) -> str:
        """The words alone, left and right."""
        return "".join(text for text, _ in (*self.left, *self.right))

    def render_line(self, y: int) -> Strip:
        """The line, the filler between both sides."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.rich_style)
        right = Strip(self._segments(self.right))
        right = right.crop(max(0, right.cell_length - width))
        room = max(0, width - right.cell_length - bool(self.right))
        left = Strip(self._segments(self.left))
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(0, room - 1)), Segment("…" if room else "")])
        gap = max(0, width - right.cell_length - left.cell_length)
        middle = Strip([Segment(self.filler * gap, self._style(Role.QUIET))])
        return Strip.join([left, middle, right]).adjust_cell_length(width).apply_style(self.rich_style)

    def _segments(self, runs: Sequence[Run]) -> list[Segment]:
        return [Segment(show_harmless(text).replace("\n", "␤"), self._style(role)) for text, role in runs]

    def _style(self, role: Role) -> Style | None:
        return None if role is Role.PLAIN else find_look(self.app.theme_variables, role)
