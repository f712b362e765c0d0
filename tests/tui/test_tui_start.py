"""The program starts: a first picture at once, the rest behind it, and no key that was typed meanwhile is lost."""

import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.keys import _character_to_key

from tests.tui.conftest import Stage, bring_back, move_away
from tms.__main__ import _read_plain
from tms.cli import run
from tms.config import settings_for
from tms.errors import NotFoundError
from tms.store import journal
from tms.store.database import make_engine
from tms.tui import TmsApp
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.notice_dialog import NoticeDialog
from tms.tui.screens.opening import OpeningScreen
from tms.values import Place, Trail
from tms.workflow.demo import HYMN
from tms.workflow.glancing import glance_at
from tms.workflow.journaling import Noted, identify, note_typed
from tms.workflow.reading import load_desk
from tms.workflow.trails import keep_trail, load_trail
from tms.workflow.workspace import Workspace

SLOW = {"sqlalchemy", "sqlmodel", "alembic", "numpy", "babel", "rapidfuzz", "typer", "deepl", "jinja2", "markdown_it"}
FRENCH = Place(HYMN, "fr")
HYMN_TEXT = "A hymn in a low voice"


@asynccontextmanager
async def opening(workspace: Workspace, place: Place | None = FRENCH) -> AsyncIterator[Stage]:
    """The application as the command line starts it, from its first picture on."""
    app = TmsApp(workspace.settings, place=place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        yield Stage(app, pilot, workspace)
    if app.opened is not None:
        app.opened.close()


def test_the_first_picture_needs_nothing_slow() -> None:
    code = (
        "import sys; import tms.tui.app, tms.tui.screens.opening; "
        "print(*(name.split('.')[0] for name in sys.modules), *(name for name in sys.modules if name[:4] == 'tms.'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "textual" in loaded
    assert loaded & SLOW == set()
    assert not {
        name
        for name in loaded
        if name.startswith(
            ("tms.checks", "tms.values.alignments", "tms.values.queue", "tms.models", "tms.cli", "tms.tracking")
        )
    }


async def test_keys_typed_while_it_opens_reach_the_article_in_their_order(workspace: Workspace) -> None:
    async with opening(workspace) as stage:
        assert isinstance(stage.app.screen, OpeningScreen)
        for character in "Ça ":
            stage.app.post_message(Key(_character_to_key(character), character))
        stage.app.post_message(Paste("« collé »"))
        for character in " œuvre":
            stage.app.post_message(Key(_character_to_key(character), character))
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.app.screen.is_ready)
        await stage.until(lambda: stage.typed.endswith("œuvre"))
        assert stage.typed == "Ça « collé » œuvre"


async def test_keys_typed_while_a_desk_is_read_are_not_lost(workspace: Workspace) -> None:
    async with opening(workspace, None) as stage:
        await stage.see("A hymn in a low voice")
        stage.app.push_screen(DeskScreen(stage.app.workspace, HYMN, "fr"))
        for character in "Un chant":
            stage.app.post_message(Key(_character_to_key(character), character))
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.typed == "Un chant")


async def test_what_was_typed_early_does_not_answer_the_notice_before_a_labelled_article(workspace: Workspace) -> None:
    with sqlite3.connect(workspace.settings.data / "tms.db") as connection:
        connection.execute("UPDATE article SET label = 'torture'")
    async with opening(workspace) as stage:
        for key, character in (("y", "y"), ("enter", "\r"), ("a", "a")):
            stage.app.post_message(Key(key, character))
        await stage.until(lambda: isinstance(stage.app.screen, NoticeDialog))
        await stage.pilot.pause(0.1)
        assert isinstance(stage.app.screen, NoticeDialog)
        assert HYMN_TEXT not in stage.text


async def test_leaving_an_article_that_was_opened_at_once_leads_home(workspace: Workspace) -> None:
    async with opening(workspace) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.app.screen.is_ready)
        await stage.press("escape")
        await stage.until(lambda: "What a label does not say" in stage.text)


async def test_at_start_what_the_journal_kept_for_too_long_goes(workspace: Workspace) -> None:
    trail = Trail(("", "Un chant"), 1)
    owner, old = identify(workspace), journal.Place(HYMN, "fr", "s1")
    with workspace.journal.writing() as connection:
        journal.put_trail(connection, owner, old, trail, at=1.0)
    keep_trail(workspace, HYMN, "s2", "fr", trail)
    async with opening(workspace, None) as stage:
        await stage.until(lambda: load_trail(workspace, HYMN, "s1", "fr") == Trail())
    assert load_trail(workspace, HYMN, "s2", "fr") == trail


