"""The reach of a change of a concept: every paragraph with the old form, and the change made, article by article."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from sqlmodel import Session

from tms.errors import InputError, TmsError
from tms.glossary import TermIndex, find_term_spots, find_terms
from tms.store import articles as article_store
from tms.store import proposals as proposal_store
from tms.store import terms as store
from tms.store.rows import ArticleRow, TranslationRow
from tms.store.translations import Act, NewText
from tms.text.normalize import fold_case
from tms.values import (
    Applied,
    Concept,
    EventKind,
    ImpactRow,
    Kind,
    Origin,
    Role,
    Spot,
    State,
    Term,
    TermStatus,
    TermUse,
)
from tms.workflow.articles import get_article, require_language
from tms.workflow.deciding import require_concept
from tms.workflow.editing import reject_draft
from tms.workflow.locals import list_rows
from tms.workflow.people import get_member, require_role
from tms.workflow.rewriting import Rewriter
from tms.workflow.term_texts import from_toml
from tms.workflow.terms import get_terms
from tms.workflow.workspace import Workspace

ENGINE = "glossary"


def find_impact(
    workspace: Workspace, concept_id: str, *, language: str | None = None, ref: str | None = None
) -> tuple[ImpactRow, ...]:
    """Every translated paragraph, published ones included, that has an old form of a concept or lacks its term.

    Old forms are the deprecated ones and those that the concept had before a decision or a load.
    """
    with workspace.reading() as session:
        campaign = _Campaign(session, concept_id)
        articles = [get_article(session, ref)] if ref else article_store.list_articles(session)
        if ref and language:
            require_language(articles[0], language)
        return tuple(row for article in articles for row in campaign.list_rows(article, language))


def apply_impact(
    workspace: Workspace,
    concept_id: str,
    ref: str,
    language: str,
    *,
    keys: Collection[str] | None = None,
    reason: str = "",
) -> Applied:
    """Write the proposals for one article, or for some of its paragraphs, as drafts that somebody has to read.

    What somebody is typing, or what needs a look, is left alone. The texts of before stay in the history, and
    rejecting a draft brings its text back.
    """
    with workspace.writing() as session:
        member = get_member(workspace, session)
        require_role(session, member, Role.COORDINATOR, "change terms across articles")
        article = get_article(session, ref)
        require_language(article, language)
        campaign = _Campaign(session, concept_id)
        act = Act(EventKind.REPLACED, member.id, reason.strip() or f"glossary: {concept_id}")
        rewriter = Rewriter(session, member)
        done: list[str] = []
        left: list[tuple[str, str]] = []
        for found in campaign.find(article, language):
            if keys is not None and found.row.key not in keys:
                continue
            why = _write(rewriter, found, act)
            if why:
                left.append((found.row.key, why))
            else:
                done.append(found.row.key)
        return Applied(article.ref, language, tuple(done), tuple(left))


def undo_impact(workspace: Workspace, applied: Applied) -> tuple[str, ...]:
    """Take back what a campaign did in an article where nobody has written since; the paragraphs whose text is back."""
    done = []
    for key in applied.segments:
        try:
            reject_draft(workspace, applied.article, key, applied.language, engine=ENGINE)
        except TmsError:
            # Somebody has dealt with it meanwhile.
            continue
        done.append(key)
    return tuple(done)


def find_uses(workspace: Workspace, concept_id: str, *, most: int = 500) -> tuple[TermUse, ...]:
    """Where a concept stands, in sources and in translations, in the order of the articles; `most` at the most."""
    with workspace.reading() as session:
        require_concept(session, concept_id)
        index = get_terms(workspace, session)
        uses: list[TermUse] = []
        for article in article_store.list_articles(session):
            seen: set[str] = set()
            for row in list_rows(session, article.id):
                texts = [] if row.key in seen else [(row.source, article.source_language)]
                seen.add(row.key)
                for text, language in [*texts, (row.text or "", row.language)]:
                    hit = next((one for one in find_terms(index, text, language) if one.concept == concept_id), None)
                    if hit is not None:
                        uses.append(TermUse(article.ref, row.key, language, text, hit.start, hit.end))
            if len(uses) >= most:
                break
        return tuple(uses[:most])


@dataclass(frozen=True, slots=True)
class _Found:
    """A paragraph with the places that the change reaches, and its text with the change made, or None."""

    row: TranslationRow
    spots: tuple[Spot, ...]
    proposed: str | None


class _Campaign:
    """One concept as it is now, its earlier forms deprecated, against the texts of articles."""

    def __init__(self, session: Session, concept_id: str) -> None:
        self._session = session
        self._published = article_store.map_publications(session)
        self._concept = require_concept(session, concept_id)
        former = _list_former_terms(session, self._concept)
        deprecated = replace(self._concept, terms=(*self._concept.terms, *former))
        others = (concept for concept in store.list_concepts(session) if concept.id != concept_id)
        self._index = TermIndex([*others, deprecated])

    def list_rows(self, article: ArticleRow, language: str | None) -> Iterator[ImpactRow]:
        """What the change reaches in an article."""
        for one in article.target_languages if language is None else (language,):
            if one not in article.target_languages:
                continue
            for found in self.find(article, one):
                yield _to_impact(article, found, is_published=(article.id, one) in self._published)

    def find(self, article: ArticleRow, language: str) -> Iterator[_Found]:
        """The paragraphs of an article that the change reaches."""
        for row in list_rows(self._session, article.id, language=language):
            if not (row.text or "").strip() or row.covered_by is not None:
                continue
            spots = self._find_spots(row, article.source_language)
            if spots:
                yield _Found(row, spots, _replace_all(row.text or "", spots))

    def _find_spots(self, row: TranslationRow, source_language: str) -> tuple[Spot, ...]:
        spots = find_term_spots(
            self._index,
            None if row.kind is Kind.LOCAL else row.source,
            row.text or "",
            source_language=source_language,
            language=row.language,
        )
        return tuple(spot for spot in spots if spot.concept == self._concept.id)


def _list_former_terms(session: Session, concept: Concept) -> tuple[Term, ...]:
    """The terms that a concept had before some decision and has no more, as deprecated ones."""
    standing = {(term.language, fold_case(term.text)) for term in concept.terms}
    former: dict[tuple[str, str], Term] = {}
    for decision in proposal_store.list_decisions(session, concept_id=concept.id):
        try:
            before = from_toml(decision.before, concept.id) if decision.before else None
        except InputError:
            # Kept by an earlier program whose rules were others.
            continue
        for term in before.terms if before else ():
            key = (term.language, fold_case(term.text))
            if key not in standing:
                gone = replace(
                    term, status=TermStatus.DEPRECATED, replacement="", reason="no term of the concept any more"
                )
                former.setdefault(key, gone)
    return tuple(former.values())


def _replace_all(text: str, spots: Iterable[Spot]) -> str | None:
    """The text with every place repaired; None where one of them needs a person."""
    for spot in sorted(spots, key=lambda spot: spot.start or 0, reverse=True):
        if spot.start is None or spot.end is None or spot.replacement is None:
            return None
        text = text[: spot.start] + spot.replacement + text[spot.end :]
    return text


def _to_impact(article: ArticleRow, found: _Found, *, is_published: bool) -> ImpactRow:
    text = found.row.text or ""
    words = [text[spot.start : spot.end] for spot in found.spots if spot.start is not None]
    return ImpactRow(
        article=article.ref,
        segment=found.row.key,
        language=found.row.language,
        state=found.row.state,
        is_published=is_published,
        text=text,
        found=", ".join(dict.fromkeys(words)),
        message="; ".join(dict.fromkeys(spot.message for spot in found.spots)),
        proposed=found.proposed,
        revision=found.row.revision,
    )


def _write(rewriter: Rewriter, found: _Found, act: Act) -> str:
    """Write one draft; why not, or ""."""
    row = found.row
    if found.proposed is None:
        return "; ".join(dict.fromkeys(spot.message for spot in found.spots))
    new = NewText(found.proposed, State.DRAFT, Origin.MACHINE, ENGINE, source_version=row.source_version)
    return rewriter.write(row, new, act)
