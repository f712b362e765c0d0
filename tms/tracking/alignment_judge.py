"""How sure an alignment is of each of its pairs, and why."""

import math
from dataclasses import replace
from statistics import median

from tms.tracking.alignment_table import (
    ENOUGH_MASS,
    LIKELY_LENGTH,
    Bead,
    Table,
    has_other_links,
    has_other_numbers,
    is_other_kind,
    name_group,
)
from tms.tracking.evidence import LINK, NAME, NUMBER, Evidence
from tms.values import AlignedPair

# What the neighbours say: within so many on each side, at least so sure by themselves.
_AROUND = 4
_SURE = 0.5
_WORTH_OF_STEP = 0.6
# Where evidence speaks against a pair, a person must look.
_DOUBTED = 0.45
_NO_AGREEMENT = 0.1
_FULL_AGREEMENT = 0.65
# Of what a piece must have to be known by something, the share.
_UNKNOWN = 0.15
# By so many standard deviations the lengths disagree more without it.
_MISSED = 1.5
_FEWEST_TO_JUDGE_A_FILE = 3
# That a whole row of pairs is one place off is ruled out where it costs so much more; farther on it may cost less.
_RULED_OUT = 4.0
_OUT_OF_SIGHT = 8.0
_ENOUGH_FIGURES = 5
_SHARED_FIGURES = 0.25


