"""Search for words inside the memory, in the source and in the target."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from tms.memory.index import MemoryIndex
from tms.memory.penalties import list_penalties
from tms.values import ConcordanceHit, MemoryPair

_FOLDS = {
    **dict.fromkeys(map(ord, "\u2019\u02bc\u2018\u00b4\uff07"), "'"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"), ""),
    ord("\u0153"): "oe",
    ord("\u00e6"): "ae",
}
_QUERY_PART = re.compile(r'"([^"]*)"|(\S+)')
_Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A word or phrase to look for: its expression, and the letters that must be there before it is worth a try."""

    letters: tuple[str, ...]
    pattern: re.Pattern[str]

    def is_in(self, folded: str) -> bool:
        return all(letters in folded for letters in self.letters) and self.pattern.search(folded) is not None


def find_concordance(
    memory: MemoryIndex | Iterable[MemoryPair], words: str, language: str, *, top: int = 20
) -> tuple[ConcordanceHit, ...]:
    """Entries with all the words, best first; a word may stand in the source or in the target.

    Case, accents and the kind of apostrophe do not matter. `uigur*` finds every word that begins so, and words in
    double quotes only count one after another.
    """
    wanted = tuple(_parse_words(words))
    if not wanted:
        return ()
    today = datetime.now(UTC).date()
    pairs = memory.list_pairs(language) if isinstance(memory, MemoryIndex) else memory
    found: dict[tuple[str, str], tuple[tuple[int, ...], MemoryPair]] = {}
    for pair in pairs:
        rank = _rank(pair, wanted, today) if pair.language == language else None
        same = (pair.source, pair.target)
        if rank is not None and (same not in found or rank < found[same][0]):
            found[same] = (rank, pair)
    ranked = sorted(found.values(), key=lambda item: (item[0], item[1].source, item[1].target))
    return tuple(_to_hit(pair, wanted) for _, pair in ranked[: max(top, 0)])


def _parse_words(words: str) -> Iterator[_Wanted]:
    for phrase, word in _QUERY_PART.findall(words):
        is_prefix = word.endswith("*")
        parts = re.findall(r"\w+(?:['-]\w+)*", _fold(phrase or word))
        if parts:
            end = r"\w*" if is_prefix else r"(?!\w)"
            pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, parts)) + end
            yield _Wanted(tuple(parts), re.compile(pattern))


@lru_cache(maxsize=50_000)
def _fold(text: str) -> str:
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=5_000)
def _fold_character(character: str) -> str:
    # The table first: the decomposition of an acute accent that stands for an apostrophe is a space.
    plain = character.translate(_FOLDS).casefold().translate(_FOLDS)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def _rank(pair: MemoryPair, wanted: tuple[_Wanted, ...], today: date) -> tuple[int, ...] | None:
    """A sort key, smallest best, or None where a word is missing."""
    source, target = _fold(pair.source), _fold(pair.target)
    in_source = [word.is_in(source) for word in wanted]
    in_target = [word.is_in(target) for word in wanted]
    if not all(a or b for a, b in zip(in_source, in_target, strict=True)):
        return None
    is_scattered = not (all(in_source) or all(in_target))
    points = sum(penalty.points for penalty in list_penalties(pair, today))
    return int(is_scattered), points, len(pair.source)


def _to_hit(pair: MemoryPair, wanted: tuple[_Wanted, ...]) -> ConcordanceHit:
    return ConcordanceHit(
        source=pair.source,
        target=pair.target,
        origin=pair.origin.value,
        article=pair.article,
        segment=pair.segment,
        source_spans=_find_spans(pair.source, wanted),
        target_spans=_find_spans(pair.target, wanted),
    )


def _find_spans(text: str, wanted: tuple[_Wanted, ...]) -> _Spans:
    """Where the words stand in `text` as it is: offsets in the folded text, taken back character by character."""
    pieces = [_fold_character(character) for character in text]
    folded = "".join(pieces)
    origins = [index for index, piece in enumerate(pieces) for _ in piece]
    spans = {match.span() for word in wanted for match in word.pattern.finditer(folded)}
    return tuple(sorted((origins[start], _find_end(text, origins[end - 1] + 1)) for start, end in spans))


def _find_end(text: str, end: int) -> int:
    """The end of a letter: a mark that follows it belongs to it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
