"""Trails are kept on this machine, for one member of one database."""

from pathlib import Path

from tests.conftest import make_workspace
from tms.config import settings_for
from tms.values import Role, Trail
from tms.workflow.people import add_member
from tms.workflow.trails import keep_trail, load_trail, tidy_journal
from tms.workflow.workspace import Workspace, open_workspace

TRAIL = Trail(("", "Une lettre"), 1)


def test_a_trail_is_there_after_a_new_start(any_workspace: Workspace) -> None:
    keep_trail(any_workspace, "blog/one", "s1", "fr", TRAIL)
    again = open_workspace(any_workspace.settings)
    tidy_journal(again)
    assert load_trail(again, "blog/one", "s1", "fr") == TRAIL
    assert load_trail(again, "blog/one", "s1", "es") == Trail()
    again.close()


def test_a_trail_moves_along_with_the_workspace(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "here")
    keep_trail(made, "blog/one", "s1", "fr", TRAIL)
    made.close()
    (tmp_path / "here").rename(tmp_path / "there")
    moved = open_workspace(settings_for(tmp_path / "there"))
    assert load_trail(moved, "blog/one", "s1", "fr") == TRAIL
    moved.close()


def test_another_member_has_trails_of_their_own(workspace: Workspace) -> None:
    keep_trail(workspace, "blog/one", "s1", "fr", TRAIL)
    add_member(workspace, "Noor", Role.TRANSLATOR)
    hers = open_workspace(settings_for(workspace.settings.workspace, {"TMS_MEMBER": "Noor"}))
    assert load_trail(hers, "blog/one", "s1", "fr") == Trail()
    hers.close()


def test_a_journal_that_cannot_be_read_gives_an_empty_trail(workspace: Workspace) -> None:
    workspace.journal.path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    assert load_trail(workspace, "blog/one", "s1", "fr") == Trail()