class Judge:
    """Says how sure each bead is, and why."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def judge(self, beads: list[Bead]) -> list[AlignedPair]:
        """The beads with confidence and reasons; where the parts around run in step, a short one is believed too."""
        alone = [self._confidence(bead) for bead in beads]
        in_step = [self._is_orderly(bead) and sure >= _SURE for bead, sure in zip(beads, alone, strict=True)]
        is_other_text = self._is_other_text(beads)
        movable = self._find_movable(beads)
        pairs: list[AlignedPair] = []
        reached = 0
        for at, bead in enumerate(beads):
            confidence = alone[at]
            places = (*range(max(0, at - _AROUND), at), *range(at + 1, min(len(beads), at + 1 + _AROUND)))
            # A unit without partner says nothing of the pairs around it.
            around = [in_step[place] for place in places if beads[place].source and beads[place].target]
            if around and self._is_in_step(bead) and not self._has_rival(beads, at):
                confidence += self._worth_of_step(bead) * sum(around) / len(around) * (1 - confidence)
            if at in movable or self._is_doubted(beads, at, is_other_text=is_other_text):
                confidence = min(confidence, _DOUBTED)
            reasons = self._reasons(bead)
            if bead.source and bead.target:
                reasons = (*reasons, "in another place") if bead.target.start < reached else reasons
                reached = max(reached, bead.target.stop)
            pairs.append(AlignedPair(tuple(bead.source), tuple(bead.target), round(confidence, 2), reasons))
        return pairs

    def _is_orderly(self, bead: Bead) -> bool:
        """In step, or several in one that belong together."""
        return self._is_in_step(bead) or (self._is_joined(bead) and not self._has_unknown_piece(bead))

    def _is_in_step(self, bead: Bead) -> bool:
        """One to one, of the same kind, of a likely length, and no number speaks against it."""
        if len(bead.source) != 1 or len(bead.target) != 1:
            return False
        a, b = self._both(bead)
        return a.is_figure == b.is_figure and self._may_be(a, b)

    def _has_rival(self, beads: list[Bead], at: int) -> bool:
        """Whether a unit without partner stands next to a bead and may as well be the other's."""
        a, b = self._both(beads[at])
        for bead in (*beads[max(0, at - 1) : at], *beads[at + 1 : at + 2]):
            if not bead.target and self._may_be(self._table.join_source(bead.source), b):
                return True
            if not bead.source and self._may_be(a, self._table.join_target(bead.target)):
                return True
        return False

    def _is_doubted(self, beads: list[Bead], at: int, *, is_other_text: bool) -> bool:
        """Whether a person must look, whatever speaks for a bead."""
        bead = beads[at]
        if bead.source and bead.target:
            return is_other_text or self._is_contradicted(bead) or self._has_unknown_piece(bead)
        # A unit without partner beside one of the other side: they may belong together after all.
        near = (*beads[max(0, at - 1) : at], *beads[at + 1 : at + 2])
        return any(not (one.source if bead.source else one.target) for one in near)

    def _find_movable(self, beads: list[Bead]) -> set[int]:
        """The pairs that may as well be one place off, because a unit without partner stands in their row, and that.

        Any unit between two pairs that are known by more than their lengths may be the one without.
        """
        movable: set[int] = set()
        seen: dict[tuple[int, int, bool], float] = {}
        for at, bead in enumerate(beads):
            if not (bead.source and bead.target):
                found = self._walk(beads, at, -1, seen) | self._walk(beads, at, 1, seen)
                movable |= found | {at} if found else found
        return movable

    def _walk(self, beads: list[Bead], at: int, step: int, seen: dict[tuple[int, int, bool], float]) -> set[int]:
        """The pairs from a lone unit on that may be one place off, each with its neighbour's unit."""
        free, movable, passed = beads[at], set[int](), set[int]()
        is_source, cost, place = bool(free.source), 0.0, at + step
        while 0 <= place < len(beads) and cost < _OUT_OF_SIGHT:
            bead = beads[place]
            if len(bead.source) == len(bead.target) == 1:
                other = Bead(free.source, bead.target) if is_source else Bead(bead.source, free.target)
                cost += self._table.cost(*self._both(other)) - self._table.cost(*self._both(bead))
                passed.add(place)
                if cost < _RULED_OUT:
                    movable |= passed
                # From here on all walks are one.
                if cost >= seen.get((place, step, is_source), math.inf):
                    break
                seen[place, step, is_source] = cost
                free = bead
            elif (bead.source and bead.target) or bool(bead.source) != is_source:
                break
            place += step
        return movable

    def _may_be(self, a: Evidence, b: Evidence) -> bool:
        is_contrary = has_other_numbers(a, b) or has_other_links(a, b) or is_other_kind(a, b)
        return not is_contrary and self._table.stray(a, b) < LIKELY_LENGTH

    def _worth_of_step(self, bead: Bead) -> float:
        """What the neighbours say weighs by as much as the pair itself does not speak against it."""
        return _WORTH_OF_STEP * (1 - self._trust(bead) * (1 - self._agreement(bead)))

    def _trust(self, bead: Bead) -> float:
        a, b = self._both(bead)
        return min(1.0, (a.mass + b.mass) / ENOUGH_MASS)

    def _agreement(self, bead: Bead) -> float:
        """Two thirds of what both languages know is as much agreement as a free translation leaves."""
        return min(1.0, self._table.agree(*self._both(bead)) / _FULL_AGREEMENT)

    def _is_contradicted(self, bead: Bead) -> bool:
        """Whether both sides say much, and hardly anything in common."""
        a, b = self._both(bead)
        return min(a.mass, b.mass) >= ENOUGH_MASS / 2 and self._agreement(bead) < _NO_AGREEMENT

    def _is_other_text(self, beads: list[Bead]) -> bool:
        """Whether the two files have so little in common that one is no translation of the other."""
        if self._table.is_of_strangers:
            return True
        telling = [bead for bead in beads if bead.source and bead.target and self._trust(bead) >= _SURE]
        if len(telling) >= _FEWEST_TO_JUDGE_A_FILE and median(map(self._agreement, telling)) < _NO_AGREEMENT:
            return True
        sides = (self._table.source, self._table.target)
        source, target = (frozenset[str]().union(*(unit.numbers for unit in side)) for side in sides)
        fewest = min(len(source), len(target))
        return fewest >= _ENOUGH_FIGURES and len(source & target) < _SHARED_FIGURES * fewest

    def _both(self, bead: Bead) -> tuple[Evidence, Evidence]:
        return self._table.join_source(bead.source), self._table.join_target(bead.target)

    def _confidence(self, bead: Bead) -> float:
        if not (bead.source and bead.target):
            return 0.9 - 0.6 * self._best_elsewhere(bead)
        a, b = self._both(bead)
        fit = math.exp(-(self._table.stray(a, b) ** 2) / 4)
        trust, agreement = self._trust(bead), self._agreement(bead)
        confidence = trust * (0.35 * fit + 0.62 * agreement) + (1 - trust) * 0.6 * fit
        if is_other_kind(a, b):
            confidence *= 0.7
        if has_other_numbers(a, b) or has_other_links(a, b):
            confidence *= 0.6
        elif bool(a.numbers) != bool(b.numbers):
            # A figure is written in words at times: one is little, several are not.
            confidence *= 0.9 if len(a.numbers | b.numbers) == 1 else 0.7
        if a.is_figure != b.is_figure:
            confidence = min(confidence, _DOUBTED)
        return confidence * 0.9 if self._is_joined(bead) else confidence

    @staticmethod
    def _is_joined(bead: Bead) -> bool:
        return len(bead.source) + len(bead.target) > 2

    def _has_unknown_piece(self, bead: Bead) -> bool:
        """Whether one of several units that were made one says nothing by which to know it, nor its length."""
        if not self._is_joined(bead):
            return False
        a, b = self._both(bead)
        pieces = self._table.list_source(bead.source) if len(bead.source) > 1 else self._table.list_target(bead.target)
        whole, other = (a, b) if len(bead.source) > 1 else (b, a)
        return any(
            piece.mass < ENOUGH_MASS * _UNKNOWN and not self._is_missed(whole, piece, other, is_source=whole is a)
            for piece in pieces
        )

    def _is_missed(self, whole: Evidence, piece: Evidence, other: Evidence, *, is_source: bool) -> bool:
        """Whether the lengths agree much worse without a piece."""
        rest = replace(whole, length=max(1, whole.length - piece.length))
        strays = [self._table.stray(*((one, other) if is_source else (other, one))) for one in (whole, rest)]
        return strays[1] - strays[0] >= _MISSED

    def _best_elsewhere(self, bead: Bead) -> float:
        """How well a unit that was left alone would go with those that stand near on the other side."""
        table = self._table
        if bead.source:
            near = table.target[max(0, bead.target.start - 2) : bead.target.start + 2]
            return max((table.agree(table.join_source(bead.source), other) for other in near), default=0.0)
        near = table.source[max(0, bead.source.start - 2) : bead.source.start + 2]
        return max((table.agree(other, table.join_target(bead.target)) for other in near), default=0.0)

    def _reasons(self, bead: Bead) -> tuple[str, ...]:
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
        if has_other_numbers(a, b):
            reasons.append("other numbers")
        if has_other_links(a, b):
            reasons.append("other links")
        if is_other_kind(a, b):
            reasons.append(f"{name_group(a)} and {name_group(b)}")
        stray = self._table.stray(a, b)
        reasons.append("length fits" if stray < 1.5 else f"length {a.length} and {b.length} characters")
        return tuple(reasons)
