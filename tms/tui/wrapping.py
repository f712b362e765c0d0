"""Lines of a text at a width in terminal cells: quick for plain text, right for wide and combining characters."""

import re
from bisect import bisect_right
from itertools import accumulate

from rich.cells import get_character_cell_size

from tms.tui.harmless import show_harmless

# Characters of one cell each: here a line is cut by counting, without a look at each of them.
_ONE_CELL = re.compile("[\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e\u20ac▫⇥]*")


def wrap_spans(text: str, width: int) -> list[tuple[int, int]]:
    """Start and end of each line of `text` at `width` cells; at least one line; spaces at a break belong to none."""
    width = max(1, width)
    if _ONE_CELL.fullmatch(text):
        if len(text) <= width and "\n" not in text:
            return [(0, len(text))]
        return [span for line in _split_lines(text) for span in _wrap_narrow(text, *line, width)]
    cells = [0, *accumulate(map(get_character_cell_size, text))]
    return [span for line in _split_lines(text) for span in _wrap_cells(text, cells, line, width)]


def count_lines(text: str, width: int) -> int:
    """How many lines `wrap_spans` gives for the text as it is shown."""
    if not _ONE_CELL.fullmatch(text):
        return len(wrap_spans(show_harmless(text), width))
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(_count_narrow(line, width) for line in text.split("\n"))


def _count_narrow(line: str, width: int) -> int:
    """What `_wrap_narrow` would give, without the spans."""
    count, start, end = 1, 0, len(line)
    while end - start > width:
        cut = line.rfind(" ", start, start + width + 1)
        start = start + width if cut <= start else _skip_spaces(line, cut, end)
        count += 1
    return count


def _split_lines(text: str) -> list[tuple[int, int]]:
    if "\n" not in text:
        return [(0, len(text))]
    ends = [index for index, character in enumerate(text) if character == "\n"] + [len(text)]
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def _wrap_narrow(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    spans = []
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            spans.append((start, start + width))
            start += width
            continue
        spans.append((start, cut))
        start = _skip_spaces(text, cut, end)
    spans.append((start, end))
    return spans


def _wrap_cells(text: str, cells: list[int], line: tuple[int, int], width: int) -> list[tuple[int, int]]:
    start, end = line
    spans = []
    while cells[end] - cells[start] > width:
        # The last place that still fits: marks of no width stay with the character before them.
        fits = min(end, bisect_right(cells, cells[start] + width, start, end + 1) - 1)
        if fits <= start:
            fits = _end_of_character(cells, start, end)
        cut = _find_break(text, cells, start, fits)
        spans.append((start, cut))
        start = _skip_spaces(text, cut, end)
    spans.append((start, end))
    return spans


def _end_of_character(cells: list[int], start: int, end: int) -> int:
    after = start + 1
    while after < end and cells[after + 1] == cells[after]:
        after += 1
    return after


def _find_break(text: str, cells: list[int], start: int, fits: int) -> int:
    """The last space, or the place after a wide character, at which the line may end."""
    for cut in range(fits, start, -1):
        if cut < len(text) and text[cut] == " ":
            return cut
        if cut < fits + 1 and cells[cut] - cells[cut - 1] == 2:
            return cut
    return fits


def _skip_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start
