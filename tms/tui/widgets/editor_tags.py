"""An editor in which a key cannot cut a tag in two."""

from textual import events
from textual.document._document import EditResult
from textual.message import Message
from textual.widgets.text_area import Location

from tms.tui.widgets.editor_text import EditorText
from tms.tui.widgets.typing_help import TypingHelp
from tms.values import MarkupSpan


class EditorTags(EditorText):
    """The cursor steps over a tag as over one character; deleting one takes two presses, and its other half goes too.

    What was typed just now is deleted letter by letter, and a tag that was opened on purpose is a text like any other.
    """

    class TagChosen(Message):
        """A tag was selected instead of cut: the same key again deletes it, with its other half if there is one."""

        def __init__(self, *, has_partner: bool) -> None:
            super().__init__()
            self.has_partner = has_partner

    def __init__(self, hand: TypingHelp | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        # Before and behind the opened tag lie so many characters, whatever is typed in it.
        self._opened: tuple[int, int] | None = None
        self._typed_to: int | None = None
        super().__init__(hand, id=id)

    def load(self, text: str) -> None:
        """Open another text; no tag of it is open."""
        self._opened = self._typed_to = None
        super().load(text)

    def open_tag(self) -> bool:
        """Let the tag at the cursor be edited, what is most often changed in it selected; False if there is none."""
        span = self._find_tag()
        if span is None:
            return False
        text = self.text
        self._opened = (span.start, len(text) - span.end)
        start, end = _find_value(text[span.start : span.end])
        self.select_span(span.start + start, span.start + end)
        return True

    def _find_tag(self) -> MarkupSpan | None:
        start, end = self.selected_span
        guard = self.guard
        if start != end:
            return guard.find_exact(start, end)
        return guard.find_around(start) or guard.find_beside(start, -1) or guard.find_beside(start, 1)

    def _is_open_at(self, offset: int) -> bool:
        if self._opened is None:
            return False
        before, behind = self._opened
        return before <= offset <= len(self.text) - behind

    # Moving.

    def move_cursor(
        self,
        location: Location,
        select: bool = False,  # noqa: FBT001, FBT002 - Textual's signature
        center: bool = False,  # noqa: FBT001, FBT002 - Textual's signature
        record_width: bool = True,  # noqa: FBT001, FBT002 - Textual's signature
    ) -> None:
        """Move the cursor, out of the inside of a tag."""
        offset = self.offset_of(location)
        self._typed_to = None
        if self._opened is not None and not self._is_open_at(offset):
            self._opened = None
        if self._opened is None:
            snapped = self.guard.snap(offset)
            location = location if snapped == offset else self.location_of(snapped)
        super().move_cursor(location, select, center, record_width)

    def get_cursor_left_location(self) -> Location:
        """One character, or one tag, to the left."""
        return self._step(-1) or super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """One character, or one tag, to the right."""
        return self._step(1) or super().get_cursor_right_location()

    def _step(self, step: int) -> Location | None:
        offset = self.cursor_offset_in_text
        # What was typed just now is a tag only since its last letter.
        if self._opened is not None or (self._typed_to is not None and self._typed_to == offset):
            return None
        span = self.guard.find_beside(offset, step)
        if span is None:
            return None
        return self.location_of(span.start if step < 0 else span.end)

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        await super()._on_mouse_up(event)
        if self.selection.is_empty:
            self.move_cursor(self.cursor_location)

    # Deleting.

    def action_delete_left(self) -> None:
        """Delete a character; a tag is selected first."""
        if not self._choose_tag(-1):
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete a character; a tag is selected first."""
        if not self._choose_tag(1):
            super().action_delete_right()

    def action_delete_word_left(self) -> None:
        """Delete a word; a tag is selected first."""
        if not self._choose_tag(-1):
            super().action_delete_word_left()

    def action_delete_word_right(self) -> None:
        """Delete a word; a tag is selected first."""
        if not self._choose_tag(1):
            super().action_delete_word_right()

    def _choose_tag(self, step: int) -> bool:
        offset = self.cursor_offset_in_text
        if not self.selection.is_empty or self._is_open_at(offset) or self._typed_to == offset:
            return False
        guard = self.guard
        span = guard.find_around(offset) or guard.find_beside(offset, step)
        if span is None:
            return False
        self.select_span(span.start, span.end)
        self.post_message(self.TagChosen(has_partner=span.partner is not None))
        return True

    def _delete_via_keyboard(self, start: Location, end: Location) -> EditResult | None:
        first, last = sorted((self.offset_of(start), self.offset_of(end)))
        was_typed = self._typed_to is not None and self._typed_to == last
        if not was_typed and not (self._is_open_at(first) and self._is_open_at(last)):
            guard = self.guard
            span = guard.find_exact(first, last)
            if span is not None and span.partner is not None:
                self._delete_pair(span)
                return None
            first, last = guard.cover(first, last)
        result = super()._delete_via_keyboard(self.location_of(first), self.location_of(last))
        self._typed_to = first if was_typed else None
        return result

    def _delete_pair(self, span: MarkupSpan) -> None:
        text, cursor = self.guard.without_pair(self.value, span)
        self.put(text)
        self.move_cursor(self.location_of(cursor))

    # Typing.

    def type_text(self, text: str) -> None:
        """Type characters at the cursor, in place of what is selected; next to a tag, never into it."""
        start, end = self.selected_span
        if not (self._is_open_at(start) and self._is_open_at(end)) and self._typed_to != start:
            guard = self.guard
            start, end = guard.cover(start, end) if start != end else (guard.snap(start),) * 2
        self._replace_via_keyboard(text, self.location_of(start), self.location_of(end))
        self._typed_to = start + len(text)


def _find_value(raw: str) -> tuple[int, int]:
    """The address or the first attribute's value in a tag, else the place before its last sign."""
    if raw.startswith("](") and raw.endswith(")"):
        return 2, len(raw) - 1
    for quote in "\"'":
        start = raw.find(f"={quote}")
        end = raw.find(quote, start + 2)
        if 0 <= start < end:
            return start + 2, end
    return len(raw) - 1, len(raw) - 1
