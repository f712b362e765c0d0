"""`omission`: a sentence of the source has no counterpart in the translation.

Where the translation has fewer sentences, either the translator joined two or one is missing. Both readings are laid
over the text (the alignment by length of Gale and Church, with the words that look alike in both languages and the
commas and conjunctions that a joined sentence gains), and the finding is made where the missing one explains it better.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check, base_language
from tms.checks.sentence_list import count_stops, estimate_sentences, list_sentences
from tms.values import CheckInput, Severity, Spot

_JOINER = re.compile(r"[,;:—–(](?!\d)|(?<!, )\b(?:and|but|et|mais|car|y|e|pero|pues)\b")
_WORD = re.compile(r"[^\W_]{2,}")
_LENGTHS = {"fr": 1.12, "es": 1.1}
_USUAL = 1.1
# Squared deviation of lengths for each character of the source, in translations of the two languages.
_VARIANCE = 2.0
# Costs, as logarithms of how seldom it happens.
_COST_OF_JOINING = 1.5
_COST_OF_SPLITTING = 1.5
_COST_OF_OMITTING = 2.0
_COST_WITHOUT_JOINER = 2.0
_COST_OF_ADDED_JOINER = 0.3
_COST_OF_FOUND_WORD = 5.0
_WORTH_OF_FOUND_WORD = 1.0
_CERTAINTY = 0.7
# How much of what is missing has to be seen in the length, where it is short.
_SHORT = 25
_LEAST_LACKING = 0.4
_POINT = re.compile(r"(?:(?<=\s)|(?<=\()|\A)([a-h]|\d)\)(?=\s)", re.IGNORECASE)
_ALPHABET = "abcdefgh"
_DIGITS = "12345678"
_MOST_SENTENCES = 40
_STEM = 5
_LONG_WORD = 6
_SHOWN = 50


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    is_shorter = count_stops(source) > 1 and estimate_sentences(source) > estimate_sentences(pair.target)
    return is_shorter or "b) " in source or "2) " in source


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    yield from _find_points(source, pair.target)
    if count_stops(source) <= 1 or estimate_sentences(source) <= estimate_sentences(pair.target):
        return
    wanted = _join_pauses(list_sentences(source, pair.source_language))
    got = _join_pauses(list_sentences(pair.target, pair.language))
    if not 0 < len(got) < len(wanted) <= _MOST_SENTENCES:
        return
    usual = _LENGTHS.get(base_language(pair.language), _USUAL)
    matcher = _Matcher(wanted, got, usual)
    joined, _ = matcher.match(may_omit=False)
    omitted, places = matcher.match(may_omit=True)
    if joined - omitted < _CERTAINTY:
        return
    # Short exclamations that became one sentence leave the text as long as it was.
    omitted_length = usual * sum(len(wanted[place]) for place in places)
    lacking = usual * sum(map(len, wanted)) - sum(map(len, got))
    if omitted_length < _SHORT * len(places) and lacking < _LEAST_LACKING * omitted_length:
        return
    for place in places:
        sentence = wanted[place]
        shown = sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"
        yield Spot(f"no counterpart for “{shown}”")


def _find_points(source: str, target: str) -> Iterator[Spot]:
    """The points of an enumeration within a sentence (a, b, c) that are missing."""
    if ") " not in source:
        return
    wanted = [match[1].lower() for match in _POINT.finditer(source)]
    if wanted[: len(_ALPHABET)] not in (list(_ALPHABET[: len(wanted)]), list(_DIGITS[: len(wanted)])):
        return
    got = len(_POINT.findall(target))
    if len(wanted) > 1 and 0 < got < len(wanted):
        yield Spot(f"{got} of the {len(wanted)} points a), b) … of the source")


def _join_pauses(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences, with those that break off joined to what follows: languages differ in what a pause ends."""
    joined: list[str] = []
    for sentence in sentences:
        if joined and joined[-1].rstrip('»”"’ \u00a0\u202f').endswith(("…", "...")):
            joined[-1] += f" {sentence}"
        else:
            joined.append(sentence)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class _Sentence:
    length: int
    joiners: int
    words: frozenset[str]

    def __add__(self, other: "_Sentence") -> "_Sentence":
        return _Sentence(self.length + other.length, self.joiners + other.joiners, self.words | other.words)


class _Matcher:
    """Finds the cheapest way to read a translation as that of its source, sentence by sentence."""

    def __init__(self, source: tuple[str, ...], target: tuple[str, ...], usual: float) -> None:
        self._usual = usual
        self._source = [_Sentence(len(each), len(_JOINER.findall(each)), _list_telling(each)) for each in source]
        self._target = [_Sentence(len(each), len(_JOINER.findall(each)), _list_stems(each)) for each in target]
        self._all_words = frozenset[str]().union(*(each.words for each in self._target))

    def match(self, *, may_omit: bool) -> tuple[float, tuple[int, ...]]:
        """What the best reading costs, and the sentences of the source that it leaves out."""
        rows, columns = len(self._source) + 1, len(self._target) + 1
        best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
        for row in range(rows):
            for column in range(columns):
                if (row, column) not in best:
                    continue
                cost, omitted = best[row, column]
                for (down, right), price in self._list_steps(row, column, may_omit=may_omit):
                    place = row + down, column + right
                    if place not in best or cost + price < best[place][0]:
                        best[place] = (cost + price, omitted if right else (*omitted, row))
        return best.get((rows - 1, columns - 1), (math.inf, ()))

    def _list_steps(self, row: int, column: int, *, may_omit: bool) -> Iterator[tuple[tuple[int, int], float]]:
        source, target = self._source[row : row + 2], self._target[column : column + 2]
        if not source:
            return
        if target:
            added = max(0, target[0].joiners - source[0].joiners)
            yield (1, 1), self._pair(source[0], target[0]) + _COST_OF_ADDED_JOINER * added
        if target and len(source) > 1:
            both = source[0] + source[1]
            lacking = max(0, 1 - (target[0].joiners - both.joiners))
            yield (2, 1), self._pair(both, target[0]) + _COST_OF_JOINING + _COST_WITHOUT_JOINER * lacking
        if len(target) > 1:
            yield (1, 2), self._pair(source[0], target[0] + target[1]) + _COST_OF_SPLITTING
        if may_omit:
            found = len(source[0].words & self._all_words)
            yield (1, 0), _COST_OF_OMITTING + _COST_OF_FOUND_WORD * found

    def _pair(self, source: _Sentence, target: _Sentence) -> float:
        deviation = target.length - self._usual * source.length
        cost = deviation * deviation / (2 * _VARIANCE * source.length)
        return cost - _WORTH_OF_FOUND_WORD * len(source.words & target.words)


def _list_telling(sentence: str) -> frozenset[str]:
    """Numbers, names and long words: what two languages often write alike."""
    telling: set[str] = set()
    for index, match in enumerate(_WORD.finditer(sentence)):
        word = match.group()
        if word[0].isdigit() or len(word) >= _LONG_WORD or (index and word[0].isupper()):
            telling.add(_stem(word))
    return frozenset(telling)


def _list_stems(sentence: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(sentence))


def _stem(word: str) -> str:
    """The beginning of a word without case and accents; a number whole."""
    if word[0].isdigit():
        return word
    letters = unicodedata.normalize("NFD", word[: 2 * _STEM].casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))[:_STEM]


OMISSION = Check(
    "omission",
    "Sentence left out",
    "omission",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
    needs_whole=True,
)
