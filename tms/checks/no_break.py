"""`no-break`: a no-break space where a line must not end: M. Dupont, n° 5, p. 12, 10 km, 5 juillet, J. Dupont, EE. UU.

Imprimerie nationale, Lexique; RAE, Ortografía 2010, §3.2 and appendix. One hint for a whole text. The spaces of French
punctuation have a check of their own. What may be the end of a sentence (“le plan B. Les autres”) is left alone.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check, base_language
from tms.checks.everywhere import MOST_CHANGES, Change, spot_all
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_NAME = "[A-ZÀ-ÖØ-Þ]"
_UNITS = "km²|m²|km/h|km|kg|cm|mm|min|ha|m|g|t|h|kWh|MW|GW|Mo|Go|Mb|Gb|°C|M€|k€|\\$"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_AFTER_NUMBER = {
    "fr": rf"(?:{_UNITS}|US\$)(?![\w²/])|(?:{_MONTHS})(?!\w)",
    "es": rf"(?:{_UNITS}|[%€£])(?![\w²/])|[ap]\. ?m\.",
}
# The letters before the point of what may stand before a number (pp., art., vol.) or a name (M., Sra.): few other
# stops have to be looked at closely.
_TITLES = "|".join(
    rf"(?<={end}\. )" for end in (_NAME, "[SD]r", "[SD]ra", "Srta", "[SD]res", "[SD]ras", "Dña", "Prof", "Mons")
)
_SPACE = {
    language: re.compile(
        rf"[0-9.°º§] (?:(?<=[0-9] )(?=[0-9]{{3}}(?![0-9])|{after})|(?:(?<=[°º§] )|(?<=[pstlgm]\. ))(?=[0-9])"
        rf"|(?:{_TITLES})(?={_NAME}(?:[a-zà-ÿ’]|U?\.)))"
    )
    for language, after in _AFTER_NUMBER.items()
}
_HOUR = re.compile(r"h (?<=[0-9]h )(?=[0-9]{2}(?![0-9]))|h (?<=[0-9][ \u00a0\u202f]h )(?=[0-9]{2}(?![0-9]))")
_FIRST = re.compile(rf"1er (?={_MONTHS})")
_GROUPS = re.compile(r"(?<![\d.,+])(?<!\d )[0-9]{1,3}(?: [0-9]{3}(?![0-9]))++(?! ?[0-9])")
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:pp?\.|[aA]rts?\.|chap\.|[vV]ol\.|fig\.|al\.|[nN]°|[nN]\.º|[nN][°º]|[pP]ágs?\.|núms?\.|caps?\.|§)$"
)
_INITIAL = rf"(?<=[\s(«“—-]){_NAME}\.$"
_BEFORE_NAME = {
    "fr": re.compile(rf"(?<!\w)MM?\.$|{_INITIAL}"),
    "es": re.compile(rf"(?<!\w)(?:S(?:ra?|rta|res|ras)|D(?:ra?|res|ña)?|Prof|Mons|EE)\.$|{_INITIAL}"),
}
_FRENCH_TITLE = re.compile(rf"[MDP](?:(?<=M)(?:mes?|lles?|e|gr)|(?<=[DP])r) (?={_NAME}[\w’'.-])")
# A word that begins a sentence after “le plan B.”
_BEGINNERS = re.compile(
    r"(?:L[aeo]s?|Les|L’|Il|Ils|Elles?|On|Un|Une|Una|Des|De|Du|Ce|Cet|Cette|Ces|C’|En|Dans|Pour|Por|Para|Mais|Pero|Et|Y|Es"
    r"|Au|Aux|Nous|Vous|Je|J’|Son|Sa|Ses|Su|Sus|Leurs?|El|Ella|Ellos|Al|Se|No|Si|Sí|Que|Qui|Quand|Cuando|Après|Avant"
    r"|Selon|Según|Depuis|Desde|Tous|Todos|Ainsi|Así|Puis|Or|Est|Ya|Hay|Con|Sin|Como|Comme|Par|Sur|Sous|Avec|Plus|Más)(?!\w)"
)
_LABELLED = re.compile(
    r"(?:plan|groupe|grupo|annexe|anexo|vitamin[ea]|hépatite|hepatitis|sección|section|partie|parte|bâtiment|edificio|bloc"
    r"|bloque|type|tipo|point|punto|camp|campo|témoin|testigo|classe|clase|zone|zona|niveau|nivel|ligne|línea|option|opción)"
    r" $",
    re.IGNORECASE,
)
_SHOWN = 3
_NEAR = 20


def _may_find(pair: CheckInput) -> bool:
    text, language = read_prose(pair.target).text, base_language(pair.language)
    if _SPACE[language].search(text) or "h " in text:
        return True
    return language == "fr" and ("1er " in text or _FRENCH_TITLE.search(text) is not None)


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    places = sorted(
        set(islice(_list_places(prose.text, base_language(pair.language), pair.source or ""), MOST_CHANGES))
    )
    if not places:
        return
    changes: list[Change] = [(place, place + 1, "\u00a0") for place in places]
    shown = ", ".join(f"“{_around(prose.text, place)}”" for place in places[:_SHOWN])
    more = " …" if len(changes) > _SHOWN else ""
    yield spot_all(prose, f"no-break space in {shown}{more}", changes)


def _list_places(text: str, language: str, source: str) -> Iterator[int]:
    has_groups = False
    for match in _SPACE[language].finditer(text):
        place = match.end() - 1
        before, after = text[place - 1], text[place + 1]
        if before.isdigit() and after.isdigit():
            has_groups = True
        elif (
            before.isdigit()
            or (after.isdigit() and _BEFORE_NUMBER.search(text, max(0, place - _NEAR), place))
            or (not after.isdigit() and _is_in_name(text, place, language))
        ):
            yield place
    if has_groups:
        for match in _GROUPS.finditer(text):
            if match.group() not in source:
                yield from (place for place in range(*match.span()) if text[place] == " ")
    if "h " in text:
        yield from (match.end() - 1 for match in _HOUR.finditer(text))
    if language == "fr":
        yield from _list_french(text)


def _list_french(text: str) -> Iterator[int]:
    """The spaces after 1er and after the titles that have no point."""
    if "1er " in text:
        yield from (match.end() - 1 for match in _FIRST.finditer(text))
    for match in _FRENCH_TITLE.finditer(text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield match.end() - 1


def _is_in_name(text: str, place: int, language: str) -> bool:
    """Whether a space parts a title or an initial from the name, and not two sentences (“le plan B. Les autres”)."""
    short = _BEFORE_NAME[language].search(text, max(0, place - _NEAR), place)
    if short is None or _BEGINNERS.match(text, place + 1):
        return False
    return _LABELLED.search(text[max(0, short.start() - _NEAR) : short.start()]) is None


def _around(text: str, place: int) -> str:
    """The words on both sides of a space."""
    before = text[max(0, place - _NEAR) : place].split()
    after = text[place + 1 : place + _NEAR].split()
    return f"{before[-1]} {after[0]}"


NO_BREAK = Check(
    "no-break",
    "No-break spaces",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
)
