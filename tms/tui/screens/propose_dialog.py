"""Propose a term: mark its words in the source and in the translation."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from tms.tui.harmless import fold, unfold
from tms.tui.language import N_, _
from tms.tui.screens.kept_dialog import KeptDialog
from tms.tui.widgets.filter_line import TypedLine


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word for a word, and what a coordinator should know."""

    source: str
    target: str
    note: str = ""


class MarkableText(TextArea):
    """A text to mark words in; nothing in it can be changed."""

    DEFAULT_CSS = """
    MarkableText { border: none; padding: 0 1; height: auto; max-height: 5; background: transparent; }
    MarkableText:focus { border: none; background: $current; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.propose", "Propose", show=False, priority=True)]

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(fold(text), id=id, read_only=True, show_line_numbers=False, highlight_cursor_line=False)

    def mark(self, words: str) -> None:
        """Select words where they stand first."""
        start = self.text.find(fold(words)) if words else -1
        if start >= 0:
            end = start + len(fold(words))
            places = (
                (text.count("\n"), len(text) - text.rfind("\n") - 1) for text in (self.text[:start], self.text[:end])
            )
            self.selection = Selection(*places)

    @property
    def marked(self) -> str:
        """The words that are selected."""
        return unfold(self.selected_text).strip()


class ProposeDialog(KeptDialog[Proposal | None]):
    """Marking words fills the lines; the lines can be typed in too. Enter proposes."""

    KEPT = "#note"

    TITLE_TEXT = N_("Propose a term")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        (N_("Shift+← →"), N_("mark words")),
        ("Tab", N_("next")),
        ("Enter", N_("propose")),
        ("Esc", N_("leave")),
    )

    def __init__(self, source: str, target: str, source_words: str, target_words: str) -> None:
        super().__init__()
        self.texts = (source, target)
        self.words = (source_words, target_words)

    def parts(self) -> tuple[Widget, ...]:
        """Both texts, each with the line of its words, and a note."""
        return (
            MarkableText(self.texts[0], id="source"),
            TypedLine(self.words[0], placeholder=_("words of the source"), id="source-words"),
            MarkableText(self.texts[1], id="target"),
            TypedLine(self.words[1], placeholder=_("words of the translation"), id="target-words"),
            TypedLine(placeholder=_("what a coordinator should know (may be left empty)"), id="note"),
        )

    def on_mount(self) -> None:
        """Begin where words are missing, or with the source."""
        for name, words in zip(("source", "target"), self.words, strict=True):
            self.query_one(f"#{name}", MarkableText).mark(words)
        self.query_one("#target" if not self.words[1] else "#source").focus()

    @on(TextArea.SelectionChanged)
    def _take_marked(self, event: TextArea.SelectionChanged) -> None:
        area = event.text_area
        if isinstance(area, MarkableText) and area.marked:
            self.query_one(f"#{area.id}-words", Input).value = area.marked

    @on(Input.Submitted)
    def action_propose(self) -> None:
        """Answer with what stands in the lines, or go to the one that is empty."""
        source, target, note = (self.query_one(f"#{name}", Input) for name in ("source-words", "target-words", "note"))
        empty = next((line for line in (source, target) if not line.value.strip()), None)
        if empty is not None:
            empty.focus()
            return
        self.dismiss(Proposal(source.value.strip(), target.value.strip(), note.value.strip()))
