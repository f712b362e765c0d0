"""Turns of phrase that say the same amount with other numbers, read in both texts and compared by what they come to.

One in five is 20 %, 97 minutes are an hour and thirty-seven, half past three is 15 h 30, fifty cents are 0.50 dollars,
three decades are thirty years, 13,000 feet are 4,000 metres, four times as many is the quadruple.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tms.checks.conversions import list_lengths
from tms.text.numbers import NumberHit

# Stands for a number; what is read is lower case, with plain spaces and without tags.
_N = "\x01"
_ONE = rf"(?:{_N}|\b(?:an?|one|une?|uno|una)\b)"
_TAG = re.compile(r"<[^<>]{0,500}>")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "\u2011": "-", "–": "-", "\n": " "})
_HALVES = r"(?P<half> and a half| et demie?| y medi[oa])?"

_RATIO = re.compile(
    rf"(?P<first>{_ONE})(?: [^\W\d_]+){{0,3}} (?:in(?: every)?|out of(?: every)?|of every|to|sur|de cada|entre|sobre) "
    rf"(?P<second>{_N})|(?P<even>{_N})-(?P=even)"
)
_FRACTION_NAMES = {
    2: r"hal(?:f|ves|ved)|moitié|mitad",
    3: r"thirds?|tiers|tercios?|tercera parte|terceras partes",
    4: r"quarters?|quarts?|cuartos?|cuarta parte|cuartas partes",
    5: r"fifths?|cinquièmes?|quintos?|quinta parte|quintas partes",
    6: r"sixths?|sixièmes?|sextos?|sexta parte",
    7: r"sevenths?|septièmes?|séptimos?|séptima parte",
    8: r"eighths?|huitièmes?|octavos?|octava parte",
    10: r"tenths?|dixièmes?|décimos?|décima parte|décimas partes|diezmo",
    20: r"twentieths?|vingtièmes?|vigésima parte",
    100: r"hundredths?|centièmes?|centésima parte",
}
_FRACTION = re.compile(
    rf"(?:(?P<count>{_N})[ -])?\b(?:"
    + "|".join(f"(?P<f{part}>{names})" for part, names in _FRACTION_NAMES.items())
    + r")\b"
)
_UNITS = (
    ("minute", 1, r"minutes?|minutos?|mins?\b"),
    ("hour", 60, r"hours?|heures?|horas?|hrs?\b"),
    ("day", 1440, r"days?|jours?|journées?|días?"),
    ("week", 10_080, r"weeks?|semaines?|semanas?"),
    ("month", 43_800, r"months?|mois|mes(?:es)?"),
    ("year", 525_600, r"years?|ans?|années?|años?"),
    ("decade", 5_256_000, r"decades?|décennies?|décadas?|decenios?"),
    ("century", 52_560_000, r"centur(?:y|ies)|siècles?|siglos?"),
)
_FACTORS = {name: factor for name, factor, _ in _UNITS}
_ANY_UNIT = "|".join(f"(?P<{name}>{words})" for name, _, words in _UNITS)
_DURATION = re.compile(
    rf"(?P<count>{_ONE}|\b(?:half(?: an?)?|une demi|demi|medi[oa]|trois quarts d'|three[ -]quarters of an|quart d'"
    rf"|quarter of an|a quarter[- ]|cuarto de|tres cuartos de))[ -]?(?:{_ANY_UNIT})\b{_HALVES}"
    rf"(?:,? (?:(?:and|et|y) )?(?P<rest>{_N})(?! ?(?:%|-?(?:years|ans|años)))"
    r"(?P<minutes> ?(?:minutes?|minutos?|min)\b)?)?"
)
_NAMED_DURATIONS = (
    (20_160, r"\bfortnights?\b|\bquinzaines?\b|\bquincenas?\b"),
    (131_400, r"\btrimestres?\b|\bthree-month"),
    (262_800, r"\bsemestres?\b"),
    (2_628_000, r"\blustros?\b|\blustres?\b"),
    (525_600, r"\btwelvemonth\b"),
)
_WITH_WEEKS = 30_240
_CLOCK = re.compile(
    rf"(?P<part>half|(?:a )?quarter|{_N})(?: minutes)? (?P<way>past|to|after|before) (?P<hour>{_N})"
    rf"|(?P<plain>{_ONE}) (?:o'clock|heures?|h\b|horas)(?P<add> et demie?| et quart| moins le quart| trois quarts)?"
    rf"(?: (?P<minus>moins )?(?P<min>{_N}))?"
    rf"|\blas? (?P<las>{_ONE})(?:(?P<addes> y media| y cuarto| menos cuarto)| (?P<sign>y|menos) (?P<mines>{_N}))?"
    r"|\b(?P<noon>noon|midday|midi|mediodía|midnight|minuit|medianoche)\b(?P<half> et demie?)?"
)
_HOURS = re.compile(
    rf"\b(?:from|between|de|entre|at|until|till|by|à|jusqu'à|a) (?P<from>{_N})"
    rf"(?: ?(?:h|am|a\.m\.|pm|p\.m\.)?(?: to | and | until |-| à | et | a | y )(?:las )?(?P<till>{_N}))?"
)
_UNTIL = frozenset(("-", "to", "until", "till", "and", "or", "/", "à", "et", "a", "y", "o", "ou"))
_PARTS = {"half": 30, "quarter": 15, "a quarter": 15}
_ADDED = {"et demi": 30, "et demie": 30, "et quart": 15, "moins le quart": -15, "trois quarts": 45, "y media": 30,
          "y cuarto": 15, "menos cuarto": -15}  # fmt: skip
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_HALF_DAY = 720
_CENTS = re.compile(rf"(?P<count>{_ONE}) (?:cents?|centimes?|centavos?|céntimos?|pence|pennies|penny)\b")
_MONEY = re.compile(
    rf"(?P<whole>{_ONE}) (?:dollars?|euros?|dólar(?:es)?|pounds?|livres?|libras?) (?:con )?(?P<cents>{_N})"
)
_METRES = re.compile(rf"(?P<whole>{_ONE}) ?(?:m|mètres?|metros?) (?P<rest>{_N})")
_TIMES = re.compile(
    rf"(?P<count>{_N})(?: times\b|-?fold\b| fois\b| veces\b)"
    rf"|(?:factor of|multipli\w+ par|multiplic\w+ por) (?P<by>{_N})"
    r"|\b(?:(?P<t2>twice|twofold|doubl\w+|dobl\w+|duplic\w+)|(?P<t3>tripl\w+|threefold|thrice|trebl\w+)"
    r"|(?P<t4>quadrupl\w+|cu[aá]drupl\w+|cuadruplic\w+|fourfold)|(?P<t5>qu[ií]ntupl\w+|fivefold)"
    r"|(?P<t6>s[eé]xtupl\w+|sixfold)|(?P<t7>s[eé]ptupl\w+|sevenfold)|(?P<t8>[oó]ctupl\w+|eightfold)"
    r"|(?P<t10>d[eé]cupl\w+|tenfold)|(?P<t100>c[eé]ntupl\w+|hundredfold))"
)
_STOREYS = re.compile(
    rf"(?P<count>{_N})[ -](?:(?P<english>stor(?:e?y|eys|ies)|floors?)|étages?|niveaux|plantas|pisos)\b"
)
_SHORT_YEAR = re.compile(rf"(?:'|\b(?:en|del|de|mai|mayo|may|class of|of) )(?P<year>{_N})")
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class _Turn:
    """An amount that a text tells: of what kind, how much, by which of its numbers."""

    kind: str
    amount: float
    numbers: tuple[int, ...]


def list_told(
    wanted: Sequence[NumberHit], got: Sequence[NumberHit], source: str, target: str
) -> tuple[set[int], set[int]]:
    """Where the numbers begin, in source and target, that a turn of the other text says with other numbers."""
    ours, theirs = list(_list_turns(wanted, source)), list(_list_turns(got, target))
    told: set[int] = set()
    here: set[int] = set()
    for turn in ours:
        for other in theirs:
            if turn.kind != other.kind or not _is_same(turn, other):
                continue
            # What is said in the same way has been paired one by one.
            if [wanted[place].value for place in turn.numbers] != [got[place].value for place in other.numbers]:
                told.update(wanted[place].start for place in turn.numbers)
                here.update(got[place].start for place in other.numbers)
    return told, here


def _is_same(turn: _Turn, other: _Turn) -> bool:
    first, second = turn.amount, other.amount
    most = max(abs(first), abs(second))
    if turn.kind == "ratio":
        return abs(first - second) < 0.011
    if turn.kind == "clock":
        return (first - second) % _HALF_DAY == 0
    if turn.kind == "storeys":
        return first - second in (0, 1)
    if turn.kind == "duration":
        # A week has eight days in French, a fortnight fifteen in both.
        return abs(first - second) <= (0.15 if most <= _WITH_WEEKS and min(first, second) >= 7 * 1440 else 0.02) * most
    return abs(first - second) <= (0.05 if turn.kind in ("length", "area", "speed", "weight", "volume") else 0) * most


def _list_turns(hits: Sequence[NumberHit], text: str) -> Iterator[_Turn]:
    plain = _flatten(hits, text)
    reader = _Reader(hits, plain)
    yield from reader.list_ratios()
    yield from reader.list_durations()
    yield from reader.list_clock_times()
    yield from reader.list_amounts()
    places = {hit.start: place for place, hit in enumerate(hits)}
    for dimension, base, start in list_lengths(hits, text):
        yield _Turn(dimension, base, (places[start],) if start in places else ())


def _flatten(hits: Sequence[NumberHit], text: str) -> str:
    """The text with one sign for each number."""
    pieces: list[str] = []
    position = 0
    for hit in hits:
        pieces += (text[position : hit.start], _N)
        position = max(position, hit.end)
    pieces.append(text[position:])
    return " ".join(_TAG.sub("", "".join(pieces).translate(_PLAIN)).lower().split(" "))


class _Reader:
    """Finds the turns of one text."""

    def __init__(self, hits: Sequence[NumberHit], plain: str) -> None:
        self._hits = hits
        self._plain = plain

    def _value(self, match: re.Match[str], group: str) -> float:
        return float(self._hits[self._place(match, group)].value) if match[group] == _N else 1.0

    def _place(self, match: re.Match[str], group: str) -> int:
        return self._plain.count(_N, 0, match.start(group))

    def _turn(self, kind: str, amount: float, match: re.Match[str]) -> _Turn:
        first = self._plain.count(_N, 0, match.start())
        return _Turn(kind, amount, tuple(range(first, first + match.group().count(_N))))

    def list_ratios(self) -> Iterator[_Turn]:
        for place, hit in enumerate(self._hits):
            if hit.unit == "%":
                yield _Turn("ratio", float(hit.value) / 100, (place,))
        for match in _RATIO.finditer(self._plain):
            if match["even"]:
                yield self._turn("ratio", 0.5, match)
                continue
            second = self._value(match, "second")
            first = self._value(match, "first")
            if second > first > 0:
                yield self._turn("ratio", first / second, match)
        for match in _FRACTION.finditer(self._plain):
            part = int((match.lastgroup or "f1")[1:])
            yield self._turn("ratio", (self._value(match, "count") if match["count"] else 1) / part, match)

    def list_durations(self) -> Iterator[_Turn]:
        for place, hit in enumerate(self._hits):
            if hit.unit == "time":
                yield _Turn("duration", _to_minutes(float(hit.value)), (place,))
        for match in _DURATION.finditer(self._plain):
            name = next(name for name, _, _ in _UNITS if match[name])
            count = match["count"]
            if count.startswith(("trois quarts", "three", "tres")):
                amount = 0.75
            elif "qua" in count or "cuarto" in count:
                amount = 0.25
            elif any(half in count for half in ("half", "demi", "medi")):
                amount = 0.5
            else:
                amount = self._value(match, "count")
            whole = (amount + (0.5 if match["half"] else 0)) * _FACTORS[name]
            yield self._turn("duration", whole, match)
            if match["rest"] and name == "hour":
                yield self._turn("duration", whole + self._value(match, "rest"), match)
        for amount, words in _NAMED_DURATIONS:
            for match in re.finditer(words, self._plain):
                yield self._turn("duration", amount, match)

    def list_clock_times(self) -> Iterator[_Turn]:
        for place, hit in enumerate(self._hits):
            if hit.unit == "time":
                yield _Turn("clock", _to_minutes(float(hit.value)), (place,))
            elif _MILITARY.fullmatch(hit.text) and hit.text[0] == "0":
                yield _Turn("clock", int(hit.text[:2]) * 60 + int(hit.text[2:]), (place,))
        # 2–5 p.m.: what stands before the other end has its half of the day.
        between = self._plain.split(_N)
        for place, (hit, other) in enumerate(pairwise(self._hits)):
            is_hour = hit.unit in ("", None) and 0 < hit.value <= 12 and hit.value % 1 == 0
            if is_hour and other.unit == "time" and between[place + 1].strip(" ") in _UNTIL:
                yield _Turn("clock", float(hit.value) * 60, (place,))
        for match in _CLOCK.finditer(self._plain):
            yield self._read_clock(match)
        for match in _HOURS.finditer(self._plain):
            for group in ("from", "till"):
                value = self._value(match, group) if match[group] else -1
                if 0 <= value <= 24 and value == int(value):
                    yield _Turn("clock", value * 60, (self._place(match, group),))

    def _read_clock(self, match: re.Match[str]) -> _Turn:
        if match["way"]:
            part = _PARTS.get(match["part"]) or self._value(match, "part")
            way = 1 if match["way"] in ("past", "after") else -1
            return self._turn("clock", self._value(match, "hour") * 60 + way * part, match)
        if match["noon"]:
            return self._turn("clock", 30 if match["half"] else 0, match)
        hour = "plain" if match["plain"] else "las"
        added = _ADDED.get((match["add"] or match["addes"] or "").strip(), 0)
        minutes, sign = ("min", match["minus"]) if match["plain"] else ("mines", match["sign"] == "menos")
        more = self._value(match, minutes) * (-1 if sign else 1) if match[minutes] else 0
        return self._turn("clock", self._value(match, hour) * 60 + added + more, match)

    def list_amounts(self) -> Iterator[_Turn]:
        for place, hit in enumerate(self._hits):
            if hit.unit and hit.unit.isupper():
                yield _Turn("money", float(hit.value) * 100, (place,))
            elif hit.is_word and hit.text.lower().endswith("cents"):
                yield _Turn("money", float(hit.value) / 100, (place,))
            elif hit.value in _YEARS and not hit.is_word:
                yield _Turn("year", float(hit.value), (place,))
        yield from self._list_matched_amounts()

    def _list_matched_amounts(self) -> Iterator[_Turn]:
        for match in _CENTS.finditer(self._plain):
            yield self._turn("money", self._value(match, "count"), match)
        for match in _MONEY.finditer(self._plain):
            yield self._turn("money", self._value(match, "whole") * 100 + self._value(match, "cents"), match)
        for match in _METRES.finditer(self._plain):
            yield self._turn("length", self._value(match, "whole") + self._value(match, "rest") / 100, match)
        for match in _TIMES.finditer(self._plain):
            count = "count" if match["count"] else "by" if match["by"] else ""
            amount = self._value(match, count) if count else float((match.lastgroup or "t0")[1:])
            yield self._turn("times", amount, match)
        for match in _STOREYS.finditer(self._plain):
            yield self._turn("storeys", self._value(match, "count"), match)
        for match in _SHORT_YEAR.finditer(self._plain):
            value = self._value(match, "year")
            if 10 <= value < 100:
                yield self._turn("year", 1900 + value, match)


def _to_minutes(time: float) -> float:
    hours = int(time)
    return hours * 60 + round((time - hours) * 100)
