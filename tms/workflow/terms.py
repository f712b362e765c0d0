"""The glossary of the workspace: its index, list it, look words up."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.glossary import (
    TermIndex,
    guess_source_words,
    insert_term,
    list_inflections,
    list_target_forms,
    list_term_cards,
    strip_marks,
)
from tms.store import terms as store
from tms.text.normalize import fold_case
from tms.values import Concept, ConceptType, Kind, QuoteMatch, Term, TermCard, TermHit
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A term found in a text with what stands for it in other languages."""

    hit: TermHit
    targets: dict[str, tuple[str, ...]]


def get_terms(workspace: Workspace, session: Session) -> TermIndex:
    """The index of the terms that hold today, built anew when the glossary changed or the day did."""
    caches = workspace.caches
    today = datetime.now(UTC).date()
    stamp = (today.isoformat(), *store.read_stamp(session))
    with caches.lock:
        if caches.terms is None or caches.terms_stamp != stamp:
            caches.forget_terms()
            caches.concepts = store.list_concepts(session)
            caches.terms = TermIndex(caches.concepts, today=today)
            caches.terms_stamp = stamp
        return caches.terms


def list_sensitive_forms(session: Session, language: str) -> tuple[str, ...]:
    """Every form, in one language, of the concepts whose coming or going in a source is always a major change."""
    return TermIndex(store.list_concepts(session, is_sensitive=True)).list_forms(language)


def list_concepts(workspace: Workspace, *, search: str = "") -> tuple[Concept, ...]:
    """All concepts, or those in which a text occurs."""
    with workspace.reading() as session:
        concepts = store.list_concepts(session)
    wanted = fold_words(search)
    return tuple(c for c in concepts if wanted in make_search_text(c)) if wanted else concepts


def fold_words(text: str) -> str:
    """A text as searches compare it: case, accents, kinds of apostrophes and spaces do not matter."""
    return strip_marks(fold_case(text))


def make_search_text(concept: Concept) -> str:
    """Everything that is said in a concept and of it, folded, for a search to look through."""
    texts = [concept.id, concept.definition, concept.note, concept.source]
    texts += [text for term in concept.terms for text in (term.text, term.note, term.reason, *term.forms)]
    return fold_words("\n".join(texts))


def look_up(workspace: Workspace, text: str, *, language: str = "en") -> tuple[LookedUp, ...]:
    """The terms in a text of that language with the words for them in the others, the best first."""
    with workspace.reading() as session:
        index = get_terms(workspace, session)
        concepts = {concept.id: concept for concept in workspace.caches.concepts}
    found = []
    for hit in index.find(text, language):
        others = sorted({term.language for term in concepts[hit.concept].terms} - {language})
        targets = {other: tuple(list_target_forms(index, hit, other, source=text)) for other in others}
        found.append(LookedUp(hit, targets))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class TermForms:
    """A term with every form in which it is found, each with gender and number; `is_by_rule` unless given by hand."""

    term: Term
    is_by_rule: bool
    forms: tuple[tuple[str, str, str], ...]


def list_forms(workspace: Workspace, concept_id: str, *, language: str | None = None) -> tuple[TermForms, ...]:
    """The forms of a concept's terms, for a coordinator to look over; raises NotFoundError."""
    with workspace.reading() as session:
        found = store.list_concepts(session, ids=[concept_id])
    if not found:
        raise NotFoundError(f"no concept '{concept_id}'", "'tms glossary list' shows all")
    return preview_forms(found[0], language=language)


def preview_forms(concept: Concept, *, language: str | None = None) -> tuple[TermForms, ...]:
    """The forms in which the terms of a concept would be found."""
    index = TermIndex([concept])
    terms = index.concepts[concept.id].terms
    return tuple(
        TermForms(given, not given.forms, tuple((one.text, one.gender, one.number) for one in list_inflections(term)))
        for given, term in zip(concept.terms, terms, strict=True)
        if language is None or given.language == language
    )


def place_term(
    workspace: Workspace, hit: TermHit, language: str, *, text: str, start: int, source: str
) -> tuple[int, str] | None:
    """What to write for a term of the source at a place of the translation, and from where on; None for no term.

    It has the number, gender and capital that the words before it ask for, and an article before it is made to fit.
    """
    with workspace.reading() as session:
        index = get_terms(workspace, session)
    if hit.concept not in index.concepts:
        return None
    if index.concepts[hit.concept].type is ConceptType.QUOTE:
        official = next((term for term in index.list_terms(hit.concept, language)), None)
        return (start, official.text) if official else None
    wording = insert_term(index, hit, language, text=text, start=start, source=source)
    return (wording.start, wording.text) if wording else None


def guess_words(source: str, target: str, marked: str) -> str:
    """The words of a source that words marked in its translation most likely stand for."""
    return guess_source_words(source, target, marked)


def list_cards(
    index: TermIndex, source: str, source_language: str, language: str, *, kind: Kind = Kind.PARAGRAPH
) -> tuple[TermCard, ...]:
    """What to write for each term of a source text, one card a concept, in order of appearance; quotations first."""
    quotes = index.quotes.find(source, source_language=source_language, language=language, kind=kind)
    cards = {quote.concept: _make_quote_card(quote) for quote in quotes}
    for card in list_term_cards(index, source, source_language=source_language, language=language):
        is_quoted = any(quote.start <= card.hit.start and card.hit.end <= quote.end for quote in quotes)
        if not is_quoted:
            cards.setdefault(card.hit.concept, card)
    return tuple(cards.values())


def _make_quote_card(quote: QuoteMatch) -> TermCard:
    hit = TermHit(quote.concept, quote.start, quote.end, quote.text, quote.term)
    part = "" if quote.is_whole else "a part of the passage: "
    note = f"{part}official wording, {quote.reference}".rstrip(", ")
    return TermCard(hit=hit, preferred=(quote.official,), admitted=(), deprecated=(), note=note)
