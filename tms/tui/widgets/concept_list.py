"""The concepts of a glossary, one line each: what to write in every language, and what is no plain term."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from tms.tui.blocks import Role
from tms.tui.concept_rows import ConceptRow
from tms.tui.harmless import show_harmless
from tms.tui.widgets.block_list import MARKER
from tms.tui.widgets.line_list import LineList

MARK_WIDTH = 2
GAP = 2
SHARE_OF_SIGNS = 6
LEAST_FOR_SIGNS = 12
MOST_FOR_SIGNS = 14


class ConceptList(LineList):
    """Only the rows in sight are put into words, so thousands cost no more than those."""

    DEFAULT_CSS = """
    ConceptList { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[ConceptRow] = ()
        self.languages: Sequence[str] = ()

    def show(self, rows: Sequence[ConceptRow], languages: Sequence[str], *, keep: str | None = None) -> None:
        """Show other rows; the cursor goes to the concept with the id `keep`, or to the first."""
        self.rows, self.languages = rows, languages
        self.set_reactive(LineList.cursor, None)
        self.measure_all()
        place = next((i for i, row in enumerate(rows) if row.concept.id == keep), 0)
        if not place:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        if rows:
            self.cursor = place

    @property
    def current(self) -> ConceptRow | None:
        """The row under the cursor."""
        return None if self.cursor is None or self.cursor >= len(self.rows) else self.rows[self.cursor]

    def list_columns(self) -> list[int]:
        """How many cells each language has, and last the signs."""
        width = self.row_width - MARK_WIDTH
        signs = max(LEAST_FOR_SIGNS, min(MOST_FOR_SIGNS, width // SHARE_OF_SIGNS))
        room = max(0, width - signs - GAP * len(self.languages))
        share = room // max(1, len(self.languages))
        rest = [share] * (len(self.languages) - 1)
        return [room - sum(rest), *rest, signs]

    def count_rows(self) -> int:
        """How many concepts there are."""
        return len(self.rows)

    def measure_row(self, index: int) -> int:  # noqa: ARG002 - every row is alike
        """One line."""
        return 1

    def draw_row(self, index: int) -> list[Strip]:
        """The terms in their columns."""
        row = self.rows[index]
        *columns, signs = self.list_columns()
        mark = (MARKER if index == self.cursor else " ").ljust(MARK_WIDTH)
        segments = [self.segment(mark, Role.ACCENT)]
        for language, width in zip(self.languages, columns, strict=True):
            name = row.name(language)
            segments.append(self.segment(fit(name or "-", width + GAP), Role.PLAIN if name else Role.QUIET))
        role = Role.WARNING if row.concept.sensitive else Role.QUIET
        return [Strip([*segments, self.segment(fit(row.mark, signs), role)])]


def fit(text: str, width: int) -> str:
    """The text in exactly so many cells, cut with an ellipsis, a space at its end."""
    shown = " ".join(show_harmless(text).split())
    if cell_len(shown) < width:
        return set_cell_size(shown, width)
    return f"{set_cell_size(shown, max(0, width - 2))}… " if width > 2 else " " * width
