"""An index of source texts by language and length, for exact, context and fuzzy matches."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import LCSseq, Levenshtein

from tms.memory.penalties import list_penalties
from tms.memory.shelf import Shelf
from tms.text.normalize import normalize_text
from tms.values import Match, MatchKind, MemoryPair, Origin, Penalty

_ORIGIN_ORDER = (Origin.HUMAN, Origin.IMPORT, Origin.MEMORY, Origin.MACHINE)

_Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    before: str
    after: str
    minimum: int

    @property
    def has_context(self) -> bool:
        return bool(self.before or self.after)


class MemoryIndex:
    """Source texts with their translations, kept current by `add` and `remove`; safe to ask from any thread."""

    def __init__(self, pairs: Iterable[MemoryPair] = (), *, today: date | None = None) -> None:
        self._shelves: defaultdict[str, Shelf] = defaultdict(Shelf)
        self._places: defaultdict[_Place, list[tuple[str, MemoryPair]]] = defaultdict(list)
        self._today = today
        self._lock = threading.Lock()
        for pair in pairs:
            self.add(pair)

    def __len__(self) -> int:
        with self._lock:
            return sum(len(pairs) for shelf in self._shelves.values() for pairs in shelf.pairs.values())

    def add(self, pair: MemoryPair) -> None:
        """Adds an entry; one without words on either side is left out."""
        text = normalize_text(pair.source)
        if not text or not normalize_text(pair.target):
            return
        with self._lock:
            self._shelves[pair.language].add(text, pair)
            if pair.article or pair.segment:
                self._places[_place(pair.article, pair.segment, pair.language)].append((text, pair))

    def remove(self, article: str, segment: str, language: str) -> int:
        """Removes every entry of a segment in a language; how many there were."""
        with self._lock:
            found = self._places.pop(_place(article, segment, language), [])
            for text, pair in found:
                self._shelves[language].remove(text, pair)
        return len(found)

    def list_pairs(self, language: str) -> tuple[MemoryPair, ...]:
        """All entries of a language."""
        with self._lock:
            shelf = self._shelves.get(language, Shelf())
            return tuple(pair for pairs in shelf.pairs.values() for pair in pairs)

    def search(
        self, text: str, language: str, *, minimum: int = 70, top: int = 5, before: str = "", after: str = ""
    ) -> tuple[Match, ...]:
        """At most `top` matches that score at least `minimum`, best first after penalties.

        `before` and `after` are the source texts around `text`; with both equal an exact match is a context match.
        """
        query = _Query(normalize_text(text), normalize_text(before), normalize_text(after), minimum)
        today = self._today or datetime.now(UTC).date()
        best: dict[tuple[str, str], Match] = {}
        for score, pair in self._find_scored(query, language):
            match = _to_match(pair, score, list_penalties(pair, today))
            # The same translation of the same text is one proposal, however often it stands in the memory.
            same = (normalize_text(pair.source), normalize_text(pair.target))
            if same not in best or _order(match) < _order(best[same]):
                best[same] = match
        return tuple(sorted(best.values(), key=_order)[: max(top, 0)])

    def _find_scored(self, query: _Query, language: str) -> Iterator[tuple[int, MemoryPair]]:
        with self._lock:
            shelf = self._shelves.get(language)
            if shelf is None or not query.text:
                return
            exact = list(shelf.pairs.get(query.text, ()))
            texts = shelf.list_candidates(query.text, query.minimum)
        for pair in sorted(exact, key=_newest_first, reverse=True):
            score = 101 if _has_same_context(query, pair) else 100
            if score >= query.minimum:
                yield score, pair
        for text, score in _score_texts(query, texts):
            with self._lock:
                pairs = list(shelf.pairs.get(text, ()))
            yield from ((score, pair) for pair in sorted(pairs, key=_newest_first, reverse=True))


def _place(article: str, segment: str, language: str) -> _Place:
    return article, segment, language


def _newest_first(pair: MemoryPair) -> str:
    return pair.updated_at


def _score_texts(query: _Query, texts: list[str]) -> Iterator[tuple[str, int]]:
    for text in _sieve(query, texts):
        longest = max(len(text), len(query.text))
        score = 100 * (longest - Levenshtein.distance(query.text, text)) // longest
        if text != query.text and score >= query.minimum:
            yield text, score


def _sieve(query: _Query, texts: list[str]) -> list[str]:
    """Those with a common subsequence as long as the score asks for: counted quicker than edits, and needed for it.

    `cdist` lets other threads go on meanwhile, and one of them draws what is typed.
    """
    if not texts:
        return []
    # The cutoff lies a hair lower, so that a share like 7 of 10 is not lost to binary fractions.
    cutoff = max(query.minimum / 100 - 1e-6, 0.0)
    shares = process.cdist(
        [query.text], texts, scorer=LCSseq.normalized_similarity, score_cutoff=cutoff, dtype=np.float32
    )
    return [texts[place] for place in np.flatnonzero(shares[0] >= cutoff - 1e-6)]


def _has_same_context(query: _Query, pair: MemoryPair) -> bool:
    """Both neighbours equal; that neither text has any is no context."""
    return (
        query.has_context and normalize_text(pair.before) == query.before and normalize_text(pair.after) == query.after
    )


def _to_match(pair: MemoryPair, score: int, penalties: tuple[Penalty, ...]) -> Match:
    kind = MatchKind.CONTEXT if score > 100 else MatchKind.EXACT if score == 100 else MatchKind.FUZZY
    return Match(
        score=score,
        kind=kind,
        source=pair.source,
        target=pair.target,
        origin=pair.origin.value,
        article=pair.article,
        segment=pair.segment,
        penalties=penalties,
    )


def _order(match: Match) -> tuple[int, int, int]:
    """The place of a match among others; equal ones keep the order in which they came, newest first."""
    return -match.rank_score, -match.score, _ORIGIN_ORDER.index(Origin(match.origin))
