"""Why a concept is as it is: every decision on it with who, when and why, and what it changed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.widget import Widget

from tms.tui.blocks import Block, Role, Run, diff_runs, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.term_work_blocks import describe_decision
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList
from tms.values import Concept, DecisionView
from tms.workflow.diffing import diff_words

CONTEXT = 60
WORDS = {
    (True, True): N_("what the decision changed"),
    (True, False): N_("what it was"),
    (False, True): N_("what it became"),
    (False, False): N_("nothing was changed by that"),
}


class DecisionsDialog(Dialog[None]):
    """The newest decision first; below it what the chosen one changed."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("choose")),
        ("Tab", N_("to the change and back")),
        ("Esc", N_("leave")),
    )

    def __init__(self, concept: Concept, decisions: Sequence[DecisionView]) -> None:
        super().__init__(classes="-tall")
        self.concept = concept
        self.decisions = decisions

    def parts(self) -> tuple[Widget, ...]:
        """The decisions, and what the chosen one changed."""
        blocks = [describe_decision(decision, number) for number, decision in enumerate(self.decisions)]
        return (
            BlockList(blocks or self._list_reasons(), id="decisions", classes="-filling"),
            BlockList(id="change", has_cursor=False, classes="-filling"),
        )

    def _list_reasons(self) -> list[Block]:
        said = _("nothing was decided on it here; what the glossary says itself:")
        facts = [self.concept.source, self.concept.note]
        facts += [f"{term.text}: {term.reason}" for term in self.concept.terms if term.reason]
        return [make_block((said, Role.QUIET)), *(make_block(fact) for fact in facts if fact)]

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one("#box").border_title = _("Why: {id}").format(id=self.concept.id)
        self.query_one("#change").display = bool(self.decisions)
        self.query_one("#decisions").focus()

    @on(LineList.Moved, "#decisions")
    def _compare(self, event: LineList.Moved) -> None:
        decision = self.decisions[event.index]
        before, after = decision.before, decision.after
        runs: Sequence[Run] = ((before or after or "", Role.PLAIN),)
        if before is not None and after is not None:
            runs = diff_runs(diff_words(before, after), context=CONTEXT)
        what = _(WORDS[before is not None, after is not None])
        self.query_one("#change", BlockList).show([make_block((what, Role.QUIET)), make_block(*runs)])
