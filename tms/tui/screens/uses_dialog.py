"""Where a concept stands: every paragraph, to be filtered and opened."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.blocks import Role, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.screens.list_keys import ListKeys
from tms.tui.term_work_blocks import count, describe_use
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine
from tms.tui.widgets.line_list import LineList
from tms.values import TermUse
from tms.workflow.terms import fold_words


class UsesDialog(ListKeys, Dialog[TermUse | None]):
    """The paragraph to be opened."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        (N_("type"), N_("to filter")),
        ("↑ ↓", N_("choose")),
        ("Enter", N_("open the paragraph")),
        ("Esc", N_("leave")),
    )

    def __init__(self, name: str, uses: Sequence[TermUse], *, most: int) -> None:
        super().__init__(classes="-tall")
        more = _(", the first {most}").format(most=most) if len(uses) >= most else ""
        self.title_text = f"{name}: in {count(len(uses), 'text')}{more}"
        self.found = [(use, fold_words(f"{use.article} {use.segment} {use.language} {use.text}")) for use in uses]

    def parts(self) -> tuple[Widget, ...]:
        """A line to filter by, and the paragraphs."""
        return (
            TypedLine(placeholder=_("words of the text, article or language")),
            BlockList(id="uses", classes="-filling"),
        )

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one("#box").border_title = self.title_text
        self.list.can_focus = False
        self.query_one(Input).focus()
        self._show()

    @property
    def list(self) -> BlockList:
        """The paragraphs."""
        return self.query_one("#uses", BlockList)

    @on(Input.Changed)
    def _show(self) -> None:
        wanted = fold_words(self.query_one(Input).value).split()
        blocks = [describe_use(use) for use, text in self.found if all(word in text for word in wanted)]
        empty = "it stands in no text yet" if not self.found else "no text has these words"
        self.list.show(blocks or [make_block((empty, Role.QUIET))], keep=True)

    @on(Input.Submitted)
    @on(LineList.Chosen, "#uses")
    def _choose(self) -> None:
        # The letters before this Enter may not have been looked at yet.
        self._show()
        value = self.list.value
        if isinstance(value, TermUse):
            self.dismiss(value)
