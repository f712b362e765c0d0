"""`source-empty`: a translation where the source has no visible text.

It comes from a paste into the wrong field, or the English was deleted. A paragraph that exists in one language only
is `local` and has no source on purpose.
"""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.empty import is_blank
from tms.values import CheckInput, Kind, Severity, Spot

# What is longer than this has text, whatever its markup.
_MOST_MARKUP = 2_000


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    return len(source) <= _MOST_MARKUP and is_blank(source) and pair.kind is not Kind.LOCAL


def _find(pair: CheckInput) -> Iterator[Spot]:
    if _may_find(pair) and not is_blank(pair.target):
        yield Spot("a translation where the source has no text", 0, len(pair.target))


SOURCE_EMPTY = Check(
    "source-empty",
    "Translation without a source",
    "addition",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
