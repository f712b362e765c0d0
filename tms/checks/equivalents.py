"""Other ways to say a number: half for 50 per cent, an hour for 60 minutes, noon for 12:00, "deuxième" for Phase 2."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tms.text.number_tokens import list_words
from tms.text.numbers import NumberHit

_IGNORE = re.IGNORECASE
_PER_CENT = {
    10: r"dixième|décima parte|diezmo",
    20: r"cinquième|quinta parte|quinto",
    25: r"quart\b|cuarta parte|cuarto",
    33: r"tiers\b|tercio|tercera parte",
    50: r"moitié|mitad",
    66: r"deux tiers|dos ter",
    67: r"deux tiers|dos ter",
    75: r"trois quarts|tres cuart",
    100: r"totalité|totalidad|\btou(?:s|t|tes|te)\b|\btod[oa]s?\b|entièr|enter[oa]",
    200: r"doubl|doble|duplic",
}
_QUANTITIES = {
    "minute": {
        15: r"quart d['’]heure|cuarto de hora",
        30: r"demi[- ]heure|media hora",
        45: r"trois quarts d['’]heure|tres cuartos de hora",
        60: r"une heure|una hora",
        90: r"heure et demie|hora y media",
    },
    "hour": {
        12: r"demi-journée|medio día",
        24: r"\b(?:un|le|du) jour|une journée|un día",
        36: r"jour et demi|día y medio",
        48: r"(?:deux|2) jours|(?:dos|2) días",
        72: r"(?:trois|3) jours|(?:tres|3) días",
    },
    "day": {
        7: r"une semaine|la semaine|una semana",
        10: r"dizaine de jours|decena de días",
        14: r"(?:deux|2) semaines|(?:dos|2) semanas|quin(?:ze|ce)",
        15: r"quinzaine|quincena",
        30: r"un mois|un mes",
    },
    "week": {
        1: r"(?:huit|sept) jours|(?:ocho|siete) días",
        2: r"(?:quinze|15) jours|quin(?:zaine|cena)|(?:quince|15) días",
    },
    "month": {
        3: r"trimestr",
        6: r"semestr|demi[- ]année|medio año",
        12: r"\bun an\b|une année|d['’]un an|l['’]an\b|un año",
        18: r"an et demi|année et demie|año y medio",
        24: r"(?:deux|2)\s(?:ans|années)|(?:dos|2)\saños",
        30: r"deux ans et demi|dos años y medio",
        36: r"(?:trois|3)\s(?:ans|années)|(?:tres|3)\saños",
    },
    "year": {10: r"décennie|década|decenio", 20: r"deux décennies|dos décadas", 50: r"demi-siècle|medio siglo"},
}
_UNIT_AFTER = re.compile(r"[\s\u00a0-]{0,2}(minute|hour|day|week|month|year)s?\b", _IGNORE)
_NOON = re.compile(r"\bmidi\b|mediod[ií]a", _IGNORE)
_MIDNIGHT = re.compile(r"\bminuit\b|medianoche", _IGNORE)
_MINUTES = {
    15: r"et quart|y cuarto",
    30: r"et demie?|y media",
    45: r"moins le quart|trois quarts|menos cuarto|tres cuartos",
}
_FRACTION_SIGN = {
    Decimal("0.5"): r"moitié|\bdemie?\b|demi-|mitad|\bmedi[oa]\b",
    Decimal("0.25"): r"\bquart\b|\bcuart[oa]\b",
    Decimal("0.75"): r"trois quarts|tres cuart",
}
_FRACTION = re.compile(r"(?<![\d/])([1-9])/([2-9]|10)(?![\d/])")
_FRACTIONS = {
    ("1", "2"): r"moitié|demi|mitad|\bmedi[oa]\b",
    ("1", "3"): r"\btiers\b|tercio|tercera",
    ("2", "3"): r"deux tiers|dos ter",
    ("1", "4"): r"\bquart\b|\bcuart[oa]\b",
    ("3", "4"): r"trois quarts|tres cuart",
    ("1", "5"): r"cinquième|quint[oa]",
    ("4", "5"): r"quatre cinquièmes|cuatro quint",
    ("1", "10"): r"dixième|décim[oa]",
}
_ONE_IN = re.compile(r"\bone (?:in|out of)(?: every)? \Z", _IGNORE)
_PARTS = {
    2: r"moitié|mitad",
    3: r"\btiers\b|tercio|tercera",
    4: r"\bquart\b|\bcuart[oa]\b",
    5: r"cinquième|quint[oa]",
    10: r"dixième|décim[oa]|diez por|dix pour",
}
_ORDINALS = {
    1: r"\bpremi(?:er|ère)|\bprimer",
    2: r"\bdeuxième|\bsecond|\bsegund",
    3: r"\btroisième|\btercer",
    4: r"\bquatrième|\bcuart[oa]",
    5: r"\bcinquième|\bquint[oa]",
    6: r"\bsixième|\bsext[oa]",
    7: r"\bseptième|\bséptim[oa]",
    8: r"\bhuitième|\boctav[oa]",
    9: r"\bneuvième|\bnoven[oa]",
    10: r"\bdixième|\bdécim[oa]",
    11: r"\bonzième|\bundécim[oa]|\bdecimoprimer|\bonceav",
    12: r"\bdouzième|\bduodécim[oa]|\bdecimosegund|\bdoceav",
    13: r"\btreizième|\bdecimotercer|\bdécim[oa] tercer",
    14: r"\bquatorzième|\bdecimocuart|\bdécim[oa] cuart",
    15: r"\bquinzième|\bdecimoquint|\bdécim[oa] quint",
    16: r"\bseizième|\bdecimosext|\bdécim[oa] sext",
    17: r"\bdix-septième|\bdecimos[eé]ptim|\bdécim[oa] séptim",
    18: r"\bdix-huitième|\bdecimoctav|\bdécim[oa] octav",
    19: r"\bdix-neuvième|\bdecimono(?:ven|n)|\bdécim[oa] noven",
    20: r"\bvingtième|\bvigésim[oa]\b",
    21: r"\bvingt[ -]et[ -]unième|\bvig[eé]sim[oa] ?primer",
    30: r"\btrentième|\btrigésim[oa]\b",
    40: r"\bquarantième|\bcuadragésim[oa]\b",
    50: r"\bcinquantième|\bquincuagésim[oa]\b",
    60: r"\bsoixantième|\bsexagésim[oa]\b",
    70: r"\bsoixante-dixième|\bseptuagésim[oa]\b",
    80: r"\bquatre-vingtième|\boctogésim[oa]\b",
    90: r"\bquatre-vingt-dixième|\bnonagésim[oa]\b",
    100: r"\bcentième|\bcentésim[oa]\b",
}
_ZERO = {
    0: r"\baucune?\b|\bnul(?:le)?\b|\bpas (?:une?|la moindre|le moindre|d[e'’])|\brien\b|\bsans\b"
    r"|\bpersonne\b|\bnéant\b|\bning[uú]n|\bnada\b|\bnadie\b|\bsin\b|\bni un[ao]?\b"
}
_ORDINAL_NAMES = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
_ENGLISH_ORDINALS = {
    **dict(enumerate(_ORDINAL_NAMES.split(), 1)),
    **{20 + place: f"twenty-{word}" for place, word in enumerate(_ORDINAL_NAMES.split()[:9], 1)},
    30: "thirtieth",
    31: "thirty-first",
    40: "fortieth",
    50: "fiftieth",
    60: "sixtieth",
    70: "seventieth",
    80: "eightieth",
    90: "ninetieth",
    100: "hundredth",
}
_NAMED_BEFORE = re.compile(
    r"(?:[A-Z][a-z]+|article|phase|part|chapter|stage|round|day|week|year|war|grade)[\s\u00a0]\Z"
)
_ENGLISH_PER_CENT = {
    10: r"\btenth",
    20: r"\bfifth",
    25: r"\bquarter",
    33: r"\bthird",
    50: r"\bhal(?:f|ves|ved)\b",
    66: r"\btwo[- ]thirds",
    67: r"\btwo[- ]thirds",
    75: r"\bthree[- ]quarters",
    80: r"\bfour[- ]fifths",
    90: r"\bnine[- ]tenths",
    100: r"\ball\b|\bwhole|\bfull|\bentire",
}
_ENGLISH_TIMES = {12: r"\bnoon|midday|midi\b", 0: r"\bmidnight", 24: r"\bmidnight"}
_ENGLISH_DECADES = {
    20: r"\btwenties",
    30: r"\bthirties",
    40: r"\bforties",
    50: r"\bfifties",
    60: r"\bsixties",
    70: r"\bseventies",
    80: r"\beighties",
    90: r"\bnineties",
}
_CENTURIES = 1900
_ENGLISH_ONE = frozenset(("a", "an", "one", "first", "once", "single", "another", "each", "per"))
_ONE = frozenset(("un", "une", "uno", "una", "primer", "primero", "primera", "premier", "première", "cada", "chaque"))
_ENGLISH_WORDS = {
    2: r"\bboth\b|\bcouple|\bpair|\btwice\b|\btwo\b|\btwin|\bdual|\bbilateral|\bdouble|\beither\b|\bneither\b|\bsecond",
    3: r"\bthrice\b|\btrio|\btripl|\btreble",
    4: r"\bquarter|\bquadrupl|\bquartet",
    12: r"\bnoon|\bmidday|\bdozen",
    13: r"\bteen",
    14: r"\bfortnight",
    15: r"\bfortnight|\bquarter(?:[- ]hour| of an hour| past| to)",
    18: r"\bminors?\b|\bunder-?age",
    19: r"\bteen",
    20: r"\bscore\b|\btwo decades",
    25: r"\bquarter",
    30: r"\bhalf\b",
    45: r"\bquarters\b",
    50: r"\bhalf\b",
    500: r"\bhalf\b",
    2001: r"\b9/11",
}
_AROUND_THE_CLOCK = re.compile(
    r"\b24/7\b|\ba?round[- ]the[- ]clock|\bday and night|\bnight and day|\bat all hours|\bseven days a week", _IGNORE
)
_ALL_THE_TIME = (
    r"jour et nuit|nuit et jour|en permanence|en continu\b|sans interruption|sans relâche|continuellement"
    r"|sept jours sur sept|7\s?j(?:ours)?(?:\s?/\s?|\ssur\s)7|día y noche|noche y día|a todas horas|permanente"
    r"|sin (?:interrupción|descanso|cesar)|todo el día|las 24 horas|tous les jours|todos los días|toda la semana"
    r"|toute la semaine|en tout temps|constante"
)
_EVERY_DAY_AFTER = re.compile(r"/7\b|[\s-]?hours? (?:a|per|each|every) day|[\s-]?days? (?:a|per|each|every) week")
_EVERY_DAY_BEFORE = re.compile(r"\b24/\Z")
_FEET = re.compile(r"(?<!\d)\d['’′]\s?\d{1,2}(?:[\"”″]|'')")
_FEET_AFTER = re.compile(r"[\s-](?:foot|feet)\b", _IGNORE)
_LASTED = re.compile(r"\s(?:minutes?|hours?|min\b|seconds?)")
_COUPLE = re.compile(r"\bcouple(?:\s+of)?\s+\Z", _IGNORE)
_TWELVE = 12
_CLOCK_IDIOM = frozenset((Decimal(24), Decimal(7)))


class Equivalents:
    """What a target text says in words for the numbers of its source."""

    def __init__(self, source: str, target: str) -> None:
        self._source = source
        self._target = target

    def list_values(self, hit: NumberHit) -> Iterator[Decimal]:
        """Other values that stand for a number of the source: a couple of hundred is two hundred."""
        if _COUPLE.search(self._source[max(0, hit.start - 12) : hit.start]):
            yield hit.value * 2

    def has_words_for(self, hit: NumberHit) -> bool:
        """Whether a number of the source is told in words or in another unit."""
        if hit.value == 1 and not _ONE.isdisjoint(list_words(self._target)):
            return True
        return any(self._says(pattern) for pattern in self._list_patterns(hit)) or self._is_in_other_measure(hit)

    def is_explained(self, hit: NumberHit) -> bool:
        """Whether a number that only the target has comes from an idiom or a measure of the source."""
        if hit.value in _CLOCK_IDIOM and _AROUND_THE_CLOCK.search(self._source):
            return True
        if self._is_said_in_source(hit):
            return True
        if _FEET.search(self._source):
            return re.match(r"[\s\u00a0\u202f]?(?:m|cm|mètres?|metros?)\b", self._target[hit.end :]) is not None
        return re.match(r"[\s\u00a0\u202f]?min\b", self._target[hit.end :]) is not None or (
            re.search(r"\bmin(?:utes?)?[\s\u00a0\u202f]\Z", self._target[max(0, hit.start - 9) : hit.start]) is not None
        )

    def _is_said_in_source(self, hit: NumberHit) -> bool:
        """Whether a number of the target is told in words of English: half, noon, the eighties, a quarter-century."""
        if hit.unit == "%":
            pattern = _ENGLISH_PER_CENT.get(int(hit.value))
        elif hit.unit == "time":
            pattern = _ENGLISH_TIMES.get(int(hit.value)) if hit.value % 1 == 0 else None
        elif hit.value == 1:
            return not _ENGLISH_ONE.isdisjoint(list_words(self._source))
        else:
            value = int(hit.value)
            decade = _ENGLISH_DECADES.get(value - _CENTURIES) or _ENGLISH_DECADES.get(value)
            ordinal = _ENGLISH_ORDINALS.get(value)
            day = rf"\b{ordinal}\b" if ordinal and hit.value == value else None
            pattern = "|".join(filter(None, (_ENGLISH_WORDS.get(value), decade, day))) or None
        return pattern is not None and re.search(pattern, self._source, _IGNORE) is not None

    def _says(self, pattern: str) -> bool:
        return re.search(pattern, self._target, _IGNORE) is not None

    def _list_patterns(self, hit: NumberHit) -> Iterator[str]:
        whole = int(hit.value) if hit.value == hit.value.to_integral_value() and abs(hit.value) < 1000 else -1
        if hit.unit == "%":
            yield from _get(_PER_CENT, whole)
        if hit.unit == "time":
            yield from self._list_times(hit)
        elif whole == _TWELVE and hit.is_word:
            yield from (_NOON.pattern, _MIDNIGHT.pattern)
        yield from self._list_always(hit)
        yield from _get(_ZERO, whole)
        unit = _UNIT_AFTER.match(self._source, hit.end)
        if unit:
            yield from _get(_QUANTITIES[unit[1].lower()], whole)
        fraction = hit.value % 1
        if fraction in _FRACTION_SIGN and not hit.text.isdecimal():
            yield _FRACTION_SIGN[fraction]
        for match in _FRACTION.finditer(self._source, max(0, hit.start - 3), hit.end + 3):
            if match.start() <= hit.start < match.end() and (match[1], match[2]) in _FRACTIONS:
                yield _FRACTIONS[match[1], match[2]]
        if _ONE_IN.search(self._source[max(0, hit.start - 16) : hit.start]):
            yield from _get(_PARTS, whole)
        if hit.unit == "ordinal" or _NAMED_BEFORE.search(self._source[max(0, hit.start - 20) : hit.start]):
            yield from _get(_ORDINALS, whole)

    def _list_always(self, hit: NumberHit) -> Iterator[str]:
        """The ways to say 24/7."""
        if hit.value in _CLOCK_IDIOM and (
            _EVERY_DAY_AFTER.match(self._source, hit.end)
            or _EVERY_DAY_BEFORE.search(self._source, max(0, hit.start - 3), hit.start)
        ):
            yield _ALL_THE_TIME

    def _list_times(self, hit: NumberHit) -> Iterator[str]:
        if hit.value == 12:
            yield _NOON.pattern
        if hit.value in (0, 24):
            yield _MIDNIGHT.pattern
        yield from _get(_MINUTES, int(hit.value % 1 * 100))

    def _is_in_other_measure(self, hit: NumberHit) -> bool:
        feet = any(m.start() <= hit.start < m.end() for m in _FEET.finditer(self._source))
        if feet:
            return self._says(r"\d[\s\u00a0\u202f]?(?:m|cm|mètres?|metros?)\b")
        if hit.is_word and _FEET_AFTER.match(self._source, hit.end):
            return self._says(r"(?:\d|\b)(?:m|mètres?|metros?)\b")
        lasted = hit.unit == "time" and _LASTED.match(self._source, hit.end) is not None
        return lasted and self._says(rf"\b{int(hit.value)}[\s\u00a0\u202f]?min")


def _get(patterns: dict[int, str], value: int) -> Iterator[str]:
    if value in patterns:
        yield patterns[value]
