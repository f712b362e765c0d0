"""All that lies beside a segment while it is translated."""

from tms.errors import NotFoundError
from tms.store import segments
from tms.text.diff import diff_words
from tms.values import Match, SegmentHelp
from tms.workflow.articles import get_article, require_language
from tms.workflow.memory import get_memory
from tms.workflow.standing import measure_standing
from tms.workflow.terms import get_terms, list_cards
from tms.workflow.workspace import Workspace

_MINIMUM = 50
_TOP = 5


def find_help(workspace: Workspace, ref: str, key: str, language: str) -> SegmentHelp:
    """Matches from the memory, cards of the terms, and the source diff since this translation was made."""
    with workspace.reading() as session:
        article = get_article(session, ref)
        require_language(article, language)
        sources = segments.list_segments(session, article.id)
        place = next((i for i, s in enumerate(sources) if s.key == key), None)
        if place is None:
            raise NotFoundError(f"no segment '{key}' in '{ref}'", f"'tms show {ref}' lists the keys")
        row = segments.list_translations(session, article_id=article.id, language=language, key=key)[0]
        versions = segments.map_versions(session, segment_ids=[row.segment_id])
        memory = get_memory(workspace, session)
        terms = get_terms(workspace, session)
    found = memory.search(
        row.source,
        language,
        minimum=_MINIMUM,
        top=_TOP + 1,
        before=sources[place - 1].source if place else "",
        after=sources[place + 1].source if place + 1 < len(sources) else "",
    )
    made_from = measure_standing(row, versions, language=article.source_language).made_from_text
    cards = list_cards(terms, row.source, article.source_language, language)
    return SegmentHelp(
        matches=tuple(match for match in found if not _is_itself(match, article.ref, key))[:_TOP],
        terms=cards,
        changes=diff_words(made_from, row.source) if made_from is not None else (),
    )


def _is_itself(match: Match, ref: str, key: str) -> bool:
    return match.article == ref and match.segment == key
