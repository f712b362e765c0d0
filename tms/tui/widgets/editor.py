"""The text area of a desk: keys are handled in the order typed, controls are symbols, findings are underlined."""

from collections.abc import Iterable
from typing import ClassVar, Protocol

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from tms.tui.harmless import fold, show_folded, unfold

# A line end that comes this close behind that many characters was pasted, not pressed.
PASTE_GAP_SECONDS = 0.01
PASTE_LENGTH = 8
_OPENING = "([{«“‘'’\"-–/"
_CLOSING = ".,;:!?)]}»”…"


class KeyTaker(Protocol):
    """Who is asked first about each key."""

    async def take_key(self, key: str, character: str | None) -> bool:
        """Do what the key stands for; False if it stands for nothing."""


class EditorKeys(KeyTaker, Protocol):
    """Who an editor belongs to."""

    async def leave_editor(self, step: int) -> None:
        """Go to the paragraph before (-1) or after (1)."""


def _own_keys() -> dict[str, str]:
    bindings = [item for item in TextArea.BINDINGS if isinstance(item, Binding)]
    return {key: binding.action for binding in bindings for key in binding.key.split(",")}


class Editor(TextArea):
    """One paragraph's translation. Every key passes here in the order in which it was typed.

    Textual runs priority bindings ahead of characters that still wait in the text area's queue, and other
    bindings behind later ones; over a slow line a letter would then land in the wrong paragraph.
    """

    DEFAULT_CSS = """
    Editor {
        border: none;
        padding: 0;
        background: transparent;
        scrollbar-size: 0 0;
        overflow-x: hidden;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--matching-bracket { background: transparent; text-style: underline; }
    }
    """
    OWN_KEYS: ClassVar[dict[str, str]] = _own_keys()

    def __init__(self, keys: EditorKeys, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, highlight_cursor_line=False, show_line_numbers=False)
        self.keys = keys
        self._marks: tuple[tuple[int, int], ...] = ()
        self._touched: tuple[tuple[int, int], ...] = ()
        self._run_length = 0
        self._run_ended = 0.0

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

    def location_of(self, offset: int) -> Location:
        """Row and column of a code-point offset."""
        before = self.text[:offset]
        return before.count("\n"), offset - (before.rfind("\n") + 1)

    def offset_of(self, location: Location) -> int:
        """The code-point offset of a row and column."""
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def select_span(self, start: int, end: int) -> None:
        """Select from one offset to another."""
        self.selection = Selection(self.location_of(start), self.location_of(end))

    # Marks of findings.

    def mark(self, spans: Iterable[tuple[int, int]]) -> None:
        """Underline these spans until the text before their end changes."""
        marks = tuple(spans)
        if marks != self._marks:
            self._marks = marks
            self.notify_style_update()
            self.refresh()

    def mark_touched(self, spans: Iterable[tuple[int, int]]) -> None:
        """Show these sentences in bold, and a place between two reversed, until the text before their end changes."""
        touched = tuple(spans)
        if touched != self._touched:
            self._touched = touched
            self.notify_style_update()
            self.refresh()

    def forget_marks_after_cursor(self) -> None:
        """After an edit only what lies before it is still where it was."""
        here = self.offset_of(self.cursor_location)
        self.mark(span for span in self._marks if span[1] < here)
        self.mark_touched(span for span in self._touched if span[1] < here)

    def get_line(self, line_index: int) -> Text:
        """A line with controls as symbols, findings underlined, touched sentences in bold."""
        line = Text(show_folded(self.document.get_line(line_index)), end="", no_wrap=True)
        if self._marks or self._touched:
            start = sum(len(text) + 1 for text in self.document.lines[:line_index])
            for left, right in self._touched:
                look = Style(bold=True) if left < right else Style(reverse=True)
                first = left if left < right else max(0, left - 1)
                line.stylize(look, max(0, first - start), max(0, max(right, first + 1) - start))
            for left, right in self._marks:
                line.stylize(Style(underline=True), max(0, left - start), max(0, right - start))
        return line

    def render_line(self, y: int) -> Strip:
        """Never wider than the widget."""
        return super().render_line(y).crop(0, self.size.width)

    # Keys.

    async def _on_key(self, event: events.Key) -> None:
        if await self._take(event):
            event.stop()
            event.prevent_default()

    async def _take(self, event: events.Key) -> bool:
        if self._is_pasted_line_end(event):
            self.insert_here(" " if event.key == "tab" else "\n")
            return True
        if await self.keys.take_key(event.key, event.character):
            return True
        step = self._step_out(event.key)
        if step:
            await self.keys.leave_editor(step)
            return True
        if event.character and event.character >= "\xa0" and not event.is_printable:
            # No-break spaces, soft hyphens and joiners are typed too, though Python calls them unprintable.
            self.insert_here(event.character)
            return True
        action = self.OWN_KEYS.get(event.key)
        if action:
            await self.run_action(action)
        return bool(action)

    def _is_pasted_line_end(self, event: events.Key) -> bool:
        """A terminal without bracketed paste sends a pasted text as keys: its line ends must not confirm anything."""
        # The time of arrival, not of handling: a busy program must not make a paste look like typing.
        is_close = event.time - self._run_ended < PASTE_GAP_SECONDS
        length = self._run_length if is_close else 0
        is_line_end = event.key in ("ctrl+j", "tab")
        self._run_ended = event.time
        self._run_length = length + 1 if event.is_printable or is_line_end or event.key == "enter" else 0
        return is_line_end and length >= PASTE_LENGTH

    def _step_out(self, key: str) -> int:
        """-1 for up on the first line, 1 for down on the last."""
        if self.selection.start != self.selection.end:
            return 0
        line = self.cursor_line
        if key == "up" and line == 0:
            return -1
        return 1 if key == "down" and line >= self.wrapped_document.height - 1 else 0

    @property
    def cursor_line(self) -> int:
        """The wrapped line that the cursor stands in."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_here(event.text.replace("\r\n", "\n").replace("\r", "\n"))


def _common_length(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
