"""The first level: what there is to do, numbered; a number opens it."""

from dataclasses import dataclass

from tms.errors import InputError
from tms.tui.language import _, ngettext
from tms.tui.linear.commands import SIGN, Level
from tms.tui.linear.speech import name_language
from tms.tui.linear.talk import Face, OpenArticle, Talk, Turn, read_number
from tms.values import Progress
from tms.workflow.reading import list_articles


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a language, and in words what is to be done on it; `key` is where to begin, if that is known."""

    ref: str
    language: str
    title: str
    task: str
    key: str | None = None

    @property
    def said(self) -> str:
        """The entry in one line."""
        return _("{title}, {language}, {task}.").format(
            title=self.title, language=name_language(self.language), task=self.task
        )


class Home(Face):
    """A list to choose from; here commands need no colon."""

    LEVEL = Level.HOME

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
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
        """Read and say what there is to do."""
        self.do_list()

    def take(self, line: str) -> Turn:
        """A number, or a command with or without its colon; an empty line says the list again."""
        if not line.strip():
            self._say_shown()
            return None
        return self.obey(line.strip().removeprefix(SIGN))

    def do_list(self) -> Turn:
        """What there is to do."""
        self.entries = tuple(entry for entry in self._load() if entry.task != _("done"))
        self._show(self.entries)
        return None

    def do_articles(self) -> Turn:
        """Every article in every language."""
        self.entries = self._load()
        self._show(self.entries)
        return None

    def do_refresh(self) -> Turn:
        """Read again."""
        return self.do_list()

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
            self._show(found)
        else:
            self.voice.say(_("Nothing has “{words}”.").format(words=words))
        return None

    def do_open(self, number: str) -> Turn:
        """Open an article at its first paragraph that needs work."""
        entry = self.shown[read_number(number, len(self.shown)) - 1]
        return OpenArticle(entry.ref, entry.language, entry.key)

    def do_resume(self) -> Turn:
        """Go on with a line that was not entered."""
        place = self.talk.kept.find_last()
        if place is None:
            raise InputError(_("no line waits to be entered"))
        ref, language, key = place.rsplit(" ", 2)
        return OpenArticle(ref, language, key)

    def _load(self) -> tuple[Entry, ...]:
        articles = list_articles(self.workspace)
        return tuple(
            Entry(article.ref, progress.language, article.title, _say_task(progress))
            for article in articles
            for progress in article.languages
        )

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self.shown = entries
        self._say_shown()

    def _say_shown(self) -> None:
        if not self.shown:
            self.voice.say(_("There is nothing to do. :articles lists every article."))
            return
        self.voice.say(*(f"{number}. {entry.said}" for number, entry in enumerate(self.shown, 1)))


def _say_task(progress: Progress) -> str:
    if progress.stale:
        return ngettext("{count} paragraph out of date", "{count} paragraphs out of date", progress.stale).format(
            count=progress.stale
        )
    if progress.initial:
        count = progress.initial
        return ngettext("{count} paragraph to translate", "{count} paragraphs to translate", count).format(count=count)
    if progress.draft:
        count = progress.draft
        return ngettext("{count} draft to read", "{count} drafts to read", count).format(count=count)
    if progress.translated:
        count = progress.translated
        return ngettext("{count} paragraph to review", "{count} paragraphs to review", count).format(count=count)
    return _("done")
