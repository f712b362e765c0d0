"""`structure`: a line of the translation that became another block.

In Markdown a line that begins with "## ", "- ", "> " or "1. " is a heading, a point of a list, a quotation. One that
the source does not have comes from a paste or from a sign typed by chance (a hyphen for a dialogue dash). What the
source has, it may have again; blocks that are one in both (the point of a list) come without their sign.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.values import CheckInput, Kind, Severity, Spot

_BLOCK = re.compile(
    r"^[ ]{0,3}(?:(?P<heading>\#{1,6})(?=[ \t\xa0])|(?P<list>[-*+])(?=[ \t\xa0]+[^\s*-])|(?P<quotation>>)"
    r"|(?P<number>\d{1,3}[.)])(?=[ \t]+\S)"
    r"|(?P<table>\|)(?=[^\n]{0,1000}\|)|(?P<fence>```|~~~))[ \t\xa0]*+",
    re.MULTILINE,
)
_NAMES = {
    "heading": "a heading",
    "list": "a point of a list",
    "quotation": "a quotation",
    "number": "a point of a numbered list",
    "table": "a table",
    "fence": "a block of code",
}
_STARTS = frozenset("#-*+>|`~ 0123456789")


def _may_find(pair: CheckInput) -> bool:
    return (pair.target[0] in _STARTS or "\n" in pair.target) and pair.kind is not Kind.ALT


def _find(pair: CheckInput) -> Iterator[Spot]:
    target = pair.target
    if not _may_find(pair):
        return
    blocks = [match for match in _BLOCK.finditer(target) if match.lastgroup]
    if not blocks:
        return
    allowed = Counter(match.lastgroup for match in _BLOCK.finditer(pair.source or ""))
    for match in blocks:
        if allowed[match.lastgroup] > 0:
            allowed[match.lastgroup] -= 1
            continue
        kind = match.lastgroup or ""
        # Within a text the line before has to be looked at as well.
        is_first = not target[: match.start()].strip() and kind != "fence"
        message = f"“{match[kind]}” at the head of a line makes it {_NAMES[kind]}"
        yield Spot(message, match.start(), match.end(), "" if is_first else None)


STRUCTURE = Check(
    "structure",
    "Another kind of block",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    signs=_STARTS - {" "},
    may_find=_may_find,
)
