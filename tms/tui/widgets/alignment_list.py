"""The rows of an alignment: how sure, the source, the text of the translation that belongs to it."""

from rich.segment import Segment
from textual.strip import Strip

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.language import _
from tms.tui.widgets.block_list import MARKER, cut_runs
from tms.tui.widgets.line_list import LineList
from tms.tui.wrapping import count_lines, wrap_spans
from tms.values import BY_HAND, AlignmentPlan, AlignmentRow, Kind

DIVIDER = " │ "
CLOSED_LINES = 3
SURE = 0.75


def describe_confidence(plan: AlignmentPlan, row: AlignmentRow) -> tuple[str, str, Role]:
    """How sure a row is: a sign, a word, and how it looks."""
    is_kept = not plan.is_repair and any(plan.source[place].is_standing for place in row.source)
    looks = (
        (row.is_left_out, ("✗", _("left out"), Role.ERROR)),
        (row.is_local and row.is_doubtful, ("?", _("only in the translation, perhaps"), Role.WARNING)),
        (row.is_local, ("+", _("only in the translation"), Role.ACCENT)),
        (is_kept, ("=", _("a text stands here already and stays"), Role.QUIET)),
        (not row.target, ("·", _("nothing in the translation"), Role.QUIET)),
        (BY_HAND in row.reasons, ("✓", _("by hand"), Role.GOOD)),
        (row.is_doubtful, ("?", _("doubtful"), Role.WARNING)),
        (row.confidence >= SURE, ("✓", _("sure"), Role.GOOD)),
    )
    return next((look for is_so, look in looks if is_so), ("~", _("likely"), Role.ACCENT))


class AlignmentList(LineList):
    """Two columns of prose; the current row is shown whole, the others as far as three lines."""

    DEFAULT_CSS = """
    AlignmentList { width: 100%; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.plan: AlignmentPlan | None = None
        self.taken: int | None = None

    def show(self, plan: AlignmentPlan, cursor: int, *, taken: int | None = None) -> None:
        """Show another alignment; `taken` is the row whose text is on its way to another."""
        self.plan = plan
        self.taken = taken
        self.set_reactive(LineList.cursor, None)
        self.measure_all()
        if plan.alignment.rows:
            self.cursor = max(0, min(cursor, len(plan.alignment.rows) - 1))

    @property
    def gutter_width(self) -> int:
        """Cells before the source: marker, number, sign, per cent."""
        count = len(self.plan.source) if self.plan else 1
        return len(str(count)) + 10

    @property
    def columns(self) -> tuple[int, int]:
        """Cells of source and target."""
        room = max(2, self.row_width - self.gutter_width - len(DIVIDER) - 1)
        return room // 2, room - room // 2

    def count_rows(self) -> int:
        """How many rows the alignment has."""
        return len(self.plan.alignment.rows) if self.plan else 0

    def _texts(self, index: int) -> tuple[str, str]:
        """Both sides of a row, so much of them as may be shown."""
        if self.plan is None:
            return "", ""
        row = self.plan.alignment.rows[index]
        source = "\n\n".join(self.plan.source[place].source for place in row.source)
        texts = (source, self.plan.text_of(row))
        if index == self.cursor:
            return texts
        return tuple(text[: width * (CLOSED_LINES + 1)] for text, width in zip(texts, self.columns, strict=True))  # type: ignore[return-value]  # two in, two out

    def measure_row(self, index: int) -> int:
        """The height of the longer side."""
        height = max(count_lines(text, width) for text, width in zip(self._texts(index), self.columns, strict=True))
        return height + 1 if index == self.cursor else min(height, CLOSED_LINES)

    def draw_row(self, index: int) -> list[Strip]:
        """Number, sign, source and target, line by line."""
        if self.plan is None:
            return []
        row = self.plan.alignment.rows[index]
        limit = None if index == self.cursor else CLOSED_LINES
        is_heading = any(self.plan.source[place].kind in (Kind.TITLE, Kind.HEADING) for place in row.source)
        sides = [
            _draw_text(text, role, width, limit)
            for text, role, width in zip(
                self._texts(index),
                (Role.STRONG if is_heading else Role.PLAIN, Role.QUIET if row.is_left_out else Role.PLAIN),
                self.columns,
                strict=True,
            )
        ]
        height = max(len(sides[0]), len(sides[1])) + (index == self.cursor)
        return [
            Strip(
                [
                    *self._draw_gutter(row, index, line),
                    *self._pad(sides[0][line] if line < len(sides[0]) else [], self.columns[0]),
                    self.segment(DIVIDER, Role.QUIET),
                    *(self.segment(*run) for run in (sides[1][line] if line < len(sides[1]) else [])),
                ]
            )
            for line in range(height)
        ]

    def _draw_gutter(self, row: AlignmentRow, index: int, line: int) -> list[Segment]:
        if self.plan is None:
            return []
        mark = MARKER if index == self.cursor else "»" if index == self.taken else " "
        room = self.gutter_width - 9
        if line:
            return [self.segment(mark.ljust(self.gutter_width), Role.ACCENT)]
        sign, _, role = describe_confidence(self.plan, row)
        number = str(row.source[0] + 1) if row.source else ""
        more = "+" if len(row.source) > 1 else " "
        is_measured = row.target and not row.is_left_out and BY_HAND not in row.reasons
        percent = f"{int(row.confidence * 100):>3}%" if is_measured else "    "
        return [
            self.segment(mark, Role.ACCENT),
            self.segment(number.rjust(room - 1) + more, Role.QUIET),
            self.segment(f" {sign} ", role),
            self.segment(f"{percent} ", Role.QUIET),
        ]

    def _pad(self, runs: list[Run], width: int) -> list[Segment]:
        return list(Strip([self.segment(*run) for run in runs]).adjust_cell_length(width))

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """The row that is left closes, the one that is reached opens."""
        for index in (old, new):
            if index is not None and index < self.count_rows():
                self.measure_one(index)
        super().watch_cursor(old, new)


def _draw_text(text: str, role: Role, width: int, limit: int | None) -> list[list[Run]]:
    shown = show_harmless(text)
    spans = wrap_spans(shown, width)
    lines = [cut_runs(shown, [(shown, role)], start, end) for start, end in spans[:limit]]
    if limit is not None and len(spans) > limit:
        start, end = spans[limit - 1]
        lines[-1] = [(shown[start : min(end, start + width - 1)].rstrip() + "…", role)]
    return lines
