"""`weekday`: the day of the week agrees with the date beside it, and with the source.

A date in full is recomputed by the calendar (proleptic Gregorian; before 1924, when the last countries left it, the
Julian calendar answers too). Against the source only a day that took the place of another counts: one that is left
out ("on Friday": hier) or added says nothing. Names such as Santo Domingo are no days.
"""

import re
from collections.abc import Iterator
from datetime import date

from tms.checks.check import Check, base_language
from tms.checks.dates import MONTH, MONTHS
from tms.checks.prose import Prose, read_prose
from tms.checks.word_places import WordList
from tms.values import CheckInput, Severity, Spot

_DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_NUMBERS = {
    language: {word: number for number, day in enumerate(days.split()) for word in (day, f"{day}s")}
    for language, days in _DAYS.items()
}
_NUMBERS["es"] |= {"miercoles": 2, "sabado": 5, "sabados": 5}
_DAY = {
    language: re.compile(rf"(?<!\w)(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    for language, names in _NUMBERS.items()
}
_DAY_WORDS = {language: WordList(names) for language, names in _NUMBERS.items()}
_S = r"[ \u00a0\u202f]"
_MONTH_YEAR = {
    "fr": rf"{_S}(?P<month>{MONTH['fr']}){_S}(?P<year>[12]\d{{3}})(?!\d)",
    "es": rf"{_S}de{_S}(?P<month>{MONTH['es']}){_S}del?{_S}(?P<year>[12]\d{{3}})(?!\d)",
}
_DATE = {
    language: re.compile(
        rf",?{_S}(?:le{_S}|el{_S}|día{_S})?(?P<day>\d{{1,2}})(?:er)?"
        rf"(?:{_S}(?:au|et|al|y|,){_S}(?:{'|'.join(_NUMBERS[language])}){_S}\d{{1,2}})?{rest}",
        re.IGNORECASE,
    )
    for language, rest in _MONTH_YEAR.items()
}
_NAME_BEFORE = re.compile(r"\b(?:Santo|San|Plácido|Don|General)\s\Z")
# "The day after Friday prayers" may well be a Saturday.
_COUNTED_ON = re.compile(
    r"\b(?:days?|nights?|mornings?) (?:after|before|later|earlier)\b|\b(?:eve of|next day|following day)\b",
    re.IGNORECASE,
)
_PLURAL_BEFORE = re.compile(r"\b(?:los|estos|esos|aquellos)\s\Z", re.IGNORECASE)
_PLURAL_ENDS = ("dis", "dimanches", "dos", "gos")
_LAST_JULIAN_YEAR = 1923
_FIRST_GREGORIAN_YEAR = 1583


def _find(pair: CheckInput) -> Iterator[Spot]:
    language = base_language(pair.language)
    prose = read_prose(pair.target)
    days = [match for match in _list_days(prose.text, language) if not _is_name(prose.text, match)]
    if not days:
        return
    wanted = _list_source_days(pair)
    free: list[re.Match[str]] = []
    is_sound = True
    for match in days:
        numbers = _read_calendar(prose.text, match, language)
        if not numbers:
            free.append(match)
        elif _NUMBERS[language][match.group().lower()] not in numbers:
            is_sound = False
            yield _contradict(prose, match, numbers[0], language, wanted)
    # A day that its date confirms is right, whatever the source says.
    if wanted and free and is_sound and not _COUNTED_ON.search(pair.source or ""):
        yield from _compare(prose, days, free, wanted, language)


def _list_days(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where the days of the week are named."""
    for place, _ in _DAY_WORDS[language].find(text):
        if match := _DAY[language].match(text, place):
            yield match


def _is_name(text: str, match: re.Match[str]) -> bool:
    return match.group()[0] == "D" and bool(_NAME_BEFORE.search(text, max(0, match.start() - 10), match.start()))


def _list_source_days(pair: CheckInput) -> set[int]:
    source_language = base_language(pair.source_language)
    if pair.source is None or source_language not in _DAY:
        return set()
    days = _list_days(read_prose(pair.source).text, source_language)
    return {_NUMBERS[source_language][match.group().lower()] for match in days}


def _read_calendar(text: str, match: re.Match[str], language: str) -> tuple[int, ...]:
    """The weekdays that the date which follows may have had; none where no date in full follows."""
    found = _DATE[language].match(text, match.end())
    if found is None:
        return ()
    day, month, year = int(found["day"]), MONTHS[language][found["month"].lower()], int(found["year"])
    if year < _FIRST_GREGORIAN_YEAR:
        return ()
    try:
        number = date(year, month, day).weekday()
    except ValueError:
        return ()
    return (number, (number + _julian_lag(year)) % 7) if year <= _LAST_JULIAN_YEAR else (number,)


def _julian_lag(year: int) -> int:
    """By how many days a Julian date is later than the Gregorian one of the same name."""
    return year // 100 - year // 400 - 2


def _contradict(prose: Prose, match: re.Match[str], number: int, language: str, wanted: set[int]) -> Spot:
    right = _like(match.group(), _DAYS[language].split()[number])
    # The source settles whether the weekday or the date is wrong.
    fix = right if number in wanted else None
    return prose.spot(f"this date is a {right}, not a {match.group()}", *match.span(), fix)


def _compare(
    prose: Prose, days: list[re.Match[str]], free: list[re.Match[str]], wanted: set[int], language: str
) -> Iterator[Spot]:
    missing = sorted(wanted - {_NUMBERS[language][match.group().lower()] for match in days})
    extra = [match for match in free if _NUMBERS[language][match.group().lower()] not in wanted]
    if not missing or not extra:
        return
    for match in extra:
        right = _DAYS[language].split()[missing[0]]
        is_plural = match.group().lower().endswith(_PLURAL_ENDS) or bool(
            _PLURAL_BEFORE.search(prose.text, max(0, match.start() - 9), match.start())
        )
        is_certain = len(missing) == 1 and len(extra) == 1 and not is_plural
        source_day = _DAYS["en"].split()[missing[0]].capitalize()
        fix = _like(match.group(), right) if is_certain else None
        yield prose.spot(f"“{source_day}” of the source is “{match.group()}” here", *match.span(), fix)


def _like(word: str, other: str) -> str:
    """The other word, with a capital where the first has one."""
    return other.capitalize() if word[:1].isupper() else other


WEEKDAY = Check(
    "weekday",
    "Days of the week",
    "mistranslation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=frozenset((*_NUMBERS["fr"], *_NUMBERS["es"])),
)
