"""An import can be taken back as a whole."""

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, NotFoundError, RefusedError
from tms.values import State
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.reading import list_articles, load_desk, load_row
from tms.workflow.safekeeping import examine
from tms.workflow.undoing import UndoneArticle, list_imports, undo_import
from tms.workflow.workspace import Workspace


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    for key, text in (("s1", "Le fleuve"), ("s2", "Personne n'a passé."), ("s3", "Le pont.")):
        translate(any_workspace, key, text)
    return any_workspace


def _look(workspace: Workspace) -> list[tuple[str, str, str | None, State, bool]]:
    return [(r.key, r.source, r.text, r.state, r.is_stale) for r in load_desk(workspace, RIVER, "fr").rows]


@pytest.mark.parametrize(
    "changed",
    [
        RIVER_TEXT.replace("4,000", "5,000"),
        RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", ""),
        RIVER_TEXT + "\nA new end.\n",
        RIVER_TEXT.replace("that year.\n\nThe bridge", "that year. The bridge"),
        "The river\n\nSomething else altogether.\n\nAnd more of it.\n",
    ],
    ids=["edited", "deleted", "inserted", "merged", "rewritten"],
)
def test_everything_is_as_it_was(river: Workspace, changed: str) -> None:
    before = _look(river)
    import_text(river, changed)
    undo_import(river, list_imports(river)[0].number)
    assert _look(river) == before
    assert examine(river) == ()


def test_after_the_undoing_the_same_file_can_be_imported_again(river: Workspace) -> None:
    merged = RIVER_TEXT.replace("that year.\n\nThe bridge", "that year. The bridge")
    import_text(river, merged)
    after = _look(river)
    undo_import(river, list_imports(river)[0].number)
    with pytest.raises(InputError, match="the undoing of another"):
        undo_import(river, list_imports(river)[0].number)
    import_text(river, merged)
    assert _look(river) == after


def test_what_somebody_wrote_since_is_kept(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("that year.\n\nThe bridge", "that year. The bridge"))
    translate(river, "s2", "Un texte tout neuf.")
    assert undo_import(river, list_imports(river)[0].number) == (UndoneArticle(RIVER, False, ("s2 (fr)",)),)
    assert load_row(river, RIVER, "s2", "fr").text == "Un texte tout neuf."


def test_a_new_article_is_withdrawn_and_comes_back_with_its_translations(river: Workspace) -> None:
    assert undo_import(river, 1) == (UndoneArticle(RIVER, True, ("s1 (fr)", "s2 (fr)", "s3 (fr)")),)
    assert list_articles(river) == ()
    import_text(river, RIVER_TEXT)
    assert [row.text for row in load_desk(river, RIVER, "fr").rows] == [
        "Le fleuve",
        "Personne n'a passé.",
        "Le pont.",
        None,
    ]
    assert examine(river) == ()


def test_an_import_of_several_files_is_undone_as_a_whole(workspace: Workspace) -> None:
    folder = workspace.settings.workspace / "texts"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(f"Text of {name}.\n", encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "blog", [folder]))
    (run,) = list_imports(workspace)
    assert (run.articles, run.name, run.is_undone) == (2, "2 files", False)
    assert len(undo_import(workspace, run.number)) == 2
    assert list_articles(workspace) == ()


def test_a_dry_run_says_it_and_changes_nothing(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    before = _look(river)
    assert undo_import(river, 2, is_dry_run=True) == (UndoneArticle(RIVER, False),)
    assert _look(river) == before


def test_an_import_before_another_cannot_be_undone_first(river: Workspace) -> None:
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    with pytest.raises(RefusedError, match="imported again since"):
        undo_import(river, 1)


def test_what_is_undone_or_unknown_is_said(river: Workspace) -> None:
    undo_import(river, 1)
    with pytest.raises(InputError, match="undone already"):
        undo_import(river, 1)
    with pytest.raises(NotFoundError, match="no import 99"):
        undo_import(river, 99)


def test_a_change_of_format_is_taken_back_too(workspace: Workspace) -> None:
    import_text(workspace, "# River\n\nText of it.\n", name="river.md")
    import_text(workspace, "River\n\nText of it.\n", options=ImportOptions(slug="river"))
    undo_import(workspace, 2)
    assert [row.source for row in load_desk(workspace, RIVER, "fr").rows] == ["River", "Text of it."]
    assert examine(workspace) == ()
