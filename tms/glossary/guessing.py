"""Guess which words of a source somebody means who has marked their translation."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from tms.glossary.folding import strip_marks
from tms.text.small_words import get_function_words

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_MOST_WORDS = 4
# Words of one origin look alike (surveillance prédictive, predictive surveillance); order says less.
_LOOK, _PLACE = 0.75, 0.25


def guess_source_words(source: str, target: str, marked: str) -> str:
    """The words of a source, in the order in which they stand there, that marked words of its target most likely are.

    "" for an empty source. It is a guess by looks and by place, to be looked at.
    """
    words = list(_WORD.finditer(source))
    if not words or not marked.strip():
        return ""
    start = max(0, target.find(marked))
    place = (start + len(marked) / 2) / max(1, len(target))
    wanted = strip_marks(marked.lower())
    count = max(1, len(_WORD.findall(marked)))

    def rate(span: tuple[int, int]) -> float:
        looks = fuzz.token_sort_ratio(strip_marks(source[slice(*span)].lower()), wanted) / 100
        distance = abs(sum(span) / 2 / max(1, len(source)) - place)
        return _LOOK * looks + _PLACE * (1 - distance)

    best = max(_list_spans(words, count), key=rate, default=None)
    return source[slice(*best)] if best else ""


def _list_spans(words: list[re.Match[str]], count: int) -> Iterator[tuple[int, int]]:
    """Runs of about as many words, without small words at their rims."""
    small = get_function_words("en")
    for first, word in enumerate(words):
        for last in range(first, min(len(words), first + min(count + 1, _MOST_WORDS))):
            if word.group().lower() not in small and words[last].group().lower() not in small:
                yield word.start(), words[last].end()
