"""What a number counts: days or months, morning or afternoon, hundreds or thousands, a half or a quarter."""

import re
from collections.abc import Iterable, Iterator

from tms.text.number_tokens import list_words
from tms.text.numbers import NumberHit
from tms.values import Severity, Spot

_GAP = r"[\s\u00a0\u202f-]{1,2}"
MEASURES = {
    form: name
    for name, forms in {
        "second": "second seconds seconde secondes segundo segundos",
        "minute": "minute minutes minuto minutos",
        "hour": "hour hours heure heures hora horas",
        "day": "day days jour jours journée journées día días",
        "week": "week weeks semaine semaines semana semanas",
        "month": "month months mois mes meses",
        "year": "year years an ans année années año años",
        "decade": "decade decades décennie décennies década décadas",
        "centimetre": "centimeter centimeters centimetre centimetres centimètre centimètres centímetro centímetros cm",
        "kilometre": "kilometer kilometers kilometre kilometres kilomètre kilomètres kilómetro kilómetros km",
        "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kilogramo kilogramos kg",
        "ton": "ton tons tonne tonnes tonelada toneladas",
    }.items()
    for form in forms.split()
}
"""What a number can count, by its words."""

TIME_WORDS = frozenset(
    word + ending
    for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade", "ton", "kilo")
    for ending in ("", "s")
)
"""Words of an English text that tell what a number counts."""

_COUNTED = re.compile(rf"{_GAP}([^\W\d_]++)(?!\w)")
_HALF_OF_DAY = re.compile(
    r"[\s\u00a0]?(?:[ap]\.?\s?m\b|du (?:matin|soir)|de l['’]après-midi|de la (?:mañana|tarde|noche|madrugada))",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"soir|après-midi|nuit|tarde|noche|p\.?\s?m\b|midi", re.IGNORECASE)
_MORNING = re.compile(r"matin|aube|mañana|madrugada|a\.?\s?m\b", re.IGNORECASE)
_AM_PM = re.compile(r"([ap])\.?\s?m\.?$", re.IGNORECASE)
_FRACTIONS = {
    "half": r"\bhalf of\b|\bone half\b|\ba half\b|\bmoitié\b|\bmitad\b",
    "third": r"\b(?:a|one)[ -]third\b|\b(?:un|le) tiers\b|\b(?:un|el) tercio\b|\b(?:una|la) tercera parte\b",
    "two thirds": r"\btwo[ -]thirds\b|\bdeux tiers\b|\bdos tercios\b|\bdos terceras partes\b",
    "quarter": r"\b(?:a|one)[ -]quarter of\b|\b(?:un|le) quart d(?:e|es|['’]entre)\b|\b(?:una|la) cuarta parte\b",
    "three quarters": r"\bthree[ -]quarters\b|\btrois quarts (?:de|des|d['’])(?! ?heure)|\btres cuart(?:a|o)s\b",
    "fifth": r"\b(?:a|one)[ -]fifth of\b|\b(?:un|le) cinquième d|\b(?:una|la) quinta parte\b",
}
_FRACTION = re.compile(
    "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _FRACTIONS.items()), re.IGNORECASE
)
FRACTION_WORDS = frozenset(("half", "third", "thirds", "quarter", "quarters", "fifth"))
"""Words of an English text that may tell of a fraction."""

# A half that is not part of another word or of a time.
_PLAIN_HALF = re.compile(
    r"(?<![\w-])(?P<half>half)\b(?!-|\s(?:an?|past|brothers?|sisters?|way|hour|hours|dozen|million|billion|century|year)\b)",
    re.IGNORECASE,
)


def find_other_units(pairs: Iterable[tuple[NumberHit, NumberHit]], source: str, target: str) -> Iterator[Spot]:
    """Numbers that count something else than in the source: 45 days, 45 mois."""
    for wanted, got in pairs:
        first, second = _COUNTED.match(source, wanted.end), _COUNTED.match(target, got.end)
        if not first or not second or wanted.value != got.value:
            continue
        unit, other = MEASURES.get(first[1].lower()), MEASURES.get(second[1].lower())
        if unit and other and unit != other:
            message = f"“{wanted.text}{first.group()}” in the source is “{got.text}{second.group()}” here"
            yield Spot(message, got.start, second.end(), severity=Severity.WARNING)


def find_other_half_of_day(pairs: Iterable[tuple[NumberHit, NumberHit]], target: str) -> Iterator[Spot]:
    """A time of the afternoon that became one of the night, or the other way round."""
    for wanted, got in pairs:
        half = _AM_PM.search(wanted.text) if wanted.unit == got.unit == "time" else None
        if not half or abs(wanted.value - got.value) != 12:
            continue
        around = target[max(0, got.start - 30) : got.end + 30]
        says = _AFTERNOON if half[1].lower() == "p" else _MORNING
        if not says.search(around) or _HALF_OF_DAY.search(got.text):
            message = f"“{wanted.text}” in the source is “{got.text}” here"
            yield Spot(message, got.start, got.end, severity=Severity.WARNING)


def find_other_magnitude(missing: Iterable[NumberHit], extra: Iterable[NumberHit]) -> Iterator[Spot]:
    """Thousands that became hundreds, where there is one such word on each side."""
    wanted = [hit for hit in missing if hit.unit == "about"]
    got = [hit for hit in extra if hit.unit == "about"]
    if len(wanted) == len(got) == 1 and wanted[0].value.adjusted() != got[0].value.adjusted():
        message = f"“{wanted[0].text}” in the source is “{got[0].text}” here"
        yield Spot(message, got[0].start, got[0].end, severity=Severity.WARNING)


def find_other_fraction(source: str, target: str) -> Iterator[Spot]:
    """A fraction in words that became another, where there is one on each side."""
    if FRACTION_WORDS.isdisjoint(list_words(source)):
        return
    wanted = list(_FRACTION.finditer(source)) or list(_PLAIN_HALF.finditer(source))
    got = list(_FRACTION.finditer(target)) if len(wanted) == 1 else []
    if len(got) == 1 and wanted[0].lastgroup != got[0].lastgroup:
        message = f"“{wanted[0].group()}” in the source is “{got[0].group()}” here"
        yield Spot(message, *got[0].span(), severity=Severity.WARNING)
