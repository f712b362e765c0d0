"""Propose a term, and decide on what others propose."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from tms.errors import InputError, NotFoundError, RefusedError
from tms.glossary import TermIndex, expand_forms, is_concept_id, join_concept, strip_marks
from tms.models import Member, TermDecision, TermProposal
from tms.store import proposals as store
from tms.store import terms as term_store
from tms.store.members import map_pen_names
from tms.text.normalize import fold_case, normalize_text
from tms.values import Concept, DecisionKind, ProposalState, ProposalView, Role, Term, TermStatus
from tms.workflow.articles import get_article, require_language
from tms.workflow.deciding import Decided, make_decision, update_glossary_file, write_concept
from tms.workflow.editing import require_storable
from tms.workflow.people import get_member, name_member, require_role
from tms.workflow.segments import get_segment
from tms.workflow.workspace import Workspace

_LONGEST = 200
_NOT_IN_SLUG = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Place:
    """The segment in which a term was marked; `ref` is the article."""

    ref: str
    key: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What a coordinator changes of a proposal in accepting it; "" and None leave things as they were proposed."""

    source: str = ""
    target: str = ""
    concept_id: str = ""
    status: TermStatus | None = None
    part_of_speech: str = ""
    gender: str = ""
    forms: tuple[str, ...] = ()


NO_EDITS = Edits()


def propose_term(
    workspace: Workspace,
    words: tuple[str, str],
    language: str,
    *,
    source_language: str = "en",
    place: Place | None = None,
    note: str = "",
) -> ProposalView:
    """Propose a word of the target for a word of the source; it waits for a coordinator.

    Raises InputError for words that are none, that the glossary has already, or that wait already.
    """
    source, target = (_require_words(text) for text in words)
    with workspace.writing() as session:
        member = get_member(workspace, session)
        segment_id = None
        if place is not None:
            article = get_article(session, place.ref)
            require_language(article, language)
            source_language = article.source_language
            segment_id = get_segment(session, article, place.key).id
        proposal = TermProposal(
            source_language=source_language,
            source=source,
            language=language,
            target=target,
            note=require_storable(note).strip(),
            segment_id=segment_id,
            member_id=member.id,
        )
        _refuse_known(session, proposal)
        session.add(proposal)
        session.flush()
        return _view(session, [proposal])[0]


def _require_words(text: str) -> str:
    words = normalize_text(require_storable(text)).replace("'", "’")
    if not words or not any(character.isalnum() for character in words):
        raise InputError("a term needs a word in each language", "mark the words in the source and in the translation")
    if len(words) > _LONGEST:
        raise InputError(f"“{words[:30]}…” is longer than {_LONGEST} characters", "a term is a word or a few")
    return words


def _refuse_known(session: Session, proposal: TermProposal) -> None:
    for concept in _find_concepts(session, proposal.source_language, proposal.source):
        for term in concept.terms:
            is_form = any(fold_case(form) == fold_case(proposal.target) for form in expand_forms(term))
            if term.language == proposal.language and is_form:
                reason = f": {term.reason}" if term.reason else ""
                raise InputError(
                    f"“{term.text}” is {term.status} in '{concept.id}' already{reason}",
                    f"'tms glossary why {term.text}' tells what was decided",
                )
    for other in store.list_proposals(session, state=ProposalState.OPEN):
        if _fold_proposal(other) == _fold_proposal(proposal):
            raise InputError(f"“{other.target}” was proposed already, number {other.id}", "a coordinator decides on it")


def _fold_proposal(proposal: TermProposal) -> tuple[str, str, str]:
    return fold_case(proposal.source), proposal.language, fold_case(proposal.target)


def _find_concepts(session: Session, language: str, words: str) -> tuple[Concept, ...]:
    """The concepts that have these words, in any inflection, as an accepted term."""
    concepts = term_store.list_concepts(session)
    hits = TermIndex(concepts).find_all(words, language)
    ids = {
        hit.concept
        for hit in hits
        if (hit.start, hit.end) == (0, len(words)) and hit.term.status is not TermStatus.DEPRECATED
    }
    return tuple(concept for concept in concepts if concept.id in ids)


def list_proposals(workspace: Workspace, *, with_decided: bool = False) -> tuple[ProposalView, ...]:
    """The proposals that wait, or all, the oldest first."""
    with workspace.reading() as session:
        state = None if with_decided else ProposalState.OPEN
        return _view(session, store.list_proposals(session, state=state))


def accept_proposal(
    workspace: Workspace, proposal_id: int, *, edits: Edits = NO_EDITS, reason: str = ""
) -> tuple[ProposalView, Decided]:
    """Take a proposal into the glossary, as it is or edited; raises RefusedError when it was decided on already."""
    with workspace.writing() as session:
        member, proposal = _open_decision(workspace, session, proposal_id)
        before = _choose_concept(session, proposal, edits)
        after = _join(session, before, proposal, edits)
        decision = make_decision(DecisionKind.ACCEPTED, before, after, member, reason)
        decision.proposal_id = proposal.id
        write_concept(session, before, after, decision)
        proposal.state = ProposalState.ACCEPTED
        session.add(proposal)
        session.flush()
        view = _view(session, [proposal])[0]
    workspace.caches.forget_terms()
    return view, Decided(after, update_glossary_file(workspace, before, after))


