"""The terminal interface."""

from tms.tui.actions import list_keys, render_keys_markdown
from tms.tui.app import TmsApp

__all__ = ["TmsApp", "list_keys", "render_keys_markdown"]
