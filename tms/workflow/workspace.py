"""Open a workspace, make one, and run transactions in it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlmodel import Session

from tms.config import DATA_FOLDER, WORKSPACE_FILE, Settings, settings_for
from tms.errors import DatabaseAwayError, InputError, NotFoundError, RefusedError, TmsError
from tms.store import schema
from tms.store.database import make_engine, reading, writing
from tms.store.journal import JOURNAL_FILE, Journal
from tms.store.members import add_member, list_members
from tms.values import Role
from tms.workflow.caches import Caches

_TOML = """\
# A tms workspace: projects/ holds the articles, glossaries/ the terms, .tms/ the database (not for git).
# database_url = "postgresql+psycopg://user@host/name"   # a shared database for a team
# member = "pen name"                                     # who works here; TMS_MEMBER goes before it
# languagetool = "http://127.0.0.1:8081"                  # grammar by a LanguageTool server of your own
"""


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace; faces pass it to workflow and look at nothing inside."""

    settings: Settings
    engine: Engine
    caches: Caches = field(default_factory=Caches)
    journal: Journal = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """The journal lies beside the database, also where that is on a server."""
        object.__setattr__(self, "journal", Journal(self.settings.data))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A read transaction."""
        with _told(self.settings), reading(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A write transaction: all of it or nothing."""
        with _told(self.settings), writing(self.engine) as session:
            yield session

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
        self.journal.close()


@contextmanager
def _told(settings: Settings) -> Iterator[None]:
    """What the database driver raises, in words for a person and without the URL's password."""
    try:
        yield
    except OperationalError as error:
        text = str(error.orig)
        if "locked" in text or "busy" in text:
            message, hint = "the database is busy", "another tms is writing to it; try again in a moment"
            raise DatabaseAwayError(message, hint) from error
        message = f"the database cannot be used: {_first_line(text)}"
        raise DatabaseAwayError(message, "'tms doctor' looks into it") from error
    except IntegrityError as error:
        raise RefusedError("someone else changed the same thing at this moment", "try again") from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and "not a database" in str(error.orig):
            raise TmsError(
                f"'{find_database_file(settings)}' is not a database or is damaged",
                "'tms restore FILE' puts a backup in its place",
            ) from error
        if isinstance(error, InterfaceError) or error.connection_invalidated:
            raise DatabaseAwayError("the connection to the database is gone", "try again in a moment") from error
        raise


def _first_line(text: str) -> str:
    return (text.strip() or "no answer").splitlines()[0]


def open_workspace(settings: Settings, *, patience: float | None = None) -> Workspace:
    """Open a workspace; its SQLite database is made or upgraded (after a backup) where needed.

    With `patience` no statement may take longer than so many seconds. Raises DatabaseAwayError when the database cannot
    be reached, TmsError when it is of a newer program, or on a server and not upgraded yet.
    """
    if settings.is_sqlite:
        _require_file(settings)
        settings.data.mkdir(parents=True, exist_ok=True)
    workspace = Workspace(settings, make_engine(settings.database_url, patience=patience))
    try:
        _require_schema(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def is_there(workspace: Workspace) -> bool:
    """True when the database can be written to, else raises DatabaseAwayError."""
    with workspace.writing() as session:
        # A session asks for nothing until it has to.
        session.connection().exec_driver_sql("SELECT 1")
    return True


def _require_file(settings: Settings) -> None:
    """Where there is a journal there was a database: a new empty one in its place would look like a loss."""
    path = find_database_file(settings)
    if (settings.data / JOURNAL_FILE).exists() and path.name and not path.exists():
        raise DatabaseAwayError(
            f"the database '{path}' is not where it was", "put it back; or 'tms restore FILE' puts a backup there"
        )


def _require_schema(workspace: Workspace) -> None:
    settings = workspace.settings
    with _told(settings), workspace.engine.connect() as connection:
        version = schema.find_version(connection)
    if version == schema.HEAD:
        return
    if version is not None and not schema.is_known(version):
        raise TmsError("this database was made by a newer tms", "install the newest tms and try again")
    if not settings.is_sqlite:
        raise TmsError("the database on the server is not up to date", "a coordinator runs 'tms db upgrade' once")
    if version is not None:
        _keep_copy(settings, version)
    upgrade_schema(workspace)


def upgrade_schema(workspace: Workspace) -> None:
    """Bring the database to this program's schema, and see that somebody is a member."""
    with _told(workspace.settings):
        schema.upgrade(workspace.engine)
    with workspace.writing() as session:
        if not list_members(session):
            add_member(session, workspace.settings.member or "me", Role.COORDINATOR)


def open_for_upgrade(settings: Settings) -> Workspace:
    """Open a workspace whatever the state of its schema."""
    if settings.is_sqlite:
        settings.data.mkdir(parents=True, exist_ok=True)
    return Workspace(settings, make_engine(settings.database_url))


def find_database_file(settings: Settings) -> Path:
    """The file of an SQLite database; raises InputError where the database is on a server."""
    if not settings.is_sqlite:
        raise InputError("this workspace's database is on a server", "a database there is backed up with pg_dump")
    return Path(make_url(settings.database_url).database or "")


def _keep_copy(settings: Settings, version: str) -> None:
    path = find_database_file(settings)
    stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    target = settings.data / f"before-upgrade-{version}-{stamp}.db"
    with sqlite3.connect(path) as source, sqlite3.connect(target) as copy:
        source.backup(copy)


def create_workspace(folder: Path) -> Settings:
    """Make a workspace folder; raises InputError where something is there already."""
    if (folder / WORKSPACE_FILE).exists():
        raise InputError(f"'{folder}' is a workspace already", "open it with 'tms', or name another folder")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"'{folder}' is not empty", "name a new folder, or an empty one")
    try:
        for name in ("projects", "glossaries", DATA_FOLDER):
            (folder / name).mkdir(parents=True)
        (folder / ".gitignore").write_text(f"{DATA_FOLDER}/\n", encoding="utf-8")
        (folder / WORKSPACE_FILE).write_text(_TOML, encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"'{folder}' cannot be made: {error.strerror}", "name a folder that you may write to"
        ) from error
    return settings_for(folder.resolve())


def find_shipped(name: str) -> Path:
    """A folder that comes with the program: packaged, or in the repository that the program runs from."""
    package = Path(__file__).resolve().parent.parent
    for place in (package / "data" / name, package.parent / name):
        if place.is_dir():
            return place
    raise NotFoundError(f"the shipped '{name}' is missing", "install tms again")


def copy_shipped_glossaries(settings: Settings) -> list[Path]:
    """Copy the glossaries that come with the program into the workspace."""
    copies = []
    for source in sorted(find_shipped("glossaries").glob("*.toml")):
        target = settings.glossaries / source.name
        shutil.copyfile(source, target)
        copies.append(target)
    return copies
