"""Align an existing translation with its source: which units of one belong to which of the other.

Dynamic programming over beads (1:1, 1:0, 0:1, 1:2, 2:1, 1:3, 3:1) after Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora", Computational Linguistics 19 (1993); besides lengths, what both texts share counts.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tms.tracking.corridor import Corridor, Prices, find_corridor
from tms.tracking.evidence import LINK, NAME, NUMBER, Evidence, Weights, join, read_evidence
from tms.values import AlignedPair, Unit

# Characters of a translation per character of English; a translation grows by so much.
_GROWTH = {"en": 1.0, "fr": 1.18, "es": 1.14, "de": 1.15, "it": 1.12, "pt": 1.11}
_SPREAD = 0.18  # standard deviation of the logarithm of the length ratio of a long paragraph
_SHORT_SPREAD = 4.0  # and what a short one may stray besides, in characters
# Costs are natural logarithms: what a bead costs before one looks at it.
_BEADS = {(1, 1): 0.1, (1, 0): 3.0, (0, 1): 3.0, (1, 2): 3.2, (2, 1): 3.2, (1, 3): 4.6, (3, 1): 4.6}
_WORTH_OF_EVIDENCE = 6.0
_WORTH_OF_PIECE = 12.0
_EXPECTED = 0.4
_ENOUGH_MASS = 6.0
_OTHER_KIND = 2.5
_OTHER_NUMBERS = 1.5
_MOST_COST = 12.0
# What the neighbours say: within so many on each side, at least so sure by themselves.
_AROUND = 4
_SURE = 0.5
_WORTH_OF_STEP = 0.6
_LIKELY_LENGTH = 2.5
# Where evidence speaks against a pair, a person must look.
_DOUBTED = 0.45
_NO_AGREEMENT = 0.1
_FULL_AGREEMENT = 0.65
_FEWEST_TO_JUDGE_A_FILE = 3
_ENOUGH_FIGURES = 5
_SHARED_FIGURES = 0.25


def align(
    source: Sequence[Unit], target: Sequence[Unit], *, source_language: str, target_language: str
) -> tuple[AlignedPair, ...]:
    """Pair the units of a source and its translation, in order; each stands in exactly one pair.

    `confidence` is 0-1: near 1 where figures, names and lengths agree, under 0.5 where little speaks for a pair.
    """
    evidence = read_evidence(source, target, source_language, target_language)
    growth = _GROWTH.get(target_language[:2], 1.1) / _GROWTH.get(source_language[:2], 1.1)
    prices = Prices(
        growth=growth,
        spread=_SPREAD,
        short_spread=_SHORT_SPREAD,
        evidence=_WORTH_OF_EVIDENCE,
        expected=_EXPECTED,
        enough_mass=_ENOUGH_MASS,
        other_kind=_OTHER_KIND,
        alone=_BEADS[1, 0],
        most=_MOST_COST,
    )
    table = _Table(*evidence, growth)
    beads = _find_way(table, find_corridor(*evidence, prices))
    return tuple(_Judge(table).judge(beads))


@dataclass(frozen=True, slots=True)
class _Bead:
    """Ranges of source and target units that belong together."""

    source: range
    target: range


class _Table:
    """Both sides, and what it costs to say that some units of one are some units of the other."""

    def __init__(self, source: list[Evidence], target: list[Evidence], weights: Weights, growth: float) -> None:
        self.source = source
        self.target = target
        self._weights = weights
        self._growth = growth
        self._joined: dict[tuple[str, int, int], Evidence] = {}

    def join_source(self, places: range) -> Evidence:
        """Source units as one."""
        if len(places) == 1:
            return self.source[places.start]
        key = ("source", places.start, places.stop)
        if key not in self._joined:
            self._joined[key] = join(self.source[places.start : places.stop], self._weights)
        return self._joined[key]

    def join_target(self, places: range) -> Evidence:
        """Target units as one."""
        if len(places) == 1:
            return self.target[places.start]
        key = ("target", places.start, places.stop)
        if key not in self._joined:
            self._joined[key] = join(self.target[places.start : places.stop], self._weights)
        return self._joined[key]

    def show(self, features: Iterable[str]) -> list[str]:
        """Features as people write them, the most telling first."""
        return self._weights.show(features)

    def agree(self, a: Evidence, b: Evidence) -> float:
        """The share of common features by weight, 0-1."""
        total = a.mass + b.mass
        return 2 * self._weights.add_up(a.features & b.features) / total if total else 0.0

    def stray(self, a: Evidence, b: Evidence) -> float:
        """By how many standard deviations the lengths disagree."""
        expected = max(1.0, a.length * self._growth)
        spread = math.hypot(_SPREAD, _SHORT_SPREAD / math.sqrt(expected * max(1, b.length)))
        return abs(math.log(max(1, b.length) / expected)) / spread

    def cost(self, a: Evidence, b: Evidence) -> float:
        """How unlikely it is that one is the translation of the other."""
        cost = min(_MOST_COST, self.stray(a, b) ** 2 / 2)
        trust = min(1.0, (a.mass + b.mass) / _ENOUGH_MASS)
        if trust:
            cost += _WORTH_OF_EVIDENCE * trust * (_EXPECTED - self.agree(a, b))
        if a.is_heading != b.is_heading:
            cost += _OTHER_KIND
        if _has_other_numbers(a, b):
            cost += _OTHER_NUMBERS
        if a.is_figure != b.is_figure:
            cost += _OTHER_KIND
        return cost

    def cost_of(self, i: int, end_i: int, j: int, end_j: int) -> float:
        """The cost of two ranges of units, without what is known of the bead beforehand."""
        a, b = self.join_source(range(i, end_i)), self.join_target(range(j, end_j))
        cost = self.cost(a, b)
        if end_i - i > 1:
            cost += self._glue_cost(self.source[i:end_i], b)
        if end_j - j > 1:
            cost += self._glue_cost(self.target[j:end_j], a)
        return cost

    def _glue_cost(self, parts: Sequence[Evidence], whole: Evidence) -> float:
        """How unlikely it is that several units were made one: each must bring something that the one has."""
        cost = _OTHER_KIND if any(part.is_heading for part in parts) else 0.0
        for part in parts:
            if part.mass:
                held = self._weights.add_up(part.features & whole.features) / part.mass
                cost += _WORTH_OF_PIECE * min(1.0, part.mass / _ENOUGH_MASS) * max(0.0, _EXPECTED - held)
        return cost


def _find_way(table: _Table, corridor: Corridor) -> list[_Bead]:
    """The cheapest chain of beads from the beginning of both sides to their ends."""
    low, high = corridor.low, corridor.high
    best = [[math.inf] * (high[i] - low[i] + 1) for i in range(len(low))]
    step = [[(0, 0)] * (high[i] - low[i] + 1) for i in range(len(low))]
    best[0][0 - low[0]] = 0.0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            for bead, prior in _BEADS.items():
                from_i, from_j = i - bead[0], j - bead[1]
                if from_i < 0 or not low[from_i] <= from_j <= high[from_i]:
                    continue
                so_far = best[from_i][from_j - low[from_i]] + prior
                if so_far >= best[i][j - low[i]] + _WORTH_OF_EVIDENCE:
                    continue
                if bead[0] and bead[1]:
                    so_far += table.cost_of(from_i, i, from_j, j)
                if so_far < best[i][j - low[i]]:
                    best[i][j - low[i]] = so_far
                    step[i][j - low[i]] = bead
    return _walk_back(step, low, len(table.source), len(table.target))


def _walk_back(step: list[list[tuple[int, int]]], low: list[int], i: int, j: int) -> list[_Bead]:
    beads: list[_Bead] = []
    while i or j:
        rows, columns = step[i][j - low[i]]
        beads.append(_Bead(range(i - rows, i), range(j - columns, j)))
        i, j = i - rows, j - columns
    return beads[::-1]


def _has_other_numbers(a: Evidence, b: Evidence) -> bool:
    return bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))


def _is_beside_gap(beads: list[_Bead], at: int) -> bool:
    """Whether a unit without partner stands next to a bead: either may be the other's."""
    return any(not (bead.source and bead.target) for bead in (*beads[max(0, at - 1) : at], *beads[at + 1 : at + 2]))


