"""`notation`: a number in the notation of English in a French or Spanish text (CLDR; RAE, Ortografía 2010, §8.2).

With a source it is an error where the number reads as another one here (4,000 is four in French). Versions and sections
(2.1) look like decimals, so a decimal point counts only in French before a unit or a scale word; Spanish allows it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from tms.checks.check import Check, base_language
from tms.checks.number_pairs import answer_pair, is_plain, list_numbers, write_in
from tms.text.numbers import NumberHit
from tms.values import CheckInput, Severity, Spot

_INNER_SIGN = re.compile(r"\d[.,'’\u00a0\u202f ]\d")
_GROUPED = re.compile(r"[-−]?\d{1,3}(?:[.,'’]\d{3})+(?!\d)")
_DECIMAL_POINT = re.compile(r"[-−]?\d+\.\d")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _INNER_SIGN.search(pair.target) or base_language(pair.language) == base_language(pair.source_language):
        return
    foreign = [hit for hit in list_numbers(pair.target, pair.language) if hit.is_foreign_notation]
    if not foreign:
        return
    misread = set() if pair.source is None else {hit.start for hit in answer_pair(pair).misread}
    wanted = None if pair.source is None else {hit.value for hit in list_numbers(pair.source, pair.source_language)}
    for hit in foreign:
        if hit.start in misread:
            yield _misread(pair, hit)
            continue
        value = _read(hit, wanted, base_language(pair.language))
        shown = None if value is None else write_in(pair.language, value, hit)
        if shown is not None and shown != hit.text:
            message = f"“{hit.text}” is the notation of another language; write {shown}"
            yield Spot(message, hit.start, hit.end, shown if is_plain(hit) else None)


def _misread(pair: CheckInput, hit: NumberHit) -> Spot:
    value = hit.value if hit.foreign_value is None else hit.foreign_value
    shown = write_in(pair.language, value, hit)
    message = f"“{hit.text}” reads as {hit.value.normalize():f} here; write {shown}"
    return Spot(message, hit.start, hit.end, shown if is_plain(hit) else None, Severity.ERROR)


def _read(hit: NumberHit, wanted: set[Decimal] | None, language: str) -> Decimal | None:
    """What the number means to say; None where it is right as it stands, or the business of `numbers`."""
    thousands = _GROUPED.match(hit.text)
    if thousands is None:
        is_measure = language == "fr" and (hit.unit not in ("", "ordinal", "time") or hit.text[-1].isalpha())
        return hit.value if is_measure and _DECIMAL_POINT.match(hit.text) else None
    value = hit.value if hit.foreign_value is None else max(hit.value, hit.foreign_value)
    if wanted is None:
        return value
    return value if hit.value == value or (hit.value not in wanted and value not in wanted) else None


NOTATION = Check(
    "notation",
    "Notation of numbers",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("0123456789"),
)
