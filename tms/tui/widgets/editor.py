"""The text area of a desk: keys are handled in the order typed, and what is typed may be replaced."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding
from textual.document._edit import Edit
from textual.widgets import TextArea

from tms.tui.widgets.editor_tags import EditorTags
from tms.tui.widgets.typing_help import TypingHelp
from tms.values import Replacement

# A line end that comes this close behind that many characters was pasted, not pressed.
PASTE_GAP_SECONDS = 0.01
PASTE_LENGTH = 8
# A place in a text is known again by so many characters before it.
_SPOT_LENGTH = 16


class KeyTaker(Protocol):
    """Who is asked first about each key."""

    async def take_key(self, key: str, character: str | None) -> bool:
        """Do what the key stands for; False if it stands for nothing."""


class EditorKeys(KeyTaker, Protocol):
    """Who an editor belongs to."""

    async def leave_editor(self, step: int) -> None:
        """Go to the paragraph before (-1) or after (1)."""


class Past(Protocol):
    """Knows the texts that an editor does not know any more."""

    def note_text(self) -> None:
        """What stands in the editor is about to be undone."""

    def step_back(self) -> None:
        """The text before this one."""

    def step_on(self) -> None:
        """The text after this one."""


def _own_keys() -> dict[str, str]:
    bindings = [item for item in TextArea.BINDINGS if isinstance(item, Binding)]
    return {key: binding.action for binding in bindings for key in binding.key.split(",")}


@dataclass(frozen=True, slots=True)
class _Replaced:
    """A step of the history that replaced what was typed, and the place where it did."""

    step: list[Edit]
    spot: tuple[str, str]


@dataclass(slots=True)
class _Run:
    """Characters that came without a pause: where the first was put, and whether something else stands for one."""

    start: int
    raw: str = ""
    is_replaced: bool = False


class Editor(EditorTags):
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

    def __init__(
        self,
        keys: EditorKeys,
        hand: TypingHelp | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(hand, id=id)
        self.keys = keys
        self.past: Past | None = None
        self._run_length = 0
        self._run_ended = 0.0
        self._run = _Run(0)
        self._replaced: list[_Replaced] = []
        self._refused: set[tuple[str, str]] = set()

    def load(self, text: str) -> None:
        """Open another text; what was replaced or refused belongs to the text before."""
        self._replaced.clear()
        self._refused.clear()
        super().load(text)

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
        return await self._write(event)

    async def _write(self, event: events.Key) -> bool:
        """What a key does to the text."""
        action = self.OWN_KEYS.get(event.key)
        if event.character and event.character >= "\xa0" and not event.is_printable:
            # No-break spaces, soft hyphens and joiners are typed too, though Python calls them unprintable.
            self._restart_blink()
            self._type(event.character)
        elif action:
            await self.run_action(action)
        elif event.key == "enter" or (event.is_printable and event.character):
            self._restart_blink()
            self._type("\n" if event.key == "enter" else event.character or "")
        else:
            return False
        return True

    # What was typed may become something else.

    def _type(self, character: str) -> None:
        if self._run_length == 1:
            self._run = _Run(self.selected_span[0])
        self.type_text(character)
        self._run.raw += character
        if self._run_length < PASTE_LENGTH:
            self._run.is_replaced |= self._replace_typed()
        elif self._run_length == PASTE_LENGTH and self._run.is_replaced and len(self._run.raw) == PASTE_LENGTH:
            # It was a paste all along: its first letters stand as they came.
            self.replace_span(self._run.start, self.cursor_offset_in_text, self._run.raw)

    def _replace_typed(self) -> bool:
        cursor = self.cursor_offset_in_text
        text = self.value
        found = self.hand.find_replacement(text, cursor)
        if found is None:
            return False
        spot = _name_spot(text, found, cursor)
        if spot in self._refused:
            return False
        self.replace_span(found.start, found.end, found.text)
        self.move_cursor(self.location_of(found.move(cursor)))
        self._replaced = [*self._replaced[-50:], _Replaced(self.history.undo_stack[-1], spot)]
        return found.start >= self._run.start

    def action_undo(self) -> None:
        """Take the last step back; a replacement that was taken back is not done again at its place."""
        steps = self.history.undo_stack
        if self.past is not None and not steps:
            self.past.step_back()
            return
        if self.past is not None and not self.history.redo_stack:
            self.past.note_text()
        for replaced in self._replaced:
            if steps and steps[-1] is replaced.step:
                self._refused.add(replaced.spot)
        super().action_undo()

    def action_redo(self) -> None:
        """Make the last step again that was taken back."""
        if self.past is not None and not self.history.redo_stack:
            self.past.step_on()
        else:
            super().action_redo()

    # Keys that are none.

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


def _name_spot(text: str, found: Replacement, cursor: int) -> tuple[str, str]:
    """What was typed and the letters before it: they are the same wherever the text before has grown."""
    start = min(found.start, cursor - 1) if found.start < found.end else cursor - 1
    return text[max(0, start - _SPOT_LENGTH) : start], text[start:cursor]
