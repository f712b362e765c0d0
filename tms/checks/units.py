"""`units`: a measure of the source that the translation converts, for someone to check the sum.

Converting is the translator's right (10 miles, 16 km); within five per cent or the rounding of the figure it is only a
hint. The same number with a metric unit (10 miles, 10 km) is a warning. Other values are an error of `numbers`.
"""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.conversions import MEASURE_WORDS, list_conversions
from tms.checks.number_pairs import list_numbers
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if source == pair.target:
        return
    wanted = list_numbers(source, pair.source_language)
    got = list_numbers(pair.target, pair.language)
    for conversion in list_conversions(wanted, got, source, pair.target):
        before = source[conversion.wanted.hit.start : conversion.wanted.end]
        start, end = conversion.got.hit.start, conversion.got.end
        after = pair.target[start:end]
        if conversion.is_right:
            yield Spot(f"“{before}” of the source is converted: “{after}”", start, end)
        else:
            message = f"“{before}” of the source is “{after}” here: the unit is another one"
            yield Spot(message, start, end, severity=Severity.WARNING)


UNITS = Check(
    "units",
    "Units converted",
    "numbers",
    Severity.INFO,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    source_words=MEASURE_WORDS,
)
