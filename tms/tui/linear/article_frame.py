"""An article open in one language: the paragraph that is on, its text, and that what is typed is safe at once."""

from collections.abc import Callable
from contextlib import suppress

from tms.errors import DatabaseAwayError, InputError, JournalError, TmsError
from tms.tui.language import _, ngettext
from tms.tui.linear.commands import Level, is_order
from tms.tui.linear.speech import name_language, say_heading, say_standing, say_target, say_texts
from tms.tui.linear.speech_beside import count_findings
from tms.tui.linear.talk import Face, GoHome, Talk, Turn
from tms.tui.paragraphs import Paragraphs
from tms.values import DeskRow, Finding, SegmentHelp
from tms.workflow.checking import check_text
from tms.workflow.commenting import list_comments
from tms.workflow.journaling import Noted, note_typed, send_typed
from tms.workflow.lookup import find_help
from tms.workflow.reading import load_desk, load_row
from tms.workflow.trails import keep_trail, load_trail


class ArticleFrame(Face):
    """The paragraph that is on, and where the others are."""

    LEVEL = Level.ARTICLE

    def __init__(self, talk: Talk, ref: str, language: str, key: str | None = None) -> None:
        super().__init__(talk)
        self.ref = ref
        self.language = language
        self.paragraphs = Paragraphs(load_desk(self.workspace, ref, language))
        start = key if key is not None and key in self.paragraphs else self.paragraphs.find_next(None, _needs_work)
        self.key = start or (self.paragraphs.rows[0].key if self.paragraphs.rows else "")
        self.help: SegmentHelp | None = None
        self.found: tuple[str, tuple[Finding, ...]] | None = None

    # The paragraph.

    @property
    def row(self) -> DeskRow:
        """The paragraph that is on."""
        return self.paragraphs.get(self.key)

    @property
    def text(self) -> str:
        """Its text: typed, or saved, or nothing."""
        return self.paragraphs.text_of(self.key)

    @property
    def number(self) -> int:
        """Its number in reading order."""
        return self.paragraphs.index_of(self.key) + 1

    @property
    def place(self) -> tuple[str, str, str]:
        """Article, paragraph and language, as workflow is asked."""
        return self.ref, self.key, self.language

    @property
    def kept_place(self) -> str:
        """The same in one word, for lines that were not entered."""
        return f"{self.ref} {self.language} {self.key}"

    # The line.

    @property
    def label(self) -> str:
        """Which paragraph the line is for."""
        return f"{self.number}: "

    @property
    def filled(self) -> str:
        """A line that was typed here once and not entered."""
        return self.talk.kept.find(self.kept_place) if self.talk.prompt.can_fill else ""

    @property
    def keep(self) -> Callable[[str], None]:
        """A line is kept while it is being typed, unless it is a command."""
        place, filled = self.kept_place, self.filled

        def keep(line: str) -> None:
            if line and line != filled and not is_order(line):
                self.talk.kept.keep(place, line)

        return keep

    def explain(self) -> str:
        """How lines are taken in an article."""
        return _(
            "A line is the translation of the paragraph; what you typed before is one :undo away. "
            "A line that begins with a colon is a command; with two colons, a text that begins with one. "
            "An empty line repeats the paragraph."
        )

    # Coming and going.

    def arrive(self) -> None:
        """Say which article this is, and its first paragraph that needs work."""
        desk = self.paragraphs.desk
        source, target = name_language(desk.source_language), name_language(desk.language)
        self.voice.say(
            _("{title}, {source} to {target}.").format(title=desk.title or desk.slug, source=source, target=target)
        )
        if not self.key:
            self.voice.say(_("This article has no paragraphs. :home goes back."))
            return
        self.say_standing()
        self.say_paragraph(is_moved=False)

    def say_standing(self) -> None:
        """How far the article has come."""
        paragraphs = self.paragraphs
        done, total, stale = paragraphs.done, len(paragraphs.rows), paragraphs.stale
        self.voice.say(*say_standing(done=done, total=total, stale=stale))

    def say_paragraph(self, *, is_moved: bool) -> None:
        """Say the paragraph that is on; what lies beside it is counted unless little is to be said."""
        row, desk = self.row, self.paragraphs.desk
        total = len(self.paragraphs.rows)
        self.voice.say(say_heading(row, self.number, total, is_moved=is_moved), *say_texts(row, desk))
        if self.filled:
            self.voice.say(_("A line that you had not entered stands in the line again."))
        if not self.voice.is_brief:
            with suppress(TmsError):
                self.voice.say(*self._count_beside())

    def say_text(self) -> tuple[str, ...]:
        """The translation as it stands now, as a line to say."""
        return say_target(self.row, self.paragraphs.desk)

    def _count_beside(self) -> tuple[str, ...]:
        beside = self.find_help()
        parts = []
        if beside.matches:
            best = min(beside.matches[0].score, 100)
            count = len(beside.matches)
            said = ngettext("{count} match, best {best} percent", "{count} matches, best {best} percent", count)
            parts.append(said.format(count=count, best=best))
        if beside.terms:
            count = len(beside.terms)
            parts.append(ngettext("{count} term", "{count} terms", count).format(count=count))
        if beside.repair is not None:
            parts.append(_("a repair is proposed"))
        found = count_findings(self.find_findings())
        waiting = sum(not one.is_resolved for one in list_comments(self.workspace, *self.place))
        if waiting:
            parts.append(ngettext("{count} open comment", "{count} open comments", waiting).format(count=waiting))
        parts += [found] if found else []
        return (_("Beside it: {things}.").format(things=", ".join(parts)),) if parts else ()

    def move_to(self, key: str | None, otherwise: str) -> Turn:
        """Go to a paragraph and say it, or say that there is none."""
        if key is None or key == self.key:
            self.voice.say(otherwise)
            return None
        self.key = key
        self.help = None
        self.found = None
        self.say_paragraph(is_moved=True)
        return None

    def do_home(self) -> Turn:
        """Back to what there is to do."""
        self.talk.personal.sitting = None
        return GoHome()

    def do_refresh(self) -> Turn:
        """Read the article again."""
        key = self.key
        self.paragraphs = Paragraphs(load_desk(self.workspace, self.ref, self.language))
        self.help = None
        self.found = None
        self.key = key if key in self.paragraphs else self.paragraphs.rows[0].key
        self.voice.say(_("Read again."))
        self.say_paragraph(is_moved=False)
        return None

    # Beside the paragraph.

    def find_help(self) -> SegmentHelp:
        """Matches, terms and what changed, asked once a paragraph."""
        if self.help is None:
            self.help = find_help(self.workspace, *self.place)
        return self.help

    def find_findings(self) -> tuple[Finding, ...]:
        """What the checks find in the text as it stands, the worst first; waived ones last."""
        text = self.text
        if self.found is None or self.found[0] != text:
            found = check_text(self.workspace, *self.place, text)
            self.found = (text, tuple(sorted(found, key=lambda one: (one.waived is not None, one.severity.rank))))
        return self.found[1]

    # What is typed.

    def put(self, text: str) -> bool:
        """Make this the text: it is kept at once, and the one before is one undo away; False if it is that already."""
        before = self.text
        if text == before:
            return False
        self.store_typed(text)
        with suppress(TmsError):
            trail = load_trail(self.workspace, *self.place)
            keep_trail(self.workspace, *self.place, trail.push(before).push(text))
        return True

    def store_typed(self, text: str) -> None:
        """Note a text, keep it on this machine and in the database; raises TmsError where it could be kept nowhere."""
        before = self.text
        self.paragraphs.type(self.key, text)
        noted = Noted(self.key, self.row.working_text, self.paragraphs.revision_of(self.key))
        try:
            # Without the journal the database may well be there.
            with suppress(JournalError):
                noted = note_typed(self.workspace, self.ref, self.language, noted)
            send_typed(self.workspace, self.ref, self.language, noted)
        except InputError:
            # No database can ever hold it.
            self.paragraphs.type(self.key, before)
            raise
        except DatabaseAwayError:
            if noted.stamp is None:
                raise
            self.voice.say(_("The database is away: the text is kept on this machine."))

    def reload(self) -> DeskRow:
        """Read the paragraph as it stands in the store now, nothing kept."""
        row = load_row(self.workspace, *self.place)
        self.paragraphs.renew(row)
        self.help = None
        self.found = None
        return row


def _needs_work(row: DeskRow) -> bool:
    return row.needs_work