class _Judge:
    """Says how sure each bead is, and why."""

    def __init__(self, table: _Table) -> None:
        self._table = table

    def judge(self, beads: list[_Bead]) -> list[AlignedPair]:
        """The beads with confidence and reasons; where the parts around run in step, a short one is believed too."""
        alone = [self._confidence(bead) for bead in beads]
        in_step = [self._is_in_step(bead) and sure >= _SURE for bead, sure in zip(beads, alone, strict=True)]
        is_other_text = self._is_other_text(beads)
        pairs: list[AlignedPair] = []
        for at, bead in enumerate(beads):
            confidence = alone[at]
            around = in_step[max(0, at - _AROUND) : at] + in_step[at + 1 : at + 1 + _AROUND]
            if around and self._is_in_step(bead) and not _is_beside_gap(beads, at):
                confidence += self._worth_of_step(bead) * sum(around) / len(around) * (1 - confidence)
            if bead.source and bead.target and (is_other_text or self._is_contradicted(bead)):
                confidence = min(confidence, _DOUBTED)
            pairs.append(AlignedPair(tuple(bead.source), tuple(bead.target), round(confidence, 2), self._reasons(bead)))
        return pairs

    def _is_in_step(self, bead: _Bead) -> bool:
        """One to one, of the same kind, of a likely length, and no number speaks against it."""
        if len(bead.source) != 1 or len(bead.target) != 1:
            return False
        a, b = self._both(bead)
        is_alike = a.is_heading == b.is_heading and a.is_figure == b.is_figure
        return is_alike and not _has_other_numbers(a, b) and self._table.stray(a, b) < _LIKELY_LENGTH

    def _worth_of_step(self, bead: _Bead) -> float:
        """What the neighbours say weighs by as much as the pair itself does not speak against it."""
        return _WORTH_OF_STEP * (1 - self._trust(bead) * (1 - self._agreement(bead)))

    def _trust(self, bead: _Bead) -> float:
        a, b = self._both(bead)
        return min(1.0, (a.mass + b.mass) / _ENOUGH_MASS)

    def _agreement(self, bead: _Bead) -> float:
        """Two thirds of what both languages know is as much agreement as a free translation leaves."""
        return min(1.0, self._table.agree(*self._both(bead)) / _FULL_AGREEMENT)

    def _is_contradicted(self, bead: _Bead) -> bool:
        """Whether both sides say much, and hardly anything in common."""
        a, b = self._both(bead)
        return min(a.mass, b.mass) >= _ENOUGH_MASS / 2 and self._agreement(bead) < _NO_AGREEMENT

    def _is_other_text(self, beads: list[_Bead]) -> bool:
        """Whether the two files have so little in common that one is no translation of the other."""
        telling = [bead for bead in beads if bead.source and bead.target and self._trust(bead) >= _SURE]
        if len(telling) >= _FEWEST_TO_JUDGE_A_FILE and median(map(self._agreement, telling)) < _NO_AGREEMENT:
            return True
        sides = (self._table.source, self._table.target)
        source, target = (frozenset[str]().union(*(unit.numbers for unit in side)) for side in sides)
        fewest = min(len(source), len(target))
        return fewest >= _ENOUGH_FIGURES and len(source & target) < _SHARED_FIGURES * fewest

    def _both(self, bead: _Bead) -> tuple[Evidence, Evidence]:
        return self._table.join_source(bead.source), self._table.join_target(bead.target)

    def _confidence(self, bead: _Bead) -> float:
        if not (bead.source and bead.target):
            return 0.9 - 0.6 * self._best_elsewhere(bead)
        a, b = self._both(bead)
        fit = math.exp(-(self._table.stray(a, b) ** 2) / 4)
        trust, agreement = self._trust(bead), self._agreement(bead)
        confidence = trust * (0.35 * fit + 0.62 * agreement) + (1 - trust) * 0.6 * fit
        if a.is_heading != b.is_heading:
            confidence *= 0.7
        if _has_other_numbers(a, b):
            confidence *= 0.6
        elif bool(a.numbers) != bool(b.numbers):
            # A figure is written in words at times: one is little, several are not.
            confidence *= 0.9 if len(a.numbers | b.numbers) == 1 else 0.7
        if a.is_figure != b.is_figure:
            confidence = min(confidence, _DOUBTED)
        return confidence * (0.9 if len(bead.source) + len(bead.target) > 2 else 1.0)

    def _best_elsewhere(self, bead: _Bead) -> float:
        """How well a unit that was left alone would go with those that stand near on the other side."""
        table = self._table
        if bead.source:
            near = table.target[max(0, bead.target.start - 2) : bead.target.start + 2]
            return max((table.agree(table.join_source(bead.source), other) for other in near), default=0.0)
        near = table.source[max(0, bead.source.start - 2) : bead.source.start + 2]
        return max((table.agree(other, table.join_target(bead.target)) for other in near), default=0.0)

    def _reasons(self, bead: _Bead) -> tuple[str, ...]:
        if not bead.target:
            return ("nothing in the translation",)
        if not bead.source:
            return ("only in the translation",)
        a, b = self._both(bead)
        shared = a.features & b.features
        reasons: list[str] = []
        for kind in (NUMBER, LINK, NAME):
            same = self._table.show(feature for feature in shared if feature.startswith(kind))
            if same:
                reasons.append(f"same {kind}{', '.join(same[:3])}{', …' if len(same) > 3 else ''}")
        if _has_other_numbers(a, b):
            reasons.append("other numbers")
        if a.is_heading != b.is_heading:
            reasons.append("a heading on one side only")
        stray = self._table.stray(a, b)
        reasons.append("length fits" if stray < 1.5 else f"length {a.length} and {b.length} characters")
        return tuple(reasons)
