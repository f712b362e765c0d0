"""The sentences of a source and its translation side by side, for checks that compare what they say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tms.checks.prose import read_prose
from tms.checks.sentence_list import count_stops, list_sentences
from tms.text.normalize import normalize_text
from tms.values import CheckInput, Spot

_END = re.compile(r"[.!?…](?:[^\w\s«“‘¿¡(—–-]|[ \u00a0\u202f](?=[»›!?]))*+\s+|\n+")


_STOPS = frozenset(".!?…")
# Longer than any paragraph; what is said in it is not compared.
_LONGEST = 10_000


def is_too_long(pair: CheckInput) -> bool:
    """Whether a text is no paragraph any more, and not to be read word by word."""
    return len(pair.target) > _LONGEST or len(pair.source or "") > _LONGEST


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence and its translation, which stands at `start` of the visible target; None: the whole of both."""

    source: str
    target: str
    start: int | None = None

    def spot(self, pair: CheckInput, message: str) -> Spot:
        """A spot over the sentence of the translation; one about the whole of a text has no place."""
        if self.start is None:
            return Spot(message)
        return read_prose(pair.target).spot(message, self.start, self.start + len(self.target))


def _split(text: str) -> list[str]:
    """The sentences of a text, roughly; most texts have one stop, at their end."""
    if "\n" not in text and count_stops(text) == (text[-1:] in _STOPS):
        return [text]
    return _END.split(text)


def find_suspects(pair: CheckInput, is_suspect: Callable[[str, str], bool]) -> Iterator[SentencePair]:
    """The sentences about which `is_suspect` (source, target) is true.

    To tell sentences from abbreviations takes time, so they are cut roughly first. Where the translator joined or
    split some, the texts are compared as a whole.
    """
    source, target = read_prose(pair.source or "").text, read_prose(pair.target).text
    left, right = _split(source), _split(target)
    if len(left) == len(right) and not any(map(is_suspect, left, right)):
        return
    if len(left) != len(right) and max(len(left), len(right)) == 1 and not is_suspect(source, target):
        return
    pairs = _pair_sentences(pair)
    for index, each in enumerate(pairs):
        # Accents in two characters and soft hyphens hide a word.
        if (
            is_suspect(each.source, each.target)
            and is_suspect(normalize_text(each.source), normalize_text(each.target))
            and not _is_shifted(pairs, index, is_suspect)
        ):
            yield each


# What one sentence is longer the one beside it is shorter, where they were cut elsewhere.
_LONGER, _SHORTER = 1.4, 0.85


def _is_shifted(pairs: list[SentencePair], index: int, is_suspect: Callable[[str, str], bool]) -> bool:
    """Whether what is missing in a sentence stands in the one beside it, as the translator cut them otherwise."""
    for first in (index - 1, index):
        both = pairs[max(0, first) : first + 2]
        if len(both) == 2 and _is_uneven(both):
            source, target = (" ".join(texts) for texts in zip(*((b.source, b.target) for b in both), strict=True))
            if not is_suspect(source, target):
                return True
    return False


def _is_uneven(pairs: list[SentencePair]) -> bool:
    ratios = [(len(pair.target) + 10) / (len(pair.source) + 10) for pair in pairs]
    return max(ratios) > _LONGER and min(ratios) < _SHORTER


def _pair_sentences(pair: CheckInput) -> list[SentencePair]:
    source, target = pair.source or "", pair.target
    wanted, got = list_sentences(source, pair.source_language), list_sentences(target, pair.language)
    text = read_prose(target).text
    if len(wanted) != len(got) or len(wanted) == 1:
        return [SentencePair(read_prose(source).text, text)]
    found: list[SentencePair] = []
    position = 0
    for one, other in zip(wanted, got, strict=True):
        position = text.index(other, position)
        found.append(SentencePair(one, other, position))
        position += len(other)
    return found
