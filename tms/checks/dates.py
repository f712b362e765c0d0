"""Months of dates, compared between a source and its translation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_MONTHS = {
    language: {**_SHORT[language], **{name: number for number, name in enumerate(names.split(), start=1)}}
    for language, names in _NAMES.items()
}
_IN_FIGURES = re.compile(r"\b\d{1,4}[/.-](\d{1,2})[/.-]\d{1,4}\b|\b\d{1,2}-[A-Z]\b|\b(\d{1,2})/(\d{1,2})\b")
_SPACE = r"[\s\u00a0\u202f]"


def _compile(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(_MONTHS[language], key=len, reverse=True))
    # A month counts only beside a day or a year: "may", "march" and "mars" are other words as well.
    return re.compile(
        rf"(?:(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.?º)?{_SPACE}(?:(?:of|de|du){_SPACE})?)?"
        rf"(?<!\w)(?P<month>{names})(?!\w)\.?"
        rf"(?:{_SPACE}(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]*\d))?"
        rf"(?:,?{_SPACE}(?:(?:of|de|del){_SPACE})?(?P<year>[12]\d{{3}})(?!\d))?",
        re.IGNORECASE,
    )


_DATE = {language: _compile(language) for language in _MONTHS}


@dataclass(frozen=True, slots=True)
class _Date:
    start: int
    end: int
    name: str
    month: int
    year: str


def find_other_months(source: str, target: str, source_language: str, language: str) -> Iterator[Spot]:
    """Months of dates that became other ones, and months that changed places with their years."""
    if source_language not in _DATE or language not in _DATE:
        return
    wanted = list(_list_dates(source, source_language))
    got = list(_list_dates(target, language)) if wanted else []
    if not wanted or not got or _IN_FIGURES.search(target) or _IN_FIGURES.search(source):
        return
    missing = [date for date in wanted if date.month not in {one.month for one in got}]
    extra = [date for date in got if date.month not in {one.month for one in wanted}]
    if missing and extra:
        for date, other in zip(missing, extra, strict=False):
            yield Spot(f"“{date.name}” in the source is “{other.name}” here", other.start, other.end)
        return
    yield from _find_swapped(wanted, got)


def _find_swapped(wanted: list[_Date], got: list[_Date]) -> Iterator[Spot]:
    before = {(date.month, date.year) for date in wanted if date.year}
    after = {(date.month, date.year) for date in got if date.year}
    lost = before - after
    for date in got:
        key = (date.month, date.year)
        is_other = date.year and key not in before and any(month == date.month for month, _ in lost)
        if is_other and any(year == date.year for _, year in lost):
            message = f"the source has no “{date.name} {date.year}”"
            yield Spot(message, date.start, date.end, severity=Severity.WARNING)


def _list_dates(text: str, language: str) -> Iterator[_Date]:
    for match in _DATE[language].finditer(text):
        if match["day"] or match["after"] or match["year"]:
            number = _MONTHS[language][match["month"].lower()]
            yield _Date(match.start("month"), match.end("month"), match["month"], number, match["year"] or "")
