"""Comments and questions on a paragraph: read them, settle them, write one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from tms.tui.blocks import Block, Role, make_block
from tms.tui.language import N_, _
from tms.tui.screens.kept_dialog import KeptDialog
from tms.tui.screens.list_keys import ListKeys
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine
from tms.values import CommentView


@dataclass(frozen=True, slots=True)
class Remark:
    """What was decided: a new comment or question, or the number of a comment that is settled."""

    text: str = ""
    is_question: bool = False
    settled: int | None = None


class CommentsDialog(ListKeys, KeptDialog[None]):
    """What was said so far, and a line for more; it stays open until it is left."""

    TITLE_TEXT = N_("Comments and questions")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", N_("say it")),
        ("^J", N_("ask it, for all languages")),
        ("↑ ↓", N_("choose")),
        ("^T", N_("settle the chosen one")),
        ("Esc", N_("leave")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "ask", "Ask", show=False, priority=True),
        Binding("ctrl+t", "settle", "Settle", show=False, priority=True),
    ]

    def __init__(self, comments: Sequence[CommentView], act: Callable[["CommentsDialog", Remark], None]) -> None:
        super().__init__()
        self.comments = comments
        self.act = act
        self._remark = Remark()
        self._is_busy = False

    def parts(self) -> tuple[Widget, ...]:
        """The list and the line."""
        return (
            BlockList(describe_comments(self.comments), id="said"),
            TypedLine(placeholder=_("a comment, or a question to the author")),
        )

    @property
    def list(self) -> BlockList:
        """The comments."""
        return self.query_one("#said", BlockList)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.list.can_focus = False
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _say(self) -> None:
        self._answer(is_question=False)

    def action_ask(self) -> None:
        """Ask the author: a question concerns every language."""
        self._answer(is_question=True)

    def _answer(self, *, is_question: bool) -> None:
        text = self.query_one(Input).value.strip()
        if text:
            self._do(Remark(text, is_question))

    def action_settle(self) -> None:
        """Close the chosen comment."""
        value = self.list.value
        if isinstance(value, int):
            self._do(Remark(settled=value))

    def _do(self, remark: Remark) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._remark = remark
            self.act(self, remark)

    def take(self, comments: Sequence[CommentView] | None) -> None:
        """Show what was said by now; None: it could not be stored, and what was written stays."""
        self._is_busy = False
        if comments is None or not self.is_attached:
            return
        said = self.list
        said.show(describe_comments(comments), keep=True)
        line = self.query_one(Input)
        if line.value.strip() == self._remark.text:
            line.value = ""


def describe_comments(comments: Sequence[CommentView]) -> list[Block]:
    """All of them, or that there are none."""
    return [describe_comment(comment) for comment in comments] or [make_block((_("nothing was said yet"), Role.QUIET))]


def describe_comment(comment: CommentView) -> Block:
    """A comment with who, when, and whether it still waits."""
    sign = "✓" if comment.is_resolved else "?" if comment.is_question else "“"
    word = _("settled") if comment.is_resolved else _("open question") if comment.is_question else _("comment")
    language = f" {comment.language.upper()}" if comment.language else ""
    return make_block(
        (f"{sign} ", Role.QUIET if comment.is_resolved else Role.WARNING if comment.is_question else Role.ACCENT),
        comment.text,
        (f"  {comment.who or _('somebody')}, {comment.at.astimezone():%Y-%m-%d}{language}, {word}", Role.QUIET),
        value=comment.id,
        indent=2,
    )
