"""A program on a real pseudo-terminal, driven by time: what it writes is read, nothing that it asks is answered."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|.)", re.DOTALL)
PATIENCE_SECONDS = 120.0
QUIET_SECONDS = 0.05
LONGEST_PICTURE_SECONDS = 2.0
TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """A running program, the pieces that it wrote and when each of them came."""

    def __init__(self, process: int, handle: int, started: float) -> None:
        self.process = process
        self.handle = handle
        self.started = started
        self.written = b""

    def read(self, seconds: float) -> bytes:
        """The next piece, or nothing when none comes in time."""
        if not select.select([self.handle], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            piece = os.read(self.handle, 1 << 16)
        except OSError:
            return b""
        self.written += piece
        return piece

    @property
    def text(self) -> str:
        """What was written since the last `forget`, without the escapes that place and colour it."""
        return ESCAPES.sub(b"", self.written).decode("utf-8", "replace")

    def forget(self) -> None:
        """Look only at what comes from here on."""
        self.written = b""

    def wait_for(self, is_there: str | Callable[[str], bool]) -> float:
        """Seconds from now until this was written."""
        begun = time.perf_counter()
        while time.perf_counter() - begun < PATIENCE_SECONDS:
            text = self.text
            if is_there in text if isinstance(is_there, str) else is_there(text):
                return time.perf_counter() - begun
            self.read(0.5)
        raise TimeoutError(f"never saw {is_there!r} in {self.text[-1500:]!r}")

    def wait_from_start(self, is_there: str | Callable[[str], bool]) -> float:
        """Seconds from the start of the process until this was written."""
        self.wait_for(is_there)
        return time.perf_counter() - self.started

    def settle(self, seconds: float) -> None:
        """Read for so long: a cursor that blinks is never quiet."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def press(self, keys: str, *, quiet: float = QUIET_SECONDS) -> tuple[float, float]:
        """Seconds until the first and until the last byte of what a key made the program write."""
        begun = time.perf_counter()
        os.write(self.handle, keys.encode())
        if not self.read(5.0):
            raise TimeoutError(f"{keys!r} changed nothing")
        first = last = time.perf_counter() - begun
        while self.read(quiet) and last < LONGEST_PICTURE_SECONDS:
            last = time.perf_counter() - begun
        return first, last

    def send(self, keys: str) -> None:
        """Write keys and wait for nothing."""
        os.write(self.handle, keys.encode())

    @property
    def cpu_seconds(self) -> float:
        """CPU time of the process so far, all its threads."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def memory_mb(self) -> float:
        """Resident memory in megabytes of a million bytes."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / 1e6


@contextmanager
def terminal(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, columns: int = 120, rows: int = 40
) -> Iterator[Terminal]:
    """A command on a terminal of that size from before it starts; killed at the end."""
    shown = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(environment or {})}
    started = time.perf_counter()
    process, handle = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.execvpe(command[0], list(command), shown)
    program = Terminal(process, handle, started)
    try:
        yield program
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(handle)
