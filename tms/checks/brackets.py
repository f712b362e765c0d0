"""`brackets`: round, square and curly brackets that do not close, or close without having been opened."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
# a) 2) iv) begin the points of a list, :-) is a face.
_NOT_BRACKETS = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\[]))(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})\)|(?<![^\s])[:;=8]['’]?-?[()\[\]]", re.MULTILINE
)


def _find(pair: CheckInput) -> Iterator[Spot]:
    faults = _list_unbalanced(pair.target)
    if not faults or (pair.source is not None and _list_unbalanced(pair.source)):
        return
    prose = read_prose(pair.target)
    severity = Severity.WARNING if pair.source is None else Severity.ERROR
    for place in faults:
        sign = prose.text[place]
        what = "is not opened" if sign in _PAIRS else "is not closed"
        yield with_severity(prose.spot(f"{sign} {what}", place, place + 1), severity)


def _list_unbalanced(text: str) -> list[int]:
    """Places in the visible text of brackets without a partner, each kind counted for itself."""
    if not _BRACKET.search(text):
        return []
    visible = read_prose(text).text
    opened: dict[str, list[int]] = {"(": [], "[": [], "{": []}
    faults: list[int] = []
    for match in _BRACKET.finditer(visible):
        if match.group() in opened:
            opened[match.group()].append(match.start())
        elif opened[_PAIRS[match.group()]]:
            opened[_PAIRS[match.group()]].pop()
        else:
            faults.append(match.start())
    faults += [place for places in opened.values() for place in places]
    spared = {i for m in _NOT_BRACKETS.finditer(visible) for i in range(*m.span())} if faults else set()
    return sorted(place for place in faults if place not in spared)


BRACKETS = Check(
    "brackets",
    "Unbalanced brackets",
    "typographical",
    Severity.ERROR,
    _find,
    signs=frozenset("()[]{}&"),
    needs_whole=True,
)
