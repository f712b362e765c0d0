"""The state of the database's schema, and upgrading it; Alembic is loaded only when there is something to do."""

from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, MetaData
from sqlmodel import SQLModel

from tms import models

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0006"
"""The newest migration; a test compares it with what Alembic finds."""


def get_metadata() -> MetaData:
    """The tables as the models say them."""
    assert models  # noqa: S101  # imported so that every table is registered
    return SQLModel.metadata


def find_version(connection: Connection) -> str | None:
    """The migration that the database is at, None when it is empty."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def is_known(version: str) -> bool:
    """Whether this program has the migration (False: the database was made by a newer one)."""
    from alembic.script import ScriptDirectory

    return version in {script.revision for script in ScriptDirectory.from_config(make_config()).walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Bring the schema to HEAD in one transaction."""
    from alembic import command

    config = make_config()
    with engine.execution_options(tms_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def make_config() -> "Config":
    """Alembic's configuration: the scripts inside this package, nothing from a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tms.store:migrations")
    return config
