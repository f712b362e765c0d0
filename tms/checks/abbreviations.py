"""`abbreviations`: M., Mme, Dr, n° in French; Sr., Dr., n.º, EE. UU. in Spanish; ONU, not O.N.U.; “etc.”, not “etc”.

Imprimerie nationale, Lexique; RAE, Ortografía 2010, appendix of abbreviations. A title of a work keeps its English
(« Mr. Bean », the words of the source), “n<sup>o</sup>” is right, Swiss French keeps “Prof.”, and only acronyms that
are known lose their points, as initials of people have them too.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language, region
from tms.checks.lexicon import is_english_only
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Severity, Spot

_GAP = "[ \u00a0\u202f]"
_NAME = "[A-ZÀ-ÖØ-Þ]"
_ALONE = r"(?<![\w’'./-].)"
_FRENCH = re.compile(
    rf"[MDP]{_ALONE}(?:(?<=M)(?P<mister>rs?|s)(?:\.{_GAP}?|{_GAP})(?={_NAME}[\w’'.-]|l[ea] {_NAME}|et (?:M|s))"
    rf"|(?:(?<=M)(?:mes?|lles?|e|gr)|(?<=[DP])r|(?<=P)rof)(?P<title>)\.{_GAP}(?={_NAME}[\w’'.-]))"
)
_FRENCH_NUMBER = re.compile(rf"[nN]{_ALONE}o(?P<point>\.)?{_GAP}?(?=\d)")
_SPANISH = re.compile(
    rf"[MSDPUVEN]{_ALONE}(?:(?<=M)(?P<mister>rs?|s)(?:\.{_GAP}?|{_GAP})(?={_NAME}[\w’'.-])"
    rf"|(?:(?<=S)(?:ra?|rta|res|ras)|(?<=D)(?:ra?|res|ña)|(?<=P)rof|(?<=M)ons|(?<=E)xcm[oa])(?P<title>){_GAP}(?={_NAME}[\w’'-])"
    r"|(?<=[UV])ds?(?P<you>)(?![\w.])"
    rf"|(?<=E)E\.?{_GAP}?UU\.?(?P<states>)(?!\w))"
)
# “no. 5” may be the end of one sentence and the head of another, so it counts where nothing follows the number.
_SPANISH_NUMBER = re.compile(
    rf"[nN]{_ALONE}(?:[º°]|o\.(?:(?<=[\w),] No\.)|(?<=.\(No\.)|(?<=no\.)(?={_GAP}?\d{{1,3}}(?:[,:;).»]|$))))"
    rf"{_GAP}?(?=\d)"
)
_PLURAL_ACRONYM = re.compile(r"(?<![\w-])(ONG|OSC|ONGD|DVD|CD|PC|OMG|TIC|FAQ|GPS|VIP|SMS)[’']?s(?!\w)")
_ACRONYM = re.compile(r"[A-Z]\.(?<![\w.]..)(?:[A-Z]\.){1,6}+(?!\w)")
_KNOWN = """
ONU ONG OTAN OMS URSS UNESCO UNICEF HCR ACNUR HCDH ACNUDH RPC PCC CPI CIJ OIT OMC CEDH TEDH OSCE PNUD CIDH OEA USA EUA
RDC CIA FBI VIH SIDA
"""
_ACRONYMS = frozenset(_KNOWN.split())
_WAKING = """
mons excmo excma
mr mrs ms mme mmes mlle mlles me mgr dr pr prof no nº n etc sr sra srta sres sras dra dres dña ud uds vd vds eeuu ee uu
u g r p o ongs oscs ongds dvds cds pcs tics faqs vips ong
"""
_UNION = re.compile(r"[lLdD][’']$|\b[lL]a $")
_AND_SO_ON = re.compile(r"etc(?<![\w/.&]etc)(?![\w.…/]|[ \u00a0]?\.\.|[ \u00a0]?…)")
_ENGLISH_TITLE = re.compile(rf"(?:{_NAME}\S*{_GAP})*+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]$")
_MISTERS = {"Mr": "M.", "Mrs": "Mme", "Ms": "Mme"}
_TITLES = {"Prof": "Pr"}
_QUOTES = frozenset('«“"‘*_')
_NEAR = 40
_MANY = 2000


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    language = base_language(pair.language)
    if language == "fr":
        yield from _find_french(prose, pair)
    else:
        yield from _find_spanish(prose, pair)
    if "." in prose.text:
        for match in _ACRONYM.finditer(prose.text):
            yield from _check_acronym(prose, match, language)
    if "etc" in prose.text:
        for match in _AND_SO_ON.finditer(prose.text):
            yield prose.spot("“etc.” has a point", *match.span(), "etc.")


def _find_french(prose: Prose, pair: CheckInput) -> Iterator[Spot]:
    for match in _FRENCH.finditer(prose.text):
        shown = match.group().rstrip(" \u00a0\u202f")
        short = shown.rstrip(".")
        if _is_title(prose, match, pair.source or "") or (short == "Prof" and region(pair.language) == "CH"):
            continue
        right = _MISTERS.get(short) or _TITLES.get(short, short)
        is_name = prose.text[match.end() : match.end() + 1].isupper()
        yield prose.spot(f"“{shown}” is “{right}” in French", *match.span(), right + ("\u00a0" if is_name else " "))
    for match in _FRENCH_NUMBER.finditer(prose.text):
        yield from _check_number(prose, match, pair)


def _check_number(prose: Prose, match: re.Match[str], pair: CheckInput) -> Iterator[Spot]:
    if not prose.is_plain(*match.span()):
        return  # n<sup>o</sup>
    before = prose.text[max(0, match.start() - _NEAR) : match.start()]
    word = _WORD_BEFORE.search(before)
    is_short = match.group().startswith("n") and not match["point"]
    if (word and is_english_only(word[1])) or (is_short and region(pair.language) == "CA"):
        return
    right = "n°" if before.strip() or match.group().startswith("n") else "N°"
    spot = prose.spot(f"“{match.group().strip()}” is “{right}” in French", *match.span(), f"{right}\u00a0")
    yield with_severity(spot, Severity.INFO) if is_short else spot


def _find_spanish(prose: Prose, pair: CheckInput) -> Iterator[Spot]:
    for match in _SPANISH.finditer(prose.text):
        shown = match.group().rstrip(" \u00a0\u202f")
        if match["states"] is not None:
            yield from _check_states(prose, match)
        elif match["you"] is not None:
            yield prose.spot(f"“{shown}” has a point: “{shown}.”", *match.span(), f"{shown}.")
        elif _is_title(prose, match, pair.source or ""):
            continue
        elif match["title"] is not None:
            yield prose.spot(f"“{shown}” has a point: “{shown}.”", *match.span(), f"{shown}.\u00a0")
        else:
            right = "Sr." if match["mister"] == "r" else "Sra."
            yield prose.spot(f"“{shown}” is “{right}” in Spanish", *match.span())
    for match in _PLURAL_ACRONYM.finditer(prose.text):
        yield prose.spot(f"“{match.group()}”: an acronym has no plural s", *match.span(), match[1])
    for match in _SPANISH_NUMBER.finditer(prose.text):
        shown = match.group().rstrip(" \u00a0\u202f")
        has_letter = shown.endswith(".")
        right = "n.º" if has_letter else f"{shown[0]}.º"
        spot = prose.spot(f"“{shown}” is “{right}” in Spanish", *match.span(), f"{right}\u00a0")
        yield spot if has_letter else with_severity(spot, Severity.INFO)


def _check_states(prose: Prose, match: re.Match[str]) -> Iterator[Spot]:
    shown = match.group()
    if shown in ("EE. UU.", "EE.\u00a0UU.", "EE.\u202fUU."):
        return
    spot = prose.spot(f"“{shown}” is “EE. UU.” in Spanish", *match.span(), "EE.\u00a0UU.")
    yield with_severity(spot, Severity.INFO) if shown == "EE.UU." else spot


def _check_acronym(prose: Prose, match: re.Match[str], language: str) -> Iterator[Spot]:
    shown = match.group()
    letters = shown.replace(".", "")
    if letters == "EEUU" and language == "es":
        yield prose.spot(f"“{shown}” is “EE. UU.” in Spanish", *match.span(), "EE.\u00a0UU.")
        return
    is_union = letters == "UE" and _UNION.search(prose.text[max(0, match.start() - 4) : match.start()]) is not None
    if letters not in _ACRONYMS and not is_union:
        return
    after = prose.text[match.end() : match.end() + _NEAR].lstrip(' \u00a0»”")')
    right: str | None = letters
    if not after or after[0] == "\n":
        right = f"{letters}."
    elif after[0].isupper():
        right = None  # the last point may be the full stop
    yield prose.spot(f"“{shown}” is written without points: “{letters}”", *match.span(), right)


def _is_title(prose: Prose, match: re.Match[str], source: str) -> bool:
    """Whether an English title of a work holds the words: « Mr. Bean », or as many words as the source has in a row."""
    start = match.start()
    has_mark = prose.text[max(0, start - 2) : start].rstrip(" \u00a0\u202f")[-1:] in _QUOTES
    is_marked = start > 0 and (has_mark or not prose.is_plain(start - 1, start + 1))
    names = _ENGLISH_TITLE.match(prose.text, match.end(), match.end() + _MANY)
    end = names.end() if names else match.end()
    if is_marked and not prose.text[end : end + _NEAR].strip(" \u00a0")[:1].islower():
        return True
    more = prose.text[start : end + 12]
    return len(more) == end + 12 - start and more in source


ABBREVIATIONS = Check(
    "abbreviations",
    "Abbreviations",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    words=frozenset(_WAKING.split()),
)
