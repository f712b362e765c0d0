"""Which number of a translation answers for which of its source."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from tms.checks.equivalents import Equivalents
from tms.checks.shared_scale import list_shared_values
from tms.text.number_notation import get_notation
from tms.text.numbers import NumberHit, find_numbers, format_number

_CENTURY = 100
# Words up to a thousand belong to phrases ("a hundred times"); above, they are figures ("two million").
_LARGEST_PHRASE = 1000
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# One sign, several currencies: ¥, and $ with its many countries.
_LOOSE_UNITS = frozenset(("JPY", "CNY", "ordinal", "time", "about", ""))
_DOLLARS = frozenset(("USD", "CAD", "AUD", "HKD", "TWD", "MXN"))

_ROMAN_NUMERAL = re.compile(r"(?<![^\W\d_])[IVXLC]+(?![A-Z])")
_LONGEST_ROMAN = 8
# A single letter may be an initial.
_ROMAN_LETTERS = frozenset((1, 5, 10, 50, 100))
_DATE_AFTER = re.compile(r"[/.-]\d")
_DATE_BEFORE = re.compile(r"\d[/.-]\Z")
_TAG_SIGN = re.compile(r"[<>\[\]*_&]")
_ENGLISH = re.compile(r"\D?\d{1,3}(?:,\d{3})+(?:\.\d+)?\D*|\D?\d+\.\d+\D*")
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"[%٪％]|\bpour\s?cent|\bpor\s?cien|\bpourcent|\bporcent", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:half|halves|quarters?|thirds?|medi[oa]s?|mitad|terceras?|tercios?|cuartos?|demie?s?|moitié|tiers|quarts?)\b|[½¼¾]",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(1\d|20)\d\d[-–/]\Z")
_ORDINAL_WORD = re.compile(r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
# Words of French and Spanish that hold a number, by how they begin.
_WITHIN_WORDS = {
    3: ("trimest", "trienal", "triennal"),
    5: ("lustro", "quinquen"),
    6: ("semest",),
    10: ("décenni", "decenio", "década", "decena", "decen"),
    14: ("quinzain", "quincen"),
    15: ("quinzain", "quincen"),
    40: ("quadragén", "cuadragen", "cuarenten", "cuarentón"),
    50: ("quinquagén", "quincuagen", "cincuenten", "cincuentón"),
    60: ("sexagén", "sexagen", "sesenten"),
    70: ("septuagén", "septuagen", "setenten"),
    80: ("octogén", "octogen", "ochenten"),
    90: ("nonagén", "nonagen", "noventen"),
    100: ("centenair", "centenari", "centenar", "siècle", "siglo"),
}
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the numbers of a source.

    `matched` are pairs of source and target. `misread` say the right number only in the notation of another
    language. `other_units` are pairs with the same value in two currencies, or with and without a percent sign.
    """

    matched: tuple[tuple[NumberHit, NumberHit], ...]
    misread: tuple[NumberHit, ...]
    other_units: tuple[tuple[NumberHit, NumberHit], ...]
    missing: tuple[NumberHit, ...]
    extra: tuple[NumberHit, ...]


@lru_cache(maxsize=8)
def list_numbers(text: str, language: str) -> tuple[NumberHit, ...]:
    """The numbers of a text; remembered, as two checks ask for them and a source stays while its translation grows."""
    return find_numbers(text, language)


def write_in(language: str, value: Decimal, hit: NumberHit) -> str:
    """The value in the notation of a language, in the form of a hit that may be in English notation."""
    like = hit.text
    if hit.is_foreign_notation and _ENGLISH.fullmatch(like):
        notation = get_notation(language)
        like = like.translate({ord(","): notation.groups[0], ord("."): notation.decimal})
    return format_number(value, language, like=like)


def is_plain(hit: NumberHit) -> bool:
    """Whether no tag stands within the number, so that another may be written over it."""
    return not _TAG_SIGN.search(hit.text)


def is_firm(hit: NumberHit) -> bool:
    """Whether a number has to have a counterpart, because it is written in digits or is a large figure."""
    if hit.unit in ("about", "ordinal"):
        return hit.unit == "ordinal" and not hit.is_word and hit.value > 10
    return not hit.is_word or abs(hit.value) > _LARGEST_PHRASE


