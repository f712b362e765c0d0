"""`edge-space`: white space at the beginning or the end that the source does not have, or that is missing."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot

_LEADING = re.compile(r"[\s\u200b\ufeff]*+")
_TRAILING = re.compile(r"(?<![\s\u200b\ufeff])[\s\u200b\ufeff]++\Z")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not pair.target.strip():
        return
    source = pair.source or ""
    lead, wanted = _leading(pair.target), _leading(source) if source.strip() else ""
    if lead != wanted:
        message = "space at the beginning" if lead else "the space at the beginning is missing"
        yield Spot(message, 0, len(lead), wanted)
    tail, wanted = _trailing(pair.target), _trailing(source) if source.strip() else ""
    if tail != wanted:
        message = "space at the end" if tail else "the space at the end is missing"
        yield Spot(message, len(pair.target) - len(tail), len(pair.target), wanted)


def _leading(text: str) -> str:
    match = _LEADING.match(text)
    return match.group() if match else ""


def _trailing(text: str) -> str:
    match = _TRAILING.search(text, len(text.rstrip().rstrip("\u200b\ufeff").rstrip()))
    return match.group() if match else ""


EDGE_SPACE = Check("edge-space", "Space at the edge", "whitespace", Severity.WARNING, _find)
