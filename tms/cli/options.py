"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from tms.errors import InputError
from tms.values import State

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="project/slug, or the slug where it is unique.")]
Articles = Annotated[
    list[str], typer.Argument(metavar="ARTICLE…", help="project/slug, or the slug where it is unique.")
]
Segment = Annotated[str, typer.Argument(metavar="SEGMENT", help="The key of the segment, as 'tms show' prints it.")]
Lang = Annotated[str, typer.Option("--lang", metavar="L", help="The target language, such as fr or es.")]
MaybeLang = Annotated[str | None, typer.Option("--lang", metavar="L", help="Only this language.")]
MaybeProject = Annotated[str | None, typer.Argument(metavar="[PROJECT]", help="Only this project.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be done and change nothing.")]
MaybeFormat = Annotated[
    str | None, typer.Option("--format", metavar="F", help="The format, if the ending does not say it.")
]
File = Annotated[Path, typer.Argument(metavar="FILE")]
Folder = Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")]


Linear = Annotated[
    bool, typer.Option("--linear", help="The editor in plain lines, for screen readers; see docs/screen-readers.md.")
]


def parse_state(state: str) -> State:
    """The state of that name; raises InputError."""
    try:
        return State(state)
    except ValueError as error:
        raise InputError(f"'{state}' is not a state", f"states are {', '.join(State)}") from error
