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


class Uses:
    """The translations of a project in one language, by what they say."""

    def __init__(self, uses: Iterable[Use]) -> None:
        self._targets: dict[str, dict[str, Use]] = defaultdict(dict)
        self._sources: dict[str, dict[str, Use]] = defaultdict(dict)
        for use in uses:
            source, target = _fold(use.source), _fold(use.target)
            self._targets[source].setdefault(target, use)
            self._sources[target].setdefault(source, use)

    def find_twins(self, place: str, source: str, target: str) -> Mapping[str, tuple[Spot, ...]]:
        """What other translations say of this one, by check."""
        folded, said = _fold(source), _fold(target)
        found: dict[str, tuple[Spot, ...]] = {}
        other = _first_other(self._targets.get(folded, {}), said, place)
        if other is not None and count_words(folded) >= _FEWEST_WORDS:
            found["same-source"] = (Spot(f"the same English is translated otherwise in {other.place}"),)
        other = _first_other(self._sources.get(said, {}), folded, place)
        if other is not None and count_words(said) >= _FEWEST_TARGET_WORDS:
            found["same-target"] = (Spot(f"{other.place} has the same translation for another text"),)
        return found


def _first_other(uses: Mapping[str, Use], text: str, place: str) -> Use | None:
    return next((use for folded, use in uses.items() if folded != text and use.place != place), None)


def _fold(text: str) -> str:
    return fold_case(strip_markup(text)).rstrip(_FINAL)
