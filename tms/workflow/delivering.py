"""After an evening without the database: what the journal holds goes where it belongs, and nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlmodel import Session

from tms.errors import ConflictError, DatabaseAwayError, JournalError, TmsError
from tms.models import Member, WorkingCopy
from tms.store import journal as journal_store
from tms.store import translations as store
from tms.store.journal import Owner, Place, Typed, Wish
from tms.store.rows import TranslationRow
from tms.store.translations import Act
from tms.values import EventKind, Save, State
from tms.workflow.articles import get_article
from tms.workflow.editing import keep_row, keep_working_copy, write_text
from tms.workflow.journaling import carry_out, forget_save, identify
from tms.workflow.people import get_member
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace

_WHY = "typed on this machine while the database was away"


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came out of the journal: saves carried out, texts that are in the editor again, texts in the history only.

    `left` could not be brought anywhere and stay in the journal.
    """

    saved: int = 0
    typed: int = 0
    in_history: int = 0
    left: int = 0

    def __bool__(self) -> bool:
        """Whether anything was there."""
        return any((self.saved, self.typed, self.in_history, self.left))


@dataclass(slots=True)
class _Round:
    """One delivery: the revisions that its own saves have reached so far."""

    workspace: Workspace
    owner: Owner
    saved: set[Place] = field(default_factory=set)
    typed: set[Place] = field(default_factory=set)
    in_history: set[Place] = field(default_factory=set)
    left: set[Place] = field(default_factory=set)
    revisions: dict[Place, int] = field(default_factory=dict)


def deliver_journal(workspace: Workspace, ref: str | None = None) -> Delivered:
    """Bring saves and typing that wait in the journal into the database, of one article or of all.

    A save becomes a save unless somebody saved meanwhile; then, and where it was only typed, the text becomes my
    working copy. Where there is a newer text of mine, the older one goes into the history. Raises DatabaseAwayError.
    """
    owner = identify(workspace)
    with suppress(JournalError), workspace.journal.delivering:
        wishes, typed = _read(workspace, owner, ref)
        if not wishes and not typed:
            return Delivered()
        work = _Round(workspace, owner)
        typed_places = {line.place for line in typed}
        for wish in wishes:
            place = Place(wish.save.ref, wish.save.language, wish.save.key)
            with _kept_back(work, place):
                _deliver_save(work, place, wish, is_typed_over=place in typed_places)
        for line in typed:
            with _kept_back(work, line.place):
                _deliver_typed(work, line)
        return Delivered(len(work.saved), len(work.typed), len(work.in_history), len(work.left))
    return Delivered()


def _read(workspace: Workspace, owner: Owner, ref: str | None) -> tuple[list[Wish], list[Typed]]:
    with workspace.journal.writing() as connection:
        return journal_store.list_wishes(connection, owner, ref), journal_store.list_typed(connection, owner, ref)


@contextmanager
def _kept_back(work: _Round, place: Place) -> Iterator[None]:
    """What cannot be brought anywhere stays in the journal and does not hold up the rest."""
    try:
        yield
    except (DatabaseAwayError, JournalError):
        raise
    except TmsError:
        work.left.add(place)


def _deliver_save(work: _Round, place: Place, wish: Wish, *, is_typed_over: bool) -> None:
    save = replace(wish.save, expect_revision=work.revisions.get(place, wish.save.expect_revision))
    try:
        saved = carry_out(work.workspace, save, wish.id)
    except ConflictError:
        if is_typed_over or place in work.typed:
            _keep_in_history(work, place, save.text)
        else:
            line = Typed(place, save.text, wish.save.expect_revision or 0, None, wish.at, 0)
            _place_typed(work, line)
        forget_save(work.workspace, wish.id)
        return
    work.revisions[place] = saved.revision
    work.saved.add(place)


def _deliver_typed(work: _Round, line: Typed) -> None:
    _place_typed(work, replace(line, revision=work.revisions.get(line.place, line.revision)))
    with work.workspace.journal.writing() as connection:
        journal_store.mark_stored(connection, work.owner, line.place, line.text, line.stamp)


def _place_typed(work: _Round, line: Typed) -> None:
    """Make a text of the journal my working copy, or, where a newer one of mine stands, a part of the history."""
    place, text, revision = line.place, line.text, line.revision
    with work.workspace.writing() as session:
        article = get_article(session, place.ref)
        member = get_member(work.workspace, session)
        try:
            row = get_row(session, article, place.key, place.language)
        except TmsError:
            row = None
        copy = None if row is None else store.find_working_copy(session, row.id, member.id)
        if text is None:
            # It was as saved again; somebody else's, or another machine's, typing is not ours to drop.
            if copy is not None and copy.text == line.stored:
                session.delete(copy)
            return
        if row is not None:
            if text in (row.text or "", copy.text if copy else None):
                return
            if _is_older(session, row, copy, line, member):
                _write_history(session, row, member, text)
                work.in_history.add(place)
                return
            if copy is not None and copy.text not in (line.stored, row.text):
                after = _write_history(session, row, member, copy.text)
                revision = after if line.revision == row.revision else revision
    keep_working_copy(work.workspace, place.ref, place.key, place.language, text, revision)
    work.typed.add(place)


def _is_older(session: Session, row: TranslationRow, copy: WorkingCopy | None, line: Typed, member: Member) -> bool:
    """Whether the database has something of mine that came after this line and does not follow from it."""
    at = datetime.fromtimestamp(line.at, UTC)
    if copy is not None and copy.text != line.stored and _in_utc(copy.updated_at) > at:
        return True
    last = store.find_last_event(session, row.id)
    is_mine = last is not None and last.member_id == member.id and row.revision > line.revision
    return is_mine and last is not None and _in_utc(last.at) > at


def _in_utc(at: datetime) -> datetime:
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _keep_in_history(work: _Round, place: Place, text: str) -> None:
    with work.workspace.writing() as session:
        row = get_row(session, get_article(session, place.ref), place.key, place.language)
        _write_history(session, row, get_member(work.workspace, session), text)
    work.in_history.add(place)


def _write_history(session: Session, row: TranslationRow, member: Member, text: str) -> int:
    """Write a text, then what stood there over it again: the history has both. The revision after that."""
    mine = keep_row(row, text=text, covered_by=None, state=row.state if row.text is not None else State.DRAFT)
    write_text(session, row, mine, Act(EventKind.SAVED, member.id, _WHY))
    after = replace(row, revision=row.revision + 1)
    write_text(session, after, keep_row(row), Act(EventKind.RESTORED, member.id, "the text before stands again"))
    # Nothing changed for whoever is typing there: what they typed follows on the same text.
    store.rebase_working_copies(session, row.id, row.revision, row.revision + 2)
    return row.revision + 2


def count_waiting(workspace: Workspace) -> int:
    """How many paragraphs of mine the journal holds that the database has not got."""
    with suppress(JournalError):
        wishes, typed = _read(workspace, identify(workspace), None)
        places = {line.place for line in typed} | {_place_of(wish.save) for wish in wishes}
        return len(places)
    return 0


def _place_of(save: Save) -> Place:
    return Place(save.ref, save.language, save.key)
