"""Read through: the translation as an article, to see what a reader will see."""

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.worker import get_current_worker

from tms.tui.actions import Where
from tms.tui.blocks import Role
from tms.tui.language import _
from tms.tui.messages import FaultsLoaded
from tms.tui.paragraphs import Paragraphs
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.widgets.line_list import LineList
from tms.tui.widgets.reading_list import ReadingList
from tms.values import Severity
from tms.workflow.checking import check_articles
from tms.workflow.workspace import Workspace

# Who is told which paragraph is to be opened, if another one than before.
Left = Callable[[str | None], None]


class ReadThroughScreen(TaskScreen):
    """A visit from the desk; Enter opens the paragraph there."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss"]
    WHERE = Where.READING

    def __init__(self, workspace: Workspace, paragraphs: Paragraphs, key: str | None, then: Left) -> None:
        super().__init__()
        self.workspace = workspace
        self.paragraphs = paragraphs
        self.key = key
        self.then = then
        self.list = ReadingList(paragraphs.rows, id="reading")

    def compose_task(self) -> ComposeResult:
        """The article."""
        yield self.list

    def on_mount(self) -> None:
        """Begin where the desk is."""
        self.list.focus()
        self.call_after_refresh(self._begin)
        self._show_counts(None)
        self._load_faults()

    def _begin(self) -> None:
        self.list.measure_all()
        self.list.cursor = self.paragraphs.index_of(self.key) if self.key is not None else 0

    @work(thread=True, exclusive=True, group="faults", exit_on_error=False)
    def _load_faults(self) -> None:
        desk = self.paragraphs.desk
        found = check_articles(self.workspace, [desk.ref], language=desk.language, with_source=False)
        faults = Counter(
            {
                row.segment: sum(f.severity is Severity.ERROR and f.waived is None for f in row.findings)
                for row in found
                if row.language == desk.language
            }
        )
        if not get_current_worker().is_cancelled:
            self.post_message(FaultsLoaded(dict(+faults)))

    @on(FaultsLoaded)
    def _take_faults(self, message: FaultsLoaded) -> None:
        self.list.show_faults(message.faults)
        self._show_counts(sum(message.faults.values()))

    def _show_counts(self, errors: int | None) -> None:
        rows, desk = self.paragraphs.rows, self.paragraphs.desk
        missing = sum(row.text is None and row.working_text is None and row.covered_by is None for row in rows)
        found = _("looking for errors") if errors is None else _("✗ {count} errors").format(count=errors)
        self.header.show(
            [(desk.title or desk.slug, Role.STRONG)],
            [
                (f"{desk.language.upper()}   ", Role.PLAIN),
                (_("{count} missing").format(count=missing) + "   ", Role.PLAIN),
                (_("! {count} stale").format(count=self.paragraphs.stale) + "   ", Role.WARNING),
                (f"{found} ", Role.ERROR if errors else Role.QUIET),
            ],
        )

    @on(LineList.Moved)
    def _show_place(self, message: LineList.Moved) -> None:
        total = len(self.paragraphs.rows)
        self.status.show([(_("{number} of {total}").format(number=message.index + 1, total=total), Role.STRONG)], ())

    @on(LineList.Chosen)
    def _choose(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the paragraph at the desk."""
        index = self.list.cursor
        self.leave(None if index is None else self.paragraphs.rows[index].key)

    def action_next_fault(self) -> None:
        """The next paragraph that wants a look."""
        rows, start = self.paragraphs.rows, (self.list.cursor or 0) + 1
        order = [*range(start, len(rows)), *range(start - 1)]
        found = next((index for index in order if self.list.is_faulty(rows[index])), None)
        if found is None:
            self.say(_("nothing else wants a look"))
        else:
            self.list.cursor = found

    def action_toggle_source(self) -> None:
        """The English of the paragraph, or no longer."""
        self.list.toggle_source()

    def action_back(self) -> None:
        """Back to the desk, where it was."""
        self.leave(None)

    def leave(self, key: str | None) -> None:
        """Back to the desk, at a paragraph."""
        self.dismiss()
        self.then(key)
