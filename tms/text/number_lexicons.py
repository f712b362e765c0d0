"""The number words of English, French and Spanish."""

from dataclasses import dataclass, field

_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of a language.

    `small` adds, `hundred` multiplies, `fixed` are whole hundreds, `scales` multiply what came before.
    """

    small: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, int]
    hundred: frozenset[str] = frozenset()
    fixed: dict[str, int] = field(default_factory=dict)
    joiner: str = ""
    ordinals: dict[str, int] = field(default_factory=dict)
    half: frozenset[str] = frozenset()
    # Between a number and its half: un millón y medio.
    half_after: tuple[str, ...] = ()


def _count(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    return {word: first + step * index for index, word in enumerate(words.split())}


ENGLISH = Lexicon(
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
    ordinals=_count("first second third fourth fifth sixth seventh eighth ninth tenth", 1),
    half=frozenset({"half"}),
    half_after=("and", "a", "half"),
)

FRENCH = Lexicon(
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
    half=frozenset({"demi"}),
    half_after=("et", "demi"),
)

SPANISH = Lexicon(
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
    half=frozenset({"medio"}),
    half_after=("y", "medio"),
)

LEXICONS = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
NO_WORDS = Lexicon({}, {}, {})
