"""Where in the table of source and target an alignment can run: near the best way of single pairs.

The way of single pairs (1:1, 1:0, 0:1) is found over the whole table, a row of it at a time; what it leaves open
(several units made one, doubtful pairs) gets room, the plain stretches between get hardly any.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tms.tracking.evidence import Evidence, Weights

_ROOM = 5
_LITTLE_ROOM = 1
# So many rows before and after a doubt have room.
_AROUND = 4
_DOUBTFUL = 2.0
_MOST_CELLS = 120_000_000
_MATCH, _SKIP_SOURCE, _SKIP_TARGET = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Corridor:
    """For each count of source units done, from 0 on: the least and greatest count of target units done."""

    low: list[int]
    high: list[int]


@dataclass(frozen=True, slots=True)
class Prices:
    """What single pairs cost: by lengths, shared features, headings, and for a unit without partner."""

    growth: float
    spread: float
    short_spread: float
    evidence: float
    expected: float
    enough_mass: float
    other_kind: float
    alone: float
    most: float


def find_corridor(source: Sequence[Evidence], target: Sequence[Evidence], weights: Weights, prices: Prices) -> Corridor:
    """The corridor around the best way of single pairs."""
    way, doubts = _Scan(source, target, weights, prices).find_way()
    rows, columns = len(source), len(target)
    low, high = [columns] * (rows + 1), [0] * (rows + 1)
    doubtful = np.zeros(rows + 1, dtype=bool)
    for row in doubts:
        doubtful[max(0, row - _AROUND) : row + _AROUND + 1] = True
    for row, column in way:
        room = _ROOM if doubtful[row] else _LITTLE_ROOM
        low[row] = min(low[row], max(0, column - room))
        high[row] = max(high[row], min(columns, column + room))
    return Corridor(low, high)


class _Scan:
    """A row of the table at a time, within a band that bounds the memory."""

    def __init__(
        self, source: Sequence[Evidence], target: Sequence[Evidence], weights: Weights, prices: Prices
    ) -> None:
        self._source = source
        self._target = target
        self._weights = weights
        self._prices = prices
        self._lengths = np.array([max(1, unit.length) for unit in target], dtype=np.float64)
        self._masses = np.array([unit.mass for unit in target], dtype=np.float64)
        self._groups = np.array([unit.group for unit in target], dtype=object)
        holders: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(target):
            for feature in unit.features:
                holders[feature].append(place)
        self._holders = {feature: np.array(places) for feature, places in holders.items()}
        self._breadth = max(64, _MOST_CELLS // (len(source) + 1))

    def find_way(self) -> tuple[list[tuple[int, int]], list[int]]:
        """Every point on the way from (0, 0) to the ends, and the rows where it is in doubt."""
        columns, alone = len(self._target), self._prices.alone
        steps: list[tuple[int, NDArray[np.uint8]]] = []
        costs: list[NDArray[np.bool_]] = []
        before = np.arange(columns + 1) * alone
        for row in range(len(self._source)):
            first, last = self._band(row)
            pair_costs = self._row(row)
            matched = np.concatenate(([np.inf], before[:-1] + pair_costs))
            skipped = before + alone
            best = np.minimum(matched, skipped)
            # A run of target units without partner: the cheapest place to start it from, for all at once.
            ramp = np.arange(columns + 1) * alone
            reached = np.minimum.accumulate(best - ramp) + ramp
            step = np.where(matched <= skipped, _MATCH, _SKIP_SOURCE).astype(np.uint8)
            step[reached < best - 1e-9] = _SKIP_TARGET
            steps.append((first, step[first : last + 1]))
            costs.append(pair_costs[max(0, first - 1) : last] > _DOUBTFUL)
            before = reached
        return self._walk_back(steps, costs)

    def _band(self, row: int) -> tuple[int, int]:
        columns = len(self._target)
        middle = (row + 1) * columns // max(1, len(self._source))
        first = max(0, min(middle - self._breadth // 2, columns - self._breadth))
        return first, min(columns, first + self._breadth)

    def _row(self, row: int) -> NDArray[np.float64]:
        """What a source unit costs with each target unit."""
        unit, prices = self._source[row], self._prices
        shared = np.zeros(len(self._target))
        for feature in unit.features:
            shared[self._holders[feature]] += self._weights.add_up((feature,))
        expected = max(1.0, unit.length * prices.growth)
        spread = np.hypot(prices.spread, prices.short_spread / np.sqrt(expected * self._lengths))
        stray = np.log(self._lengths / expected) / spread
        mass = unit.mass + self._masses
        agreement = 2 * shared / np.maximum(mass, 1e-9)
        trust = np.minimum(1.0, mass / prices.enough_mass)
        cost: NDArray[np.float64] = np.minimum(prices.most, stray**2 / 2)
        cost += prices.evidence * trust * (prices.expected - agreement)
        if unit.group:
            cost += prices.other_kind * ((self._groups != unit.group) & (self._groups != ""))
        return cost

    def _walk_back(
        self, steps: list[tuple[int, NDArray[np.uint8]]], costs: list[NDArray[np.bool_]]
    ) -> tuple[list[tuple[int, int]], list[int]]:
        row, column = len(self._source), len(self._target)
        way, doubts = [(row, column)], list[int]()
        while row or column:
            kind = self._kind_of_step(steps, row, column)
            first = max(0, steps[row - 1][0] - 1) if row else 0
            if kind != _MATCH or costs[row - 1][column - 1 - first]:
                doubts.append(row)
            row -= kind != _SKIP_TARGET
            column -= kind != _SKIP_SOURCE
            way.append((row, column))
        return way, doubts

    @staticmethod
    def _kind_of_step(steps: list[tuple[int, NDArray[np.uint8]]], row: int, column: int) -> int:
        """The step that leads to a point; out of the band, or at an edge of the table, there is but one."""
        if column == 0:
            return _SKIP_SOURCE
        if row == 0:
            return _SKIP_TARGET
        first, step = steps[row - 1]
        if 0 <= column - first < len(step):
            return int(step[column - first])
        return _SKIP_TARGET if column > first else _SKIP_SOURCE
