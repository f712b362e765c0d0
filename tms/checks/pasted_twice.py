"""`pasted-twice`: the same sentence, of five words or more, twice in a translation.

A refrain that the source repeats as well passes.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import Prose, read_prose
from tms.values import CheckInput, Severity, Spot

_SENTENCE = re.compile(r"[^.!?…:;\n]++[.!?…:;]*+[»”’\"')\]]*+")
_SHORTEST = 20
_FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
# A run of so many words twice, in a translation longer by so much than its source.
_RUN = 5
_LONGER = 1.4
_LONGEST = 5000
_STOPS = ".!?…:;\n"
_OTHER_STOPS = _STOPS[1:]
_EDGE = " \t\u00a0\u202f«»“”‘’\"'()[]—–-*_.!?…:;,"


def _may_find(pair: CheckInput) -> bool:
    text = pair.target
    return _may_have_run(pair) or (len(text) >= 2 * _SHORTEST and _has_twins(text))


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    if _may_have_run(pair) and not _has_twins(text):
        yield from _find_run(read_prose(text))
        return
    if len(text) < 2 * _SHORTEST or not _has_twins(text):
        return
    if pair.source is not None and _has_twins(read_prose(pair.source).text):
        return
    prose = read_prose(text)
    seen: dict[str, int] = {}
    for match in _SENTENCE.finditer(prose.text):
        key = match.group().strip(_EDGE).casefold()
        if len(key) < _SHORTEST or len(key.split()) < _FEWEST_WORDS:
            continue
        if key in seen:
            is_next = not prose.text[seen[key] : match.start()].strip()
            start = seen[key] if is_next else match.start() + len(match.group()) - len(match.group().lstrip())
            message = f"“{key[:40].rstrip()}…” stands here for the second time"
            yield prose.spot(message, start, match.end(), "" if is_next else None)
        seen[key] = match.end()


def _find_run(prose: Prose) -> Iterator[Spot]:
    """A run of words that stands twice in a text longer than it should be."""
    words = list(_WORD.finditer(prose.text))
    keys = [match.group().casefold() for match in words]
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(keys) - _RUN + 1):
        run = tuple(keys[place : place + _RUN])
        if seen.setdefault(run, place) != place:
            end = place + _RUN
            while end < len(keys) and keys[end] == keys[seen[run] + end - place]:
                end += 1
            shown = prose.text[words[place].start() : words[place + _RUN - 1].end()]
            yield prose.spot(f"“{shown}…” stands here for the second time", words[place].start(), words[end - 1].end())
            return


def _may_have_run(pair: CheckInput) -> bool:
    return pair.source is not None and _SHORTEST < len(pair.source) * _LONGER < len(pair.target) < _LONGEST


def _has_twins(text: str) -> bool:
    """Whether two stretches between stops are the same, of the length of a sentence."""
    for stop in _OTHER_STOPS:
        text = text.replace(stop, ".")
    raw = [piece for piece in text.split(".") if len(piece) >= _SHORTEST]
    if len(raw) < 2:  # a single one has no twin
        return False
    pieces = [piece.casefold().strip(_EDGE) for piece in raw]
    if len(set(pieces)) == len(pieces):
        return False
    counts = Counter(pieces)
    return any(count > 1 and len(piece.split()) >= _FEWEST_WORDS for piece, count in counts.items())


PASTED_TWICE = Check(
    "pasted-twice",
    "Pasted twice",
    "duplication",
    Severity.WARNING,
    _find,
    may_find=_may_find,
)
