"""`python -m tms` and the command `tms`."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Run the command line."""
    arguments = sys.argv[1:]
    if not _open_at_once(arguments):
        from tms.cli import run

        sys.exit(run(arguments))


def _open_at_once(arguments: Sequence[str]) -> bool:
    """Open the editor where nothing else is asked for: a person waits, and the tree of commands takes a while.

    False where that is for the whole command line to say, errors and their exit codes among it.
    """
    options = _read_plain(arguments)
    if options is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from tms.config import read_preferences, read_settings
    from tms.errors import TmsError
    from tms.tui.launch import launch
    from tms.values import Place

    preferences = read_preferences()
    if preferences.linear:
        return False
    folder = options.get("--workspace")
    article, language = options.get("open"), options.get("--lang")
    try:
        place = Place(article, language, options.get("--segment")) if article and language else None
        launch(read_settings(Path(folder) if folder else None), preferences, place)
    except TmsError as error:
        from tms.cli.output import report_error

        sys.exit(report_error(error))
    return True


def _read_plain(arguments: Sequence[str]) -> dict[str, str] | None:
    """The words of `tms` and `tms open`, where each has its value and none is left over; None for anything else."""
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or len(set(names)) != len(names) or any(value.startswith("-") for value in values):
        return None
    is_open = "open" in names
    known = {"--workspace", "open", "--lang", "--segment"} if is_open else {"--workspace"}
    is_plain = known.issuperset(names) and (not is_open or "--lang" in names)
    return dict(zip(names, values, strict=True)) if is_plain else None


if __name__ == "__main__":
    main()
