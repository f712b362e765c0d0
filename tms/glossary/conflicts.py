"""What cannot be together in one glossary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tms.text.normalize import fold_case, normalize_text
from tms.values import Concept, Term, TermStatus

_ID = re.compile(r"[^\W_][\w.-]{0,119}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which term of which concept."""

    message: str
    concept: str
    language: str = ""
    term: str = ""
    hint: str = ""


def is_concept_id(text: str) -> bool:
    """Whether a text can name a concept: letters, digits, dashes, dots, 120 at most."""
    return _ID.fullmatch(text) is not None


def find_conflict(concepts: Iterable[Concept]) -> Problem | None:
    """The first thing in a glossary that contradicts itself, None where all is well.

    Looked for are: a concept twice, a term twice, a term preferred and deprecated at once, a term preferred by
    two concepts, a preferred term that another concept deprecates, and deprecated terms that name each other.
    """
    seen: set[str] = set()
    preferred: dict[tuple[str, str], str] = {}
    deprecated: dict[tuple[str, str], str] = {}
    for concept in concepts:
        if concept.id in seen:
            return Problem(f"concept '{concept.id}' is there twice", concept.id, hint="join the two, or rename one")
        seen.add(concept.id)
        problem = _find_conflict_within(concept) or _find_conflict_across(concept, preferred, deprecated)
        if problem:
            return problem
    return None


def _key(term: Term) -> tuple[str, str]:
    return term.language, normalize_text(term.text) if term.case_sensitive else fold_case(term.text)


def _find_conflict_within(concept: Concept) -> Problem | None:
    statuses: dict[tuple[str, str], TermStatus] = {}
    for term in concept.terms:
        earlier = statuses.setdefault(_key(term), term.status)
        is_repeated = sum(_key(other) == _key(term) for other in concept.terms) > 1
        if not is_repeated:
            continue
        if earlier is not term.status and TermStatus.DEPRECATED in (earlier, term.status):
            message = f"'{term.text}' is {earlier} and {term.status} at once in concept '{concept.id}'"
            return Problem(message, concept.id, term.language, term.text, "decide for one")
        if earlier is not term.status or _count_equal(concept, term) > 1:
            message = f"'{term.text}' is there twice in concept '{concept.id}'"
            return Problem(message, concept.id, term.language, term.text, "take one of the two out")
    return _find_cycle(concept)


def _count_equal(concept: Concept, term: Term) -> int:
    return sum(_key(other) == _key(term) and other.status is term.status for other in concept.terms)


def _find_cycle(concept: Concept) -> Problem | None:
    """Deprecated terms that send the reader round in a circle."""
    for start in concept.terms:
        if start.status is not TermStatus.DEPRECATED:
            continue
        after = {
            _key(term)[1]: fold_case(term.replacement)
            for term in concept.terms
            if term.language == start.language and term.status is TermStatus.DEPRECATED and term.replacement
        }
        path = [_key(start)[1]]
        while path[-1] in after:
            path.append(after[path[-1]])
            if path[-1] in path[:-1]:
                message = f"'{start.text}' is replaced in a circle: {' -> '.join(path)}"
                return Problem(message, concept.id, start.language, start.text, "let the last name an accepted term")
    return None


def _find_conflict_across(
    concept: Concept, preferred: dict[tuple[str, str], str], deprecated: dict[tuple[str, str], str]
) -> Problem | None:
    for term in concept.terms:
        key = _key(term)
        mine, others = (preferred, deprecated) if term.status is TermStatus.PREFERRED else (deprecated, preferred)
        if term.status is TermStatus.ADMITTED:
            continue
        if key in others:
            message = f"'{term.text}' is {term.status} in '{concept.id}' but not in '{others[key]}'"
            return Problem(message, concept.id, term.language, term.text, "one word cannot be both; change one concept")
        if mine.setdefault(key, concept.id) != concept.id and term.status is TermStatus.PREFERRED:
            message = f"'{term.text}' is preferred by two concepts, '{mine[key]}' and '{concept.id}'"
            return Problem(message, concept.id, term.language, term.text, "admit it in one of them instead")
    return None
