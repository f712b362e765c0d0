"""Which number of a translation answers for which of its source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from tms.checks.number_context import Context
from tms.checks.shared_scale import list_shared_values
from tms.text.number_notation import get_notation
from tms.text.number_tokens import list_word_tokens
from tms.text.numbers import NumberHit, find_numbers, format_number
from tms.values import CheckInput

# Words up to a thousand belong to phrases ("a hundred times"); above, they are figures ("two million").
_LARGEST_PHRASE = 1000
# One sign, several currencies: ¥, and $ with its many countries.
_LOOSE_UNITS = frozenset(("JPY", "CNY", "ordinal", "time", "about", ""))
_DOLLARS = frozenset(("USD", "CAD", "AUD", "HKD", "TWD", "MXN"))
# Each number that is missing is looked for in the whole text: so many characters in all.
_MOST_READ = 60_000
_FEWEST_HITS = 8
# A longer text with a number in so few characters is a table or a log, and no paragraph.
_LONG = 3000
_FEWEST_CHARACTERS = 15
_NUMBER = re.compile(r"\d+")
_TAG_SIGN = re.compile(r"[<>\[\]*_&]")
_ENGLISH = re.compile(r"\D?\d{1,3}(?:,\d{3})+(?:\.\d+)?\D*|\D?\d+\.\d+\D*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the numbers of a source.

    `matched` are pairs of source and target. `misread` say the right number only in the notation of another
    language. `other_units` are pairs with the same value in two currencies, or with and without a percent sign.
    """

    matched: tuple[tuple[NumberHit, NumberHit], ...]
    misread: tuple[NumberHit, ...]
    other_units: tuple[tuple[NumberHit, NumberHit], ...]
    missing: tuple[NumberHit, ...]
    extra: tuple[NumberHit, ...]


@lru_cache(maxsize=8)
def list_numbers(text: str, language: str) -> tuple[NumberHit, ...]:
    """The numbers of a text, none of an endless one; remembered, as several checks ask for them."""
    return () if _is_endless(text) else find_numbers(text, language)


def _is_endless(text: str) -> bool:
    if len(text) < _LONG:
        return False
    numbers = len(_NUMBER.findall(text)) + len(list_word_tokens(text, "en")) + len(list_word_tokens(text, "fr"))
    return (numbers + len(list_word_tokens(text, "es"))) * _FEWEST_CHARACTERS > len(text)


def answer_pair(pair: CheckInput) -> Answer:
    """What became of the numbers of the source; remembered, as three checks ask for it."""
    return _answer(pair.source or "", pair.source_language, pair.target, pair.language)


@lru_cache(maxsize=8)
def _answer(source: str, source_language: str, target: str, language: str) -> Answer:
    if _is_endless(source) or _is_endless(target):
        return Answer((), (), (), (), ())
    wanted, got = list_numbers(source, source_language), list_numbers(target, language)
    return compare_numbers(wanted, got, source=source, target=target)


def write_in(language: str, value: Decimal, hit: NumberHit) -> str:
    """The value in the notation of a language, in the form of a hit that may be in English notation."""
    like = hit.text
    if hit.is_foreign_notation and _ENGLISH.fullmatch(like):
        notation = get_notation(language)
        like = like.translate({ord(","): notation.groups[0], ord("."): notation.decimal})
    return format_number(value, language, like=like)


def is_plain(hit: NumberHit) -> bool:
    """Whether no tag stands within the number, so that another may be written over it."""
    return not _TAG_SIGN.search(hit.text)


def is_firm(hit: NumberHit) -> bool:
    """Whether a number has to have a counterpart, because it is written in digits or is a large figure."""
    if hit.unit in ("about", "ordinal"):
        return hit.unit == "ordinal" and not hit.is_word and hit.value > 10
    return not hit.is_word or abs(hit.value) > _LARGEST_PHRASE


