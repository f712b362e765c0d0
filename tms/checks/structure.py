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
    r"|(?P<rule>(?:[-=][ \t]?){3,60}$|(?:[*_][ \t]?){3,60}$)"
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
    "rule": "a line across the page",
}
_STARTS = frozenset("#-*+>|`~=_ 0123456789")
# Points of a list come without their sign where they are one in both texts, and a dialogue has another one.
_LASTING = ("heading", "quotation", "table", "fence")


def _may_find(pair: CheckInput) -> bool:
    texts = (pair.target, pair.source or " ")
    return any(text[:1] in _STARTS or "\n" in text for text in texts) and pair.kind is not Kind.ALT


def _find(pair: CheckInput) -> Iterator[Spot]:
    target = pair.target
    if not _may_find(pair):
        return
    blocks = [match for match in _BLOCK.finditer(target) if match.lastgroup]
    wanted = [match for match in _BLOCK.finditer(pair.source or "") if match.lastgroup]
    yield from _find_lost(wanted, blocks)
    allowed = Counter(map(_name, wanted))
    for match in blocks:
        if allowed[_name(match)] > 0:
            allowed[_name(match)] -= 1
            continue
        kind = match.lastgroup or ""
        # Within a text the line before has to be looked at as well.
        is_first = not target[: match.start()].strip() and kind != "fence"
        message = f"“{match[kind]}” at the head of a line makes it {_NAMES[kind]}"
        yield Spot(message, match.start(), match.end(), "" if is_first else None)


def _name(match: re.Match[str]) -> str:
    """The kind of a block; headings are told apart by their level."""
    return match["heading"] or match.lastgroup or ""


def _find_lost(wanted: list[re.Match[str]], got: list[re.Match[str]]) -> Iterator[Spot]:
    """The first sign of a block that the translation has no longer, where nothing came in its stead."""
    for match in wanted if not got else ():
        if match.lastgroup in _LASTING:
            yield Spot(f"no “{match[match.lastgroup]}” at the head: in the source it is {_NAMES[match.lastgroup]}")
            return


STRUCTURE = Check(
    "structure",
    "Another kind of block",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    either_signs=_STARTS - {" "},
    may_find=_may_find,
)
