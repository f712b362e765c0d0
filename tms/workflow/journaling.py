"""The journal on this machine: whose lines in it are mine, what waits for the database, and how it gets there."""

import hashlib
from pathlib import Path

from sqlalchemy.engine import make_url

from tms.config import Settings
from tms.store.journal import Owner
from tms.workflow.people import get_member
from tms.workflow.workspace import Workspace


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
