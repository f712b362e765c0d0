"""Settings: where the workspace is, which database, who I am; read once, passed down."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tms.errors import InputError, NotFoundError

WORKSPACE_FILE = "tms.toml"
DATA_FOLDER = ".tms"
PREFERENCES_FILE = "config.toml"
HABITS_FILE = "habits.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one person likes, from a file of their own; none of it is ever in a workspace.

    `folder` is where that file is, `state` where the program keeps what it remembers of the person.
    """

    folder: Path | None = None
    state: Path | None = None

    @property
    def habits(self) -> Path | None:
        """The file of what the program remembers."""
        return None if self.state is None else self.state / HABITS_FILE


def read_preferences(environ: Mapping[str, str] = os.environ) -> Preferences:
    """The preferences in TMS_HOME, or in the folder that the system gives a person's settings."""
    if environ.get("TMS_HOME"):
        return Preferences(folder=Path(environ["TMS_HOME"]), state=Path(environ["TMS_HOME"]))
    from platformdirs import user_config_path, user_state_path

    return Preferences(folder=user_config_path("tms"), state=user_state_path("tms"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command needs to know before it opens anything; the key never shows in a repr."""

    workspace: Path
    database_url: str
    member: str | None = None
    deepl_key: str | None = field(default=None, repr=False)
    deepl_url: str | None = None
    languagetool: str | None = None

    @property
    def projects(self) -> Path:
        """The folder of the projects."""
        return self.workspace / "projects"

    @property
    def glossaries(self) -> Path:
        """The folder of the glossary files."""
        return self.workspace / "glossaries"

    @property
    def data(self) -> Path:
        """The folder that git ignores: database, backups, journal."""
        return self.workspace / DATA_FOLDER

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file in the workspace rather than a server."""
        return self.database_url.startswith("sqlite")


def find_workspace(start: Path) -> Path | None:
    """The nearest folder from `start` upwards that has a `tms.toml`."""
    return next((folder for folder in (start, *start.parents) if (folder / WORKSPACE_FILE).is_file()), None)


def read_settings(folder: Path | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the workspace `folder`, of TMS_WORKSPACE, or of the nearest one above the current folder.

    Raises NotFoundError where there is no workspace and InputError where its tms.toml cannot be read.
    """
    named = folder or (Path(environ["TMS_WORKSPACE"]) if environ.get("TMS_WORKSPACE") else None)
    workspace = named if named is not None else find_workspace(Path.cwd())
    if workspace is None:
        raise NotFoundError(
            "no workspace here", f"'tms init' makes one, 'tms demo' a sample; a workspace has a {WORKSPACE_FILE}"
        )
    if not (workspace / WORKSPACE_FILE).is_file():
        raise NotFoundError(f"no workspace in '{workspace}'", f"'tms init {workspace}' makes one")
    return settings_for(workspace.resolve(), environ)


def settings_for(workspace: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an existing workspace folder; its tms.toml may name a database, a member and a grammar server."""
    values = _read_toml(workspace / WORKSPACE_FILE)
    default_url = f"sqlite:///{workspace / DATA_FOLDER / 'tms.db'}"
    return Settings(
        workspace=workspace,
        database_url=environ.get("TMS_DATABASE_URL") or str(values.get("database_url", "")) or default_url,
        member=environ.get("TMS_MEMBER") or str(values.get("member", "")) or None,
        deepl_key=environ.get("DEEPL_AUTH_KEY") or None,
        deepl_url=environ.get("DEEPL_SERVER_URL") or None,
        languagetool=environ.get("TMS_LANGUAGETOOL_URL") or str(values.get("languagetool", "")) or None,
    )


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read: {error}", "mend the file; it is TOML") from error
