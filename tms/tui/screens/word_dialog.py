"""A word that no dictionary has: what may have been meant, or that it is right."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.widget import Widget

from tms.tui.blocks import Role, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList


@dataclass(frozen=True, slots=True)
class WordChoice:
    """Another word to write, or None: the word belongs on the project's list."""

    word: str | None


class WordDialog(Dialog[WordChoice | None]):
    """The suggestions, best first, and at the end the project's list."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("choose")),
        ("Enter", N_("take it")),
        ("Esc", N_("leave it")),
    )

    def __init__(self, word: str, suggestions: tuple[str, ...]) -> None:
        super().__init__()
        self.word = word
        self.suggestions = suggestions

    def parts(self) -> tuple[Widget, ...]:
        """The words to choose from."""
        blocks = [make_block(word, value=WordChoice(word)) for word in self.suggestions]
        if not blocks:
            blocks.append(make_block((_("no word is near it"), Role.QUIET)))
        right = make_block(
            (_("“{word}” is right: put it on the project's list").format(word=self.word), Role.PLAIN),
            value=WordChoice(None),
        )
        return (BlockList([*blocks, right], id="choices"),)

    def on_mount(self) -> None:
        """Begin at the best."""
        self.query_one("#box").border_title = _("“{word}” is in no dictionary").format(word=self.word)
        self.query_one(BlockList).focus()

    @on(LineList.Chosen)
    def _choose(self) -> None:
        value = self.query_one(BlockList).value
        if isinstance(value, WordChoice):
            self.dismiss(value)
