"""An undo that outlives the evening: the trail of a paragraph, kept in the journal on this machine."""

import time
from contextlib import suppress

from tms.errors import JournalError
from tms.store import journal as store
from tms.store.journal import Place
from tms.values import Trail
from tms.workflow.journaling import identify
from tms.workflow.workspace import Workspace

_KEPT_SECONDS = 60 * 24 * 3600.0
_KEPT_BYTES = 50_000_000


def load_trail(workspace: Workspace, ref: str, key: str, language: str) -> Trail:
    """What I typed in a paragraph, text by text; empty where nothing is known, or the journal cannot be read."""
    owner = identify(workspace)
    with suppress(JournalError), workspace.journal.writing() as connection:
        return store.get_trail(connection, owner, Place(ref, language, key))
    return Trail()


def keep_trail(workspace: Workspace, ref: str, key: str, language: str, trail: Trail) -> None:
    """Keep the trail of a paragraph on this machine; raises JournalError where that cannot be."""
    owner = identify(workspace)
    with workspace.journal.writing() as connection:
        store.put_trail(connection, owner, Place(ref, language, key), trail, at=time.time())


def tidy_journal(workspace: Workspace) -> None:
    """Forget trails of sixty days ago, and the oldest beyond fifty megabytes."""
    with suppress(JournalError), workspace.journal.writing() as connection:
        store.tidy(connection, before=time.time() - _KEPT_SECONDS, most_bytes=_KEPT_BYTES)
