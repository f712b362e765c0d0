"""Measures that a translation converts: miles into kilometres, acres into hectares, Fahrenheit into Celsius."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tms.text.numbers import NumberHit

_GAP = r"[\s\u00a0\u202f-]{0,2}"
# Name, dimension, how many of the metric unit of that dimension it is, its words in English, French and Spanish.
_UNITS = (
    ("square mile", "area", 2_589_988, r"(?:square[- ]miles?|sq\.? ?mi|mill?es? carrés?|millas? cuadradas?)"),
    ("square foot", "area", 0.092903, r"(?:square[- ](?:feet|foot)|sq\.? ?ft|pieds? carrés?|pies? cuadrados?)"),
    ("square yard", "area", 0.836127, r"(?:square[- ]yards?|yards? carrés?|yardas? cuadradas?)"),
    ("acre", "area", 4046.856, r"acres?"),
    ("hectare", "area", 10_000, r"(?:hectares?|hectáreas?|ha)"),
    ("square kilometre", "area", 1_000_000,
     r"(?:km²|km2|square kilomet(?:re|er)s?|kilomètres? carrés?|kilómetros? cuadrados?)"),
    ("square metre", "area", 1, r"(?:m²|m2|square met(?:re|er)s?|mètres? carrés?|metros? cuadrados?)"),
    ("mile per hour", "speed", 1.609344,
     r"(?:mph|miles? (?:per|an) hour|mi(?:lles?|les?)? ?(?:/ ?h|à l[’']heure)|millas? por hora)"),
    ("kilometre per hour", "speed", 1,
     r"(?:km ?/ ?h|kph|kilom(?:è|é|e)tres? (?:à l[’']|par )heure|kilómetros? por hora)"),
    ("mile", "length", 1609.344, r"(?:miles?|milles?|millas?|mi\b)"),
    ("foot", "length", 0.3048, r"(?:feet|foot|ft|pieds?|pies?)"),
    ("yard", "length", 0.9144, r"(?:yards?|yds?|yardas?)"),
    ("inch", "length", 0.0254, r"(?:inch(?:es)?|pouces?|pulgadas?)"),
    ("kilometre", "length", 1000, r"(?:km|kilomet(?:re|er)s?|kilomètres?|kilómetros?)"),
    ("centimetre", "length", 0.01, r"(?:cm|centimet(?:re|er)s?|centimètres?|centímetros?)"),
    ("millimetre", "length", 0.001, r"(?:mm|millimet(?:re|er)s?|millimètres?|milímetros?)"),
    ("metre", "length", 1, r"(?:m|met(?:re|er)s?|mètres?|metros?)"),
    ("pound", "weight", 0.453592, r"(?:pounds?|lbs?|livres?|libras?)"),
    ("stone", "weight", 6.350293, r"(?:stones?)"),
    ("ounce", "weight", 0.0283495, r"(?:ounces?|oz|onces?|onzas?)"),
    ("kilogram", "weight", 1, r"(?:kg|kilos?|kilogram(?:me)?s?|kilogrammes?|kilogramos?)"),
    ("gram", "weight", 0.001, r"(?:g|grams?|grammes?|gramos?)"),
    ("gallon", "volume", 3.785412, r"(?:gallons?|galones|galón)"),
    ("pint", "volume", 0.568, r"(?:pints?|pintes?|pintas?)"),
    ("litre", "volume", 1, r"(?:l|lit(?:re|er)s?|litres?|litros?)"),
    ("degree Fahrenheit", "temperature", 1, r"(?:°|º|degrees?|degrés?|grados?)?\s?(?:Fahrenheit|F)"),
    ("degree Celsius", "temperature", 1,
     r"(?:°|º|degrees?|degrés?|grados?)(?:(?<![°º])(?!\s?[CF])|\s?(?:Celsius|C(?:entigrades?|entígrados?)?))"),
)  # fmt: skip
_IMPERIAL = frozenset(
    ("square mile", "square foot", "square yard", "acre", "mile per hour", "mile", "foot", "yard", "inch", "pound",
     "stone",     "ounce", "gallon", "pint", "degree Fahrenheit")
)  # fmt: skip
MEASURE_WORDS = frozenset(
    (
        *("mile", "miles", "mi", "foot", "feet", "ft", "yard", "yards", "inch", "inches", "acre", "acres", "mph"),
        *("stone", "stones"),
        *("pound", "pounds", "lb", "lbs", "ounce", "ounces", "oz", "gallon", "gallons", "fahrenheit", "f"),
        *("km", "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres", "meter", "meters", "hectare"),
        *("hectares", "kg", "kilo", "kilos", "litre", "litres", "liter", "liters", "celsius", "c", "pint", "pints"),
        *("gram", "grams", "gramme", "grammes", "kilogram", "kilograms", "kilogramme", "kilogrammes", "centimetre"),
        *("centimetres", "centimeter", "centimeters", "millimetre", "millimetres", "millimeter", "millimeters", "ha"),
        *("cm", "mm", "g", "ml", "kph", "yd", "yds", "degree", "degrees"),
    )
)
"""Words of an English text that may tell of a measure to convert, lower case."""

IMPERIAL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "mile miles mille milles milla millas mi foot feet ft pied pieds pie pies yard yards yd yds yarda yardas "
        "inch inches pouce pouces pulgada pulgadas acre acres mph stone stones "
        "pound pounds lb lbs livre livres libra libras "
        "ounce ounces oz once onces onza onzas gallon gallons galón galones pint pints pinte pintes pinta pintas "
        "fahrenheit f ",
    )
)
METRIC_WORDS = frozenset(
    re.findall(
        r"\w+",
        "hectare hectares hectárea hectáreas ha km km² kph kilometre kilometres kilometer kilometers kilomètre "
        "kilomètres kilométre kilométres kilómetro kilómetros centimetre centimetres centimeter centimeters "
        "centimètre centimètres centímetro centímetros cm millimetre millimetres millimeter millimeters millimètre "
        "millimètres milímetro milímetros mm metre metres meter meters mètre mètres metro metros m m² kilo kilos "
        "kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kg gram grams gramme grammes gramo gramos "
        "g litre litres liter liters litro litros l degree degrees degré degrés grado grados celsius centigrade "
        "centigrades centígrado centígrados c º ",
    )
)
"""Words of units in English, French and Spanish, lower case."""

_UNIT = re.compile(
    rf"{_GAP}(?:{'|'.join(f'(?P<u{place}>{unit[3]})' for place, unit in enumerate(_UNITS))})(?![\w²])",
    re.IGNORECASE,
)
_MEASURE_WORD = re.compile(
    rf"(?<![^\W\d_])(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# A mile and half a mile are measures without a number.
_UNCOUNTED = re.compile(
    r"\b(?:(?P<half>half an?|demi|medi[oa])|(?P<quarter>(?:a )?quarter(?: of an?)?)|an?|une?|una)[ -]?"
    r"(?=(?:square|cubic|mil[el]|foot|yard|inch|acre|pound|ounce|gallon|pint|met(?:er|re)|kilo|hect|lit(?:er|re)|pied"
    r"|pouce|livre|once|pie\b|pulgada|libra|onza|galón|metro|kiló|litro|mètre))",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"[\s\u00a0](?:and a half|et demie?|y medi[oa])\b", re.IGNORECASE)
_LINK = re.compile(r"[\s\u00a0\u202f]?(?:by|x|×|par|sur|por|to|à|a|and|or|et|ou|y|o|[-–])[\s\u00a0\u202f]?")
_SAME_UNIT = 80
_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[.,;:!?)»”]|\Z)|\s(?:when|before|after|at|in|on|by|now|today|later|and|or|but|quand|lorsqu\w*|avant|après|à|au|en"
    r"|et|ou|mais|cuando|antes|después|al?|hoy|ahora|y|o|pero)\b"
)
_MINUS_BEFORE = re.compile(r"(?<!\w)(?:minus|moins|menos)[\s\u00a0]\Z", re.IGNORECASE)
_FAHRENHEIT_ZERO = 32


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit: `end` is that of the unit, `base` the value in the metric unit of the dimension."""

    hit: NumberHit
    end: int
    unit: str
    dimension: str
    base: float


