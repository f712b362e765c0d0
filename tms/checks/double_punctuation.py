"""`double-punctuation`: two signs where one belongs: “..”, “,,”, “;.”, “?.”, “.,”, “,»,”.

Points of suspension, “?!” and the stop of an abbreviation before another sign (“etc.,”, “EE. UU.,”) are right; so is a
stop after a name that ends in a sign of its own (Yahoo!) or after a title in italics. Four points are one too many, as
the points of suspension take in the full stop. A comma after ? and ! is right in Spanish and wrong in French.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_GAP = "[ \u00a0\u202f]"
_DOUBLE = re.compile(
    r"\.\.(?<![./\\]..)(?![.\w/\\])"  # but not ../ and ...
    rf"|,{_GAP}?,(?![,\d])(?<![,\d],,)|;{_GAP}?;|::(?<![:\W]::)(?![:\w])"
    r"|;[.,:]|,[.;:]|:[.,;](?![)/\\.\w])|[?!][.,](?![.\w/]|[»”\"],)|\.[,;:](?=\s|$)"
    rf"|,{_GAP}?[»”\"],|…\.(?![.\w])|\.{{4}}(?<!\.\.{{4}})(?!\.)"
)
_SHAPES = frozenset(
    ("..", ",,", ", ,", "::", ": :", ":.", ":,", ",.", ",:", "!.", "!,", ".,", ".:", "….", ",»,", ", »,")
)
_TOO_MANY_POINTS = frozenset(("….", "...."))
# What ends in a point and has four letters or more; three are taken for an abbreviation anyway.
_FOUR_LETTERS = """
ibid coord trad prof dept dpto depto univ chap corp assn bros approx févr janv sept juil avda sres excmo ilmo capt
intl conf proc hist inst comm arts págs vols pags srta sras excma ilma hnos cías gral gobr sgto tnte aprox suppl
append éds dirs coords annot bibliogr ling resp collab introd préf postf rééd illustr trim
assoc bibl boul circ comp compl diss fasc hebdo impr inéd orig phil pers polit publ réimpr sect spéc lieut cmdt ltda
fdez glez hdez rguez mtro mtra admón teléf núms secc párr párrs concl cols mass calif conn wash penn tenn colo minn mich
blvd ident numb approx parág
"""
_ABBREVIATIONS = frozenset(_FOUR_LETTERS.split())
_LAST_WORD = re.compile(r"[^\W_]*+$")
_REST = re.compile(r"[»”\")\s]*+$")
_LONGEST_WORD = 40


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    is_french = base_language(pair.language) == "fr"
    for match in _DOUBLE.finditer(prose.text):
        is_mark = match.group()[0] in "?!"
        if is_mark and ((match.group()[1] == "," and not is_french) or not prose.is_plain(*match.span())):
            continue
        if not _is_right(prose.text, match, pair.source or ""):
            yield prose.spot(f"“{match.group()}”: one sign too many", *match.span(), _mend(prose.text, match))


def _is_right(text: str, match: re.Match[str], source: str) -> bool:
    signs = match.group()
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start()]
    word = _word_at_end(before)
    if not before.strip():
        return True  # signs by themselves, and a list of definitions
    # After a bracket that closes no abbreviation has its point.
    is_short = not before.endswith((")", "]", "»", "”"))
    if (
        is_short
        and signs[0] == "."
        and signs[1] in ",;:"
        and (len(word) < 4 or word.lower() in _ABBREVIATIONS or word.isupper())
    ):
        return True
    if signs in _TOO_MANY_POINTS and word == "etc":
        return True  # the business of `ellipsis`
    own = signs[0] if signs[0] in "?!" else signs
    return bool(word) and f"{word}{own}" in source


def _word_at_end(text: str) -> str:
    found = _LAST_WORD.search(text.rstrip(" \u00a0\u202f"))
    return found.group() if found else ""


def _mend(text: str, match: re.Match[str]) -> str | None:
    """The one sign that belongs there, where that is certain."""
    signs = match.group()
    first, last = signs[0], signs[-1]
    if signs in _TOO_MANY_POINTS:
        right = "…"
    elif first in "?!":
        right = first
    elif first == last and first != ".":
        right = signs[1:] if any(mark in signs for mark in '»”"') else first
    else:
        return _mend_stop(text, match)
    return right


def _mend_stop(text: str, match: re.Match[str]) -> str | None:
    """A full stop with another sign: what follows tells which of the two is meant."""
    signs = match.group()
    after = text[match.end() : match.end() + 2].strip(" \u00a0\u202f")
    if "." in signs and _REST.match(text, match.end()):
        return "."
    if signs == "..":
        is_stop = after[:1].isupper() or _word_at_end(text[max(0, match.start() - 3) : match.start()]) == "etc"
        return "." if is_stop else None
    return "," if set(signs) == {".", ","} and after[:1].islower() else None


DOUBLE_PUNCTUATION = Check(
    "double-punctuation",
    "Double punctuation",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    shapes=_SHAPES,
)
