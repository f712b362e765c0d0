"""What the program remembers of one person between evenings: layout, last places, what was read; never shared."""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any


class Habits:
    """Names and plain JSON values in one small file; a file that cannot be read or written costs nothing but memory."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._values: dict[str, Any] = {}
        if path is not None:
            with suppress(OSError, ValueError):
                read = json.loads(path.read_text(encoding="utf-8"))
                self._values = read if isinstance(read, dict) else {}

    def get(self, name: str, default: Any = None) -> Any:
        """What is remembered under a name."""
        return self._values.get(name, default)

    def put(self, name: str, value: Any) -> None:
        """Remember a value, now and for the next start."""
        if self._values.get(name) != value:
            self._values[name] = value
            with suppress(OSError):
                self._write()

    def _write(self) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._values, file, ensure_ascii=False, indent=1)
        Path(name).replace(self.path)
