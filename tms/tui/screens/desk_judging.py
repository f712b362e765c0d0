"""Reviewing one paragraph after the other: what changed since the last verdict, what comes next, what was done."""

from functools import partial

from textual import on, work
from textual.worker import get_current_worker

from tms.tui.blocks import Role, Run, diff_runs
from tms.tui.language import _, ngettext
from tms.tui.messages import OwnLoaded, SeenLoaded
from tms.tui.screens.desk_panes import DeskPanes
from tms.tui.ways import Way
from tms.values import DeskRow, EventKind, State
from tms.workflow.seeing import LastSeen, find_last_seen, list_own

CONTEXT = 40


class DeskJudging(DeskPanes):
    """The way to look at an article that is called review."""

    _own: frozenset[str] = frozenset()
    _is_own_asked = False
    _is_beginning = False
    _approved = 0
    _returned = 0

    def begin_review(self) -> None:
        """Ask whose texts wait, then go to the first that waits for me."""
        self._approved = self._returned = 0
        self._is_own_asked = self._is_beginning = True
        self._load_own()

    @work(thread=True, exclusive=True, group="own", exit_on_error=False)
    def _load_own(self) -> None:
        own = list_own(self.workspace, self.ref, self.language)
        if not get_current_worker().is_cancelled:
            self.post_message(OwnLoaded(own))

    @on(OwnLoaded)
    async def _take_own(self, message: OwnLoaded) -> None:
        self._own = message.own
        if self._is_beginning:
            self._is_beginning = False
            await self._go_to_first()
        self.fill_beside()

    async def _go_to_first(self) -> None:
        """The first in the order of reading that waits for me."""
        if self.paragraphs is None:
            return
        self.sync_typed()
        first = self.paragraphs.find_next(None, self.is_to_review)
        if first is None:
            self.say(self._sum_up(), Role.GOOD, stays=True)
        else:
            await self.go_to(first)

    def is_to_review(self, row: DeskRow) -> bool:
        """Whether a paragraph waits for my review: one that I translated waits for somebody else's."""
        return row.state is State.TRANSLATED and not row.is_stale and row.key not in self._own

    def note_verdict(self, state: State) -> None:
        """Count what was done."""
        self._approved += state is State.REVIEWED
        self._returned += state is State.DRAFT

    async def seek_review(self) -> None:
        """Go to the next paragraph that waits for my review, or say what was done."""
        if self.board.way is not Way.REVIEW:
            await super().seek_review()
            return
        before = self.key
        await self.seek(self.is_to_review, "")
        if self.key == before:
            self.say(self._sum_up(), Role.GOOD, stays=True)

    def _sum_up(self) -> str:
        own = sum(row.state is State.TRANSLATED for row in self._list_own_rows())
        said = [_("nothing else waits for your review")]
        if self._approved:
            said.insert(0, _("{count} approved").format(count=self._approved))
        if self._returned:
            said.insert(1, _("{count} given back").format(count=self._returned))
        if own:
            waiting = ngettext("{count} is yours: another reviewer", "{count} are yours: another reviewer", own)
            said.append(waiting.format(count=own))
        return ", ".join(said)

    def _list_own_rows(self) -> list[DeskRow]:
        return [row for row in self.paragraphs.rows if row.key in self._own] if self.paragraphs is not None else []

    # What changed.

    def open_paragraph(self) -> None:
        """Nothing is known yet of what was seen here."""
        self.board.list.show_between([("…", Role.QUIET)] if self.board.way is Way.REVIEW else ())
        super().open_paragraph()

    def fill_beside(self) -> None:
        """Say also what changed since the text that was seen last."""
        super().fill_beside()
        if self.board.way is Way.REVIEW and self.key is not None:
            if not self._is_own_asked:
                # The way was remembered from another evening: nobody has entered it.
                self._is_own_asked = True
                self._load_own()
            self._load_seen(self.key)
        else:
            self._show_between(())

    @work(thread=True, exclusive=True, group="seen", exit_on_error=False)
    def _load_seen(self, key: str) -> None:
        seen = find_last_seen(self.workspace, self.ref, key, self.language)
        if not get_current_worker().is_cancelled:
            self.post_message(SeenLoaded(key, seen))

    @on(SeenLoaded)
    def _take_seen(self, message: SeenLoaded) -> None:
        row = self.row
        if row is not None and message.key == row.key and self.board.way is Way.REVIEW:
            self._show_between(describe_seen(row, message.seen, is_own=row.key in self._own))

    def _show_between(self, runs: tuple[Run, ...]) -> None:
        if self.board.list.show_between(runs):
            self.board.place()


def describe_seen(row: DeskRow, seen: LastSeen | None, *, is_own: bool) -> tuple[Run, ...]:
    """When the text was judged last and what changed in it since, or that nobody has read it yet."""
    if not (row.text or "").strip():
        return ((_("nothing to review here"), Role.QUIET),)
    own: tuple[Run, ...] = ((_("you translated it yourself: another reviewer has to read it") + "\n", Role.WARNING),)
    head = own if is_own else ()
    if seen is None:
        return (*head, (_("new: nobody has reviewed it yet"), Role.ACCENT))
    day = f"{seen.at.astimezone():%d %b}".lstrip("0")
    said = partial(_say_verdict(seen).format, who=seen.who, day=day)
    if not seen.words:
        return (*head, (_("unchanged since {verdict}").format(verdict=said()), Role.QUIET))
    words = ngettext("{count} word", "{count} words", seen.words).format(count=seen.words)
    line = _("changed since {verdict}: {words}").format(verdict=said(), words=words)
    return (*head, (f"{line}\n", Role.ACCENT), *diff_runs(seen.pieces, context=CONTEXT))


def _say_verdict(seen: LastSeen) -> str:
    if seen.kind is EventKind.SAVED:
        return _("you saved it on {day}")
    if seen.kind is EventKind.APPROVED:
        return _("you approved it on {day}") if seen.is_mine else _("{who} approved it on {day}")
    return _("you gave it back on {day}") if seen.is_mine else _("{who} gave it back on {day}")
