"""The cells of a row of a Markdown table, found in its line."""

import re
from collections.abc import Sequence

from markdown_it.common.utils import MD_TRIM_CHARS

# GFM: a pipe with a backslash in front does not end a cell.
_PIPE = re.compile(r"(?<!\\)\|")


def find_cells(line: str, row_start: int, contents: Sequence[str]) -> list[tuple[int, int]] | None:
    """Start and end of each cell that has text; None where the row is not what the parser read in it.

    `contents` is what the parser read: trimmed cells, pipes without their backslash, "" for cells that are missing.
    """
    spans = _split_row(line, row_start)
    found: list[tuple[int, int]] = []
    for index, content in enumerate(contents):
        start, end = spans[index] if index < len(spans) else (0, 0)
        start, end = _trim(line, start, end)
        if line[start:end].replace("\\|", "|") != content:
            return None
        if content:
            found.append((start, end))
    return found


def _split_row(line: str, row_start: int) -> list[tuple[int, int]]:
    start, end = _trim(line, row_start, len(line))
    spans: list[tuple[int, int]] = []
    for pipe in _PIPE.finditer(line, start, end):
        spans.append((start, pipe.start()))
        start = pipe.end()
    spans.append((start, end))
    if spans[0][0] == spans[0][1]:
        spans.pop(0)
    if spans and spans[-1][0] == spans[-1][1]:
        spans.pop()
    return spans


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    start += len(cell) - len(cell.lstrip(MD_TRIM_CHARS))
    return start, start + len(cell.strip(MD_TRIM_CHARS))
