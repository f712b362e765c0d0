"""`date-form`: the form of a date in words (Lexique, “Dates”; RAE, Ortografía 2010, §8.2.4).

French: 1er octobre 2024, 3 mai 2022; Spanish: 3 de mayo de 2022. "Mai 68", "mayo 3 de 2022" (Colombia) and a month with
its year alone pass. A comma before four digits is only looked at where they are the year of the source, or where no
word follows that they could count. A date in figures for one in words is a hint, and a warning if day and month changed
places.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.dates import MONTH, MONTH_WORDS, MONTHS, Date, list_dates
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_S = r"[ \u00a0\u202f]"
_WEEKDAYS = {
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "es": "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
}
_SUFFIX = "er|st|nd|rd|th|[eè]|i?[eè]me"
_LEAD = {
    "fr": re.compile(rf"(?:\A|[\n(«“—–•]{_S}?|\b(?:le|du|au|{_WEEKDAYS['fr']})(?P<comma>,?){_S})\Z", re.IGNORECASE),
    "es": re.compile(
        rf"(?:\A|[\n(«“¿—–•]{_S}?|\b(?:el|del|al|día|{_WEEKDAYS['es']})(?P<comma>,?){_S})\Z", re.IGNORECASE
    ),
}
_WORD_LEAD = {
    language: re.compile(rf"\b(?:{words}|{_WEEKDAYS[language]}),?{_S}\Z", re.IGNORECASE)
    for language, words in (("fr", "le|du|au"), ("es", "el|del|al"))
}
_NUMBERED = re.compile(
    r"(?:n[°ºo]|num[ée]ro|vol(?:ume)?|art(?:icle)?|p(?:age)?|chapitre|calle|avenida)\.?\s?\Z", re.IGNORECASE
)
_WORD_AFTER = re.compile(rf"{_S}[^\W\d_]")
# The first digit stands by itself: a search that begins with one sign is a quick one.
_FIGURES = re.compile(r"\d(?<![\d/.-].)\d?([/.-])\d{1,2}\1(?:19|20)\d\d(?![\d/-]|\.\d)")
_LAST_DAY = 31
# What stands before and after the month of a date that is in good form, and what may not.
_PLAIN_BEFORE = {
    "fr": re.compile(rf"(?<!\d)(?:1er|[2-9]|[12]\d|3[01]){_S}\Z"),
    "es": re.compile(rf"\d{_S}de{_S}\Z"),
}
_RANGE_BEFORE = re.compile(rf"(?<!\d)(?:1{_S}(?:au|et)|\d{{1,2}}{_S}?(?:st|nd|rd|th|i?[eè]me|[eè]))\b", re.IGNORECASE)
_DIGITS_AFTER = {
    "fr": re.compile(rf"\.?{_S}\d{{1,2}}(?!\d)|,{_S}\d"),
    "es": re.compile(rf"[.,]?{_S}\d"),
}
_DIGIT = re.compile(r"\d")
_REACH = 14
_REACH_OF_RANGE = 30


def _month_first(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<month>(?:{MONTH[language]})\.?){_S}(?P<day>\d{{1,2}})(?P<till>[-–]\d{{1,2}})?(?P<suffix>(?:{_SUFFIX})(?!\w))?"
        rf"(?:(?P<comma>,?){_S}(?P<year>[12]\d{{3}}))?(?![\w°]|[.,:/-]\d)(?!{_S}del?{_S}[12]\d{{3}})",
        re.IGNORECASE,
    )


_MONTH_FIRST = {language: _month_first(language) for language in ("fr", "es")}
_FR_MONTH = rf"(?:{MONTH['fr']})(?!\w)"
_ES_MONTH = rf"(?:{MONTH['es']})(?!\w)"
_FR = re.compile(
    rf"(?<![\w.,/°-])(?<!\d[ \u00a0\u202f])(?:(?P<first>1)(?={_S}{_FR_MONTH})"
    rf"|(?P<range>1)(?={_S}(?:au|et(?:{_S}le)?){_S}\d{{1,2}}{_S}{_FR_MONTH})"
    rf"|(?P<day>\d{{1,2}}){_S}?(?P<suffix>st|nd|rd|th|i?[eè]me|[eè])(?:{_S}of)?"
    rf"(?=(?:{_S}?(?:au|et|ou|à|,|-|–|jusqu[’']au)(?:{_S}le)?{_S}?\d{{1,2}}(?:er|{_SUFFIX})?)?{_S}{_FR_MONTH})"
    rf"|(?P<plain>\d{{1,2}}|1er){_S}(?:(?P<de>de(?={_S}{_FR_MONTH})|d[’'](?={_FR_MONTH}))"
    rf"|{_FR_MONTH}(?P<comma>,)(?={_S}(?P<year>(?:19|20)\d\d)(?![\w]|[.,]\d))))",
    re.IGNORECASE,
)
_ES = re.compile(
    rf"(?<![\w.,/°-])(?<!\d[ \u00a0\u202f])(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?(?:{_S}(?P<de>de|of))?"
    rf"{_S}(?P<month>{_ES_MONTH})(?:(?P<link>,|{_S}del?|){_S}(?P<year>(?:19|20)\d\d)(?![\w]|[.,]\d))?",
    re.IGNORECASE,
)


def _may_find(pair: CheckInput) -> bool:
    text, language = read_prose(pair.target).text, base_language(pair.language)
    for place, month in MONTH_WORDS[language].find(text):
        if _is_suspicious(text, place, place + len(month), language):
            return True
    return _FIGURES.search(text) is not None


def _is_suspicious(text: str, start: int, end: int, language: str) -> bool:
    """Whether a month may stand in a date that is in another form than it should be."""
    if _DIGITS_AFTER[language].match(text, end):
        return True
    if _PLAIN_BEFORE[language].search(text, max(0, start - 5), start):
        return language == "fr" and _RANGE_BEFORE.search(text, max(0, start - _REACH_OF_RANGE), start) is not None
    return _DIGIT.search(text, max(0, start - _REACH), start) is not None


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source == pair.target:
        return
    language = base_language(pair.language)
    prose = read_prose(pair.target)
    if _FIGURES.search(prose.text):
        yield from _find_figures(pair, prose)
    for match in _MONTH_FIRST[language].finditer(prose.text):
        yield from _check_month_first(pair, prose, match, language)
    for match in (_FR if language == "fr" else _ES).finditer(prose.text):
        if not 1 <= int(re.sub(r"\D", "", match.group()[:2])) <= _LAST_DAY:
            continue
        if _NUMBERED.search(prose.text, max(0, match.start() - 12), match.start()):
            continue
        check = _check_french if language == "fr" else _check_spanish
        yield from check(pair, prose, match)


def _is_day_of_source(pair: CheckInput, prose: Prose, match: re.Match[str], language: str) -> bool:
    """Whether the source has the same day of the same month, and nothing follows that the number could count."""
    if _WORD_AFTER.match(prose.text, match.end()):
        return False
    month = MONTHS[language].get(match["month"].lower().rstrip("."))
    return any((date.month, date.day) == (month, int(match["day"])) for date in _source_dates(pair))


def _check_month_first(pair: CheckInput, prose: Prose, match: re.Match[str], language: str) -> Iterator[Spot]:
    day, year, suffix = match["day"], match["year"], match["suffix"]
    if not 1 <= int(day) <= _LAST_DAY:
        return
    before = max(0, match.start() - 14)
    has_lead = _WORD_LEAD[language].search(prose.text, before, match.start()) is not None
    is_english = (suffix or "").lower().endswith(("st", "nd", "rd", "th"))
    if not year and not has_lead and not is_english and not _is_day_of_source(pair, prose, match, language):
        return
    if year and not match["comma"] and _WORD_AFTER.match(prose.text, match.end()) and not has_lead:
        return
    shown = _write(language, int(day), match["month"].lower(), year or "")
    lead = None if match["till"] else _LEAD[language].search(prose.text, before, match.start())
    if match["till"]:
        days = f"{day}{match['till']}"
        shown = f"{days} {shown.partition(' ')[2]}"
    start = match.start()
    if lead and lead["comma"]:
        start, shown = lead.start("comma"), f" {shown}"
    message = f"“{match.group()}” is the form of an English date; write “{shown.strip()}”"
    yield prose.spot(message, start, match.end(), shown if lead else None)


def _write(language: str, day: int, month: str, year: str) -> str:
    if language == "fr":
        return " ".join(filter(None, (_french_day(day), month, year)))
    return " de ".join(filter(None, (str(day), month, year)))


def _french_day(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _check_french(pair: CheckInput, prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    text = prose.text
    if match["first"] or match["range"]:
        yield prose.spot("the first day of a month is “1er”", match.start(), match.start() + 1, "1er")
    elif match["suffix"]:
        has_lead = _WORD_LEAD["fr"].search(text, max(0, match.start() - 14), match.start())
        is_english = match["suffix"].lower() in ("st", "nd", "rd", "th")
        if has_lead or is_english:
            fix = _french_day(int(match["day"]))
            yield prose.spot(f"“{match.group()}” in a date: write “{fix}”", *match.span(), fix)
    elif match["de"]:
        has_lead = _WORD_LEAD["fr"].search(text, max(0, match.start() - 14), match.start())
        if has_lead:
            end = match.end("de") + (match["de"].lower() == "de")
            yield prose.spot("no “de” in a date", match.start("de"), end, "")
    elif _is_year(pair, text, match):
        yield prose.spot("no comma within a date", match.start("comma"), match.end("comma"), "")


def _is_year(pair: CheckInput, text: str, match: re.Match[str]) -> bool:
    """Whether four digits after a month are its year, and not people: le 3 mai, 2000 manifestants."""
    if not _WORD_AFTER.match(text, match.end("year")):
        return True
    return any(date.year == int(match["year"]) for date in _source_dates(pair))


def _source_dates(pair: CheckInput) -> tuple[Date, ...]:
    return () if pair.source is None else list_dates(pair.source, base_language(pair.source_language))


def _check_spanish(pair: CheckInput, prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    has_lead = _WORD_LEAD["es"].search(prose.text, max(0, match.start() - 14), match.start())
    year = match["year"] if match["year"] and _is_year(pair, prose.text, match) else None
    is_linked = not year or match["link"].strip().lower() in ("de", "del")
    if match["suffix"] or (match["de"] or "").lower() == "of":
        is_wrong = True
    elif match["de"]:
        is_wrong = not is_linked
    else:
        is_wrong = bool(year or has_lead)
    if not is_wrong:
        return
    # The year that may be a number of people stays outside.
    end = match.end("year") if year else match.end("month")
    shown = _write("es", int(match["day"]), match["month"].lower(), "" if is_linked else year or "")
    if year and is_linked:
        shown += prose.text[match.end("month") : end]
    yield prose.spot(f"write “{shown}”: a date in Spanish has “de” twice", match.start(), end, shown)


def _find_figures(pair: CheckInput, prose: Prose) -> Iterator[Spot]:
    wanted = {(date.day, date.month, date.year) for date in _source_dates(pair) if date.day and date.year}
    for match in _FIGURES.finditer(prose.text) if wanted else ():
        first, second, year = map(int, match.group().split(match[1]))
        if (first, second, year) in wanted:
            spot = prose.spot(f"the source has “{match.group()}” with its month in words", *match.span())
            yield with_severity(spot, Severity.INFO)
        elif (second, first, year) in wanted:
            yield prose.spot(f"“{match.group()}” has the day first here: day and month changed places", *match.span())


DATE_FORM = Check(
    "date-form",
    "Form of dates",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("0123456789"),
    either_words=frozenset(name for names in MONTHS.values() for name in names),
    may_find=_may_find,
)
