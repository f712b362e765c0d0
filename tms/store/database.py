"""Engines and transactions for SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from tms.errors import InputError
from tms.store.watching import tell_changes

# Ten seconds: longer than any import holds the file, shorter than a person's patience.
_BUSY_TIMEOUT_MS = 10_000
_WRITES = "tms_writes"


def make_engine(url: str, *, patience: float | None = None) -> Engine:
    """An engine for a database URL; raises InputError for one that cannot be used.

    With `patience` no statement takes longer than so many seconds, whatever becomes of the server or of the way there.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite_engine(url, _BUSY_TIMEOUT_MS if patience is None else int(patience * 1000))
        return _server_engine(url, patience)
    except (ArgumentError, ModuleNotFoundError, ValueError) as error:
        raise InputError(
            "the database URL cannot be used",
            "it looks like postgresql+psycopg://user@host/name, and needs the extra: pip install 'tms[postgres]'",
        ) from error


def _server_engine(url: str, patience: float | None) -> Engine:
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if engine.dialect.name == "postgresql":
        tell_changes(engine)
    if patience is not None and engine.driver == "psycopg":
        _limit_patience(engine, patience)
    return engine


def _limit_patience(engine: Engine, seconds: float) -> None:
    """Let the server end what takes too long; where it does not answer at all, end it here."""
    from tms.store.impatient import connect_impatiently

    @event.listens_for(engine, "do_connect")
    def _connect(_dialect: object, _record: object, _arguments: object, parameters: dict[str, Any]) -> Any:
        return connect_impatiently(parameters, seconds)


def _sqlite_engine(url: str, busy_timeout: int) -> Engine:
    # Parameters are people's texts: they must not stand in an error message.
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"check_same_thread": False})
    path = engine.url.database or ""
    is_known = False

    @event.listens_for(engine, "do_connect")
    def _open(_dialect: object, _record: object, _arguments: object, parameters: dict[str, Any]) -> Any:
        if not is_known or not path or path == ":memory:":
            return None
        # A file that was there and is not must not be made anew: what is put back in its place would be overwritten.
        return sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=rw", uri=True, **parameters)

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:
        # The driver must not begin transactions of its own: ours say BEGIN or BEGIN IMMEDIATE.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()
        nonlocal is_known
        is_known = True

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A write transaction takes the lock at once: two that both read first would dead-lock each other.
        is_writing = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads; what it sees is one moment of the database."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with Session(engine, expire_on_commit=False, autoflush=False) as session, session.begin():
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one write transaction, committed at the end or not at all."""
    with Session(engine.execution_options(**{_WRITES: True}), expire_on_commit=False) as session, session.begin():
        yield session
