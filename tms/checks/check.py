"""What a check is, and when it has to run."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tms.values import CheckInput, Severity, Spot


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule about a translation; `find` is pure and yields what breaks it.

    `id` is stable, lower-case with dashes. `category` is a localization quality type of ITS 2.0 (W3C, §8.22).
    `languages` None means every one; "fr" stands for its regions too.

    Most texts give a check nothing to do. It runs only where the target has one of the characters `signs`, one of the
    `words` (lower case, letters only: "d" and "accord", not "d’accord"; by language where they differ) and one of the
    `shapes`, the source one of the `source_words`, and either of them one of `either_signs` or `either_words`; an empty
    one asks for nothing. Shapes are stretches of the visible text, in which a stands for a small letter, A for a
    capital, 0 for a digit, a blank for any space, and : ! » ¿ for ; ? ” ¡ and the straight mark too. `may_find` is a
    last, quick look at the pair: where it says no, `find` has nothing to say. `is_given` says that it passes on what
    other rooms found, `is_for_empty` that it looks at an empty target as well, `needs_whole` that the beginning of an
    endless text tells it nothing.
    """

    id: str
    title: str
    category: str
    severity: Severity
    find: Callable[[CheckInput], Iterable[Spot]]
    needs_source: bool = False
    languages: frozenset[str] | None = None
    signs: frozenset[str] = frozenset()
    words: frozenset[str] | Mapping[str, frozenset[str]] = frozenset()
    shapes: frozenset[str] = frozenset()
    source_words: frozenset[str] = frozenset()
    either_signs: frozenset[str] = frozenset()
    either_words: frozenset[str] = frozenset()
    may_find: Callable[[CheckInput], bool] | None = None
    is_given: bool = False
    is_for_empty: bool = False
    needs_whole: bool = False

    def words_of(self, language: str) -> frozenset[str]:
        """The words of which a target in a language must have one."""
        return self.words if isinstance(self.words, frozenset) else self.words.get(language, frozenset())


def give(check_id: str) -> Callable[[CheckInput], Iterable[Spot]]:
    """The `find` of a check that passes on what other rooms found."""

    def find(pair: CheckInput) -> Iterable[Spot]:
        return pair.given.get(check_id, ())

    return find


@lru_cache(maxsize=64)
def base_language(tag: str) -> str:
    """The language of a tag without its region: "fr-CA" is "fr"."""
    return tag.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=64)
def region(tag: str) -> str:
    """The region of a language tag in capitals, or "" ("fr-CA" gives "CA")."""
    parts = tag.replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2), "")
