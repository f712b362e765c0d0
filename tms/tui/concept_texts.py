"""A concept as the text that people edit: what a new one begins with, which term a line speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tms.tui.concept_rows import SOURCE_LANGUAGE
from tms.values import Concept, Term
from tms.workflow.term_texts import to_toml
from tms.workflow.terms import fold_words

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SECTION = re.compile(r"\s*\[[^\]\"]*\.\s*([\w-]+)\s*\]")


def draft_concept(term: str, languages: Sequence[str], known: Iterable[str]) -> str:
    """The text that a new concept begins with: its English term, the others to be filled in."""
    stem = _NOT_IN_ID.sub("-", fold_words(term)).strip("-")[:100] or "concept"
    taken = set(known)
    name = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
    terms = (Term(SOURCE_LANGUAGE, term), *(Term(language, "") for language in languages))
    return f'[{name}]\ndefinition = ""\nsource = ""\n\n{to_toml(Concept(name, terms))}'


def find_term_at(text: str, line: int, concept: Concept) -> Term | None:
    """The term that a line of a concept's text speaks of."""
    lines = text.split("\n")[: line + 1]
    language = next((found[1] for one in reversed(lines) if (found := _SECTION.match(one))), "")
    terms = concept.terms_in(language)
    places = {index: lines[-1].find(f'"{term.text}"') for index, term in enumerate(terms)}
    named = sorted((place, index) for index, place in places.items() if place >= 0)
    return terms[named[0][1]] if named else next(iter(terms), None)


def give_forms(concept: Concept, term: Term, forms: Iterable[str]) -> Concept:
    """The concept with these forms given for one of its terms."""
    given = replace(term, forms=tuple(forms))
    return replace(concept, terms=tuple(given if one == term else one for one in concept.terms))
