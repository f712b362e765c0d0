"""What the checks found: in all articles, or in the open one; go there, repair, let stand."""

from asyncio import to_thread
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input
from textual.worker import get_current_worker

from tms.errors import TmsError
from tms.tui.actions import When, Where
from tms.tui.blocks import Role, cut_to, make_block
from tms.tui.finding_blocks import describe_finding, describe_fix
from tms.tui.found import Spotted, count_severities, describe_spotted, filter_spotted
from tms.tui.language import _, ngettext
from tms.tui.messages import CheckingGoesOn, SpottedLoaded
from tms.tui.personal import neutral_title, personal_of
from tms.tui.screens.confirm_dialog import ConfirmDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.values import Notice
from tms.workflow.checking import check_articles
from tms.workflow.mending import Mending, mend_article, undo_mending
from tms.workflow.reading import list_refs
from tms.workflow.showing import find_notice
from tms.workflow.waiving import waive
from tms.workflow.workspace import Workspace

CLEAN = ("The checks found nothing here.", "", "What is only a hint, and what was waived, stands on the desk.")


class FindingsScreen(ListKeys, TaskScreen):
    """Typing filters by words of check, message, article or language; a repair can be taken back."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "findings.tcss"]
    WHERE = Where.FINDINGS

    def __init__(self, workspace: Workspace, ref: str | None = None, language: str | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.ref = ref
        self.language = language
        self.spotted: tuple[Spotted, ...] = ()
        self.shown: tuple[Spotted, ...] = ()
        self.done: list[Mending] = []
        self.is_loaded = False
        self.is_working = False

    def compose_task(self) -> ComposeResult:
        """A line to filter by, and the findings."""
        yield FilterLine(self, _("type to filter by check, severity, article or language"))
        yield BlockList(id="spotted")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self._show_header("checking …")

    def on_screen_resume(self) -> None:
        """Check again after work at a desk; what did not change is not checked anew."""
        super().on_screen_resume()
        self.action_refresh()

    @property
    def list(self) -> BlockList:
        """The findings."""
        return self.query_one("#spotted", BlockList)

    @property
    def spot(self) -> Spotted | None:
        """The finding under the cursor."""
        value = self.list.value
        return value if isinstance(value, Spotted) else None

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        spot = self.spot
        facts = {
            When.ALWAYS: True,
            When.FOUND: spot is not None,
            When.FIX: spot is not None and spot.finding.fix is not None,
            When.CHANGED: bool(self.done),
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    # Reading.

    def action_refresh(self) -> None:
        """Check again."""
        self._load()

    @work(thread=True, exclusive=True, group="spotted", exit_on_error=False)
    def _load(self) -> None:
        worker = get_current_worker()
        refs = [self.ref] if self.ref is not None else list_refs(self.workspace)
        found: list[Spotted] = []
        for number, ref in enumerate(refs, 1):
            if worker.is_cancelled:
                return
            notice = find_notice(self.workspace, ref)
            cover = self._cover_name(ref, notice)
            self.post_message(CheckingGoesOn(number, len(refs), cover or ref))
            for row in check_articles(self.workspace, [ref], language=self.language, with_source=False):
                found += [
                    Spotted(
                        row.article, row.segment, row.language, row.text, finding, self._cover_name(row.article, notice)
                    )
                    for finding in row.findings
                    if finding.waived is None
                ]
        if not worker.is_cancelled:
            self.post_message(SpottedLoaded(tuple(found)))

    def _cover_name(self, ref: str, notice: Notice | None) -> str:
        """What an article is called that the person has not agreed to see; "" for all others."""
        is_hidden = notice is not None and personal_of(self.app).is_hidden(ref, notice)
        return neutral_title(notice) if notice is not None and is_hidden else ""

    @on(CheckingGoesOn)
    def _tell(self, message: CheckingGoesOn) -> None:
        if not self.is_loaded and message.total > 1:
            self._show_header(f"checking {message.number} of {message.total}: {cut_to(message.ref, 40)} …")

    @on(SpottedLoaded)
    def _take(self, message: SpottedLoaded) -> None:
        self.is_loaded = True
        self.spotted = message.spotted
        self._show()

    @on(Input.Changed, "#filter")
    def _show(self) -> None:
        if not self.is_loaded:
            return
        words = self.query_one(Input).value
        place = self.list.cursor or 0
        self.shown = filter_spotted(self.spotted, words)
        blocks = describe_spotted(self.shown)
        empty = ("No finding has these words. Esc clears the filter.",) if words else CLEAN
        kept = self.list.value
        self.list.show(blocks or [make_block((line or " ", Role.QUIET)) for line in empty], keep=True)
        if blocks and self.list.value != kept:
            self.list.move_cursor_to(min(place, len(blocks) - 1), -1)
        self._show_header(count_severities(self.shown))
        self.show_keys()

    def _show_header(self, said: str) -> None:
        where = (
            " " + _("in {ref} {language}").format(ref=self.ref, language=(self.language or "").upper())
            if self.ref
            else " " + _("in all articles")
        )
        self.header.show([(_("Findings"), Role.STRONG), (where, Role.QUIET)], [(f"  {said}", Role.PLAIN)])

    @on(LineList.Moved, "#spotted")
    def _moved(self) -> None:
        self.show_keys()

    # Going there.

    @on(LineList.Chosen, "#spotted")
    def action_open(self) -> None:
        """Open the paragraph."""
        self._show()
        spot = self.spot
        if spot is None:
            return
        desk = self._find_desk()
        if desk is None:
            self.app.push_screen(DeskScreen(self.workspace, spot.article, spot.language, key=spot.segment))
        else:
            self.dismiss()
            self.app.call_later(desk.come_back, spot.segment)

    def _find_desk(self) -> DeskScreen | None:
        """The desk that this screen was opened from."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        return below if self.ref is not None and isinstance(below, DeskScreen) else None

    # Repairs.

    def action_apply_fix(self) -> None:
        """Repair all of this kind in the paragraph."""
        spot = self.spot
        if spot is not None and not self.is_working:
            self.is_working = True
            self._apply([(spot.article, spot.language, [spot.segment])], spot.finding.check)

    @work(exit_on_error=False)
    async def action_apply_kind(self) -> None:
        """Repair all of this kind in everything that is shown, after a look at it."""
        spot = self.spot
        if spot is None or self.is_working:
            return
        check = spot.finding.check
        same = [one for one in self.shown if one.finding.check == check and one.finding.fix is not None]
        blocks = [
            make_block((f"{one.article} {one.segment} {one.language.upper()}  ", Role.QUIET), *fix, indent=2)
            for one in same
            for fix in [describe_fix(one.finding, one.text)]
        ]
        number = ngettext("{count} repair", "{count} repairs", len(same)).format(count=len(same))
        if not await self.app.push_screen_wait(ConfirmDialog(f"{check}: {number}", blocks)):
            return
        self.is_working = True
        self._apply(group_places(same), check)

    @work(exit_on_error=False)
    async def _apply(self, jobs: Sequence[tuple[str, str, Sequence[str]]], check: str) -> None:
        done: list[Mending] = []
        try:
            for number, (article, language, keys) in enumerate(jobs, 1):
                self.say(
                    _("{number} of {count}: {article} {language} …").format(
                        number=number, count=len(jobs), article=article, language=language.upper()
                    ),
                    stays=True,
                )
                made = await to_thread(mend_article, self.workspace, article, language, checks=[check], keys=keys)
                done.append(made)
        except TmsError as error:
            self.tell(error)
        finally:
            self.is_working = False
            self._note(done)
            self.action_refresh()

    def _note(self, done: Sequence[Mending]) -> None:
        count = sum(len(one.mended) for one in done)
        left = [f"{key}: {why}" for one in done for key, why in one.left]
        if count:
            self.done = [one for one in done if one.mended]
        alone = _("{count} left alone ({left})").format(count=len(left), left=left[0]) if left else ""
        said = (
            ngettext(
                "{count} paragraph repaired, {key} takes it back",
                "{count} paragraphs repaired, {key} takes it back",
                count,
            ).format(count=count, key=self.key_of("undo"))
            if count
            else ""
        )
        self.say("; ".join(part for part in (said, alone) if part), Role.GOOD if count else Role.WARNING, stays=True)

    @work(exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last repairs back."""
        done, self.done = self.done, []
        back = 0
        for one in done:
            keys = [mended.segment for mended in one.mended]
            back += len(await to_thread(undo_mending, self.workspace, one.article, one.language, keys=keys))
        self.say(
            ngettext("{count} paragraph as before", "{count} paragraphs as before", back).format(count=back), Role.GOOD
        )
        self.action_refresh()

    @work(exit_on_error=False)
    async def action_waive(self) -> None:
        """Let a finding stand, with a reason that ends when the text changes."""
        spot = self.spot
        if spot is None:
            return
        finding = spot.finding
        blocks = [describe_finding(finding, is_current=False), make_block((cut_to(spot.text, 300), Role.QUIET))]
        reason = await self.app.push_screen_wait(ReasonDialog(_("Let the finding stand"), blocks))
        if not reason:
            return
        place = (self.workspace, spot.article, spot.segment, spot.language)
        try:
            await to_thread(waive, *place, finding.check, reason, start=finding.start)
        except TmsError as error:
            self.tell(error)
        self.action_refresh()

    def action_back(self) -> None:
        """Clear the filter, or go back."""
        line = self.query_one(Input)
        if line.value:
            line.value = ""
            return
        desk = self._find_desk()
        self.dismiss()
        if desk is not None:
            self.app.call_later(desk.come_back, None)


def group_places(spotted: Iterable[Spotted]) -> Sequence[tuple[str, str, Sequence[str]]]:
    """Article, language and paragraphs of some findings, an article at a time."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for one in spotted:
        places.setdefault((one.article, one.language), {})[one.segment] = None
    return [(article, language, tuple(keys)) for (article, language), keys in places.items()]
