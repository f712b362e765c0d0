"""Find in all: words looked for in every text while they are typed, and the way to put others in their place."""

from asyncio import to_thread
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input
from textual.worker import get_current_worker

from tms.errors import TmsError
from tms.tui.actions import When, Where
from tms.tui.blocks import Role
from tms.tui.hits import SIDES, describe_options, describe_scope, list_rows
from tms.tui.keymap import key_of
from tms.tui.language import _, ngettext
from tms.tui.personal import neutral_title, personal_of
from tms.tui.screens.concordance_dialog import ConcordanceDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.list_keys import ListKeys
from tms.tui.screens.replace import ReplaceScreen
from tms.tui.screens.task_screen import TaskScreen
from tms.tui.search_messages import HitsFound, SearchFailed
from tms.tui.swaps import describe_undo
from tms.tui.widgets.filter_line import FilterLine
from tms.tui.widgets.hit_list import HitList
from tms.tui.widgets.line_bar import LineBar
from tms.tui.widgets.line_list import LineList
from tms.values import Hit, HitKind, Query, Scope, Side
from tms.workflow.replacing import find_last_run, undo_run
from tms.workflow.searching import Searcher, list_languages
from tms.workflow.workspace import Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

DELAY_SECONDS = 0.1
NEWS_SECONDS = 0.25


