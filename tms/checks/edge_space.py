"""`edge-space`: white space at the beginning or the end that the source does not have, or that is missing."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot

_LEADING = re.compile(r"[\s\u200b\ufeff]*+")
_TRAILING = re.compile(r"(?<![\s\u200b\ufeff])[\s\u200b\ufeff]++\Z")

_SPACES = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f"
    "\u3000\ufeff\x85"
)


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    return not _has_plain_edges(pair.target) or (bool(source.strip()) and not _has_plain_edges(source))


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    lead, wanted = _leading(pair.target), _leading(source) if source.strip() else ""
    if lead != wanted:
        message = "space at the beginning" if lead else "the space at the beginning is missing"
        yield Spot(message, 0, len(lead), wanted)
    tail, wanted = _trailing(pair.target), _trailing(source) if source.strip() else ""
    if tail != wanted:
        message = "space at the end" if tail else "the space at the end is missing"
        yield Spot(message, len(pair.target) - len(tail), len(pair.target), wanted)


def _has_plain_edges(text: str) -> bool:
    return text[0] > " " and text[-1] > " " and text[0] not in _SPACES and text[-1] not in _SPACES


def _leading(text: str) -> str:
    match = _LEADING.match(text)
    return match.group() if match else ""


def _trailing(text: str) -> str:
    match = _TRAILING.search(text, len(text.rstrip().rstrip("\u200b\ufeff").rstrip()))
    return match.group() if match else ""


EDGE_SPACE = Check("edge-space", "Space at the edge", "whitespace", Severity.WARNING, _find, may_find=_may_find)
