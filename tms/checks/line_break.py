"""`line-break`: a paragraph pasted with the line ends of a page, where the source is one line.

A source that is wrapped itself says nothing of single line ends, but one of short lines (a poem, an address) keeps
them. Paragraphs that were joined by a blank line when a translation was taken over are a hint only.
"""

import itertools
import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.text.markup import find_protected_spans
from tms.values import CheckInput, Kind, Severity, Spot

# Line ends beside a tag belong to the markup.
_BREAK = re.compile(r"(?<=[^\s>])[ \t]*+\r?\n[ \t]*+(?=[^\s<])")
_BESIDE_TAG = re.compile(r">[ \t]*\r?\n|\n[ \t]*<")
_BLANK = re.compile(r"(?<=\S)[ \t]*+\r?\n\s*?\n\s*+(?=\S)")
_BLOCK_AFTER = re.compile(r"(?:[-*+>|#•–—]|\d+[.)])\s?")
_MARKED = re.compile(r"\s*(?:[-*+•–—]|\d{1,3}[.)]|[a-h]\))\s")
_DIALOGUE = frozenset("—–―")
_CODE = frozenset("`{")
_SHORTEST_WRAPPED = 55


def _may_find(pair: CheckInput) -> bool:
    return "\n" in pair.target or "\n" in (pair.source or "")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source is None or pair.kind is Kind.LOCAL:
        return
    source = pair.source.strip()
    if _has_lines_of_its_own(source):
        wanted, got = len(_BREAK.findall(source)), len(_BREAK.findall(pair.target))
        # Two short lines may be wrapped as well: there only lost ones tell.
        if wanted != got and (wanted > 1 or not got):
            yield Spot(f"{got + 1} lines where the source has {wanted + 1}")
            return
    breaks = [] if _BREAK.search(source) or _BESIDE_TAG.search(source) else list(_BREAK.finditer(pair.target))
    # Who speaks next begins a line in French and Spanish.
    if breaks and not all(pair.target[match.end()] in _DIALOGUE for match in breaks):
        start, end = breaks[0].start(), breaks[-1].end()
        yield Spot("line ends that the source does not have", start, end, _join(pair.target, start, end))
    blanks = list(_BLANK.finditer(pair.target))
    if len(blanks) > len(_BLANK.findall(source)):
        message = "more paragraphs than the source has"
        yield Spot(message, blanks[0].start(), blanks[-1].end(), severity=Severity.INFO)
    elif len(blanks) < len(_BLANK.findall(source)):
        yield Spot("fewer paragraphs than the source has")


def _has_lines_of_its_own(source: str) -> bool:
    """Whether the lines are those of a poem, an address, a list: too short to be wrapped, but for the last."""
    lines = source.split("\n")
    if len(lines) > 1 and all(_MARKED.match(line) for line in lines[1:]):
        return True
    return len(lines) > 1 and all(0 < len(line) < _SHORTEST_WRAPPED for line in lines[:-1])


def _join(text: str, start: int, end: int) -> str | None:
    """The stretch on one line; None where a list, a table or code may need its lines."""
    breaks = list(_BREAK.finditer(text))
    is_block = any(_BLOCK_AFTER.match(text, match.end()) for match in breaks)
    spans = find_protected_spans(text)
    if is_block or any(span.start < end and start < span.end and text[span.start] in _CODE for span in spans):
        return None
    pieces = [text[before.end() : after.start()] for before, after in itertools.pairwise(breaks)]
    return " ".join(("", *pieces, ""))


LINE_BREAK = Check(
    "line-break",
    "Line breaks",
    "whitespace",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
