"""Number words of English, French and Spanish, and how they combine."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_GAP = re.compile(r"[\s\u00a0\u202f\u2010\u2011\ufffc-]{1,8}")
_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class WordToken:
    """A word of a text with its span, folded (lower case, no accents) for look-up."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number written in words; `is_about` for round collectives (dozens, une centaine, miles)."""

    start: int
    end: int
    value: Decimal
    is_about: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """`small` adds, `hundred` multiplies, `fixed` are whole hundreds, `scales` multiply what came before."""

    small: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, int]
    hundred: frozenset[str] = frozenset()
    fixed: dict[str, int] = field(default_factory=dict)
    joiner: str = ""


def _count(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * index for index, word in enumerate(words.split())}


_EN = _Lexicon(
    small={
        **_count(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ),
        **_count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    },
    hundred=frozenset({"hundred"}),
    scales={"thousand": 1000, "million": _MILLION, "billion": 10**9, "trillion": 10**12},
    collectives={
        "dozen": 12,
        "dozens": 12,
        "hundreds": 100,
        "thousands": 1000,
        "millions": _MILLION,
        "billions": 10**9,
        "trillions": 10**12,
    },
    joiner="and",
)

_FR = _Lexicon(
    small={
        **_count("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
        **_count("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
        "une": 1,
        "vingts": 20,
        "octante": 80,
    },
    hundred=frozenset({"cent", "cents"}),
    scales={
        "mille": 1000,
        "million": _MILLION,
        "millions": _MILLION,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "billiard": 10**15,
        "billiards": 10**15,
        "trillion": 10**18,
        "trillions": 10**18,
    },
    collectives={
        "dizaine": 10,
        "dizaines": 10,
        "douzaine": 12,
        "douzaines": 12,
        "quinzaine": 15,
        "quinzaines": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "centaines": 100,
        "millier": 1000,
        "milliers": 1000,
    },
    joiner="et",
)

_ES = _Lexicon(
    small={
        **_count(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
            "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco "
            "veintiseis veintisiete veintiocho veintinueve"
        ),
        **_count("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        "un": 1,
        "una": 1,
        "veintiun": 21,
        "veintiuna": 21,
    },
    fixed={
        "cien": 100,
        "ciento": 100,
        **_count("doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos", 200, 100),
        **_count("doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas", 200, 100),
        "novecientos": 900,
        "novecientas": 900,
    },
    scales={
        "mil": 1000,
        "millon": _MILLION,
        "millones": _MILLION,
        "millardo": 10**9,
        "millardos": 10**9,
        "billon": 10**12,
        "billones": 10**12,
        "trillon": 10**18,
        "trillones": 10**18,
    },
    collectives={
        "decena": 10,
        "decenas": 10,
        "docena": 12,
        "docenas": 12,
        "quincena": 15,
        "veintena": 20,
        "veintenas": 20,
        "centena": 100,
        "centenas": 100,
        "centenar": 100,
        "centenares": 100,
        "cientos": 100,
        "millar": 1000,
        "millares": 1000,
        "miles": 1000,
    },
    joiner="y",
)

_LEXICONS = {"en": _EN, "fr": _FR, "es": _ES}
_NONE = _Lexicon({}, {}, {})


def list_word_tokens(text: str) -> list[WordToken]:
    """The words of a text with their spans, ready for look-up."""
    return [WordToken(m.start(), m.end(), _fold(m.group())) for m in _WORD.finditer(text)]


@lru_cache(maxsize=8)
def list_number_words(language: str) -> frozenset[str]:
    """Every number word of a language, lower case and without accents (scale words and collectives too)."""
    lexicon = _LEXICONS.get(language, _NONE)
    return frozenset((*lexicon.small, *lexicon.scales, *lexicon.collectives, *lexicon.fixed, *lexicon.hundred))


def get_scale(key: str, language: str) -> int:
    """What a word multiplies the number before it by: 10**6 for "million"; 1 for any other word."""
    lexicon = _LEXICONS.get(language, _NONE)
    if key in lexicon.hundred:
        return 100
    # "5 dozen", "3 milliers"; English plurals of scale words after digits ("2 millions") are slips that read alike.
    return lexicon.scales.get(key) or lexicon.collectives.get(key) or 1


def find_small_word(value: Decimal, language: str) -> str | None:
    """The word for a whole number below twenty, as it is spelled without accents, or None."""
    small = _LEXICONS.get(language, _NONE).small
    return next((word for word, number in small.items() if number == value and number < 20), None)


def find_word_numbers(text: str, tokens: list[WordToken], language: str) -> list[WordNumber]:
    """The numbers written in words, longest reading from the left ("quatre-vingt-dix" is one number)."""
    lexicon = _LEXICONS.get(language)
    if lexicon is None:
        return []
    found: list[WordNumber] = []
    index = 0
    while index < len(tokens):
        reader = _Reader(lexicon)
        stop = reader.read(text, tokens, index)
        if stop == index:
            index += 1
            continue
        found.append(WordNumber(tokens[index].start, tokens[stop - 1].end, Decimal(reader.value), reader.is_about))
        index = stop
    return found


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class _Reader:
    """Adds up words of one number; `below` is the part under the next scale word."""

    def __init__(self, lexicon: _Lexicon) -> None:
        self._lexicon = lexicon
        self._total = 0
        self._below: int | None = None
        self._last_scale = 0
        self._last_key = ""
        self.is_about = False

    @property
    def value(self) -> int:
        return self._total + (self._below or 0)

    def read(self, text: str, tokens: list[WordToken], first: int) -> int:
        """Take as many words as belong together from `first` on; the index after the last one taken."""
        index = first
        while index < len(tokens) and not self.is_about:
            step = index
            is_joined = False
            if index > first:
                if not self._touches(text, tokens, index):
                    break
                if tokens[index].key == self._lexicon.joiner and index + 1 < len(tokens):
                    step, is_joined = index + 1, True
                    if not self._touches(text, tokens, step):
                        break
            if not self._take(tokens[step].key, is_joined=is_joined):
                break
            index = step + 1
        return index

    @staticmethod
    def _touches(text: str, tokens: list[WordToken], index: int) -> bool:
        return _GAP.fullmatch(text, tokens[index - 1].end, tokens[index].start) is not None

    def _take(self, key: str, *, is_joined: bool) -> bool:
        lexicon = self._lexicon
        if key in lexicon.small:
            taken = self._add_small(lexicon.small[key], key, is_joined=is_joined)
        elif is_joined:
            taken = False
        elif key in lexicon.hundred:
            taken = self._multiply_hundred()
        elif key in lexicon.fixed:
            taken = not self._below
            self._below = lexicon.fixed[key] if taken else self._below
        elif key in lexicon.scales:
            taken = self._multiply_scale(lexicon.scales[key])
        elif key in lexicon.collectives:
            taken = self._multiply_scale(lexicon.collectives[key])
            self.is_about = taken
        else:
            taken = False
        self._last_key = key
        return taken

    def _add_small(self, number: int, key: str, *, is_joined: bool) -> bool:
        below = self._below
        if below is None:
            if is_joined and not self._total:
                return False
            self._below = number
            return True
        tail = below % 100
        if key in ("vingt", "vingts") and tail == 4 and self._last_key == "quatre":  # 4 x 20
            self._below = below - 4 + 80
            return True
        fits = below > 0 and (tail == 0 or self._fits_after_tens(tail, number))
        if is_joined and fits:
            fits = self._fits_joined(tail, number)
        self._below = below + number if fits else below
        return fits

    def _fits_after_tens(self, tail: int, number: int) -> bool:
        if 0 < number < 10 and tail >= 20 and tail % 10 == 0:  # "twenty" and a unit
            return True
        if self._lexicon is _FR:
            # soixante-dix, quatre-vingt-seize; dix-sept, dix-huit, dix-neuf.
            is_vigesimal = tail in (60, 80) and 10 <= number <= 19
            return is_vigesimal or (tail % 100 in (10, 70, 90) and number in (7, 8, 9))
        return False

    def _fits_joined(self, tail: int, number: int) -> bool:
        if self._lexicon is _EN:
            return tail == 0
        if self._lexicon is _FR:
            return number in (1, 11) and tail != 0
        return tail >= 30 and number < 10  # treinta y uno … noventa y nueve

    def _multiply_hundred(self) -> bool:
        if self._below is None:
            self._below = 100
            return True
        if 0 < self._below < 100:  # "two hundred", "fifteen hundred"
            self._below *= 100
            return True
        return False

    def _multiply_scale(self, scale: int) -> bool:
        before = 1 if self._below is None and not self._total else self._below or 0
        if self._last_scale and scale == self._last_scale:
            return False
        if self._last_scale and scale > self._last_scale:
            self._total = (self._total + before) * scale
        elif before:
            self._total += before * scale
        else:
            return False
        self._below = None
        self._last_scale = scale
        return True
