"""Who works here, and what a project says of itself."""

import dataclasses

import pytest

from tests.workflow.articles import RIVER_TEXT, import_text
from tms.errors import InputError, NotFoundError, RefusedError
from tms.values import Role
from tms.workflow.people import add_member, list_members, remove_member, set_member
from tms.workflow.projects import PROJECT_FILE, add_project, list_projects, sync_projects
from tms.workflow.reading import load_desk
from tms.workflow.workspace import Workspace, open_workspace


def test_who_works_alone_needs_no_name(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    assert [(view.pen_name, view.role) for view in list_members(workspace)] == [("me", Role.COORDINATOR)]


def test_where_several_work_one_has_to_be_named(workspace: Workspace) -> None:
    add_member(workspace, "Noor", Role.TRANSLATOR)
    with pytest.raises(InputError) as caught:
        import_text(workspace, RIVER_TEXT)
    assert "Noor" in caught.value.hint
    stranger = open_workspace(dataclasses.replace(workspace.settings, member="Nobody"))
    with pytest.raises(NotFoundError):
        import_text(stranger, RIVER_TEXT)


@pytest.mark.parametrize(
    "name", ["", "   ", "\x1b[31mred", "line\nbreak" * 20], ids=["empty", "blank", "escape", "endless"]
)
def test_a_pen_name_is_something_to_read(workspace: Workspace, name: str) -> None:
    with pytest.raises(InputError):
        add_member(workspace, name, Role.TRANSLATOR)
    with pytest.raises(InputError):
        set_member(workspace, "me", new_name=name)
    assert [view.pen_name for view in list_members(workspace)] == ["me"]


def test_somebody_stays_coordinator(workspace: Workspace) -> None:
    add_member(workspace, "Noor", Role.TRANSLATOR)
    me = open_workspace(dataclasses.replace(workspace.settings, member="me"))
    with pytest.raises(RefusedError):
        set_member(me, "me", role=Role.TRANSLATOR)
    with pytest.raises(RefusedError):
        remove_member(me, "me")


def test_a_translator_does_not_change_who_works_here(workspace: Workspace) -> None:
    add_member(workspace, "Noor", Role.TRANSLATOR)
    noor = open_workspace(dataclasses.replace(workspace.settings, member="Noor"))
    with pytest.raises(RefusedError, match="translator"):
        add_member(noor, "Sami", Role.COORDINATOR)


def test_a_forgotten_members_name_is_gone_and_the_work_stays(workspace: Workspace) -> None:
    add_member(workspace, "Noor", Role.TRANSLATOR)
    me = open_workspace(dataclasses.replace(workspace.settings, member="me"))
    remove_member(me, "Noor")
    assert "Noor" not in {view.pen_name for view in list_members(me)}


def test_a_project_name_may_have_any_sign(workspace: Workspace) -> None:
    view = add_project(workspace, "odd", name='a "quoted"\nname = \\ "x')
    assert sync_projects(workspace, "odd")[0].name == view.name


def test_a_new_target_language_gets_its_rows(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    path = workspace.settings.projects / "blog" / PROJECT_FILE
    path.write_text('name = "Blog"\ntarget_languages = ["fr", "es", "de"]\n', encoding="utf-8")
    sync_projects(workspace)
    assert len(load_desk(workspace, "blog/river", "de").rows) == 4


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('source_language = "fr"\ntarget_languages = ["es"]\n', "articles in 'en'"),
        ("name = 3\n", "name = 3"),
        ('target_languages = "fr"\n', "list"),
        ('target_languages = ["not a language"]\n', "'not a language'"),
        ('surprise = "x"\n', "'surprise'"),
        ("name = \n", "line 1"),
    ],
)
def test_a_wrong_project_file_is_said_and_changes_nothing(workspace: Workspace, toml: str, said: str) -> None:
    import_text(workspace, RIVER_TEXT)
    before = list_projects(workspace)
    (workspace.settings.projects / "blog" / PROJECT_FILE).write_text(toml, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        sync_projects(workspace)
    assert said in caught.value.message
    assert list_projects(workspace) == before
