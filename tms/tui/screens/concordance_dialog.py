"""Search for words inside the memory."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from tms.errors import TmsError
from tms.tui.blocks import Block, Role, Run, make_block
from tms.tui.language import N_, _
from tms.tui.screens.dialog import Dialog
from tms.tui.screens.list_keys import ListKeys
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.filter_line import TypedLine
from tms.tui.widgets.line_list import LineList
from tms.values import ConcordanceHit
from tms.workflow.memory import find_concordance
from tms.workflow.workspace import Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

DELAY_SECONDS = 0.15


class ConcordanceDialog(ListKeys, Dialog[str | None]):
    """The translation to be inserted."""

    TITLE_TEXT = N_("Concordance")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", N_("choose")),
        ("Enter", N_("insert the translation")),
        ("Esc", N_("leave")),
    )

    def __init__(self, workspace: Workspace, language: str, words: str) -> None:
        super().__init__(classes="-tall")
        self.workspace = workspace
        self.language = language
        self.words = words
        self._timer: Timer | None = None

    def parts(self) -> tuple[Widget, ...]:
        """A line for the words and the list of what was found."""
        return (
            TypedLine(self.words, placeholder=_("words in either language")),
            BlockList(id="found", classes="-filling"),
        )

    @property
    def list(self) -> BlockList:
        """What was found."""
        return self.query_one("#found", BlockList)

    def on_mount(self) -> None:
        """Begin in the line."""
        found = self.list
        found.can_focus = False
        self.query_one(Input).focus()
        self._search()

    @on(Input.Changed)
    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY_SECONDS, self._search)

    def _search(self) -> None:
        words = self.query_one(Input).value.strip()
        if words:
            self._find(words)
        else:
            self._show(())

    @work(thread=True, exclusive=True, group="concordance", exit_on_error=False)
    def _find(self, words: str) -> None:
        hits = find_concordance(self.workspace, words, self.language)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, hits)

    def _show(self, hits: tuple[ConcordanceHit, ...]) -> None:
        words = self.query_one(Input).value.strip()
        empty = "nothing in the memory has these words" if words else "write words to search for"
        blocks = [_describe_hit(hit) for hit in hits] or [make_block((empty, Role.QUIET))]
        self.list.show(blocks)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A search that fails says so in its place."""
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            text = error.message if isinstance(error, TmsError) else f"{type(error).__name__}: {error}"
            self.list.show([make_block((text, Role.ERROR))])

    @on(Input.Submitted)
    def _take(self) -> None:
        value = self.list.value
        if isinstance(value, ConcordanceHit):
            self.dismiss(value.target)

    @on(LineList.Chosen)
    def _click(self) -> None:
        self._take()


def _describe_hit(hit: ConcordanceHit) -> Block:
    origin = " · ".join(part for part in (hit.origin, hit.article) if part)
    return make_block(
        *_emphasise(hit.source, hit.source_spans),
        "\n",
        *_emphasise(hit.target, hit.target_spans),
        (f"\n{origin}\n" if origin else "\n", Role.QUIET),
        value=hit,
    )


def _emphasise(text: str, spans: tuple[tuple[int, int], ...]) -> list[Run]:
    runs: list[Run] = []
    position = 0
    for start, end in sorted(spans):
        if start >= position:
            runs += [(text[position:start], Role.PLAIN), (text[start:end], Role.KEY)]
            position = end
    return [*runs, (text[position:], Role.PLAIN)]
