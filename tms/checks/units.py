"""`units`: a measure of the source that the translation converts, for someone to check the sum.

Converting is the translator's right (10 miles, 16 km); within five per cent or the rounding of the figure it is only a
hint. The same number with a metric unit (10 miles, 10 km) is a warning. Other values are an error of `numbers`.
"""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.code_page import read_code
from tms.checks.conversions import IMPERIAL_WORDS, MEASURE_WORDS, METRIC_WORDS, list_conversions
from tms.checks.number_pairs import list_numbers
from tms.checks.prose import read_prose
from tms.checks.word_places import encode_all
from tms.values import CheckInput, Severity, Spot

_IMPERIAL, _METRIC = encode_all(IMPERIAL_WORDS), encode_all(METRIC_WORDS)


def _may_find(pair: CheckInput) -> bool:
    """Whether one text has an imperial unit and the other a metric one."""
    source, target = read_prose(pair.source or "").text, read_prose(pair.target).text
    return (_has_imperial(source) and _has_metric(target)) or (_has_imperial(target) and _has_metric(source))


def _has_imperial(text: str) -> bool:
    return not _IMPERIAL.isdisjoint(read_code(text).words)


def _has_metric(text: str) -> bool:
    return not _METRIC.isdisjoint(read_code(text).words) or "°" in text


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
    may_find=_may_find,
)
