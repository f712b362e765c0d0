"""`double-space`: two spaces between words."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_SPACES = re.compile(r"[ \u00a0\u202f](?<=\S.)[ \u00a0\u202f]++(?=\S)")


_PAIRS = tuple(first + second for first in " \u00a0\u202f" for second in " \u00a0\u202f")


def _may_find(pair: CheckInput) -> bool:
    text = read_prose(pair.target).text
    return "  " in text or (not text.isascii() and any(two in text for two in _PAIRS))


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _SPACES.finditer(prose.text):
        # Spaces on both sides of a tag are one space on the page.
        if prose.is_plain(*match.span()):
            yield prose.spot("more than one space", *match.span(), _keep_one(match.group()))


def _keep_one(spaces: str) -> str:
    return next((space for space in "\u202f\u00a0" if space in spaces), " ")


DOUBLE_SPACE = Check("double-space", "Double space", "whitespace", Severity.WARNING, _find, may_find=_may_find)
