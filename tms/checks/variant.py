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
from tms.checks.prose import Prose, read_prose, with_severity
from tms.checks.quotation import has_quotes, read_quotes
from tms.text.small_words import word_set
from tms.values import CheckInput, Severity, Spot, Variant

_AMERICA = word_set("419 AR BO CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE")
_DETERMINER = r"(?:el|un|su|mi|tu|los|sus|mis|tus|del|al|este|ese|cada|otro|unos|nuestro|nuestros|dos|tres|varios)"
_PHONE = re.compile(r"phone|mobile|\bcell", re.IGNORECASE)
_CAR = re.compile(r"\bcars?\b", re.IGNORECASE)

# Sabéis, necesitéis, visteis; vuestros, os; borrad, contádnoslo. The head of a form is looked for behind its ending.
_VOSOTROS_ENDING = re.compile(r"(?:áis|éis|steis)(?!\w)")
_NO_VERBS = word_set("seis dieciséis veintiséis samuráis bonsáis jerséis")
_VOSOTROS_WORD = re.compile(r"(?:[vV]osotr[oa]s|[vV]uestr[oa]s?|[sS]ois|(?<=[ ¿¡(«“])os(?=[ \u00a0][a-zá-ú]))(?!\w)")
_ORDER = re.compile(r"(?:[aeiáéí]d)(?:me|nos|nosl[oa]s?|l[oa]s?|les?)?(?!\w)")
_ORDERS = word_set(
    """borrad dejad mirad escuchad llamad apagad enviad mandad firmad ayudad esperad recordad comprad hablad aparcad
    guardad contad pensad invitad visitad participad donad colaborad cuidad buscad preparad llevad tomad pasad
    perdonad olvidad traed leed haced poned tened creed escribid subid compartid venid decid salid pedid unid acudid
    rezad"""
)
_SPAIN_WORD = re.compile(
    r"(?:[oO]rdenador(?:es)?|[cC]og(?:er|e|en|es|emos|ido|ida|iendo|ió|ieron|í|ía|ían)(?:l[oa]s?|se|me|nos)?"
    r"|[aA]parc(?:ar|a|an|ó|aron|ado|ada|ados|aban?|amiento|amientos)|[zZ]umos?|[pP]atatas?|[aA]utocar(?:es)?"
    r"|[fF]ontaneros?|melocot(?:ón|ones)|carné de conducir|billetes? de (?:tren|avión|autobús))(?!\w)"
)
_NO_COMPUTER = re.compile(r"\b(?:principios?|ejes?|efectos?|factor|elementos?|papel|poder|plan|marco)[ \u00a0]\Z")
_MOBILE = re.compile(rf"\b{_DETERMINER} móvil(?:es)?(?!\w)")
_USTEDES = re.compile(r"[uU]stedes(?!\w)")
# At the head of a sentence, an order to several people who are no vosotros.
_POLITE = re.compile(r"(?:\A|[.!?¡¿—«“\n][ \u00a0]?)(?:No )?([A-ZÚS][a-zéú]{3,10}n(?:se)?)(?! lo que)(?!\w)")
_POLITE_ORDERS = word_set(
    """Dejen Miren Escuchen Llamen Apaguen Envíen Manden Firmen Ayuden Esperen Recuerden Compren Hablen Guarden Cuenten
    Piensen Inviten Visiten Participen Colaboren Busquen Lleven Tomen Traigan Lean Hagan Pongan Tengan Escriban
    Suban Compartan Digan Salgan Pidan Acudan Borren Únanse Súmense"""
)
# Verbs of ustedes without their subject: they count where the source speaks to “you” and of nobody else.
_UNNAMED = re.compile(
    r"(?:[¿¡.]|(?<!\w)(?:[Nn]o|[Aa]llí|[Aa]quí|[Ss]i|[Yy]a|[Tt]ambién|[Aa]hora|[Cc]uando))[ \u00a0]?(?:[Nn]o )?"
    r"([SsPpTtDdQqNnCc](?:aben|ueden|ienen|eben|uieren|ecesitan|esean|onocen))(?!\w)"
)
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:they|them|their|those|these|people|who|all|many|some|most|others|few)\b", re.IGNORECASE)
_AMERICAN_WORD = re.compile(
    rf"(?:[cC]omputador(?:a|as|es)?|{_DETERMINER} celular(?:es)?|[tT]eléfonos? celular(?:es)?|en carro|[lL]aptops?"
    r"|[bB]alaceras?|[mM]eser[oa]s?|[pP]lomeros?|[dD]uraznos?|[pP]arqueaderos?|[pP]arquear"
    r"|[pP]laticar|[pP]laticaron|[pP]laticó)(?!\w)"
)
_CARRO = re.compile(rf"\b{_DETERMINER} carros?(?! de )(?!\w)")
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
    american = _list_american(text, source)
    if side is Variant.ANY and not american:
        return
    spanish = _list_spanish(text, source)
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


