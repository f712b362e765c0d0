r"""Lines of a file: only "\n", "\r\n" and a lone "\r" end one, never the other separators of Unicode."""

import re
from collections.abc import Iterator

LINE_END = re.compile(r"\r\n?|\n")


def find_line_ends(text: str) -> Iterator[tuple[int, int]]:
    """For each line of the text where its content ends and where the next line starts."""
    for match in LINE_END.finditer(text):
        yield match.span()
    yield len(text), len(text)


def split_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each line's content; a text that ends in a line end has an empty last line."""
    start = 0
    spans: list[tuple[int, int]] = []
    for end, following in find_line_ends(text):
        spans.append((start, end))
        start = following
    return tuple(spans)


def unify_lines(text: str) -> str:
    r"""The text with "\n" for every line end."""
    return LINE_END.sub("\n", text)


def find_newline(text: str) -> str:
    """The line end that the text uses most, a plain one where it has none."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])
