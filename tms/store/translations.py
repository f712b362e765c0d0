"""Saving translations under their revision, and the append-only history."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from tms.models import Event, Segment, Translation, WorkingCopy
from tms.models.columns import now
from tms.values import EventKind, Kind, Origin, State

_SMALL = (EventKind.MENDED, EventKind.REWORDED)
"""What leaves a text its author's."""
_MOST_ACTS = 500


@dataclass(frozen=True, slots=True)
class NewText:
    """What a translation becomes; `source_version` is the wording it is made from."""

    text: str | None
    state: State
    origin: Origin
    engine: str = ""
    source_version: int | None = None
    covered_by: str | None = None
    reviewed_version: int | None = None
    reviewed_hash: str | None = None
    reviewer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what, and why."""

    kind: EventKind
    member_id: str
    reason: str = ""


def get_translation(session: Session, translation_id: int, *, is_locked: bool = False) -> Translation:
    """The translation as a fresh table object; `is_locked` keeps others from changing it until the transaction ends."""
    query = select(Translation).where(col(Translation.id) == translation_id)
    if is_locked:
        query = query.with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def save_text(session: Session, translation_id: int, new: NewText, act: Act, *, expect_revision: int) -> bool:
    """Save if the translation still has that revision, and add the event; False when someone was faster."""
    before = get_translation(session, translation_id)
    done = session.execute(
        update(Translation)
        .where(col(Translation.id) == translation_id, col(Translation.revision) == expect_revision)
        .values(
            text=new.text,
            state=new.state,
            origin=new.origin,
            engine=new.engine,
            source_version=new.source_version,
            covered_by=new.covered_by,
            reviewed_version=new.reviewed_version,
            reviewed_hash=new.reviewed_hash,
            reviewer_id=new.reviewer_id,
            revision=expect_revision + 1,
            member_id=act.member_id,
            updated_at=now(),
        )
        .execution_options(synchronize_session=False)
    )
    # `rowcount` decides: the one atomic UPDATE is the lock, on SQLite and on PostgreSQL alike.
    if done.rowcount != 1:  # type: ignore[attr-defined]  # a DML statement gives a CursorResult
        return False
    add_event(session, before, new, act)
    return True


def add_event(session: Session, before: Translation, new: NewText, act: Act) -> Event:
    """Append to the history of a translation, chained to the event before."""
    last = find_last_event(session, int(before.id or 0))
    event = Event(
        translation_id=int(before.id or 0),
        number=last.number + 1 if last else 1,
        kind=act.kind,
        before=before.text,
        after=new.text,
        state=new.state,
        origin=new.origin,
        source_version=new.source_version,
        member_id=act.member_id,
        reason=act.reason,
        at=now(),
        previous_hash=last.hash if last else "",
        hash="",
    )
    event.hash = hash_event(event)
    session.add(event)
    session.flush()
    return event


def hash_event(event: Event) -> str:
    """SHA-256 over what the event says and the hash of the one before."""
    said = (
        event.translation_id,
        event.number,
        event.kind.value,
        event.before,
        event.after,
        event.state.value,
        event.origin.value,
        event.source_version,
        event.member_id,
        event.reason,
        _in_utc(event.at),
        event.previous_hash,
    )
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def _in_utc(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S.%f}"


def find_last_event(session: Session, translation_id: int) -> Event | None:
    """The newest event of a translation."""
    query = select(Event).where(col(Event.translation_id) == translation_id)
    return session.exec(query.order_by(col(Event.number).desc()).limit(1)).first()


def find_author(session: Session, translation_id: int, text: str | None) -> str | None:
    """Who wrote the text that stands, or said of a draft "I keep it": the first to save it in its last run of events.

    Who attached, merged, drafted or restored it brought another's text; a text that was only mended or reworded is
    still its author's.
    """
    return _find_author_in(list_events(session, translation_id), text)


def map_authors(session: Session, article_id: int, language: str, state: State) -> dict[str, str | None]:
    """Who wrote the texts of an article that are in a state, by the keys of their segments, as `find_author` says."""
    query = (
        select(Segment.key, Translation.text, Event)
        .join(Translation, col(Translation.segment_id) == col(Segment.id))
        .join(Event, col(Event.translation_id) == col(Translation.id))
        .where(
            col(Segment.article_id) == article_id,
            col(Translation.language) == language,
            col(Translation.state) == state,
        )
        .order_by(col(Event.translation_id), col(Event.number))
    )
    texts: dict[str, str | None] = {}
    events: dict[str, list[Event]] = {}
    for key, text, event in session.exec(query):
        texts[key] = text
        events.setdefault(key, []).append(event)
    return {key: _find_author_in(found, texts[key]) for key, found in events.items()}


def _find_author_in(events: list[Event], text: str | None) -> str | None:
    author = None
    while events:
        event = events.pop()
        if event.after != text:
            break
        if event.kind is EventKind.RESTORED and events and events[-1].kind in _SMALL and events[-1].before == text:
            # A small change that was taken back is as if it had not been.
            events.pop()
            continue
        if event.kind in _SMALL:
            text = event.before
        if event.kind is EventKind.SAVED and event.origin is Origin.HUMAN:
            author = event.member_id
    return author


def list_saved_by_reviewer(session: Session, article_id: int, language: str) -> list[int]:
    """The reviewed translations of an article whose very text was also saved by who approved it."""
    query = (
        select(Translation.id)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .join(Event, col(Event.translation_id) == col(Translation.id))
        .where(
            col(Segment.article_id) == article_id,
            col(Translation.language) == language,
            col(Translation.state) == State.REVIEWED,
            col(Event.member_id) == col(Translation.reviewer_id),
            col(Event.kind) == EventKind.SAVED,
            col(Event.origin) == Origin.HUMAN,
            col(Event.after) == col(Translation.text),
        )
    )
    return [found for found in session.exec(query) if found is not None]


def list_events(session: Session, translation_id: int) -> list[Event]:
    """The history of a translation, oldest first."""
    query = select(Event).where(col(Event.translation_id) == translation_id)
    return list(session.exec(query.order_by(col(Event.number))))


def list_own_acts(
    session: Session, article_id: int, language: str, member_id: str, kinds: Sequence[EventKind]
) -> list[tuple[str, Event]]:
    """What a member did of some kinds in an article's live segments, each with its segment's key, the newest first."""
    query = (
        select(Segment.key, Event)
        .join(Translation, col(Translation.id) == col(Event.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(
            col(Segment.article_id) == article_id,
            col(Segment.position).is_not(None) | (col(Segment.kind) == Kind.LOCAL),
            col(Translation.language) == language,
            col(Event.member_id) == member_id,
            col(Event.kind).in_(kinds),
        )
        .order_by(col(Event.id).desc())
        .limit(_MOST_ACTS)
    )
    return [(key, event) for key, event in session.exec(query)]


def list_all_events(session: Session) -> list[Event]:
    """Every event, translation by translation."""
    return list(session.exec(select(Event).order_by(col(Event.translation_id), col(Event.number))))


def find_translation_id(session: Session, article_id: int, key: str, language: str) -> int | None:
    """The id of a segment's translation, live or not."""
    query = (
        select(Translation.id)
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(col(Segment.article_id) == article_id, col(Segment.key) == key, col(Translation.language) == language)
    )
    return session.exec(query).first()


