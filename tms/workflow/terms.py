"""The glossary of the workspace: load, list, look up, write out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from tms.errors import InputError
from tms.glossary import GLOSSARY_FORMATS, GlossaryFormat, TermIndex, find_conflict, list_target_forms, list_term_cards
from tms.store import terms as store
from tms.values import Concept, TermCard, TermHit
from tms.workflow.files import read_text, write_file
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A term found in a text with what stands for it in other languages."""

    hit: TermHit
    targets: dict[str, tuple[str, ...]]


def get_terms(workspace: Workspace, session: Session) -> TermIndex:
    """The index of all terms, built anew when the glossary changed."""
    caches = workspace.caches
    stamp = store.read_stamp(session)
    with caches.lock:
        if caches.terms is None or caches.terms_stamp != stamp:
            caches.forget_terms()
            caches.concepts = store.list_concepts(session)
            caches.terms = TermIndex(caches.concepts)
            caches.terms_stamp = stamp
        return caches.terms


def list_sensitive_forms(session: Session, language: str) -> tuple[str, ...]:
    """Every form, in one language, of the concepts whose coming or going in a source is always a major change."""
    return TermIndex(store.list_concepts(session, is_sensitive=True)).list_forms(language)


def load_glossary(workspace: Workspace, paths: Sequence[Path]) -> int:
    """Load glossary files, adding concepts or putting them in place of those with the same id; how many."""
    parsed = [(path, read_glossary(path)) for path in paths]
    with workspace.writing() as session:
        _refuse_conflicts(store.list_concepts(session), parsed)
        for path, concepts in parsed:
            store.save_concepts(session, concepts, glossary=path.stem)
    workspace.caches.forget_terms()
    return sum(len(concepts) for _, concepts in parsed)


def _refuse_conflicts(known: Sequence[Concept], parsed: Sequence[tuple[Path, tuple[Concept, ...]]]) -> None:
    """Raise when the glossary would contradict itself across files; a concept of the same id is replaced."""
    merged = {concept.id: concept for concept in known}
    for path, concepts in parsed:
        merged |= {concept.id: concept for concept in concepts}
        problem = find_conflict(tuple(merged.values()))
        if problem is not None:
            raise InputError(f"'{path}' contradicts the glossary: {problem.message}", problem.hint)


def read_glossary(path: Path) -> tuple[Concept, ...]:
    """The concepts of a glossary file; raises InputError naming file and line."""
    parse = get_glossary_format(path.name).parse
    return tuple(parse(read_text(path), str(path)))


def export_glossary(workspace: Workspace, path: Path) -> int:
    """Write all concepts into a file of the form that its ending says; how many."""
    form = get_glossary_format(path.name)
    with workspace.reading() as session:
        concepts = store.list_concepts(session)
    # Comments and the order of columns of a file that is there already are kept.
    original = read_text(path) if path.is_file() else None
    write_file(path, form.serialize(concepts, original=original).encode())
    return len(concepts)


def list_concepts(workspace: Workspace, *, search: str = "") -> tuple[Concept, ...]:
    """All concepts, or those in which a text occurs."""
    with workspace.reading() as session:
        concepts = store.list_concepts(session)
    wanted = search.casefold()
    return tuple(c for c in concepts if wanted in _all_text(c)) if wanted else concepts


def _all_text(concept: Concept) -> str:
    texts = [concept.id, concept.definition, concept.note, concept.source]
    texts += [text for term in concept.terms for text in (term.text, term.note, term.reason, *term.forms)]
    return "\n".join(texts).casefold()


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


def list_cards(index: TermIndex, source: str, source_language: str, language: str) -> tuple[TermCard, ...]:
    """What to write for each term of a source text, one card a concept, in order of appearance."""
    cards: dict[str, TermCard] = {}
    for card in list_term_cards(index, source, source_language=source_language, language=language):
        cards.setdefault(card.hit.concept, card)
    return tuple(cards.values())


def get_glossary_format(name: str) -> GlossaryFormat:
    """The form of a glossary file by the ending of its name; raises InputError."""
    suffix = Path(name).suffix.lower()
    found = next((known for known in GLOSSARY_FORMATS if known.suffix == suffix), None)
    if found is None:
        endings = ", ".join(known.suffix for known in GLOSSARY_FORMATS)
        raise InputError(f"'{name}' is not a glossary file", f"known endings are {endings}")
    return found
