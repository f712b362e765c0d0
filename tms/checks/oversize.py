"""`oversize`: a text that no paragraph can have, of which only the beginning is read."""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot

LONGEST = 30_000
"""Some 5,000 words; what is longer is a file that went wrong, and typing must not wait for it."""


def _may_find(pair: CheckInput) -> bool:
    return len(pair.target) > LONGEST


def _find(pair: CheckInput) -> Iterator[Spot]:
    if _may_find(pair):
        yield Spot(f"longer than {LONGEST:,} characters: only its beginning was checked, and not against the source")


OVERSIZE = Check("oversize", "Endless text", "length", Severity.WARNING, _find, may_find=_may_find)
