"""On which line of a TOML file a key stands, which tomllib does not tell."""

import re

_HEADER = re.compile(r"^\s*\[\[?(?P<path>[^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"^\s*(?P<path>{_KEY_PART}(?:\s*\.\s*{_KEY_PART})*)\s*=")
_PART = re.compile(_KEY_PART)
_PLACE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_MULTILINE = re.compile(r'"""|\'\'\'')


def read_error_place(error: Exception, text: str) -> tuple[str, int]:
    """What a TOML error says without its place, and the line of that place."""
    message = str(error)
    match = _PLACE.search(message)
    last = text.count("\n") + (not text.endswith("\n"))
    if match is None:
        return message or "the file cannot be read", 1
    return message[: match.start()], int(match["line"] or last)


class TomlLines:
    """The lines of a TOML file by table and key."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._places: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        is_inside = False
        for number, line in enumerate(self._lines, 1):
            if not is_inside:
                table = self._read_line(line, number, table)
            if len(_MULTILINE.findall(line)) % 2:
                is_inside = not is_inside

    def _read_line(self, line: str, number: int, table: tuple[str, ...]) -> tuple[str, ...]:
        header = _HEADER.match(line)
        if header:
            table = _read_path(header["path"])
            self._note(table, number)
        elif key := _KEY.match(line):
            self._note((*table, *_read_path(key["path"])), number)
        return table

    def _note(self, path: tuple[str, ...], number: int) -> None:
        for length in range(1, len(path) + 1):
            self._places.setdefault(path[:length], number)

    def has(self, path: tuple[str, ...], key: str) -> bool:
        """Whether a key of a table stands at the beginning of a line."""
        return (*path, key) in self._places

    def find(self, path: tuple[str, ...], key: str = "", text: str = "") -> int:
        """The line of a key of a table, or of the first line from there on that holds a text."""
        wanted = (*path, key) if key else path
        while wanted and wanted not in self._places:
            wanted = wanted[:-1]
        first = self._places.get(wanted, 1)
        if text:
            for number in range(first, len(self._lines) + 1):
                if text in self._lines[number - 1]:
                    return number
        return first


def _read_path(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(path))
