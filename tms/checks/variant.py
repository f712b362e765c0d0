"""`variant`: the Spanish of Spain and that of America in one text, or the other than the house writes.

America has no vosotros; it says computadora and celular where Spain says ordenador and móvil (RAE, Diccionario
panhispánico de dudas, “vosotros”, “ustedes”; Diccionario de americanismos). The house's variant is `spanish_variant`,
else the region of the language tag: es-ES is Spain, es-419, es-MX, es-AR … America. With neither, only a mixture in
one text is found: vosotros and ustedes said to the same people, or words of both. Ustedes alone is Spain's formal
address, and what is quoted is another speaker.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tms.checks.check import Check
from tms.checks.code_page import encode, read_code
from tms.checks.prose import Prose, read_prose, with_severity
from tms.checks.quotation import has_quotes, read_quotes
from tms.checks.spanish_address import list_orders
from tms.checks.spanish_orders import PLURAL_JOINED, PLURAL_ORDERS, VOSOTROS_ORDERS
from tms.checks.variant_words import (
    AMERICAN_SENSE,
    AMERICAN_SENSES,
    AMERICAN_WORD,
    SPANISH_SENSE,
    SPANISH_SENSES,
    SPANISH_WORD,
    WAKING_WORDS,
)
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot, Variant

_AMERICA = word_set("419 AR BO CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE")

# Sabéis, necesitéis, visteis; vuestros, os; borrad, contádnoslo. The head of a form is looked for behind its ending.
_VOSOTROS_ENDING = re.compile(r"(?:áis|éis|steis)(?!\w)")
_NO_VERBS = word_set("seis dieciséis veintiséis samuráis bonsáis jerséis")
_VOSOTROS_WORD = re.compile(r"(?:[vV]osotr[oa]s|[vV]uestr[oa]s?|[sS]ois|(?<=[ ¿¡(«“])os(?=[ \u00a0][a-zá-ú]))(?!\w)")
_ORDER = re.compile(r"(?:[aeiáéí]d)(?:me|nos|nosl[oa]s?|l[oa]s?|les?)?(?!\w)")
_NO_COMPUTER = re.compile(r"\b(?:principios?|ejes?|efectos?|factor|elementos?|papel|poder|plan|marco)[ \u00a0]\Z")
_USTEDES = re.compile(r"[uU]stedes(?!\w)")
# Verbs of ustedes without their subject: they count where the source speaks to “you” and of nobody else.
_UNNAMED = re.compile(
    r"(?:[¿¡.]|(?<!\w)(?:[Nn]o|[Aa]llí|[Aa]quí|[Ss]i|[Yy]a|[Tt]ambién|[Aa]hora|[Cc]uando))[ \u00a0]?(?:[Nn]o )?"
    r"([SsPpTtDdQqNnCc](?:aben|ueden|ienen|eben|uieren|ecesitan|esean|onocen))(?!\w)"
)
_MAY_MIX = re.compile(r"(?:[áé]is|steis|[aeiáéí]d(?:me|nos|l[oae]s?)?|\b[oO]s|[sS]ois)(?!\w)|osotr[oa]s|uestr[oa]s?\b")
_WAKING_CODES = frozenset(map(encode, WAKING_WORDS))
# Behind vosotros: que no olvidan, for “that you have not forgotten”.
_VOSOTROS = re.compile(r"\b[Vv]osotr[oa]s\b")
_THAT_YOU = re.compile(r"\b(?:that|what|how|because|if|when|as) you\b", re.IGNORECASE)
_THAT = re.compile(
    r"(?<=éis )(?:\w+ )?(?:que|si|porque|cuando) (?:(?:no|ya|nunca|se|lo|la|los|las|les|nos|también) )*"
    r"(\w{2,}[ae]n)(?!\w)"
)
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_ASKED_YOU = re.compile(r"\b(?:do|did|are|have|can|could|will|would|were) you\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:they|them|their|those|these|people|who|all|many|some|most|others|few)\b", re.IGNORECASE)
_VIDEO = {Variant.SPAIN: re.compile(r"(?<!\w)video(s?)(?!\w)"), Variant.AMERICA: re.compile(r"(?<!\w)vídeo(s?)(?!\w)")}
_PLAIN = str.maketrans("áéí", "aei")
_LONGEST = 24
# More than any text has.
_MOST = 300


class _Mark(NamedTuple):
    """A word that belongs to one variant; `kind` is "vosotros" or "ustedes", or "word"."""

    start: int
    end: int
    kind: str


def _find(pair: CheckInput) -> Iterator[Spot]:
    side = _read_side(pair)
    prose = read_prose(pair.target)
    text, source = prose.text, pair.source or ""
    has_words = not _WAKING_CODES.isdisjoint(read_code(text).words)
    if side is Variant.ANY and not has_words and _MAY_MIX.search(text) is None:
        return
    spanish = [*_list_vosotros(text), *(_list_spanish(text, source) if has_words else ())]
    if side is Variant.ANY and not spanish:
        return
    american = [*_list_ustedes(text, source), *(_list_american(text, source) if has_words else ())]
    if side is Variant.AMERICA:
        yield from _report(prose, spanish, "Spain")
    elif side is Variant.SPAIN:
        words = [mark for mark in american if mark.kind == "word"]
        yield from _report(prose, words, "America")
        yield from _find_mixture(prose, spanish, [mark for mark in american if mark.kind != "word"])
    else:
        yield from _find_mixture(prose, spanish, american)
    if side in _VIDEO:
        shown = "vídeo" if side is Variant.SPAIN else "video"
        for match in _VIDEO[side].finditer(text):
            spot = prose.spot(
                f"“{match.group()}” is written “{shown}{match[1]}” there", *match.span(), f"{shown}{match[1]}"
            )
            yield with_severity(spot, Severity.INFO)


def _read_side(pair: CheckInput) -> Variant:
    if pair.rules.spanish_variant is not Variant.ANY:
        return pair.rules.spanish_variant
    parts = {part.upper() for part in pair.language.replace("_", "-").split("-")[1:]}
    if "ES" in parts:
        return Variant.SPAIN
    return Variant.ANY if parts.isdisjoint(_AMERICA) else Variant.AMERICA


def _list_vosotros(text: str) -> list[_Mark]:
    marks = [_Mark(*match.span(), "vosotros") for match in _find_heads(_VOSOTROS_WORD, text)]
    return marks + [_Mark(start, end, "vosotros") for start, end in _list_vosotros_verbs(text)]


def _list_spanish(text: str, source: str) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _find_heads(SPANISH_WORD, text):
        if not _NO_COMPUTER.search(text[max(0, match.start() - _LONGEST) : match.start()]):
            marks.append(_Mark(*match.span(), "word"))
    for english, spanish in SPANISH_SENSES if SPANISH_SENSE.search(text) else ():
        if english.search(source):
            marks += [_Mark(*match.span(), "word") for match in spanish.finditer(text)]
    return marks


def _list_vosotros_verbs(text: str) -> Iterator[tuple[int, int]]:
    for match in islice(_VOSOTROS_ENDING.finditer(text), _MOST):
        start = _head_of(text, match.start())
        if start < match.start() and text[start : match.end()].lower() not in _NO_VERBS:
            yield start, match.end()
    for match in islice(_ORDER.finditer(text), _MOST):
        start = _head_of(text, match.start())
        place = text.find("d", match.start()) + 1
        if text[start:place].lower().translate(_PLAIN) in VOSOTROS_ORDERS:
            yield start, match.end()


def _head_of(text: str, place: int) -> int:
    start = place
    while start > 0 and text[start - 1].isalpha() and place - start < _LONGEST:
        start -= 1
    return start


def _list_ustedes(text: str, source: str) -> list[_Mark]:
    marks = [_Mark(*match.span(), "ustedes") for match in _find_heads(_USTEDES, text)]
    marks += [_Mark(*order.span, "ustedes") for order in list_orders(text, source) if order.kind == "ustedes"]
    if _YOU.search(source):
        is_alone, is_asked = not _OTHERS.search(source), _ASKED_YOU.search(source)
        marks += [
            _Mark(*match.span(1), "ustedes")
            for match in _UNNAMED.finditer(text)
            if is_alone or (is_asked and match.group()[0] == "¿")
        ]
        if len(_THAT_YOU.findall(source)) and _VOSOTROS.search(text):
            marks += [_Mark(*match.span(1), "ustedes") for match in _THAT.finditer(text)]
    return marks


def _list_american(text: str, source: str) -> list[_Mark]:
    marks = [_Mark(*match.span(), "word") for match in _find_heads(AMERICAN_WORD, text)]
    for english, spanish in AMERICAN_SENSES if AMERICAN_SENSE.search(text) else ():
        if english.search(source):
            marks += [_Mark(*match.span(), "word") for match in spanish.finditer(text)]
    return marks


def _find_heads(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that begin a word."""
    return (match for match in islice(pattern.finditer(text), _MOST) if _is_head(text, match.start()))


