"""Units whose text stands in both versions, letter for letter."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from rapidfuzz.distance import Indel

# The matrix of a diff takes a bit per cell; a gap with more repeated units than this is paired in plain order.
_MOST_CELLS = 100_000_000


def longest_run(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly increasing run (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
            last.append(index)
        else:
            tails[place] = value
            last[place] = index
        before[index] = last[place - 1] if place else -1
    run: list[int] = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]


def match_exact(old: Sequence[Hashable], new: Sequence[Hashable]) -> dict[int, int]:
    """Old position -> new position of equal texts.

    Unique ones first, then their neighbours, then repeated ones in order between them, then what is left anywhere
    (where one side repeats a text more often it stays open which of them is left over).
    """
    matching = _Matching(old, new)
    matching.match_unique()
    matching.extend()
    if matching.has_repeats_left():
        matching.match_in_gaps()
        matching.match_anywhere()
    return matching.found


def find_backbone(found: dict[int, int]) -> list[tuple[int, int]]:
    """The pairs that kept their order, as (old, new) in order."""
    pairs = sorted(found.items())
    return [pairs[index] for index in longest_run([new for _, new in pairs])]


def match_repeated(
    old: Sequence[Hashable], left_old: list[int], new: Sequence[Hashable], left_new: list[int]
) -> list[tuple[int, int]]:
    """Equal texts among the positions left on either side, the first with the first."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for j in reversed(left_new):
        places[new[j]].append(j)
    return [(i, places[old[i]].pop()) for i in left_old if places.get(old[i])]


class _Matching:
    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        self._old = old
        self._new = new
        self._taken: set[int] = set()
        self.found: dict[int, int] = {}

    def _add(self, i: int, j: int) -> None:
        self.found[i] = j
        self._taken.add(j)

    def _fits(self, i: int, j: int) -> bool:
        inside = 0 <= i < len(self._old) and 0 <= j < len(self._new)
        return inside and i not in self.found and j not in self._taken and self._old[i] == self._new[j]

    def match_unique(self) -> None:
        count_old, count_new = Counter(self._old), Counter(self._new)
        place = {text: j for j, text in enumerate(self._new) if count_new[text] == 1}
        for i, text in enumerate(self._old):
            if count_old[text] == 1 and text in place:
                self._add(i, place[text])

    def extend(self) -> None:
        """A repeated text beside a pair goes with it."""
        anchors = [(-1, -1), *sorted(self.found.items()), (len(self._old), len(self._new))]
        for i, j in anchors:
            self._walk(i, j, 1)
        for i, j in reversed(anchors):
            self._walk(i, j, -1)

    def _walk(self, i: int, j: int, step: int) -> None:
        while self._fits(i + step, j + step):
            i, j = i + step, j + step
            self._add(i, j)

    def _left(self) -> tuple[list[int], list[int]]:
        old = [i for i in range(len(self._old)) if i not in self.found]
        new = [j for j in range(len(self._new)) if j not in self._taken]
        shared = {self._old[i] for i in old} & {self._new[j] for j in new}
        return [i for i in old if self._old[i] in shared], [j for j in new if self._new[j] in shared]

    def has_repeats_left(self) -> bool:
        return bool(self._left()[0])

    def match_in_gaps(self) -> None:
        backbone = find_backbone(self.found)
        ends_old, ends_new = [i for i, _ in backbone], [j for _, j in backbone]
        gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        left_old, left_new = self._left()
        for i in left_old:
            gaps[bisect_left(ends_old, i)][0].append(i)
        for j in left_new:
            gaps[bisect_left(ends_new, j)][1].append(j)
        for in_old, in_new in gaps.values():
            if in_old and in_new and len(in_old) * len(in_new) <= _MOST_CELLS:
                self._match_run(in_old, in_new)

    def _match_run(self, old: list[int], new: list[int]) -> None:
        for op in Indel.opcodes([self._old[i] for i in old], [self._new[j] for j in new]):
            if op.tag == "equal":
                for i, j in zip(old[op.src_start : op.src_end], new[op.dest_start : op.dest_end], strict=True):
                    self._add(i, j)

    def match_anywhere(self) -> None:
        left_old, left_new = self._left()
        count_old, count_new = Counter(self._old[i] for i in left_old), Counter(self._new[j] for j in left_new)
        left_old = [i for i in left_old if count_old[self._old[i]] == count_new[self._old[i]]]
        for i, j in match_repeated(self._old, left_old, self._new, left_new):
            self._add(i, j)
