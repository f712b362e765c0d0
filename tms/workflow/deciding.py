"""Decide on concepts: every change has a reason, is kept, and can be found again."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from tms.errors import InputError, NotFoundError, RefusedError, TmsError
from tms.glossary import GLOSSARY_FORMATS, find_conflicts, parse_glossary, serialize_glossary_toml, strip_marks
from tms.models import Member, TermDecision
from tms.models.columns import now
from tms.store import proposals as proposal_store
from tms.store import terms as store
from tms.store.members import map_pen_names
from tms.text.normalize import fold_case
from tms.values import Concept, DecisionKind, DecisionView, Role, TermReason
from tms.workflow.files import read_text, write_file
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.term_texts import describe_change, from_toml, to_toml
from tms.workflow.workspace import Workspace

# Concepts that come from no file are written into this one.
ADDED = "added"


@dataclass(frozen=True, slots=True)
class Decided:
    """A concept after a decision, None when it was removed, and the glossary file that has it too now, or ""."""

    concept: Concept | None
    file: str = ""


def get_concept(workspace: Workspace, concept_id: str) -> Concept:
    """The concept of that id; raises NotFoundError."""
    with workspace.reading() as session:
        return require_concept(session, concept_id)


def require_concept(session: Session, concept_id: str) -> Concept:
    """The concept of that id; raises NotFoundError."""
    found = store.list_concepts(session, ids=[concept_id])
    if not found:
        raise NotFoundError(f"no concept '{concept_id}'", "'tms glossary list' shows all")
    return found[0]


def change_concept(workspace: Workspace, concept: Concept, *, expect: Concept | None, reason: str = "") -> Decided:
    """Put a concept in place of the one that was on the screen, or add one (`expect` None).

    Raises InputError for what contradicts the glossary, RefusedError when somebody changed it meanwhile.
    """
    concept = from_toml(to_toml(concept), concept.id)
    with workspace.writing() as session:
        member = get_member(workspace, session)
        require_role(session, member, Role.COORDINATOR, "change the glossary")
        found = store.list_concepts(session, ids=[concept.id])
        if (found[0] if found else None) != expect:
            what = "changed" if expect else "added"
            raise RefusedError(f"'{concept.id}' was {what} by someone else meanwhile", "read it again, then change it")
        kind = DecisionKind.CHANGED if expect else DecisionKind.ADDED
        write_concept(session, expect, concept, make_decision(kind, expect, concept, member, reason))
    return _finish(workspace, expect, concept)


def remove_concept(workspace: Workspace, concept_id: str, *, reason: str) -> Decided:
    """Take a concept out of the glossary; what was decided on it stays to be found."""
    if not reason.strip():
        raise InputError("to remove a concept takes a reason", "say why nobody needs it any more")
    with workspace.writing() as session:
        member = get_member(workspace, session)
        require_role(session, member, Role.COORDINATOR, "change the glossary")
        before = require_concept(session, concept_id)
        glossary = store.map_glossaries(session, [concept_id]).get(concept_id, "")
        store.delete_concepts(session, [concept_id])
        session.add(make_decision(DecisionKind.REMOVED, before, None, member, reason))
    workspace.caches.forget_terms()
    return Decided(None, _update_file(workspace, glossary, before, None))


def make_decision(
    kind: DecisionKind, before: Concept | None, after: Concept | None, member: Member, reason: str
) -> TermDecision:
    """A decision to be kept."""
    concept = after or before
    return TermDecision(
        kind=kind,
        concept_id=concept.id if concept else "",
        summary=describe_change(before, after),
        reason=reason.strip(),
        before=to_toml(before) if before else None,
        after=to_toml(after) if after else None,
        member_id=member.id,
    )


def write_concept(session: Session, before: Concept | None, after: Concept, decision: TermDecision) -> None:
    """Write a concept and the decision on it; raises InputError for what contradicts the glossary."""
    others = [concept for concept in store.list_concepts(session) if concept.id != after.id]
    problem = next((one for one in find_conflicts([*others, after]) if one.concept == after.id), None)
    if problem is not None:
        raise InputError(problem.message, problem.hint)
    store.save_concepts(session, [after], glossary="" if before else ADDED, decided_at=now())
    session.add(decision)


def _finish(workspace: Workspace, before: Concept | None, after: Concept) -> Decided:
    workspace.caches.forget_terms()
    return Decided(after, update_glossary_file(workspace, before, after))


def update_glossary_file(workspace: Workspace, before: Concept | None, after: Concept) -> str:
    """Write a decision into the file that the concept came from, if that says what was here before; its name, or ""."""
    with workspace.reading() as session:
        glossary = store.map_glossaries(session, [after.id]).get(after.id, "")
    return _update_file(workspace, glossary, before, after)


def _update_file(workspace: Workspace, glossary: str, before: Concept | None, after: Concept | None) -> str:
    path = workspace.settings.glossaries / f"{glossary}{GLOSSARY_FORMATS[0].suffix}"
    if not glossary or not (path.is_file() or before is None):
        return ""
    try:
        original = read_text(path) if path.is_file() else ""
        file = parse_glossary(original, str(path))
        named = after or before
        standing = next((concept for concept in file.concepts if named and concept.id == named.id), None)
        if file.problems or standing != before:
            return ""
        kept = {concept.id: concept for concept in file.concepts}
        if after is not None:
            kept[after.id] = after
        elif before is not None:
            del kept[before.id]
        write_file(path, serialize_glossary_toml(kept.values(), original=original or None).encode())
    except TmsError:
        # The database has the decision; a file that cannot be written is no reason to lose it.
        return ""
    return path.name


def list_decisions(workspace: Workspace, *, concept_id: str | None = None) -> tuple[DecisionView, ...]:
    """What was decided, the newest first."""
    with workspace.reading() as session:
        names = map_pen_names(session)
        found = proposal_store.list_decisions(session, concept_id=concept_id)
        return tuple(
            DecisionView(
                d.at, name_member(names, d.member_id), d.kind, d.concept_id, d.summary, d.reason, d.before, d.after
            )
            for d in found
        )


def find_reasons(workspace: Workspace, words: str) -> tuple[tuple[TermReason, ...], tuple[DecisionView, ...]]:
    """Why a word is written as it is: what the glossary says of it, and every decision in which it occurs."""
    wanted = _fold(words)
    if not wanted:
        raise InputError("name a word", "for example: tms glossary why Sinkiang")
    with workspace.reading() as session:
        concepts = store.list_concepts(session)
    said = tuple(reason for concept in concepts for reason in _list_reasons(concept, wanted))
    decisions = (d for d in list_decisions(workspace) if wanted in _fold(_all_text(d)))
    return said, tuple(decisions)


def _list_reasons(concept: Concept, wanted: str) -> Iterable[TermReason]:
    for term in concept.terms:
        if any(wanted in _fold(text) for text in (term.text, term.reason, term.note, *term.forms)):
            reason = "; ".join(filter(None, (term.reason, term.note))) or concept.note or concept.source
            yield TermReason(concept.id, term.language, term.text, term.status.value, reason)


def _all_text(decision: DecisionView) -> str:
    # The rest of a concept stands in its text too and has nothing to do with the decision.
    is_whole = decision.kind in (DecisionKind.ADDED, DecisionKind.REMOVED)
    texts = [decision.concept, decision.summary, decision.reason]
    texts += [decision.before or "", decision.after or ""] if is_whole else []
    return "\n".join(texts)


def _fold(text: str) -> str:
    return strip_marks(fold_case(text))
