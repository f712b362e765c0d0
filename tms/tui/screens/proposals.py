"""Terms that translators proposed: taken into the glossary, edited or as they are, or refused with a reason."""

from asyncio import to_thread
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType

from tms.tui.actions import When, Where
from tms.tui.blocks import Role, make_block
from tms.tui.keymap import key_of
from tms.tui.language import N_, _
from tms.tui.messages import ProposalsLoaded
from tms.tui.screens.decide_dialog import DecideDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.term_work_blocks import describe_proposal
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList
from tms.values import ProposalState, ProposalView
from tms.workflow.proposing import list_proposals, refuse_proposal
from tms.workflow.workspace import Workspace

EMPTY = (
    N_("No proposal waits."),
    "",
    N_("Translators propose a term at the desk, with {key} on the words, or on the command line:"),
    '  tms glossary propose "hukou" "hukou" --lang fr --note "household registration"',
    "",
    N_("a shows those that were decided on."),
)


class ProposalsScreen(TaskScreen):
    """The oldest first; what was decided on is shown when asked for."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "proposals.tcss"]
    WHERE = Where.PROPOSALS

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.proposals: tuple[ProposalView, ...] | None = None
        self.is_with_decided = False
        self._place = 0

    def compose_task(self) -> ComposeResult:
        """The proposals."""
        yield BlockList(id="proposals")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.list.focus()
        self.header.show([(_("Proposed terms"), Role.STRONG), ("   " + _("reading …"), Role.QUIET)])

    def on_screen_resume(self) -> None:
        """Read again after a dialog or work elsewhere."""
        super().on_screen_resume()
        self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The proposals."""
        return self.query_one("#proposals", BlockList)

    @property
    def proposal(self) -> ProposalView | None:
        """The chosen one."""
        value = self.list.value
        return value if isinstance(value, ProposalView) else None

    def list_conditions(self) -> frozenset[When]:
        """What is so with the chosen proposal."""
        chosen = self.proposal
        facts = {
            When.ALWAYS: True,
            When.WAITING: chosen is not None and chosen.state is ProposalState.OPEN,
            When.PLACE: chosen is not None and bool(chosen.article),
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    # Reading.

    def action_refresh(self) -> None:
        """Read the proposals again."""
        self._load(with_decided=self.is_with_decided)

    @work(thread=True, exclusive=True, group="proposals", exit_on_error=False)
    def _load(self, *, with_decided: bool) -> None:
        self.post_message(ProposalsLoaded(list_proposals(self.workspace, with_decided=with_decided)))

    @on(ProposalsLoaded)
    def _take(self, message: ProposalsLoaded) -> None:
        place, kept = self.list.cursor or 0, self.proposal
        self.proposals = message.proposals
        waiting = sum(one.state is ProposalState.OPEN for one in self.proposals)
        self.list.show(
            [describe_proposal(one) for one in self.proposals]
            or [
                make_block((_(line).format(key=key_of(Where.DESK, "propose_term")) or " ", Role.QUIET))
                for line in EMPTY
            ],
            keep=True,
        )
        # Where the chosen one was decided on and is gone, the next one stands in its place.
        ids = [one.id for one in self.proposals]
        if ids:
            self.list.move_cursor_to(ids.index(kept.id) if kept and kept.id in ids else min(place, len(ids) - 1))
        others = _(", {count} decided on").format(count=len(ids) - waiting) if self.is_with_decided else ""
        self.header.show(
            [
                (_("Proposed terms"), Role.STRONG),
                ("   " + _("{waiting} waiting{others}").format(waiting=waiting, others=others), Role.QUIET),
            ]
        )
        self.show_keys()

    @on(LineList.Moved, "#proposals")
    def _show_keys(self) -> None:
        self.show_keys()

    @on(LineList.Chosen, "#proposals")
    async def _choose(self) -> None:
        await self.perform(next(action for action in self.router.actions if action.name == "open"))

    # Deciding.

    @work(exit_on_error=False)
    async def action_open(self) -> None:
        """Accept the proposal, as it is or edited."""
        proposal = self.proposal
        if proposal is None:
            return
        accepted = await self.app.push_screen_wait(DecideDialog(self.workspace, proposal))
        if accepted is not None and accepted.decided.concept is not None:
            file = _(", {file} has it too").format(file=accepted.decided.file) if accepted.decided.file else ""
            self.say(
                _("“{target}” accepted into {id}{file}").format(
                    target=accepted.target, id=accepted.decided.concept.id, file=file
                ),
                Role.GOOD,
            )

    @work(exit_on_error=False)
    async def action_refuse(self) -> None:
        """Refuse the proposal, with a reason."""
        proposal = self.proposal
        if proposal is None:
            return
        prompt = "why not: the next who thinks of this word will look for it"
        dialog = ReasonDialog(_("Refuse the proposal"), [describe_proposal(proposal)], prompt=prompt)
        reason = await self.app.push_screen_wait(dialog.keep_at(f"refuse {proposal.id}"))
        if reason:
            await to_thread(refuse_proposal, self.workspace, proposal.id, reason=reason)
            self.say(_("“{target}” refused, with your reason").format(target=proposal.target), Role.GOOD)
            self.action_refresh()

    # Looking.

    def action_see(self) -> None:
        """Open the paragraph in which it was marked."""
        chosen = self.proposal
        if chosen is not None:
            self.app.push_screen(DeskScreen(self.workspace, chosen.article, chosen.language, key=chosen.segment))

    def action_toggle_decided(self) -> None:
        """Show those that were decided on as well, or no more."""
        self.is_with_decided = not self.is_with_decided
        self.action_refresh()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
