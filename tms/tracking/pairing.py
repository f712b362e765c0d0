"""What became of each unit of an article between two versions.

Exact texts first (unique ones, their neighbours, repeated ones), then splits and merges, then the likeness of words
with the best assignment as a whole; only units between the same anchors, or very alike ones, belong together.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from tms.tracking.anchors import find_backbone, longest_run, match_exact, match_repeated
from tms.tracking.assignment import assign
from tms.tracking.combining import find_combinations, list_remainders
from tms.tracking.grading import grade_change
from tms.tracking.likeness import SHORT, Encoder, Likeness, Sides, compare, compare_in_gaps, read_side
from tms.values import Change, Grade, Kind, Level, Pair, Unit

# msgmerge asks for 0.6 as well (of letters); between the same anchors less will do if the long words agree.
_ALIKE = 0.6
_ALIKE_IN_PLACE = 0.4
_LONG_WORDS_IN_PLACE = 0.35
# Headings and the like resemble each other by chance: they need a neighbour that says so, or to be nearly the same.
_HEADING_WORDS = 5
_NEARLY_SAME = 0.85
_PLACED_KINDS = frozenset((Kind.TITLE, Kind.HEADING, Kind.TABLE_CELL, Kind.ALT, Kind.LABEL, Kind.LINK))
_LISTED_KINDS = frozenset((Kind.LIST_ITEM, Kind.CAPTION))
# Of so few words none need stay for a text in its place to be the same one.
_FEWEST_WORDS = 2
_MOST_REWRITTEN = 3
_ONLY_KINDS = frozenset((Kind.TITLE, Kind.EXCERPT))
_WORTH_OF_PLACE = 0.1
_WORTH_OF_NEIGHBOUR = 0.05
_LEAST_WORTH = 0.3


def pair_units(
    old: Sequence[Unit], new: Sequence[Unit], *, language: str = "en", sensitive: Collection[str] = ()
) -> tuple[Pair, ...]:
    """Pair the units of two versions; each position stands in exactly one pair, in the order of the new version.

    Deleted ones stand where they were. `moved` are pairs that left the longest run of pairs in unchanged order.
    `sensitive` are terms (any form) whose coming or going is always major.
    """
    links = _Linker(old, new).link()
    return tuple(_Report(old, new, language, sensitive).list_pairs(links))


@dataclass(frozen=True, slots=True)
class _Link:
    """Positions that belong together, with their likeness 0-100."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: int


