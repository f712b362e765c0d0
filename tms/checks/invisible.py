"""`invisible`: signs that nobody sees: zero-width spaces, soft hyphens, bidirectional controls, accents apart.

They come with a paste from a web page or a word processor and break searching, spelling and screen readers. An accent
that is a sign of its own (NFD) is one where Unicode has the letter in one piece (UAX #15). In a text with a script
that is written from right to left the controls have their use, and so have the joiners within emoji; what the source
has as often passes too.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check
from tms.checks.everywhere import MOST_CHANGES, Change, spot_all
from tms.checks.prose import Prose, read_prose
from tms.values import CheckInput, Severity, Spot

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\ufffc": "object replacement character",
}
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
_ACCENTS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327\u0328"
_UNSEEN = re.compile(f"([{''.join(_NAMES)}{_DIRECTIONS}{_CONTROLS}])\\1*+")
_APART = re.compile(f"[^\\W\\d_][{_ACCENTS}]{{1,3}}+(?![\\u0300-\\u036f])")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FOR_RIGHT_TO_LEFT = frozenset("\u200c\u200d\u200e\u200f\u2060" + _DIRECTIONS)
_JOINERS = frozenset("\u200c\u200d")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    source = None if pair.source is None else read_prose(pair.source).text
    is_right_to_left = _RIGHT_TO_LEFT.search(prose.text) is not None
    found: dict[str, list[Change]] = {}
    for match in islice(_UNSEEN.finditer(prose.text), MOST_CHANGES):
        sign = match[1]
        if (is_right_to_left and sign in _FOR_RIGHT_TO_LEFT) or (sign in _JOINERS and not _is_latin(prose.text, match)):
            continue
        found.setdefault(sign, []).append((*match.span(), " " if sign in "\u2028\u2029" else ""))
    for sign, changes in found.items():
        if source is None or source.count(sign) < prose.text.count(sign):
            count = f" ({len(changes)} times)" if len(changes) > 1 else ""
            yield spot_all(prose, f"invisible sign: {_name(sign)}{count}", changes)
    if changes := list(islice(_list_apart(prose), MOST_CHANGES)):
        letter = changes[0][2]
        yield spot_all(prose, f"the accent of “{letter}” is a sign of its own (NFD)", changes)


def _is_latin(text: str, match: re.Match[str]) -> bool:
    """Whether letters of ours stand around a joiner, which have no use for it."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return all(sign.isspace() or sign < "\u0250" for sign in around)


def _name(sign: str) -> str:
    return _NAMES.get(sign) or ("bidirectional control" if sign in _DIRECTIONS else f"control character {ord(sign)}")


def _list_apart(prose: Prose) -> Iterator[Change]:
    for match in _APART.finditer(prose.text):
        composed = unicodedata.normalize("NFC", match.group())
        if len(composed) == 1:
            yield (*match.span(), composed)


INVISIBLE = Check(
    "invisible",
    "Invisible signs",
    "characters",
    Severity.WARNING,
    _find,
    signs=frozenset("".join(_NAMES) + _DIRECTIONS + _CONTROLS + _ACCENTS + "&"),
)
