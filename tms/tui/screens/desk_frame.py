"""The desk's frame: its parts, the paragraph that is open, the status of what is typed, and moving about."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input, TextArea

from tms.tui.actions import When, Where
from tms.tui.blocks import Role, Run
from tms.tui.finding_blocks import SPELLING
from tms.tui.habits import Habits
from tms.tui.language import _
from tms.tui.messages import DeskLoaded, HelpLoaded
from tms.tui.paragraphs import Paragraphs
from tms.tui.screens.desk_keeping import DeskKeeping
from tms.tui.screens.task_screen import WIDE_COLUMNS
from tms.tui.signs import draw_bar, percent, sign_of, word_of
from tms.tui.typist import Typist
from tms.tui.ways import Way
from tms.tui.widgets.board import Board
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_list import LineList
from tms.tui.widgets.pane_stack import PaneStack
from tms.values import Desk, DeskRow, Finding, State
from tms.workflow.delivering import deliver_journal
from tms.workflow.journaling import Noted
from tms.workflow.reading import load_desk
from tms.workflow.workspace import Workspace


class DeskFrame(DeskKeeping):
    """An article open in one language."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "desk.tcss"]
    WHERE = Where.DESK

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language)
        self.key = key
        self.spot: tuple[int, str] | None = None
        self.typist = Typist(language)
        self.board = Board(self, self.typist, id="board")
        self.is_ready = False
        self.first: Desk | None = None
        self.panes = PaneStack()
        self.help: HelpLoaded | None = None
        self.findings: tuple[Finding, ...] = ()
        self.finding: Finding | None = None
        self.has_history = False

    def compose_task(self) -> ComposeResult:
        """A line to filter by, the paragraphs, the panes."""
        yield FilterLine(self, _("show only paragraphs with these words"))
        yield self.board
        yield self.panes

    def on_mount(self) -> None:
        """Read the article; children of this class have an `on_mount` of their own, Textual calls each of them once."""
        self.query_one("#filter").display = False
        self.board.editor.disabled = True
        # Not its name: an article may not want to be named before it is known what it is about.
        self.header.show([(_("opening …"), Role.QUIET)])
        self.start_keeping()
        if self.first is not None:
            self.post_message(DeskLoaded(self.first))
            self.first = None
        else:
            self._load()

    @work(thread=True, exclusive=True, group="desk", exit_on_error=False)
    def _load(self) -> None:
        delivered = deliver_journal(self.workspace, self.ref)
        self.post_message(DeskLoaded(load_desk(self.workspace, self.ref, self.language), delivered))

    @on(DeskLoaded)
    def _take_desk(self, message: DeskLoaded) -> None:
        if self.holds_back(message):
            return
        paragraphs = Paragraphs(message.desk)
        self.take_paragraphs(paragraphs)
        if not paragraphs.rows:
            self.header.show([(message.desk.title or self.ref, Role.STRONG)])
            self.say(_("this article has no paragraphs; Esc goes back"), Role.WARNING)
            self.become_ready()
            return
        if self.key is None or self.key not in paragraphs:
            self.key = paragraphs.find_next(None, lambda row: row.needs_work) or paragraphs.rows[0].key
        self.board.editor.disabled = False
        self.board.list.forget_errors()
        line = self.query_one("#filter", Input)
        if line.display:
            self.refilter(line.value)
        if not (line.display and line.has_focus):
            self.board.editor.focus()
        self.show_paragraphs()
        self._select_spot()
        self.become_ready()
        self.say_delivered(message.delivered)

    def take_paragraphs(self, paragraphs: Paragraphs) -> None:
        """Take an article as it was read; what was typed while it was being read stays."""
        self.sync_typed()
        before, self.paragraphs = self.paragraphs, paragraphs
        if before is None:
            return
        late = self.unsafe | self.unsent.keys() | self.saving.keys()
        paragraphs.carry_over(before, late)
        for key in self.unsafe - {row.key for row in paragraphs.rows}:
            self.unsafe.discard(key)
            self.keep_apart(Noted(key, before.get(key).working_text, before.revision_of(key)))

    def holds_back(self, message: DeskLoaded) -> bool:  # noqa: ARG002 - for those who have a reason
        """Whether an article that was read must not be shown yet."""
        return False

    def _select_spot(self) -> None:
        """Select the words that the desk was opened for, if they still stand there."""
        if self.spot is not None:
            start, words = self.spot
            self.spot = None
            if self.board.editor.value[start : start + len(words)] == words:
                self.board.editor.select_span(start, start + len(words))

    def refilter(self, words: str) -> bool:
        """Show the paragraphs that have these words, one of them open; False, and no change, if there are none."""
        if self.paragraphs is None or self.key is None or not self.paragraphs.filter(words):
            return False
        if self.paragraphs.place_of(self.key) is None:
            self.keep_typed()
            self.key = self.paragraphs.rows[self.paragraphs.shown[0]].key
        return True

    def on_resize(self) -> None:
        """Another size may ask for another arrangement."""
        super().on_resize()
        self.divide_room()
        self.show_standing()

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two columns."""
        return self.size.width >= WIDE_COLUMNS

    @property
    def app_habits(self) -> Habits:
        """What is remembered of who sits here; nothing where another program shows the desk."""
        habits = getattr(self.app, "habits", None)
        return habits if isinstance(habits, Habits) else Habits()

    def name_place(self, what: str, key: str) -> str:
        """A name for what is being written about a paragraph."""
        return f"{what} {self.ref} {self.language} {key}"

    def divide_room(self) -> None:
        """Side by side where there is room."""
        self.board.way = Way.SIDE if self.is_wide else Way.LARGE
        self.panes.is_side_by_side = self.is_wide

    # The open paragraph.

    @property
    def row(self) -> DeskRow | None:
        """The paragraph that is open."""
        return None if self.paragraphs is None or self.key is None else self.paragraphs.get(self.key)

    def show_paragraphs(self) -> None:
        """Show all rows anew and open the current one."""
        if self.paragraphs is None or self.key is None:
            return
        self.board.list.show(self.paragraphs.list_shown(), self.paragraphs.place_of(self.key))
        self.board.open(self.paragraphs.text_of(self.key))
        self.open_paragraph()

    def open_paragraph(self) -> None:
        """Everything beside the text is about another paragraph now."""
        self.help = None
        self.findings = ()
        self.finding = None
        self.show_standing()
        self.seek_help()

    def seek_help(self) -> None:
        """Ask for what lies beside the paragraph."""

    async def go_to(self, key: str | None) -> None:
        """Leave this paragraph, safely, and open another."""
        if self.paragraphs is None or key is None or key == self.key:
            return
        self.sync_typed()
        self.keep_typed()
        self.key = key
        self.board.go(self.paragraphs.place_of(key), self.paragraphs.text_of(key))
        self.open_paragraph()

    def refresh_row(self, key: str) -> None:
        """Draw one row as it is now."""
        if self.paragraphs is None:
            return
        place = self.paragraphs.place_of(key)
        if place is not None:
            self.board.list.put(place, self.paragraphs.get(key))

    def note_errors(self, key: str, count: int) -> None:
        """Show beside a row whether the checks found an error in it."""
        if self.board.list.mark_error(key, has_error=count > 0):
            self.refresh_row(key)

    # Only the mouse leads from the list into the text: a filter moves the list's cursor while it is being typed.
    @on(LineList.Picked, "#paragraphs")
    async def _follow_mouse(self, message: LineList.Picked) -> None:
        if self.paragraphs is not None and message.index < len(self.paragraphs.shown):
            await self.go_to(self.paragraphs.rows[self.paragraphs.shown[message.index]].key)
            self.board.editor.focus()

    async def leave_editor(self, step: int) -> None:
        """The arrow keys lead out of the text into the next one."""
        await self.move_by(step)
        if step < 0:
            return
        self.board.editor.move_cursor((0, 0))

    async def move_by(self, step: int) -> None:
        """Go some paragraphs up or down."""
        if self.paragraphs is not None and self.key is not None:
            await self.go_to(self.paragraphs.step(self.key, step))

    async def seek(self, wanted: Callable[[DeskRow], bool], otherwise: str) -> None:
        """Go to the next paragraph of a kind, or say that there is none."""
        if self.paragraphs is None:
            return
        self.sync_typed()
        found = self.paragraphs.find_next(self.key, wanted)
        if found is not None:
            await self.go_to(found)
        elif otherwise:
            self.say(otherwise)

    async def go_on(self) -> None:
        """On to what comes after a paragraph that is done."""
        await self.seek(self.wants_me, "")

    async def action_next_open(self) -> None:
        """The next paragraph that needs work."""
        await self.seek(self.wants_me, self.say_nothing_left())

    def wants_me(self, row: DeskRow) -> bool:
        """Whether a paragraph is one to go on with."""
        return row.needs_work

    def say_nothing_left(self) -> str:
        """That no other paragraph needs work."""
        return _("nothing else needs work here")

    # Typing.

    @on(TextArea.Changed, "#editor")
    def _note_change(self) -> None:
        self.sync_typed()

    def sync_typed(self) -> None:
        """Take over what is in the editor."""
        if self.paragraphs is None or self.key is None or self.key not in self.paragraphs or self.board.editor.disabled:
            return
        if not self.paragraphs.type(self.key, self.board.editor.value):
            return
        self.unsafe.add(self.key)
        self.refresh_row(self.key)
        self.board.editor.forget_marks_after_cursor()
        self.keep_soon()
        self.show_standing()
        self.typed()

    def typed(self) -> None:
        """Something was typed."""

    # Status.

    def describe_typing(self) -> Run:
        """What has become of what is typed."""
        row = self.row
        if row is None:
            return ("", Role.QUIET)
        trouble = self.describe_trouble()
        if trouble is not None:
            return trouble
        if row.key in self.unsafe:
            return (_("typed, not saved"), Role.WARNING)
        if row.working_text is not None:
            return (_("kept, not saved yet"), Role.ACCENT)
        return (_("saved"), Role.QUIET) if row.text is not None else (_("nothing yet"), Role.QUIET)

    def describe_return(self) -> Run:
        """Why the open paragraph was given back, where it was."""
        return ("", Role.PLAIN)

    def describe_company(self) -> str:
        """Who else is at the article."""
        return ""

    def show_standing(self) -> None:
        """Bring header, status line and footer up to date."""
        row, paragraphs = self.row, self.paragraphs
        if row is None or paragraphs is None:
            return
        is_wide = self.size.width >= WIDE_COLUMNS
        total, done, stale = len(paragraphs.rows), paragraphs.done, paragraphs.stale
        share = done / total
        desk = paragraphs.desk
        number = paragraphs.index_of(row.key) + 1
        self.header.show(
            [(desk.title or desk.slug, Role.STRONG)],
            [
                (f"  {desk.source_language.upper()} → {desk.language.upper()}   ", Role.PLAIN),
                (
                    _("{done} of {total}").format(done=done, total=total) + " " if is_wide else f"{done}/{total} ",
                    Role.PLAIN,
                ),
                (draw_bar(share, 10 if is_wide else 6), Role.ACCENT),
                (f" {percent(share)}" if is_wide else "", Role.PLAIN),
                ("   " + _("! {stale} stale").format(stale=stale) if stale else "", Role.WARNING),
                ("   ", Role.PLAIN),
                (self.describe_company(), Role.ACCENT),
                self.describe_typing(),
            ],
        )
        reasons = f": {', '.join(row.reasons) or _(row.level.value)}" if row.is_stale else ""
        sign, role = sign_of(row)
        self.status.show(
            [
                (_("{number} of {total}").format(number=number, total=total) + "  ", Role.STRONG),
                (f"{sign} ", role),
                (f"{word_of(row)}{reasons}", Role.PLAIN),
                self.describe_return(),
                (f"  {_(row.kind.value)}", Role.QUIET),
            ],
            self.status.right,
        )
        self.show_keys()

    def list_conditions(self) -> frozenset[When]:
        """What is so with the open paragraph."""
        row = self.row
        if row is None:
            return frozenset({When.ALWAYS})
        has_match = self.help is not None and bool(self.help.help.matches)
        has_term = self.help is not None and bool(self.help.help.terms)
        facts = {
            When.ALWAYS: True,
            When.OPEN: True,
            When.STALE: row.is_stale,
            When.DRAFT: row.state is State.DRAFT and row.text is not None,
            When.TEXT: row.text is not None or row.working_text is not None,
            When.MATCHES: has_match,
            When.TERMS: has_term,
            When.FINDINGS: bool(self.findings),
            When.FIX: any(finding.fix is not None or finding.check == SPELLING for finding in self.findings),
            When.WORD: any(finding.check == SPELLING for finding in self.findings),
            When.HISTORY: self.has_history,
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)