def _is_head(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "-_.@#")


def _report(prose: Prose, marks: Sequence[_Mark], where: str) -> Iterator[Spot]:
    for mark in sorted(marks):
        yield prose.spot(f"“{prose.text[mark.start : mark.end]}” is the Spanish of {where}", mark.start, mark.end)


def _find_mixture(prose: Prose, spanish: Sequence[_Mark], american: Sequence[_Mark]) -> Iterator[Spot]:
    if not spanish or not american:
        return
    quoted = [(q.opener, q.closer) for q in read_quotes(prose.text).quotations] if has_quotes(prose.text) else []
    for level in (True, False):
        ours = [mark for mark in spanish if _is_quoted(mark, quoted) is level]
        theirs = [mark for mark in american if _is_quoted(mark, quoted) is level]
        if not any(mark.kind == "vosotros" for mark in ours):
            theirs = [mark for mark in theirs if mark.kind == "word"]
        if not ours or not theirs:
            continue
        few, many = (theirs, ours) if len(theirs) <= len(ours) else (ours, theirs)
        where, other = ("America", "Spain") if few is theirs else ("Spain", "America")
        against = prose.text[many[0].start : many[0].end]
        for mark in sorted(few):
            word = prose.text[mark.start : mark.end]
            yield prose.spot(f"“{word}” is the Spanish of {where}, “{against}” that of {other}", mark.start, mark.end)


