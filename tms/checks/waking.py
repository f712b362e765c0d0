"""Which checks have to run on a text: one look at its characters and words decides for all of them.

Sets of checks are bits of a number: what a character or a word wakes is looked up and joined, so that the seventy
checks that have nothing to do cost nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from tms.checks.check import Check, base_language
from tms.values import CheckInput

_WORD = re.compile(r"[^\W\d_]+")


class Waking:
    """The checks of a list that are for a language, and what wakes each of them."""

    def __init__(self, checks: tuple[Check, ...], language: str) -> None:
        self._checks = tuple(c for c in checks if c.languages is None or language in c.languages)
        self._sourceless = self._where(lambda check: not check.needs_source)
        self._foreign = self._where(lambda check: check.languages is None or check.category != "typographical")
        self._signs = _Needs(check.signs for check in self._checks)
        self._words = _Needs(check.words for check in self._checks)
        self._source_words = _Needs(check.source_words for check in self._checks)
        either = [check.either_signs | check.either_words for check in self._checks]
        self._either = _Needs(either)
        self._given = {check.id: 1 << place for place, check in enumerate(self._checks) if check.is_given}
        self._ungiven = self._where(lambda check: not check.is_given)
        self._for_empty = self._where(lambda check: check.is_for_empty)

    def list_awake(self, pair: CheckInput) -> Iterator[Check]:
        """The checks that may find something, in their order."""
        target, source = pair.target, pair.source or ""
        awake = self._ungiven
        for check_id in pair.given:
            awake |= self._given.get(check_id, 0)
        if pair.source is None:
            awake &= self._sourceless
        # The signs of a language do not matter in a text that is still in another, or is a name in both.
        if source == target:
            awake &= self._foreign
        if not target.strip():
            awake &= self._for_empty
        signs = frozenset(target)
        awake &= self._signs.find(signs)
        words = frozenset(_WORD.findall(target.lower()))
        source_words = frozenset(_WORD.findall(source.lower()))
        awake &= self._words.find(words) & self._source_words.find(source_words)
        awake &= self._either.find(signs, frozenset(source), words, source_words)
        while awake:
            lowest = awake & -awake
            yield self._checks[lowest.bit_length() - 1]
            awake ^= lowest

    def _where(self, is_so: Callable[[Check], bool]) -> int:
        return sum(1 << place for place, check in enumerate(self._checks) if is_so(check))


class _Needs:
    """For each check a set of which a text must have one; an empty set asks for nothing."""

    def __init__(self, needs: Iterable[frozenset[str]]) -> None:
        wakes: dict[str, int] = defaultdict(int)
        self._always = 0
        for place, wanted in enumerate(needs):
            if not wanted:
                self._always |= 1 << place
            for one in wanted:
                wakes[one] |= 1 << place
        self._wakes: Mapping[str, int] = dict(wakes)
        self._all = frozenset(wakes)

    def find(self, *there: frozenset[str]) -> int:
        """The checks that have what they need."""
        found = self._always
        for one in there:
            for hit in self._all & one:
                found |= self._wakes[hit]
        return found


@lru_cache(maxsize=32)
def get_waking(checks: tuple[Check, ...], language: str) -> Waking:
    """What wakes the checks of a list in a language."""
    return Waking(checks, base_language(language))
