"""The tree of commands, and how a run starts and ends."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from tms import __version__
from tms.cli import (
    articles,
    attaching,
    checking,
    glossary,
    importing,
    memory,
    outcome,
    people,
    pulling,
    searching,
    setup,
    term_work,
    translating,
)
from tms.cli.options import Linear
from tms.cli.output import BROKEN_PIPE, INTERRUPTED, Face, report_error
from tms.errors import InputError, TmsError

_EPILOG = "--json, before or after the command, prints one JSON document on standard output and nothing else there."

app = typer.Typer(
    name="tms",
    help="Translate human-rights articles paragraph by paragraph, and see what went stale when the English changed.",
    epilog=_EPILOG,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=False,
)
for _module in (setup, importing, pulling, articles, attaching, translating, checking, searching, outcome, people):
    _module.register(app)
term_work.register(glossary.app)
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(checking.words_app, name="words")
app.add_typer(people.member_app, name="member")
app.add_typer(setup.project_app, name="project")
app.add_typer(setup.database_app, name="db")


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help="The workspace; else TMS_WORKSPACE, else above here."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    linear: Linear = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"tms {__version__}")
        raise typer.Exit
    context.obj = Face(workspace, json)
    if context.invoked_subcommand is None:
        setup.open_tui(context.obj, is_linear=linear)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code."""
    try:
        code = app(args=_put_globals_first(arguments), prog_name="tms", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except TmsError as error:
        return report_error(error)
    except BrokenPipeError:
        # The reader (head, less) has gone; what Python would still flush must not complain.
        sys.stdout = sys.stderr
        return BROKEN_PIPE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except typer.Exit as leaving:
        return leaving.exit_code
    except TyperException as error:
        return report_error(InputError(_describe(error), "'tms --help' and 'tms COMMAND --help' show what there is"))


def _describe(error: BaseException) -> str:
    describe = getattr(error, "format_message", None)
    return str(describe() if callable(describe) else error)


def _put_globals_first(arguments: Sequence[str]) -> list[str]:
    """`--json` and `--workspace DIR` may stand anywhere before a `--`."""
    first: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--json" or word.startswith("--workspace="):
            first.append(word)
        elif word == "--workspace":
            first += [word, *_take_one(words)]
        else:
            rest.append(word)
    return first + rest


def _take_one(words: Iterator[str]) -> list[str]:
    following = next(words, None)
    return [] if following is None else [following]


def list_commands() -> tuple[str, ...]:
    """Every command as a person types it, without `tms`."""
    names = [_name(command) for command in app.registered_commands]
    for group in app.registered_groups:
        if group.typer_instance is not None:
            names += [f"{group.name} {_name(command)}" for command in group.typer_instance.registered_commands]
    return tuple(sorted(names))


def _name(command: "typer.models.CommandInfo") -> str:
    return command.name or (command.callback.__name__ if command.callback else "")
