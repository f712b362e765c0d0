"""Where a translation has nearly an accepted form: "Ouighours", "uighures"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from tms.glossary.folding import fold_text, is_boundary, strip_marks
from tms.glossary.grammar import is_acronym
from tms.glossary.index import Entry
from tms.glossary.inflection import expand_forms
from tms.glossary.reading import Reading
from tms.glossary.wording import copy_capitals
from tms.values import Severity, Spot, Term, TermHit

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MIN_WORD = 6
_LONG_WORD = 10
_MAX_TEXT = 20_000
_SAME_SOUND = tuple(map(set, ("ck", "sx", "jx", "iy", "bv", "sz", "gj", "cz")))


@dataclass(frozen=True, slots=True)
class _Near:
    """A place in the folded text that is nearly a form; a smaller `distance` is nearer."""

    start: int
    end: int
    distance: int


class Misspellings:
    """Words of a target text, compared with accepted forms of the concepts that its source demands."""

    def __init__(self, reading: Reading, source: str) -> None:
        self._reading = reading
        self._source = source
        self._windows: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def _plain(self) -> str:
        return strip_marks(self._reading.folded.lower)

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_TOKEN.finditer(self._reading.folded.lower))

    def find(self, concept: str, severity: Severity | None, *, limit: int) -> list[Spot]:
        """The places that are nearly a form of a concept; `limit` 0 lets forms differ in accents only."""
        if len(self._reading.text) > _MAX_TEXT:
            return []
        spots: dict[tuple[int, int], tuple[int, Spot]] = {}
        for entry in self._reading.lexicon.list_accepted(concept):
            # A verb has more forms than a glossary names.
            is_verb = entry.term.part_of_speech.startswith("verb")
            if is_acronym(entry.cased) or is_verb or len(entry.cased) < _MIN_WORD - 1:
                continue
            for near in self._list_near(entry, limit):
                span = self._reading.folded.get_span(near.start, near.end)
                if span not in spots or near.distance < spots[span][0]:
                    spots[span] = (near.distance, self._spot(entry, span, severity))
        return [spot for _, spot in spots.values()]

    def _spot(self, entry: Entry, span: tuple[int, int], severity: Severity | None) -> Spot:
        found = self._reading.text[slice(*span)]
        form = entry.inflection.text
        written = copy_capitals(form, found=found[:1], model=form[:1])
        return Spot(f"“{found}” should be “{written}”", *span, written, severity, entry.concept)

    def _list_near(self, entry: Entry, limit: int) -> Iterator[_Near]:
        wanted = entry.cased.lower()
        plain = strip_marks(wanted)
        regular = _list_regular(entry.term)
        allowed = min(limit, 2 if len(plain) >= _LONG_WORD else 1)
        for start, end in self._list_places(plain, allowed):
            window = self._reading.folded.lower[start:end]
            distance = _measure(plain, self._plain[start:end], allowed)
            is_other = distance is not None and len(window) >= _MIN_WORD and window not in regular
            if distance is not None and is_other and not self._is_taken(window, start, end):
                # Of two forms as near, the one that ends alike has the number that was meant.
                ending = 0 if wanted[-1] == window[-1] else 1
                yield _Near(start, end, distance * 100 + OSA.distance(wanted, window) * 10 + ending)

    def _list_places(self, plain: str, allowed: int) -> Iterator[tuple[int, int]]:
        """Where the form stands but for accents, or else all windows of about its length and of as many words."""
        if allowed:
            size = len(_TOKEN.findall(plain))
            yield from ((start, end) for start, end in self._list_windows(size) if abs(end - start - len(plain)) <= 2)
            return
        start = self._plain.find(plain)
        while start >= 0:
            end = start + len(plain)
            if is_boundary(self._plain, start, -1) and is_boundary(self._plain, end, 1):
                yield start, end
            start = self._plain.find(plain, end)

    def _list_windows(self, size: int) -> list[tuple[int, int]]:
        if size not in self._windows:
            lasts = self._words[size - 1 :]
            self._windows[size] = [(a.start(), b.end()) for a, b in zip(self._words, lasts, strict=False)]
        return self._windows[size]

    def _is_taken(self, window: str, start: int, end: int) -> bool:
        """Whether a window is something else: a term, part of one, markup, or a word that the source has too."""
        reading = self._reading
        span = reading.folded.get_span(start, end)
        found = reading.text[slice(*span)]
        if reading.lexicon.has_form(window) or reading.is_protected(*span) or "<" in found:
            return True
        # A window that holds a whole hit and more is a longer term; one that cuts into a hit, or is it, is taken.
        hits = (*reading.accepted, *reading.deprecated)
        if any(hit.start < span[1] and span[0] < hit.end and not _is_within(hit, span) for hit in hits):
            return True
        return re.search(rf"\b{re.escape(found)}\b", self._source) is not None


@lru_cache(maxsize=4_096)
def _list_regular(term: Term) -> frozenset[str]:
    """The folded forms by rule, those too that the glossary does not name: libertés d'expression is no misspelling."""
    free = replace(term, forms=(), number="")
    return frozenset(fold_text(form).lower for form in expand_forms(free))


def _is_within(hit: TermHit, span: tuple[int, int]) -> bool:
    return span[0] <= hit.start and hit.end <= span[1] and (hit.start, hit.end) != span


def _measure(plain: str, window: str, allowed: int) -> int | None:
    """Edits between two spellings without accents, None where they are too many or change the first letter."""
    distance = OSA.distance(plain, window, score_cutoff=allowed)
    if distance > allowed:
        return None
    is_first = bool(distance) and len(plain) == len(window) and plain[0] != window[0]
    # Korea del Norte: a sound that is written otherwise elsewhere, in a phrase that leaves no doubt.
    if is_first and not (" " in plain and plain[1:] == window[1:] and {plain[0], window[0]} in _SAME_SOUND):
        return None
    return distance
