"""Files that a person may choose: those of a project's folder, or what a typed beginning of a path leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tms.formats import FORMATS
from tms.workflow.workspace import Workspace

_MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """A file or folder to choose from; `shown` is how a person would type it."""

    path: Path
    shown: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder to look into."""
        return self.shown.endswith("/")


def list_project_files(workspace: Workspace, ref: str) -> tuple[Choice, ...]:
    """The article files in the folder of the article's project, the best by name first: those called like the article.

    `ref` is the article as `project/slug`.
    """
    project, _, slug = ref.rpartition("/")
    folder = workspace.settings.projects / project
    found = list(islice(_walk(folder), _MOST_FILES))
    found.sort(key=lambda path: (slug.casefold() not in path.stem.casefold(), str(path)))
    return tuple(Choice(path, str(path.relative_to(folder))) for path in found)


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.rglob("*") if _is_article(path))


def _is_article(path: Path) -> bool:
    endings = {suffix for form in FORMATS for suffix in form.suffixes}
    return path.suffix.lower() in endings and not path.name.startswith(".") and path.is_file()


def list_paths(typed: str) -> tuple[Choice, ...]:
    """Folders and article files whose path begins as typed; nothing where the folder cannot be read."""
    path = Path(typed).expanduser()
    folder, beginning = (path, "") if typed.endswith("/") else (path.parent, path.name)
    shown = typed[: len(typed) - len(beginning)]
    try:
        entries = sorted(folder.iterdir())
        found = [
            Choice(entry, f"{shown}{entry.name}/" if entry.is_dir() else f"{shown}{entry.name}")
            for entry in entries
            if entry.name.startswith(beginning)
            and (beginning or not entry.name.startswith("."))
            and (entry.is_dir() or _is_article(entry))
        ]
    except OSError:
        return ()
    return tuple(found[:_MOST_FILES])
