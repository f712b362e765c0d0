"""How the room of the desk is divided: two columns of prose, or one paragraph large among closed neighbours."""

from dataclasses import dataclass

from tms.tui.ways import Way

DIVIDER = " │ "
LEAST_EDITOR_HEIGHT = 2
# Longer lines than this are hard to read.
MOST_LARGE = 90
MOST_CLOSED_LINES = 3
LINES_PER_CLOSED = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells from left to right: `margin`, `gutter`, then the source and the target column; `whole` is both together."""

    margin: int
    gutter: int
    source: int
    target: int

    @property
    def left(self) -> int:
        """The first cell of the source."""
        return self.margin + self.gutter

    @property
    def target_left(self) -> int:
        """The first cell of the target column."""
        return self.left + self.source + len(DIVIDER)

    @property
    def whole(self) -> int:
        """Cells of a paragraph that has both columns for itself."""
        return self.source + len(DIVIDER) + self.target


def divide_columns(width: int, gutter: int, way: Way) -> Columns:
    """The columns in so many cells; one at the right stays free for the cursor of the text area."""
    room = max(len(DIVIDER) + 2, width - gutter - 1)
    margin = 0
    if way.is_large and room > MOST_LARGE:
        margin = (room - MOST_LARGE) // 2
        room = MOST_LARGE
    half = max(1, (room - len(DIVIDER)) // 2)
    return Columns(margin, gutter, half, max(1, room - len(DIVIDER) - half))


@dataclass(frozen=True, slots=True)
class Parts:
    """Lines of the large paragraph from top to bottom: `lead`, `source`, `between`, a rule, `editor`, `tail`."""

    lead: int
    source: int
    between: int
    editor: int
    tail: int

    @property
    def editor_top(self) -> int:
        """The line in which the editor begins."""
        return self.lead + self.source + self.between + 1

    @property
    def height(self) -> int:
        """All lines."""
        return self.editor_top + self.editor + self.tail


def divide_lines(page: int, *, lead: int, source: int, between: int, editor: int) -> Parts:
    """The lines that each part gets, such that the neighbours before and after stay in sight.

    Where the paragraph is too long for the page, the text that is being written has at least half of it, and the
    source shows the part of it that belongs to the line with the cursor.
    """
    tail = int(page >= 2 * LINES_PER_CLOSED)
    room = max(2 * LEAST_EDITOR_HEIGHT, page - 3 - lead - tail)
    between = min(between, max(1, room // 3))
    room -= between
    if source + editor > room:
        editor = min(editor, max((room + 1) // 2, room - source))
        source = max(1, room - editor)
    return Parts(lead, source, between, max(LEAST_EDITOR_HEIGHT, editor), tail)


def closed_lines(page: int) -> int:
    """How many lines a closed neighbour may have."""
    return max(1, min(MOST_CLOSED_LINES, page // LINES_PER_CLOSED))
