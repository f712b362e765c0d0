"""The editor in plain lines: what is said, and that nothing typed is lost."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tms.config import Preferences, read_preferences, settings_for
from tms.tui.actions import ACTIONS
from tms.tui.habits import Habits
from tms.tui.language import use_language
from tms.tui.linear.article import Article
from tms.tui.linear.article_writing import read_breaks, show_breaks
from tms.tui.linear.commands import COMMANDS, Level, Order, Unclear, list_commands, read_order, render_commands_markdown
from tms.tui.linear.home import Home
from tms.tui.linear.kept_lines import KeptLines
from tms.tui.linear.letters import list_spaces, say_harmless, say_silent, spell
from tms.tui.linear.loop import converse
from tms.tui.linear.opening import greet
from tms.tui.linear.speech import say_change, say_differences, say_heading, say_texts
from tms.tui.linear.speech_beside import count_findings, say_comment, say_event, say_finding, say_match
from tms.tui.linear.voice import Voice
from tms.values import (
    CommentView,
    Desk,
    DeskRow,
    EventKind,
    Finding,
    HistoryEntry,
    Kind,
    Match,
    MatchKind,
    Origin,
    Save,
    Severity,
    State,
)
from tms.values import (
    Level as ChangeLevel,
)
from tms.workflow.demo import HYMN, WEDDING
from tms.workflow.diffing import diff_words
from tms.workflow.editing import save_translation
from tms.workflow.labelling import label_article
from tms.workflow.reading import load_desk
from tms.workflow.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0

# What is said.

ROW = DeskRow("s1", Kind.QUOTE, 2, "Four years.", 1, "Cuatro años.", State.TRANSLATED, Origin.HUMAN, 3)
STALE = DeskRow(
    *("s1", Kind.PARAGRAPH, 2, "For five years.", 2, "Desde hace cuatro años.", State.TRANSLATED, Origin.HUMAN, 3),
    level=ChangeLevel.CONTENT,
    reasons=("number four -> five",),
    behind=1,
    made_from_text="For four years.",
)
DRAFT = DeskRow("s1", Kind.QUOTE, 2, "Four.", 1, "Cuatro.", State.DRAFT, Origin.MACHINE, 1, engine="DeepL")
DESK = Desk("p", "a", "T", "en", "es", ())


@pytest.mark.parametrize(
    ("row", "is_moved", "said"),
    [
        pytest.param(ROW, True, "Moved to 3 of 12, quote, translated.", id="moved"),
        pytest.param(DRAFT, False, "Number 3 of 12, quote, draft by DeepL.", id="a machine's draft says whose"),
        pytest.param(
            STALE,
            True,
            "Moved to 3 of 12, paragraph, out of date, was translated: number four became five.",
            id="out of date says why, in words",
        ),
    ],
)
def test_a_paragraph_says_where_it_stands(row: DeskRow, said: str, *, is_moved: bool) -> None:
    assert say_heading(row, 3, 12, is_moved=is_moved) == said


def test_source_and_translation_are_a_line_each_with_their_language() -> None:
    assert say_texts(ROW, DESK) == ("English: Four years.", "Spanish: Cuatro años.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("For four years", "For five years", ("“four” became “five”, after “For”",), id="exchanged"),
        pytest.param("all the women", "women", ("“all the” was taken out",), id="taken out"),
        pytest.param("it was", "it was not", ("“not” was added, after “it was”",), id="added"),
        pytest.param("same", "same", (), id="the same"),
    ],
)
def test_differences_are_said_without_signs(old: str, new: str, said: tuple[str, ...]) -> None:
    assert say_differences(diff_words(old, new)) == said


def test_a_change_says_why_and_what_became_what() -> None:
    pieces = diff_words(STALE.made_from_text or "", STALE.source)
    assert say_change(STALE, pieces, None) == (
        "Out of date, 1 change behind: number four became five.",
        "Change in the English: “four” became “five”, after “For”.",
    )


def test_a_repair_of_spaces_is_heard() -> None:
    finding = Finding(
        *("french-spacing", "typographical", Severity.WARNING, "no space before “?”"),
        start=3,
        end=3,
        fix="Oui\u202f?",
        replacement="\u202f",
    )
    said = "Finding 1, warning: no space before “?”. Repair: put in “ (narrow no-break space) ”."
    assert say_finding(1, finding, "Oui?") == said
    assert count_findings([finding, finding]) == "2 warnings"


def test_matches_events_and_comments_are_one_line_each() -> None:
    match = Match(87, MatchKind.FUZZY, "For four years.", "Desde hace cuatro años.", "human", "p/a", "s1")
    assert say_match(1, match, diff_words(match.source, "For five years.")) == (
        "Match 1, 87 percent, from p/a: Desde hace cuatro años. (In its source: “four” became “five”, after “For”.)"
    )
    at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    when = f"{at.astimezone():%Y-%m-%d %H:%M}"
    entry = HistoryEntry(4, EventKind.RETURNED, at, "Noor", "Texto", State.DRAFT, "too long")
    assert say_event(entry) == f"4: {when}, given back by Noor, draft, because: too long. Texto"
    comment = CommentView(9, "", "Noor", at, "Which?", is_question=True, is_resolved=False)
    assert say_comment(2, comment) == f"2: question by Noor, {when}, not settled: Which?"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Été", "capital e acute, t, e acute"),
        ("cœur", "c, o e ligature, u, r"),
        ("niño", "n, i, n tilde, o"),
        ("reçu", "r, e, c cedilla, u"),
        ("e\u0301", "e acute"),
        ("«¿Œ", "opening guillemet, opening question mark, capital o e ligature"),
        ("l’an", "l, apostrophe, a, n"),
        ("4\u202f000", "4, narrow no-break space, 0, 0, 0"),
        ("ئۇ", "ئ, ۇ"),
        ("\ue000", "sign E000"),
    ],
)
def test_words_are_spelt_with_their_accents_named(word: str, said: str) -> None:
    assert spell(word) == said


def test_spaces_are_said_by_kind_and_place() -> None:
    assert list_spaces("«\u00a0Oui  non\u202f? ") == (
        "no-break space between “«” and “Oui”",
        "2 spaces between “Oui” and “non”",
        "narrow no-break space between “non” and “?”",
        "space at the end, after “?”",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("a\x1b[31mb", "a(escape sign)[31mb"),
        ("a\nb", "a (line break) b"),
        ("a\tb\rc", "a(tab)b(carriage return)c"),
        ("\u202eabc\u202c", "(right-to-left override)abc(end of the direction sign)"),
        ("\x9b2J", "(control sign 009B)2J"),
        ("\ud800", "(half a character)"),
        ("ئۇيغۇر 中", "ئۇيغۇر 中"),
    ],
)
def test_what_a_terminal_would_obey_is_said_in_words(text: str, said: str) -> None:
    assert say_harmless(text) == said


@settings(max_examples=40, deadline=None)
@given(st.text(), st.booleans())
def test_whatever_is_said_is_one_line_without_controls(text: str, is_silent: bool) -> None:  # noqa: FBT001 - hypothesis gives it by position
    said = say_silent(text) if is_silent else say_harmless(text)
    stream = io.StringIO()
    Voice(stream, Habits()).say(said)
    written = stream.getvalue().encode()
    assert written.endswith(b"\n")
    assert not [byte for byte in written[:-1] if byte < 0x20 or byte == 0x7F]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="a\\n\n:."))
def test_line_breaks_come_back_from_the_line_in_which_they_are_edited(text: str) -> None:
    shown = show_breaks(text)
    assert "\n" not in shown
    assert read_breaks(shown) == text


# Commands.


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("next", "next", ""),
        ("n", "next", ""),
        ("next open", "next open", ""),
        ("NEXT_STALE", "next stale", ""),
        ("next-untranslated", "next untranslated", ""),
        ("12", "go", "12"),
        ("g 3", "go", "3"),
        ("i2", "insert", "2"),
        ("insert 2", "insert", "2"),
        ("conco deux  mots", "concordance", "deux  mots"),
        ("w 2 it is a title", "waive", "2 it is a title"),
        ("still valid the number was", "still valid", "the number was"),
        ("term 1 after de los", "term", "1 after de los"),
    ],
)
def test_a_command_is_its_name_its_short_form_or_a_beginning_of_its_own(line: str, name: str, rest: str) -> None:
    order = read_order(line, Level.ARTICLE)
    assert isinstance(order, Order)
    assert (order.command.name, order.rest) == (name, rest)


def test_a_beginning_of_several_names_is_asked_about() -> None:
    assert read_order("ter", Level.ARTICLE) == Unclear("ter", ("terms", "term"))
    assert read_order("xyz", Level.ARTICLE) == Unclear("xyz")


@pytest.mark.parametrize(("level", "face"), [(Level.HOME, Home), (Level.ARTICLE, Article)])
def test_every_command_is_a_method_and_no_name_means_two_things(level: Level, face: type) -> None:
    known = list_commands(level)
    assert [command.name for command in known if not callable(getattr(face, command.method, None))] == []
    names = [name for command in known for name in {command.name, command.short}]
    assert sorted(names) == sorted(set(names))


def test_commands_that_mean_an_action_name_one_that_is_there() -> None:
    known = {action.name for action in ACTIONS}
    assert [command.name for command in COMMANDS if command.action and command.action not in known] == []


def test_the_page_for_screen_readers_has_the_table() -> None:
    page = (ROOT / "docs" / "screen-readers.md").read_text(encoding="utf-8")
    assert render_commands_markdown() in page


def test_plain_lines_need_no_textual_and_the_first_of_them_no_database() -> None:
    code = (
        "import sys; import tms.tui.linear; print({'textual', 'rich'} & {name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_plain_lines_can_be_a_preference(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("linear = true\n", encoding="utf-8")
    assert read_preferences({"TMS_HOME": str(tmp_path)}).linear
    assert not read_preferences({"TMS_HOME": str(tmp_path / "none")}).linear


# Conversations.


@dataclass
class Person:
    """Somebody who types lines into the demo and hears what is said."""

    workspace: Workspace
    state: Path

    def say(self, *lines: str) -> list[str]:
        """Type these lines, then leave; all that was said."""
        heard = io.StringIO()
        source = io.StringIO("".join(line + "\n" for line in lines))
        converse(self.workspace, Preferences(state=self.state), source, heard)
        return heard.getvalue().splitlines()

    def open(self, ref: str, language: str, *lines: str) -> list[str]:
        """Open an article by its title and say lines there; what was said since."""
        title = load_desk(self.workspace, ref, language).title
        languages = {"fr": "French", "es": "Spanish"}
        heard = self.say("articles", f"find {title}, {languages[language]}", "1", *lines)
        return heard[next(n for n, line in enumerate(heard) if line.startswith(f"{title}, English to")) :]


@pytest.fixture
def person(workspace: Workspace, tmp_path: Path) -> Person:
    who = Person(workspace, tmp_path / "state")
    # What lies beside a paragraph takes a moment to find.
    who.say("brief")
    return who


def test_a_translator_types_confirms_and_hears_what_became_of_it(person: Person) -> None:
    heard = person.open(HYMN, "fr", "Un cantique à voix basse", ":c", "", ":p", ":st")
    assert heard[2:5] == [
        "Number 1 of 6, heading, nothing yet.",
        "English: A hymn in a low voice",
        "French: nothing yet.",
    ]
    assert "Kept, 5 words, not saved yet." in heard
    assert "Saved as translated, 1 of 6 done." in heard
    assert any(line.startswith("Moved to 2 of 6, paragraph, nothing yet") for line in heard)
    assert "This paragraph is saved." in heard
    row = load_desk(person.workspace, HYMN, "fr").rows[0]
    assert (row.text, row.state, row.working_text) == ("Un cantique à voix basse", State.TRANSLATED, None)


def test_what_was_typed_and_not_saved_is_there_the_next_time_and_undo_reaches_behind_it(person: Person) -> None:
    person.open(HYMN, "fr", "Un hymne", "Un cantique")
    heard = person.open(HYMN, "fr", ":undo", ":undo", ":undo", ":redo")
    assert "French, typed, not saved: Un cantique" in heard
    assert "French, typed, not saved: Un hymne" in heard
    assert "There is nothing to take back." in heard
    assert load_desk(person.workspace, HYMN, "fr").rows[0].working_text == "Un hymne"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["::-) dit-elle"], ":-) dit-elle", id="a colon at the beginning"),
        pytest.param([":long", "Un", "", "deux", "..", ":q", "."], "Un\n\ndeux\n.\n:q", id="several lines"),
        pytest.param([":long", "Un", "deux"], "Un\ndeux", id="several lines that nobody ended"),
        pytest.param(["Un hymne bas", ":e", "hymne", "cantique"], "Un cantique bas", id="words replaced"),
        pytest.param(["3"], "3", id="a number is a text"),
        pytest.param(["[bold]x[/bold] \\n"], "[bold]x[/bold] \\n", id="nothing in a line is interpreted"),
        pytest.param([":copy source", ":empty"], "", id="emptied"),
    ],
)
def test_any_text_can_be_typed(person: Person, lines: list[str], text: str) -> None:
    person.open(HYMN, "fr", *lines)
    row = load_desk(person.workspace, HYMN, "fr").rows[0]
    assert (row.working_text or "") == text


def test_home_says_what_there_is_to_do_with_its_time_and_puts_off_what_is_not_for_today(person: Person) -> None:
    heard = person.say("skip 1", "recent")
    first = next(line for line in heard if line.startswith("1. "))
    assert re.fullmatch(r"1\. now: Who reads the letters, \w+, .*, about \d+ minutes?\.", first)
    assert "At the end until tomorrow." in heard
    assert not any("->" in line or "—" in line for line in heard)
    assert any("not today: Who reads the letters" in line for line in person.say())


def test_fifteen_minutes_lead_from_one_paragraph_to_the_next_and_home(person: Person) -> None:
    heard = person.say("fifteen 1", ":cs", ":c", *[":cs", ":c"] * 3)
    assert any(re.match(r"\d+ paragraphs?, about \d+ minutes?\.", line) for line in heard)
    assert any(re.match(r"\d of \d paragraphs? done", line) for line in heard)


def test_a_labelled_article_says_its_notice_first_and_nothing_of_its_text(person: Person) -> None:
    label_article(person.workspace, HYMN, ["death of a child"])
    title = load_desk(person.workspace, HYMN, "fr").title
    lines = ("articles", "find death of a child, French", "1")
    heard = person.say(*lines, "")
    assert "This article is about: death of a child." in heard
    assert "Not opened." in heard
    assert not any(title in line for line in heard)
    assert f"English: {title}" in person.say(*lines, "yes")
    assert f"{title}, English to French." in person.open(HYMN, "fr")


def test_a_command_without_its_colon_is_taken_as_text_and_said_to_be(person: Person) -> None:
    heard = person.open(HYMN, "fr", "next", ":undo")
    assert "This was taken for the translation. The command is :next; :undo takes the text back." in heard
    assert load_desk(person.workspace, HYMN, "fr").rows[0].working_text is None


def test_a_stale_paragraph_is_explained_repaired_and_confirmed(person: Person) -> None:
    heard = person.open(WEDDING, "es", ":change", ":accept", ":c")
    assert "3 paragraphs are out of date." not in heard
    assert "Change in the English: “five” became “six”, after “to them for”." in heard
    assert "Proposal: “cinco” becomes “seis”. Accept takes it." in heard
    assert any(line.startswith("Saved as translated") for line in heard)
    rows = load_desk(person.workspace, WEDDING, "es").rows
    assert not rows[2].is_stale
    assert "Hace seis años" in (rows[2].text or "")


def test_still_valid_asks_why_where_a_check_found_something_and_a_command_is_no_answer(person: Person) -> None:
    heard = person.open(WEDDING, "es", ":v", ":st", ":v", "it counts from the arrest", ":home")
    assert any(line.startswith("A check found something") for line in heard)
    assert heard.index("Paragraph 3 of 10.") < heard.index("Still valid: up to date again.")
    assert not load_desk(person.workspace, WEDDING, "es").rows[2].is_stale


def test_findings_are_let_stand_reviewed_and_given_back_by_word(person: Person) -> None:
    heard = person.open(
        HYMN,
        "es",
        ":3",
        ":f",
        ":w 1 not so",
        ":comments",
        ":settle 1",
        ":ok",
        ":3",
        ":b closer to the law",
        ":h",
        ":rs 1",
    )
    assert "Finding 1, warning: a question is open; settle it in the comments." in heard
    assert "The finding stands, with your reason." in heard
    assert "3 marked as reviewed." in heard
    assert "Given back as a draft, with your reason." in heard
    assert any("given back by me, draft, because: closer to the law" in line for line in heard)
    assert "Text 1 is back." in heard


def test_a_conflict_says_both_texts_and_overwrites_nothing_that_nobody_chose(person: Person) -> None:
    key = load_desk(person.workspace, HYMN, "fr").rows[0].key
    person.open(HYMN, "fr", "Le mien")
    save_translation(person.workspace, Save(HYMN, key, "fr", "Le leur"))
    heard = person.open(HYMN, "fr", ":1", ":s", "", ":st", ":s")
    assert {"Yours: Le mien", "Theirs: Le leur"} <= set(heard)
    assert "Yours is kept, not saved. Saving it now replaces theirs; the history has both." in heard
    row = load_desk(person.workspace, HYMN, "fr").rows[0]
    assert (row.text, row.working_text) == ("Le mien", None)


def test_theirs_stands_when_it_is_chosen_and_mine_is_in_the_history(person: Person) -> None:
    key = load_desk(person.workspace, HYMN, "fr").rows[0].key
    person.open(HYMN, "fr", "Le mien")
    save_translation(person.workspace, Save(HYMN, key, "fr", "Le leur"))
    heard = person.open(HYMN, "fr", ":1", ":c", "theirs", ":1", ":h")
    assert load_desk(person.workspace, HYMN, "fr").rows[0].text == "Le leur"
    assert any(line.endswith("Le mien") for line in heard)


def test_markup_is_put_in_around_words_and_left_out_in_reading(person: Person) -> None:
    text = "Su madre y su padre viven en Kasgar, en la Región Autónoma Uigur de Sinkiang."
    heard = person.open(
        WEDDING, "es", ":3", text, ":tags", ":tag 1 around Región Autónoma Uigur de Sinkiang", ":tags", ":plain"
    )
    assert "1 tag is missing." in heard
    assert "0 tags are missing." in heard
    link = "[Región Autónoma Uigur de Sinkiang](https://example.org/en/xinjiang)"
    assert load_desk(person.workspace, WEDDING, "es").rows[2].working_text == text.replace(link[1:34], link)
    assert f"Spanish: {text}" in heard


def test_brief_is_remembered_and_says_less(person: Person) -> None:
    person.say("full")
    full = person.open(WEDDING, "es", ":brief")
    brief = person.open(WEDDING, "es")
    assert any(line.startswith("Beside it:") for line in full)
    assert not any(line.startswith("Beside it:") for line in brief)


def test_hostile_text_is_said_in_words(person: Person) -> None:
    heard = person.open(HYMN, "fr", "a\x1b[2J \u202e[bold]b", ":r")
    assert "French, typed, not saved: a(escape sign)[2J (right-to-left override)[bold]b" in heard
    assert not any(ord(character) < 0x20 for line in heard for character in line)


def test_a_mistyped_command_or_number_is_told_and_nothing_happens(person: Person) -> None:
    heard = person.open(HYMN, "fr", ":foo", ":go 99", ":insert 1", ":ter", ":help go")
    assert "There is no command “foo” here. :help lists them." in heard
    assert "Not done: “99” is not one of the numbers." in heard
    assert "Which one: terms, term?" in heard
    assert "go NUMBER, short g: Go to this paragraph; its number alone does the same." in heard


def test_what_is_typed_while_the_database_is_away_is_kept_on_this_machine_and_comes_back(
    person: Person, folder: Path
) -> None:
    database, away = folder / ".tms" / "tms.db", folder / "away.db"
    heard = io.StringIO()

    class Source(io.StringIO):
        """The database goes away before the second line in the article."""

        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size)
            if line.startswith("Un cantique"):
                database.rename(away)
            return line

    lines = "articles\nfind hymn, french\n1\nUn hymne\nUn cantique\n:c\n"
    converse(person.workspace, Preferences(state=person.state), Source(lines), heard)
    said = heard.getvalue().splitlines()
    assert "The database is away: the text is kept on this machine." in said
    assert not any(line.startswith("Saved as") for line in said)
    assert not database.exists()
    away.rename(database)
    assert "1 paragraph that was kept on this machine is back." in person.say()
    assert load_desk(person.workspace, HYMN, "fr").rows[0].working_text == "Un cantique"


# A line that was not entered.


def test_lines_that_were_not_entered_are_kept_for_each_paragraph(tmp_path: Path) -> None:
    kept = KeptLines(tmp_path, Path("/ws"))
    kept.keep("p/a fr s1", "Un")
    kept.keep("p/a fr s2", "Deux")
    again = KeptLines(tmp_path, Path("/ws"))
    assert (again.find("p/a fr s1"), again.find_last()) == ("Un", "p/a fr s2")
    assert KeptLines(tmp_path, Path("/other")).find_last() is None
    again.keep("p/a fr s2", "")
    assert KeptLines(tmp_path, Path("/ws")).find_last() == "p/a fr s1"


# A real terminal, and files.

TYPED = "« À voix basse… » œuvre"


@dataclass
class Terminal:
    """The program on a pseudo-terminal."""

    process: int
    handle: int
    written: bytes = b""

    @property
    def heard(self) -> str:
        """What was said since something was typed; a letter may still lack its second half."""
        return self.written.decode("utf-8", "replace")

    def hear(self, words: str) -> None:
        """Listen until these words are said."""
        end = time.monotonic() + PATIENCE
        while words not in self.heard:
            assert time.monotonic() < end, f"never heard {words!r} in {self.heard!r}"
            if select.select([self.handle], [], [], 0.1)[0]:
                with suppress(OSError):
                    self.written += os.read(self.handle, 65536)

    def type(self, text: str) -> None:
        """Type something."""
        self.written = b""
        os.write(self.handle, text.encode())


def environ_for(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "TMS_WORKSPACE": str(folder),
        "TMS_HOME": str(folder.parent / "home"),
        "TERM": "dumb",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


@contextmanager
def terminal(folder: Path) -> Iterator[Terminal]:
    process, handle = pty.fork()
    if process == 0:
        os.execve(sys.executable, [sys.executable, "-m", "tms", "--linear"], environ_for(folder))
    try:
        yield Terminal(process, handle)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(handle)


def test_after_kill_9_in_the_middle_of_a_line_nothing_is_lost(folder: Path) -> None:
    with terminal(folder) as tms:
        tms.hear("home: ")
        tms.type("articles\r")
        tms.hear("home: ")
        tms.type("find hymn, french\r")
        tms.hear("home: ")
        tms.type("1\r")
        tms.hear("\n1: ")
        tms.type(f"{TYPED}\r")
        tms.hear("not saved yet")
        tms.type(":n\r")
        tms.hear("\n2: ")
        tms.type("La señora Han")
        tms.hear("La señora Han")
        tms.type("\x03")
        tms.hear("2: La señora Han")
        tms.type(" aprendió")
        lines = KeptLines(folder.parent / "home", folder)
        end = time.monotonic() + PATIENCE
        while "aprendió" not in lines.find(lines.find_last() or ""):
            assert time.monotonic() < end
            time.sleep(0.1)
            lines = KeptLines(folder.parent / "home", folder)
        os.kill(tms.process, signal.SIGKILL)
    with terminal(folder) as tms:
        tms.hear("La señora Han aprendió\r\nresume goes on with it.")
        tms.hear("home: ")
        tms.type("resume\r")
        tms.hear("\n2: La señora Han aprendió")
        tms.type("\r")
        tms.hear("Kept, 4 words")
        tms.hear("\n2: ")
        tms.type("\x04")
        tms.hear("What was typed is kept.")
    with terminal_free(folder) as opened:
        rows = load_desk(opened, HYMN, "fr").rows
    assert [row.working_text for row in rows[:2]] == [TYPED, "La señora Han aprendió"]


@contextmanager
def terminal_free(folder: Path) -> Iterator[Workspace]:
    opened = open_workspace(settings_for(folder))
    try:
        yield opened
    finally:
        opened.close()


def test_a_file_of_lines_is_obeyed_without_prompts_or_controls(folder: Path) -> None:
    script = b"articles\nfind hymn, french\n1\n\xc3\x80 voix\x1b[31m basse\n\xff\n:c\n"
    done = subprocess.run(
        [sys.executable, "-m", "tms", "--linear"],
        input=script,
        capture_output=True,
        env=environ_for(folder),
        check=True,
    )
    assert done.stderr == b""
    assert done.stdout.startswith(b"tms in plain lines, opening.")
    assert not [byte for byte in done.stdout if (byte < 0x20 and byte != 0x0A) or byte == 0x7F]
    lines = done.stdout.decode().splitlines()
    assert "Not done: the text contains half a character (a lone surrogate)." in lines
    assert not any(line.startswith(("home:", "1: ")) for line in lines)


def test_the_interface_language_is_the_persons_from_the_first_line_on(tmp_path: Path) -> None:
    heard = io.StringIO()
    try:
        greet(Preferences(state=tmp_path, language="fr"), heard)
        spelt = spell("Été")
    finally:
        use_language("en")
    assert heard.getvalue() == "tms en lignes simples, ouverture. help donne les commandes.\n"
    assert spelt == "majuscule e accent aigu, t, e accent aigu"
