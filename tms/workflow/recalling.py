"""What a translation has and had, so that an older file never brings back what was taken out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from tms.models import Event, Segment, SourceVersion, Translation
from tms.store.rows import ArticleRow
from tms.text.normalize import normalize_text
from tms.text.sentences import split_sentences
from tms.text.words import count_words
from tms.values import EventKind
from tms.workflow.locals import BETWEEN_PARAGRAPHS

# A shorter sentence stands in many a paragraph ("He said nothing").
_TELLING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Past:
    """The texts that an article's translation into one language has or ever had, as they are compared.

    `texts` are those of its live paragraphs and its own, `standing_notes` those of its own that stand. `emptied` are
    the translations that an import or its undoing emptied last, no person. `has_removed`: paragraphs left the source.
    """

    language: str
    source_language: str
    texts: frozenset[str]
    standing_notes: frozenset[str]
    emptied: frozenset[int]
    has_removed: bool
    removed: Mapping[str, frozenset[str]] = field(repr=False)

    def is_of_removed(self, text: str, sources: Iterable[str] = ()) -> bool:
        """Whether a text, or a sentence of it, translates what left the source and stands in none of `sources`."""
        live = {piece for source in sources for piece in _cut(source, self.source_language)}
        return any(
            piece in self.removed and self.removed[piece].isdisjoint(live) for piece in _cut(text, self.language)
        )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph, its current source, and every text of its translation."""

    is_live: bool
    is_own: bool
    source: str
    is_standing: bool
    last: EventKind | None = None
    texts: set[str] = field(default_factory=set)


def recall(session: Session, article: ArticleRow, language: str) -> Past:
    """Everything that an article's translation into a language has and had."""
    found = _list_paragraphs(session, article.id, language)
    removed: dict[str, set[str]] = defaultdict(set)
    for one in found.values():
        if not one.is_live and not one.is_own:
            for text in one.texts:
                for piece in _cut(text, language):
                    removed[piece] |= _cut(one.source, article.source_language)
    own = [one for one in found.values() if one.is_own]
    # A note that left with an import that was undone may come again with that import.
    known = [one for one in found.values() if one.is_live or (one.is_own and not _is_emptied(one))]
    return Past(
        language=language,
        source_language=article.source_language,
        texts=frozenset(piece for one in known for text in one.texts for piece in _list_blocks(text)),
        standing_notes=frozenset(normalize_text(text) for one in own if one.is_standing for text in one.texts),
        emptied=frozenset(place for place, one in found.items() if _is_emptied(one)),
        has_removed=any(not one.is_live and not one.is_own for one in found.values()),
        removed={piece: frozenset(sources) for piece, sources in removed.items()},
    )


def _is_emptied(one: _Paragraph) -> bool:
    return not one.is_standing and one.last is EventKind.CARRIED


def _list_paragraphs(session: Session, article_id: int, language: str) -> dict[int, _Paragraph]:
    place = (col(Segment.article_id) == article_id, col(Translation.language) == language)
    rows = session.exec(
        select(Translation, Segment, SourceVersion.text)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(SourceVersion, col(SourceVersion.segment_id) == col(Segment.id))
        .where(*place, col(SourceVersion.number) == col(Segment.version))
    )
    found = {
        int(row.id or 0): _Paragraph(
            is_live=segment.position is not None,
            is_own=segment.language is not None,
            source=source,
            is_standing=row.text is not None,
            texts={row.text} if row.text else set(),
        )
        for row, segment, source in rows
    }
    events = session.exec(
        select(Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(*place)
        .order_by(col(Event.translation_id), col(Event.number))
    )
    for event in events:
        one = found[event.translation_id]
        one.last = event.kind
        one.texts |= {text for text in (event.before, event.after) if text}
    return found


def _list_blocks(text: str) -> set[str]:
    """A text as a whole, and each of the paragraphs that were made one."""
    blocks = {normalize_text(block) for block in (text, *text.split(BETWEEN_PARAGRAPHS))}
    return blocks - {""}


def _cut(text: str, language: str) -> set[str]:
    """A text, its paragraphs, and its sentences that are long enough to be known again."""
    sentences = (normalize_text(one) for one in split_sentences(text, language))
    return _list_blocks(text) | {one for one in sentences if count_words(one) >= _TELLING_WORDS}
