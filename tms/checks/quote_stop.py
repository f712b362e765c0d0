"""`quote-stop`: in Spanish the full stop stands after the closing quotation mark (RAE, Ortografía 2010, §3.4.5.2).

The points of "etc.", "EE. UU." and other abbreviations stay where they are, and so do "…", "?" and "!".
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_STOP = re.compile(r"(?<=[^\W_]|[)\]%€»”’…])\.([»”\"’]{1,3})(?![\w»”\"’])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:etc|art|núm|pág|págs|p|pp|ej|cf|vol|ed"
    r"|Sr|Sra|Dr|Dra|Lic|Ing|Ud|Uds|Vd|S|L|Inc|Ltd|Co|Corp|Jr|a\.[ \u00a0]?C"
    r"|EE\.[ \u00a0]?UU|[ap]\.[ \u00a0]?m)|\b[A-ZÁÉÍÓÚÑ]|\.[A-Z])\Z"
)
# What follows decides: a new sentence or the end takes the stop over, a comma or a bracket does without.
_TAKES_OVER = re.compile(r"\s*\Z|\s+[\"«“¿¡(—–]?[A-ZÁÉÍÓÚÑ]|\n|[ \u00a0]\d")
_BRACKET = re.compile(r"\s+\(")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    text = prose.text
    for match in _STOP.finditer(text):
        if _ABBREVIATION.search(text, max(0, match.start() - 8), match.start()):
            continue
        if match[1][0] == "’" and "‘" not in text[: match.start()]:
            continue
        is_certain = _TAKES_OVER.match(text, match.end()) and not _BRACKET.match(text, match.end())
        message = f"the full stop stands after the closing “{match[1]}”"
        yield prose.spot(message, *match.span(), f"{match[1]}." if is_certain else None)


QUOTE_STOP = Check(
    "quote-stop",
    "Full stop and closing quotation mark",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("es",)),
    signs=frozenset('»”"’&'),
)
