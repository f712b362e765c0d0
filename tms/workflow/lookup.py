"""All that lies beside a segment while it is translated."""

from tms.glossary import TermIndex, list_target_forms
from tms.store import segments
from tms.store.rows import TranslationRow
from tms.text.diff import diff_words
from tms.tracking import pin_change, propose_repair
from tms.values import Kind, Match, Repair, SegmentHelp, SentencePin, TermHit
from tms.workflow.articles import get_article
from tms.workflow.memory import get_memory
from tms.workflow.reading import get_row
from tms.workflow.standing import Standing, measure_standing, read_history
from tms.workflow.terms import get_terms, list_cards
from tms.workflow.workspace import Workspace

_MINIMUM = 50
MOST_MATCHES = 5


def find_help(
    workspace: Workspace, ref: str, key: str, language: str, *, minimum: int = _MINIMUM, top: int = MOST_MATCHES
) -> SegmentHelp:
    """Matches from the memory, cards of the terms, what changed in the source and which sentences it touches.

    Matches are at most `top`, of a score of `minimum` or more: the higher it is, the sooner they are found.
    """
    with workspace.reading() as session:
        article = get_article(session, ref)
        row = get_row(session, article, key, language)
        if row.kind is Kind.LOCAL:
            return SegmentHelp(matches=(), terms=(), target=row.text)
        before, after = segments.find_neighbours(session, article.id, row.position or 0)
        history = read_history(session, article, segment_ids=[row.segment_id])
        memory = get_memory(workspace, session)
        terms = get_terms(workspace, session)
    found = memory.search(
        row.source,
        language,
        minimum=minimum,
        top=top + 1,
        before=before,
        after=after,
    )
    standing = measure_standing(row, history)
    made_from = standing.made_from_text
    pins, repair = _pin(row, standing, terms, article.source_language)
    return SegmentHelp(
        matches=tuple(match for match in found if not _is_itself(match, article.ref, key))[:top],
        terms=list_cards(terms, row.source, article.source_language, language, kind=row.kind),
        changes=diff_words(made_from, row.source) if made_from is not None else (),
        target=row.text,
        pins=pins,
        repair=repair,
    )


def _is_itself(match: Match, ref: str, key: str) -> bool:
    return match.article == ref and match.segment == key


def _pin(
    row: TranslationRow, standing: Standing, terms: TermIndex, source_language: str
) -> tuple[tuple[SentencePin, ...], Repair | None]:
    """Which sentences of a stale text are touched, and the text with the change made where that takes no guess."""
    made_from = standing.made_from_text
    if made_from is None or row.text is None or not standing.is_stale:
        return (), None
    texts = (made_from, row.source, row.text)
    pins = pin_change(*texts, source_language=source_language, language=row.language)
    replacements = _list_replacements(terms, (made_from, row.source), source_language, row.language)
    repair = propose_repair(
        *texts, source_language=source_language, language=row.language, replacements=replacements
    )  # fmt: skip
    return pins, repair


def _list_replacements(
    terms: TermIndex, texts: tuple[str, str], source_language: str, language: str
) -> dict[str, tuple[str, ...]]:
    """What to write for the terms that only one of two texts has, if one can stand for the other as it is.

    They can if gender and number agree: the words around them stay as they are.
    """
    before, after = (terms.find(text, source_language) for text in texts)
    changed = [
        (hit, text)
        for hits, others, text in ((before, after, texts[0]), (after, before, texts[1]))
        for hit in hits
        if hit.form not in {other.form for other in others}
    ]
    agreements = {_read_agreement(terms, hit, source_language, language) for hit, _ in changed}
    if len(agreements) != 1 or None in agreements:
        return {}
    return {hit.form: list_target_forms(terms, hit, language, source=text) for hit, text in changed}


def _read_agreement(terms: TermIndex, hit: TermHit, source_language: str, language: str) -> tuple[str, str] | None:
    """The gender and the number in which the words around a term agree with it; None if nobody knows."""
    targets = terms.list_terms(hit.concept, language)
    inflection = terms.find_inflection(hit, source_language)
    return (targets[0].gender, inflection.number if inflection else "") if targets and targets[0].gender else None
