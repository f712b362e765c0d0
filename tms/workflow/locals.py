"""Paragraphs that only a translation has (a translator's note): where they stand, and how one comes to be."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sqlmodel import Session

from tms.errors import NotFoundError
from tms.store import segments as store
from tms.store.rows import ArticleRow, TranslationRow
from tms.values import Kind, Unit
from tms.workflow.articles import get_article, get_project, require_language
from tms.workflow.workspace import Workspace

BETWEEN_PARAGRAPHS = "\n\n"

_HOLD_PARAGRAPHS = frozenset((Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE))
_TAKE_BEFORE = frozenset((Kind.PARAGRAPH, Kind.QUOTE))
_BEGIN_SOMETHING_ELSE = frozenset((Kind.TITLE, Kind.EXCERPT, Kind.HEADING))


def list_rows(
    session: Session,
    article_id: int,
    *,
    language: str | None = None,
    key: str | None = None,
    typed: Container[int] = (),
) -> list[TranslationRow]:
    """An article's rows in reading order, what only a translation has in its place.

    What was taken out again is not among them, unless it is asked for by its key, or its translation is one of those
    where something was `typed` and not saved.
    """
    rows = store.list_translations(session, article_id=article_id, language=language, key=key)
    own = store.list_local_translations(session, article_id=article_id, language=language, key=key)
    standing = [row for row in own if key is not None or not is_taken_out(row) or row.id in typed]
    return place_locals(session, article_id, rows, standing)


def list_notes(session: Session, article_id: int, language: str) -> list[TranslationRow]:
    """What only this translation has and is no empty paragraph, each with the live key that it stands after."""
    own = store.list_local_translations(session, article_id=article_id, language=language)
    return _anchor(session, article_id, [row for row in own if row.text is not None])


def is_taken_out(row: TranslationRow) -> bool:
    """Whether a paragraph of the translation's own had a text once and has none any more."""
    return row.kind is Kind.LOCAL and row.text is None and row.revision > 0


def place_locals(
    session: Session, article_id: int, rows: Sequence[TranslationRow], own: Sequence[TranslationRow]
) -> list[TranslationRow]:
    """The rows with the translations' own ones each after the segment that it belongs to."""
    if not own:
        return list(rows)
    after: dict[str | None, list[TranslationRow]] = defaultdict(list)
    for row in _anchor(session, article_id, own):
        after[row.after_key].append(row)
    placed = after.pop(None, [])
    for place, row in enumerate(rows):
        placed.append(row)
        if place + 1 == len(rows) or rows[place + 1].key != row.key:
            placed += after.pop(row.key, [])
    return [*placed, *(row for left in after.values() for row in left)]


def _anchor(session: Session, article_id: int, own: Sequence[TranslationRow]) -> list[TranslationRow]:
    """The rows, each after a live segment: where that has left the article, after the nearest earlier one."""
    known = store.list_segment_ids(session, article_id) if own else []
    ids = {key: segment_id for segment_id, key, _ in known}
    live = sorted((segment_id, key) for segment_id, key, position in known if position is not None)
    keys = {key for _, key in live}

    def find_live(key: str | None) -> str | None:
        if key is None or key in keys:
            return key
        # Importing moves notes whose paragraph leaves; of others only the order in which keys were given is known.
        return next((other for segment_id, other in reversed(live) if segment_id < ids.get(key, 0)), None)

    return [replace(row, after_key=find_live(row.after_key)) for row in own]


def find_anchors(
    notes_after: Mapping[str, str | None], before_keys: Sequence[str], live_keys: AbstractSet[str]
) -> dict[str, str | None]:
    """Where notes go whose paragraph left the article: after the nearest live one before it in the earlier order.

    By the notes' keys; None is the start. A note whose paragraph is live, or was not there before, is not among them.
    """
    nearest: dict[str, str | None] = {}
    last: str | None = None
    for key in before_keys:
        last = key if key in live_keys else last
        nearest[key] = last
    return {
        note: nearest[after]
        for note, after in notes_after.items()
        if after is not None and after not in live_keys and after in nearest
    }


def carry_notes(
    units: Sequence[Unit], targets: Sequence[str | None], notes: Sequence[tuple[str, int]]
) -> list[str | None]:
    """The targets, with each note as a paragraph of its own in the target beside it.

    A note comes with the place of the unit that it stands after, -1 for the start; notes are in reading order. A
    heading or a table cell cannot hold a second paragraph: the next one that can is taken, or the last one before.
    """
    written = list(targets)
    before: dict[int, list[str]] = defaultdict(list)
    for note, place in notes:
        host, is_before = _find_host(units, place)
        if is_before:
            before[host].append(note)
        else:
            written[host] = _join(_text_at(units, written, host), note)
    for host, texts in before.items():
        written[host] = _join(*texts, _text_at(units, written, host))
    return written


def _find_host(units: Sequence[Unit], place: int) -> tuple[int, bool]:
    """The unit whose target takes a note, and whether the note goes before that."""
    if place >= 0 and units[place].kind in _HOLD_PARAGRAPHS:
        return place, False
    following = range(place + 1, len(units))
    end = next((at for at in following if units[at].kind in _BEGIN_SOMETHING_ELSE), len(units))
    near = next((at for at in range(place + 1, end) if units[at].kind in _TAKE_BEFORE), None)
    earlier = next((at for at in range(place - 1, -1, -1) if units[at].kind in _HOLD_PARAGRAPHS), None)
    later = next((at for at in range(end, len(units)) if units[at].kind in _TAKE_BEFORE), None)
    if near is not None:
        return near, True
    if earlier is not None:
        return earlier, False
    return (later, True) if later is not None else (max(0, place), place < 0)


def _text_at(units: Sequence[Unit], targets: Sequence[str | None], place: int) -> str:
    text = targets[place]
    return units[place].text if text is None else text


def _join(*texts: str) -> str:
    return BETWEEN_PARAGRAPHS.join(text for text in texts if text)


def add_local(workspace: Workspace, ref: str, language: str, after_key: str | None) -> str:
    """A new empty paragraph of the translation's own after a segment, or (None) at the start; its key."""
    with workspace.writing() as session:
        article = get_article(session, ref)
        require_language(article, language)
        if after_key is None:
            return make_local(session, article, language, None)
        row = next(iter(list_rows(session, article.id, language=language, key=after_key)), None)
        if row is None:
            raise NotFoundError(f"no segment '{after_key}' in '{ref}'", f"'tms show {ref}' lists the keys")
        return make_local(session, article, language, row.after_key if row.kind is Kind.LOCAL else row.key)


def make_local(session: Session, article: ArticleRow, language: str, after_key: str | None) -> str:
    """The same within a transaction; imports give keys too, so both take turns."""
    get_project(session, article.project, is_locked=True)
    return store.add_local_segment(session, article.id, language, after_key)
