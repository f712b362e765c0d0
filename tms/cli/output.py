"""The only place that prints: people's text, JSON documents, errors with their exit codes."""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tms.config import Settings, read_settings
from tms.errors import ConflictError, RefusedError, TmsError

if TYPE_CHECKING:
    from tms.workflow.workspace import Workspace

# Control characters of outside text are shown as symbols: a terminal must never obey them.
_SYMBOLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
_SYMBOLS |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
# Bidirectional overrides can make a line read otherwise than it is.
_SYMBOLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)

# What JSON may hold raw and a terminal would obey, or UTF-8 cannot hold.
_RAW_CONTROLS = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

BROKEN_PIPE = 141
INTERRUPTED = 130


@dataclass(slots=True)
class Face:
    """How this run talks: to a person, or with `--json` to a program."""

    folder: Path | None = None
    is_json: bool = False

    def settings(self) -> Settings:
        """The settings of the workspace; raises where there is none."""
        return read_settings(self.folder)

    @contextmanager
    def workspace(self) -> Iterator["Workspace"]:
        """The open workspace."""
        from tms.workflow.workspace import open_workspace

        workspace = open_workspace(self.settings())
        try:
            yield workspace
        finally:
            workspace.close()

    def show(self, document: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the JSON document, or the lines for a person."""
        if self.is_json:
            sys.stdout.write(_dump(document) + "\n")
        else:
            for line in lines:
                sys.stdout.write(make_harmless(line) + "\n")

    def show_each(
        self,
        name: str,
        items: Iterable[tuple[Mapping[str, object], Iterable[str]]],
        rest: Callable[[], Mapping[str, object]],
    ) -> None:
        """Print many documents as the list `name` of one, or their lines, as they come; none is kept in memory.

        Where they fail half-way a person has seen what was done, and a program gets no document.
        """
        if not self.is_json:
            for _, lines in items:
                for line in lines:
                    sys.stdout.write(make_harmless(line) + "\n")
            return
        with tempfile.TemporaryFile("w+", encoding="utf-8") as spool:
            for number, (document, _) in enumerate(items):
                spool.write((",\n" if number else "") + _dump(document))
            spool.seek(0)
            sys.stdout.write("{" + f'"{name}": [\n')
            shutil.copyfileobj(spool, sys.stdout)
            others = "".join(f",\n{_dump(key)}: {_dump(value)}" for key, value in rest().items())
            sys.stdout.write(f"]{others}" + "}\n")

    def note(self, line: str) -> None:
        """A word for a person that no program waits for."""
        (sys.stderr if self.is_json else sys.stdout).write(make_harmless(line) + "\n")

    def progress(self, done: int, total: int) -> None:
        """A counter on a terminal, nothing elsewhere."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done} of {total}" + ("\n" if done == total else ""))
            sys.stderr.flush()


def _dump(document: object) -> str:
    text = json.dumps(document, ensure_ascii=False, indent=1, default=_to_json)
    return _RAW_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _to_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no place in a JSON document")


def make_harmless(text: str) -> str:
    """The text with control characters as visible symbols and lone surrogates replaced."""
    return text.translate(_SYMBOLS).encode("utf-8", "replace").decode()


def write_bytes(data: bytes) -> None:
    """A file's bytes on standard output, exactly."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def report_error(error: TmsError) -> int:
    """One line saying what failed, the reasons or texts that go with it, one line with a hint; the exit code."""
    lines = [f"error: {' '.join(error.message.split())}"]
    if isinstance(error, RefusedError):
        lines += [f"  - {reason}" for reason in error.reasons]
    if isinstance(error, ConflictError):
        lines += ["  yours:  " + _on_one_line(error.mine), "  theirs: " + _on_one_line(error.theirs)]
    if error.hint:
        lines.append(f"hint: {error.hint}")
    sys.stderr.write("\n".join(make_harmless(line) for line in lines) + "\n")
    return error.exit_code


def _on_one_line(text: str | None) -> str:
    return "(nothing)" if text is None else " ⏎ ".join(text.split("\n"))


def cut_line(text: str, width: int = 60) -> str:
    """A text in one line, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
