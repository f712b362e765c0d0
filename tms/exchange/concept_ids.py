"""Ids of concepts: ours, those of other tools, and those of lists that have none."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# The extra of a concept's first term that keeps the id which the concept has in another tool.
ORIGINAL_ID = "concept/@id"

_ID = re.compile(r"[^\W_][\w.-]{0,119}")
_LONGEST = 120
_LONGEST_SLUG = 100
_NOT_IN_ID = re.compile(r"[^\w.-]+")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_NO_WORD = re.compile(r"[\W_]+")


def make_concept_id(given: str) -> str:
    """The id of another tool if it can be one of ours, else what of it can; "" where nothing can."""
    for one in (given, given.removeprefix("_")):
        if _ID.fullmatch(one):
            return one
    return _NOT_IN_ID.sub("-", given.strip()).lstrip("_.-")[:_LONGEST].rstrip("-")


def make_slug(term: str) -> str:
    """An id after a term: small ASCII letters, digits and dashes, or the letters of its script where it has none."""
    folded = unicodedata.normalize("NFKD", term.casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    slug = _NOT_IN_SLUG.sub("-", bare).strip("-")
    slug = slug or _NO_WORD.sub("-", unicodedata.normalize("NFKC", term.casefold())).strip("-")
    return slug[:_LONGEST_SLUG].strip("-") or "concept"


def to_xml_id(concept_id: str) -> str:
    """An id as XML can have it, where none begins with a digit."""
    return concept_id if concept_id[:1].isalpha() else f"_{concept_id}"


def keep_original_id(given: str, concept_id: str) -> tuple[tuple[str, str], ...]:
    """The extra that keeps the id of another tool, none where ours says the same."""
    return ((ORIGINAL_ID, given),) if given not in ("", concept_id, to_xml_id(concept_id)) else ()


class ConceptIds:
    """The ids of one file, so that each is given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: Counter[str] = Counter()

    def claim(self, wanted: str) -> str:
        """The wanted id, or with a number after it where it is taken."""
        found = wanted
        while found in self._taken:
            self._counts[wanted] += 1
            ending = f"-{self._counts[wanted] + 1}"
            found = wanted[: _LONGEST - len(ending)] + ending
        self._taken.add(found)
        return found
