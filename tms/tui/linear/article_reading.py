"""Moving about an article and having it read: paragraphs, sentences, changes, spaces, letters."""

from collections.abc import Callable, Iterable
from itertools import zip_longest

from tms.errors import InputError
from tms.tui.language import _, ngettext
from tms.tui.linear.article_frame import ArticleFrame
from tms.tui.linear.letters import list_spaces, spell
from tms.tui.linear.speech import (
    name_language,
    say_change,
    say_row_short,
    say_safety,
    say_source,
    say_target,
    say_texts,
)
from tms.tui.linear.talk import Turn, read_number
from tms.values import DeskRow, State
from tms.workflow.diffing import diff_words
from tms.workflow.sentences import list_sentences

_PARTS = ("source", "translation", "sentences", "article")
_KINDS: dict[str, Callable[[DeskRow], bool]] = {
    "open": lambda row: row.needs_work,
    "stale": lambda row: row.is_stale,
    "draft": lambda row: row.state is State.DRAFT,
}


class ArticleReading(ArticleFrame):
    """What changes nothing."""

    _sought = ""

    # Moving.

    def do_next(self) -> Turn:
        """The paragraph after."""
        return self.move_to(self.paragraphs.step(self.key, 1), _("This is the last paragraph."))

    def do_previous(self) -> Turn:
        """The paragraph before."""
        return self.move_to(self.paragraphs.step(self.key, -1), _("This is the first paragraph."))

    def do_go(self, number: str) -> Turn:
        """The paragraph with this number."""
        rows = self.paragraphs.rows
        return self.move_to(rows[read_number(number, len(rows)) - 1].key, _("You are there."))

    def do_next_open(self) -> Turn:
        """The next paragraph that needs work."""
        return self.seek(_KINDS["open"], _("Nothing else needs work here."))

    def do_next_stale(self) -> Turn:
        """The next paragraph that is out of date."""
        return self.seek(_KINDS["stale"], _("Nothing else is out of date here."))

    def do_next_untranslated(self) -> Turn:
        """The next paragraph without a translation."""
        return self.seek(
            lambda row: row.state is State.INITIAL and row.covered_by is None and not row.is_local,
            _("Every other paragraph has a translation."),
        )

    def seek(self, wanted: Callable[[DeskRow], bool], otherwise: str) -> Turn:
        """The next paragraph of a kind, from the top again after the last."""
        return self.move_to(self.paragraphs.find_next(self.key, wanted), otherwise)

    def do_find(self, words: str) -> Turn:
        """The next paragraph that has these words, in source or translation; without words the same again."""
        self._sought = words or self._sought
        wanted = self._sought.casefold().split()
        if not wanted:
            raise InputError(_("no words to look for"), _(":find and the words"))
        found = [number for number, row in enumerate(self.paragraphs.rows, 1) if self._has(row, wanted)]
        if not found:
            self.voice.say(_("No paragraph has “{words}”.").format(words=self._sought))
            return None
        said = ngettext("{count} paragraph has it: {numbers}.", "{count} paragraphs have it: {numbers}.", len(found))
        self.voice.say(said.format(count=len(found), numbers=_join(found)))
        return self.seek(lambda row: self._has(row, wanted), _("It is in this paragraph only."))

    def _has(self, row: DeskRow, wanted: list[str]) -> bool:
        text = f"{row.source}\n{self.paragraphs.text_of(row.key)}".casefold()
        return all(word in text for word in wanted)

    # Reading.

    def do_list(self, which: str) -> Turn:
        """All paragraphs in a line each, or those of a kind."""
        if which and which not in _KINDS:
            raise InputError(_("“{word}” is no kind of paragraph").format(word=which), ", ".join(_KINDS))
        lines = [
            say_row_short(row, number, self.paragraphs.text_of(row.key))
            for number, row in enumerate(self.paragraphs.rows, 1)
            if not which or _KINDS[which](row)
        ]
        count = ngettext("{count} paragraph.", "{count} paragraphs.", len(lines)).format(count=len(lines))
        self.voice.say(count, *lines)
        return None

    def do_read(self, what: str) -> Turn:
        """The paragraph again, or a part of it, or the whole translation as an article."""
        part = next((one for one in _PARTS if what and one.startswith(what.casefold())), "")
        if what and not part:
            raise InputError(_("“{word}” cannot be read").format(word=what), ", ".join(_PARTS))
        row, desk = self.row, self.paragraphs.desk
        lines: Iterable[str] = say_texts(row, desk)
        if part == "source":
            lines = say_source(row, desk)
        elif part == "translation":
            lines = say_target(row, desk)
        elif part == "sentences":
            lines = self._list_sentences(row)
        elif part == "article":
            lines = self._list_article()
        self.voice.say(*lines)
        return None

    def _list_sentences(self, row: DeskRow) -> Iterable[str]:
        desk = self.paragraphs.desk
        sources = list_sentences("" if row.is_local else row.source, desk.source_language)
        targets = list_sentences(self.text, self.language)
        for number, (source, target) in enumerate(zip_longest(sources, targets), 1):
            for language, sentence, count in (
                (desk.source_language, source, len(sources)),
                (desk.language, target, len(targets)),
            ):
                if sentence is not None:
                    said = _("{language}, sentence {number} of {count}: {sentence}")
                    yield said.format(
                        language=name_language(language).capitalize(),
                        number=number,
                        count=count,
                        sentence=sentence.strip(),
                    )

    def _list_article(self) -> Iterable[str]:
        for number, row in enumerate(self.paragraphs.rows, 1):
            text = self.paragraphs.text_of(row.key)
            if text:
                yield f"{number}: {text}"
            elif row.covered_by is None and not row.is_local:
                yield _("{number}, nothing yet: {source}").format(number=number, source=row.source)

    def do_change(self) -> Turn:
        """What changed in the English since this translation, and what is proposed."""
        row = self.row
        pieces = diff_words(row.made_from_text or row.source, row.source)
        self.voice.say(*say_change(row, pieces, self.find_help() if row.is_stale else None))
        return None

    def do_spell(self, beginning: str) -> Turn:
        """The words of the text, or of the source, that begin like this, letter by letter; or all of the text."""
        wanted = beginning.casefold()
        words = [word for word in self.text.split() if _bare(word).startswith(wanted)]
        words = words or [word for word in self.row.source.split() if wanted and _bare(word).startswith(wanted)]
        shown = dict.fromkeys(words or beginning.split())
        self.voice.say(*(f"{word}: {spell(word)}" for word in shown) if shown else (_("There is nothing to spell."),))
        return None

    def do_spaces(self) -> Turn:
        """Every space of the text that is not a plain single one."""
        found = list_spaces(self.text)
        count = ngettext("{count} special space.", "{count} special spaces.", len(found)).format(count=len(found))
        self.voice.say(count, *found)
        return None

    def do_status(self) -> Turn:
        """Where I am and what is saved."""
        number, total = self.number, len(self.paragraphs.rows)
        self.say_standing()
        self.voice.say(_("Paragraph {number} of {total}.").format(number=number, total=total), say_safety(self.row))
        waiting = [n for n, row in enumerate(self.paragraphs.rows, 1) if row.working_text is not None]
        if waiting:
            self.voice.say(_("Typed and not saved: {numbers}.").format(numbers=_join(waiting)))
        return None


def _bare(word: str) -> str:
    return word.casefold().lstrip("«“‘¿¡([\"'")


def _join(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
