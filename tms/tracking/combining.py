"""Splits and merges: one unit on one side, several neighbours on the other."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from rapidfuzz.distance import LCSseq

from tms.tracking.likeness import Likeness, Sides

# A list made one paragraph; more pieces than this are no edit of one text.
_MOST_PIECES = 12
# Of a piece's words, so many must come from the whole, beyond what the other pieces already explain.
_OWN_SHARE = 0.6
# Of the words of the whole, so many must stand in the pieces.
_COVER = 0.6
_SMALLEST_PIECE = 2


@dataclass(frozen=True, slots=True)
class Combination:
    """A whole on one side and its pieces on the other (indexes into the sides); `ratio` 0-1 of all words."""

    whole: int
    pieces: tuple[int, ...]
    ratio: float


def find_combinations(wholes: Sides, pieces: Sides, likeness: Likeness, *, flipped: bool) -> list[Combination]:
    """Wholes of one side that stand as neighbouring pieces on the other, no unit in two, best first."""
    rows, columns = (likeness.columns, likeness.rows) if flipped else (likeness.rows, likeness.columns)
    best = _best_ratios(rows, columns, likeness)
    found: list[Combination] = []
    for whole, parts in _contained(wholes, pieces, rows, columns, likeness.shared).items():
        found += _combine(wholes, pieces, whole, parts)
    found.sort(key=lambda combination: (-combination.ratio, combination.whole))
    taken_wholes, taken_pieces = set[int](), set[int]()
    chosen: list[Combination] = []
    for combination in found:
        is_free = combination.whole not in taken_wholes and taken_pieces.isdisjoint(combination.pieces)
        if is_free and _beats_single_pairs(combination, best):
            chosen.append(combination)
            taken_wholes.add(combination.whole)
            taken_pieces.update(combination.pieces)
    return chosen


def list_remainders(
    texts: Sequence[str], pieces: tuple[int, ...], free: Callable[[int], bool], whole: str
) -> list[int]:
    """Units beside the pieces of a whole that stand in it word for word and that nothing else accounts for.

    However short they are (a figure's caption, a line of code): their words are too few to tell by likeness.
    """
    if not (free(pieces[0] - 1) or free(pieces[-1] + 1)):
        return []
    shown, so_far = " ".join(whole.split()), " ".join(" ".join(texts[at] for at in pieces).split())
    found: list[int] = []
    for start, step in ((pieces[-1], 1), (pieces[0], -1)):
        run = list(takewhile(free, (start + step * place for place in range(1, _MOST_PIECES))))
        for size in range(len(run), 0, -1):
            text = " ".join(" ".join(texts[at] for at in sorted(run[:size])).split())
            if text and _stands_at(shown, text, step) and not _stands_at(so_far, text, step):
                found += run[:size]
                break
    return found


def _stands_at(whole: str, text: str, step: int) -> bool:
    """Whether a text is the end of another (or its beginning, for -1), with white space between."""
    return whole.endswith(f" {text}") if step > 0 else whole.startswith(f"{text} ")


@dataclass(frozen=True, slots=True)
class _Best:
    """The best partners of each whole and of each piece as (ratio, partner), best first."""

    of_whole: dict[int, list[tuple[float, int]]]
    of_piece: dict[int, list[tuple[float, int]]]


def _best_ratios(rows: np.ndarray, columns: np.ndarray, likeness: Likeness) -> _Best:
    of_whole: dict[int, list[tuple[float, int]]] = defaultdict(list)
    of_piece: dict[int, list[tuple[float, int]]] = defaultdict(list)
    strong = likeness.ratio >= 0.6
    for whole, piece, ratio in zip(
        rows[strong].tolist(), columns[strong].tolist(), likeness.ratio[strong].tolist(), strict=True
    ):
        of_whole[whole].append((ratio, piece))
        of_piece[piece].append((ratio, whole))
    return _Best(of_whole, of_piece)


def _beats_single_pairs(combination: Combination, best: _Best) -> bool:
    """Whether no unit of it has a better partner of its own outside."""
    members = set(combination.pieces)
    rivals = [ratio for ratio, piece in best.of_whole.get(combination.whole, ()) if piece not in members]
    for piece in combination.pieces:
        rivals += [ratio for ratio, whole in best.of_piece.get(piece, ()) if whole != combination.whole]
    return all(ratio < combination.ratio for ratio in rivals)


def _contained(
    wholes: Sides, pieces: Sides, rows: np.ndarray, columns: np.ndarray, shared: np.ndarray
) -> dict[int, list[int]]:
    """For each whole the units whose words it mostly holds, where neighbours among them could make it up."""
    size = pieces.lengths[columns]
    inside = (size >= _SMALLEST_PIECE) & (size < wholes.lengths[rows]) & (shared >= _OWN_SHARE * size)
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for whole, piece, words in zip(
        rows[inside].tolist(), columns[inside].tolist(), shared[inside].tolist(), strict=True
    ):
        held[whole].append((piece, words))
    lengths = wholes.lengths.tolist()
    return {
        whole: [piece for piece, _ in sorted(parts)]
        for whole, parts in held.items()
        if len(parts) > 1 and sum(words for _, words in parts) >= _COVER * lengths[whole]
    }


def _combine(wholes: Sides, pieces: Sides, whole: int, parts: list[int]) -> list[Combination]:
    """Every run of neighbours that makes up the whole, each piece with words of its own in it."""
    found: list[Combination] = []
    for first in range(len(parts)):
        for last in range(first + 1, min(first + _MOST_PIECES, len(parts))):
            run = parts[first : last + 1]
            if pieces.positions[run[-1]] - pieces.positions[run[0]] != last - first:
                break
            codes = [pieces.codes[piece] for piece in run]
            if sum(map(len, codes)) < _COVER * len(wholes.codes[whole]):
                continue
            shared = LCSseq.similarity(wholes.codes[whole], "".join(codes))
            if not _all_bring_words(wholes.codes[whole], codes, shared):
                break
            if shared >= _COVER * len(wholes.codes[whole]):
                ratio = 2.0 * shared / (len(wholes.codes[whole]) + sum(map(len, codes)))
                found.append(Combination(whole, tuple(run), ratio))
    return found


def _all_bring_words(whole: str, parts: list[str], shared: int) -> bool:
    """Whether each piece explains words of the whole that the others leave."""
    return all(
        shared - LCSseq.similarity(whole, "".join(parts[:place] + parts[place + 1 :])) >= _OWN_SHARE * len(part)
        for place, part in enumerate(parts)
    )
