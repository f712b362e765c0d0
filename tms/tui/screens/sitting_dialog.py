"""I have fifteen minutes: which paragraphs fit into them, before it begins."""

from asyncio import to_thread
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tms.tui.blocks import Block, Role, cut_to, make_block
from tms.tui.language import N_, _, ngettext
from tms.tui.screens.dialog import Dialog
from tms.tui.sittings import name_budget
from tms.tui.widgets.block_list import BlockList
from tms.values import Queue, Sitting
from tms.workflow.queue import plan_minutes
from tms.workflow.workspace import Workspace

BUDGETS = (15, 30, 60, 5)
LONGEST_TITLE = 60


class SittingDialog(Dialog[Sitting]):
    """The set is shown, `f` takes another time, Enter begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", show=False, priority=True),
        Binding("f", "next_budget", "Another time", show=False),
    ]
    TITLE_TEXT = N_("I have a little time")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", N_("begin")),
        ("f", N_("15, 30, 60 or 5 minutes")),
        ("Esc", N_("leave")),
    )

    def __init__(
        self, workspace: Workspace, queue: Queue, titles: Mapping[tuple[str, str], str], hidden: AbstractSet[str]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.queue = queue
        self.titles = titles
        self.hidden = hidden
        self.turn = 0
        self.sitting: Sitting | None = None

    def parts(self) -> tuple[Widget, ...]:
        """The paragraphs by article."""
        return (BlockList([make_block((_("choosing …"), Role.QUIET))], has_cursor=False, id="pieces"),)

    def on_mount(self) -> None:
        """Choose for fifteen minutes."""
        self.query_one("#box").border_title = _(self.TITLE_TEXT)
        self.query_one(BlockList).focus()
        self._choose()

    @work(exclusive=True, exit_on_error=False)
    async def _choose(self) -> None:
        budget = BUDGETS[self.turn]
        sitting = await to_thread(plan_minutes, self.workspace, self.queue, budget, passed_over=self.hidden)
        self.sitting = sitting
        self.query_one(BlockList).show(self._describe(sitting))

    def _describe(self, sitting: Sitting) -> list[Block]:
        if not sitting.pieces:
            return [make_block((_("There is nothing to translate for you now."), Role.QUIET))]
        count = len(sitting.pieces)
        head = ngettext(
            "{budget}: {count} paragraph, about {minutes} min at your pace",
            "{budget}: {count} paragraphs, about {minutes} min at your pace",
            count,
        ).format(budget=name_budget(sitting.budget).capitalize(), count=count, minutes=max(1, round(sitting.minutes)))
        blocks = [make_block((head, Role.STRONG)), make_block(" ")]
        places = dict.fromkeys((piece.ref, piece.language) for piece in sitting.pieces)
        for ref, language in places:
            own = sum((piece.ref, piece.language) == (ref, language) for piece in sitting.pieces)
            title = cut_to(self.titles.get((ref, language), ref), LONGEST_TITLE)
            told = ngettext("{count} paragraph", "{count} paragraphs", own).format(count=own)
            blocks.append(make_block((f"  {language.upper():<3} ", Role.ACCENT), title, (f"   {told}", Role.QUIET)))
        return blocks

    def action_next_budget(self) -> None:
        """Take another time."""
        self.turn = (self.turn + 1) % len(BUDGETS)
        self._choose()

    def action_begin(self) -> None:
        """Begin with the first paragraph."""
        if self.sitting is not None and self.sitting.pieces:
            self.dismiss(self.sitting)
