"""`double-space`: two spaces between words."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_SPACES = re.compile(r"[ \u00a0\u202f](?<=\S.)[ \u00a0\u202f]++(?=\S)")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _SPACES.finditer(prose.text):
        # Spaces on both sides of a tag are one space on the page.
        if prose.is_plain(*match.span()):
            yield prose.spot("more than one space", *match.span(), _keep_one(match.group()))


def _keep_one(spaces: str) -> str:
    return next((space for space in "\u202f\u00a0" if space in spaces), " ")


DOUBLE_SPACE = Check("double-space", "Double space", "whitespace", Severity.WARNING, _find, shapes=frozenset(("  ",)))
