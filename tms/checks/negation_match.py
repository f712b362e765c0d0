"""Which negations of an English sentence have a counterpart, each by the place where it stands.

Words keep their place, more or less, in a translation: a negation at the head of a long sentence is not the one at its
end. Each place of the source is given one of the translation that is not far and not taken.
"""

from collections.abc import Callable, Sequence

# How far apart, of the longer of the two texts, and at least, in characters.
_FAR = 0.36
_LEAST = 36


class Ruler:
    """Tells whether places of two texts are about the same."""

    def __init__(self, source: str, target: str, leeway: float = 1.0) -> None:
        self._longest = max(len(source), len(target), 1)
        self._source = self._longest / max(len(source), 1)
        self._target = self._longest / max(len(target), 1)
        self._most = max(_LEAST, _FAR * self._longest) * leeway

    def is_near(self, place: int, other: int, share: float = 1.0) -> bool:
        """Whether a place of the source and one of the target are not far from each other."""
        return abs(place * self._source - other * self._target) <= self._most * share


def match_places(wanted: Sequence[int], there: Sequence[int], fits: Callable[[int, int], bool]) -> list[int]:
    """The indexes of what is wanted that is left over when as many as can be have found a fitting place."""
    taken: dict[int, int] = {}

    def find(index: int, seen: set[int]) -> bool:
        for other in range(len(there)):
            if other not in seen and fits(index, other):
                seen.add(other)
                if other not in taken or find(taken[other], seen):
                    taken[other] = index
                    return True
        return False

    return [index for index in range(len(wanted)) if not find(index, set())]
