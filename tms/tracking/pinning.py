"""Which sentences of a translation a change of its source touches."""

from collections.abc import Sequence
from itertools import accumulate

from tms.text.sentences import split_sentences
from tms.tracking.pairing import pair_units
from tms.tracking.pinning_alignment import align_sentences
from tms.values import AlignedPair, Change, Kind, Pair, SentencePin, Unit

# A paragraph with more sentences than this is no prose that one reads sentence by sentence.
_MOST_SENTENCES = 400


def pin_change(
    made_from: str, current: str, target: str, *, source_language: str, language: str
) -> tuple[SentencePin, ...]:
    """The places of `target`, made from `made_from`, that the change to `current` touches, in the order of the target.

    A rewritten sentence pins to the sentences that it was translated by, a new one to the place between two.
    """
    if made_from == current or not target.strip():
        return ()
    old, new = (_split(text, source_language) for text in (made_from, current))
    mine = split_sentences(target, language)
    if max(len(old), len(new), len(mine)) > _MOST_SENTENCES:
        return ()
    aligned = align_sentences(old, mine, source_language=source_language, target_language=language)
    places = _Places(mine, aligned)
    changed = _list_changed(old, new, source_language)
    pins = (places.pin(_join(old, before), _join(new, after), before, anchor) for before, after, anchor in changed)
    return tuple(sorted(pins, key=lambda pin: (pin.start, pin.end)))


def _split(text: str, language: str) -> list[str]:
    return [part.strip() for part in split_sentences(text, language)]


def _to_units(sentences: Sequence[str]) -> list[Unit]:
    return [Unit(Kind.PARAGRAPH, sentence.strip(), sentence, 1) for sentence in sentences]


def _join(sentences: Sequence[str], places: Sequence[int]) -> str:
    return " ".join(sentences[place] for place in places)


_Changed = tuple[tuple[int, ...], tuple[int, ...], int]


def _list_changed(old: list[str], new: list[str], language: str) -> list[_Changed]:
    """Old and new positions of what changed, and after which old sentence it stands (-1: before all)."""
    changed: list[_Changed] = []
    anchor = -1
    is_open = False
    for pair in pair_units(_to_units(old), _to_units(new), language=language):
        is_next = is_open and _completes(changed[-1], pair)
        if pair.change is not Change.UNCHANGED:
            before, after, since = changed.pop() if is_next else ((), (), anchor)
            changed.append(((*before, *pair.old), (*after, *pair.new), since))
        is_open = pair.change in (Change.INSERTED, Change.DELETED)
        if pair.old:
            anchor = pair.old[-1]
    return changed


def _completes(last: _Changed, pair: Pair) -> bool:
    """A deleted sentence with an inserted one beside it is one that was written anew."""
    return (pair.change is Change.INSERTED and not last[1]) or (pair.change is Change.DELETED and not last[0])


class _Places:
    """Where the sentences of a translation stand, and which source sentences each belongs to."""

    def __init__(self, mine: Sequence[str], aligned: Sequence[AlignedPair]) -> None:
        ends = list(accumulate(map(len, mine)))
        self._spans = [
            (end - len(part.lstrip()), end - len(part) + len(part.rstrip()))
            for part, end in zip(mine, ends, strict=True)
        ]
        self._aligned = aligned
        self._of = {place: pair for pair in aligned for place in pair.source}

    def pin(self, old: str, new: str, before: Sequence[int], anchor: int) -> SentencePin:
        """The pin of a change of the source sentences at `before`, or of one that was inserted after `anchor`."""
        pairs = [self._of[place] for place in before]
        touched = sorted({place for pair in pairs for place in pair.target})
        if touched:
            start, end = self._spans[touched[0]][0], self._spans[touched[-1]][1]
            return SentencePin(start, end, touched[0] + 1, old, new, min(pair.confidence for pair in pairs))
        return self._pin_between(old, new, anchor if not before else before[0] - 1)

    def _pin_between(self, old: str, new: str, anchor: int) -> SentencePin:
        """Behind the translation of the nearest sentence before that has one."""
        near = [self._of[place] for place in range(anchor, -1, -1) if self._of[place].target]
        confidence = near[0].confidence if near else 1.0
        number = near[0].target[-1] + 1 if near else 0
        place = self._spans[number - 1][1] if number else 0
        return SentencePin(place, place, number, old, new, confidence)
