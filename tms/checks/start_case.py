"""`start-case`: the source begins with a capital and the translation with a small letter.

Quotation marks, brackets and dashes at the head are passed over; a figure at the head, an ellipsis, an address or a
name that is written small (iPhone, al-Jazeera) asks for nothing. The points of a list begin small in French and Spanish
where they end with a semicolon or a comma, and the last of them ends with a stop.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Kind, Severity, Spot

_HEAD = re.compile(r"[\s«“”„‹‘\"'(\[¿¡—–*\u200e\u200f\u2066-\u2069-]*+([^\W\d_])([\w’'-]*)")
_SMALL_NAMES = re.compile(
    r"(?:al|el|as|an|ar|ash|az|ad|at|e)[-’'][^\W\d_]|(?:ben|bin|ibn|von|van|ter|zu) [A-Z]|[a-z]{1,2}[A-Z]"
)
_FREE = frozenset((Kind.TABLE_CELL, Kind.LABEL, Kind.LINK, Kind.LOCAL))


def _may_find(pair: CheckInput) -> bool:
    # A capital at the very head is the rule, and quick to see.
    return not pair.target[0].isupper()


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    prose = read_prose(pair.target)
    head = _HEAD.match(prose.text)
    if head is None or not head[1].islower() or pair.kind in _FREE:
        return
    source = _HEAD.match(read_prose(pair.source or "").text)
    if source is None or not source[1].isupper() or head.group(0) == source.group(0):
        return
    if pair.kind is Kind.LIST_ITEM and _ends_a_point(prose.text, pair.source or ""):
        return
    capital = head[1].upper()
    if len(capital) == 1 and not _is_small_name(prose.text, head, pair.source or ""):
        yield prose.spot("begins with a small letter", head.start(1), head.end(1), capital)


def _ends_a_point(text: str, source: str) -> bool:
    last = text.rstrip()[-1]
    return last in ";," or (last == "." and not source.rstrip().endswith("."))


def _is_small_name(text: str, head: re.Match[str], source: str) -> bool:
    if _SMALL_NAMES.match(text, head.start(1)):
        return True
    # A word that the source writes small as well: a loan, an account.
    word = head[1] + head[2]
    return len(word) > 3 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) is not None


START_CASE = Check(
    "start-case",
    "Capital at the beginning",
    "typographical",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
