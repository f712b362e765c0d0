"""`numbers`: the numbers of the source stand in the translation, compared by value and not by spelling.

4,000 is 4 000 in French and 4.000 in Spanish, where "4,000" would say four. Numbers in words, dozens and ordinals come
and go with the phrase ("both" is "les deux", "the 20th century" is "le XXe siècle"), so they answer for digits but
are not asked for by themselves.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.dates import find_other_months
from tms.checks.measures import find_other_fraction, find_other_half_of_day, find_other_magnitude, find_other_units
from tms.checks.number_pairs import Answer, compare_numbers, is_firm, is_plain, list_numbers, write_in
from tms.checks.prose import with_severity
from tms.text.numbers import NumberHit
from tms.values import CheckInput, Severity, Spot

_EMPTY_DECIMALS = re.compile(r"[.,]0{1,2}(?!\d)")


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source is None or not pair.target.strip():
        return
    yield from find_other_months(
        pair.source, pair.target, base_language(pair.source_language), base_language(pair.language)
    )
    yield from find_other_fraction(pair.source, pair.target)
    wanted = list_numbers(pair.source, pair.source_language)
    got = list_numbers(pair.target, pair.language)
    if not wanted and not got:
        return
    answer = compare_numbers(wanted, got, source=pair.source, target=pair.target)
    for hit in answer.misread:
        yield _misread(pair, hit)
    for source_hit, hit in answer.other_units:
        spot = Spot(f"“{source_hit.text}” of the source is in another unit here", hit.start, hit.end)
        yield with_severity(spot, Severity.WARNING) if source_hit.unit == "%" else spot
    yield from find_other_units(answer.matched, pair.source, pair.target)
    yield from find_other_half_of_day(answer.matched, pair.target)
    yield from _report(pair, answer)


def _misread(pair: CheckInput, hit: NumberHit) -> Spot:
    value = hit.foreign_value if hit.foreign_value is not None else hit.value
    shown = write_in(pair.language, value, hit)
    message = f"“{hit.text}” reads as {_plain(hit)} here; write {shown}"
    return Spot(message, hit.start, hit.end, shown if is_plain(hit) else None)


def _plain(hit: NumberHit) -> str:
    return f"{hit.value.normalize():f}"


def _report(pair: CheckInput, answer: Answer) -> Iterator[Spot]:
    missing = [hit for hit in answer.missing if is_firm(hit)]
    extra = [hit for hit in answer.extra if is_firm(hit)]
    changed = _find_changed(answer)
    if changed:
        source_hit, hit = changed
        is_certain = is_firm(source_hit) and not hit.is_word and hit.unit == source_hit.unit
        fix = _write_instead(pair.language, source_hit, hit) if is_certain else None
        spot = Spot(f"“{source_hit.text}” in the source is “{hit.text}” here", hit.start, hit.end, fix)
        yield spot if is_firm(source_hit) or is_firm(hit) else with_severity(spot, Severity.WARNING)
        return
    yield from find_other_magnitude(answer.missing, answer.extra)
    kept = {hit.value for _, hit in answer.matched}
    for hit in missing:
        spot = Spot(f"“{hit.text}” of the source is missing")
        yield with_severity(spot, Severity.WARNING) if hit.value in kept else spot
    for hit in extra:
        yield Spot(f"“{hit.text}” is not in the source", hit.start, hit.end, severity=Severity.WARNING)


def _write_instead(language: str, source_hit: NumberHit, hit: NumberHit) -> str | None:
    """The value of the source in the form of the number that stands in its place; None where it does not fit in."""
    shown = write_in(language, source_hit.value, hit)
    has_scale = any(map(str.isalpha, hit.text))
    # A scale word that only one of them has would be lost, and nobody writes cents that are none.
    is_scaled = source_hit.unit not in ("ordinal", "time") and any(map(str.isalpha, source_hit.text))
    if (is_scaled and not has_scale) or _EMPTY_DECIMALS.search(shown):
        return None
    return shown if is_plain(hit) and has_scale == any(map(str.isalpha, shown)) else None


def _find_changed(answer: Answer) -> tuple[NumberHit, NumberHit] | None:
    """The number that took the place of another, where it can only be this one."""
    for missing, extra in (
        ([hit for hit in answer.missing if is_firm(hit)], [hit for hit in answer.extra if is_firm(hit)]),
        ([hit for hit in answer.missing if _is_count(hit)], [hit for hit in answer.extra if _is_count(hit)]),
    ):
        if len(missing) == len(extra) == 1:
            return missing[0], extra[0]
        if missing and extra and is_firm(missing[0]):
            return None
    return None


def _is_count(hit: NumberHit) -> bool:
    return hit.value > 2 and hit.unit != "about"


NUMBERS = Check("numbers", "Numbers", "numbers", Severity.ERROR, _find, needs_source=True)
