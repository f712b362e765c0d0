"""A proposed term with everything that a coordinator may change of it before it stands in the glossary."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from tms.errors import InputError, TmsError
from tms.tui.blocks import Role, make_block
from tms.tui.concept_blocks import describe_terms
from tms.tui.harmless import show_harmless
from tms.tui.language import N_, _
from tms.tui.messages import ConceptChecked, TermsLookedUp
from tms.tui.screens.dialog import Dialog
from tms.tui.screens.error_dialog import describe_error, tell_error
from tms.tui.term_work_blocks import describe_proposal
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine
from tms.tui.widgets.line_bar import LineBar
from tms.values import Concept, ProposalView, Term, TermStatus
from tms.workflow.deciding import Decided
from tms.workflow.proposing import Edits, accept_proposal
from tms.workflow.terms import look_up, preview_forms
from tms.workflow.workspace import Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

CHECK_SECONDS = 0.2
STEPS: dict[str, Callable[[Screen[Any]], object]] = {
    **dict.fromkeys(("down", "tab"), lambda screen: screen.focus_next(FieldLine)),
    **dict.fromkeys(("up", "shift+tab"), lambda screen: screen.focus_previous(FieldLine)),
}


class FieldLine(TypedLine):
    """A line of a form: arrows and Tab lead to the next one at once, and what was typed after them goes there."""

    async def _on_key(self, event: events.Key) -> None:
        focused = self.screen.focused
        step = STEPS.get(event.key)
        if isinstance(focused, FieldLine) and focused is not self:
            focused.post_message(events.Key(event.key, event.character))
        elif step is not None:
            step(self.screen)
        else:
            return
        event.stop()
        event.prevent_default()


class Field(Horizontal):
    """A label and a line to write into."""

    def __init__(self, name: str, label: str, value: str = "", prompt: str = "") -> None:
        super().__init__()
        self.label = LineBar()
        self.label.show([(label, Role.QUIET)])
        self.line = FieldLine(value, placeholder=prompt, id=name, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The label before the line."""
        yield self.label
        yield self.line


@dataclass(frozen=True, slots=True)
class Accepted:
    """The term as it was accepted, and what was decided."""

    target: str
    decided: Decided


