"""Align the sentences of a paragraph and its translation, in order.

Like the alignment of paragraphs, after Gale and Church (1993), but with other odds: paragraphs get lost in
translation; a sentence hardly ever does, it is made one with its neighbour or made two.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tms.tracking.evidence import Evidence, Weights, join, read_evidence
from tms.values import AlignedPair, Kind, Unit

# Characters of a French or Spanish sentence per character of the English one.
_GROWTH = {"en": 1.0, "fr": 1.18, "es": 1.14}
_OTHER_GROWTH = 1.12
_SPREAD = 0.18
_SHORT_SPREAD = 4.0
# Costs are natural logarithms.
_BEADS = {(1, 1): 0.1, (1, 2): 2.2, (2, 1): 2.2, (1, 3): 4.6, (3, 1): 4.6, (1, 0): 6.0, (0, 1): 6.0}
_MOST_STRAY = 12.0
_WORTH_OF_EVIDENCE = 6.0
_WORTH_OF_PIECE = 12.0
_EXPECTED = 0.4
_ENOUGH_MASS = 6.0
_OTHER_NUMBERS = 1.5
# So far may the sentences of both sides be out of step.
_ROOM = 15
_LIKELY = 2.5
_FULL_AGREEMENT = 0.65
_WORTH_OF_STEP = 0.6
_AROUND = 3
_SURE = 0.5
_LONE = 0.5


def align_sentences(
    source: Sequence[str], target: Sequence[str], *, source_language: str, target_language: str
) -> tuple[AlignedPair, ...]:
    """Pair sentences in order, each in exactly one pair, and say how sure each pair is (0-1)."""
    one, other, weights = read_evidence(_to_units(source), _to_units(target), source_language, target_language)
    growth = _get_growth(target_language) / _get_growth(source_language)
    return tuple(_judge(_Way(one, other, weights, growth).find()))


def _to_units(sentences: Sequence[str]) -> list[Unit]:
    return [Unit(Kind.PARAGRAPH, sentence.strip(), sentence, 1) for sentence in sentences]


def _get_growth(language: str) -> float:
    return _GROWTH.get(language[:2].lower(), _OTHER_GROWTH)


@dataclass(frozen=True, slots=True)
class _Bead:
    """Sentences that belong together, with what speaks for it: by how much lengths stray, shared evidence, numbers."""

    source: range
    target: range
    cost: float = 0.0
    stray: float = 0.0
    trust: float = 0.0
    agreement: float = 0.0
    has_other_numbers: bool = False

    @property
    def is_in_step(self) -> bool:
        return len(self.source) == len(self.target) == 1 and self.stray < _LIKELY and not self.has_other_numbers


class _Way:
    def __init__(self, source: list[Evidence], target: list[Evidence], weights: Weights, growth: float) -> None:
        self._source = source
        self._target = target
        self._weights = weights
        self._growth = growth

    def find(self) -> list[_Bead]:
        """The cheapest chain of beads from the beginning of both sides to their ends."""
        rows, columns = len(self._source), len(self._target)
        best: dict[tuple[int, int], tuple[float, _Bead | None]] = {(0, 0): (0.0, None)}
        for i in range(rows + 1):
            first, last = (i - 1) * columns // max(1, rows) - _ROOM, (i + 1) * columns // max(1, rows) + _ROOM
            for j in range(max(0, first), min(columns, last) + 1):
                reached = [
                    (best[i - up, j - left][0] + prior + bead.cost, bead)
                    for (up, left), prior in _BEADS.items()
                    if (i - up, j - left) in best
                    for bead in [self._read(range(i - up, i), range(j - left, j))]
                ]
                if reached:
                    best[i, j] = min(reached, key=lambda step: step[0])
        return self._walk_back(best)

    def _walk_back(self, best: dict[tuple[int, int], tuple[float, _Bead | None]]) -> list[_Bead]:
        beads: list[_Bead] = []
        bead = best[len(self._source), len(self._target)][1]
        while bead:
            beads.append(bead)
            bead = best[bead.source.start, bead.target.start][1]
        return beads[::-1]

    def _read(self, source: range, target: range) -> _Bead:
        if not source or not target:
            return _Bead(source, target)
        parts, others = self._source[source.start : source.stop], self._target[target.start : target.stop]
        a, b = join(parts, self._weights), join(others, self._weights)
        expected = max(1.0, a.length * self._growth)
        spread = math.hypot(_SPREAD, _SHORT_SPREAD / math.sqrt(expected * max(1, b.length)))
        stray = abs(math.log(max(1, b.length) / expected)) / spread
        mass = a.mass + b.mass
        agreement = 2 * self._weights.add_up(a.features & b.features) / mass if mass else 0.0
        trust = min(1.0, mass / _ENOUGH_MASS)
        has_other = bool(a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers))
        cost = min(_MOST_STRAY, stray**2 / 2) + _WORTH_OF_EVIDENCE * trust * (_EXPECTED - agreement)
        cost += _OTHER_NUMBERS * has_other + self._price_pieces(parts, b) + self._price_pieces(others, a)
        return _Bead(source, target, cost, stray, trust, min(1.0, agreement / _FULL_AGREEMENT), has_other)

    def _price_pieces(self, parts: Sequence[Evidence], whole: Evidence) -> float:
        """How unlikely it is that several sentences were made one: each must bring something that the one has."""
        cost = 0.0
        for part in parts if len(parts) > 1 else ():
            if part.mass:
                held = self._weights.add_up(part.features & whole.features) / part.mass
                cost += _WORTH_OF_PIECE * min(1.0, part.mass / _ENOUGH_MASS) * max(0.0, _EXPECTED - held)
        return cost


def _judge(beads: Sequence[_Bead]) -> list[AlignedPair]:
    """The pairs with their confidence; where the neighbours run in step, one that says little is believed too."""
    alone = [_measure(bead) for bead in beads]
    in_step = [bead.is_in_step and sure >= _SURE for bead, sure in zip(beads, alone, strict=True)]
    pairs: list[AlignedPair] = []
    for at, (bead, sure) in enumerate(zip(beads, alone, strict=True)):
        around = in_step[max(0, at - _AROUND) : at] + in_step[at + 1 : at + 1 + _AROUND]
        worth = 0.0
        if around and bead.is_in_step:
            worth = _WORTH_OF_STEP * (1 - bead.trust * (1 - bead.agreement)) * sum(around) / len(around)
        pairs.append(AlignedPair(tuple(bead.source), tuple(bead.target), round(sure + worth * (1 - sure), 2)))
    return pairs


def _measure(bead: _Bead) -> float:
    if not bead.source or not bead.target:
        return _LONE
    fit = math.exp(-(bead.stray**2) / 4)
    confidence = bead.trust * (0.35 * fit + 0.62 * bead.agreement) + (1 - bead.trust) * 0.6 * fit
    return (
        confidence
        * (0.6 if bead.has_other_numbers else 1.0)
        * (0.9 if len(bead.source) + len(bead.target) > 2 else 1.0)
    )
