"""What the texts around two numbers say about them: fractions, months, Roman numerals, the half of the day."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from tms.checks.equivalents import Equivalents
from tms.text.number_tokens import list_words
from tms.text.numbers import NumberHit

_CENTURY = 100
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))

# It begins with one sign, which is quick to search for; what stands before that must be no letter.
_ROMAN_NUMERAL = re.compile(r"[IVXLC](?<![^\W\d_].)[IVXLC]*+(?![A-Z])")
_LONGEST_ROMAN = 8
# A single letter may be an initial.
_ROMAN_LETTERS = frozenset((1, 5, 10, 50, 100))
_DATE_AFTER = re.compile(r"[/.-]\d")
_DATE_BEFORE = re.compile(r"\d[/.-]\Z")
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"[%٪％]|\bpour\s?cent|\bpor\s?cien|\bpourcent|\bporcent", re.IGNORECASE)
_FRACTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "half halves quarter quarters third thirds fifth fifths tenth tenths medio media medios medias mitad tercio "
        "tercios tercera terceras cuarto cuartos cuarta cuartas quinto quintos quinta quintas décimo décima décimas "
        "demi demie demis moitié tiers quart quarts cinquième cinquièmes dixième dixièmes",
    )
)
_FRACTION_SIGNS = re.compile(r"[½¼¾]")
# From a number to the fraction that it counts or adds to: two-thirds, three and a half.
_NEAR = 12
_YEAR_BEFORE = re.compile(r"(1\d|20)\d\d[-–/]\Z")
_ORDINAL_WORD = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
# Words of French and Spanish that hold a number, by how they begin.
_WITHIN_WORDS = {
    3: ("trimest", "trienal", "triennal", "trienio", "trilog", "tripl"),
    4: ("quadrien", "cuatrien", "quadrupl", "cuadrupl", "cuádrupl", "cuatrimest", "tetralog"),
    5: ("lustr", "quinquen", "quintupl", "quíntupl"),
    6: ("semest", "sexen", "sextupl", "séxtupl"),
    7: ("septenn", "septenio", "septenal"),
    10: ("décenn", "decenio", "década", "decena", "decen", "décupl", "decupl"),
    14: ("quinzain", "quincen"),
    15: ("quinzain", "quincen"),
    20: ("veinteañer", "vicenn", "vicenal"),
    30: ("trenten", "treintañer", "treinten", "tricenn"),
    40: ("cuarentañer", "quadragén", "cuadragen", "cuarenten", "cuarentón"),
    50: ("quinquagén", "quincuagen", "cincuenten", "cincuentón", "cincuentañer"),
    60: ("sexagén", "sexagen", "sesenten"),
    70: ("septuagén", "septuagen", "setenten"),
    80: ("octogén", "octogen", "ochenten"),
    90: ("nonagén", "nonagen", "noventen"),
    100: ("centenair", "centenari", "centenar", "siècle", "siglo"),
}
_WITHIN_HEADS = tuple((head, value) for value, heads in _WITHIN_WORDS.items() for head in heads)
# The twenty-first in words of French and Spanish.
_LONG_ORDINAL = re.compile(r"(?:[^\W\d_]ième|ésim|esimo|decimo|décim)", re.IGNORECASE)
_ENGLISH_ORDINAL = re.compile(
    r"(?:teenth|ieth|eleventh|twelfth|hundredth|thousandth"
    r"|-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(?:heures?|horas)\b|\d\s?h\b", re.IGNORECASE)
_MINUS_BEFORE = re.compile(r"\bminus\s\Z", re.IGNORECASE)
# thirty-something, three-wheeled, twofold
_COMPOUND = re.compile(r"-?(?:something|\w+ed|fold|sided|ish|odd)\b", re.IGNORECASE)
_SPANISH_NINE_ELEVEN = "11-S"
# How the names of the months begin in English, French and Spanish.
_MONTHS = (
    ("january", "janv", "enero"),
    ("february", "févr", "febr"),
    ("march", "mars", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio"),
    ("july", "juil", "julio"),
    ("august", "août", "agosto"),
    ("sept",),
    ("octo",),
    ("novem", "noviem"),
    ("decem", "décem", "diciem"),
)


class Context:
    """What the texts around the numbers say about them."""

    def __init__(self, source: str, target: str) -> None:
        self._source = source
        self._target = target
        self._equivalents = Equivalents(source, target)

    @cached_property
    def _target_words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._target))

    @cached_property
    def _has_halves(self) -> bool:
        return _has_fraction(self._source) or _has_fraction(self._target)

    @cached_property
    def _has_long_ordinal(self) -> bool:
        return _LONG_ORDINAL.search(self._target) is not None

    @cached_property
    def _source_months(self) -> frozenset[int]:
        return _list_months(frozenset(_WORD.findall(self._source)))

    @cached_property
    def _target_months(self) -> frozenset[int]:
        return _list_months(self._target_words) | ({9} if _SPANISH_NINE_ELEVEN in self._target else set())

    @cached_property
    def _romans(self) -> frozenset[int]:
        return frozenset(
            value for roman in _ROMAN_NUMERAL.findall(self._target) if (value := _read_roman(roman)) is not None
        )

    @cached_property
    def _source_romans(self) -> frozenset[int]:
        found = (_read_roman(roman) for roman in _ROMAN_NUMERAL.findall(self._source) if roman != "I")
        return frozenset(value for value in found if value is not None)

    @cached_property
    def _within_words(self) -> frozenset[int]:
        lower = self._target.lower()
        present = [(head, value) for head, value in _WITHIN_HEADS if head in lower]
        if not present:
            return frozenset()
        words = tuple(word.lower() for word in self._target_words)
        return frozenset(value for head, value in present if any(word.startswith(head) for word in words))

    def list_related(self, hit: NumberHit) -> Iterator[Decimal]:
        """The 1990s are the nineties, 3 p.m. may be "3 de la tarde", 2017-18 is 2017-2018, half a million 500,000."""
        if self._source[hit.end : hit.end + 2].lstrip("'’").startswith("s") and hit.value % 10 == 0:
            yield hit.value % _CENTURY
            yield hit.value + 1900
        if hit.unit == "time":
            yield hit.value - 12
            yield hit.value + 12
        elif hit.is_word and 1 <= hit.value <= 12 and _HOURS.search(self._target):
            yield hit.value + 12
        if _MINUS_BEFORE.search(self._source, max(0, hit.start - 6), hit.start):
            yield -hit.value
        if year := _YEAR_BEFORE.search(self._source[max(0, hit.start - 6) : hit.start]):
            yield int(year[1]) * 100 + hit.value if hit.value < _CENTURY else hit.value % _CENTURY
        if hit.foreign_value is not None:
            yield hit.foreign_value
        yield from self._equivalents.list_values(hit)
        if self._has_halves and hit.value >= 2:
            yield from _list_halves(hit.value)

    def has_lost_percent(self, source: NumberHit, target: NumberHit) -> bool:
        """Whether a percentage is a plain number in a translation that speaks of no percentage at all."""
        return source.unit == "%" and target.unit == "" and not _PERCENT.search(self._target)

    def is_half_of_ordinal(self, hit: NumberHit) -> bool:
        """Whether a number is the first half of an ordinal in words: twenty-first."""
        return hit.is_word and _ORDINAL_WORD.match(self._source, hit.end) is not None

    def is_said_otherwise(self, hit: NumberHit) -> bool:
        """Whether a number of the source is in the translation as Roman numerals, as a month, or within a word."""
        return (
            (hit.value in self._romans and (hit.unit == "ordinal" or hit.value not in _ROMAN_LETTERS))
            or hit.value in self._within_words
            or (_is_in_date(hit, self._source) and hit.value in self._target_months)
            or (hit.is_word and _is_by_fraction(hit, self._source))
            or (hit.unit == "ordinal" and self._has_long_ordinal)
            or (hit.is_word and _COMPOUND.match(self._source, hit.end) is not None)
            or self._equivalents.has_words_for(hit)
        )

    def is_month_of_source(self, hit: NumberHit) -> bool:
        """Whether a number of the translation is the month that the source names, or belongs to a fraction."""
        if hit.value in self._source_romans or (hit.unit == "ordinal" and _ENGLISH_ORDINAL.search(self._source)):
            return True
        is_month = _is_in_date(hit, self._target) and hit.value in self._source_months
        by_fraction = hit.is_word and _is_by_fraction(hit, self._target)
        return is_month or by_fraction or self._equivalents.is_explained(hit)


def _has_fraction(text: str) -> bool:
    has_word = not _FRACTION_WORDS.isdisjoint(list_words(text))
    return has_word or _FRACTION_SIGNS.search(text) is not None


def _is_by_fraction(hit: NumberHit, text: str) -> bool:
    """Whether a number counts fractions or has one added to it."""
    around = text[max(0, hit.start - _NEAR) : hit.start] + " | " + text[hit.end : hit.end + _NEAR]
    return _has_fraction(around)


def _list_halves(value: Decimal) -> Iterator[Decimal]:
    """One and a half million beside "un millón y medio", "half a million" beside 500,000."""
    scale = Decimal(1000) ** ((value.adjusted()) // 3)
    yield from (value / 2, value * 2, value - scale / 2, value + scale / 2)


def _read_roman(roman: str) -> int | None:
    """The value of Roman numerals as they are written for centuries and kings; None for other runs of these letters."""
    value, rest = 0, roman
    for amount, sign in _ROMAN:
        while rest.startswith(sign):
            value, rest = value + amount, rest.removeprefix(sign)
    return value if not rest and len(roman) <= _LONGEST_ROMAN else None


def _is_in_date(hit: NumberHit, text: str) -> bool:
    before = text[max(0, hit.start - 2) : hit.start]
    return bool(_DATE_AFTER.match(text, hit.end) or _DATE_BEFORE.search(before))


def _list_months(words: frozenset[str]) -> frozenset[int]:
    """The months that are named among the words, from 1 to 12."""
    lower = tuple(word.lower() for word in words)
    return frozenset(
        number for number, heads in enumerate(_MONTHS, start=1) if any(word.startswith(heads) for word in lower)
    )
