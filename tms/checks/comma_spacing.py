"""`comma-spacing`: a space before a comma or a full stop, or none after a comma between words."""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_BEFORE = re.compile(r"(?<=[^\W_])[ \u00a0\u202f]++(?:(,)(?![\d,])|\.(?![\w.,/\\]))")
_NONE_AFTER = re.compile(r"(?<=[^\W\d_][^\W\d_]),(?=[^\W\d_]{2})")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if "," not in pair.target and "." not in pair.target:
        return
    prose = read_prose(pair.target)
    for match in _BEFORE.finditer(prose.text):
        if pair.source is not None and match.group() in pair.source:
            continue
        after = prose.text[match.end() : match.end() + 1]
        sign = match.group()[-1]
        yield prose.spot(f"space before “{sign}”", *match.span(), sign + (" " if match[1] and after.isalpha() else ""))
    for match in _NONE_AFTER.finditer(prose.text):
        around = prose.text[match.start() - 2 : match.end() + 2]
        if pair.source is None or around not in pair.source:
            yield prose.spot("no space after the comma", *match.span(), ", ")


COMMA_SPACING = Check("comma-spacing", "Spaces around commas", "typographical", Severity.WARNING, _find)
