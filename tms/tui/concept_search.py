"""Rows for concepts, and those of them that have some words in any language, with accents or without."""

from collections.abc import Iterable, Mapping, Sequence

from tms.tui.concept_rows import ConceptRow, name_of
from tms.values import Concept
from tms.workflow.terms import fold_words, make_search_text


def make_rows(concepts: Iterable[Concept], known: Mapping[str, ConceptRow]) -> tuple[ConceptRow, ...]:
    """A row for each concept, by its English term; rows known already are taken over where nothing changed."""
    rows = []
    for concept in concepts:
        old = known.get(concept.id)
        rows.append(old if old is not None and old.concept == concept else _make_row(concept))
    return tuple(sorted(rows, key=lambda row: (row.order, row.concept.id)))


def _make_row(concept: Concept) -> ConceptRow:
    terms = fold_words("\n".join(term.text for term in concept.terms))
    return ConceptRow(concept, terms, make_search_text(concept), fold_words(name_of(concept)))


def filter_rows(rows: Sequence[ConceptRow], words: str) -> list[ConceptRow]:
    """The rows that have all the words; those that have them in a term come before those that only speak of them."""
    wanted = fold_words(words).split()
    found = [row for row in rows if all(word in row.search for word in wanted)]
    return sorted(found, key=lambda row: _rank(row, wanted)) if wanted else found


def _rank(row: ConceptRow, wanted: Sequence[str]) -> int:
    if row.order.startswith(" ".join(wanted)):
        return 0
    return 1 if all(word in row.words for word in wanted) else 2
