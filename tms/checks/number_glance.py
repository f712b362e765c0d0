"""Whether two texts have the same numbers at a glance: the same digits, the same number words, the same units.

Most translations do, and then nobody has to read their numbers. Where a glance is not enough (minus signs, halves,
numbers within code, scale words) it says so.
"""

import re
from functools import lru_cache
from typing import TypeVar

from tms.checks.code_page import encode, read_code
from tms.checks.dates import find_other_months
from tms.checks.measures import FRACTION_WORDS, TIME_WORDS
from tms.checks.number_look import CLOSER_WORDS, PERCENT_WORDS, Look, list_units
from tms.checks.prose import read_prose
from tms.checks.word_places import encode_all
from tms.text.number_notation import SPACES
from tms.values import CheckInput

PERCENTS = frozenset(("%", "‰"))
"""Units that are no currencies."""

_MONEY_SIGN = re.compile(r"[$€£₹₽₩₺₸‰٪％]")
_PERCENT = re.compile(r"[%٪％]|\bpour\s?cent|\bpor\s?cien|\bpourcent|\bporcent", re.IGNORECASE)
_INNER_SIGN = re.compile(rf"\d[{SPACES}.,:/'’]\d")
_TIME_WORDS = encode_all(TIME_WORDS)
_FRACTION_WORDS = encode_all(FRACTION_WORDS)
_HALVES = (encode("demi"), encode("medio"))
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TEN = 10
_FORTY = 40
_HUNDRED = 100
_THOUSAND = 1000
_MOST_DIGITS = 3
_MOST_NUMBERS = 40
_One = TypeVar("_One", int, str)


def may_differ(pair: CheckInput) -> bool:
    """Whether the numbers of the two texts have to be read."""
    return pair.source is not None and _may_differ(pair.source, pair.source_language, pair.target, pair.language)


def may_have_fraction(text: str) -> bool:
    """Whether an English text may tell of a fraction in words."""
    return not _FRACTION_WORDS.isdisjoint(read_code(read_prose(text).text).words)


@lru_cache(maxsize=8)
def _may_differ(source: str, source_language: str, target: str, language: str) -> bool:
    if source == target:
        return False
    wanted, got = Look(source, source_language), Look(target, language)
    return not _is_plainly_same(wanted, got) and _may_be_otherwise(wanted, got)


def _is_plainly_same(wanted: Look, got: Look) -> bool:
    """Whether the runs of digits are the same, and the words that count."""
    runs, target_runs = wanted.runs, got.runs
    if runs is None or target_runs is None or (runs != target_runs and sorted(runs) != sorted(target_runs)):
        return False
    if runs and not _are_plain(runs, wanted, got):
        return False
    if not wanted.telling and not got.telling:
        return True
    counts = wanted.counts
    if counts != got.counts or (counts and runs != target_runs):
        return False
    is_told = bool(runs or counts)
    return not (is_told and _differ(wanted.units, got.units)) and not (runs and _differ(wanted.months, got.months))


def _are_plain(runs: list[bytes], wanted: Look, got: Look) -> bool:
    """Whether runs of digits are each a number, with nothing beside them that a closer look would read."""
    source, target = wanted.visible, got.visible
    # Two runs may be one number.
    if len(runs) > 1 and (_INNER_SIGN.search(source) or _INNER_SIGN.search(target)):
        return False
    if not CLOSER_WORDS.isdisjoint(wanted.telling) or not CLOSER_WORDS.isdisjoint(got.telling):
        return False
    if "%" not in source and "%" not in target:
        return True
    return "%" in source and "%" in target and not _MONEY_SIGN.search(source) and not _MONEY_SIGN.search(target)


def _differ(these: set[_One], those: set[_One]) -> bool:
    """Whether one of these may have become another of those."""
    return bool(these) and bool(those) and len(these | those) > 1


