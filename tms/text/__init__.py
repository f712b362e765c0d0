"""Pure string tools."""
