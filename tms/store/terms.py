"""The glossary in the database."""

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, delete, func, select

from tms.models import ConceptRow, FormRow, TermRow
from tms.values import Concept, Term


def save_concepts(session: Session, concepts: Iterable[Concept], *, glossary: str) -> None:
    """Add concepts, or put them in place of those with the same id."""
    for concept in concepts:
        _drop_terms(session, concept.id)
        session.merge(_concept_row(concept, glossary))
        session.flush()
        for position, term in enumerate(concept.terms):
            row = _term_row(concept.id, position, term)
            session.add(row)
            session.flush()
            session.add_all(
                FormRow(term_id=int(row.id or 0), position=place, text=form) for place, form in enumerate(term.forms)
            )
    session.flush()


def list_concepts(session: Session, *, is_sensitive: bool | None = None) -> tuple[Concept, ...]:
    """All concepts by id, or those only that are marked sensitive, or are not."""
    query = select(ConceptRow).order_by(col(ConceptRow.id))
    terms_query = select(TermRow).order_by(col(TermRow.concept_id), col(TermRow.position))
    if is_sensitive is not None:
        query = query.where(col(ConceptRow.sensitive).is_(is_sensitive))
        terms_query = terms_query.where(
            col(TermRow.concept_id).in_(select(ConceptRow.id).where(col(ConceptRow.sensitive).is_(is_sensitive)))
        )
    rows = session.exec(query).all()
    if not rows:
        return ()
    forms: dict[int, list[str]] = defaultdict(list)
    for form in session.exec(select(FormRow).order_by(col(FormRow.term_id), col(FormRow.position))):
        forms[form.term_id].append(form.text)
    terms: dict[str, list[Term]] = defaultdict(list)
    for row in session.exec(terms_query):
        terms[row.concept_id].append(_term(row, tuple(forms[int(row.id or 0)])))
    return tuple(_concept(row, tuple(terms[row.id])) for row in rows)


def read_stamp(session: Session) -> tuple[str, ...]:
    """Changes whenever the glossary may have changed, however the clocks of the writers differ."""
    loaded = session.exec(select(func.count(), func.max(ConceptRow.loaded_at)).select_from(ConceptRow)).one()
    terms = session.exec(select(func.count(), func.max(TermRow.id)).select_from(TermRow)).one()
    forms = session.exec(select(func.count(), func.max(FormRow.id)).select_from(FormRow)).one()
    return tuple(map(str, (*loaded, *terms, *forms)))


def _drop_terms(session: Session, concept_id: str) -> None:
    term_ids = session.exec(select(TermRow.id).where(col(TermRow.concept_id) == concept_id)).all()
    session.exec(delete(FormRow).where(col(FormRow.term_id).in_(term_ids)))
    session.exec(delete(TermRow).where(col(TermRow.concept_id) == concept_id))


def _concept_row(concept: Concept, glossary: str) -> ConceptRow:
    return ConceptRow(
        id=concept.id,
        glossary=glossary,
        definition=concept.definition,
        subject=concept.subject,
        note=concept.note,
        source=concept.source,
        enforcement=concept.enforcement,
        do_not_translate=concept.do_not_translate,
        sensitive=concept.sensitive,
    )


def _concept(row: ConceptRow, terms: tuple[Term, ...]) -> Concept:
    return Concept(
        id=row.id,
        terms=terms,
        definition=row.definition,
        subject=row.subject,
        note=row.note,
        source=row.source,
        enforcement=row.enforcement,
        do_not_translate=row.do_not_translate,
        sensitive=row.sensitive,
    )


def _term_row(concept_id: str, position: int, term: Term) -> TermRow:
    return TermRow(
        concept_id=concept_id,
        position=position,
        language=term.language,
        text=term.text,
        status=term.status,
        part_of_speech=term.part_of_speech,
        gender=term.gender,
        number=term.number,
        case_sensitive=term.case_sensitive,
        note=term.note,
        reason=term.reason,
        replacement=term.replacement,
        type=term.type,
        valid_from=term.valid_from,
        valid_to=term.valid_to,
        extra=dict(term.extra),
    )


def _term(row: TermRow, forms: tuple[str, ...]) -> Term:
    return Term(
        language=row.language,
        text=row.text,
        status=row.status,
        forms=forms,
        part_of_speech=row.part_of_speech,
        gender=row.gender,
        number=row.number,
        case_sensitive=row.case_sensitive,
        note=row.note,
        reason=row.reason,
        replacement=row.replacement,
        type=row.type,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        extra=tuple(row.extra.items()),
    )