def refuse_proposal(workspace: Workspace, proposal_id: int, *, reason: str) -> ProposalView:
    """Refuse a proposal; the reason is kept, so that nobody has to ask twice."""
    if not reason.strip():
        raise InputError("a refusal needs a reason", "the next who thinks of this word will look for it")
    with workspace.writing() as session:
        member, proposal = _open_decision(workspace, session, proposal_id)
        session.add(
            TermDecision(
                kind=DecisionKind.REFUSED,
                summary=f"“{proposal.target}” ({proposal.language}) for “{proposal.source}”",
                reason=reason.strip(),
                proposal_id=proposal.id,
                member_id=member.id,
            )
        )
        proposal.state = ProposalState.REFUSED
        session.add(proposal)
        session.flush()
        return _view(session, [proposal])[0]


def _open_decision(workspace: Workspace, session: Session, proposal_id: int) -> tuple[Member, TermProposal]:
    member = get_member(workspace, session)
    require_role(session, member, Role.COORDINATOR, "decide on terms")
    proposal = store.find_proposal(session, proposal_id)
    if proposal is None:
        raise NotFoundError(f"no proposal {proposal_id}", "'tms glossary proposals' lists those that wait")
    if proposal.state is not ProposalState.OPEN:
        raise RefusedError(f"proposal {proposal_id} was {proposal.state} already", "'tms glossary proposals --all'")
    return member, proposal


def _choose_concept(session: Session, proposal: TermProposal, edits: Edits) -> Concept | None:
    """The concept that a proposal belongs to: the one named, else the one that has its source word."""
    if edits.concept_id:
        found = term_store.list_concepts(session, ids=[edits.concept_id])
        return found[0] if found else None
    concepts = _find_concepts(session, proposal.source_language, edits.source or proposal.source)
    if len(concepts) > 1:
        names = ", ".join(concept.id for concept in concepts)
        raise InputError(f"“{proposal.source}” is a term of several concepts: {names}", "name the concept of the term")
    return concepts[0] if concepts else None


def _join(session: Session, before: Concept | None, proposal: TermProposal, edits: Edits) -> Concept:
    source = _require_words(edits.source or proposal.source)
    target = Term(
        proposal.language,
        _require_words(edits.target or proposal.target),
        edits.status or TermStatus.PREFERRED,
        edits.forms,
        part_of_speech=edits.part_of_speech,
        gender=edits.gender,
    )
    if before is None:
        concept_id = edits.concept_id or _make_id(session, source)
        proposer = name_member(map_pen_names(session), proposal.member_id)
        return Concept(
            concept_id,
            (Term(proposal.source_language, source), target),
            note=proposal.note,
            source=f"proposed by {proposer}" if proposer else "",
        )
    after = join_concept(before, Concept(before.id, (target,)))
    if edits.status is not None:
        terms = tuple(replace(t, status=edits.status) if _is_word(t, target) else t for t in after.terms)
        after = replace(after, terms=terms)
    if after == before:
        raise InputError(f"'{before.id}' has “{target.text}” already", "refuse the proposal, or edit it")
    return after


def _is_word(term: Term, other: Term) -> bool:
    return term.language == other.language and fold_case(term.text) == fold_case(other.text)


def _make_id(session: Session, words: str) -> str:
    slug = _NOT_IN_SLUG.sub("-", strip_marks(fold_case(words))).strip("-_") or "term"
    known = {concept.id for concept in term_store.list_concepts(session)}
    slug = slug[:100] if is_concept_id(slug[:100]) else "term"
    return next(name for name in (slug, *(f"{slug}-{n}" for n in range(2, len(known) + 3))) if name not in known)


def _view(session: Session, proposals: Iterable[TermProposal]) -> tuple[ProposalView, ...]:
    found = list(proposals)
    names = map_pen_names(session)
    places = store.map_places(session, [p.segment_id for p in found if p.segment_id is not None])
    decisions = {d.proposal_id: d for d in store.list_decisions(session) if d.proposal_id is not None}
    return tuple(_view_one(p, names, places, decisions.get(int(p.id or 0))) for p in found)


def _view_one(
    proposal: TermProposal,
    names: Mapping[str, str],
    places: Mapping[int, tuple[str, str]],
    decision: TermDecision | None,
) -> ProposalView:
    article, key = places.get(proposal.segment_id or 0, ("", ""))
    told = ""
    if decision is not None:
        who = name_member(names, decision.member_id)
        told = f"{decision.kind} by {who}" + (f": {decision.reason}" if decision.reason else "")
    return ProposalView(
        id=int(proposal.id or 0),
        source_language=proposal.source_language,
        source=proposal.source,
        language=proposal.language,
        target=proposal.target,
        note=proposal.note,
        who=name_member(names, proposal.member_id),
        at=proposal.at,
        state=proposal.state,
        article=article,
        segment=key,
        decision=told,
    )
