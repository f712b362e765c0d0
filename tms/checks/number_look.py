"""What is seen of the numbers of a text at a glance: runs of digits, words that count, units."""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from tms.checks.check import base_language
from tms.checks.code_page import encode, place_of, read_code
from tms.checks.dates import MONTHS
from tms.checks.measures import MEASURES
from tms.checks.prose import read_prose
from tms.text.number_notation import SPACES, get_notation
from tms.text.number_times import find_times
from tms.text.number_tokens import find_word_places, list_counting_values

_NOUGHTS = "0٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰０𐒠𐴰𑁦𑃰𑄶𑇐𑋰𑑐𑓐𑙐𑛀𑜰𑣠𑥐𑱐𑵐𑶠𖩠𖫀𖭐𝟎𝟘𝟢𝟬𝟶𞅀𞋰𞥐🯰"
FIGURES = frozenset(
    (*"½¼¾", *map(chr, range(0x300, 0x370)), *(chr(ord(nought) + digit) for nought in _NOUGHTS for digit in range(10)))
)
"""The digits of all scripts, what stands for fractions, and the marks that hide an accent of a number word."""

_ODD = b"?"
_ODD_PLACES = frozenset(place_of(sign) for sign in "½¼¾−")
# Digits as they are, what asks for a closer look as one sign, the rest blank.
_TO_RUNS = bytes(
    place if place in b"0123456789" else ord(_ODD) if place in _ODD_PLACES else ord(" ") for place in range(0x100)
)
# A number with its notation, then a scale sign, then what may make a time of it.
_CHAIN = re.compile(
    rf"(\d\d*(?:[{SPACES}.,:/'’]\d+)*)(\s?(?:bn|tn|mn|Mds?|MM|[kKmM])(?!\w))?(\s?(?:[aApP]\.?\s?[mM]|h)|\sde\sla)?"
)
_MARK = re.compile(r"[\u0300-\u036f]")
_MINUS = re.compile(r"-\d")
_UNIT_SIGN = re.compile(r"[%％٪‰$€£₹₽₩₺₸]")
_SAME_SIGNS = {"％": "%", "٪": "%"}
# Dollars of many countries are one here, and yuan and yen none, as nobody tells them apart by their sign.
_UNIT_WORDS = {
    encode(word): unit
    for words, unit in (
        ("percent cent ciento cien pourcent porciento", "%"),
        ("dollar dollars dólar dólares usd cad aud hkd twd mxn", "$"),
        ("euro euros eur", "€"),
        ("pound pounds sterling esterlinas gbp", "£"),
        ("rouble roubles ruble rubles rublo rublos rub", "₽"),
        *((code, code) for code in ("chf", "inr", "krw", "try", "kzt", "brl", "ars", "cop")),
    )
    for word in words.split()
}
# What makes a time, a scale or a half of a number, or may.
_CLOSER = frozenset(map(encode, ("am", "pm", "m", "bn", "tn", "mn", "md", "mds", "mm", "k", "demi", "medio")))
_ONES = {"en": ("one", "a", "an"), "fr": ("un", "une"), "es": ("un", "una", "uno")}
# Units that are other words in a language.
_NO_UNITS = {"en": ("an", "mes"), "fr": ("mes", "ton", "tons"), "es": ("an", "ton")}
_COUNT_BEFORE = re.compile(r"(\d[\d.,]*|[^\W\d_]+)[\s\u00a0-]{1,2}\Z")
_REACH = 20
_CODE = re.compile(r"<(?:code|kbd|pre|samp|script|style|tt|var)\b", re.IGNORECASE)


class Language:
    """How numbers look in a language: what its words count, by their bytes."""

    def __init__(self, tag: str) -> None:
        self.base = base_language(tag)
        words = list_counting_values(self.base)
        self.all_values = words | dict.fromkeys(_ONES.get(self.base, ()), 1)
        self.counting = frozenset(map(encode, words))
        self.values_from_one = {encode(word): value for word, value in self.all_values.items()}
        self.values = {encode(word): value for word, value in words.items()}
        self.months = {encode(word): month for word, month in MONTHS.get(self.base, {}).items()}
        no_units = _NO_UNITS.get(self.base, ())
        self.units = {encode(word): unit for word, unit in MEASURES.items() if word not in no_units}
        self.unit_words = {encode(word): word for word in MEASURES if word not in no_units}
        self.telling = frozenset((*self.values, *self.months, *self.units, *_UNIT_WORDS, *_CLOSER))
        notation = get_notation(tag)
        group = f"[{re.escape(notation.groups)}]"
        # Three digits after the decimal sign may be thousands by another notation.
        self._number = re.compile(rf"(\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{re.escape(notation.decimal)}(\d\d?))?")
        self._group = re.compile(group)

    def strip(self, chain: str) -> str:
        """A number without the notation of the language: 4,000.5 becomes 4000.5; as it is where it has another one."""
        match = None if chain.isdecimal() else self._number.fullmatch(chain)
        if match is None:
            return chain
        whole = self._group.sub("", match[1])
        return f"{whole}.{match[2]}" if match[2] else whole


