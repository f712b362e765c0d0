"""The titles of link definitions (`[label]: /address "title"`), which readers see over a link."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import unescapeAll

from tms.formats.markdown_templates import QUOTED
from tms.formats.splice import Span
from tms.values import Kind

_TITLE = re.compile(r"""(?<![^ \t])(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\))[ \t]*$""")


def find_titles(references: object, lines: Sequence[str]) -> Iterator[tuple[Span, int]]:
    """The titles that stand on one line, each with the number of that line and its place in it.

    `references` is what the block parser left: a title and the lines for each label.
    """
    for reference in references.values() if isinstance(references, dict) else ():
        title, number = str(reference["title"]), int(reference["map"][1]) - 1
        if not title.strip() or number >= len(lines):
            continue
        match = _TITLE.search(lines[number])
        if match is not None and unescapeAll(match[match.lastindex or 1]) == title:
            group = match.lastindex or 1
            yield Span(*match.span(group), Kind.ALT, match[group], form=QUOTED), number
