"""`empty`: a translation without any visible text for a source that has some."""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"


def _find(pair: CheckInput) -> Iterator[Spot]:
    if _is_blank(pair.target) and not _is_blank(pair.source or ""):
        yield Spot("the translation is empty")


def _is_blank(text: str) -> bool:
    return not read_prose(text).text.strip(_INVISIBLE + " \t\r\n\u00a0\u202f\u2009")


EMPTY = Check("empty", "Empty translation", "omission", Severity.ERROR, _find, needs_source=True, is_for_empty=True)
