"""Word pairs that name no concept join the concepts that have their words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tms.text.normalize import fold_case
from tms.values import Concept, Term, TermStatus


def join_concepts(known: Sequence[Concept], partial: Iterable[Concept]) -> tuple[Concept, ...]:
    """The concepts of a list of word pairs, each joined with the known one that has its first term, if there is one.

    What is known of a term stands. A new term is preferred only where its language has no preferred one yet.
    """
    by_term: dict[tuple[str, str], str] = {}
    for concept in known:
        for term in concept.terms:
            if term.status is not TermStatus.DEPRECATED:
                by_term.setdefault((term.language, fold_case(term.text)), concept.id)
    joined = {concept.id: concept for concept in known}
    touched: dict[str, None] = {}
    for concept in partial:
        first = concept.terms[0]
        concept_id = by_term.get((first.language, fold_case(first.text)), concept.id)
        standing = joined.get(concept_id)
        joined[concept_id] = concept if standing is None else join_concept(standing, concept)
        touched.setdefault(concept_id)
    return tuple(joined[concept_id] for concept_id in touched)


def join_concept(standing: Concept, other: Concept) -> Concept:
    """A concept with the terms that only the other has; what else is said of it fills what is empty."""
    terms = list(standing.terms)
    for term in other.terms:
        if not any(_is_same(term, one) for one in terms):
            terms.append(_fit_status(term, terms))
    order = list(dict.fromkeys(term.language for term in terms))
    statuses = tuple(TermStatus)
    terms.sort(key=lambda term: (order.index(term.language), statuses.index(term.status)))
    return replace(
        standing,
        terms=tuple(terms),
        definition=standing.definition or other.definition,
        subject=standing.subject or other.subject,
        note=standing.note or other.note,
        source=standing.source or other.source,
    )


def _is_same(one: Term, other: Term) -> bool:
    return one.language == other.language and fold_case(one.text) == fold_case(other.text)


def _fit_status(term: Term, terms: Iterable[Term]) -> Term:
    has_preferred = any(one.language == term.language and one.status is TermStatus.PREFERRED for one in terms)
    return replace(term, status=TermStatus.ADMITTED) if has_preferred and term.status is TermStatus.PREFERRED else term
