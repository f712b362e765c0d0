"""The text of an editor and how it is drawn: controls are symbols, tags a step back, findings underlined."""

from collections.abc import Iterable, Sequence

from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from tms.tui.blocks import Role
from tms.tui.harmless import fold, show_folded, unfold
from tms.tui.looks import find_look
from tms.tui.tag_guard import TagGuard
from tms.tui.text_marks import LINE_END, find_spaces, show_spaces
from tms.tui.widgets.typing_help import NoHelp, TypingHelp
from tms.values import MarkupSpan

_OPENING = "([{«“‘'’\"-–/"
_CLOSING = ".,;:!?)]}»”…"
_STEPS_KEPT = 200


class EditorText(TextArea):
    """A text with controls and all, offsets by code points, edits that are one step each, and marks."""

    def __init__(self, hand: TypingHelp | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        # The text area moves its cursor already while it is made.
        self.hand: TypingHelp = hand or NoHelp()
        self._marks: tuple[tuple[int, int], ...] = ()
        self._touched: tuple[tuple[int, int], ...] = ()
        self._markup: tuple[str, Sequence[MarkupSpan]] = ("", ())
        super().__init__(id=id, highlight_cursor_line=False, show_line_numbers=False, max_checkpoints=_STEPS_KEPT)
        # A tab takes one cell as in the list beside it, so both wrap alike.
        self.indent_width = 1

    # Text.

    @property
    def value(self) -> str:
        """The text as it is to be kept, controls and all."""
        return unfold(self.text)

    def load(self, text: str) -> None:
        """Open another text, the cursor at its end; what could be undone belongs to the text before."""
        self._marks = self._touched = ()
        self.load_text(fold(text))
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Exchange the whole text in a way that can be undone; only what differs is touched."""
        old, new = self.text, fold(text)
        head = _common_length(old, new)
        tail = _common_length(old[head:][::-1], new[head:][::-1])
        self.history.checkpoint()
        result = self.replace(new[head : len(new) - tail], self.location_of(head), self.location_of(len(old) - tail))
        self.move_cursor(result.end_location)
        self.history.checkpoint()

    def insert_here(self, text: str) -> None:
        """Insert at the cursor, in place of what is selected, in a way that can be undone in one step."""
        self.history.checkpoint()
        result = self.replace(fold(text), *sorted((self.selection.start, self.selection.end)))
        self.move_cursor(result.end_location)
        self.history.checkpoint()

    def insert_apart(self, text: str) -> None:
        """Insert at the cursor with a space to the words before and after it, where there is none."""
        start, end = sorted((self.selection.start, self.selection.end))
        before, after = self.get_text_range((0, 0), start)[-1:], self.get_text_range(end, self.document.end)[:1]
        head = " " if before and not before.isspace() and before not in _OPENING and text[:1] not in _CLOSING else ""
        tail = " " if after and not after.isspace() and after not in _CLOSING and not text[-1:].isspace() else ""
        self.insert_here(f"{head if not text[:1].isspace() else ''}{text}{tail}")

    def surround(self, opening: str, closing: str) -> None:
        """Put a pair around what is selected, in one step, the cursor behind it."""
        start, end = self.selected_span
        text = self.value
        self.put(f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}")
        self.move_cursor(self.location_of(end + len(opening) + len(closing)))

    def replace_span(self, start: int, end: int, text: str) -> None:
        """Exchange what lies between two offsets in one step, the cursor behind it."""
        self.history.checkpoint()
        result = self.replace(fold(text), self.location_of(start), self.location_of(end))
        self.move_cursor(result.end_location)
        self.history.checkpoint()

    def location_of(self, offset: int) -> Location:
        """Row and column of a code-point offset."""
        before = self.text[:offset]
        return before.count("\n"), offset - (before.rfind("\n") + 1)

    def offset_of(self, location: Location) -> int:
        """The code-point offset of a row and column."""
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    @property
    def cursor_offset_in_text(self) -> int:
        """The code-point offset of the cursor."""
        return self.offset_of(self.cursor_location)

    @property
    def selected_span(self) -> tuple[int, int]:
        """The offsets between which the selection lies; both the cursor's where nothing is selected."""
        start, end = sorted((self.selection.start, self.selection.end))
        return self.offset_of(start), self.offset_of(end)

    def select_span(self, start: int, end: int) -> None:
        """Select from one offset to another."""
        self.selection = Selection(self.location_of(start), self.location_of(end))

    @property
    def guard(self) -> TagGuard:
        """The tags of the text as it stands."""
        return TagGuard(self._find_markup())

    def _find_markup(self) -> Sequence[MarkupSpan]:
        text = self.text
        if self._markup[0] != text:
            self._markup = (text, self.hand.find_markup(unfold(text)))
        return self._markup[1]

    # Marks of findings.

    def mark(self, spans: Iterable[tuple[int, int]]) -> None:
        """Underline these spans until the text before their end changes."""
        marks = tuple(spans)
        if marks != self._marks:
            self._marks = marks
            self.redraw()

    def mark_touched(self, spans: Iterable[tuple[int, int]]) -> None:
        """Show these sentences in bold, and a place between two reversed, until the text before their end changes."""
        touched = tuple(spans)
        if touched != self._touched:
            self._touched = touched
            self.redraw()

    def redraw(self) -> None:
        """Draw every line anew."""
        self.notify_style_update()
        self.refresh()

    def forget_marks_after_cursor(self) -> None:
        """After an edit only what lies before it is still where it was."""
        here = self.offset_of(self.cursor_location)
        self.mark(span for span in self._marks if span[1] < here)
        self.mark_touched(span for span in self._touched if span[1] < here)

    # Drawing.

    def get_line(self, line_index: int) -> Text:
        """A line with controls as symbols, tags a step back, findings underlined, touched sentences in bold."""
        shown = show_folded(self.document.get_line(line_index)).replace("\t", "⇥")
        if not self.hand.shows_spaces:
            line = Text(shown, end="", no_wrap=True)
        else:
            line = self._draw_spaces(shown, is_last=line_index + 1 >= self.document.line_count)
        start = sum(len(text) + 1 for text in self.document.lines[:line_index])
        markup = self._find_markup()
        if markup:
            quiet = find_look(self.app.theme_variables, Role.QUIET)
            for span in markup:
                line.stylize(quiet, max(0, span.start - start), max(0, span.end - start))
        for left, right in self._touched:
            look = Style(bold=True) if left < right else Style(reverse=True)
            first = left if left < right else max(0, left - 1)
            line.stylize(look, max(0, first - start), max(0, max(right, first + 1) - start))
        for left, right in self._marks:
            line.stylize(Style(underline=True), max(0, left - start), max(0, right - start))
        return line

    def _draw_spaces(self, shown: str, *, is_last: bool) -> Text:
        line = Text(show_spaces(shown) + ("" if is_last else LINE_END), end="", no_wrap=True)
        quiet = find_look(self.app.theme_variables, Role.QUIET)
        for left, right in find_spaces(shown):
            line.stylize(quiet, left, right)
        if not is_last:
            line.stylize(quiet, len(shown))
        return line

    def render_line(self, y: int) -> Strip:
        """Never wider than the widget."""
        return super().render_line(y).crop(0, self.size.width)


def _common_length(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
