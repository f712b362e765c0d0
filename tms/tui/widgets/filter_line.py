"""Lines to type into: keys are handled in the order typed; one of them leaves the screen's own keys to the screen."""

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.widgets import Input

from tms.tui.widgets.editor import KeyTaker


def _own_keys() -> dict[str, str]:
    bindings = [item for item in Input.BINDINGS if isinstance(item, Binding)]
    return {key: binding.action for binding in bindings for key in binding.key.split(",")}


class TypedLine(Input):
    """An input that does what its own keys say at once: Textual runs them behind the letters typed after them."""

    OWN_KEYS: ClassVar[dict[str, str]] = _own_keys()

    async def _on_key(self, event: events.Key) -> None:
        action = None if event.is_printable else self.OWN_KEYS.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(action)


class FilterLine(TypedLine):
    """Letters go into the filter, unless a sequence of keys was begun."""

    DEFAULT_CSS = """
    FilterLine { border: none; padding: 0 1; height: 1; background: transparent; &:focus { border: none; } }
    """

    def __init__(self, keys: KeyTaker, prompt: str) -> None:
        super().__init__(placeholder=prompt, id="filter", compact=True, select_on_focus=False)
        self.keys = keys

    async def _on_key(self, event: events.Key) -> None:
        if await self.keys.take_key(event.key, event.character):
            event.stop()
            event.prevent_default()