def _may_be_otherwise(wanted: Look, got: Look) -> bool:
    figures, target_figures = wanted.read_figures(), got.read_figures()
    if figures is None or target_figures is None:
        return True
    counts, target_counts = wanted.counts, got.counts
    has_figures = bool(figures or target_figures)
    if not has_figures and set(counts) == set(target_counts) and (not counts or _TIME_WORDS.isdisjoint(wanted.words)):
        return False
    is_same = counts == target_counts and (
        figures == target_figures or (not counts and sorted(figures) == sorted(target_figures))
    )
    if not is_same and not _is_same_otherwise(figures, target_figures, counts, target_counts, got.visible):
        return True
    if has_figures and (any(half in got.telling for half in _HALVES) or _may_be_of_other_months(wanted, got)):
        return True
    if _differ(wanted.units, got.units) and sorted(wanted.list_counted()) != sorted(got.list_counted()):
        return True
    return (_has_percent(wanted) or _has_percent(got)) and _is_of_other_units(wanted.visible, got.visible)


def _has_percent(look: Look) -> bool:
    visible = look.visible
    is_sign = "%" in visible or "‰" in visible or "٪" in visible or "％" in visible
    return is_sign or not PERCENT_WORDS.isdisjoint(look.telling)


def _may_be_of_other_months(wanted: Look, got: Look) -> bool:
    if not _differ(wanted.months, got.months):
        return False
    return any(find_other_months(wanted.visible, got.visible, wanted.language.base, got.language.base))


def _is_of_other_units(source: str, target: str) -> bool:
    """Whether a percentage may have become a sum of money or a plain number."""
    units, target_units = list_units(source), list_units(target)
    if "%" in units and not _PERCENT.search(target):
        return True
    union = units | target_units
    return len(union) > 1 and not PERCENTS.isdisjoint(union)


def _is_same_otherwise(
    figures: list[str], target_figures: list[str], counts: list[int], target_counts: list[int], target: str
) -> bool:
    """Whether what only one text has in digits is in words or Roman numerals in the other, and a few are added."""
    everything = (*counts, *target_counts)
    # With a scale word a number is more than its words one by one: three hundred thousand.
    if everything and (max(everything) >= _THOUSAND or _HUNDRED in everything):
        return False
    if len(everything) + len(figures) + len(target_figures) > _MOST_NUMBERS:
        return False
    missing, extra = _part(figures, target_figures)
    lost, added = _part(counts, target_counts)
    if not all(_take(added, figure) or _is_roman(figure, target) for figure in missing):
        return False
    if not all(_take(lost, figure) for figure in extra):
        return False
    if not lost and not added:
        return True
    # "Both" is "les deux", "twice a day" is "deux fois par jour", and two may be "the sisters".
    is_few = not everything or max(everything) < _TEN
    return is_few and (not added or not lost) and all(count == 2 for count in lost)


def _part(first: list[_One], second: list[_One]) -> tuple[list[_One], list[_One]]:
    """What only the one has, and what only the other."""
    here: list[_One] = []
    there = list(second)
    for one in first:
        if one in there:
            there.remove(one)
        else:
            here.append(one)
    return here, there


def _take(counts: list[int], figure: str) -> bool:
    """Whether a number in digits is there in words; they are taken then."""
    if not counts or len(figure) > _MOST_DIGITS or not figure.isdecimal():
        return False
    value = int(figure)
    tens, ones = value % _HUNDRED, value % _TEN
    if value in counts:
        parts = [value]
    elif value > _HUNDRED and tens:
        parts = [value - tens, tens]
    elif tens > _TEN * 2 and ones:
        parts = [value - ones, ones]
    else:
        return False
    if not all(part in counts for part in parts):
        return False
    for part in parts:
        counts.remove(part)
    return True


def _is_roman(figure: str, text: str) -> bool:
    if not figure.isdecimal() or len(figure) > _MOST_DIGITS or not _TEN < int(figure) < _FORTY:
        return False
    tens, ones = divmod(int(figure), _TEN)
    roman = f"{'X' * tens}{_ROMAN_ONES[ones]}"
    return roman in text and re.search(rf"(?<![^\W\d_]){roman}(?![A-Z])", text) is not None
