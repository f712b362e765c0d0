"""What the grammars of the three languages have in common: inflections and the words of a phrase."""

from collections.abc import Callable
from dataclasses import dataclass

SINGULAR = "singular"
PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Inflection:
    """One inflected form; `gender` ("m", "f") and `number` are "" where the form does not show them."""

    text: str
    gender: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How the words of one language inflect; each function takes and returns one word.

    `singularize` returns None where the singular cannot be told from the spelling. `has_agreement`: every
    word before the first preposition inflects (droits humains), not only the last (forced labours).
    `has_feminine` says whether a noun without marked gender may be given its feminine.
    """

    prepositions: frozenset[str]
    has_agreement: bool
    is_plural: Callable[[str], bool]
    pluralize: Callable[[str], str]
    singularize: Callable[[str], str | None]
    feminize: Callable[[str], str | None]
    has_feminine: Callable[[str], bool]


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals only: ONU, HCDH, EE.UU."""
    return len(word) > 1 and word.upper() == word and word.lower() != word