def compare_numbers(wanted: Sequence[NumberHit], got: Sequence[NumberHit], *, source: str, target: str) -> Answer:
    """Pair numbers by value: first as they are written, then in words, then by what else may mean the same."""
    context = Context(source, target)
    open_hits = [hit for hit in wanted if not context.is_half_of_ordinal(hit)]
    pool = _Pool(got, target)
    pairs, open_hits = _pair(open_hits, pool, _own_value, "value")
    if open_hits and any(map(_matters, open_hits)):
        shared = list_shared_values(wanted, source)
        steps: tuple[tuple[Callable[[NumberHit], Iterable[Decimal]], str], ...] = (
            (_own_value, "foreign"),
            (_own_value, "shared"),
            (lambda hit: shared.get(id(hit), ()), "value"),
            (context.list_related, "value"),
        )
        for list_values, index in steps:
            if open_hits:
                more, open_hits = _pair(open_hits, pool, list_values, index)
                pairs += more
    most = max(_FEWEST_HITS, _MOST_READ // (len(source) + len(target) + 1))
    missing = tuple(hit for hit in _first(open_hits, most) if not context.is_said_otherwise(hit))
    # Small words that nothing is missing for are nobody's business: "both" is "les deux".
    rest = pool.rest() if missing else filter(is_firm, pool.rest())
    return Answer(
        matched=tuple(pairs),
        misread=tuple(hit for _, hit in pairs if id(hit) in pool.misread),
        other_units=tuple(pair for pair in pairs if _has_other_unit(*pair) or context.has_lost_percent(*pair)),
        missing=missing,
        extra=tuple(hit for hit in _first(rest, most) if not context.is_month_of_source(hit)),
    )


def _pair(
    hits: Iterable[NumberHit], pool: "_Pool", list_values: Callable[[NumberHit], Iterable[Decimal]], index: str
) -> tuple[list[tuple[NumberHit, NumberHit]], list[NumberHit]]:
    """The pairs that a way of comparing finds, and the numbers that stay without one."""
    pairs: list[tuple[NumberHit, NumberHit]] = []
    still_open: list[NumberHit] = []
    for hit in hits:
        found = pool.take(list_values(hit), hit, index=index)
        if found:
            pairs.append((hit, found))
        else:
            still_open.append(hit)
    return pairs, still_open


def _first(hits: Iterable[NumberHit], most: int) -> Iterator[NumberHit]:
    """Those that matter, so many at most."""
    return islice(filter(_matters, hits), most)


def _matters(hit: NumberHit) -> bool:
    """Whether somebody would ask after a number: "un" and "one" are articles more often."""
    return not hit.is_word or hit.value > 1


class _Pool:
    """The numbers of a translation that are still free, by value."""

    def __init__(self, hits: Sequence[NumberHit], text: str) -> None:
        self._hits = hits
        self._text = text
        self._indexes: dict[str, dict[Decimal, list[NumberHit]]] = {}
        self._taken: set[int] = set()
        self.misread: set[int] = set()

    def _index(self, name: str) -> dict[Decimal, list[NumberHit]]:
        """The numbers by what they say: by "value", as "foreign" readers take them, with a "shared" scale."""
        found = self._indexes.get(name)
        if found is not None:
            return found
        index: dict[Decimal, list[NumberHit]] = {}
        if name == "value":
            for hit in reversed(self._hits):
                index.setdefault(hit.value, []).append(hit)
        elif name == "foreign":
            for hit in reversed(self._hits):
                if hit.foreign_value is not None:
                    index.setdefault(hit.foreign_value, []).append(hit)
        else:
            shared = list_shared_values(self._hits, self._text)
            for hit in reversed(self._hits if shared else ()):
                for value in shared.get(id(hit), ()):
                    index.setdefault(value, []).append(hit)
        self._indexes[name] = index
        return index

    def take(self, values: Iterable[Decimal], like: NumberHit, *, index: str) -> NumberHit | None:
        """A free number of one of these values, one in digits for digits where there is a choice."""
        by_value = self._index(index)
        for value in values if by_value else ():
            hits = by_value.get(value)
            while hits and id(hits[-1]) in self._taken:
                hits.pop()
            if hits:
                near = range(len(hits) - 1, max(-1, len(hits) - 9), -1)
                found = hits.pop(next((place for place in near if self._fits(hits[place], like)), len(hits) - 1))
                self._taken.add(id(found))
                if index == "foreign":
                    self.misread.add(id(found))
                return found
        return None

    def _fits(self, hit: NumberHit, like: NumberHit) -> bool:
        return id(hit) not in self._taken and hit.is_word == like.is_word and hit.unit == like.unit

    def rest(self) -> Iterator[NumberHit]:
        """What nobody took, in order."""
        return (hit for hit in self._hits if id(hit) not in self._taken)


def _own_value(hit: NumberHit) -> tuple[Decimal]:
    return (hit.value,)


def _has_other_unit(source: NumberHit, target: NumberHit) -> bool:
    if source.unit in _LOOSE_UNITS or target.unit in _LOOSE_UNITS or source.unit == target.unit:
        return False
    return not {source.unit, target.unit} <= _DOLLARS
