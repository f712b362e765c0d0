"""The journal: what was typed on this machine, in a small file that works also when the database does not.

It is plain `sqlite3` and not one of the tables of the database: the database may be the very thing that is away.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tms.errors import JournalError
from tms.values import Origin, Save, State, Trail

JOURNAL_FILE = "journal.db"
_VERSION = 1
# Only another tms on this machine ever holds it, and that for a moment.
_BUSY_SECONDS = 5.0
_SCHEMA = """
CREATE TABLE typed (
    id INTEGER PRIMARY KEY, database TEXT NOT NULL, member TEXT NOT NULL, ref TEXT NOT NULL, language TEXT NOT NULL,
    key TEXT NOT NULL, text TEXT, revision INTEGER NOT NULL, stored TEXT, is_stored INTEGER NOT NULL,
    at REAL NOT NULL, stamp INTEGER NOT NULL,
    UNIQUE (database, member, ref, language, key)
);
CREATE TABLE wish (
    id INTEGER PRIMARY KEY AUTOINCREMENT, database TEXT NOT NULL, member TEXT NOT NULL, ref TEXT NOT NULL,
    language TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, revision INTEGER NOT NULL,
    origin TEXT NOT NULL, engine TEXT NOT NULL, reason TEXT NOT NULL, source_version INTEGER, at REAL NOT NULL
);
CREATE TABLE trail (
    id INTEGER PRIMARY KEY, database TEXT NOT NULL, member TEXT NOT NULL, ref TEXT NOT NULL, language TEXT NOT NULL,
    key TEXT NOT NULL, texts TEXT NOT NULL, position INTEGER NOT NULL, size INTEGER NOT NULL, at REAL NOT NULL,
    UNIQUE (database, member, ref, language, key)
);
"""
_PLACE = "database = ? AND member = ? AND ref = ? AND language = ? AND key = ?"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose lines: the identity of a database, without its password, and a member of it."""

    database: str
    member: str


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph in one language."""

    ref: str
    language: str
    key: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed somewhere and did not reach the database yet; `text` None: what was typed is to be dropped.

    `revision` is the one that it started from, `stored` the text that reached the database last, `at` in seconds
    since 1970; `stamp` changes with each stroke.
    """

    place: Place
    text: str | None
    revision: int
    stored: str | None
    at: float
    stamp: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A save that was asked for while the database was away; `save` names the revision that it started from."""

    id: int
    save: Save
    at: float


class Journal:
    """The file, opened at the first use; one connection, used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / JOURNAL_FILE
        # Held by whoever brings what waits here into the database: two at once would bring it twice.
        self.delivering = threading.Lock()
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, on the disk when it ends; raises JournalError where the file cannot be used."""
        with self._lock:
            try:
                connection = self._connection or self._open()
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                    raise
            except (sqlite3.Error, OSError) as error:
                self._close()
                raise JournalError(
                    f"the journal '{self.path}' cannot be used: {error}", "is the disk full, or not writable?"
                ) from error

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Made by us and for us alone, before SQLite makes it for everybody.
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        self.path.chmod(0o600)
        connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables; a file of a newer program is not touched."""
    connection.execute("BEGIN IMMEDIATE")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > _VERSION:
        connection.execute("ROLLBACK")
        raise sqlite3.DatabaseError("it was made by a newer tms")
    if version < _VERSION:
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute("COMMIT")


# What is typed.


def put_typed(
    connection: sqlite3.Connection, owner: Owner, place: Place, text: str | None, *, revision: int, at: float
) -> int:
    """Keep what stands in the editor, before anything else is done with it; its stamp."""
    row = connection.execute(
        "INSERT INTO typed (database, member, ref, language, key, text, revision, is_stored, at, stamp)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text,"
        " revision = excluded.revision, is_stored = 0, at = excluded.at, stamp = max(excluded.stamp, stamp + 1)"
        " RETURNING stamp",
        (*_values(owner, place), _storable(text), revision, at, int(at * 1e9)),
    ).fetchone()
    return int(row[0])


def mark_stored(connection: sqlite3.Connection, owner: Owner, place: Place, text: str | None, stamp: int) -> None:
    """The database has this text, typed up to that stamp; later strokes stay unsent, and follow on it."""
    where = _values(owner, place)
    connection.execute(
        f"UPDATE typed SET stored = ?, is_stored = (stamp = ?) WHERE {_PLACE}",  # noqa: S608 - a constant
        (_storable(text), stamp, *where),
    )
    connection.execute(
        f"DELETE FROM typed WHERE {_PLACE} AND is_stored AND text IS NULL",  # noqa: S608 - a constant
        where,
    )


