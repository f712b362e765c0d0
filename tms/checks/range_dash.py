"""`range-dash`: an en dash between the ends of a range: 10–20 (Lexique, “Tiret”).

The Academia has the hyphen (RAE, Ortografía 2010, on the guion), so Spanish is asked for the dash only where the source
sets it between numbers. A hyphen stays in telephone
numbers, dates, scores, numbers of laws and articles, and in wars by their years (14-18).
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_RANGE = re.compile(
    r"(?<![\w.,/:+°#–-])(?<!\d[ \u00a0\u202f])(\d{1,4}(?:[:.]\d\d)?)(-)(\d{1,4}(?:[:.]\d\d)?)"
    r"(?![\w/°–-]|[.,:]\d|[ \u00a0\u202f]\d{2}\b)"
)
_HYPHEN = re.compile(r"\d-\d")
_NAMED = re.compile(
    r"(?:\b(?:n|no|num[ée]ros?|loi|décret|arrêté|ordonnance|articles?|art|résolution|directive|affaire|dossier|décision"
    r"|[LRDA]|ISBN|ISSN|tél(?:éphone)?|fax|score|guerre de|vol|Boeing|code|grande guerre|document|doc)"
    r"\.?|n[°ºo]s?)[ \u00a0\u202f]*\Z",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\b(?:score|match|but|victoire|battu|battent|défaite|gagn|remport|finale)", re.IGNORECASE)
_DASHED = re.compile(r"\d[ \u00a0\u202f]?–[ \u00a0\u202f]?\d")
_WARS = frozenset(("14-18", "39-45", "24-7", "9-11", "50-50"))
# Farther apart, the two numbers are a reference.
_MOST = 50
_HIGHEST_SCORE = 20


def _may_find(pair: CheckInput) -> bool:
    return _HYPHEN.search(pair.target) is not None


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _RANGE.search(pair.target):
        return
    if base_language(pair.language) == "es" and not _DASHED.search(pair.source or ""):
        return
    prose = read_prose(pair.target)
    for match in _RANGE.finditer(prose.text):
        if not _is_range(match) or _NAMED.search(prose.text, max(0, match.start() - 16), match.start()):
            continue
        if match[3].isdecimal() and int(match[3]) <= _HIGHEST_SCORE and _SCORE.search(prose.text):
            continue
        message = f"“{match[1]}-{match[3]}” is a range: write an en dash"
        yield prose.spot(message, match.start(2), match.end(2), "–")


def _is_range(match: re.Match[str]) -> bool:
    first, second = match[1], match[3]
    if not first.isdecimal() or not second.isdecimal():  # 10:00-12:30
        return not first.isdecimal() and not second.isdecimal()
    if first.startswith("0") or second.startswith("0") or f"{first}-{second}" in _WARS:
        return False
    if len(first) == 4 and len(second) == 2:  # 2017-18
        return first[0] in "12" and int(second) > int(first[2:])
    return int(first) < int(second) <= int(first) * _MOST


RANGE_DASH = Check(
    "range-dash",
    "Dashes of ranges",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("-"),
    may_find=_may_find,
)
