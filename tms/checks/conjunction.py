"""`conjunction`: y is e before the sound i, o is u before the sound o: padres e hijos, siete u ocho.

RAE, Diccionario panhispánico de dudas, “y”, “o”. Y stays before hie-, hia-, hio- and where it opens a question (¿y
Ilham?); before an aspirated h (y hippies, y Hillary) and English names nothing is said. The other way round, e and u
stand before nothing else; a letter (la e final) and titles in Portuguese or Italian pass.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot

_JOINED = re.compile(
    r"[ \u00a0\u202f](?:(?P<y>y)[ \u00a0](?=[iIíÍhH])|(?P<o>o)[ \u00a0](?=[oóOÓhH81])"
    r"|(?P<e>e)[ \u00a0](?=[a-zà-ÿ])|(?P<u>u)[ \u00a0](?=[a-zà-ÿ]))"
)
_WORD = re.compile(r"[^\W_]+(?:[’'&+-][^\W_]+)*")
# A glide: y hielo, y Ian, y iones.
_SOUND_I = re.compile(r"h?[ií](?![aeouáéóú])", re.IGNORECASE)
_GLIDE = re.compile(r"h?i[aeouáéóú]", re.IGNORECASE)
_SOUND_O = re.compile(r"h?[oó]", re.IGNORECASE)
_EIGHT_OR_ELEVEN = re.compile(r"8[\d.,\u00a0\u202f]*(?!\w)|11(?![\d\w])(?!,\d)|11[.\u00a0\u202f]\d{3}(?!\d)")
_ROMAN = re.compile(r"[IVXLCDM]+")
# With an h that is heard, or an i that is read “ai”.
_ASPIRATED = word_set(
    """hippie hippies hippy hip hiphop hit hits hijab hijabs hiyab hiyabs hikikomori hinterland hobby hobbies hockey
    home hooligan hooligans host hosting hot hoax holding holdings house hostel iceberg icebergs iphone ipad ipod"""
)
_ENGLISH_NAMES = word_set("Ice Iron Ivy Irving Ireland Isle Island Idaho Ive Ives Our One Out Only Online")
_NAMES_WITH_H = word_set(
    """Historia Hispania Hispanoamérica Himalaya Hidalgo Hijos Hijas Hilario Hipólito Honduras Holanda Horacio Homero
    Hospital Hospitales Holocausto Hombres"""
)
_LETTER_BEFORE = word_set(
    "la letra vocal una las los letras vocales vitamina clase tipo grupo punto plan hepatitis correo"
)
_NOT_SPANISH = re.compile(
    r"\b(?:do|da|dos|das|di|della|degli|il|gli|o|os|um|uma|não|são|mais|per|tra|och|og)\b|ção\b|ões\b|nh[oa]s?\b|i\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<!\w)([a-zà-ÿ]{2,})[,»”)]?[ \u00a0\u202f]\Z")
_AROUND = 24
# More than any text has.
_MOST = 500


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    text = prose.text
    for match in islice(_JOINED.finditer(text), _MOST):
        word = _WORD.match(text, match.end())
        if word is None:
            continue
        joined = str(match.lastgroup)
        start = match.start() + 1
        right = _WRONG[joined](text, start, word.group(), word.start())
        if right:
            message = f"“{joined}” is “{right}” before “{word.group()}”"
            yield prose.spot(message, start, start + 1, right)


def _judge_y(_text: str, _start: int, word: str, _place: int) -> str:
    return "e" if _SOUND_I.match(word) and _is_spanish(word) else ""


def _judge_o(text: str, _start: int, word: str, place: int) -> str:
    if word[0].isdigit():
        return "u" if _EIGHT_OR_ELEVEN.match(text, place) else ""
    return "u" if _SOUND_O.match(word) and _is_spanish(word) else ""


def _judge_e(text: str, start: int, word: str, place: int) -> str:
    is_right = _SOUND_I.match(word) or word.startswith(("y", "ia", "ie", "io", "iu", "hiato"))
    return "y" if not is_right and _is_conjunction(text, start, word, place) else ""


def _judge_u(text: str, start: int, word: str, place: int) -> str:
    return "o" if not _SOUND_O.match(word) and _is_conjunction(text, start, word, place) else ""


_WRONG = {"y": _judge_y, "o": _judge_o, "e": _judge_e, "u": _judge_u}


def _is_spanish(word: str) -> bool:
    """Whether a word is read as it is written: no letter, no Roman figure, no English name or loan."""
    if len(word) == 1 or word.lower() in _ASPIRATED or word in _ENGLISH_NAMES:
        return False
    if word[0] in "hH" and word[0].isupper():
        return word in _NAMES_WITH_H
    if word.isupper():
        return word[0] in "OÓ" and not _ROMAN.fullmatch(word)
    return "’" not in word and "'" not in word and "+" not in word and "&" not in word


def _is_conjunction(text: str, start: int, word: str, place: int) -> bool:
    """Whether a single e or u joins two words of Spanish."""
    before = _BEFORE.search(text[max(0, start - _AROUND) : start])
    if before is None or len(word) == 1 or before[1] in _LETTER_BEFORE:
        return False
    return _NOT_SPANISH.search(text[max(0, start - _AROUND) : start] + " " + text[place : place + _AROUND]) is None


CONJUNCTION = Check(
    "conjunction",
    "Conjunctions before i and o",
    "grammar",
    Severity.WARNING,
    _find,
    languages=frozenset(("es",)),
    words=frozenset("yoeu"),
)