@dataclass(frozen=True, slots=True)
class Conversion:
    """A measure of the source and the one of the translation that says it in another unit."""

    wanted: Measure
    got: Measure
    is_right: bool


def may_convert(source: str) -> bool:
    """Whether an English text has a measure that a translator may convert."""
    return _MEASURE_WORD.search(source) is not None


def list_conversions(
    wanted: Iterable[NumberHit], got: Iterable[NumberHit], source: str, target: str
) -> list[Conversion]:
    """The measures of the source that are in another unit in the translation; those that match in value come first."""
    ours = _list_measures(wanted, source)
    theirs = _list_measures(got, target)
    for measure in list(ours):
        same = [other for other in theirs if other.unit == measure.unit and other.hit.value == measure.hit.value]
        if same:
            ours.remove(measure)
            theirs.remove(same[0])
    found: list[Conversion] = []
    for is_right in (True, False):
        for measure in list(ours):
            fitting = [other for other in theirs if _answers(measure, other, is_right=is_right)]
            if fitting:
                best = min(fitting, key=lambda other: abs(other.base - measure.base))
                found.append(Conversion(measure, best, is_right))
                ours.remove(measure)
                theirs.remove(best)
    return found


def _answers(measure: Measure, other: Measure, *, is_right: bool) -> bool:
    is_metric, is_other_metric = measure.unit not in _IMPERIAL, other.unit not in _IMPERIAL
    if measure.dimension != other.dimension or is_metric == is_other_metric:
        return False
    return _is_near(measure, other) if is_right else measure.hit.value == other.hit.value


