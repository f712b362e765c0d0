"""A concept as it stands in a glossary file, to be edited: what is wrong with it, or the forms that would be found."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import TextArea
from textual.worker import Worker, WorkerState, get_current_worker

from tms.errors import InputError, NotFoundError, RefusedError, TmsError
from tms.tui.blocks import Block, Role, Run, diff_runs, make_block
from tms.tui.concept_blocks import describe_terms
from tms.tui.concept_texts import find_term_at, give_forms
from tms.tui.language import N_, _
from tms.tui.messages import ConceptChecked
from tms.tui.screens.error_dialog import describe_error, tell_error
from tms.tui.screens.kept_dialog import KeptDialog
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.editor import Editor
from tms.tui.widgets.line_bar import LineBar
from tms.values import Concept, DiffPiece, Term
from tms.workflow.deciding import Decided, change_concept, get_concept
from tms.workflow.diffing import diff_words
from tms.workflow.term_texts import from_toml, to_toml
from tms.workflow.terms import preview_forms
from tms.workflow.workspace import Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

CHECK_SECONDS = 0.2
CONTEXT = 60
FORMS = "the forms in which each term would be found"
_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a dialog begins with: a text, the concept that it shows (None for a new one), ids that others have."""

    text: str
    before: Concept | None = None
    taken: frozenset[str] = frozenset()