class DecideDialog(Dialog[Accepted | None]):
    """What was accepted; it stays open until that is stored or left."""

    TITLE_TEXT = N_("Accept the term")
    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "decide_dialog.tcss"]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        (N_("Tab ↓ ↑"), N_("from line to line")),
        ("Enter", N_("accept")),
        ("Esc", N_("leave it waiting")),
    )

    def __init__(self, workspace: Workspace, proposal: ProposalView) -> None:
        super().__init__()
        self.workspace = workspace
        self.proposal = proposal
        self.below = BlockList(id="below", has_cursor=False)
        self.is_saving = False
        self._timer: Timer | None = None

    def parts(self) -> tuple[Widget, ...]:
        """What was proposed, the lines, and the forms in which the term would be found."""
        one = self.proposal
        said = BlockList([describe_proposal(one)], id="proposed", has_cursor=False)
        said.can_focus = self.below.can_focus = False
        return (
            said,
            Field("source", f"source {one.source_language.upper()}", show_harmless(one.source)),
            Field("target", f"target {one.language.upper()}", show_harmless(one.target)),
            Field("concept", "concept", prompt=_("empty: by its words")),
            Field("status", "status", prompt=_("empty: preferred; or admitted, deprecated")),
            Field("pos", "part of speech", prompt=_("noun, adjective, proper noun, verb, phrase")),
            Field("gender", "gender", prompt="m, f, m/f"),
            Field("forms", "forms", prompt=_("empty: by the rules of the language; else all of them: form | form | …")),
            Field("reason", "reason", prompt=_("may be left empty")),
            self.below,
        )

    def on_mount(self) -> None:
        """Begin in the term."""
        self.query_one("#target", Input).focus()
        self._preview()
        self._find_homes(self.proposal.source)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _edited(self, name: str, proposed: str) -> str:
        """What is typed in place of what was proposed, whose controls are symbols here; nothing if it stands."""
        typed = self._typed(name)
        return "" if typed == show_harmless(proposed).strip() else typed

    def read_edits(self) -> Edits:
        """What is typed, as the workflow takes it; raises InputError."""
        status = self._typed("status").casefold()
        if status and status not in list(TermStatus):
            raise InputError(f"'{status}' is no status of a term", f"it is {', '.join(TermStatus)}, or empty")
        return Edits(
            source=self._edited("source", self.proposal.source),
            target=self._edited("target", self.proposal.target),
            concept_id=self._typed("concept"),
            status=TermStatus(status) if status else None,
            part_of_speech=self._typed("pos"),
            gender=self._typed("gender"),
            forms=tuple(form.strip() for form in self._typed("forms").split("|") if form.strip()),
        )

    # Where it belongs.

    @work(thread=True, exclusive=True, group="homes", exit_on_error=False)
    def _find_homes(self, source: str) -> None:
        found = look_up(self.workspace, source, language=self.proposal.source_language)
        self.post_message(TermsLookedUp(source, found))

    @on(TermsLookedUp)
    def _show_homes(self, message: TermsLookedUp) -> None:
        whole = (0, len(message.text))
        hits = [one.hit for one in message.found if (one.hit.start, one.hit.end) == whole]
        homes = tuple(dict.fromkeys(hit.concept for hit in hits if hit.term.status is not TermStatus.DEPRECATED))
        self.query_one("#concept", Input).placeholder = describe_homes(homes)

    # The forms.

    @on(Input.Changed, "#source")
    def _look_up(self) -> None:
        self._find_homes(self._edited("source", self.proposal.source) or self.proposal.source)

    @on(Input.Changed)
    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(CHECK_SECONDS, self._preview)

    def _preview(self) -> None:
        try:
            edits = self.read_edits()
        except InputError as error:
            self._take(ConceptChecked("", fault=error))
            return
        text, status = edits.target or self.proposal.target, edits.status or TermStatus.PREFERRED
        term = Term(self.proposal.language, text, status, edits.forms, edits.part_of_speech, edits.gender)
        self._check(Concept("preview", (term,)))

    @work(thread=True, exclusive=True, group="forms", exit_on_error=False)
    def _check(self, concept: Concept) -> None:
        self.post_message(ConceptChecked("", concept, preview_forms(concept)))

    @on(ConceptChecked)
    def _take(self, message: ConceptChecked) -> None:
        fault = [make_block(*describe_error(message.fault))] if message.fault else []
        self.below.show(fault or list(describe_terms(message.forms)))

    # Deciding.

    @on(Input.Submitted)
    @work(exit_on_error=False)
    async def action_accept(self) -> None:
        """Take it into the glossary; what is against that is told, and everything typed stays."""
        if self.is_saving:
            return
        self.is_saving = True
        try:
            edits, reason = self.read_edits(), self._typed("reason")
            accept = asyncio.to_thread(accept_proposal, self.workspace, self.proposal.id, edits=edits, reason=reason)
            _, decided = await accept
        except TmsError as error:
            tell_error(self.app, error)
            self._take(ConceptChecked("", fault=error))
        else:
            self.dismiss(Accepted(edits.target or self.proposal.target, decided))
        finally:
            self.is_saving = False

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Whatever else goes wrong is told, and everything typed stays."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            tell_error(self.app, event.worker.error)


def describe_homes(concepts: Sequence[str]) -> str:
    """What it means to leave the concept empty: these have the source word."""
    if not concepts:
        return "empty: a new concept of these words"
    if len(concepts) == 1:
        return f"empty: {concepts[0]}, by its words"
    return f"several have these words, name one: {', '.join(concepts)}"
