"""The terminal interface."""

from tms.tui.app import TmsApp
from tms.tui.keymap import list_keys
from tms.tui.keys_page import render_keys_markdown

__all__ = ["TmsApp", "list_keys", "render_keys_markdown"]
