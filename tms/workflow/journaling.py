"""The journal on this machine: whose lines in it are mine, and how what is typed and saved goes through it."""

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import make_url

from tms.config import Settings
from tms.errors import ConflictError, JournalError
from tms.store import journal as store
from tms.store.journal import JOURNAL_FILE, Journal, Owner, Place
from tms.values import Save, Saved
from tms.workflow.articles import get_article
from tms.workflow.editing import drop_working_copy, keep_working_copy, require_storable, save_translation
from tms.workflow.people import get_member
from tms.workflow.reading import get_row
from tms.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Noted:
    """What the journal has of a paragraph; without a `stamp` the journal could not be written."""

    key: str
    text: str | None
    revision: int
    stamp: int | None = None


def identify(workspace: Workspace) -> Owner:
    """Whose lines in the journal are mine; asks the database once, later also works while that is away."""
    known = workspace.caches.owner
    if known is None:
        with workspace.reading() as session:
            member = get_member(workspace, session)
        known = workspace.caches.owner = Owner(_identify_database(workspace.settings), member.id)
    return known


def _identify_database(settings: Settings) -> str:
    """A hash of where the database is, without a password; one inside the workspace moves along with it."""
    url = make_url(settings.database_url)
    place = url.set(password=None).render_as_string()
    if settings.is_sqlite and url.database:
        path = Path(url.database)
        if path.is_relative_to(settings.workspace):
            place = f"sqlite:{path.relative_to(settings.workspace).as_posix()}"
    return hashlib.sha256(place.encode()).hexdigest()


def count_kept(settings: Settings) -> int:
    """How many paragraphs wait in the journal of this machine for a database that cannot be asked who is at work."""
    kept = 0
    if (settings.data / JOURNAL_FILE).exists():
        journal = Journal(settings.data)
        with suppress(JournalError), journal.writing() as connection:
            kept = store.count_places(connection, _identify_database(settings))
        journal.close()
    return kept


def note_typed(workspace: Workspace, ref: str, language: str, noted: Noted) -> Noted:
    """Keep on this machine what stands in the editor (None: as it was saved), before the database is asked.

    Raises InputError for a text that no database will take, JournalError where the journal cannot be written.
    """
    if noted.text is not None:
        require_storable(noted.text)
    owner, place = identify(workspace), Place(ref, language, noted.key)
    with workspace.journal.writing() as connection:
        stamp = store.put_typed(connection, owner, place, noted.text, revision=noted.revision, at=time.time())
    return replace(noted, stamp=stamp)


def send_typed(workspace: Workspace, ref: str, language: str, noted: Noted) -> None:
    """Bring what was noted into the database: my working copy there is this text, or none."""
    if noted.text is None:
        drop_working_copy(workspace, ref, noted.key, language)
    else:
        keep_working_copy(workspace, ref, noted.key, language, noted.text, noted.revision)
    if noted.stamp is not None:
        owner, place = identify(workspace), Place(ref, language, noted.key)
        # A line that stays in the journal is brought once more at the next start, which changes nothing.
        with suppress(JournalError), workspace.journal.writing() as connection:
            store.mark_stored(connection, owner, place, noted.text, noted.stamp)


def note_save(workspace: Workspace, save: Save) -> int | None:
    """Keep a save on this machine until it is carried out; its number, None where the journal cannot be written."""
    owner, place = identify(workspace), Place(save.ref, save.language, save.key)
    with suppress(JournalError), workspace.journal.writing() as connection:
        number = store.add_wish(connection, owner, save, at=time.time())
        store.drop_typed(connection, owner, place)
        return number
    return None


def forget_save(workspace: Workspace, number: int | None) -> None:
    """A save was carried out, or its text is kept as typed."""
    if number is not None:
        with suppress(JournalError), workspace.journal.writing() as connection:
            store.drop_wish(connection, number)


def carry_out(workspace: Workspace, save: Save, number: int | None) -> Saved:
    """Save, and forget the wish; a save of which only the answer was lost is not a conflict with oneself."""
    try:
        saved = save_translation(workspace, save)
    except ConflictError:
        standing = _find_done(workspace, save)
        if standing is None:
            raise
        saved = standing
    forget_save(workspace, number)
    return saved


def _find_done(workspace: Workspace, save: Save) -> Saved | None:
    """What this very save of mine left, where it stands already."""
    with workspace.reading() as session:
        row = get_row(session, get_article(session, save.ref), save.key, save.language)
        member = get_member(workspace, session)
    is_same = row.text == (save.text if save.text.strip() else None) and row.member_id == member.id
    if not is_same or (row.text is not None and row.state is not save.state):
        return None
    return Saved(save.key, save.language, row.revision, row.state, row.text)