async def test_a_database_that_is_away_at_start_is_told_and_tried_again(workspace: Workspace, folder: Path) -> None:
    note_typed(workspace, HYMN, "fr", Noted("s1", "Un chant", 0))
    move_away(folder)
    async with opening(workspace) as stage:
        await stage.see("is not where it was")
        await stage.see("1 paragraph that was typed is safe on this machine")
        assert "^R tries again" in stage.text
        await stage.press("f3")
        await stage.see("not now: the database is not there")
        bring_back(folder)
        await stage.press("f5")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.typed == "Un chant")


async def test_a_damaged_database_is_told_and_the_program_can_be_left(workspace: Workspace, folder: Path) -> None:
    (folder / ".tms" / "tms.db").write_bytes(b"not a database at all" * 100)
    async with opening(workspace, None) as stage:
        await stage.see("is not a database or is damaged")
        assert "'tms restore FILE'" in stage.text
        assert "Nothing that was typed on this machine waits" in stage.text
        await stage.press("ctrl+q")
        await stage.until(lambda: not stage.app.is_running)
        assert stage.app.failure is None


async def test_a_server_that_is_down_at_start_is_told(folder: Path) -> None:
    settings = settings_for(folder, {"TMS_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/none"})
    app = TmsApp(settings, place=FRENCH)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, Workspace(settings, make_engine("sqlite://")))
        await stage.see("the database cannot be used")
        await stage.see("tries again")


async def test_the_program_can_be_left_while_it_opens(workspace: Workspace) -> None:
    async with opening(workspace) as stage:
        await stage.press("ctrl+q")
        await stage.until(lambda: not stage.app.is_running)
        assert stage.app.failure is None


async def test_an_article_that_is_not_there_ends_it_with_a_word(workspace: Workspace) -> None:
    async with opening(workspace, Place("no-such", "fr")) as stage:
        await stage.until(lambda: stage.app.failure is not None)
        assert isinstance(stage.app.failure, NotFoundError)


def test_a_glance_shows_the_rows_that_the_desk_will_show(workspace: Workspace) -> None:
    glance = glance_at(workspace.settings, Place(HYMN, "es", "s3"))
    desk = load_desk(workspace, HYMN, "es")
    assert glance is not None
    assert glance.key == "s3"
    assert glance.total == len(desk.rows)
    assert glance.desk == desk


def test_a_glance_begins_at_the_first_paragraph_without_translation(workspace: Workspace) -> None:
    glance = glance_at(workspace.settings, FRENCH)
    assert glance is not None
    assert glance.key == load_desk(workspace, HYMN, "fr").rows[0].key


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Place("no-such", "fr"), id="no such article"),
        pytest.param(Place(HYMN, "de"), id="a language it is not translated into"),
        pytest.param(Place(HYMN, '%"'), id="no language at all"),
    ],
)
def test_there_is_no_glance_at_what_is_not_there(workspace: Workspace, place: Place) -> None:
    assert glance_at(workspace.settings, place) is None


def test_a_labelled_article_is_not_shown_before_its_notice(workspace: Workspace) -> None:
    with sqlite3.connect(workspace.settings.data / "tms.db") as connection:
        connection.execute("UPDATE article SET label = 'torture'")
    assert glance_at(workspace.settings, FRENCH) is None


@pytest.mark.parametrize("content", [None, b"", b"not a database at all"], ids=["missing", "empty", "damaged"])
def test_a_database_that_cannot_be_read_gives_no_glance(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "tms.toml").write_text("", encoding="utf-8")
    (tmp_path / ".tms").mkdir()
    if content is not None:
        (tmp_path / ".tms" / "tms.db").write_bytes(content)
    assert glance_at(settings_for(tmp_path, {}), FRENCH) is None


def test_a_database_on_a_server_is_not_glanced_at(tmp_path: Path) -> None:
    (tmp_path / "tms.toml").write_text("", encoding="utf-8")
    settings = settings_for(tmp_path, {"TMS_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/none"})
    assert glance_at(settings, FRENCH) is None


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ("", {}),
        ("--workspace /w", {"--workspace": "/w"}),
        ("open a/b --lang fr", {"open": "a/b", "--lang": "fr"}),
        ("open a/b --segment s3 --lang fr", {"open": "a/b", "--lang": "fr", "--segment": "s3"}),
        ("open a/b", None),
        ("open a/b --lang", None),
        ("open --lang fr a/b", None),
        ("--help", None),
        ("--json", None),
        ("list", None),
        ("--lang fr", None),
        ("open a/b --lang fr --lang es", None),
    ],
)
def test_only_the_plainest_words_go_past_the_command_line(arguments: str, options: dict[str, str] | None) -> None:
    assert _read_plain(arguments.split()) == options


def test_without_a_terminal_open_says_what_it_needs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--workspace", str(folder), "open", HYMN, "--lang", "fr"]) == 2
    assert "the editor needs a terminal" in capsys.readouterr().err
