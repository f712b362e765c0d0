"""Terms that a translation has less often than its source, for houses that want them each time."""

from collections import Counter
from collections.abc import Iterable

from tms.glossary.index import TermIndex
from tms.glossary.offers import find_terms
from tms.glossary.reading import Reading
from tms.values import Spot, TermHit, TermStatus


def count_repetitions(index: TermIndex, source: str, reading: Reading, *, source_language: str) -> list[Spot]:
    """The concepts that stand in the target, but fewer times than in the source."""
    hits = find_terms(index, source, source_language)
    wanted = _count(hits)
    found = _count((*reading.accepted, *reading.deprecated))
    forms = {hit.concept: hit.form for hit in reversed(hits)}
    return [
        Spot(
            f"“{forms[concept]}” stands {wanted[concept]} times in the source and {found[concept]} times here",
            severity=index.concepts[concept].enforcement,
            concept=concept,
        )
        for concept in wanted
        if 0 < found[concept] < wanted[concept] and _is_demanded(index, concept, reading)
    ]


def _count(hits: Iterable[TermHit]) -> Counter[str]:
    """How many places each concept has; an acronym beside its full form is one place of the two."""
    return Counter(concept for concept, _ in {(hit.concept, hit.start) for hit in hits})


def _is_demanded(index: TermIndex, concept: str, reading: Reading) -> bool:
    terms = index.list_terms(concept, reading.language)
    is_named = any(term.status is not TermStatus.DEPRECATED for term in terms)
    return index.concepts[concept].enforcement is not None and is_named
