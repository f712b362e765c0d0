"""What the desk is measured beside: an empty Textual application, a table of 10,000 rows, a bare text area.

    python benchmarks/_desk_peers.py empty|table|area [FILE]

FILE holds the table's rows or the area's text, a paragraph a line. Each imports what it needs and nothing more.
"""

import sys
from pathlib import Path

from textual.app import App, ComposeResult


class Empty(App[None]):
    """Nothing but one line."""

    def compose(self) -> ComposeResult:
        from textual.widgets import Static

        yield Static("first picture")


class Table(App[None]):
    """Two columns of text."""

    def compose(self) -> ComposeResult:
        from textual.widgets import DataTable

        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        from textual.widgets import DataTable

        table = self.query_one(DataTable)
        table.add_columns("n", "source", "target")
        lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
        table.add_rows((str(number), line[:50], line[:50]) for number, line in enumerate(lines, 1))


class Area(App[None]):
    """A text area with one paragraph."""

    def compose(self) -> ComposeResult:
        from textual.widgets import TextArea

        yield TextArea(Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()[0])

    def on_mount(self) -> None:
        from textual.widgets import TextArea

        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)


if __name__ == "__main__":
    {"empty": Empty, "table": Table, "area": Area}[sys.argv[1]]().run()
