"""What is drawn of a text besides its words: tags a step back, spaces of each kind where one wants to see them."""

import re
from collections.abc import Iterable, Sequence

from tms.tui.blocks import Role, Run

LINE_END = "¶"
_SPACES = {"\u00a0": "⍽", "\u202f": "⎵", "\u2009": "⎵", "\t": "⇥"}
_SEEN = re.compile("[\u00a0\u202f\u2009\t]|  +| +(?=\n|$)")


def show_spaces(text: str) -> str:
    """The text with its no-break spaces, tabs, double spaces and spaces at a line's end as signs, one for one."""
    return _SEEN.sub(lambda found: _SPACES.get(found[0]) or "·" * len(found[0]), text)


def find_spaces(text: str) -> list[tuple[int, int]]:
    """Where `show_spaces` puts a sign."""
    return [found.span() for found in _SEEN.finditer(text)]


def quieten(runs: Sequence[Run], spans: Iterable[tuple[int, int]]) -> list[Run]:
    """The runs of a text with these places a step back; the roles of the rest stay."""
    quiet = sorted(spans)
    if not quiet:
        return list(runs)
    result: list[Run] = []
    position = 0
    for text, role in runs:
        end, at = position + len(text), position
        for left, right in quiet:
            first, last = max(left, at), min(right, end)
            if first < last:
                result += [
                    (text[at - position : first - position], role),
                    (text[first - position : last - position], Role.QUIET),
                ]
                at = last
        result.append((text[at - position :], role))
        position = end
    return [run for run in result if run[0]]
