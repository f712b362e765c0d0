"""Which checks have to run on a text: one look at its characters and words decides for all of them.

Sets of checks are bits of a number: what a character or a word wakes is looked up and joined, so that the seventy
checks that have nothing to do cost nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from tms.checks.check import Check, base_language
from tms.checks.code_page import Reading, encode, place_of, read_code
from tms.checks.oversize import LONGEST
from tms.checks.prose import read_prose
from tms.values import CheckInput

# A sign as it stands, a sign as its byte, a word as its bytes.
_Key = str | int | bytes


class Waking:
    """The checks of a list that are for a language, and what wakes each of them."""

    def __init__(self, checks: tuple[Check, ...], language: str) -> None:
        self._checks = tuple(c for c in checks if c.languages is None or language in c.languages)
        self._sourceless = self._where(lambda check: not check.needs_source)
        self._foreign = self._where(lambda check: check.languages is None or check.category != "typographical")
        self._given = {check.id: 1 << place for place, check in enumerate(self._checks) if check.is_given}
        self._ungiven = self._where(lambda check: not check.is_given)
        self._for_empty = self._where(lambda check: check.is_for_empty)
        self._for_part = self._where(lambda check: not check.needs_whole)
        self._looks = [(1 << place, check.may_find) for place, check in enumerate(self._checks) if check.may_find]
        self._table = _Table(self._checks, language)

    def list_awake(self, pair: CheckInput) -> list[Check]:
        """The checks that may find something, in their order."""
        target, source = pair.target, pair.source
        awake = self._table.find(target, source or "")
        if pair.given:
            given = sum(self._given.get(check_id, 0) for check_id in pair.given)
            awake &= self._ungiven | given
        else:
            awake &= self._ungiven
        if source is None:
            awake &= self._sourceless
        # The signs of a language do not matter in a text that is still in another, or is a name in both.
        elif source == target:
            awake &= self._foreign
        if not target or target.isspace():
            awake &= self._for_empty
        if len(target) > LONGEST:
            awake &= self._for_part
        for bit, may_find in self._looks:
            if awake & bit and not may_find(pair):
                awake ^= bit
        found: list[Check] = []
        while awake:
            lowest = awake & -awake
            found.append(self._checks[lowest.bit_length() - 1])
            awake ^= lowest
        return found

    def _where(self, is_so: Callable[[Check], bool]) -> int:
        return sum(1 << place for place, check in enumerate(self._checks) if is_so(check))


class _Table:
    """What each sign and each word wakes.

    A check may have five needs, and each has a section in the numbers: signs, words and shapes of the target, words of
    the source, signs and words of either. It wakes when all are met; what it does not need is met from the start.
    """

    def __init__(self, checks: tuple[Check, ...], language: str) -> None:
        self._width = len(checks)
        self._met = 0
        visible: dict[_Key, int] = defaultdict(int)
        raw: dict[_Key, int] = defaultdict(int)
        source: dict[_Key, int] = defaultdict(int)
        shapes: dict[_Key, int] = defaultdict(int)
        for place, check in enumerate(checks):
            needs = (
                (_list_keys(check.signs), (visible, raw)),
                (_list_keys(words=check.words_of(language)), (visible,)),
                (_list_keys(words=check.source_words), (source,)),
                (_list_keys(check.either_signs, check.either_words), (visible, raw, source)),
                (_list_keys(words=check.shapes), (shapes,)),
            )
            for section, (keys, tables) in enumerate(needs):
                bit = 1 << (place + section * self._width)
                if not keys:
                    self._met |= bit
                for table in tables:
                    for key in keys:
                        table[key] |= bit
        self._visible, self._raw, self._source = ((frozenset(table), dict(table)) for table in (visible, raw, source))
        wanted = {key for key in (*visible, *raw, *source) if isinstance(key, int)}
        self._unwanted = bytes(set(range(0x100)) - wanted)
        self._shapes = [(shape, bits) for shape, bits in shapes.items() if isinstance(shape, bytes)]
        self._has_shape = re.compile(b"|".join(sorted(map(re.escape, dict(self._shapes)))) or rb"(?!)")
        self._any_shape = sum({1 << (place + 4 * self._width) for place, check in enumerate(checks) if check.shapes})

    def find(self, target: str, source: str) -> int:
        """The checks that have what they need."""
        visible = read_prose(target).text
        shown = read_code(visible)
        met = self._met | self._find_shapes(shown) | self._find_keys(visible, shown, *self._visible)
        if visible is not target:
            met |= self._find_keys(target, read_code(target), *self._raw)
        if source:
            met |= self._find_keys(source, read_code(source), *self._source)
        width = self._width
        return met & (met >> width) & (met >> 2 * width) & (met >> 3 * width) & (met >> 4 * width)

    def _find_keys(self, text: str, reading: Reading, known: frozenset[_Key], table: dict[_Key, int]) -> int:
        found = 0
        for key in known.intersection(text if reading.code is None else reading.code.translate(None, self._unwanted)):
            found |= table[key]
        for key in known.intersection(reading.words):
            found |= table[key]
        return found

    def _find_shapes(self, shown: Reading) -> int:
        shapes = shown.shapes
        if shapes is None:
            return self._any_shape  # other letters and spaces: anything may stand there
        found = 0
        if self._has_shape.search(shapes):
            for shape, bits in self._shapes:
                if shape in shapes:
                    found |= bits
        return found


def _list_keys(signs: frozenset[str] = frozenset(), words: frozenset[str] = frozenset()) -> set[_Key]:
    keys: set[_Key] = set(map(encode, words))
    for sign in signs:
        place = place_of(sign)
        keys |= {sign} if place is None else {sign, place}
    return keys


@lru_cache(maxsize=32)
def _make_waking(checks: tuple[Check, ...], language: str) -> Waking:
    return Waking(checks, base_language(language))


# The list asked for last and what wakes it: mostly the same one, a hundred checks long.
_last: list[tuple[tuple[Check, ...], str, Waking]] = []


def get_waking(checks: tuple[Check, ...], language: str) -> Waking:
    """What wakes the checks of a list in a language."""
    for known, its_language, waking in _last:
        if known is checks and its_language == language:
            return waking
    waking = _make_waking(checks, language)
    _last[:] = [(checks, language, waking)]
    return waking
