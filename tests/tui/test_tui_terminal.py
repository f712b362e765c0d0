"""The editor in a real terminal of the operating system: started, typed into, killed, started again."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.tui.conftest import bring_back, move_away
from tms.config import settings_for
from tms.workflow.demo import HYMN
from tms.workflow.reading import load_desk
from tms.workflow.workspace import open_workspace

PATIENCE = 30.0
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)", re.DOTALL)
TYPED = "« À voix basse… » œuvre"


@dataclass
class Terminal:
    """A program on a pseudo-terminal, and all that it has written."""

    process: int
    handle: int
    written: bytes = b""

    def read(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.handle], [], [], left)[0]:
                try:
                    self.written += os.read(self.handle, 65536)
                except OSError:
                    return

    @property
    def text(self) -> str:
        """What was written, without the escapes that place and colour it."""
        return ESCAPES.sub("", self.written.decode("utf-8", "replace"))

    def wait_for(self, said: str) -> None:
        """Read until the program has written this."""
        end = time.monotonic() + PATIENCE
        while said not in self.text:
            assert time.monotonic() < end, f"never saw {said!r} in {self.text[-2000:]!r}"
            self.read(0.1)

    def settle(self) -> None:
        """Read until the program has written nothing for a moment: it has drawn all that was typed."""
        seen = -1
        while seen != len(self.written):
            seen = len(self.written)
            self.read(0.3)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text: str) -> None:
        """Type, one character after the other as a hand does."""
        for character in text:
            os.write(self.handle, character.encode())
            self.read(0.02)


@contextmanager
def terminal(folder: Path, *, columns: int = 100, rows: int = 30) -> Iterator[Terminal]:
    """`tms` on the workspace, at the hymn in French, in a terminal of that size."""
    process, handle = pty.fork()
    if process == 0:
        environment = {**os.environ, "TMS_WORKSPACE": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        os.execve(sys.executable, [sys.executable, "-m", "tms", "open", HYMN, "--lang", "fr"], environment)
    program = Terminal(process, handle)
    program.resize(columns, rows)
    try:
        yield program
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(handle)


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def squeeze(text: str | None) -> str:
    """The signs without spaces: letters that come in a burst are taken as a paste and left as they are."""
    return "".join((text or "").split())


def first_row_typed(folder: Path) -> str | None:
    workspace = open_workspace(settings_for(folder))
    try:
        return load_desk(workspace, HYMN, "fr").rows[0].working_text
    finally:
        workspace.close()


def test_after_kill_9_what_was_typed_is_there_again(folder: Path) -> None:
    with terminal(folder) as tms:
        tms.wait_for("confirm")
        tms.type(TYPED)
        tms.read(1.0)  # what was typed more than a second ago must be safe
        os.kill(tms.process, signal.SIGKILL)
    assert squeeze(first_row_typed(folder)) == squeeze(TYPED)
    with terminal(folder, columns=80, rows=24) as tms:
        tms.wait_for("œuvre")


def test_a_lost_connection_loses_no_word(folder: Path) -> None:
    with terminal(folder) as tms:
        tms.wait_for("confirm")
        tms.type("Un cantique")
        tms.settle()  # what still lies in the terminal when the line drops nobody can save
        os.kill(tms.process, signal.SIGHUP)
        wait_until(lambda: first_row_typed(folder) is not None)
    assert str(first_row_typed(folder)).startswith("Un cantiqu")


def test_what_is_typed_while_the_database_is_away_outlives_kill_9(folder: Path) -> None:
    with terminal(folder) as tms:
        tms.wait_for("confirm")
        move_away(folder)
        tms.type(TYPED)
        tms.wait_for("kept on this machine")
        tms.resize(80, 24)
        tms.type(" — ¡así!")
        tms.read(1.0)
        os.kill(tms.process, signal.SIGKILL)
    bring_back(folder)
    with terminal(folder, columns=80, rows=24) as tms:
        tms.wait_for("is back")
        tms.wait_for("œuvre")
    assert squeeze(first_row_typed(folder)) == squeeze(f"{TYPED} — ¡así!")
