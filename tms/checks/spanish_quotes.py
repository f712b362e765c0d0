"""`spanish-quotes`: the quotation marks of Spanish (RAE, Ortografía 2010, §3.4.5.2).

« » stand first, “ ” within them, ‘ ’ within those; American houses begin with “ ”. Straight marks are a hint, marks
within marks of the same kind a warning. A house rule may ask for one kind at the first level.
"""

from collections.abc import Iterator

from tms.checks.check import Check, region
from tms.checks.prose import Prose, read_prose, with_severity
from tms.checks.quotation import Quotation, read_quotes
from tms.values import CheckInput, Severity, SpanishQuotes, Spot

_KINDS = {"«": "«»", "“": "“”", "‘": "‘’", '"': '""'}
_ORDER = ("«»", "“”", "‘’")
_WANTED = {SpanishQuotes.ANGULAR: "«", SpanishQuotes.CURLY: "“"}


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    quotes = read_quotes(prose.text)
    if not quotes.is_balanced:
        return
    house = _WANTED.get(pair.rules.spanish_quotes, "")
    outer: list[Quotation] = []
    for quotation in quotes.quotations:
        while outer and outer[-1].closer < quotation.opener:
            outer.pop()
        yield from _check(prose, quotation, outer, house or _usual(pair, prose), is_house_rule=bool(house))
        outer.append(quotation)


def _usual(pair: CheckInput, prose: Prose) -> str:
    """The mark of the first level that the text has already, or that the region is used to."""
    for mark in "«“":
        if mark in prose.text:
            return mark
    return "«" if region(pair.language) in ("", "ES") and not pair.language.endswith("419") else "“"


def _check(
    prose: Prose, quotation: Quotation, outer: list[Quotation], first: str, *, is_house_rule: bool
) -> Iterator[Spot]:
    mark = prose.text[quotation.opener]
    inside = prose.text[quotation.opener + 1 : quotation.closer]
    places = (quotation.opener, quotation.closer)
    if outer:
        above = prose.text[outer[-1].opener]
        if mark == above and mark != '"':
            kind = _ORDER[_ORDER.index(_KINDS[above]) + 1] if above in "«“" else None
            message = f"“{mark}” within “{mark}”: marks within marks are of another kind"
            yield _replace(prose, places, message, kind, inside)
        elif mark == '"':
            kind = _ORDER[_ORDER.index(_KINDS[above]) + 1] if above in "«“" else None
            yield with_severity(_replace(prose, places, "straight quotation marks", kind, inside), Severity.INFO)
        return
    if mark == '"':
        spot = _replace(prose, places, "straight quotation marks", _KINDS[first], inside)
        yield spot if is_house_rule else with_severity(spot, Severity.INFO)
    elif is_house_rule and mark in "«“" and mark != first:
        yield _replace(prose, places, f"the house style begins with “{first}”", _KINDS[first], inside)


def _replace(prose: Prose, places: tuple[int, int], message: str, kind: str | None, inside: str) -> Spot:
    """A spot with the marks of another kind; none where the quotation has that kind within itself."""
    if kind is None or kind[0] in inside:
        first, last = prose.locate(places[0], places[1] + 1)
        return Spot(message, first, last)
    return prose.wrap(message, places, kind[0], kind[1])


SPANISH_QUOTES = Check(
    "spanish-quotes",
    "Spanish quotation marks",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("es",)),
    signs=frozenset('«“"&'),
)
