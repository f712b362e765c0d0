"""What a check is given and what it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tms.values.house_rules import HouseRules
from tms.values.vocabulary import Kind, Repetition, Severity


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a target text where a check found something.

    `start` and `end` are code-point offsets in the target, None when the fault has no place (a missing
    term). `replacement` is what would stand between them if repaired, None when that is not certain.
    `severity` overrides the check's own; `concept` is that of the glossary that it is about, "" for none.
    """

    message: str
    start: int | None = None
    end: int | None = None
    replacement: str | None = None
    severity: Severity | None = None
    concept: str = ""


class Speller(Protocol):
    """Knows the words of a language; a thin one lacks so many that it is doubted."""

    @property
    def is_thin(self) -> bool:
        """Whether many words that it does not know are right."""

    def is_known(self, word: str) -> bool:
        """Whether it is a word."""


@dataclass(frozen=True, slots=True)
class CheckInput:
    """One source and target text, with what other rooms know of them.

    `source` is None when a file in one language is read by itself. `given` holds what other rooms found, by check id;
    `known_words` are words of names, terms and the project's own list, case-folded, that may stand in the target as in
    the source. `rules` are the house rules; `lengths` how long a translation is for each character of its source, at
    least and at most, as the project's own translations have it (None: not known). Without a `speller` no word is
    looked up. `links` are the addresses of own articles, folded, with where their translations stand.
    """

    source: str | None
    target: str
    source_language: str
    language: str
    kind: Kind = Kind.PARAGRAPH
    given: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    known_words: frozenset[str] = field(default_factory=frozenset)
    rules: HouseRules = field(default_factory=HouseRules)
    lengths: tuple[float, float] | None = None
    speller: Speller | None = None
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A spot with the check that found it; `fix` is the whole repaired target, or None.

    `replacement` is what the fix puts between `start` and `end`. `category` is an ITS 2.0 localization quality type.
    `waived` carries the reason of a person who lets it stand; `concept` is that of the glossary that it is about.
    """

    check: str
    category: str
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    waived: str | None = None
    concept: str = ""
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All that the findings of a text depend on besides the text and the glossary; `stamp` changes with any of it."""

    rules: HouseRules = field(default_factory=HouseRules)
    repetition: Repetition = Repetition.ONCE
    known_words: frozenset[str] = frozenset()
    lengths: tuple[float, float] | None = None
    speller: Speller | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    stamp: str = ""
