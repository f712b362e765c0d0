"""Settings: where the workspace is, which database, who I am; read once, passed down."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tms.errors import InputError, NotFoundError

WORKSPACE_FILE = "tms.toml"
DATA_FOLDER = ".tms"
PREFERENCES_FILE = "config.toml"
HABITS_FILE = "habits.json"

PREFERENCES: dict[str, type] = {
    "keymap": str,
    "keys": dict,
    "language": str,
    "theme": str,
    "title": bool,
    "mouse": bool,
    "linear": bool,
}
_KINDS: dict[type, str] = {str: "a word in quotes", dict: "a table, as [keys.desk]", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Preferences:
    """What one person likes, from a file of their own; none of it is ever in a workspace.

    `folder` is where that file is, `state` where the program keeps what it remembers of the person; what is empty was
    not chosen. `linear`: the editor opens in plain lines. `problems` are lines about what the file says and nobody
    understands.
    """

    folder: Path | None = None
    state: Path | None = None
    keymap: str = ""
    keys: Mapping[str, object] = field(default_factory=dict)
    language: str = ""
    theme: str = ""
    title: bool = True
    mouse: bool = True
    linear: bool = False
    problems: tuple[str, ...] = ()

    @property
    def file(self) -> Path | None:
        """The file of what the person chose."""
        return None if self.folder is None else self.folder / PREFERENCES_FILE

    @property
    def habits(self) -> Path | None:
        """The file of what the program remembers."""
        return None if self.state is None else self.state / HABITS_FILE


def read_preferences(environ: Mapping[str, str] = os.environ) -> Preferences:
    """The preferences in TMS_HOME, or in the folder that the system gives a person's settings."""
    if environ.get("TMS_HOME"):
        return _read_preferences(Path(environ["TMS_HOME"]), Path(environ["TMS_HOME"]))
    from platformdirs import user_config_path, user_state_path

    return _read_preferences(user_config_path("tms"), user_state_path("tms"))


def _read_preferences(folder: Path, state: Path) -> Preferences:
    """What a person's file says; a line about each thing that cannot be, and the rest holds."""
    path = folder / PREFERENCES_FILE
    try:
        values = _read_toml(path)
    except FileNotFoundError:
        return Preferences(folder, state)
    except (OSError, InputError) as error:
        said = error.message if isinstance(error, InputError) else f"'{path}' cannot be read: {error.strerror}"
        return Preferences(folder, state, problems=(f"{said}; none of it holds until it is mended",))
    problems: list[str] = []
    right: dict[str, Any] = {}
    for name, value in values.items():
        if name not in PREFERENCES:
            problems.append(f"{path}: there is no setting '{name}'; there are {', '.join(PREFERENCES)}")
        elif not isinstance(value, PREFERENCES[name]):
            problems.append(f"{path}: '{name}' has to be {_KINDS[PREFERENCES[name]]}")
        else:
            right[name] = value
    return Preferences(folder, state, problems=tuple(problems), **right)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command needs to know before it opens anything; the key never shows in a repr."""

    workspace: Path
    database_url: str
    member: str | None = None
    deepl_key: str | None = field(default=None, repr=False)
    deepl_url: str | None = None
    languagetool: str | None = None
    has_tour: bool = False

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
    """The settings of an existing workspace folder; its tms.toml may name a database, a member, and more."""
    values = _read_toml(workspace / WORKSPACE_FILE)
    default_url = f"sqlite:///{workspace / DATA_FOLDER / 'tms.db'}"
    return Settings(
        workspace=workspace,
        database_url=environ.get("TMS_DATABASE_URL") or str(values.get("database_url", "")) or default_url,
        member=environ.get("TMS_MEMBER") or str(values.get("member", "")) or None,
        deepl_key=environ.get("DEEPL_AUTH_KEY") or None,
        deepl_url=environ.get("DEEPL_SERVER_URL") or None,
        languagetool=environ.get("TMS_LANGUAGETOOL_URL") or str(values.get("languagetool", "")) or None,
        has_tour=values.get("tour") is True,
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read: {error}", "mend the file; it is TOML") from error
