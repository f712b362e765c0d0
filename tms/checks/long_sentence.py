"""`long-sentence`: a sentence of more than 45 words that is clearly longer than any of the source.

French and Spanish need more words than English, so a long sentence of the source excuses one that is longer by a
quarter. Plain-language guides set the limit at 20 to 25 words; this finds only what nobody reads without losing the
thread.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.checks.sentence_list import list_sentences
from tms.text.words import count_words
from tms.values import CheckInput, Severity, Spot

_MOST_WORDS = 45
_SHORTEST = 200
_LONGER = 1.25
_END = re.compile(r"[.!?…\n]++(?=\s|[»”’\"')\]]|\Z)")


def _may_find(pair: CheckInput) -> bool:
    return len(pair.target) >= _SHORTEST and _may_be_long(pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    long = [
        (words, each)
        for each in list_sentences(pair.target, pair.language)
        if (words := count_words(each)) > _MOST_WORDS
    ]
    if not long:
        return
    source = list_sentences(pair.source or "", pair.source_language)
    most = max((count_words(sentence) for sentence in source), default=0) * _LONGER
    prose = read_prose(pair.target)
    for words, sentence in long:
        place = prose.text.find(sentence)
        if words > most and place >= 0:
            yield prose.spot(f"a sentence of {words} words", place, place + len(sentence))


def _may_be_long(text: str) -> bool:
    """Whether there are so many spaces between two stops."""
    return any(
        piece.count(" ") + piece.count("\u00a0") >= _MOST_WORDS for piece in _END.split(text) if len(piece) >= _SHORTEST
    )


LONG_SENTENCE = Check(
    "long-sentence",
    "Long sentence",
    "style",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
    needs_whole=True,
)
