"""`apostrophe`: French sets the apostrophe ’ (U+2019), not the ' of the typewriter (Imprimerie nationale, Lexique).

A straight one everywhere is a hint; beside curly ones, or where the house asks for them, it is a warning. English
forms (China's, don't) and names that the source writes the same way (Xi'an) are left alone. The acute accent, the
prime and the left quotation mark are taken for apostrophes between letters too.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tms.checks.check import Check
from tms.checks.everywhere import MOST_CHANGES, spot_all
from tms.checks.prose import Prose, read_prose, with_severity
from tms.values import CheckInput, Choice, Severity, Spot

# Between letters, or before a quotation: d'« ouverture »; not the English s of China's.
_WRONG = re.compile(r"['´‘′](?<=[^\W\d_].)(?=[^\W_]|[«“])(?!(?:s|t|re|ve|ll|m|d)(?!\w))")
_RIGHT = re.compile(r"’(?<=[^\W\d_].)(?=[^\W\d_])")


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    places = islice(_list_wrong(prose, pair.source or ""), MOST_CHANGES)
    changes = [(place, place + 1, "’") for place in places]
    if not changes:
        return
    count = f" ({len(changes)} times)" if len(changes) > 1 else ""
    is_mixed = _RIGHT.search(prose.text) is not None
    message = f"“{prose.text[changes[0][0]]}” for the apostrophe ’{count}{' that the text has elsewhere' * is_mixed}"
    spot = spot_all(prose, message, changes)
    is_asked = pair.rules.curly_apostrophe is Choice.REQUIRED
    yield with_severity(spot, Severity.WARNING) if is_mixed or is_asked else spot


def _list_wrong(prose: Prose, source: str) -> Iterator[int]:
    for match in _WRONG.finditer(prose.text):
        place = match.start()
        if not source or prose.text[max(0, place - 2) : place + 3] not in source:
            yield place


APOSTROPHE = Check(
    "apostrophe",
    "Apostrophes",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("fr",)),
    signs=frozenset("'´‘′&"),
)