class _Linker:
    """Finds what belongs together; whatever it leaves out was inserted or deleted."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self._old = old
        self._new = new
        self._encoder = Encoder()
        self._found = match_exact([unit.text for unit in old], [unit.text for unit in new])
        self._back = {j: i for i, j in self._found.items()}
        self._links = [_Link((i,), (j,), 100) for i, j in self._found.items()]

    def link(self) -> list[_Link]:
        """All links, exact ones and those of likeness."""
        left_old = [i for i in range(len(self._old)) if i not in self._found]
        left_new = [j for j in range(len(self._new)) if j not in self._back]
        if left_old and left_new:
            self._link_alike(left_old, left_new)
            self._link_rewritten()
            self._link_repeated()
        self._link_remainders()
        return self._links

    def _link_remainders(self) -> None:
        """What was joined to a neighbour, or cut off from it, word for word."""
        texts_old, texts_new = [unit.text for unit in self._old], [unit.text for unit in self._new]
        for at, link in enumerate(self._links):
            if link.similarity == 100:
                continue
            old, new = link.old, link.new
            if len(new) == 1:
                more = list_remainders(texts_old, old, self._is_free_old, texts_new[new[0]])
                old = tuple(sorted((*old, *more)))
            if len(old) == 1:
                more = list_remainders(texts_new, new, self._is_free_new, texts_old[old[0]])
                new = tuple(sorted((*new, *more)))
            if (old, new) != (link.old, link.new):
                words_old, words_new = (
                    " ".join(texts[i] for i in places).split() for texts, places in ((texts_old, old), (texts_new, new))
                )
                self._links[at] = _Link(
                    old, new, min(99, round(100 * Indel.normalized_similarity(words_old, words_new)))
                )
                self._found.update(dict.fromkeys(old, new[0]))
                self._back.update(dict.fromkeys(new, old[0]))

    def _is_free_old(self, at: int) -> bool:
        return 0 <= at < len(self._old) and at not in self._found

    def _is_free_new(self, at: int) -> bool:
        return 0 <= at < len(self._new) and at not in self._back

    def _link_repeated(self) -> None:
        """Repeated texts that no likeness told apart go together in order."""
        left_old = [i for i in range(len(self._old)) if i not in self._found]
        left_new = [j for j in range(len(self._new)) if j not in self._back]
        for i, j in match_repeated([unit.text for unit in self._old], left_old, [u.text for u in self._new], left_new):
            self._add((i,), (j,), 1.0)

    def _link_rewritten(self) -> None:
        """A heading or a cell between the same neighbours was written anew, whatever its words; so was a title.

        Any other text there must be short, and have something left of it unless it is very short.
        """
        self._link_only_ones()
        for first, end in self._list_free_runs():
            # The new ones between the same neighbours: as many, and none of them paired elsewhere.
            start = self._end_of(first - 1)
            stop = self._found[end] if end < len(self._old) else len(self._new)
            is_whole = first == 0 and end == len(self._old)
            if is_whole or stop - start != end - first or end - first > _MOST_REWRITTEN:
                continue
            if all(map(self._is_free_new, range(start, stop))):
                for i, j in zip(range(first, end), range(start, stop), strict=True):
                    self._link_if_rewritten(i, j)

    def _link_if_rewritten(self, i: int, j: int) -> None:
        kind, old, new = self._old[i].kind, self._old[i].text.split(), self._new[j].text.split()
        longest, ratio = max(len(old), len(new)), Indel.normalized_similarity(old, new)
        is_like = kind in _PLACED_KINDS or longest <= _FEWEST_WORDS or ratio >= _ALIKE_IN_PLACE
        is_short = kind in _PLACED_KINDS or longest <= _HEADING_WORDS
        if kind is self._new[j].kind and old and new and is_short and (is_like or kind in _LISTED_KINDS):
            self._add((i,), (j,), min(ratio, _NEARLY_SAME))

    def _list_free_runs(self) -> list[tuple[int, int]]:
        """Old positions that stand together and have no partner, as start and end."""
        free = [i for i in range(len(self._old)) if i not in self._found]
        starts = [i for i in free if i - 1 in self._found or i == 0]
        ends = [i + 1 for i in free if i + 1 in self._found or i + 1 == len(self._old)]
        return list(zip(starts, ends, strict=True))

    def _end_of(self, i: int) -> int:
        """The new position behind the partner of an old one; 0 for the start of the article."""
        if i < 0:
            return 0
        j = self._found[i]
        while self._back.get(j + 1) == self._back[j]:
            j += 1
        return j + 1

    def _link_only_ones(self) -> None:
        """What an article has one of is the same one, whatever its words."""
        old, new = (
            Counter(unit.kind for unit in units if unit.kind in _ONLY_KINDS) for units in (self._old, self._new)
        )
        for kind in sorted(kind for kind in old if old[kind] == new[kind] == 1):
            i, j = (next(at for at, u in enumerate(units) if u.kind is kind) for units in (self._old, self._new))
            if self._is_free_old(i) and self._is_free_new(j):
                ratio = Indel.normalized_similarity(self._old[i].text.split(), self._new[j].text.split())
                self._add((i,), (j,), min(ratio, _NEARLY_SAME))

    def _link_alike(self, left_old: list[int], left_new: list[int]) -> None:
        backbone = find_backbone(self._found)
        ends_old, ends_new = [i for i, _ in backbone], [j for _, j in backbone]
        old, new = read_side(self._old, left_old, self._encoder), read_side(self._new, left_new, self._encoder)
        # What is plain between two anchors is settled there; only the rest is compared with everything.
        gaps = _gaps(old.positions, ends_old), _gaps(new.positions, ends_new)
        likeness = compare_in_gaps(old, new, *gaps)
        self._link_combinations(old, new, likeness)
        self._link_pairs(old, new, likeness, np.ones(len(likeness.rows), dtype=bool), least=_ALIKE)
        old, new = self._without_linked(old, self._found), self._without_linked(new, self._back)
        if not (old.positions and new.positions):
            return
        gaps = _gaps(old.positions, ends_old), _gaps(new.positions, ends_new)
        likeness = compare(old, new, *gaps)
        same_gap = np.array(gaps[0])[likeness.rows] == np.array(gaps[1])[likeness.columns]
        self._link_combinations(old, new, likeness)
        # Twice: what the first round pairs is what the second leans on (a heading beside its rewritten paragraph).
        for _ in range(2):
            self._link_pairs(old, new, likeness, same_gap, least=_ALIKE_IN_PLACE)

    @staticmethod
    def _without_linked(side: Sides, linked: dict[int, int]) -> Sides:
        return _select(side, [at for at, position in enumerate(side.positions) if position not in linked])

    def _add(self, old: tuple[int, ...], new: tuple[int, ...], ratio: float) -> None:
        is_same = len(old) == len(new) == 1 and _is_same_text(self._old[old[0]].text, self._new[new[0]].text)
        self._links.append(_Link(old, new, 100 if is_same else min(99, round(100 * ratio))))
        for i in old:
            self._found[i] = new[0]
        for j in new:
            self._back[j] = old[0]

    def _link_combinations(self, old: Sides, new: Sides, likeness: Likeness) -> None:
        for combination in find_combinations(old, new, likeness, flipped=False):
            pieces = tuple(new.positions[j] for j in combination.pieces)
            self._add((old.positions[combination.whole],), pieces, combination.ratio)
        for combination in find_combinations(new, old, likeness, flipped=True):
            pieces = tuple(old.positions[i] for i in combination.pieces)
            if new.positions[combination.whole] not in self._back and not any(i in self._found for i in pieces):
                self._add(pieces, (new.positions[combination.whole],), combination.ratio)

    def _link_pairs(
        self, old: Sides, new: Sides, likeness: Likeness, same_gap: NDArray[np.bool_], *, least: float
    ) -> None:
        ranked = self._rank(old, new, likeness, same_gap, least=least)
        for i, j in assign({edge: worth for edge, (worth, _) in ranked.items()}):
            self._add((old.positions[i],), (new.positions[j],), ranked[i, j][1])

    def _rank(
        self, old: Sides, new: Sides, likeness: Likeness, same_gap: NDArray[np.bool_], *, least: float
    ) -> dict[tuple[int, int], tuple[float, float]]:
        """For each pair that may be: what it is worth in the whole, and its ratio."""
        free_old = np.array([i not in self._found for i in old.positions])
        free_new = np.array([j not in self._back for j in new.positions])
        possible = (likeness.ratio >= np.where(same_gap, least, _ALIKE)) & (
            free_old[likeness.rows] & free_new[likeness.columns]
        )
        ranked: dict[tuple[int, int], tuple[float, float]] = {}
        for place in np.flatnonzero(possible).tolist():
            i, j = int(likeness.rows[place]), int(likeness.columns[place])
            ratio, in_place = float(likeness.ratio[place]), bool(same_gap[place])
            support = self._count_support(old.positions[i], new.positions[j])
            if self._is_same(old, new, (i, j), ratio=ratio, in_place=in_place, support=support):
                worth = ratio - _LEAST_WORTH + _WORTH_OF_PLACE * in_place + _WORTH_OF_NEIGHBOUR * support
                ranked[i, j] = worth, ratio
        return ranked

    def _is_same(
        self, old: Sides, new: Sides, at: tuple[int, int], *, ratio: float, in_place: bool, support: int
    ) -> bool:
        fewest = min(len(old.codes[at[0]]), len(new.codes[at[1]]))
        if ratio >= _NEARLY_SAME and (fewest > SHORT or _has_same_digits(old.folded[at[0]], new.folded[at[1]])):
            return True
        if fewest <= _HEADING_WORDS:
            return ratio >= _ALIKE and support > 0
        if ratio >= _ALIKE:
            return fewest > SHORT or in_place or support > 0
        needed = _LONG_WORDS_IN_PLACE - _WORTH_OF_NEIGHBOUR * support
        return in_place and _share_of_long_words(old.folded[at[0]], new.folded[at[1]]) >= needed

    def _count_support(self, i: int, j: int) -> int:
        """How many of the two neighbours belong together, the ends of the article too."""
        before = self._found.get(i - 1, -1) == j - 1 if i and j else i == j
        at_end = i + 1 == len(self._old), j + 1 == len(self._new)
        after = all(at_end) if any(at_end) else self._found.get(i + 1) == j + 1
        return before + after


def _gaps(positions: list[int], anchors: list[int]) -> list[int]:
    return [bisect_left(anchors, position) for position in positions]


def _select(side: Sides, places: list[int]) -> Sides:
    return Sides(
        [side.positions[at] for at in places],
        [side.codes[at] for at in places],
        [side.folded[at] for at in places],
        side.lengths[places],
    )


def _has_same_digits(old: str, new: str) -> bool:
    """Chapter 3 and Chapter 4 are nearly the same and are not."""
    return [c for c in old if c.isdigit()] == [c for c in new if c.isdigit()]


def _is_same_text(old: str, new: str) -> bool:
    """Whether two texts differ by white space at most: nothing that a reader sees, a line wrapped elsewhere."""
    return old == new or old.split() == new.split()


def _share_of_long_words(old: str, new: str) -> float:
    """The Dice coefficient of words of four letters and more: little words agree in any two texts."""
    a, b = (Counter(word for word in text.split() if len(word) >= 4) for text in (old, new))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


class _Report:
    """Turns links into pairs with change, level and reasons, in order."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], language: str, sensitive: Collection[str]) -> None:
        self._old = old
        self._new = new
        self._language = language
        self._sensitive = sensitive

    def list_pairs(self, links: list[_Link]) -> list[Pair]:
        linked = sorted(links, key=lambda link: link.new)
        kept = {linked[at].old for at in longest_run([link.old[0] for link in linked])}
        pairs = [self._pair(link, is_kept=link.old in kept) for link in linked]
        with_new = {j for link in links for j in link.new}
        pairs += [self._lone(Change.INSERTED, new=(j,)) for j in range(len(self._new)) if j not in with_new]
        pairs.sort(key=lambda pair: pair.new)
        with_old = {i for link in links for i in link.old}
        deleted = [i for i in range(len(self._old)) if i not in with_old]
        return self._place_deleted(pairs, deleted, kept)

    def _place_deleted(self, pairs: list[Pair], deleted: list[int], kept: set[tuple[int, ...]]) -> list[Pair]:
        """A deleted unit comes before the first pair in place that stood behind it."""
        placed: list[Pair] = []
        waiting = iter([*deleted, len(self._old) + 1])
        following = next(waiting)
        for pair in pairs:
            while pair.old in kept and following < pair.old[0]:
                placed.append(self._lone(Change.DELETED, old=(following,)))
                following = next(waiting)
            placed.append(pair)
        while following < len(self._old):
            placed.append(self._lone(Change.DELETED, old=(following,)))
            following = next(waiting)
        return placed

    @staticmethod
    def _lone(change: Change, *, old: tuple[int, ...] = (), new: tuple[int, ...] = ()) -> Pair:
        return Pair(old, new, change, Level.CONTENT, 0)

    def _pair(self, link: _Link, *, is_kept: bool) -> Pair:
        if link.similarity == 100:
            old, new = self._old[link.old[0]], self._new[link.new[0]]
            if old.text == new.text and old.kind is new.kind:
                return Pair(link.old, link.new, Change.UNCHANGED if is_kept else Change.MOVED, Level.NONE, 100)
        grade = self._grade(link)
        return Pair(
            link.old, link.new, self._change(link, is_kept=is_kept), grade.level, link.similarity, grade.reasons
        )

    def _change(self, link: _Link, *, is_kept: bool) -> Change:
        if len(link.new) > 1:
            return Change.SPLIT
        if len(link.old) > 1:
            return Change.MERGED
        if not is_kept:
            return Change.MOVED
        before, after = self._kinds(link)
        return Change.UNCHANGED if link.similarity == 100 and before == after else Change.EDITED

    def _kinds(self, link: _Link) -> tuple[Kind, Kind]:
        return self._old[link.old[0]].kind, self._new[link.new[0]].kind

    def _grade(self, link: _Link) -> Grade:
        before, after = self._kinds(link)
        is_single = len(link.old) == len(link.new) == 1
        old = " ".join(self._old[i].text for i in link.old)
        new = " ".join(self._new[j].text for j in link.new)
        grade = grade_change(old, new, language=self._language, sensitive=self._sensitive)
        reasons = grade.reasons
        if before != after and is_single:
            reasons = (f"kind {before} -> {after}", *reasons)
        is_recut = len(link.old) != len(link.new) or before != after
        return Grade(Level.MARKUP if is_recut and grade.level is Level.NONE else grade.level, reasons)
