"""The reach of a change: every paragraph with an old form, the change made there, article by article."""

from asyncio import to_thread
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType

from tms.errors import TmsError
from tms.tui.actions import When, Where
from tms.tui.blocks import Block, Role, make_block
from tms.tui.language import N_, _, ngettext
from tms.tui.messages import ImpactLoaded
from tms.tui.reach import Job, Reach, key_of
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.term_work_blocks import count, describe_article, describe_impact
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.line_list import LineList
from tms.values import Applied, ImpactRow
from tms.workflow.campaigning import apply_impact, find_impact, undo_impact
from tms.workflow.diffing import diff_words
from tms.workflow.workspace import Workspace

NOTHING = (
    N_("Every translated paragraph has the term as it is to be."),
    "",
    N_("A paragraph is listed here when it has a deprecated or former term of the concept, or none at all."),
)


class CampaignScreen(TaskScreen):
    """Looked at, some left out, then written as drafts that somebody reads; every step can be taken back."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "campaign.tcss"]
    WHERE = Where.CAMPAIGN

    def __init__(self, workspace: Workspace, concept_id: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.concept_id = concept_id
        self.reach: Reach | None = None
        self.applied: list[list[Applied]] = []
        self.is_stale = True
        self.is_working = False
        self.is_stopping = False

    def compose_task(self) -> ComposeResult:
        """The paragraphs."""
        yield BlockList(id="reached")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.table.focus()
        self.header.show(
            [
                (_("Reach of {concept_id}").format(concept_id=self.concept_id), Role.STRONG),
                ("   " + _("looking …"), Role.QUIET),
            ]
        )

    def on_screen_resume(self) -> None:
        """Look again after work at a desk."""
        super().on_screen_resume()
        if self.is_stale:
            self.action_refresh()

    @property
    def table(self) -> BlockList:
        """The paragraphs, under their articles."""
        return self.query_one("#reached", BlockList)

    @property
    def row(self) -> ImpactRow | None:
        """The paragraph under the cursor."""
        return None if self.reach is None else self.reach.find(self.table.value)

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        facts = {
            When.ALWAYS: True,
            When.REACHED: self.table.value is not None,
            When.CHANGEABLE: self.reach is not None and self.reach.has_changes(),
            When.CHANGED: bool(self.applied),
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    # Reading.

    def action_refresh(self) -> None:
        """Look again."""
        self.is_stale = False
        self._load()

    @work(thread=True, exclusive=True, group="campaign", exit_on_error=False)
    def _load(self) -> None:
        rows = find_impact(self.workspace, self.concept_id)
        differences = tuple(diff_words(row.text, row.proposed) if row.proposed is not None else () for row in rows)
        self.post_message(ImpactLoaded(self.concept_id, rows, differences))

    @on(ImpactLoaded)
    def _take(self, message: ImpactLoaded) -> None:
        left_out = self.reach.left_out if self.reach is not None else set()
        self.reach = Reach(message.rows, message.differences, left_out)
        place, kept = self.table.cursor or 0, self.table.value
        self.table.show(self._describe(self.reach), keep=True)
        if message.rows and self.table.value != kept:
            self.table.move_cursor_to(min(place, len(self.table.blocks) - 1), -1)
        self._show_header()

    def _describe(self, reach: Reach) -> list[Block]:
        if not reach.rows:
            return [make_block((_(line) or " ", Role.QUIET)) for line in NOTHING]
        blocks = []
        for rows, differences in reach.list_groups():
            blocks.append(describe_article(rows))
            pairs = zip(rows, differences, strict=True)
            blocks += [describe_impact(row, pieces, is_taken=reach.is_taken(row)) for row, pieces in pairs]
        return blocks

    def _show_header(self) -> None:
        if self.reach is None:
            return
        articles = len({row.article for row in self.reach.rows})
        what = (
            _("{paragraphs} in {articles}").format(
                paragraphs=count(len(self.reach.rows), "paragraph"), articles=count(articles, "article")
            )
            if articles
            else _("nothing")
        )
        self.header.show(
            [(_("Reach of {concept_id}").format(concept_id=self.concept_id), Role.STRONG), (f"   {what}", Role.QUIET)],
            [(f"  {self.reach.describe_counts()}", Role.PLAIN)],
        )
        self.show_keys()

    # Choosing.

    @on(LineList.Chosen, "#reached")
    def action_open(self) -> None:
        """Open the paragraph."""
        row = self.row
        if row is not None:
            self.is_stale = True
            self.app.push_screen(DeskScreen(self.workspace, row.article, row.language, key=row.segment))

    def action_toggle_taken(self) -> None:
        """Leave the paragraph out, or take it in again."""
        row, place = self.row, self.table.cursor
        if self.reach is None or row is None or place is None:
            return
        if row.proposed is None:
            self.say(_("this one takes a person: Enter opens it"), Role.WARNING)
            return
        is_taken = self.reach.toggle(row)
        blocks = list(self.table.blocks)
        blocks[place] = describe_impact(row, self.reach.difference_of(row), is_taken=is_taken)
        self.table.blocks = blocks
        self.table.measure_one(place)
        self._show_header()

    # Making the changes.

    def action_apply_article(self) -> None:
        """Make the changes in the article of the cursor."""
        row = self.row
        if row is not None and self.reach is not None:
            self._begin([job for job in self.reach.list_jobs() if (job.article, job.language) == key_of(row)[:2]])

    def action_apply_all(self) -> None:
        """Make the changes in all articles, one after the other."""
        if self.reach is not None:
            self._begin(self.reach.list_jobs())

    def _begin(self, jobs: Sequence[Job]) -> None:
        if self.is_working:
            self.say(_("one thing at a time: Esc stops what is being done"), Role.WARNING)
        elif not jobs:
            self.say(_("nothing in this article is taken in"), Role.WARNING)
        else:
            self.is_working, self.is_stopping = True, False
            self._apply(jobs)

    @work(exit_on_error=False)
    async def _apply(self, jobs: Sequence[Job]) -> None:
        done: list[Applied] = []
        try:
            reason = await self.app.push_screen_wait(self._ask(jobs))
            if reason is not None:
                await self._apply_each(jobs, reason, done)
        finally:
            self.is_working = False
            if done:
                self._note(done)

    def _ask(self, jobs: Sequence[Job]) -> ReasonDialog:
        total = sum(len(job.segments) for job in jobs)
        blocks = [
            make_block(
                (f"{job.article}  ", Role.STRONG),
                (f"{job.language.upper()}  ", Role.ACCENT),
                (count(len(job.segments), "paragraph"), Role.QUIET),
            )
            for job in jobs
        ]
        said = _("They become drafts that somebody reads; the texts of now stay in the history.") + "\n"
        title = _("Change {paragraphs}").format(paragraphs=count(total, "paragraph"))
        return ReasonDialog(title, [*blocks, make_block((said, Role.QUIET))], is_required=False)

    async def _apply_each(self, jobs: Sequence[Job], reason: str, done: list[Applied]) -> None:
        for number, job in enumerate(jobs, 1):
            if self.is_stopping:
                break
            self.say(
                _("{number} of {count}: {article} {language} …").format(
                    number=number, count=len(jobs), article=job.article, language=job.language.upper()
                ),
                stays=True,
            )
            place = (self.workspace, self.concept_id, job.article, job.language)
            try:
                done.append(await to_thread(apply_impact, *place, keys=job.segments, reason=reason))
            except TmsError as error:
                self.tell(error)
                self.say(_("not changed: {message}").format(message=error.message), Role.ERROR, stays=True)
                break

    def _note(self, done: Sequence[Applied]) -> None:
        made = [one for one in done if one.segments]
        left = [why for one in done for _, why in one.left]
        total = sum(len(one.segments) for one in made)
        if made:
            self.applied.append(made)
        drafts = ngettext(
            "{count} paragraph is a draft to be read now", "{count} paragraphs are drafts to be read now", total
        ).format(count=total)
        back = _("{key} takes it back").format(key=self.key_of("undo"))
        alone = _("{count} left alone: {reason}").format(count=len(left), reason=left[0]) if left else ""
        self.say(
            "; ".join([*([drafts, back] if made else []), *([alone] if alone else [])]),
            Role.GOOD if made else Role.WARNING,
            stays=True,
        )
        self.action_refresh()

    def action_undo(self) -> None:
        """Take back what was made last."""
        if self.is_working:
            self.say(_("one thing at a time: Esc stops what is being done"), Role.WARNING)
        elif self.applied:
            self.is_working = True
            self._undo(self.applied.pop())

    @work(exit_on_error=False)
    async def _undo(self, made: Sequence[Applied]) -> None:
        try:
            back = [key for one in made for key in await to_thread(undo_impact, self.workspace, one)]
        finally:
            self.is_working = False
        others = sum(len(one.segments) for one in made) - len(back)
        rest = _("; {others} somebody has dealt with meanwhile").format(others=others) if others else ""
        self.say(
            ngettext(
                "{count} paragraph has its text back", "{count} paragraphs have their text back", len(back)
            ).format(count=len(back))
            + rest,
            Role.GOOD,
        )
        self.action_refresh()

    def action_back(self) -> None:
        """Stop what is being done, or go back."""
        if self.is_working:
            self.is_stopping = True
            self.say(_("stops after this article"), stays=True)
        else:
            self.dismiss()
