"""The migrations and the models say the same on both kinds of database."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from tms.config import Settings
from tms.errors import InputError, TmsError
from tms.store import schema
from tms.store.articles import list_articles
from tms.store.database import make_engine
from tms.workflow.workspace import Workspace, create_workspace, open_workspace


def test_migrations_lead_to_the_tables_of_the_models(any_workspace: Workspace) -> None:
    with any_workspace.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.get_metadata()) == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(schema.make_config()).get_heads() == [schema.HEAD]


def test_a_workspace_with_articles_in_it_upgrades_by_itself(tmp_path: Path) -> None:
    settings = create_workspace(tmp_path / "w")
    engine = make_engine(settings.database_url)
    config = schema.make_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in _FIRST_ROWS.split(";"):
            connection.execute(text(statement))
    engine.dispose()
    workspace = open_workspace(settings)
    with workspace.reading() as session:
        assert list_articles(session)[0].policy == {"terms": {"repetition": "each"}}
    with workspace.engine.connect() as connection:
        rows = connection.execute(text("SELECT number, data, import_run_id, keys FROM article_revision")).all()
        assert [tuple(row) for row in rows] == [(1, b"One.\n", None, "[]")]
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    workspace.close()


_FIRST_ROWS = """
INSERT INTO member VALUES ('m', 'me', 'coordinator', 1, '2026-01-01');
INSERT INTO project VALUES (1, 'blog', '', 'en', '[]', '{"term_repetition": "each"}', '2026-01-01');
INSERT INTO article (id, project_id, slug, format, title, address, label, next_key, created_at)
VALUES (1, 1, 'one', 'text', 'One', '', '', 2, '2026-01-01');
INSERT INTO article_revision (id, article_id, number, data, sha256, member_id, created_at)
VALUES (1, 1, 1, CAST('One.' || char(10) AS BLOB), '', 'm', '2026-01-01');
INSERT INTO segment (id, article_id, key, kind, position, version) VALUES (1, 1, 's1', 'paragraph', 0, 1);
INSERT INTO source_version
(id, segment_id, number, text, level, reasons, set_by_person, article_revision_id, created_at)
VALUES (1, 1, 1, 'One.', 'none', '[]', 0, 1, '2026-01-01')
"""


def _set_version(engine: Engine, version: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})


def test_a_database_of_a_newer_program_is_left_alone(any_workspace: Workspace) -> None:
    _set_version(any_workspace.engine, "9999")
    with pytest.raises(TmsError, match="newer tms"):
        open_workspace(any_workspace.settings)


def test_a_server_is_upgraded_only_on_command(postgres_url: str, tmp_path: Path) -> None:
    settings = Settings(create_workspace(tmp_path / "w").workspace, postgres_url)
    with pytest.raises(TmsError) as caught:
        open_workspace(settings)
    assert "tms db upgrade" in caught.value.hint


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "postgresql+nothing://x/y"])
def test_a_url_that_cannot_be_used_is_said_in_one_line(url: str) -> None:
    with pytest.raises(InputError, match="database URL"):
        make_engine(url)


def test_a_password_in_the_url_is_never_said(tmp_path: Path) -> None:
    url = "postgresql+psycopg://someone:verysecret@127.0.0.1:1/nowhere"
    settings = Settings(create_workspace(tmp_path / "w").workspace, url)
    with pytest.raises(TmsError) as caught:
        open_workspace(settings)
    assert "verysecret" not in caught.value.message + caught.value.hint


def test_a_file_that_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    settings = create_workspace(tmp_path / "w")
    (settings.data / "tms.db").write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(TmsError, match="not a database"):
        open_workspace(settings)
