"""`left-in-source`: four words or more of a source that is not English stand in the translation one after the other.

For English sources `untranslated` knows the words themselves and says more. Names and what is in quotation marks pass.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.identical import is_left_as_it_is
from tms.checks.lexicon import is_known
from tms.checks.prose import read_prose
from tms.checks.quotation import read_quotes
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_RUN = 4
_SMALL = 3


def _may_find(pair: CheckInput) -> bool:
    return base_language(pair.source_language) not in ("en", base_language(pair.language))


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source is None or not _may_find(pair) or is_left_as_it_is(pair.source, pair.target):
        return
    prose = read_prose(pair.target)
    source = [word.casefold() for word in _WORD.findall(read_prose(pair.source).text)]
    runs = {tuple(source[place : place + _RUN]) for place in range(len(source) - _RUN + 1)}
    quoted = [(quotation.opener, quotation.closer) for quotation in read_quotes(prose.text).quotations]
    words = [
        match
        for match in _WORD.finditer(prose.text)
        if not is_known(match.group(), pair.known_words) and not any(a < match.start() < b for a, b in quoted)
    ]
    start, end = -1, -1
    for place in range(len(words) - _RUN + 1):
        run = words[place : place + _RUN]
        is_same = tuple(match.group().casefold() for match in run) in runs
        if not is_same or sum(match.group().islower() for match in run) < _SMALL:
            continue
        if start >= 0 and run[0].start() > end:
            yield _tell(prose.text, start, end, prose.locate(start, end))
            start = -1
        start, end = (start if start >= 0 else run[0].start()), run[-1].end()
    if start >= 0:
        yield _tell(prose.text, start, end, prose.locate(start, end))


def _tell(text: str, start: int, end: int, place: tuple[int, int]) -> Spot:
    return Spot(f"“{text[start:end]}” is not translated", *place)


LEFT_IN_SOURCE = Check(
    "left-in-source",
    "Words of the source",
    "untranslated",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