def compare_numbers(wanted: Iterable[NumberHit], got: Iterable[NumberHit], *, source: str, target: str) -> Answer:
    """Pair numbers by value: first as they are written, then in words, then by what else may mean the same."""
    wanted, got = list(wanted), list(got)
    context = _Context(source, target)
    shared = list_shared_values(wanted, source)
    open_hits = [hit for hit in wanted if not context.is_half_of_ordinal(hit)]
    pool = _Pool(got, list_shared_values(got, target))
    pairs: list[tuple[NumberHit, NumberHit]] = []
    steps: tuple[tuple[Callable[[NumberHit], Iterable[Decimal]], str], ...] = (
        (_own_value, "value"),
        (_own_value, "foreign"),
        (_own_value, "shared"),
        (lambda hit: shared.get(id(hit), ()), "value"),
        (context.list_related, "value"),
    )
    for list_values, index in steps:
        still_open = []
        for hit in open_hits:
            found = pool.take(list_values(hit), hit, index=index)
            if found:
                pairs.append((hit, found))
            else:
                still_open.append(hit)
        open_hits = still_open
    return Answer(
        matched=tuple(pairs),
        misread=tuple(hit for _, hit in pairs if id(hit) in pool.misread),
        other_units=tuple(pair for pair in pairs if _has_other_unit(*pair) or context.has_lost_percent(*pair)),
        missing=tuple(hit for hit in open_hits if not context.is_said_otherwise(hit)),
        extra=tuple(hit for hit in pool.rest() if not context.is_month_of_source(hit)),
    )


class _Pool:
    """The numbers of a translation that are still free, by value."""

    def __init__(self, hits: Iterable[NumberHit], shared: dict[int, list[Decimal]]) -> None:
        self._indexes: dict[str, dict[Decimal, list[NumberHit]]] = {"value": {}, "foreign": {}, "shared": {}}
        self._hits = list(hits)
        self._taken: set[int] = set()
        self.misread: set[int] = set()
        for hit in reversed(self._hits):
            self._indexes["value"].setdefault(hit.value, []).append(hit)
            if hit.foreign_value is not None:
                self._indexes["foreign"].setdefault(hit.foreign_value, []).append(hit)
            for value in shared.get(id(hit), ()):
                self._indexes["shared"].setdefault(value, []).append(hit)

    def take(self, values: Iterable[Decimal], like: NumberHit, *, index: str) -> NumberHit | None:
        """A free number of one of these values, one in digits for digits where there is a choice."""
        for value in values:
            hits = self._indexes[index].get(value, [])
            while hits and id(hits[-1]) in self._taken:
                hits.pop()
            if hits:
                near = range(len(hits) - 1, max(-1, len(hits) - 9), -1)
                found = hits.pop(next((place for place in near if self._fits(hits[place], like)), len(hits) - 1))
                self._taken.add(id(found))
                if index == "foreign":
                    self.misread.add(id(found))
                return found
        return None

    def _fits(self, hit: NumberHit, like: NumberHit) -> bool:
        return id(hit) not in self._taken and hit.is_word == like.is_word and hit.unit == like.unit

    def rest(self) -> Iterator[NumberHit]:
        """What nobody took, in order."""
        return (hit for hit in self._hits if id(hit) not in self._taken)


def _own_value(hit: NumberHit) -> Iterator[Decimal]:
    yield hit.value


class _Context:
    """What the texts around the numbers say about them."""

    def __init__(self, source: str, target: str) -> None:
        self._source = source
        self._target = target
        self._equivalents = Equivalents(source, target)
        self._has_halves = bool(_FRACTION.search(source) or _FRACTION.search(target))

    @cached_property
    def _target_words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._target))

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
    def _within_words(self) -> frozenset[int]:
        words = tuple(word.lower() for word in self._target_words)
        return frozenset(
            value for value, heads in _WITHIN_WORDS.items() if any(word.startswith(heads) for word in words)
        )

    def list_related(self, hit: NumberHit) -> Iterator[Decimal]:
        """The 1990s are the nineties, 3 p.m. may be "3 de la tarde", 2017-18 is 2017-2018, half a million 500,000."""
        if self._source[hit.end : hit.end + 2].lstrip("'’").startswith("s") and hit.value % 10 == 0:
            yield hit.value % _CENTURY
            yield hit.value + 1900
        if hit.unit == "time":
            yield hit.value - 12
            yield hit.value + 12
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
            or (self._has_halves and hit.is_word)
            or self._equivalents.has_words_for(hit)
        )

    def is_month_of_source(self, hit: NumberHit) -> bool:
        """Whether a number of the translation is the month that the source names, or belongs to a fraction."""
        is_month = _is_in_date(hit, self._target) and hit.value in self._source_months
        return is_month or (self._has_halves and hit.is_word) or self._equivalents.is_explained(hit)


def _list_halves(value: Decimal) -> Iterator[Decimal]:
    """One and a half million beside "un millón y medio", "half a million" beside 500,000."""
    scale = Decimal(1000) ** ((value.adjusted()) // 3)
    yield from (value / 2, value * 2, value - scale / 2, value + scale / 2)


def _has_other_unit(source: NumberHit, target: NumberHit) -> bool:
    if source.unit in _LOOSE_UNITS or target.unit in _LOOSE_UNITS or source.unit == target.unit:
        return False
    return not {source.unit, target.unit} <= _DOLLARS


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
