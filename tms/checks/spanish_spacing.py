"""`spanish-spacing`: Spanish sets no space before , . ; : ! ? nor inside « » “ ” and ¿ ¡ (RAE, Ortografía 2010, §3).

The space before % that the Academia asks for (15 %) is only a hint. Faces, ratios, emoji codes, extensions (.pdf) and
whatever the source spaces in the same way are left alone.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_GAP = r"[ \t\u00a0\u202f\u2009]"
_SPOT = re.compile(
    rf"(?<=[\w.,;:!?»”’\"')\]…%€])(?P<before>{_GAP}++)"
    rf"(?:(?P<sign>[;!?](?![\w\-'’()^=])|:(?=[\s»”]|\Z)(?!{_GAP}\d)|,(?![\d,])|\.(?![\w.,/\\]))|(?P<closer>[»”]))"
    rf"|(?P<opener>[«“¿¡])(?P<after>{_GAP}++)(?=\S)|(?<=\d)(?P<percent>)%(?![\w%])"
)


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _SPOT.finditer(prose.text):
        if match["percent"] is not None:
            spot = prose.insert_after("a space before %", match.start("percent"), "\u00a0")
            yield with_severity(spot, Severity.INFO)
        elif match["opener"]:
            yield prose.spot(f"space after “{match['opener']}”", *match.span("after"), "")
        # A space before the end of a tag is the business of `tag-space`.
        elif prose.is_plain(match.start(), match.end()) and _is_own(match, pair.source):
            yield _before(prose, match)


def _is_own(match: re.Match[str], source: str | None) -> bool:
    """Whether the space is the translation's own."""
    return source is None or match["closer"] is not None or match.group() not in source


def _before(prose: Prose, match: re.Match[str]) -> Spot:
    sign = match["sign"] or match["closer"]
    after = prose.text[match.end() : match.end() + 1]
    # "perro ,gato" wants its space on the other side.
    if sign in ",;:" and after.isalpha():
        return prose.spot(f"space before “{sign}”", match.start("before"), match.end(), f"{sign} ")
    return prose.spot(f"space before “{sign}”", *match.span("before"), "")


SPANISH_SPACING = Check(
    "spanish-spacing",
    "Spanish spacing",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("es",)),
    shapes=frozenset((" :", " !", " ,", " .", " »", "« ", "“ ", "¿ ", "0%")),
)
