"""Backups, and damage that is noticed."""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, NotFoundError
from tms.workflow.reading import load_row
from tms.workflow.safekeeping import back_up, examine, restore_backup
from tms.workflow.workspace import Workspace, open_workspace


def test_a_backup_brings_everything_back_and_keeps_what_it_replaces(workspace: Workspace, tmp_path: Path) -> None:
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s1", "Le fleuve")
    saved = back_up(workspace, tmp_path / "kept" / "tms.db")
    translate(workspace, "s1", "La rivière")
    kept = restore_backup(workspace.settings, saved)
    restored = open_workspace(workspace.settings)
    assert load_row(restored, RIVER, "s1", "fr").text == "Le fleuve"
    assert examine(restored) == ()
    assert kept.is_file()
    restored.close()


def test_a_backup_is_never_written_over(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "one.db")
    with pytest.raises(InputError, match="already"):
        back_up(workspace, tmp_path / "one.db")


def test_what_is_no_backup_is_refused_and_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    import_text(workspace, RIVER_TEXT)
    (tmp_path / "bad.db").write_bytes(b"not a database" * 200)
    with pytest.raises(InputError, match="not a backup"):
        restore_backup(workspace.settings, tmp_path / "bad.db")
    with pytest.raises(NotFoundError):
        restore_backup(workspace.settings, tmp_path / "missing.db")
    assert load_row(workspace, RIVER, "s1", "fr").source == "The river"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE translation SET text = 'forged' WHERE revision = 1", "not the one its history ends with"),
        ("UPDATE event SET after = 'forged'", "its history was changed"),
        ("DELETE FROM event WHERE number = 1", "its history was changed"),
        ("UPDATE source_version SET text = 'forged' WHERE id = 1", "not those of the article's text"),
        ("UPDATE segment SET position = 7 WHERE key = 's2'", "order of the segments"),
        ("DELETE FROM translation WHERE revision = 0", "translations are missing"),
        ("UPDATE translation SET source_version = 9 WHERE revision = 1", "a version of the source that is not there"),
        ("UPDATE translation SET covered_by = 's4' WHERE revision = 0", "covered by s4, which has no text"),
    ],
)
def test_the_doctor_notices_damage(workspace: Workspace, damage: str, said: str) -> None:
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s1", "Le fleuve")
    translate(workspace, "s1", "La rivière")
    translate(workspace, "s2", "Personne…")
    assert examine(workspace) == ()
    with workspace.engine.begin() as connection:
        connection.execute(text(damage))
    assert any(said in problem for problem in examine(workspace))
