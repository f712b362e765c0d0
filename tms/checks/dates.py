"""Dates in words: their days, months and years; the months of a source compared with those of its translation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tms.checks.word_places import WordList
from tms.values import Severity, Spot

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT = {
    "en": {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
           "nov": 11, "dec": 12},
    "fr": {"janv": 1, "févr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12, "aout": 8, "fevrier": 2},
    "es": {"setiembre": 9, "sept": 9, "oct": 10, "nov": 11, "dic": 12, "ene": 1, "ago": 8},
}  # fmt: skip
MONTHS = {
    language: {**_SHORT[language], **{name: number for number, name in enumerate(names.split(), start=1)}}
    for language, names in _NAMES.items()
}
"""The number of each month by its names, lower case, by language."""

MONTH = {language: "|".join(sorted(names, key=len, reverse=True)) for language, names in MONTHS.items()}
"""The names of the months as alternatives of a pattern, by language."""

_IN_FIGURES = re.compile(r"\b\d{1,4}[/.-](\d{1,2})[/.-]\d{1,4}\b|\b\d{1,2}-[A-Z]\b|\b(\d{1,2})/(\d{1,2})\b")
_DIGIT = re.compile(r"\d")
_SPACE = r"[\s\u00a0\u202f]"


def _compile(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{MONTH[language]})(?!\w)", re.IGNORECASE)


MONTH_WORDS = {language: WordList(names) for language, names in MONTHS.items()}
"""The names of the months, to find them in a text."""

_MONTH = {language: _compile(language) for language in MONTHS}
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.?º)?{_SPACE}(?:(?:of|de|du){_SPACE})?\Z", re.IGNORECASE
)
_AFTER = re.compile(
    rf"\.?(?:{_SPACE}(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]*\d))?"
    rf"(?:,?{_SPACE}(?:(?:of|de|del){_SPACE})?(?P<year>[12]\d{{3}})(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A month beside a day or a year; `start` and `end` are those of its name, `day` and `year` 0 where it has none."""

    start: int
    end: int
    name: str
    day: int
    month: int
    year: int


@lru_cache(maxsize=8)
def list_dates(text: str, language: str) -> tuple[Date, ...]:
    """The dates of a text; remembered, as several checks ask for those of a source."""
    if language not in MONTHS or not _DIGIT.search(text):
        return ()
    return tuple(_list_dates(text, language))


def find_other_months(source: str, target: str, source_language: str, language: str) -> Iterator[Spot]:
    """Months of dates that became other ones, and months that changed places with their years."""
    wanted = list_dates(source, source_language)
    got = list_dates(target, language) if wanted else ()
    if not wanted or not got:
        return
    found = list(_find_other(wanted, got))
    # A date in figures may be the one that is missed.
    if found and not _IN_FIGURES.search(target) and not _IN_FIGURES.search(source):
        yield from found


def _find_other(wanted: tuple[Date, ...], got: tuple[Date, ...]) -> Iterator[Spot]:
    here, there = {date.month for date in got}, {date.month for date in wanted}
    missing = [date for date in wanted if date.month not in here]
    extra = [date for date in got if date.month not in there]
    if missing and extra:
        for date, other in zip(missing, extra, strict=False):
            yield Spot(f"“{date.name}” in the source is “{other.name}” here", other.start, other.end)
        return
    yield from _find_swapped(wanted, got)


def _find_swapped(wanted: tuple[Date, ...], got: tuple[Date, ...]) -> Iterator[Spot]:
    before = {(date.month, date.year) for date in wanted if date.year}
    after = {(date.month, date.year) for date in got if date.year}
    lost = before - after
    for date in got:
        key = (date.month, date.year)
        is_other = date.year and key not in before and any(month == date.month for month, _ in lost)
        if is_other and any(year == date.year for _, year in lost):
            message = f"the source has no “{date.name} {date.year}”"
            yield Spot(message, date.start, date.end, severity=Severity.WARNING)


def _find_months(text: str, language: str) -> Iterator[re.Match[str]]:
    for place, _ in MONTH_WORDS[language].find(text):
        if match := _MONTH[language].match(text, place):
            yield match


def _list_dates(text: str, language: str) -> Iterator[Date]:
    # A month counts only beside a day or a year: "may", "march" and "mars" are other words as well.
    for match in _find_months(text, language):
        before = _DAY_BEFORE.search(text, max(0, match.start() - 12), match.start())
        after = _AFTER.match(text, match.end())
        day = (before and before["day"]) or (after and after["after"]) or ""
        year = (after and after["year"]) or ""
        if day or year:
            month = MONTHS[language][match.group().lower()]
            yield Date(match.start(), match.end(), match.group(), int(day or 0), month, int(year or 0))
