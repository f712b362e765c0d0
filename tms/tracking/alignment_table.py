"""What it costs to say that some units of a source are some units of its translation."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tms.tracking.corridor import Prices
from tms.tracking.evidence import LINK, Evidence, Weights, join

# Characters of a translation per character of English; a translation grows by so much.
_GROWTH = {"en": 1.0, "fr": 1.18, "es": 1.14, "de": 1.15, "it": 1.12, "pt": 1.11}
_SPREAD = 0.18  # standard deviation of the logarithm of the length ratio of a long paragraph
_SHORT_SPREAD = 4.0  # and what a short one may stray besides, in characters
LIKELY_LENGTH = 2.5
"""Lengths that disagree by more standard deviations are unlikely ones."""
# Costs are natural logarithms.
WORTH_OF_EVIDENCE = 6.0
"""What full agreement of a pair is worth."""
ENOUGH_MASS = 6.0
"""Features of so much weight, on both sides together, are enough to judge by."""
_EXPECTED = 0.4
_WORTH_OF_PIECE = 12.0
_UNKNOWN_PIECE = 1.2
_OTHER_KIND = 2.5
_OTHER_NUMBERS = 1.5
_OTHER_COUNT = 0.6  # for each sentence more on one side, up to so many
_MOST_OTHER = 3
_MOST_COST = 12.0


@dataclass(frozen=True, slots=True)
class Bead:
    """Ranges of source and target units that belong together."""

    source: range
    target: range


class Table:
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

    def list_source(self, places: range) -> list[Evidence]:
        """Source units one by one."""
        return self.source[places.start : places.stop]

    def list_target(self, places: range) -> list[Evidence]:
        """Target units one by one."""
        return self.target[places.start : places.stop]

    @property
    def is_of_strangers(self) -> bool:
        """Whether the two texts have next to nothing in common."""
        return self._weights.has_hardly_any

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
        trust = min(1.0, (a.mass + b.mass) / ENOUGH_MASS)
        if trust:
            cost += WORTH_OF_EVIDENCE * trust * (_EXPECTED - self.agree(a, b))
        if is_other_kind(a, b):
            cost += _OTHER_KIND
        if has_other_numbers(a, b) or has_other_links(a, b):
            cost += _OTHER_NUMBERS
        if a.is_figure != b.is_figure:
            cost += _OTHER_KIND
        return cost + _OTHER_COUNT * min(_MOST_OTHER, abs(a.sentences - b.sentences))

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
                cost += _WORTH_OF_PIECE * min(1.0, part.mass / ENOUGH_MASS) * max(0.0, _EXPECTED - held)
            # Of a piece that says nothing only the length can tell that it belongs there.
            cost += _UNKNOWN_PIECE * (1 - min(1.0, part.mass / ENOUGH_MASS))
        return cost


def name_group(unit: Evidence) -> str:
    """What a unit is, in words."""
    return "a heading" if unit.group == "heading" else f"a {unit.group}" if unit.group != "item" else "a list item"


def is_other_kind(a: Evidence, b: Evidence) -> bool:
    """Whether one is a heading, a list item, a quotation, and the other is not."""
    return bool(a.group and b.group and a.group != b.group)


def has_other_numbers(a: Evidence, b: Evidence) -> bool:
    """Whether both have figures, and none in common."""
    return bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))


def has_other_links(a: Evidence, b: Evidence) -> bool:
    """Whether both have links that the other side knows as well, but not here."""
    links, others = ({one for one in side.features if one.startswith(LINK)} for side in (a, b))
    return bool(links and others and links.isdisjoint(others))


def measure_growth(source_language: str, target_language: str) -> float:
    """Characters of a translation per character of its source."""
    return _GROWTH.get(target_language[:2], 1.1) / _GROWTH.get(source_language[:2], 1.1)


def make_prices(growth: float, *, alone: float) -> Prices:
    """What single pairs cost, and (`alone`) a unit without partner."""
    return Prices(
        growth=growth,
        spread=_SPREAD,
        short_spread=_SHORT_SPREAD,
        evidence=WORTH_OF_EVIDENCE,
        expected=_EXPECTED,
        enough_mass=ENOUGH_MASS,
        other_kind=_OTHER_KIND,
        alone=alone,
        most=_MOST_COST,
    )
