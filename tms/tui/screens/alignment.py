"""Which paragraph of a translation belongs to which of the article: looked at, mended, and only then written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.worker import Worker, WorkerState

from tms.tui.actions import When, Where
from tms.tui.blocks import Block, Role, cut_to, make_block
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.messages import AlignmentLoaded, AlignmentWritten
from tms.tui.screens.alignment_dialogs import ChoiceDialog
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.widgets.alignment_list import AlignmentList, describe_confidence
from tms.tui.widgets.line_list import LineList
from tms.values import Alignment, AlignmentPlan, AlignmentRow, Attachment, AttachOutcome
from tms.workflow.aligning import list_cuts, plan_alignment, plan_repair
from tms.workflow.attaching import apply_alignment
from tms.workflow.workspace import Workspace

SNIPPET = 60


class AlignmentScreen(TaskScreen):
    """A file beside its article (`path`), or the translation that stands there."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "alignment.tcss"]
    WHERE = Where.ALIGNMENT

    def __init__(self, workspace: Workspace, ref: str, language: str, path: Path | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.ref = ref
        self.language = language
        self.path = path
        self.plan: AlignmentPlan | None = None
        self.allowed: set[str] = set()
        self.is_leaving = False
        self.is_writing = False

    def compose_task(self) -> ComposeResult:
        """The rows."""
        yield AlignmentList(id="rows")

    def on_mount(self) -> None:
        """Align."""
        self.table.focus()
        self.header.show([(_("{ref}   aligning …").format(ref=self.ref), Role.QUIET)])
        self._load()

    @property
    def table(self) -> AlignmentList:
        """The rows."""
        return self.query_one("#rows", AlignmentList)

    @work(thread=True, exclusive=True, group="alignment", exit_on_error=False)
    def _load(self) -> None:
        if self.path is None:
            plan = plan_repair(self.workspace, self.ref, self.language)
        else:
            plan = plan_alignment(self.workspace, self.ref, self.language, self.path)
        self.post_message(AlignmentLoaded(plan))

    @on(AlignmentLoaded)
    def _take(self, message: AlignmentLoaded) -> None:
        self.plan = message.plan
        self._show(message.plan.alignment.find_doubtful(-1) or 0)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What cannot be aligned is told on the screen before."""
        # Textual calls the handler of the class above by itself.
        self.is_writing = self.is_writing and event.state is not WorkerState.ERROR
        if event.state is WorkerState.ERROR and self.plan is None:
            self.app.call_later(self._leave_after_error)

    def _leave_after_error(self) -> None:
        if self.app.screen is self:
            self.dismiss()

    # What is shown.

    @property
    def row(self) -> AlignmentRow | None:
        """The current row."""
        if self.plan is None or self.table.cursor is None:
            return None
        return self.plan.alignment.rows[self.table.cursor]

    def _show(self, cursor: int, *, taken: int | None = None) -> None:
        if self.plan is not None:
            self.table.show(self.plan, cursor, taken=taken)
            self._show_header(self.plan)
            self.show_standing()

    def _show_header(self, plan: AlignmentPlan) -> None:
        doubtful = plan.alignment.count_doubtful()
        what = _("repair") if plan.is_repair else _("attach {name}").format(name=self.path.name) if self.path else ""
        self.header.show(
            [(plan.title or plan.ref, Role.STRONG), (f"   {what}", Role.QUIET)],
            [
                (f"  {plan.source_language.upper()} → {plan.language.upper()}   ", Role.PLAIN),
                (
                    _("? {doubtful} doubtful").format(doubtful=doubtful) if doubtful else _("✓ none doubtful"),
                    Role.WARNING if doubtful else Role.GOOD,
                ),
                ("   " + _("not written") if plan.alignment.before or not plan.is_repair else "", Role.ACCENT),
            ],
        )

    @on(LineList.Moved, "#rows")
    def show_standing(self) -> None:
        """Say what is known of the current row."""
        if self.plan is None or self.row is None:
            return
        sign, word, role = describe_confidence(self.plan, self.row)
        reasons = "; ".join(reason for reason in self.row.reasons if reason != word)
        edited = self.plan.list_edited([self.row])
        self.status.show(
            [
                (f"{sign} {word}", role),
                (f"  {reasons}", Role.QUIET),
                (
                    "  " + _("changed by {edited_by} since").format(edited_by=edited[0].edited_by) if edited else "",
                    Role.WARNING,
                ),
            ],
            self.status.right,
        )
        self.show_keys()

    def list_conditions(self) -> frozenset[When]:
        """What is so with the current row."""
        facts = {
            When.ALWAYS: True,
            When.ROW: self.row is not None,
            When.ROW_TEXT: self.row is not None and bool(self.row.target),
            When.DOUBTFUL: self.plan is not None and self.plan.alignment.count_doubtful() > 0,
            When.CHANGED: self.plan is not None and self.plan.alignment.before is not None,
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    # Operations.

    async def _change(self, operate: Callable[[Alignment], Alignment], otherwise: str, *, step: int = 0) -> None:
        """Do one thing to the alignment, or say why it cannot be done; what a person wrote is asked for first."""
        plan, cursor = self.plan, self.table.cursor
        if plan is None or cursor is None:
            return
        changed = operate(plan.alignment)
        if changed is plan.alignment:
            self.say(otherwise, Role.WARNING)
            return
        before = set(changed.rows)
        edited = {one.key: one for one in plan.list_edited(r for r in plan.alignment.rows if r not in before)}
        asked = [one for key, one in edited.items() if key not in self.allowed]
        if asked:
            self._ask(asked[0].edited_by, len(asked), lambda: self._put(changed, cursor + step, edited))
        else:
            self._put(changed, cursor + step, edited)

    @work
    async def _ask(self, who: str, count: int, then: Callable[[], None]) -> None:
        many = ngettext("a paragraph", "{count} paragraphs", count).format(count=count)
        title = _("This moves {many} that {who} changed or approved since it was attached").format(many=many, who=who)
        answers = [
            make_block(_("Leave it as it is"), value=False),
            make_block(_("Move it: the history keeps every version, a review is undone"), value=True),
        ]
        if await self.app.push_screen_wait(ChoiceDialog(title, answers)):
            then()

    def _put(self, changed: Alignment, cursor: int, allowed: Iterable[str] = ()) -> None:
        if self.plan is not None:
            self.allowed.update(allowed)
            self.is_leaving = False
            self.plan = replace(self.plan, alignment=changed)
            self._show(cursor)

    @property
    def _at(self) -> int:
        return self.table.cursor or 0

    def action_next_doubtful(self) -> None:
        """The next row to be looked at."""
        found = self.plan.alignment.find_doubtful(self._at) if self.plan else None
        if found is None:
            self.say(_("no row is doubtful"), Role.GOOD)
        else:
            self.table.cursor = found

    async def action_accept_row(self) -> None:
        """Say that the row is right, and go to the next doubtful one."""
        at = self._at
        await self._change(lambda alignment: alignment.accept(at), "there is no text to say yes to")
        found = self.plan.alignment.find_doubtful(at) if self.plan else None
        if found is not None:
            self.table.cursor = found

    async def action_join(self) -> None:
        """Join the row with the next one."""
        at = self._at
        await self._change(lambda alignment: alignment.join(at), "this is the last row")

    async def action_split(self) -> None:
        """Split the row's text in two, at a paragraph or a sentence."""
        if self.plan is None or self.row is None:
            return
        at, row = self._at, self.row
        cuts = list_cuts(self.plan, row)
        if not cuts:
            await self._change(lambda alignment: alignment.separate(at), "one sentence cannot be split")
        elif len(cuts) == 1:
            await self._change(lambda alignment: alignment.split(at, *cuts[0]), "")
        else:
            self._split(at, [(cut, _describe_cut(self.plan, row, *cut)) for cut in cuts])

    @work
    async def _split(self, at: int, cuts: Sequence[tuple[tuple[int, int | None], Block]]) -> None:
        place = await self.app.push_screen_wait(ChoiceDialog(_("Split before"), [block for _, block in cuts]))
        if isinstance(place, tuple):
            await self._change(lambda alignment: alignment.split(at, *place), "")

    async def action_shift_down(self) -> None:
        """Push the texts from here on one row down."""
        at = self._at
        await self._change(lambda alignment: alignment.shift_down(at), "there is no text to push down", step=1)

    async def action_shift_up(self) -> None:
        """Pull the texts after this row one row up."""
        at = self._at
        await self._change(lambda alignment: alignment.shift_up(at), "there is no text to pull up")

    async def action_clear_row(self) -> None:
        """Unpair the row, or leave its text out."""
        at = self._at
        await self._change(lambda alignment: alignment.clear(at), "there is no text here")

    async def action_move_text(self) -> None:
        """Take the row's text; on another row, put it there."""
        taken, at = self.table.taken, self._at
        if taken is None:
            self._show(at, taken=at)
            self.say(_("now go to the row where it belongs and press the same key; Esc lets it lie"))
        else:
            await self._change(lambda alignment: alignment.place(taken, at), "it stands here already")
            if self.table.taken is not None:
                self._show(at)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.plan is not None and self.plan.alignment.before is not None:
            self._put(self.plan.alignment.undo(), self._at)

    # Coming and going.

    def action_write(self) -> None:
        """Write the alignment."""
        if self.plan is not None and not self.is_writing:
            self.is_writing = True
            self.say(_("writing …"), stays=True)
            self._write(self.plan)

    @work(thread=True, exclusive=True, group="writing", exit_on_error=False)
    def _write(self, plan: AlignmentPlan) -> None:
        self.post_message(AlignmentWritten(apply_alignment(self.workspace, plan)))

    @on(AlignmentWritten)
    def _leave(self, message: AlignmentWritten) -> None:
        self.app.notify(describe_result(message.attachments), markup=False)
        self.dismiss()

    def action_back(self) -> None:
        """Let a taken text lie, or go back; with changes only when asked twice."""
        if self.table.taken is not None:
            self._show(self._at)
        elif self.plan is not None and self.plan.alignment.before is not None and not self.is_leaving:
            self.is_leaving = True
            self.say(
                _("nothing is written yet: {key} writes it, Esc once more leaves it as it was").format(
                    key=key_of(Where.ALIGNMENT, "write")
                ),
                Role.WARNING,
            )
        else:
            self.dismiss()


def _describe_cut(plan: AlignmentPlan, row: AlignmentRow, place: int, offset: int | None) -> Block:
    piece = row.target[place]
    start = piece.start if offset is None else offset
    text = plan.target[piece.paragraph].text[start : piece.end].strip()
    what = _("paragraph") if offset is None else _("sentence")
    return make_block((f"{what:<10} ", Role.QUIET), cut_to(text, SNIPPET), value=(place, offset), indent=11)


def describe_result(attachments: tuple[Attachment, ...]) -> str:
    """What was written, in one line."""
    words = {
        AttachOutcome.ATTACHED: _("attached"),
        AttachOutcome.DRAFT: _("as drafts"),
        AttachOutcome.LOCAL: _("only in the translation"),
        AttachOutcome.UNTRANSLATED: _("without a translation"),
        AttachOutcome.KEPT: _("kept as they stood"),
        AttachOutcome.LEFT_OUT: _("left out"),
    }
    counts = {word: sum(one.outcome is outcome for one in attachments) for outcome, word in words.items()}
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count) or _("nothing was changed")
