"""Texts that should be alike and are not, or are alike and should not be, across a project.

`same-source`: a sentence that stands in the source twice has two translations. `same-target`: one translation stands
for two sources, as when a match of the memory was confirmed unread or a paragraph was pasted twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tms.text.markup import strip_markup
from tms.text.normalize import fold_case
from tms.text.words import count_words
from tms.values import Spot

_FEWEST_WORDS = 3
_FEWEST_TARGET_WORDS = 5
_FINAL = " .!?…:;\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Use:
    """A source with the translation that somebody stands behind, and where: "letters s3"."""

    place: str
    source: str
    target: str


Folded = tuple[int, int]
"""The hash of what a text says, and how many words it has."""


class Uses:
    """The translations of a project in one language, by what they say.

    `folds` remembers what texts say from one project state to the next, by their hash: a save changes one of thousands.
    """

    def __init__(self, uses: Iterable[Use], folds: dict[int, Folded] | None = None) -> None:
        self._folds = {} if folds is None else folds
        self._targets: dict[int, dict[int, str]] = defaultdict(dict)
        self._sources: dict[int, dict[int, str]] = defaultdict(dict)
        for use in uses:
            (source, _), (target, _) = self._fold(use.source), self._fold(use.target)
            self._targets[source].setdefault(target, use.place)
            self._sources[target].setdefault(source, use.place)

    def find_twins(self, place: str, source: str, target: str) -> Mapping[str, tuple[Spot, ...]]:
        """What other translations say of this one, by check."""
        (folded, words), (said, said_words) = self._fold(source), self._fold(target)
        found: dict[str, tuple[Spot, ...]] = {}
        other = _first_other(self._targets.get(folded, {}), said, place)
        if other is not None and words >= _FEWEST_WORDS:
            found["same-source"] = (Spot(f"the same English is translated otherwise in {other}"),)
        other = _first_other(self._sources.get(said, {}), folded, place)
        if other is not None and said_words >= _FEWEST_TARGET_WORDS:
            found["same-target"] = (Spot(f"{other} has the same translation for another text"),)
        return found

    def _fold(self, text: str) -> Folded:
        key = hash(text)
        found = self._folds.get(key)
        if found is None:
            folded = fold_case(strip_markup(text)).rstrip(_FINAL)
            found = self._folds[key] = (hash(folded), count_words(folded))
        return found


def _first_other(places: Mapping[int, str], text: int, place: str) -> str | None:
    return next((where for folded, where in places.items() if folded != text and where != place), None)
