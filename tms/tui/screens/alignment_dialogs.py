"""Questions of the alignment screen: which file, where to split, whether to change what somebody wrote."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.blocks import Block, Role, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine
from tms.tui.widgets.line_list import LineList
from tms.workflow.choosing import Choice, list_paths

MOST_SHOWN = 200


class FileDialog(Dialog[Path | None]):
    """Typing words filters the project's files; typing a path completes it."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        (N_("type"), N_("words, or a path with /")),
        ("Tab", N_("complete")),
        ("↑ ↓", N_("choose")),
        ("Enter", N_("attach")),
        ("Esc", N_("leave")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False, priority=True),
        Binding("up", "up", "Up", show=False, priority=True),
        Binding("down", "down", "Down", show=False, priority=True),
    ]

    def __init__(self, title: str, files: Sequence[Choice]) -> None:
        super().__init__(classes="-tall")
        self.title_text = title
        self.files = files

    def parts(self) -> tuple[Widget, ...]:
        """The line and what it leads to."""
        return (TypedLine(placeholder=_("file, or words of its name")), BlockList(id="files", classes="-filling"))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one("#box").border_title = self.title_text
        self.query_one("#files", BlockList).can_focus = False
        self.query_one(Input).focus()
        self._show()

    @property
    def list(self) -> BlockList:
        """The files."""
        return self.query_one("#files", BlockList)

    def _list_choices(self) -> Sequence[Choice]:
        typed = self.query_one(Input).value
        if typed.startswith(("/", "~", "./", "../")):
            return list_paths(typed)
        words = typed.casefold().split()
        return [choice for choice in self.files if all(word in choice.shown.casefold() for word in words)]

    @on(Input.Changed)
    def _show(self) -> None:
        choices = self._list_choices()
        blocks = [
            make_block((choice.shown, Role.ACCENT if choice.is_folder else Role.PLAIN), value=choice)
            for choice in choices[:MOST_SHOWN]
        ]
        empty = make_block((_("No article file here. A path begins with / or ~ or ./"), Role.QUIET))
        self.list.show(blocks or [empty])

    def action_complete(self) -> None:
        """Take what is chosen into the line."""
        choice = self.list.value
        if isinstance(choice, Choice):
            line = self.query_one(Input)
            line.value = choice.shown if choice.shown.startswith(("/", "~", ".")) else str(choice.path)
            line.cursor_position = len(line.value)

    def action_up(self) -> None:
        """One file up."""
        self.list.action_cursor_up()

    def action_down(self) -> None:
        """One file down."""
        self.list.action_cursor_down()

    @on(Input.Submitted)
    @on(LineList.Chosen, "#files")
    def _choose(self) -> None:
        # The letters before this Enter may not have been looked at yet.
        typed = Path(self.query_one(Input).value).expanduser()
        if self.query_one(Input).value.strip() and typed.is_file():
            self.dismiss(typed)
            return
        choice = self.list.value
        if isinstance(choice, Choice) and choice.is_folder:
            self.action_complete()
        elif isinstance(choice, Choice):
            self.dismiss(choice.path)


class ChoiceDialog(Dialog[object]):
    """One of several answers, the first of them chosen."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("choose")),
        ("Enter", N_("do it")),
        ("Esc", N_("leave it as it is")),
    )

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.title_text = title
        self.blocks = blocks

    def parts(self) -> tuple[Widget, ...]:
        """The answers."""
        return (BlockList(self.blocks, id="answers"),)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one("#box").border_title = self.title_text
        self.query_one("#answers").focus()

    @on(LineList.Chosen, "#answers")
    def _answer(self) -> None:
        self.dismiss(self.query_one("#answers", BlockList).value)
