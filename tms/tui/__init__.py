"""The terminal interface: full screen (`TmsApp`), or plain lines for screen readers (`tms.tui.linear`)."""

from typing import TYPE_CHECKING, Any

from tms.tui.keymap import list_keys
from tms.tui.keys_page import render_keys_markdown

if TYPE_CHECKING:
    from tms.tui.app import TmsApp

__all__ = ["TmsApp", "list_keys", "render_keys_markdown"]


def __getattr__(name: str) -> Any:
    """Textual is loaded when the full screen is asked for: lines and lists of keys need none of it."""
    if name == "TmsApp":
        from tms.tui.app import TmsApp

        return TmsApp
    raise AttributeError(name)
