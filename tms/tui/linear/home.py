"""The first level: what there is to do, numbered; a number opens it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from tms.errors import InputError
from tms.tui.home_lines import describe_what, describe_when, greet
from tms.tui.language import _, ngettext
from tms.tui.linear.commands import SIGN, Level
from tms.tui.linear.speech import name_language
from tms.tui.linear.talk import Face, OpenArticle, Talk, Turn, read_number
from tms.tui.sittings import name_budget
from tms.values import ArticleWork, Queue, QueueItem
from tms.workflow.queue import load_queue, plan_minutes

_MINUTES = 15
_MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a language in one line; `key` is where to begin, if that is known."""

    ref: str
    language: str
    said: str
    key: str | None = None

    @property
    def place(self) -> str:
        """Article and language in one word, for what is remembered."""
        return f"{self.ref} {self.language}"


class Home(Face):
    """A list to choose from; here commands need no colon."""

    LEVEL = Level.HOME

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self.personal = talk.personal
        self.queue: Queue | None = None
        self.entries: tuple[Entry, ...] = ()
        self.shown: tuple[Entry, ...] = ()

    @property
    def label(self) -> str:
        """Where the line is."""
        return _("home: ")

    def explain(self) -> str:
        """How lines are taken here."""
        return _("Type the number of what you want to open, or a command; here it needs no colon.")

    def arrive(self) -> None:
        """Say what there is to do."""
        queue = self._load()
        self.voice.say(" ".join(greet(queue, datetime.now().astimezone())))
        self._show_queue(queue)

    def take(self, line: str) -> Turn:
        """A number, or a command with or without its colon; an empty line says the list again."""
        if not line.strip():
            self._say_shown()
            return None
        return self.obey(line.strip().removeprefix(SIGN))

    # Lists.

    def _load(self) -> Queue:
        today = _today()
        self.queue = load_queue(self.workspace, today=today, skipped=self.personal.list_put_off(today))
        return self.queue

    def _show_queue(self, queue: Queue) -> None:
        self._show(Entry(one.ref, one.language, self._say_item(one, queue.today), one.key) for one in queue.items)

    def _say_item(self, item: QueueItem, today: date) -> str:
        when = describe_when(item, today)
        what = describe_what(item, today, is_hidden=self.personal.is_hidden(item.ref, item.notice))
        time = ngettext("about {count} minute", "about {count} minutes", item.minutes)
        return _("{title}, {language}, {what}, {time}.").format(
            title=self._title(item) if when == "—" else f"{when}: {self._title(item)}",
            language=name_language(item.language),
            what=what.replace(" -> ", _(" became ")),
            time=time.format(count=item.minutes),
        )

    def _title(self, one: QueueItem | ArticleWork) -> str:
        return self.personal.title_of(one.ref, one.title, one.notice)

    def do_list(self) -> Turn:
        """What there is to do, read anew."""
        self._show_queue(self._load())
        return None

    def do_refresh(self) -> Turn:
        """Read again."""
        return self.do_list()

    def do_articles(self) -> Turn:
        """Every article in every language."""
        self._show(map(self._enter_work, self._load().works))
        return None

    def do_recent(self) -> Turn:
        """What was opened lately."""
        works = {(one.ref, one.language): one for one in self._load().works}
        self._show(self._enter_work(works[place]) for place in self.personal.list_recent() if place in works)
        return None

    def _enter_work(self, work: ArticleWork) -> Entry:
        said = _("{title}, {language}, {done} of {total} done.").format(
            title=self._title(work), language=name_language(work.language), done=work.done, total=work.total
        )
        return Entry(work.ref, work.language, said)

    def _show(self, entries: Iterable[Entry]) -> None:
        self.entries = self.shown = tuple(entries)
        self._say_shown()

    def _say_shown(self) -> None:
        lines = [f"{number}. {entry.said}" for number, entry in enumerate(self.shown, 1)]
        self.voice.say(*lines or [_("There is nothing to do. :articles lists every article.")])

    def do_status(self) -> Turn:
        """Where I am."""
        count = len(self.shown)
        self.voice.say(ngettext("Home, {count} line.", "Home, {count} lines.", count).format(count=count))
        return None

    def do_find(self, words: str) -> Turn:
        """Only what has these words."""
        wanted = words.casefold().split()
        found = tuple(one for one in self.entries if all(word in one.said.casefold() for word in wanted))
        if found:
            self.shown = found
            self._say_shown()
        else:
            self.voice.say(_("Nothing has “{words}”.").format(words=words))
        return None

    # Choosing.

    def _choose(self, number: str) -> Entry:
        return self.shown[read_number(number, len(self.shown)) - 1]

    def do_open(self, number: str) -> Turn:
        """Open an article where there is something to do."""
        entry = self._choose(number)
        return OpenArticle(entry.ref, entry.language, entry.key)

    def do_skip(self, number: str) -> Turn:
        """Not this one, today; said of one that was put off: this one after all."""
        entry, today = self._choose(number), _today()
        if entry.place in self.personal.list_put_off(today):
            self.personal.take_back(entry.place, today)
            self.voice.say(_("Back in its place."))
        else:
            self.personal.put_off(entry.place, today)
            self.voice.say(_("At the end until tomorrow."))
        return self.do_list()

    def do_fifteen(self, minutes: str) -> Turn:
        """Paragraphs that fit into the time there is, one after the other."""
        budget = read_number(minutes or str(_MINUTES), _MOST_MINUTES)
        queue = self.queue or self._load()
        hidden = frozenset(item.ref for item in queue.items if self.personal.is_hidden(item.ref, item.notice))
        sitting = plan_minutes(self.workspace, queue, budget, passed_over=hidden)
        piece = sitting.piece
        if piece is None:
            raise InputError(_("nothing fits into {budget}").format(budget=name_budget(budget)))
        count = len(sitting.pieces)
        total = ceil(sitting.minutes)
        paragraphs = ngettext("{count} paragraph", "{count} paragraphs", count).format(count=count)
        time = ngettext("about {count} minute", "about {count} minutes", total).format(count=total)
        self.voice.say(f"{paragraphs}, {time}.")
        self.personal.sitting = sitting
        return OpenArticle(piece.ref, piece.language, piece.key)

    def do_resume(self) -> Turn:
        """Go on with a line that was not entered."""
        place = self.talk.kept.find_last()
        if place is None:
            raise InputError(_("no line waits to be entered"))
        ref, language, key = place.rsplit(" ", 2)
        return OpenArticle(ref, language, key)

    def do_notices(self) -> Turn:
        """Say before a labelled article what it is about, or never."""
        self.personal.set_notices(are_on=not self.personal.wants_notices)
        on, off = _("Content notices are on."), _("Content notices are off.")
        self.voice.say(on if self.personal.wants_notices else off)
        return None


def _today() -> date:
    return datetime.now().astimezone().date()