class ConceptDialog(KeptDialog[Decided | None]):
    """What was decided; it stays open, with everything typed, until that is stored or thrown away."""

    KEPT = "#concept"
    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "concept_dialog.tcss"]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("^S", N_("save")),
        ("^T", N_("write out the forms here")),
        ("Tab", N_("to and fro")),
        ("Esc", N_("leave")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("ctrl+t", "write_forms", "Write the forms out", show=False),
    ]

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(classes="-tall")
        # About this very text: over one that somebody changed meanwhile it would undo their change.
        self.keep_at(f"concept {sha256(draft.text.encode()).hexdigest()}")
        self.workspace = workspace
        self.draft = draft
        self.before = draft.before
        self.editor = Editor(self, id="concept")
        self.editor.show_line_numbers = True
        self.told = LineBar(id="told")
        self.below = BlockList(id="below", has_cursor=False)
        self.checked: ConceptChecked | None = None
        self.is_leaving = False
        self.is_saving = False
        self._timer: Timer | None = None

    def parts(self) -> tuple[Widget, ...]:
        """The text, and below it what it means."""
        return (self.editor, self.told, self.below)

    def on_mount(self) -> None:
        """Begin in the text, where the first thing is to be filled in."""
        before = self.before
        self.query_one("#box").border_title = _("Concept {id}").format(id=before.id) if before else _("New concept")
        self.editor.load(self.draft.text)
        empty = self.draft.text.find('""')
        place = self.editor.location_of(empty + 1) if empty >= 0 and before is None else (0, 0)
        self.editor.move_cursor(place)
        self.editor.focus()
        self._check(self.editor.value)

    # Keys: the editor asks first, so that they are done in the order typed.

    async def take_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - an editor's question
        """The dialog's own keys."""
        actions: dict[str, Callable[[], object]] = {
            "ctrl+s": self.action_save,
            "ctrl+t": self.action_write_forms,
            "escape": self.action_leave,
        }
        if key in actions:
            actions[key]()
        return key in actions

    async def leave_editor(self, step: int) -> None:
        """There is nothing before or after this text."""

    # What it means.

    @on(TextArea.Changed, "#concept")
    def _wait(self) -> None:
        self.is_leaving = False
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(CHECK_SECONDS, lambda: self._check(self.editor.value))

    @work(thread=True, exclusive=True, group="concept", exit_on_error=False)
    def _check(self, text: str) -> None:
        checked = self._read(text)
        if not get_current_worker().is_cancelled:
            self.post_message(checked)

    def _read(self, text: str) -> ConceptChecked:
        """The concept of a text with its forms, or why it is none."""
        try:
            concept = from_toml(text, "the text")
            self._require_id(concept)
            return ConceptChecked(text, concept, preview_forms(concept))
        except TmsError as error:
            return ConceptChecked(text, fault=error)

    def _require_id(self, concept: Concept) -> None:
        if self.draft.before is not None and concept.id != self.draft.before.id:
            raise InputError(f"the id was '{self.draft.before.id}'", "an id never changes, even when the terms do")
        if self.draft.before is None and concept.id in self.draft.taken:
            raise InputError(f"there is a concept '{concept.id}' already", "choose another id, or leave and edit that")

    @on(ConceptChecked)
    def _take(self, message: ConceptChecked) -> None:
        if message.text == self.editor.value:
            self._show(message)

    def _show(self, checked: ConceptChecked) -> None:
        self.checked = checked
        if checked.fault is None:
            self._tell([("✓ ", Role.GOOD), (FORMS, Role.QUIET)], list(describe_terms(checked.forms)))
            self._follow_cursor()
        else:
            message, hint = checked.fault.message.removeprefix("'the text' ").lstrip(": "), checked.fault.hint
            blocks = [make_block((message, Role.ERROR))] + ([make_block(f"→ {hint}")] if hint else [])
            self._tell([("✗ ", Role.ERROR), (_("not yet a concept"), Role.WARNING)], blocks)

    @on(TextArea.SelectionChanged, "#concept")
    def _follow_cursor(self) -> None:
        """Bring the forms of the term in this line into sight."""
        term = self._find_term()
        place = next((i for i, block in enumerate(self.below.blocks) if term is not None and block.value == term), None)
        if place is not None and self.below.row_width:
            self.below.scroll_to(y=self.below.top_of(place), animate=False, force=True, immediate=True)

    def _find_term(self) -> Term | None:
        concept = self.checked.concept if self.checked is not None else None
        return None if concept is None else find_term_at(self.editor.value, self.editor.cursor_location[0], concept)

    def _tell(self, runs: Iterable[Run], blocks: list[Block] | None = None) -> None:
        self.told.show(tuple(runs))
        if blocks is not None:
            self.below.show(blocks)

    # Saving.

    @work(exit_on_error=False)
    async def action_save(self) -> None:
        """Ask for a reason, then store it; whatever is against that is told, and the text stays."""
        text = self.editor.value
        checked = self._read(text)
        self._show(checked)
        if self.is_saving or checked.concept is None:
            self._go_to_fault(checked)
            return
        if self.before is not None and to_toml(checked.concept) == to_toml(self.before):
            self._tell([(_("nothing was changed"), Role.QUIET)])
            return
        self.is_saving = True
        try:
            await self._store(checked.concept)
        finally:
            self.is_saving = False

    def _go_to_fault(self, checked: ConceptChecked) -> None:
        found = _LINE.search(checked.fault.message) if checked.fault is not None else None
        if found is not None:
            line = int(found[1]) - 1
            if line != self.editor.cursor_location[0]:
                self.editor.move_cursor((line, 0))
            self.editor.focus()

    async def _store(self, concept: Concept) -> None:
        title = _("Save the change") if self.before else _("Save the new concept")
        blocks = [make_block(*diff_runs(self._compare(concept), context=CONTEXT))] if self.before else []
        reason = await self.app.push_screen_wait(ReasonDialog(title, blocks, is_required=False))
        if reason is None:
            return
        try:
            decided = await asyncio.to_thread(
                change_concept, self.workspace, concept, expect=self.before, reason=reason
            )
        except TmsError as error:
            tell_error(self.app, error)
            await self._explain(concept, error)
        else:
            self.dismiss(decided)

    def _compare(self, concept: Concept) -> tuple[DiffPiece, ...]:
        return diff_words(to_toml(self.before) if self.before else "", to_toml(concept))

    async def _explain(self, concept: Concept, error: TmsError) -> None:
        """Say why it was not stored; who was overtaken sees the other text and may save over it."""
        self._tell([("✗ ", Role.ERROR), (_("not saved"), Role.WARNING)], [make_block(*describe_error(error))])
        if not isinstance(error, RefusedError):
            return
        try:
            standing = await asyncio.to_thread(get_concept, self.workspace, concept.id)
        except NotFoundError:
            standing = None
        if standing != self.before:
            self.before = standing
            said = make_block((_("what your text would make of the concept as it stands now"), Role.QUIET))
            self._tell(
                [
                    ("! ", Role.WARNING),
                    (_("somebody changed it meanwhile: ^S once more saves yours over it"), Role.WARNING),
                ],
                [said, make_block(*diff_runs(self._compare(concept)))],
            )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Whatever else goes wrong is told, and the text stays."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            tell_error(self.app, event.worker.error)

    def action_write_forms(self) -> None:
        """Write the forms that the rules make of the term in this line into the text, to be corrected there."""
        checked = self._read(self.editor.value)
        self._show(checked)
        if checked.concept is None:
            return
        term = self._find_term()
        forms = next((one for one in checked.forms if one.term == term), None)
        if term is None or forms is None:
            self._tell([(_("go to the line of a term first"), Role.WARNING)])
        elif not forms.is_by_rule:
            self._tell([(_("the forms of “{text}” are given already").format(text=term.text), Role.WARNING)])
        else:
            self.editor.put(to_toml(give_forms(checked.concept, term, (form for form, _, _ in forms.forms))))

    # Leaving.

    def is_as_it_was(self, text: str) -> bool:
        """Whether nothing was typed yet."""
        return text == self.draft.text

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.editor.value != self.draft.text

    def action_leave(self) -> None:
        """Leave; with changes only when asked twice."""
        if self.is_changed and not self.is_leaving:
            self.is_leaving = True
            self._tell([(_("Esc again throws the changes away, ^S saves them"), Role.WARNING)])
        elif not self.is_saving:
            self.dismiss(None)
