"""The glossary in the database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, delete, func, select

from tms.models import ConceptRow, FormRow, TermRow
from tms.models.columns import now
from tms.store.columns import select_columns
from tms.values import Concept, Term

_TERM_FIELDS = (
    "language",
    "text",
    "status",
    "part_of_speech",
    "gender",
    "number",
    "case_sensitive",
    "note",
    "reason",
    "replacement",
    "type",
    "valid_from",
    "valid_to",
)
"""The columns of a term that are fields of the value too."""
_CONCEPT_FIELDS = (
    "id",
    "definition",
    "subject",
    "note",
    "source",
    "enforcement",
    "do_not_translate",
    "sensitive",
    "type",
    "first_mention",
)
# SQLite takes 32,766 values in one statement.
_BATCH = 1_000


def save_concepts(
    session: Session, concepts: Sequence[Concept], *, glossary: str = "", decided_at: datetime | None = None
) -> None:
    """Add concepts, or put them in place of those with the same id; `decided_at` when a person does so by hand.

    A concept that is there stays in its glossary unless another is named.
    """
    files = map_glossaries(session, [concept.id for concept in concepts])
    delete_concepts(session, files)
    for batch in _batched(concepts):
        rows = [
            {name: getattr(concept, name) for name in _CONCEPT_FIELDS}
            | {"glossary": glossary or files.get(concept.id, ""), "decided_at": decided_at, "loaded_at": now()}
            for concept in batch
        ]
        session.execute(insert(ConceptRow), rows)
        _add_terms(session, batch)


def _add_terms(session: Session, concepts: Sequence[Concept]) -> None:
    placed = [(c.id, place, term) for c in concepts for place, term in enumerate(c.terms)]
    rows = [
        {name: getattr(term, name) for name in _TERM_FIELDS}
        | {"concept_id": concept_id, "position": place, "extra": dict(term.extra)}
        for concept_id, place, term in placed
    ]
    if rows:
        session.execute(insert(TermRow), rows)
    query = select_columns(TermRow.concept_id, TermRow.position, TermRow.id).where(
        col(TermRow.concept_id).in_([concept.id for concept in concepts])
    )
    ids = {(concept_id, place): term_id for concept_id, place, term_id in session.execute(query)}
    forms = [
        {"term_id": ids[concept_id, place], "position": number, "text": form}
        for concept_id, place, term in placed
        for number, form in enumerate(term.forms)
    ]
    if forms:
        session.execute(insert(FormRow), forms)


def delete_concepts(session: Session, ids: Iterable[str]) -> None:
    """Take concepts out with their terms; what was decided on them stays."""
    for batch in _batched(tuple(ids)):
        of_these = select(TermRow.id).where(col(TermRow.concept_id).in_(batch))
        session.exec(delete(FormRow).where(col(FormRow.term_id).in_(of_these)))
        session.exec(delete(TermRow).where(col(TermRow.concept_id).in_(batch)))
        session.exec(delete(ConceptRow).where(col(ConceptRow.id).in_(batch)))


def list_concepts(
    session: Session, *, is_sensitive: bool | None = None, ids: Sequence[str] | None = None
) -> tuple[Concept, ...]:
    """All concepts by id, or those only that are marked sensitive, or are not, or have one of some ids."""
    query = select_columns(*(getattr(ConceptRow, name) for name in _CONCEPT_FIELDS)).order_by(col(ConceptRow.id))
    if is_sensitive is not None:
        query = query.where(col(ConceptRow.sensitive).is_(is_sensitive))
    if ids is not None:
        query = query.where(col(ConceptRow.id).in_(ids))
    rows = [dict(zip(_CONCEPT_FIELDS, row, strict=True)) for row in session.execute(query)]
    is_narrow = is_sensitive is not None or ids is not None
    terms = _read_terms(session, [row["id"] for row in rows] if is_narrow else None)
    return tuple(Concept(terms=tuple(terms[row["id"]]), **row) for row in rows)


def _read_terms(session: Session, ids: Sequence[str] | None) -> dict[str, list[Term]]:
    terms: dict[str, list[Term]] = defaultdict(list)
    if ids is not None and not ids:
        return terms
    columns = (TermRow.id, TermRow.concept_id, TermRow.extra, *(getattr(TermRow, name) for name in _TERM_FIELDS))
    query = select_columns(*columns).order_by(col(TermRow.concept_id), col(TermRow.position))
    forms_query: Any = select_columns(FormRow.term_id, FormRow.text).order_by(
        col(FormRow.term_id), col(FormRow.position)
    )
    if ids is not None:
        query = query.where(col(TermRow.concept_id).in_(ids))
        of_these = select(TermRow.id).where(col(TermRow.concept_id).in_(ids))
        forms_query = forms_query.where(col(FormRow.term_id).in_(of_these))
    forms: dict[int, list[str]] = defaultdict(list)
    for term_id, text in session.execute(forms_query):
        forms[term_id].append(text)
    for term_id, concept_id, extra, *values in session.execute(query):
        fields: dict[str, Any] = dict(zip(_TERM_FIELDS, values, strict=True))
        terms[concept_id].append(Term(forms=tuple(forms.get(term_id, ())), extra=tuple(extra.items()), **fields))
    return terms


def map_glossaries(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """The file that each of some concepts was loaded from; concepts that are not there are left out."""
    found: dict[str, str] = {}
    for batch in _batched(ids):
        query = select_columns(ConceptRow.id, ConceptRow.glossary).where(col(ConceptRow.id).in_(batch))
        found.update((row[0], row[1]) for row in session.execute(query))
    return found


def list_decided(session: Session) -> frozenset[str]:
    """The concepts that a person changed here since they were loaded."""
    return frozenset(session.exec(select(ConceptRow.id).where(col(ConceptRow.decided_at).is_not(None))))


def list_ids(session: Session, glossary: str) -> tuple[str, ...]:
    """The concepts of one file, by id."""
    query = select(ConceptRow.id).where(col(ConceptRow.glossary) == glossary).order_by(col(ConceptRow.id))
    return tuple(session.exec(query))


def read_stamp(session: Session) -> tuple[str, ...]:
    """Changes whenever the glossary may have changed, however the clocks of the writers differ."""
    loaded = session.exec(select(func.count(), func.max(ConceptRow.loaded_at)).select_from(ConceptRow)).one()
    terms = session.exec(select(func.count(), func.max(TermRow.id)).select_from(TermRow)).one()
    forms = session.exec(select(func.count(), func.max(FormRow.id)).select_from(FormRow)).one()
    return tuple(map(str, (*loaded, *terms, *forms)))


def _batched(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))
