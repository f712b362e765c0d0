"""What keys of a keymap do in the text: the moves and cuts of a map whose letters are commands."""

import re
from typing import Protocol

from tms.tui.widgets.editor import Editor

_WORD = re.compile(r"\w+|[^\w\s]+")


class Desk(Protocol):
    """Whose text it is."""

    async def leave_editor(self, step: int) -> None:
        """Go to the paragraph before (-1) or after (1)."""

    def show_standing(self) -> None:
        """Say anew what is so."""


class TextHand:
    """Does the actions of the text; knows whether letters are typed or are commands."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        self.desk = desk
        self.editor = editor
        self.is_commanding = False

    def _command(self, *, on: bool) -> None:
        self.is_commanding = on
        self.desk.show_standing()

    # Moves.

    def action_cursor_left(self) -> None:
        """A letter to the left."""
        self.editor.action_cursor_left()

    def action_cursor_right(self) -> None:
        """A letter to the right."""
        self.editor.action_cursor_right()

    async def action_cursor_up(self) -> None:
        """A line up, or the paragraph before."""
        if self.editor.cursor_line == 0:
            await self.desk.leave_editor(-1)
        else:
            self.editor.action_cursor_up()

    async def action_cursor_down(self) -> None:
        """A line down, or the paragraph after."""
        if self.editor.cursor_line >= self.editor.wrapped_document.height - 1:
            await self.desk.leave_editor(1)
        else:
            self.editor.action_cursor_down()

    def action_next_word(self) -> None:
        """To where the next word begins."""
        self._go(self._next_word())

    def action_end_of_word(self) -> None:
        """To where this word or the next ends."""
        here = self._here()
        self._go(next((word.end() for word in self._words() if word.end() > here), len(self.editor.text)))

    def action_previous_word(self) -> None:
        """To where this word or the one before begins."""
        here = self._here()
        self._go(max((word.start() for word in self._words() if word.start() < here), default=0))

    def action_line_start(self) -> None:
        """To where the line begins."""
        self.editor.action_cursor_line_start()

    def action_line_end(self) -> None:
        """To where the line ends."""
        self.editor.action_cursor_line_end()

    # Changes.

    def action_newline(self) -> None:
        """A line end, as Enter is otherwise."""
        self.editor.insert_here("\n")

    def action_undo(self) -> None:
        """Take back."""
        self.editor.action_undo()

    def action_redo(self) -> None:
        """Make again."""
        self.editor.action_redo()

    def action_delete_letter(self) -> None:
        """Delete what is under the cursor, or what is selected."""
        self.editor.action_delete_right()

    def action_delete_word(self) -> None:
        """Delete up to the next word."""
        self._delete(self._here(), self._next_word())

    def action_delete_line(self) -> None:
        """Delete the line."""
        self.editor.action_delete_line()

    def action_delete_rest(self) -> None:
        """Delete up to where the line ends."""
        here = self._here()
        end = self.editor.text.find("\n", here)
        self._delete(here, end if end >= 0 else len(self.editor.text))

    # Between the two states.

    def action_command(self) -> None:
        """Letters are commands now."""
        self._command(on=True)

    def action_type_here(self) -> None:
        """Type here."""
        self._command(on=False)

    def action_type_after(self) -> None:
        """Type behind this letter."""
        if self._here() < len(self.editor.text):
            self.editor.action_cursor_right()
        self._command(on=False)

    def action_type_at_start(self) -> None:
        """Type where the line begins."""
        self.editor.action_cursor_line_start()
        self._command(on=False)

    def action_type_at_end(self) -> None:
        """Type where the line ends."""
        self.editor.action_cursor_line_end()
        self._command(on=False)

    def action_type_below(self) -> None:
        """Type in a line below this one."""
        row, _ = self.editor.cursor_location
        self.editor.move_cursor((row, len(self.editor.document.get_line(row))))
        self.editor.insert_here("\n")
        self._command(on=False)

    # Places.

    def _here(self) -> int:
        return self.editor.offset_of(self.editor.cursor_location)

    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.editor.text))

    def _next_word(self) -> int:
        here = self._here()
        return next((word.start() for word in self._words() if word.start() > here), len(self.editor.text))

    def _go(self, offset: int) -> None:
        self.editor.move_cursor(self.editor.location_of(offset))

    def _delete(self, start: int, end: int) -> None:
        self.editor.select_span(*self.editor.guard.cover(start, end))
        self.editor.insert_here("")
