r"""`escapes`: code that a reader sees as it is: “&nbsp;” of “&amp;nbsp;”, “\u00e9”, “\n”, “l\'homme”.

An entity that was escaped twice, one without its semicolon, and the escapes of programs. Code, addresses and what the
source shows in the same way (an article about HTML) are left alone; so are the paths of Windows.
"""

import html.entities
import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check
from tms.checks.everywhere import MOST_CHANGES, Change, spot_all
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_LETTERS = "[aeiouAEIOU](?:acute|grave|circ|uml)|[cC]cedil|[nN]tilde|oelig"
_SIGNS = "nbsp|[lr]squo|laquo|raquo|[lr]dquo|hellip|ndash|mdash|euro|quot|amp"
_ENTITY = re.compile(
    r"&(?:amp;)*(?P<name>#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
    rf"|&(?P<open>{_LETTERS}|{_SIGNS}|#\d{{2,5}})(?![\w;=])"
)
_BACKSLASH = re.compile(
    r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})|[nrt](?![a-z]{2}\\)"
    r"|(?P<quote>['’])(?<=[^\W\d_]\\.)(?=[^\W\d_])|\")"
)
_PATH = re.compile(r"[A-Za-z]:\\|\\\\\w")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    source = "" if pair.source is None else read_prose(pair.source).text
    if "&" in prose.text and (changes := list(islice(_list_entities(prose.text, source), MOST_CHANGES))):
        start, end, _ = changes[0]
        count = f" ({len(changes)} times)" if len(changes) > 1 else ""
        yield spot_all(prose, f"“{prose.text[start:end]}” is shown as it is{count}", changes)
    if "\\" in prose.text and not _PATH.search(prose.text):
        for match in _BACKSLASH.finditer(prose.text):
            if match.group() not in source:
                yield prose.spot(f"“{match.group()}” is shown as it is", *match.span(), _read(match))


def _list_entities(text: str, source: str) -> Iterator[Change]:
    for match in _ENTITY.finditer(text):
        is_known = match["open"] or match["name"][0] == "#" or match["name"] in html.entities.html5
        if is_known and match.group() not in source:
            yield (*match.span(), f"&{match['name'] or match['open'] + ';'}")


def _read(match: re.Match[str]) -> str | None:
    """The sign that an escape stands for; None for the ends of lines, which may have to go."""
    if match["quote"]:
        return "’"
    code = int(match["code"] or match["byte"] or "0", 16)
    is_sign = code >= 0xA0 and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_sign else None


ESCAPES = Check("escapes", "Escapes left in", "characters", Severity.WARNING, _find, signs=frozenset("&\\"))
