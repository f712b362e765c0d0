"""The journal keeps what was typed on this machine, whole and for its owner's eyes."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tms.errors import JournalError
from tms.store import journal as store
from tms.store.journal import Journal, Owner, Place
from tms.values import Origin, Save, State, Trail

ME, OTHER = Owner("db", "me"), Owner("db", "other")
HERE, THERE = Place("blog/one", "fr", "s1"), Place("blog/two", "es", "s1")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / ".tms")


def list_texts(journal: Journal, owner: Owner = ME, ref: str | None = None) -> list[str | None]:
    with journal.writing() as connection:
        return [typed.text for typed in store.list_typed(connection, owner, ref)]


def test_what_was_typed_is_there_for_its_owner_only(journal: Journal) -> None:
    with journal.writing() as connection:
        store.put_typed(connection, ME, HERE, "« Été »", revision=3, at=1.0)
        store.put_typed(connection, OTHER, HERE, "autre", revision=3, at=2.0)
        store.put_typed(connection, ME, THERE, None, revision=0, at=3.0)
    assert list_texts(journal) == ["« Été »", None]
    assert list_texts(journal, ref="blog/one") == ["« Été »"]
    assert list_texts(journal, OTHER) == ["autre"]
    assert list_texts(journal, Owner("elsewhere", "me")) == []


def test_a_later_stroke_stays_unsent_when_an_earlier_one_is_stored(journal: Journal) -> None:
    with journal.writing() as connection:
        first = store.put_typed(connection, ME, HERE, "a", revision=0, at=1.0)
        second = store.put_typed(connection, ME, HERE, "ab", revision=0, at=2.0)
        store.mark_stored(connection, ME, HERE, "a", first)
    with journal.writing() as connection:
        (left,) = store.list_typed(connection, ME)
        assert (left.text, left.stored) == ("ab", "a")
        store.mark_stored(connection, ME, HERE, "ab", second)
    assert list_texts(journal) == []


def test_a_new_stroke_follows_on_what_is_stored(journal: Journal) -> None:
    with journal.writing() as connection:
        stamp = store.put_typed(connection, ME, HERE, "a", revision=0, at=1.0)
        store.mark_stored(connection, ME, HERE, "a", stamp)
        store.put_typed(connection, ME, HERE, "b", revision=0, at=2.0)
        assert [(typed.text, typed.stored) for typed in store.list_typed(connection, ME)] == [("b", "a")]


def test_saves_wait_in_the_order_in_which_they_were_asked_for(journal: Journal) -> None:
    first = Save("blog/one", "s2", "fr", "Un", State.DRAFT, 4, source_version=2, replaces_typing=True)
    second = Save("blog/one", "s1", "fr", "Deux", State.TRANSLATED, 0, Origin.MEMORY, "", "why", replaces_typing=True)
    with journal.writing() as connection:
        number = store.add_wish(connection, ME, first, at=2.0)
        store.add_wish(connection, ME, second, at=1.0)
        assert [wish.save for wish in store.list_wishes(connection, ME)] == [first, second]
        store.drop_wish(connection, number)
        assert [wish.save for wish in store.list_wishes(connection, ME, "blog/one")] == [second]
        assert store.list_wishes(connection, ME, "blog/two") == []


def test_a_transaction_that_fails_leaves_nothing(journal: Journal) -> None:
    def fail() -> None:
        with journal.writing() as connection:
            store.put_typed(connection, ME, HERE, "half", revision=0, at=1.0)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert list_texts(journal) == []


def test_the_file_is_for_its_owner_alone(journal: Journal) -> None:
    journal.path.parent.mkdir()
    journal.path.touch(0o644)
    with journal.writing() as connection:
        store.put_typed(connection, ME, HERE, "secret", revision=0, at=1.0)
        assert {path.name: path.stat().st_mode & 0o777 for path in journal.path.parent.iterdir()} == {
            "journal.db": 0o600,
            "journal.db-wal": 0o600,
            "journal.db-shm": 0o600,
        }


def test_what_is_written_survives_a_kill(journal: Journal) -> None:
    code = (
        "import os, sys; from pathlib import Path; from tms.store import journal as store\n"
        "j = store.Journal(Path(sys.argv[1]))\n"
        "with j.writing() as c: store.put_typed(c, store.Owner('db', 'me'), store.Place('blog/one', 'fr', 's1'),"
        " 'œuvre', revision=0, at=1.0)\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(journal.path.parent)], check=False)
    assert list_texts(journal) == ["œuvre"]


def test_threads_take_turns(journal: Journal) -> None:
    def work(number: int) -> None:
        for stroke in range(20):
            with journal.writing() as connection:
                store.put_typed(connection, ME, Place("a/b", "fr", f"s{number}"), str(stroke), revision=0, at=1.0)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list_texts(journal) == ["19"] * 4


def test_a_journal_of_a_newer_program_is_left_alone(journal: Journal) -> None:
    with journal.writing():
        pass
    journal.close()
    with sqlite3.connect(journal.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(JournalError, match="newer tms"), journal.writing():
        pass


def test_a_file_that_is_no_journal_is_said_and_left(journal: Journal) -> None:
    journal.path.parent.mkdir()
    journal.path.write_bytes(b"not a database, but something of somebody's" * 50)
    with pytest.raises(JournalError, match="cannot be used"), journal.writing():
        pass
    assert journal.path.read_bytes().startswith(b"not a database")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalError), Journal(tmp_path / "file").writing():
        pass


def test_half_a_character_costs_only_itself(journal: Journal) -> None:
    with journal.writing() as connection:
        store.put_typed(connection, ME, HERE, "a\ud800b", revision=0, at=1.0)
    assert list_texts(journal) == ["a?b"]


def test_trails_come_back_as_they_were(journal: Journal) -> None:
    trail = Trail(("", "«\u00a0Été", "half \ud800"), 1)
    with journal.writing() as connection:
        store.put_trail(connection, ME, HERE, trail, at=1.0)
        assert store.get_trail(connection, ME, HERE) == trail
        assert store.get_trail(connection, ME, THERE) == store.get_trail(connection, OTHER, HERE) == Trail()


def test_old_trails_go_and_the_oldest_of_too_many_but_nothing_that_was_not_stored(journal: Journal) -> None:
    places = [Place("a/b", "fr", f"s{number}") for number in range(4)]
    with journal.writing() as connection:
        for number, place in enumerate(places):
            store.put_trail(connection, ME, place, Trail(("x" * 100,), 0), at=float(number))
        store.put_typed(connection, ME, HERE, "never sent", revision=0, at=0.0)
        store.tidy(connection, before=1.0, most_bytes=250)
        left = [bool(store.get_trail(connection, ME, place).texts) for place in places]
    assert left == [False, False, True, True]
    assert list_texts(journal) == ["never sent"]


def test_another_process_that_holds_the_file_is_waited_for(journal: Journal) -> None:
    with journal.writing():
        pass
    other = sqlite3.connect(journal.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    timer.start()
    with journal.writing() as connection:
        store.put_typed(connection, ME, HERE, "later", revision=0, at=1.0)
    timer.join()
    other.close()
    assert list_texts(journal) == ["later"]
