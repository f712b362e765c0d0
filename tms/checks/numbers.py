"""`numbers`: the numbers of the source stand in the translation, compared by value and not by spelling.

4,000 is 4 000 in French and 4.000 in Spanish; the notation is the business of `notation`, another currency of
`currency`, a measure that was converted within five per cent of `units`. One and two, dozens and ordinals come and go
with the phrase ("both" is "les deux", "the 20th century" is "le XXe siècle"), so they answer for other numbers but are
not asked for by themselves; a larger number in words that is missing or another one is a warning.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tms.checks.check import Check, base_language
from tms.checks.conversions import list_conversions, may_convert
from tms.checks.dates import find_other_months
from tms.checks.measures import (
    FRACTION_WORDS,
    find_other_fraction,
    find_other_half_of_day,
    find_other_magnitude,
    find_other_units,
)
from tms.checks.number_glance import may_differ, may_have_fraction
from tms.checks.number_look import FIGURES
from tms.checks.number_pairs import Answer, answer_pair, is_firm, is_plain, list_numbers, write_in
from tms.checks.number_turns import list_told
from tms.checks.prose import with_severity
from tms.text.number_tokens import COUNTING_WORDS
from tms.text.numbers import NumberHit
from tms.values import CheckInput, Severity, Spot

# Below, two numbers may be other words (both, a couple, les deux).
_FEW = 4
_LEAST_SCORE = 15
_HUNDRED = 100
_PHRASES = (24, 100, 1000)
_EMPTY_DECIMALS = re.compile(r"[.,]0{1,2}(?!\d)")


def _may_find(pair: CheckInput) -> bool:
    return may_differ(pair) or (pair.source is not None and may_have_fraction(pair.source))


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source is None or pair.source == pair.target:
        return
    yield from find_other_fraction(pair.source, pair.target)
    if not may_differ(pair):
        return
    yield from find_other_months(
        pair.source, pair.target, base_language(pair.source_language), base_language(pair.language)
    )
    answer = answer_pair(pair)
    for source_hit, hit in answer.other_units:
        if "%" in (source_hit.unit, hit.unit):
            spot = Spot(f"“{source_hit.text}” of the source is in another unit here", hit.start, hit.end)
            yield with_severity(spot, Severity.WARNING) if source_hit.unit == "%" else spot
    yield from find_other_units(answer.matched, pair.source, pair.target)
    yield from find_other_half_of_day(answer.matched, pair.target)
    if answer.missing or answer.extra:
        rest = _without_conversions(pair, answer)
        # Most of what is left over nobody asks for: only then is it read whether the texts say it otherwise.
        if any(_report(pair, rest)):
            yield from _report(pair, _without_turns(pair, rest))


def _without_conversions(pair: CheckInput, answer: Answer) -> Answer:
    """The answer without the measures that are converted as they should be."""
    source = pair.source or ""
    if not answer.missing or not answer.extra or not may_convert(source):
        return answer
    converted = [
        conversion
        for conversion in list_conversions(answer.missing, answer.extra, source, pair.target)
        if conversion.is_right
    ]
    wanted, got = {id(each.wanted.hit) for each in converted}, {id(each.got.hit) for each in converted}
    return replace(
        answer,
        missing=tuple(hit for hit in answer.missing if id(hit) not in wanted),
        extra=tuple(hit for hit in answer.extra if id(hit) not in got),
    )


def _without_turns(pair: CheckInput, answer: Answer) -> Answer:
    """The answer without the numbers that a turn of phrase of the other text says."""
    if not answer.missing and not answer.extra:
        return answer
    source = pair.source or ""
    wanted, got = list_numbers(source, pair.source_language), list_numbers(pair.target, pair.language)
    told, here = list_told(wanted, got, source, pair.target)
    return replace(
        answer,
        missing=tuple(hit for hit in answer.missing if hit.start not in told),
        extra=tuple(hit for hit in answer.extra if hit.start not in here),
    )


def _report(pair: CheckInput, answer: Answer) -> Iterator[Spot]:
    # A number that is still in English is the business of `untranslated`.
    missing = [hit for hit in answer.missing if is_firm(hit) or (_is_told(hit) and hit.text not in pair.target)]
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
        yield with_severity(spot, Severity.WARNING) if hit.value in kept or not is_firm(hit) else spot
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
        ([hit for hit in answer.missing if _is_some(hit)], [hit for hit in answer.extra if _is_some(hit)]),
    ):
        if len(missing) == len(extra) == 1 and missing[0].value + extra[0].value > _FEW:
            return missing[0], extra[0]
        if missing and extra and is_firm(missing[0]):
            return None
    return None


def _is_count(hit: NumberHit) -> bool:
    return hit.value > 2 and hit.unit != "about"


def _is_some(hit: NumberHit) -> bool:
    """Whether a number is two or more; of those that are about, a score: "une quarantaine" for sixty."""
    return hit.value >= 2 if hit.unit not in ("about", "ordinal") else _LEAST_SCORE <= hit.value < _HUNDRED


def _is_told(hit: NumberHit) -> bool:
    """Whether a number in words has to be told: "a hundred times", "twenty-four hours a day" and ordinals need not."""
    return _is_count(hit) and hit.unit != "ordinal" and hit.value not in _PHRASES


NUMBERS = Check(
    "numbers",
    "Numbers",
    "numbers",
    Severity.ERROR,
    _find,
    needs_source=True,
    either_signs=FIGURES,
    either_words=COUNTING_WORDS | FRACTION_WORDS,
    may_find=_may_find,
)
