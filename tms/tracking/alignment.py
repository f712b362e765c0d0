"""Align an existing translation with its source: which units of one belong to which of the other.

Dynamic programming over beads (1:1, 1:0, 0:1, 1:2, 2:1, 1:3, 3:1) after Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora", Computational Linguistics 19 (1993); besides lengths, what both texts share counts.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tms.tracking.alignment_judge import Judge
from tms.tracking.alignment_table import (
    ENOUGH_MASS,
    LIKELY_LENGTH,
    WORTH_OF_EVIDENCE,
    Bead,
    Table,
    has_other_links,
    has_other_numbers,
    is_other_kind,
    make_prices,
    measure_growth,
)
from tms.tracking.corridor import Corridor, find_corridor
from tms.tracking.evidence import Evidence, read_evidence
from tms.values import AlignedPair, Unit

# Costs are natural logarithms: what a bead costs before one looks at it.
_BEADS = {(1, 1): 0.1, (1, 0): 3.0, (0, 1): 3.0, (1, 2): 3.2, (2, 1): 3.2, (1, 3): 4.6, (3, 1): 4.6}
# Notes, credits and what to read next come after the last unit of the source.
_TRAILING = 2.0
# A unit that stands out of order is found within so many rows, if so much of both is the same.
_MOVED_BY = 12
_MOVED_AGREEMENT = 0.45


def align(
    source: Sequence[Unit], target: Sequence[Unit], *, source_language: str, target_language: str
) -> tuple[AlignedPair, ...]:
    """Pair the units of a source and its translation, in the order of the source; each stands in exactly one pair.

    `confidence` is 0-1: near 1 where figures, names and lengths agree, under 0.5 where little speaks for a pair.
    """
    evidence = read_evidence(source, target, source_language, target_language)
    growth = measure_growth(source_language, target_language)
    table = Table(*evidence, growth)
    beads = _find_way(table, find_corridor(*evidence, make_prices(growth, alone=_BEADS[1, 0])))
    return tuple(Judge(table).judge(_pair_moved(table, beads)))


def judge_pairs(
    source: Sequence[Unit],
    target: Sequence[Unit],
    pairs: Sequence[AlignedPair],
    *,
    source_language: str,
    target_language: str,
) -> tuple[AlignedPair, ...]:
    """Pairs that somebody made, each with how sure it is and why; as they are where units do not follow one another."""
    table = Table(
        *read_evidence(source, target, source_language, target_language),
        measure_growth(source_language, target_language),
    )
    judged = {
        at: Bead(_to_range(pair.source), _to_range(pair.target))
        for at, pair in enumerate(pairs)
        if _is_run(pair.source) and _is_run(pair.target)
    }
    found = iter(Judge(table).judge(list(judged.values())))
    return tuple(next(found) if at in judged else pair for at, pair in enumerate(pairs))


def _is_run(places: Sequence[int]) -> bool:
    return not places or tuple(places) == tuple(range(places[0], places[-1] + 1))


def _to_range(places: Sequence[int]) -> range:
    return range(places[0], places[-1] + 1) if places else range(0)


def _find_way(table: Table, corridor: Corridor) -> list[Bead]:
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
                is_trailing = bead == (0, 1) and i == len(low) - 1
                so_far = best[from_i][from_j - low[from_i]] + (_TRAILING if is_trailing else prior)
                if so_far >= best[i][j - low[i]] + WORTH_OF_EVIDENCE:
                    continue
                if bead[0] and bead[1]:
                    so_far += table.cost_of(from_i, i, from_j, j)
                if so_far < best[i][j - low[i]]:
                    best[i][j - low[i]] = so_far
                    step[i][j - low[i]] = bead
    return _walk_back(step, low, len(table.source), len(table.target))


def _walk_back(step: list[list[tuple[int, int]]], low: list[int], i: int, j: int) -> list[Bead]:
    beads: list[Bead] = []
    while i or j:
        rows, columns = step[i][j - low[i]]
        beads.append(Bead(range(i - rows, i), range(j - columns, j)))
        i, j = i - rows, j - columns
    return beads[::-1]


def _pair_moved(table: Table, beads: list[Bead]) -> list[Bead]:
    """The beads, with units that changed places paired: each is left alone, near, and the other's best by far."""
    sources = [at for at, bead in enumerate(beads) if not bead.target]
    targets = [at for at, bead in enumerate(beads) if not bead.source]
    found: list[tuple[float, int, int]] = []
    for at in sources:
        near = targets[bisect_left(targets, at - _MOVED_BY) : bisect_right(targets, at + _MOVED_BY)]
        a = table.join_source(beads[at].source)
        found += [
            (table.agree(a, b), at, to) for to in near if _is_moved(table, a, b := table.join_target(beads[to].target))
        ]
    partner: dict[int, int] = {}
    for _, at, to in sorted(found, reverse=True):
        if at not in partner and to not in partner:
            partner |= {at: to, to: at}
    return [
        Bead(bead.source, beads[partner[at]].target) if at in partner else bead
        for at, bead in enumerate(beads)
        if at not in partner or bead.source
    ]


def _is_moved(table: Table, a: Evidence, b: Evidence) -> bool:
    is_contrary = has_other_numbers(a, b) or has_other_links(a, b) or is_other_kind(a, b)
    is_telling = min(a.mass, b.mass) >= ENOUGH_MASS / 2 and table.agree(a, b) >= _MOVED_AGREEMENT
    return is_telling and not is_contrary and table.stray(a, b) < LIKELY_LENGTH
