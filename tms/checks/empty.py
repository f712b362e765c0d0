"""`empty`: a translation without any visible text for a source that has some."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_WORD_FIRST = re.compile(r"(?:<[A-Za-z/][^<>]{0,300}>|[^\w<&\[{`])*+\w\w")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"


def _may_find(pair: CheckInput) -> bool:
    return is_blank(pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    if is_blank(pair.target) and not is_blank(pair.source or ""):
        yield Spot("the translation is empty")


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing of a text."""
    # Most texts show a word before any code or entity, and need no reading.
    if text[:2].isalnum() and len(text) > 1:
        return False
    return not _WORD_FIRST.match(text) and not read_prose(text).text.strip(_INVISIBLE + " \t\r\n\u00a0\u202f\u2009")


EMPTY = Check(
    "empty",
    "Empty translation",
    "omission",
    Severity.ERROR,
    _find,
    needs_source=True,
    may_find=_may_find,
    is_for_empty=True,
)