class SearchScreen(ListKeys, TaskScreen):
    """Typing searches, Enter opens the paragraph with the words selected, and what was found is there afterwards."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["task_screen.tcss", "search.tcss"]
    WHERE = Where.SEARCH

    def __init__(self, workspace: Workspace, ref: str = "", language: str = "", segment: str = "") -> None:
        super().__init__()
        self.workspace = workspace
        self.searcher = Searcher(workspace)
        self.ref = ref
        self.segment = segment
        self.query_ = Query("")
        self.scope = Scope(ref=ref, language=language)
        self.with_forms = False
        self.languages: tuple[str, ...] = (language,) if language else ()
        self.hits: tuple[Hit, ...] = ()
        self.number = 0
        self.is_searching = False
        self.is_stale = False
        self._timer: Timer | None = None

    def compose_task(self) -> ComposeResult:
        """The words, where and how they are looked for, what was found."""
        yield FilterLine(self, _("words to find"))
        yield LineBar(id="options")
        yield HitList(id="hits")

    def on_mount(self) -> None:
        """Begin in the line."""
        self.list.can_focus = False
        self.query_one(Input).focus()
        self._show_options()
        self._show_nothing()
        self._read_languages()

    def on_screen_resume(self) -> None:
        """Look again after work at a desk: the texts may have changed."""
        super().on_screen_resume()
        if self.is_stale:
            self.is_stale = False
            self._begin(keep=True)

    @property
    def list(self) -> HitList:
        """What was found."""
        return self.query_one("#hits", HitList)

    @property
    def hit(self) -> Hit | None:
        """The paragraph under the cursor."""
        current = self.list.current
        return current if isinstance(current, Hit) else None

    def list_conditions(self) -> frozenset[When]:
        """What is so now."""
        facts = {
            When.ALWAYS: True,
            When.REACHED: self.hit is not None,
            When.WORDS: bool(self.query_one(Input).value),
        }
        return frozenset(fact for fact, is_so in facts.items() if is_so)

    # Searching.

    @work(thread=True, group="languages", exit_on_error=False)
    def _read_languages(self) -> None:
        self.app.call_from_thread(setattr, self, "languages", list_languages(self.workspace))

    @on(Input.Changed, "#filter")
    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY_SECONDS, self._begin)

    def _begin(self, *, keep: bool = False) -> None:
        self.query_ = replace(self.query_, words=self.query_one(Input).value)
        self.number += 1
        self._show_options()
        if not self.query_.words:
            self.workers.cancel_group(self, "search")
            self.hits, self.is_searching = (), False
            self._show_nothing()
            return
        self.is_searching = True
        self._search(self.number, self.query_, self.scope, keep=keep)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _search(self, number: int, query: Query, scope: Scope, *, keep: bool) -> None:
        worker = get_current_worker()
        found: list[Hit] = []
        told, done = 0.0, 0
        try:
            if self.with_forms:
                query = self.searcher.with_forms(query)
            for hits in self.searcher.search(query, scope):
                if worker.is_cancelled:
                    return
                found += hits
                done += 1
                # Whoever comes back to a result sees it change once, not be built up again.
                if found and not keep and monotonic() - told > NEWS_SECONDS:
                    told = monotonic()
                    self.post_message(HitsFound(number, tuple(found), done, is_last=False))
        except TmsError as error:
            self.post_message(SearchFailed(number, error))
            return
        self.post_message(HitsFound(number, tuple(found), done, is_last=True, keep=keep))

    @on(HitsFound)
    def _take(self, message: HitsFound) -> None:
        if message.number != self.number:
            return
        is_first = len(self.hits) == 0 or self.hits[0] is not message.hits[0] if message.hits else True
        self.hits = message.hits
        self.is_searching = not message.is_last
        if message.hits:
            self.list.show(list_rows(message.hits, self._cover_name), keep=message.keep or not is_first)
        elif message.is_last:
            self._show_nothing()
        self._show_header(message.done)

    @on(SearchFailed)
    def _fail(self, message: SearchFailed) -> None:
        if message.number == self.number:
            self.hits, self.is_searching = (), False
            self.list.say((message.error.message, message.error.hint))
            self._show_header(0)

    def _cover_name(self, hit: Hit) -> str:
        """What an article is called that the person has not agreed to see."""
        personal = personal_of(self.app)
        return neutral_title(hit.notice) if hit.notice and personal.is_hidden(hit.article, hit.notice) else ""

    def _show_header(self, done: int) -> None:
        count = len(self.hits)
        found = ngettext("{count} paragraph", "{count} paragraphs", count).format(count=f"{count:,}")
        articles = len({hit.article for hit in self.hits})
        where = ngettext("in {count} article", "in {count} articles", articles).format(count=articles)
        said = f"{found} {where}" if self.hits else _("nothing") if self.query_.words else ""
        if self.is_searching:
            said = _("{found}, searching … {done}").format(found=said, done=done)
        self.header.show([(_("Find in all"), Role.STRONG)], [(f"  {said}", Role.PLAIN)])
        self.show_keys()

    def _show_options(self) -> None:
        options = "; ".join(describe_options(self.query_, self.scope, with_forms=self.with_forms))
        self.query_one("#options", LineBar).show(
            [(describe_scope(self.scope), Role.ACCENT), (f"   {options}", Role.QUIET)]
        )

    def _show_nothing(self) -> None:
        """Say what to do where nothing is shown."""
        keys = {
            name: self.key_of(name)
            for name in ("scope", "language", "side", "toggle_accents", "replace", "concordance")
        }
        prefix = key_of(Where.ANYWHERE, "search").partition(" ")[0]
        if self.query_.words:
            lines = [
                _("Nothing has these words {where}.").format(where=describe_scope(self.scope)),
                "",
                _("{key} looks elsewhere: in the article, its project, all articles.").format(key=keys["scope"]),
                _("{key} takes any accent; {prefix} alone shows what else can be chosen.").format(
                    key=keys["toggle_accents"], prefix=prefix
                ),
                _("{key} looks in the memory.").format(key=keys["concordance"]),
            ]
        else:
            lines = [
                _("Write words: they are looked for in sources and translations while you type."),
                "",
                _(
                    "{scope} where, {language} which language, {side} which side; {prefix} alone shows all choices."
                ).format(scope=keys["scope"], language=keys["language"], side=keys["side"], prefix=prefix),
                _("A space finds no-break spaces too, ' finds ’, and \" finds “ and «."),
                _("{key} puts other words in their place, after a look at each paragraph.").format(key=keys["replace"]),
            ]
        self.list.say(lines)
        self._show_header(0)

    # Choosing how and where.

    def _toggle(self, name: str, said: str) -> None:
        change: dict[str, Any] = {name: not getattr(self.query_, name)}
        self.query_ = replace(self.query_, **change)
        self._begin()
        text = _("{option}: yes") if getattr(self.query_, name) else _("{option}: no")
        self.say(text.format(option=said))

    def action_toggle_case(self) -> None:
        """Exact case, or any."""
        self._toggle("is_case_exact", _("exact case"))

    def action_toggle_word(self) -> None:
        """Whole words, or parts of words too."""
        self._toggle("is_whole_word", _("whole words"))

    def action_toggle_regex(self) -> None:
        """A regular expression, or words."""
        self._toggle("is_regex", _("regular expression"))

    def action_toggle_signs(self) -> None:
        """Spaces, apostrophes and quotation marks as typed, or of every kind."""
        self._toggle("is_sign_exact", _("spaces and quotes as typed"))

    def action_toggle_accents(self) -> None:
        """Any accent, or those that are typed."""
        self._toggle("is_loose", _("any accent"))

    def action_toggle_forms(self) -> None:
        """All forms of a term of the glossary, or the words."""
        self.with_forms = not self.with_forms
        self._begin()

    def action_toggle_history(self) -> None:
        """Also in texts that stand no more."""
        self.scope = replace(self.scope, with_history=not self.scope.with_history)
        self._begin()

    def action_toggle_comments(self) -> None:
        """Also in comments and questions."""
        self.scope = replace(self.scope, with_comments=not self.scope.with_comments)
        self._begin()

    def action_scope(self) -> None:
        """The article, its project, everything; from a desk also its paragraph."""
        ref = self.ref or (self.hit.article if self.hit is not None else "")
        steps = [("", "", "")]
        if ref:
            steps = [(ref, "", ""), ("", ref.partition("/")[0], ""), *steps]
        if self.segment:
            steps.append((ref, "", self.segment))
        now = (self.scope.ref, self.scope.project, self.scope.segment)
        following = steps[(steps.index(now) + 1) % len(steps)] if now in steps else steps[0]
        self.scope = replace(self.scope, ref=following[0], project=following[1], segment=following[2])
        self._begin()

    def action_language(self) -> None:
        """The next language, then all."""
        languages = ("", *self.languages)
        place = languages.index(self.scope.language) if self.scope.language in languages else 0
        self.scope = replace(self.scope, language=languages[(place + 1) % len(languages)])
        self._begin()

    def action_side(self) -> None:
        """Source and translation, source only, translation only."""
        sides = list(SIDES)
        self.scope = replace(self.scope, side=sides[(sides.index(self.scope.side) + 1) % len(sides)])
        self._begin()

    # Going there.

    @on(LineList.Chosen, "#hits")
    def action_open(self) -> None:
        """Open the paragraph, the words selected."""
        hit = self.hit
        if hit is None or self.query_.words != self.query_one(Input).value:
            self._begin()
            return
        desk = DeskScreen(self.workspace, hit.article, hit.language, key=hit.segment)
        if hit.kind is HitKind.TEXT and hit.target_spans:
            start, end = hit.target_spans[0]
            desk.spot = (start, hit.target[start:end])
        self.is_stale = True
        self.app.push_screen(desk)

    @on(LineList.Moved, "#hits")
    def _moved(self) -> None:
        self.show_keys()

    def action_replace(self) -> None:
        """Put other words in the place of these."""
        query = replace(self.query_, words=self.query_one(Input).value)
        try:
            query = self.searcher.with_forms(query) if self.with_forms else query
        except TmsError as error:
            self.say(error.message, Role.WARNING)
            return
        self.is_stale = True
        self.app.push_screen(ReplaceScreen(self.searcher, query, replace(self.scope, side=Side.TARGET)))

    @work(exit_on_error=False)
    async def action_concordance(self) -> None:
        """Look in the memory."""
        language = self.scope.language or (self.hit.language if self.hit else next(iter(self.languages), ""))
        await self.app.push_screen_wait(ConcordanceDialog(self.workspace, language, self.query_one(Input).value))

    @work(exit_on_error=False)
    async def action_undo(self) -> None:
        """Take back what I replaced last."""
        run = await to_thread(find_last_run, self.workspace)
        if not run:
            self.say(_("nothing of yours is there to be taken back"), Role.WARNING)
            return
        done = await to_thread(lambda: tuple(undo_run(self.workspace, run)))
        self.say(describe_undo(run, done), Role.GOOD)
        self._begin(keep=True)

    def action_refresh(self) -> None:
        """Look again."""
        self.searcher = Searcher(self.workspace)
        self._begin(keep=True)

    def action_back(self) -> None:
        """Back to where the search was begun; a desk reads its article again."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        self.workers.cancel_group(self, "search")
        self.dismiss()
        if isinstance(below, DeskScreen):
            self.app.call_later(below.come_back, None)