def find_working_copy(session: Session, translation_id: int, member_id: str) -> WorkingCopy | None:
    """What this member has typed here and not saved."""
    query = select(WorkingCopy).where(
        col(WorkingCopy.translation_id) == translation_id, col(WorkingCopy.member_id) == member_id
    )
    return session.exec(query).first()


def save_working_copy(session: Session, translation_id: int, member_id: str, *, text: str, revision: int) -> None:
    """Keep what a member is typing; of two terminals of one member the last stroke stands."""
    place = (col(WorkingCopy.translation_id) == translation_id, col(WorkingCopy.member_id) == member_id)
    # The row of the translation is the lock: two first strokes at once must not both insert.
    get_translation(session, translation_id, is_locked=True)
    values = {"text": text, "revision": revision, "updated_at": now()}
    done = session.execute(update(WorkingCopy).where(*place).values(values))
    if done.rowcount == 0:  # type: ignore[attr-defined]  # a DML statement gives a CursorResult
        session.add(WorkingCopy(translation_id=translation_id, member_id=member_id, text=text, revision=revision))


def rebase_working_copies(session: Session, translation_id: int, old: int, new: int) -> None:
    """What is being typed on one revision starts from another of the same text."""
    query = update(WorkingCopy).where(
        col(WorkingCopy.translation_id) == translation_id, col(WorkingCopy.revision) == old
    )
    session.execute(query.values(revision=new))


def list_working_copies(session: Session, article_id: int, language: str, member_id: str) -> list[WorkingCopy]:
    """All that this member has typed and not saved in an article."""
    query = (
        select(WorkingCopy)
        .join(Translation, col(Translation.id) == col(WorkingCopy.translation_id))
        .join(Segment, col(Segment.id) == col(Translation.segment_id))
        .where(
            col(Segment.article_id) == article_id,
            col(Translation.language) == language,
            col(WorkingCopy.member_id) == member_id,
        )
    )
    return list(session.exec(query))


def list_typed_translations(session: Session) -> set[int]:
    """The translations on which somebody has unsaved typing."""
    return set(session.exec(select(WorkingCopy.translation_id)))


def map_typists(session: Session) -> Mapping[int, AbstractSet[str]]:
    """The members who have unsaved typing, by translation."""
    found: dict[int, set[str]] = defaultdict(set)
    for translation_id, member_id in session.exec(select(WorkingCopy.translation_id, WorkingCopy.member_id)):
        found[translation_id].add(member_id)
    return found
