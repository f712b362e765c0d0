"""Others at the same article: who is where, and who has claimed a paragraph."""

from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic

from textual import work

from tms.errors import TmsError
from tms.tui.actions import Where
from tms.tui.blocks import Role
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.tui.screens.desk_watching import DeskWatching
from tms.tui.screens.task_screen import TaskScreen
from tms.values import DeskRow
from tms.workflow.leases import CLAIM, Company, Presence, leave, stay
from tms.workflow.workspace import Workspace

BEAT_SECONDS = 1.0
# Only who rests on a paragraph is there: a key held down passes many.
REST_SECONDS = 1.0
RENEW_SECONDS = 20.0
CLAIM_SECONDS = 60.0
# Who went to bed with the desk open is not there.
IDLE_SECONDS = 600.0
SHOWN_NAMES = 3


class DeskOthers(DeskWatching):
    """Being at a paragraph is told to others, typing claims it; nobody is ever kept from anything."""

    def __init__(self, workspace: Workspace, ref: str, language: str, *, key: str | None = None) -> None:
        super().__init__(workspace, ref, language, key=key)
        self._company = Company()
        self._others: tuple[Presence, ...] = ()
        self._arrived_at = self._active_at = monotonic()
        self._told: tuple[str, float] | None = None
        self._typed_in: str | None = None
        self._claimed_at: dict[str, float] = {}
        # Claimed by key, at this revision: such a claim outlasts going away.
        self._by_hand: dict[str, int] = {}
        self._warned: set[str] = set()

    def on_mount(self) -> None:
        """Say where I am, now and then."""
        self.set_interval(BEAT_SECONDS, self._beat)

    # Others.

    def take_company(self, company: Company) -> None:
        """Show who is where."""
        if self._told is None:
            self._take_earlier_claims(company)
        self._company = company
        self._show_company()

    def _take_earlier_claims(self, company: Company) -> None:
        """What I claimed before the desk was opened, perhaps at another terminal."""
        paragraphs = self.paragraphs
        if paragraphs is None:
            return
        for one in company.presences:
            if one.is_mine and one.claimed_until is not None and one.key in paragraphs:
                self._claimed_at[one.key] = monotonic() - CLAIM_SECONDS
                self._by_hand[one.key] = paragraphs.get(one.key).revision

    def _show_company(self) -> None:
        now = datetime.now(UTC)
        shown = [one for one in self._company.presences if not one.is_mine]
        self._others = tuple(one for one in shown if one.is_here(now) or one.is_claimed(now))
        labels: dict[str, list[str]] = {}
        for one in self._others:
            said = _("{who} writes") if one.is_claimed(now) else _("{who} is here")
            labels.setdefault(one.key, []).append(said.format(who=one.who))
        self.board.list.show_others({key: ", ".join(said) for key, said in labels.items()})
        self.show_standing()

    def describe_company(self) -> str:
        """Who else is at the article."""
        now = datetime.now(UTC)
        names = sorted({one.who for one in self._others if one.is_here(now)})
        if not names:
            return ""
        if len(names) > (SHOWN_NAMES if self.is_wide else 1):
            return _("with {count} others").format(count=len(names)) + "   "
        return _("with {names}").format(names=", ".join(names)) + "   "

    def find_claim(self, key: str) -> Presence | None:
        """Somebody else's claim on a paragraph."""
        now = datetime.now(UTC)
        return next((one for one in self._others if one.key == key and one.is_claimed(now)), None)

    def _say_claimed(self, key: str) -> bool:
        claim = self.find_claim(key)
        if claim is None or claim.claimed_until is None:
            return False
        time = f"{claim.claimed_until.astimezone():%H:%M}"
        said = _("{who} is writing here; their claim ends {time}").format(who=claim.who, time=time)
        self.say(said, Role.WARNING)
        return True

    def wants_me(self, row: DeskRow) -> bool:
        """Not one that somebody else is writing."""
        return super().wants_me(row) and self.find_claim(row.key) is None

    def say_nothing_left(self) -> str:
        """Who is writing what is left."""
        rows = self.paragraphs.rows if self.paragraphs is not None else ()
        claims = [self.find_claim(row.key) for row in rows if row.needs_work and row.key != self.key]
        names = sorted({claim.who for claim in claims if claim is not None})
        if not names:
            return super().say_nothing_left()
        return _("what else needs work is being written by {who}").format(who=", ".join(names))

    # Myself.

    def open_paragraph(self) -> None:
        """Say who is writing here."""
        if self._told is None or self._told[0] != self.key:
            self._arrived_at = self._active_at = monotonic()
        self._typed_in = None
        self._warned.clear()
        super().open_paragraph()
        if self.key is not None:
            self._say_claimed(self.key)

    def typed(self) -> None:
        """Typing claims a paragraph that nobody else has claimed; where somebody has, it is said once more."""
        super().typed()
        self._active_at = monotonic()
        self._typed_in = self.key
        if self.key is not None and self.key not in self._warned and self._say_claimed(self.key):
            self._warned.add(self.key)

    def _beat(self) -> None:
        now = datetime.now(UTC)
        if any(not one.is_here(now) or not one.is_claimed(now) for one in self._others):
            self._show_company()
        if self._company.is_alone or self.is_away or self.paragraphs is None or self.key is None:
            return
        at = monotonic()
        if not self._is_in_front or at - self._arrived_at < REST_SECONDS or at - self._active_at > IDLE_SECONDS:
            return
        freed, claims = self._list_finished(), self._is_claim_due(at)
        is_due = self._told is None or self._told[0] != self.key or at - self._told[1] >= RENEW_SECONDS
        if is_due or freed or claims:
            self._tell_where(self.key, claims=claims, freed=freed)

    @property
    def _is_in_front(self) -> bool:
        """Whether the person is here: dialogs over the desk belong to it, another task does not."""
        tasks = [screen for screen in self.app.screen_stack if isinstance(screen, TaskScreen)]
        return bool(tasks) and tasks[-1] is self

    def _is_claim_due(self, at: float) -> bool:
        key = self.key
        if key is None or self._typed_in != key or self.find_claim(key) is not None:
            return False
        return at - self._claimed_at.get(key, -CLAIM_SECONDS) >= CLAIM_SECONDS

    def _list_finished(self) -> tuple[str, ...]:
        """What I claimed and have saved and left."""
        paragraphs = self.paragraphs
        if paragraphs is None:
            return ()
        busy = self.unsafe | self.unsent.keys() | self.saving.keys() | {self.key}
        left = [key for key in self._claimed_at if key not in busy and key in paragraphs]
        rows = [paragraphs.get(key) for key in left]
        return tuple(
            row.key for row in rows if row.working_text is None and self._by_hand.get(row.key, -1) != row.revision
        )

    def _tell_where(self, key: str, *, claims: bool, freed: tuple[str, ...] = ()) -> None:
        at = monotonic()
        self._told = (key, at)
        for one in freed:
            self._claimed_at.pop(one, None)
            self._by_hand.pop(one, None)
        if claims:
            self._claimed_at[key] = at
            self._typed_in = None
        self._stay(key, claims=claims, freed=freed)

    @work(thread=True, group="lease", exit_on_error=False)
    def _stay(self, key: str, *, claims: bool, freed: tuple[str, ...]) -> None:
        # Whoever cannot be told now is told with the next beat; it is never worth a word.
        with suppress(TmsError):
            stay(self.workspace, self.ref, self.language, key, claims=claims, freed=freed)

    def say_goodbye(self) -> None:
        """Others need not wait until my stay has run out."""
        if self._told is not None and not self.is_away:
            with suppress(TmsError):
                leave(self.workspace, self.ref, self.language, freed=self._list_finished())

    def action_claim(self) -> None:
        """Claim the paragraph, or give it free."""
        row = self.row
        if row is None:
            return
        if self._company.is_alone:
            self.say(_("you work alone here: nobody is kept from this paragraph"))
        elif row.key in self._claimed_at:
            self._tell_where(row.key, claims=False, freed=(row.key,))
            self.say(_("this paragraph is free again"))
        else:
            self._by_hand[row.key] = row.revision
            self._tell_where(row.key, claims=True)
            time = f"{(datetime.now(UTC) + CLAIM).astimezone():%H:%M}"
            said = _("this paragraph is yours until {time}; {key} gives it free")
            self.say(said.format(time=time, key=key_of(Where.DESK, "claim")))
