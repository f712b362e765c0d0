"""Noticing that somebody wrote to the database: a connection of its own that does nothing but listen.

A watch is opened, used and closed in one thread. Where it cannot say whether something changed, it says yes.
"""

import re
import sqlite3
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection, Engine, event

if TYPE_CHECKING:
    import psycopg

POLL_SECONDS = 0.5
CHANNEL = "tms_changes"
# A pooler between here and the server may swallow what is told.
_LONGEST_SILENCE = 30.0
_RETRY_SECONDS = 5.0
_SLICE_SECONDS = 0.2
_CHANGED = "tms_changed"
# Not working copies: what somebody types concerns nobody yet.
_OF_INTEREST = re.compile(
    r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?'
    r"(?:event|segment|source_version|article|article_revision|assignment|comment|waiver|lease|member)\b"
)


class Watch(Protocol):
    """Waits for writes of others; this process's own are seen too."""

    def wait(self, stop: Event) -> bool:
        """Wait for a moment; whether something was written since the last time. Ends early when told to stop."""

    def close(self) -> None:
        """Let go of the connection."""


class FileWatch:
    """An SQLite file: `PRAGMA data_version` changes whenever another connection has written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._version = 0

    def wait(self, stop: Event) -> bool:
        """Look twice a second."""
        stop.wait(POLL_SECONDS)
        try:
            return self._has_changed()
        except (sqlite3.Error, OSError):
            # Away, or being put back: those who read it say so.
            self.close()
            return False

    def _has_changed(self) -> bool:
        inode = self._path.stat().st_ino
        is_new = self._connection is None or inode != self._inode
        if is_new:
            self.close()
            self._connection = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=rw", uri=True, timeout=0.5)
            self._inode = inode
        version = self._read()
        if version == self._version and not is_new:
            return False
        self._version = version
        return True

    def _read(self) -> int:
        if self._connection is None:
            return 0
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class ServerWatch:
    """A PostgreSQL server: it tells at once, and is asked now and then in case it could not."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: psycopg.Connection[Any] | None = None
        self._heard_at = 0.0

    def wait(self, stop: Event) -> bool:
        """Listen for half a second."""
        import psycopg

        try:
            if self._connection is None:
                self._connection = self._listen()
                return True
            is_news = self._hear(self._connection, stop)
        except (psycopg.Error, OSError):
            self.close()
            stop.wait(_RETRY_SECONDS)
            return False
        is_long_ago = time.monotonic() - self._heard_at > _LONGEST_SILENCE
        if is_news or is_long_ago:
            self._heard_at = time.monotonic()
        return is_news or is_long_ago

    def _listen(self) -> "psycopg.Connection[Any]":
        import psycopg

        _arguments, parameters = self._engine.dialect.create_connect_args(self._engine.url)
        alive = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "connect_timeout": 5}
        connection: psycopg.Connection[Any] = psycopg.connect(**{**alive, **parameters}, autocommit=True)
        connection.execute(f"LISTEN {CHANNEL}")
        self._heard_at = time.monotonic()
        return connection

    @staticmethod
    def _hear(connection: "psycopg.Connection[Any]", stop: Event) -> bool:
        end = time.monotonic() + POLL_SECONDS
        while not stop.is_set() and time.monotonic() < end:
            if any(True for _ in connection.notifies(timeout=_SLICE_SECONDS, stop_after=1)):
                return True
        return False

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def watch_database(engine: Engine) -> Watch:
    """A watch over the database of this engine."""
    if engine.dialect.name == "sqlite":
        return FileWatch(Path(engine.url.database or ""))
    return ServerWatch(engine)


def tell_changes(engine: Engine) -> None:
    """Let the server tell all who listen when what concerns others was written; never what."""

    @event.listens_for(engine, "before_cursor_execute")
    def _note(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if _OF_INTEREST.match(statement):
            connection.info[_CHANGED] = True

    @event.listens_for(engine, "commit")
    def _tell(connection: Connection) -> None:
        if connection.info.pop(_CHANGED, False):
            connection.exec_driver_sql(f"NOTIFY {CHANNEL}")

    @event.listens_for(engine, "rollback")
    def _forget(connection: Connection) -> None:
        connection.info.pop(_CHANGED, None)
