"""A first look at an article while everything else is still being loaded; it must import nothing slow."""

from pathlib import Path

from tms.config import Settings
from tms.store.glance import read_glance
from tms.values import Glance, Place

_SQLITE = "sqlite:///"


def glance_at(settings: Settings, place: Place) -> Glance | None:
    """Some rows of an article to look at, not to work on; None where its database is on a server or cannot be read."""
    file = Path(settings.database_url.removeprefix(_SQLITE))
    return read_glance(file, place, settings.member) if settings.is_sqlite and file.is_file() else None