def _is_quoted(mark: _Mark, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(opener < mark.start < closer for opener, closer in quoted)


# Of vosotros the verbs that are met most: with any of these words in a text, the patterns above look at all of it.
_AR = "habl mir dej llev pens esper pas tom escuch busc encontr trabaj ayud olvid record llam us compr envi mand est"
_ER = "ten pod quer sab hac deb cre le ve conoc entend trae pon perd com nac"
_IR = "ven dec viv sal escrib sent pid sub part recib abr o sufr"
_ENDINGS = {
    _AR: "áis éis asteis abais aréis aríais arais ad",
    _ER: "éis áis isteis íais eréis eríais réis ríais ierais ed",
    _IR: "ís áis isteis íais iréis iríais ierais id",
}
_OTHER_WORDS = """
ustedes saben pueden tienen deben quieren necesitan desean conocen
vosotros vosotras vuestro vuestra vuestros vuestras os sois vais dais veis habéis hayáis habríais habréis podéis
queréis tenéis tengáis hagáis digáis vengáis salgáis traigáis pongáis podáis queráis sepáis seáis vayáis estéis
deis fuisteis hicisteis dijisteis tuvisteis pudisteis quisisteis vinisteis supisteis trajisteis pusisteis erais
ibais seréis iréis haréis diréis volváis volvéis pensáis encontráis recordáis
"""
_FORMS = frozenset(
    f"{stem}{ending}" for stems, endings in _ENDINGS.items() for stem in stems.split() for ending in endings.split()
)

VARIANT = Check(
    "variant",
    "Spain and America",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("es",)),
    words=_FORMS | VOSOTROS_ORDERS | PLURAL_ORDERS | PLURAL_JOINED | word_set(_OTHER_WORDS) | WAKING_WORDS,
)
