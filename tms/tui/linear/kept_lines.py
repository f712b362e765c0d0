"""Lines that were typed and not entered: they outlive the program, for each paragraph the last one."""

import threading
from collections.abc import Callable
from pathlib import Path

from tms.tui.habits import Habits

_FILE = "linear-lines.json"
_EVERY_SECONDS = 0.5


class KeptLines:
    """One small file of the person's own, never in the workspace; `place` names a paragraph in one language."""

    def __init__(self, folder: Path | None, workspace: Path) -> None:
        self._file = Habits(None if folder is None else folder / _FILE)
        self._name = str(workspace)
        self._lock = threading.Lock()

    def _read(self) -> dict[str, str]:
        found = self._file.get(self._name)
        return dict(found) if isinstance(found, dict) else {}

    def find(self, place: str) -> str:
        """The line that was left at a paragraph, "" for none."""
        return self._read().get(place, "")

    def find_last(self) -> str | None:
        """Where the line stands that was typed last."""
        return next(reversed(self._read()), None)

    def keep(self, place: str, line: str) -> None:
        """Keep a line, or forget it where it is empty."""
        with self._lock:
            lines = self._read()
            if lines.get(place, "") == line:
                return
            lines.pop(place, None)
            if line:
                lines[place] = line
            self._file.put(self._name, lines)


class Watch:
    """Looks at a line while it is being typed, twice a second, and keeps it."""

    def __init__(self, look: Callable[[], str], keep: Callable[[str], None]) -> None:
        self._look = look
        self._keep = keep
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        seen = None
        while not self._end.wait(_EVERY_SECONDS):
            line = self._look()
            if line != seen:
                seen = line
                self._keep(line)
