"""The entries of one language, with a cheap first sieve for texts that may be alike."""

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from tms.values import MemoryPair

# Two texts longer than this are compared for equality only: the distance of two 1 MB texts takes minutes.
LONGEST_FUZZY = 10_000
_BINS = 64
_FIRST_ROWS = 256

_Counts = npt.NDArray[np.uint8]


class Shelf:
    """Entries by normalised source; each source has a row of character counts, in 64 bins.

    Every edit of a text changes at most one count up and one down, so texts whose counts lie further apart than the
    distance allowed need not be compared. Counts stop at 255, which only makes the sieve coarser.
    """

    def __init__(self) -> None:
        self.pairs: defaultdict[str, list[MemoryPair]] = defaultdict(list)
        self._rows: dict[str, int] = {}
        self._texts: list[str] = []
        self._free: list[int] = []
        self._lengths = np.zeros(_FIRST_ROWS, dtype=np.int64)
        self._counts: _Counts = np.zeros((_FIRST_ROWS, _BINS), dtype=np.uint8)
        self._sums = np.zeros(_FIRST_ROWS, dtype=np.int32)

    def add(self, text: str, pair: MemoryPair) -> None:
        """Adds an entry under its normalised source."""
        self.pairs[text].append(pair)
        if text in self._rows or len(text) > LONGEST_FUZZY:
            return
        row = self._take_row(text)
        self._rows[text] = row
        self._lengths[row] = len(text)
        self._counts[row] = _count_characters(text)
        self._sums[row] = self._counts[row].sum()

    def remove(self, text: str, pair: MemoryPair) -> None:
        """Removes an entry that was added under `text`."""
        self.pairs[text].remove(pair)
        if self.pairs[text]:
            return
        del self.pairs[text]
        if text in self._rows:
            row = self._rows.pop(text)
            self._lengths[row] = 0
            self._texts[row] = ""
            self._free.append(row)

    def list_candidates(self, text: str, minimum: int) -> list[str]:
        """The sources that may score `minimum` or more, and some that will not."""
        if len(text) > LONGEST_FUZZY or minimum > 99:
            return []
        length, minimum = len(text), max(minimum, 1)
        lengths = self._lengths[: len(self._texts)]
        rows = np.flatnonzero((lengths * 100 >= length * minimum) & (lengths * minimum <= length * 100) & (lengths > 0))
        mine = _count_characters(text)
        # What a row has more than this text, bin by bin; what it has less follows from the two sums.
        more = np.maximum(self._counts[rows], mine).sum(axis=1, dtype=np.int32) - int(mine.sum())
        surplus = np.maximum(more, more - (self._sums[rows] - int(mine.sum())))
        allowed = np.maximum(lengths[rows], length) * (100 - minimum) // 100
        return [self._texts[row] for row in rows[surplus <= allowed]]

    def _take_row(self, text: str) -> int:
        if self._free:
            row = self._free.pop()
            self._texts[row] = text
            return row
        self._texts.append(text)
        if len(self._texts) > len(self._lengths):
            self._lengths = np.concatenate([self._lengths, np.zeros_like(self._lengths)])
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
        return len(self._texts) - 1


def _count_characters(text: str) -> _Counts:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(np.bincount(points % _BINS, minlength=_BINS), 255).astype(np.uint8)