@lru_cache(maxsize=16)
def get_language(tag: str) -> Language:
    """What is known of a language."""
    return Language(tag)


class Look:
    """The visible text with its words; `runs` are its runs of digits, None where they ask for a closer look."""

    __slots__ = ("_code", "language", "runs", "telling", "visible", "words")

    def __init__(self, text: str, tag: str) -> None:
        self.visible = visible = read_prose(text).text
        self.language = language = get_language(tag)
        code, self.words = read_code(visible)
        self.telling = language.telling.intersection(self.words)
        self._code = visible is not text and "<" in text and _CODE.search(text) is not None
        runs = None if code is None or self._code else code.translate(_TO_RUNS)
        is_odd = runs is None or _ODD in runs or ("-" in visible and _has_minus(visible))
        self.runs = None if is_odd or runs is None else runs.split()

    @property
    def counts(self) -> list[int]:
        """What the number words say one by one ("trois cents" is 3 and 100), but for one."""
        language = self.language
        if not self.telling or language.counting.isdisjoint(self.telling):
            return []
        values = language.values
        return [values[word] for word in self.words if word in values]

    @property
    def units(self) -> set[str]:
        """What may be counted: day, month."""
        units = self.language.units
        return {units[word] for word in self.telling if word in units}

    @property
    def months(self) -> set[int]:
        """The months that may be named."""
        months = self.language.months
        return {months[word] for word in self.telling if word in months}

    def read_figures(self) -> list[str] | None:
        """The numbers in digits as they would be without their notation; None where they want a closer look."""
        text = self.visible
        if self._code or ("-" in text and _has_minus(text)) or _has_odd_figure(text):
            return None
        figures: list[str] = []
        for chain, scale, time in _CHAIN.findall(text):
            if scale:
                return None
            if time or ":" in chain:
                return self._read_times()
            figures.append(self.language.strip(chain))
        return figures

    def _read_times(self) -> list[str] | None:
        parts: list[str] = []
        figures: list[str] = []
        position = 0
        for time in sorted(find_times(self.visible), key=attrgetter("start")):
            figures.append(str(time.value))
            parts.append(self.visible[position : time.start])
            position = time.end
        for chain, scale, _ in _CHAIN.findall(" ; ".join((*parts, self.visible[position:]))):
            if scale:
                return None
            figures.append(self.language.strip(chain))
        return figures

    def list_counted(self) -> Iterator[tuple[str, str]]:
        """The numbers before units of measure: 45, day."""
        units, words = self.language.units, self.language.unit_words
        if self.runs == []:
            values = self.language.values_from_one
            for before, unit in itertools.pairwise(self.words):
                if unit in units and before in values:
                    yield str(values[before]), units[unit]
            return
        lower = self.visible.lower()
        for unit in self.telling & units.keys():
            for place in find_word_places(lower, words[unit]):
                match = _COUNT_BEFORE.search(lower, max(0, place - _REACH), place)
                if match is None:
                    continue
                if not match[1][0].isalpha():
                    yield re.sub(r"\D", "", match[1]), units[unit]
                elif (value := self.language.all_values.get(match[1])) is not None:
                    yield str(value), units[unit]


def list_units(visible: str) -> frozenset[str]:
    """The signs of the currencies and of per cent that a visible text may have."""
    found = {_SAME_SIGNS.get(sign, sign) for sign in _UNIT_SIGN.findall(visible)}
    found |= {_UNIT_WORDS[word] for word in read_code(visible).words if word in _UNIT_WORDS}
    if "R$" in visible:
        found.add("brl")
    return frozenset(found)


CLOSER_WORDS = _CLOSER | _UNIT_WORDS.keys()
"""Words that ask for a closer look at the numbers beside them, or tell of a currency or of per cent."""

PERCENT_WORDS = frozenset(word for word, unit in _UNIT_WORDS.items() if unit == "%")
"""Words that may tell of per cent."""


def _has_minus(text: str) -> bool:
    return any(not text[max(0, match.start() - 1) : match.start()].isalnum() for match in _MINUS.finditer(text))


def _has_odd_figure(text: str) -> bool:
    """Whether a text has fractions, a minus sign, or marks that hide the accent of a number word."""
    if "½" in text or "¼" in text or "¾" in text or "−" in text:
        return True
    return read_code(text).code is None and _MARK.search(text) is not None
