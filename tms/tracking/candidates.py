"""Which pairs of units are worth a closer look, by the words that both have, however many units there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

# Beyond this only units that share rare words are looked at: the matrix of all would take seconds.
_MOST_CELLS = 4_000_000
_MOST_ROWS = 8_000
_WIDTH = 2048
_HEAVIEST = 10
_LEAST_SHARE = 0.2
_LEAST_CONTAINED = 0.35
_SAME_LETTERS = 0.7
_RARE_WORDS = 8
_MOST_HOLDERS = 16
_NEIGHBOURS = 3
_CROWDED = 40
_BEST_KEPT = 24

Codes = Sequence[str]


def keep_best(scores: NDArray[np.floating], least: float, *, crowded: int = _CROWDED) -> NDArray[np.bool_]:
    """Cells of at least so much; where that is nearly everything (forms, tables), the best of each row and column."""
    kept: NDArray[np.bool_] = scores >= least
    rows, columns = scores.shape
    if kept.sum() <= crowded * (rows + columns):
        return kept
    for axis, size in ((1, columns), (0, rows)):
        if size > _BEST_KEPT:
            limit = np.partition(scores, size - _BEST_KEPT, axis=axis).take([size - _BEST_KEPT], axis=axis)
            # Among equals the ones at the same place are wanted, so a limit shared by many keeps the diagonal only.
            near = _is_near_diagonal(rows, columns)
            kept = kept & ((scores > limit) | near | (limit < least))
    return kept


def _is_near_diagonal(rows: int, columns: int) -> NDArray[np.bool_]:
    place = np.arange(columns)[None, :] - (np.arange(rows) * columns // max(1, rows))[:, None]
    near: NDArray[np.bool_] = np.abs(place) <= _NEIGHBOURS
    return near


def group(gaps: list[int]) -> dict[int, list[int]]:
    """The places that stand in each gap."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, gap in enumerate(gaps):
        places[gap].append(place)
    return places


def list_candidates(old: Codes, new: Codes, gaps_old: list[int], gaps_new: list[int]) -> list[tuple[int, int]]:
    """Pairs that share many words, each word by its rarity, and pairs at about the same place of a gap."""
    is_small = len(old) * len(new) <= _MOST_CELLS and len(old) + len(new) <= _MOST_ROWS
    find = _find_by_weight if is_small else _find_by_rare_words
    return sorted({*find(old, new), *_list_neighbours(gaps_old, gaps_new)})


def list_short_candidates(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pairs of short texts with nearly the same letters: a misspelled heading shares few words with itself."""
    if not (old and new) or len(old) * len(new) > _MOST_CELLS:
        return []
    scores = cdist(old, new, scorer=Levenshtein.normalized_similarity, score_cutoff=_SAME_LETTERS, dtype=np.float32)
    return list_cells(keep_best(scores, _SAME_LETTERS))


def _list_neighbours(gaps_old: list[int], gaps_new: list[int]) -> Iterable[tuple[int, int]]:
    in_old, in_new = group(gaps_old), group(gaps_new)
    for gap, places in in_old.items():
        others = in_new.get(gap, [])
        for place, i in enumerate(places):
            yield from ((i, j) for j in others[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1])


def _find_by_weight(old: Codes, new: Codes) -> list[tuple[int, int]]:
    """Pairs that share enough of their words, rare ones counting more."""
    table = _tabulate([*old, *new])
    # Whole numbers: the sums are the same in whatever order a machine makes them.
    weights = np.clip(np.log2(len(table) / np.maximum(table.sum(axis=0), 1)).round(), 1, _HEAVIEST)
    sizes = table @ weights
    common = (table[: len(old)] * weights) @ table[len(old) :].T
    size_old, size_new = sizes[: len(old), None], sizes[None, len(old) :]
    kept = keep_best(2 * common / np.maximum(size_old + size_new, 1), _LEAST_SHARE, crowded=0)
    kept |= keep_best(common / np.maximum(np.minimum(size_old, size_new), 1), _LEAST_CONTAINED, crowded=0)
    return list_cells(kept)


def _tabulate(codes: Codes) -> NDArray[np.float32]:
    """Which words each unit has; where there are more words than columns several share one."""
    words = np.frombuffer("".join(codes).encode("utf-32-le"), dtype=np.uint32) % _WIDTH
    table = np.zeros((len(codes), _WIDTH), dtype=np.float32)
    table[np.repeat(np.arange(len(codes)), [len(code) for code in codes]), words] = 1
    return table


def _find_by_rare_words(old: Codes, new: Codes) -> list[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for j, code in enumerate(new):
        for word in set(code):
            if len(holders[word]) <= _MOST_HOLDERS:
                holders[word].append(j)
    found: set[tuple[int, int]] = set()
    for i, code in enumerate(old):
        known = (word for word in set(code) if 0 < len(holders.get(word, ())) <= _MOST_HOLDERS)
        rare = sorted(known, key=lambda word: (len(holders[word]), word))
        found.update((i, j) for word in rare[:_RARE_WORDS] for j in holders[word])
    return sorted(found)


def list_cells(kept: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Row and column of each cell that is true."""
    rows, columns = np.nonzero(kept)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