def _list_spanish(text: str, source: str) -> list[_Mark]:
    marks = [_Mark(*match.span(), "vosotros") for match in _find_heads(_VOSOTROS_WORD, text)]
    marks += [_Mark(start, end, "vosotros") for start, end in _list_vosotros_verbs(text)]
    for match in _find_heads(_SPAIN_WORD, text):
        if not _NO_COMPUTER.search(text[max(0, match.start() - _LONGEST) : match.start()]):
            marks.append(_Mark(*match.span(), "word"))
    if _PHONE.search(source):
        marks += [_Mark(*match.span(), "word") for match in _MOBILE.finditer(text)]
    return marks


def _list_vosotros_verbs(text: str) -> Iterator[tuple[int, int]]:
    for match in islice(_VOSOTROS_ENDING.finditer(text), _MOST):
        start = _head_of(text, match.start())
        if start < match.start() and text[start : match.end()].lower() not in _NO_VERBS:
            yield start, match.end()
    for match in islice(_ORDER.finditer(text), _MOST):
        start = _head_of(text, match.start())
        place = text.find("d", match.start()) + 1
        if text[start:place].lower().translate(_PLAIN) in _ORDERS:
            yield start, match.end()


def _head_of(text: str, place: int) -> int:
    start = place
    while start > 0 and text[start - 1].isalpha() and place - start < _LONGEST:
        start -= 1
    return start


def _list_american(text: str, source: str) -> list[_Mark]:
    marks = [_Mark(*match.span(), "ustedes") for match in _find_heads(_USTEDES, text)]
    marks += [_Mark(*match.span(1), "ustedes") for match in _POLITE.finditer(text) if match[1] in _POLITE_ORDERS]
    if _YOU.search(source) and not _OTHERS.search(source):
        marks += [_Mark(*match.span(1), "ustedes") for match in _UNNAMED.finditer(text)]
    marks += [_Mark(*match.span(), "word") for match in _find_heads(_AMERICAN_WORD, text)]
    if _CAR.search(source):
        marks += [_Mark(*match.span(), "word") for match in _CARRO.finditer(text)]
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
vosotros vosotras vuestro vuestra vuestros vuestras os sois vais dais veis habéis hayáis habríais habréis podéis
queréis tenéis tengáis hagáis digáis vengáis salgáis traigáis pongáis podáis queráis sepáis seáis vayáis estéis
deis fuisteis hicisteis dijisteis tuvisteis pudisteis quisisteis vinisteis supisteis trajisteis pusisteis erais
ibais seréis iréis haréis diréis volváis volvéis pensáis encontráis recordáis ordenador ordenadores coger coge
cogen coges cogemos cogido cogida cogiendo cogió cogieron cogí cogía cogían cogerlo cogerla cogerlos cogerlas
cogerse aparcar aparca aparcan aparcó aparcaron aparcado aparcada aparcados aparcaba aparcaban aparcamiento
aparcamientos zumo zumos patata patatas autocar autocares fontanero fontaneros melocotón melocotones carné
billete billetes móvil móviles vídeo vídeos video videos ustedes computador computadora computadoras
computadores celular celulares carro carros laptop laptops balacera balaceras mesero mesera meseros meseras
plomero plomeros durazno duraznos parqueadero parqueaderos parquear platicar platicaron platicó
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
    words=_FORMS | _ORDERS | word_set(_OTHER_WORDS),
)
