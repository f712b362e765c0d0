"""One finding for a slip that a text has all over, with one fix: twenty straight apostrophes are one thing to mend."""

from collections.abc import Sequence

from tms.checks.prose import Prose
from tms.values import Spot

MOST_CHANGES = 1000
"""More of one slip than a text has that somebody will mend."""

Change = tuple[int, int, str]
"""A stretch of the visible text, and what is put in its place."""


def spot_all(prose: Prose, message: str, changes: Sequence[Change]) -> Spot:
    """A spot from the first change to the last; what stands between them, tags too, is left as it is."""
    start = prose.locate(changes[0][0], changes[0][1])[0]
    position = start
    parts: list[str] = []
    is_safe = True
    for first, last, replacement in changes:
        begin, end = prose.locate(first, last)
        parts += (prose.raw[position:begin], replacement)
        position = end
        is_safe = is_safe and prose.is_plain(first, last)
    return Spot(message, start, position, "".join(parts) if is_safe else None)