def drop_typed(connection: sqlite3.Connection, owner: Owner, place: Place) -> None:
    """What was typed here is in a save that waits, or in the history."""
    where = _values(owner, place)
    connection.execute(f"DELETE FROM typed WHERE {_PLACE}", where)  # noqa: S608 - a constant


def list_typed(connection: sqlite3.Connection, owner: Owner, ref: str | None = None) -> list[Typed]:
    """What did not reach the database, of one article or of all, in the order in which it was typed."""
    rows = connection.execute(
        "SELECT ref, language, key, text, revision, stored, at, stamp FROM typed"
        " WHERE database = ? AND member = ? AND NOT is_stored AND (? IS NULL OR ref = ?) ORDER BY at, id",
        (owner.database, owner.member, ref, ref),
    )
    return [Typed(Place(*row[:3]), *row[3:]) for row in rows]


def count_places(connection: sqlite3.Connection, database: str) -> int:
    """How many paragraphs wait for a database, whoever wrote in them."""
    row = connection.execute(
        "SELECT count(*) FROM (SELECT member, ref, language, key FROM typed WHERE database = ? AND NOT is_stored"
        " UNION SELECT member, ref, language, key FROM wish WHERE database = ?)",
        (database, database),
    ).fetchone()
    return int(row[0])


# Saves that wait.


def add_wish(connection: sqlite3.Connection, owner: Owner, save: Save, *, at: float) -> int:
    """Keep a save for later; its number."""
    cursor = connection.execute(
        "INSERT INTO wish (database, member, ref, language, key, text, state, revision, origin, engine, reason,"
        " source_version, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(owner.database, owner.member, save.ref, save.language, save.key, _storable(save.text)),
            *(save.state.value, save.expect_revision or 0, save.origin.value, save.engine, save.reason),
            *(save.source_version, at),
        ),
    )
    return int(cursor.lastrowid or 0)


def drop_wish(connection: sqlite3.Connection, number: int) -> None:
    """A save was carried out, or its text went another way."""
    connection.execute("DELETE FROM wish WHERE id = ?", (number,))


def list_wishes(connection: sqlite3.Connection, owner: Owner, ref: str | None = None) -> list[Wish]:
    """The saves that wait, in the order in which they were asked for."""
    rows = connection.execute(
        "SELECT id, ref, key, language, text, state, revision, origin, engine, reason, source_version, at FROM wish"
        " WHERE database = ? AND member = ? AND (? IS NULL OR ref = ?) ORDER BY id",
        (owner.database, owner.member, ref, ref),
    )
    return [Wish(row[0], _read_save(row[1:11]), row[11]) for row in rows]


def _read_save(row: tuple[str, str, str, str, str, int, str, str, str, int | None]) -> Save:
    ref, key, language, text, state, revision, origin, engine, reason, source_version = row
    return Save(
        *(ref, key, language, text, State(state), revision, Origin(origin), engine, reason, source_version),
        replaces_typing=True,
    )


# Trails.


def put_trail(connection: sqlite3.Connection, owner: Owner, place: Place, trail: Trail, *, at: float) -> None:
    """Keep the trail of a paragraph."""
    texts = json.dumps(trail.texts)
    connection.execute(
        "INSERT INTO trail (database, member, ref, language, key, texts, position, size, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " texts = excluded.texts, position = excluded.position, size = excluded.size, at = excluded.at",
        (*_values(owner, place), texts, trail.position, len(texts), at),
    )


def get_trail(connection: sqlite3.Connection, owner: Owner, place: Place) -> Trail:
    """The trail of a paragraph, an empty one where there is none."""
    where = _values(owner, place)
    row = connection.execute(f"SELECT texts, position FROM trail WHERE {_PLACE}", where).fetchone()  # noqa: S608 - a constant
    return Trail(tuple(json.loads(row[0])), row[1]) if row else Trail()


def tidy(connection: sqlite3.Connection, *, before: float, most_bytes: int) -> None:
    """Forget trails from before that moment, of the others the oldest beyond so many bytes, and what is stored since.

    What never reached the database is not forgotten, however old it is.
    """
    connection.execute("DELETE FROM typed WHERE is_stored AND at < ?", (before,))
    connection.execute("DELETE FROM trail WHERE at < ?", (before,))
    connection.execute(
        "DELETE FROM trail WHERE id IN (SELECT id FROM"
        " (SELECT id, sum(size) OVER (ORDER BY at DESC, id DESC) AS together FROM trail) WHERE together > ?)",
        (most_bytes,),
    )


def _values(owner: Owner, place: Place) -> tuple[str, str, str, str, str]:
    return owner.database, owner.member, place.ref, place.language, place.key


def _storable(text: str | None) -> str | None:
    """Half a character cannot be stored anywhere; a sign in its place keeps the rest."""
    return text if text is None else text.encode("utf-8", "replace").decode("utf-8")
