"""What another member does reaches an article that is open, within a moment and no more of it than changed."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Event

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.config import Settings
from tms.store.watching import CHANNEL
from tms.values import DeskRow, Role
from tms.workflow.editing import keep_working_copy
from tms.workflow.leases import stay
from tms.workflow.locals import add_local
from tms.workflow.people import add_member
from tms.workflow.reading import load_desk, load_row
from tms.workflow.watching import ArticleWatch, Changes, News
from tms.workflow.workspace import Workspace, open_workspace

PATIENCE_SECONDS = 10.0


@dataclass
class Screen:
    """The rows that somebody sees."""

    rows: Sequence[DeskRow]
    busy: frozenset[str] = frozenset()

    def list_rows(self) -> Sequence[DeskRow]:
        return self.rows

    def is_busy(self, key: str) -> bool:
        return key in self.busy


def open_as(workspace: Workspace, member: str) -> Workspace:
    settings = workspace.settings
    return open_workspace(Settings(settings.workspace, settings.database_url, member=member))


@pytest.fixture
def me(any_workspace: Workspace) -> Iterator[Workspace]:
    import_text(any_workspace, RIVER_TEXT)
    add_member(any_workspace, "Noor", Role.TRANSLATOR)
    opened = open_as(any_workspace, "me")
    yield opened
    opened.close()


@pytest.fixture
def noor(me: Workspace) -> Iterator[Workspace]:
    opened = open_as(me, "Noor")
    yield opened
    opened.close()


def make_watch(me: Workspace, screen: Screen | None = None) -> tuple[Screen, ArticleWatch]:
    screen = screen or Screen(load_desk(me, RIVER, "fr").rows)
    watch = ArticleWatch(me, RIVER, "fr", screen)
    news = watch.look()
    assert (news.rows, news.is_other_article, news.is_said) == ((), False, False)
    return screen, watch


def list_keys(news: News) -> list[str]:
    return [new.row.key for new in news.rows]


def test_a_save_of_another_member_is_noticed_soon(me: Workspace, noor: Workspace) -> None:
    changes = Changes(me, Event())
    while changes.wait():
        pass
    translate(noor, "s2", "Personne ne traversa.")
    start = time.monotonic()
    while not changes.wait():
        assert time.monotonic() - start < PATIENCE_SECONDS
    assert not changes.wait()
    changes.close()


def test_waiting_ends_when_it_is_told_to_stop(me: Workspace) -> None:
    stop = Event()
    changes = Changes(me, stop)
    changes.wait()
    stop.set()
    start = time.monotonic()
    changes.wait()
    changes.close()
    assert time.monotonic() - start < 0.4


def test_only_the_paragraph_that_was_saved_is_read_again(me: Workspace, noor: Workspace) -> None:
    _screen, watch = make_watch(me)
    translate(noor, "s2", "Personne ne traversa.")
    news = watch.look()
    assert [(new.row, new.who, new.is_mine) for new in news.rows] == [(load_row(me, RIVER, "s2", "fr"), "Noor", False)]
    assert not news.is_other_article


def test_what_is_on_the_screen_already_is_no_news(me: Workspace, noor: Workspace) -> None:
    screen, watch = make_watch(me)
    translate(noor, "s2", "Personne ne traversa.")
    screen.rows = load_desk(me, RIVER, "fr").rows
    assert not watch.look()


def test_who_else_is_there_is_news_once(me: Workspace, noor: Workspace) -> None:
    _screen, watch = make_watch(me)
    stay(noor, RIVER, "fr", "s2")
    company = watch.look().company
    assert company is not None
    assert [(one.key, one.who) for one in company.presences] == [("s2", "Noor")]
    assert not watch.look()


def test_another_language_and_what_somebody_types_are_no_news(me: Workspace, noor: Workspace) -> None:
    _screen, watch = make_watch(me)
    translate(noor, "s2", "Nadie cruzó.", language="es")
    keep_working_copy(noor, RIVER, "s3", "fr", "Le pont", 0)
    assert not watch.look()


def test_a_paragraph_that_is_being_saved_here_is_looked_at_again_afterwards(me: Workspace, noor: Workspace) -> None:
    screen, watch = make_watch(me)
    screen.busy = frozenset({"s2"})
    translate(noor, "s2", "Personne ne traversa.")
    translate(noor, "s3", "Le pont est fermé.")
    assert list_keys(watch.look()) == ["s3"]
    assert watch.is_unfinished
    screen.rows = tuple(load_row(me, RIVER, "s3", "fr") if row.key == "s3" else row for row in screen.rows)
    screen.busy = frozenset()
    assert list_keys(watch.look()) == ["s2"]
    assert not watch.is_unfinished


def test_what_was_saved_between_reading_and_watching_is_found(me: Workspace, noor: Workspace) -> None:
    rows = load_desk(me, RIVER, "fr").rows
    translate(noor, "s2", "Personne ne traversa.")
    watch = ArticleWatch(me, RIVER, "fr", Screen(rows))
    assert list_keys(watch.look()) == ["s2"]


def test_a_change_of_the_english_makes_its_paragraph_stale_on_the_screen(me: Workspace, noor: Workspace) -> None:
    translate(me, "s3", "Le pont est fermé depuis 2016, et 4 000 personnes vivent de l'autre côté.")
    _screen, watch = make_watch(me)
    import_text(noor, RIVER_TEXT.replace("4,000", "5,000"))
    news = watch.look()
    assert [(new.row.key, new.row.is_stale) for new in news.rows] == [("s3", True)]
    assert not news.is_other_article


@pytest.mark.parametrize("change", ["new", "gone", "own"])
def test_paragraphs_that_come_or_go_ask_for_the_whole_article(me: Workspace, noor: Workspace, change: str) -> None:
    _screen, watch = make_watch(me)
    if change == "new":
        import_text(noor, RIVER_TEXT + "\nThe letters stopped in spring.\n")
    elif change == "gone":
        import_text(noor, RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", ""))
    else:
        add_local(noor, RIVER, "fr", "s2")
    assert watch.look().is_other_article


def test_what_i_am_typing_in_a_paragraph_of_my_own_that_was_taken_out_is_no_news(me: Workspace) -> None:
    key = add_local(me, RIVER, "fr", "s2")
    screen, _watch = make_watch(me)
    translate(me, key, "Une note")
    translate(me, key, "")
    gone = load_row(me, RIVER, key, "fr")
    screen.rows = tuple(replace(gone, working_text="Une n") if row.key == key else row for row in screen.rows)
    make_watch(me, screen)


def test_what_is_told_on_a_server_has_no_text_in_it(
    postgres_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import psycopg

    from tests.conftest import make_workspace

    made = make_workspace(tmp_path_factory.mktemp("pg") / "w", postgres_url)
    import_text(made, RIVER_TEXT)
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        translate(made, "s2", "Personne ne traversa.")
        keep_working_copy(made, RIVER, "s3", "fr", "Le pont", 0)
        told = [notice.payload for notice in listener.notifies(timeout=0.5)]
    made.close()
    assert told == [""]
