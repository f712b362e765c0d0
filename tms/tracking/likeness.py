"""How alike two units are, by their words in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein
from rapidfuzz.process import cdist, cpdist

from tms.text.markup import strip_markup
from tms.tracking.candidates import group, keep_best, list_candidates, list_short_candidates
from tms.values import Unit

_WORD = re.compile(r"\w+")
# The same words for ASCII, three times as fast.
_ASCII_SIGNS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
_HAS_MARKUP = re.compile(r"[<\[`]")
_FIRST_CODE = 0xE000  # behind the surrogates
_MOST_CODES = 0x10FFFF - _FIRST_CODE
# Units of up to so many words are also compared letter by letter: one misspelled word is half a heading.
SHORT = 8
# Up to so many cells all are compared; beyond, only units that share many words or stand at the same place.
_MOST_CELLS = 40_000
_MOST_IN_GAP = 400


@dataclass(frozen=True, slots=True)
class Sides:
    """The units of one side that are still to be paired: positions, words as one character each, and folded text."""

    positions: list[int]
    codes: list[str]
    folded: list[str]
    lengths: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compared pairs, as rows and columns into two sides, with words in common (in order) and a ratio 0-1."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    shared: NDArray[np.int64]
    ratio: NDArray[np.float64]


class _Codes(dict[str, str]):
    """A character for each word, made when it is first asked for."""

    def __missing__(self, word: str) -> str:
        code = chr(_FIRST_CODE + len(self) % _MOST_CODES)
        self[word] = code
        return code


class Encoder:
    """Writes each word of a text as one character, the same for the same word: comparing words costs like letters."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def encode(self, folded: str) -> str:
        """The words of a folded text; its letters where it has no words to speak of (Chinese, a row of stars)."""
        words = folded.translate(_ASCII_SIGNS).split() if folded.isascii() else _WORD.findall(folded)
        if len(words) * 20 < len(folded):
            words = list(folded)
        return "".join(map(self._codes.__getitem__, words))


def fold_unit(unit: Unit) -> str:
    """What of a unit is compared: its text without markup and case; the markup where there is nothing else."""
    text = unit.text
    if _HAS_MARKUP.search(text):
        shown = strip_markup(text)
        # A list of images or addresses is nearly all markup: then that is what is compared.
        text = shown if len(shown) * 4 >= len(text) else text
    return text.lower()


def read_side(units: Sequence[Unit], positions: list[int], encoder: Encoder) -> Sides:
    """The units at some positions, ready to be compared."""
    folded = [fold_unit(units[position]) for position in positions]
    codes = [encoder.encode(text) for text in folded]
    return Sides(positions, codes, folded, np.array([len(code) for code in codes], dtype=np.int64))


def compare(old: Sides, new: Sides, gaps_old: list[int], gaps_new: list[int]) -> Likeness:
    """Every pair that may belong together; `gaps_…` say for each unit between which anchors it stands."""
    if len(old.codes) * len(new.codes) <= _MOST_CELLS:
        return _compare_all(old, new)
    short_old, short_new = np.flatnonzero(old.lengths <= SHORT), np.flatnonzero(new.lengths <= SHORT)
    misspelled = list_short_candidates([old.folded[i] for i in short_old], [new.folded[j] for j in short_new])
    candidates = {(int(short_old[i]), int(short_new[j])) for i, j in misspelled}
    candidates.update(list_candidates(old.codes, new.codes, gaps_old, gaps_new))
    return _compare_some(old, new, sorted(candidates))


def compare_in_gaps(old: Sides, new: Sides, gaps_old: list[int], gaps_new: list[int]) -> Likeness:
    """Only the pairs that stand between the same anchors, where there are few of them."""
    in_old, in_new = group(gaps_old), group(gaps_new)
    return _compare_some(
        old,
        new,
        [
            (i, j)
            for gap, places in in_old.items()
            if gap in in_new and len(places) * len(in_new[gap]) <= _MOST_IN_GAP
            for i in places
            for j in in_new[gap]
        ],
    )


def _compare_all(old: Sides, new: Sides) -> Likeness:
    shared = cdist(old.codes, new.codes, scorer=LCSseq.similarity, dtype=np.uint32)
    total = old.lengths[:, None] + new.lengths[None, :]
    ratio = 2.0 * shared / np.maximum(total, 1)
    short_old, short_new = np.flatnonzero(old.lengths <= SHORT), np.flatnonzero(new.lengths <= SHORT)
    if len(short_old) and len(short_new):
        letters = cdist(
            [old.folded[i] for i in short_old],
            [new.folded[j] for j in short_new],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=0.7,
            dtype=np.float32,
        )
        block = np.ix_(short_old, short_new)
        ratio[block] = np.maximum(ratio[block], letters)
    shorter = np.minimum(old.lengths[:, None], new.lengths[None, :])
    rows, columns = np.nonzero(keep_best(ratio, 0.3) | keep_best(shared / np.maximum(shorter, 1), 0.5))
    return Likeness(rows, columns, shared[rows, columns].astype(np.int64), ratio[rows, columns])


def _compare_some(old: Sides, new: Sides, candidates: list[tuple[int, int]]) -> Likeness:
    if not candidates:
        nothing = np.zeros(0, dtype=np.int64)
        return Likeness(nothing, nothing, nothing, nothing.astype(np.float64))
    rows = np.array([i for i, _ in candidates], dtype=np.int64)
    columns = np.array([j for _, j in candidates], dtype=np.int64)
    left, right = [old.codes[i] for i, _ in candidates], [new.codes[j] for _, j in candidates]
    shared = cpdist(left, right, scorer=LCSseq.similarity, dtype=np.uint32).astype(np.int64)
    ratio = 2.0 * shared / np.maximum(old.lengths[rows] + new.lengths[columns], 1)
    for place in np.flatnonzero((old.lengths[rows] <= SHORT) & (new.lengths[columns] <= SHORT)):
        i, j = candidates[place]
        letters = Levenshtein.normalized_similarity(old.folded[i], new.folded[j], score_cutoff=0.7)
        ratio[place] = max(ratio[place], letters)
    return Likeness(rows, columns, shared, ratio)
