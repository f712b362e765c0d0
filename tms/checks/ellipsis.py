"""`ellipsis`: the three points are one sign, and “etc.” ends in a single point.

Imprimerie nationale, Lexique; RAE, Ortografía 2010, §3.4.9. Rows of more points (tables of contents) and paths are
left alone, and four points are the business of `double-punctuation`.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_AND_SO_ON = re.compile(r"etc(?<![\w/.]etc)[ \u00a0\u202f]?(?:\.?…[.…]*+|\.{3,}+)")
_POINTS = re.compile(r"\.(?<![./\\].)(?:\.\.|[ \u00a0]\.[ \u00a0]\.)(?![./\\]|[ \u00a0]\.)")


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    has_points = "..." in text or ". ." in text or ".\u00a0." in text
    if not has_points and not ("…" in text and "etc" in text):
        return
    prose = read_prose(text)
    taken = -1
    for match in _AND_SO_ON.finditer(prose.text):
        message = f"“etc.” has one point, not “{match.group()}”"
        yield with_severity(prose.spot(message, *match.span(), "etc."), Severity.WARNING)
        taken = match.end()
    for match in _POINTS.finditer(prose.text) if has_points else ():
        if match.end() > taken and not prose.text.endswith("etc", 0, match.start()):
            yield prose.spot("three points for the one sign …", *match.span(), "…")


ELLIPSIS = Check(
    "ellipsis",
    "Ellipses",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    shapes=frozenset(("..", ". .", "…")),
)
