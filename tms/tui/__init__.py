"""The terminal interface: full screen (`TmsApp`), or plain lines for screen readers (`tms.tui.linear`)."""

from typing import TYPE_CHECKING

from tms.tui.keymap import list_keys
from tms.tui.keys_page import render_keys_markdown
from tms.tui.launch import launch

if TYPE_CHECKING:
    from tms.tui.app import TmsApp
else:

    def __getattr__(name: str) -> object:
        """Textual is loaded when the full screen is asked for: lines and lists of keys need none of it."""
        if name != "TmsApp":
            raise AttributeError(f"module 'tms.tui' has no attribute '{name}'")
        from tms.tui.app import TmsApp

        return TmsApp


__all__ = ["TmsApp", "launch", "list_keys", "render_keys_markdown"]
