"""`ordinals`: ordinal numbers in figures (Lexique, “Abréviations”; RAE, Ortografía 2010, §8.1.2).

French: 1er, 1re, 2e, XXe, and not 1ère, 2ème. Spanish: 3.º, 3.ª, and not 3ro; "1er" and "3er" before a noun pass, a
missing point (3º) is a hint. English endings (21st) stay in names that the source has too (5th Avenue); within a date
they are the business of `date-form`. "2nd" is also French.
"""

import re
from collections.abc import Iterator

from tms.checks.borrowed import is_borrowed
from tms.checks.check import Check, base_language
from tms.checks.dates import MONTH
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_S = "[ \u00a0\u202f]"
_ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ENGLISH = r"(?P<english>st|nd|rd|th)(?!\w)"
_FRENCH = re.compile(
    rf"(?<![\w.,])(?P<number>\d++|{_ROMAN})(?:(?P<ending>{_S}?i?[èe]mes?|ères?|eres?|iers?|è)(?!\w)|{_ENGLISH})"
)
_SPANISH = re.compile(
    rf"(?<![\w.,])(?P<number>\d++)(?:(?P<ending>r[oa]s?|d[oa]s?|t[oa]s?|m[oa]s?|v[oa]s?|n[oa]s?)(?!\w)"
    rf"|(?P<sign>[ºª°])(?![\w′']|{_S}?[CFNSEWO]\b|{_S}\d)|{_ENGLISH})"
)
# They begin with a plain sign, which is quick to search for.
_HINT = {
    "fr": re.compile(rf"[\dIVXLC](?:{_S}?i?[èe]m|[èe]re|ier|è(?!\w)|(?<=\d)(?:st|nd|rd|th)(?!\w))"),
    "es": re.compile(r"\d(?:[rdtmvn][oa]s?(?!\w)|[ºª°]|(?:st|nd|rd|th)(?!\w))"),
}
_MONTH_AFTER = {
    "fr": re.compile(rf"{_S}(?:{MONTH['fr']})(?!\w)", re.IGNORECASE),
    "es": re.compile(rf"{_S}(?:(?:de|of){_S})?(?:{MONTH['es']})(?!\w)", re.IGNORECASE),
}
_ARTICLE = re.compile(r"\b(el|la|los|las|del|al|su|un|una|este|esta|artículo|art\.)[ \u00a0\u202f]\Z", re.IGNORECASE)
_DEGREES = re.compile(r"[ \u00a0\u202f](?:bajo|sobre|grados|de (?:latitud|longitud|temperatura))")
_NOUN_AFTER = re.compile(rf"{_S}[^\W\d_]{{3}}")


def _may_find(pair: CheckInput) -> bool:
    return _HINT[base_language(pair.language)].search(read_prose(pair.target).text) is not None


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source == pair.target:
        return
    is_french = base_language(pair.language) == "fr"
    pattern = _FRENCH if is_french else _SPANISH
    prose = read_prose(pair.target)
    for match in pattern.finditer(prose.text):
        if match["english"]:
            yield from _check_english(pair, prose, match)
        elif is_french:
            yield from _check_french(prose, match)
        else:
            yield from _check_spanish(prose, match)


def _check_english(pair: CheckInput, prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    language, number = base_language(pair.language), match["number"]
    if not number.isdecimal() or is_borrowed(prose.text, *match.span(), pair.source):
        return
    if (language == "fr" and match.group() == "2nd") or _MONTH_AFTER[language].match(prose.text, match.end()):
        return
    # The gender of "1st" is not told in French, nor that of any in Spanish without its article.
    ending = _spanish_ending(prose.text, match) if language == "es" else None if number == "1" else "e"
    fix = None if ending is None else number + ending
    yield prose.spot(f"“{match.group()}” is an English ordinal", *match.span(), fix)


def _spanish_ending(text: str, match: re.Match[str]) -> str | None:
    article = _ARTICLE.search(text, max(0, match.start() - 10), match.start())
    word = article[1].lower() if article else ""
    if word in ("la", "una", "esta"):
        return ".ª"
    if word not in ("el", "del", "al", "un", "este"):
        return None
    number = match["number"]
    is_short = number[-1] in "13" and number[-2:] not in ("11", "13") and _NOUN_AFTER.match(text, match.end())
    return ".er" if is_short else ".º"


def _check_french(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    number, ending = match["number"], match["ending"].strip(" \u00a0\u202f")
    # A letter may begin a word: "Ceres"; only an accent tells.
    if not number.isdecimal() and (len(number) == 1 or ending.startswith("ier")) and "è" not in ending:
        return
    is_first = number in ("1", "I")
    if ending.startswith(("ère", "ere", "ier")):
        if not is_first:
            return
        right = "er" if ending.startswith("ier") else "re"
    else:
        right = "e"
    right += "s" if ending.endswith("s") else ""
    if _MONTH_AFTER["fr"].match(prose.text, match.end()) and number.isdecimal():
        return
    fix = None if is_first and right[0] == "e" and ending[:1] != "i" else right
    message = f"“{match.group()}”: write “{number}{right}”"
    yield prose.spot(message, match.start("ending"), match.end("ending"), fix)


def _check_spanish(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    number = match["number"]
    has_article = _ARTICLE.search(prose.text, max(0, match.start() - 10), match.start())
    if match["sign"]:
        if has_article and not _DEGREES.match(prose.text, match.end()):
            right = "ª" if match["sign"] == "ª" else "º"
            message = f"“{match.group()}”: write “{number}.{right}”"
            spot = prose.spot(message, match.start("sign"), match.end("sign"), f".{right}")
            yield with_severity(spot, Severity.INFO)
        return
    ending = match["ending"]
    if ending in ("ms", "mas", "nas", "das", "tas", "vas", "ras") and not has_article:
        return
    right = (".ª" if "a" in ending else ".º") + ("s" if ending.endswith("s") else "")
    fix = None if ending.endswith("s") else right
    yield prose.spot(f"“{match.group()}”: write “{number}{right}”", match.start("ending"), match.end("ending"), fix)


ORDINALS = Check(
    "ordinals",
    "Ordinal numbers",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("0123456789IVXLC"),
    may_find=_may_find,
)
