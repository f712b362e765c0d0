"""The glossary to look through: a filter, the concepts, the card of the chosen one."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.types import CSSPathType
from textual.widgets import Input

from tms.tui.actions import When, Where
from tms.tui.blocks import Role, Run, make_block
from tms.tui.concept_blocks import describe_concept
from tms.tui.concept_rows import ConceptRow, list_languages
from tms.tui.concept_search import filter_rows, make_rows
from tms.tui.harmless import show_harmless
from tms.tui.language import N_, _, ngettext
from tms.tui.messages import ConceptsLoaded, ProposalsLoaded
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.term_work_blocks import count
from tms.tui.widgets.block_list import BlockList
from tms.tui.widgets.concept_list import GAP, MARK_WIDTH, ConceptList, fit
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.line_bar import LineBar
from tms.tui.widgets.line_list import LineList
from tms.values import Concept
from tms.workflow.proposing import list_proposals
from tms.workflow.terms import list_concepts, preview_forms
from tms.workflow.workspace import Workspace

EMPTY = (
    N_("No concept yet."),
    "",
    N_("{key} writes the first one. A list that exists is loaded on the command line:"),
    "  tms glossary load terms.csv        (.toml, .csv, .tsv, .tbx)",
    "",
    N_("docs/glossary.md says what belongs into it."),
)
NONE_FOUND = (N_("No concept has these words."), N_("Esc clears the filter, {key} makes a new concept of them."))


class GlossaryFrame(ListKeys, TaskScreen):
    """Typing filters by any word in any language, with accents or without."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "glossary.tcss"]
    WHERE = Where.GLOSSARY

    def __init__(self, workspace: Workspace, search: str = "", concept: str = "") -> None:
        super().__init__()
        self.workspace = workspace
        self.search = search
        self.wanted = concept
        self.rows: tuple[ConceptRow, ...] | None = None
        self.languages: tuple[str, ...] = ()
        self.waiting = 0
        self.is_stale = True
        self._shown_words: str | None = None

    def compose_task(self) -> ComposeResult:
        """A line to filter by, the concepts, the card."""
        yield FilterLine(self, _("type to filter: any word, any language, accents or not"))
        with Container(id="parts"):
            with Vertical(id="left"):
                yield LineBar(id="columns")
                yield ConceptList(id="concepts")
                yield BlockList(id="empty", has_cursor=False)
            yield BlockList(id="card", has_cursor=False)

    def on_mount(self) -> None:
        """Begin in the filter."""
        for part in (self.list, self.card, self.query_one("#empty", BlockList)):
            part.can_focus = False
        line = self.query_one(Input)
        line.value = show_harmless(self.search)
        line.cursor_position = len(line.value)
        line.focus()
        self.header.show([(_("Glossary"), Role.STRONG), ("   " + _("reading …"), Role.QUIET)])

    def on_screen_resume(self) -> None:
        """Read again after what may have changed something."""
        super().on_screen_resume()
        if self.is_stale:
            self.action_refresh()

    @property
    def list(self) -> ConceptList:
        """The concepts."""
        return self.query_one("#concepts", ConceptList)

    @property
    def card(self) -> BlockList:
        """What is said of the chosen one."""
        return self.query_one("#card", BlockList)

    @property
    def concept(self) -> Concept | None:
        """The chosen concept."""
        row = self.list.current
        return None if row is None else row.concept

    def list_conditions(self) -> frozenset[When]:
        """Whether a concept is chosen."""
        return frozenset({When.ALWAYS} | ({When.CONCEPT} if self.concept is not None else set()))

    # Reading.

    def action_refresh(self) -> None:
        """Read the glossary again."""
        self.is_stale = False
        self._load({row.concept.id: row for row in self.rows or ()})
        self._load_proposals()

    @work(thread=True, exclusive=True, group="glossary", exit_on_error=False)
    def _load(self, known: dict[str, ConceptRow]) -> None:
        self.post_message(ConceptsLoaded(make_rows(list_concepts(self.workspace), known)))

    @work(thread=True, exclusive=True, group="waiting", exit_on_error=False)
    def _load_proposals(self) -> None:
        self.post_message(ProposalsLoaded(list_proposals(self.workspace)))

    @on(ProposalsLoaded)
    def _count_proposals(self, message: ProposalsLoaded) -> None:
        self.waiting = len(message.proposals)
        if self.rows is not None:
            self._show_header()

    @on(ConceptsLoaded)
    def _take(self, message: ConceptsLoaded) -> None:
        self.rows = message.rows
        self.languages = list_languages(message.rows)
        line = self.query_one(Input)
        if self.wanted and line.value and self.wanted not in {r.concept.id for r in filter_rows(self.rows, line.value)}:
            line.value = ""
        current = self.concept
        self._show(keep=self.wanted or (current.id if current is not None else None))
        self.wanted = ""

    # Showing.

    @on(Input.Changed, "#filter")
    def filter(self) -> None:
        """Look for what is typed, if that was not done yet; the best one is chosen."""
        if self._shown_words != self.query_one(Input).value:
            self._show()

    def _show(self, *, keep: str | None = None) -> None:
        if self.rows is None:
            return
        self._shown_words = self.query_one(Input).value
        found = filter_rows(self.rows, self._shown_words)
        empty = self.query_one("#empty", BlockList)
        empty.display = not found
        self.list.display = bool(found)
        empty.show(
            [
                make_block((_(line).format(key=self.key_of("new_concept")) or " ", Role.QUIET))
                for line in (NONE_FOUND if self.rows else EMPTY)
            ]
        )
        self.list.show(found, self.languages, keep=keep)
        self._show_columns()
        self._show_header()
        self.show_card()

    def _show_columns(self) -> None:
        names = zip(self.languages, self.list.list_columns(), strict=False)
        runs: list[Run] = [(fit(language.upper(), width + GAP), Role.QUIET) for language, width in names]
        self.query_one("#columns", LineBar).show([(" " * MARK_WIDTH, Role.PLAIN), *runs] if self.list.rows else ())

    def _show_header(self) -> None:
        total, found = len(self.rows or ()), len(self.list.rows)
        counted = (
            count(total, "concept")
            if found == total
            else _("{found} of {concepts}").format(found=found, concepts=count(total, "concept"))
        )
        waiting = "  " + ngettext(
            "? {count} proposal waits: {key}", "? {count} proposals wait: {key}", self.waiting
        ).format(count=self.waiting, key=self.key_of("proposals"))
        self.header.show(
            [(_("Glossary"), Role.STRONG), (f"   {counted}", Role.QUIET)],
            [(waiting, Role.WARNING)] if self.waiting else (),
        )

    @on(LineList.Moved, "#concepts")
    def show_card(self) -> None:
        """Show what is said of the chosen concept."""
        concept = self.concept
        self.card.show(() if concept is None else describe_concept(concept, preview_forms(concept)))
        self.show_keys()

    @on(LineList.Chosen, "#concepts")
    def _choose(self) -> None:
        self.action_open()

    def action_open(self) -> object:
        """Do something with the chosen concept."""

    def on_resize(self) -> None:
        """Columns as wide as there is room."""
        super().on_resize()
        self.call_after_refresh(self._show_columns)

    # Moving.

    def action_card_down(self) -> None:
        """Scroll the card."""
        self.card.action_page_down()

    def action_card_up(self) -> None:
        """Scroll the card back."""
        self.card.action_page_up()

    def action_back(self) -> None:
        """Clear the filter, or go back."""
        line = self.query_one(Input)
        if line.value:
            line.value = ""
        else:
            self.dismiss()