def list_lengths(hits: Iterable[NumberHit], text: str) -> list[tuple[str, float, int]]:
    """The measures of a text: dimension, how much in its metric unit, where the number begins."""
    counted = sorted(hits, key=lambda hit: hit.start)
    measures = _list_measures(counted, text)
    found = [(each.dimension, each.base, each.hit.start) for each in measures]
    # He weighed 9 stone then and 6 now: the unit is said once.
    ends = [*(each.hit.start for each in measures[1:]), len(text)]
    for measure, last in zip(measures, ends, strict=False):
        for hit in counted:
            is_behind = measure.end <= hit.start < min(last, measure.end + _SAME_UNIT)
            if is_behind and not hit.unit and _NO_NOUN_AFTER.match(text, hit.end) and measure.hit.value:
                found.append((measure.dimension, measure.base / float(measure.hit.value) * float(hit.value), hit.start))
    return found


def _list_uncounted(hits: list[NumberHit], text: str) -> list[NumberHit]:
    """The articles and halves that count a unit, as numbers."""
    taken = {hit.start for hit in hits}
    return [
        NumberHit(match.start(), match.end(), match.group(), _read_article(match), is_word=True)
        for match in _UNCOUNTED.finditer(text)
        if match.start() not in taken
    ]


def _read_article(match: re.Match[str]) -> Decimal:
    return Decimal("0.5") if match["half"] else Decimal("0.25") if match["quarter"] else Decimal(1)


def _list_measures(hits: Iterable[NumberHit], text: str) -> list[Measure]:
    counted = list(hits)
    hits = sorted((*counted, *_list_uncounted(counted, text)), key=lambda hit: hit.start)
    measures: list[Measure] = []
    found: re.Match[str] | None = None
    following = len(text) + 1
    for hit in reversed(hits):
        if hit.unit in ("%", "time", "ordinal"):
            continue
        # The unit of the second number serves for the first one too: 10 by 13 feet.
        is_linked = found is not None and _LINK.fullmatch(text, hit.end, following) is not None
        found = _UNIT.match(text, hit.end) or (found if is_linked else None)
        following = hit.start
        if found and found.lastgroup:
            name, dimension, factor, _ = _UNITS[int(found.lastgroup[1:])]
            half = _AND_A_HALF.match(text, found.end())
            value = float(hit.value) + (0.5 if half else 0)
            if dimension == "temperature" and _MINUS_BEFORE.search(text, max(0, hit.start - 8), hit.start):
                value = -abs(value)
            base = (value - _FAHRENHEIT_ZERO) / 1.8 if name == "degree Fahrenheit" else value * factor
            measures.append(Measure(hit, half.end() if half else found.end(), name, dimension, base))
    return measures[::-1]


def _is_near(measure: Measure, other: Measure) -> bool:
    """Within five per cent, or within half of the last figure that is written."""
    if other.dimension == "temperature":
        return abs(measure.base - other.base) <= 1
    value = float(other.hit.value)
    exact = measure.base * value / other.base if other.base else measure.base
    half = 0.5 * 10.0 ** min(0, _exponent(other.hit.value))
    return abs(exact - value) <= max(0.05 * abs(exact), half)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
