"""What a check is, and when it has to run."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Check:
    """A rule about a translation; `find` is pure and yields what breaks it.

    `id` is stable, lower-case with dashes. `category` is a localization quality type of ITS 2.0 (W3C, §8.22).
    `languages` None means every one; "fr" stands for its regions too.

    Most texts give a check nothing to do. It runs only where the target has one of the characters `signs` and one of
    the `words` (lower case, letters only: "d" and "accord", not "d’accord"), and the source one of the `source_words`;
    an empty one asks for nothing. `is_given` says that it passes on what other rooms found, `is_for_empty` that it
    looks at an empty target as well, `needs_whole` that the beginning of an endless text tells it nothing.
    """

    id: str
    title: str
    category: str
    severity: Severity
    find: Callable[[CheckInput], Iterable[Spot]]
    needs_source: bool = False
    languages: frozenset[str] | None = None
    signs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    source_words: frozenset[str] = frozenset()
    is_given: bool = False
    is_for_empty: bool = False
    needs_whole: bool = False


class Traits:
    """What a pair of texts is made of: read once, it decides which checks have to run."""

    __slots__ = ("_pair", "_source_words", "_words", "signs")

    def __init__(self, pair: CheckInput) -> None:
        self._pair = pair
        self.signs = frozenset(pair.target)
        self._words: frozenset[str] | None = None
        self._source_words: frozenset[str] | None = None

    def wakes(self, check: Check) -> bool:
        """Whether a check may find something."""
        if check.is_given:
            return check.id in self._pair.given
        if check.signs and check.signs.isdisjoint(self.signs):
            return False
        if check.words and check.words.isdisjoint(self.words):
            return False
        return not check.source_words or not check.source_words.isdisjoint(self.source_words)

    @property
    def words(self) -> frozenset[str]:
        """The words of the target, lower case."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._pair.target.lower()))
        return self._words

    @property
    def source_words(self) -> frozenset[str]:
        """The words of the source, lower case."""
        if self._source_words is None:
            self._source_words = frozenset(_WORD.findall((self._pair.source or "").lower()))
        return self._source_words


def give(check_id: str) -> Callable[[CheckInput], Iterable[Spot]]:
    """The `find` of a check that passes on what other rooms found."""

    def find(pair: CheckInput) -> Iterable[Spot]:
        return pair.given.get(check_id, ())

    return find


def base_language(tag: str) -> str:
    """The language of a tag without its region: "fr-CA" is "fr"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def region(tag: str) -> str:
    """The region of a language tag in capitals, or "" ("fr-CA" gives "CA")."""
    parts = tag.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2), "")
