"""Files that were worked on elsewhere come back without overwriting anything newer."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError
from tms.values import EventKind, Save, State
from tms.workflow.editing import save_translation
from tms.workflow.exporting import export_articles
from tms.workflow.merging import Outcome, merge
from tms.workflow.reading import list_history, load_row
from tms.workflow.reviewing import approve
from tms.workflow.workspace import Workspace

FORMS = ["po", "xliff", "csv"]


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    translate(any_workspace, "s1", "Le fleuve")
    save_translation(any_workspace, Save(RIVER, "s2", "fr", "Personne n’a traversé.", State.DRAFT))
    return any_workspace


def export(workspace: Workspace, form: str) -> Path:
    folder = workspace.settings.workspace / "out"
    (exported,) = export_articles(workspace, [RIVER], "fr", form, folder=folder)
    return folder / exported.name


def outcomes(workspace: Workspace, path: Path) -> dict[str, Outcome]:
    return {entry.key: entry.outcome for entry in merge(workspace, path).entries}


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_file_changes_nothing(river: Workspace, form: str) -> None:
    assert outcomes(river, export(river, form)) == {
        "s1": Outcome.SAME,
        "s2": Outcome.SAME,
        "s3": Outcome.EMPTY,
        "s4": Outcome.EMPTY,
    }
    assert load_row(river, RIVER, "s1", "fr").revision == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_was_changed_in_the_file_is_taken(river: Workspace, form: str) -> None:
    path = export(river, form)
    path.write_text(path.read_text(encoding="utf-8").replace("Le fleuve", "La rivière"), encoding="utf-8")
    assert outcomes(river, path)["s1"] is Outcome.TAKEN
    assert load_row(river, RIVER, "s1", "fr").text == "La rivière"
    assert list_history(river, RIVER, "s1", "fr")[0].kind is EventKind.MERGED


@pytest.mark.parametrize("form", FORMS)
def test_what_was_saved_here_meanwhile_stays(river: Workspace, form: str) -> None:
    path = export(river, form)
    path.write_text(path.read_text(encoding="utf-8").replace("Le fleuve", "La rivière"), encoding="utf-8")
    translate(river, "s1", "Le grand fleuve")
    assert outcomes(river, path)["s1"] is Outcome.CONFLICT
    assert load_row(river, RIVER, "s1", "fr").text == "Le grand fleuve"


@pytest.mark.parametrize("form", FORMS)
def test_a_translation_of_an_older_source_is_a_conflict(river: Workspace, form: str) -> None:
    path = export(river, form)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Personne n’a traversé.", "Nul n’a traversé."), encoding="utf-8"
    )
    import_text(river, RIVER_TEXT.replace("Nobody crossed", "Everybody crossed"))
    assert outcomes(river, path)["s2"] is Outcome.CONFLICT
    assert load_row(river, RIVER, "s2", "fr").text == "Personne n’a traversé."


def test_a_merge_never_grants_a_review(river: Workspace) -> None:
    approve(river, RIVER, ["s1"], "fr")
    path = export(river, "po")
    path.write_text(path.read_text(encoding="utf-8").replace("Le fleuve", "La rivière"), encoding="utf-8")
    merge(river, path)
    assert load_row(river, RIVER, "s1", "fr").state is State.TRANSLATED


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not on this machine; .ci/run installs it")
def test_a_stale_entry_is_fuzzy_with_the_previous_english_and_msgfmt_is_content(river: Workspace) -> None:
    translate(river, "s3", "Le pont et 4\u202f000 personnes.")
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    path = export(river, "po")
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    entry = next(entry for entry in polib.pofile(str(path)) if entry.msgctxt == "s3")
    assert entry.fuzzy
    assert "4,000" in str(entry.previous_msgid)
    assert "5,000" in entry.msgid


def test_a_dry_run_changes_nothing(river: Workspace) -> None:
    path = export(river, "po")
    path.write_text(path.read_text(encoding="utf-8").replace("Le fleuve", "La rivière"), encoding="utf-8")
    assert merge(river, path, is_dry_run=True).count(Outcome.TAKEN) == 1
    assert load_row(river, RIVER, "s1", "fr").text == "Le fleuve"


def test_a_file_of_another_tool_is_refused(river: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "foreign.po"
    path.write_text('msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    with pytest.raises(InputError, match="which article"):
        merge(river, path)


def test_taking_the_fuzzy_mark_off_says_still_valid(river: Workspace) -> None:
    translate(river, "s3", "Le pont et quelques personnes.")
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    path = export(river, "po")
    file = polib.pofile(str(path))
    entry = next(entry for entry in file if entry.msgctxt == "s3")
    entry.flags.remove("fuzzy")
    file.save()
    assert outcomes(river, path)["s3"] is Outcome.TAKEN
    assert not load_row(river, RIVER, "s3", "fr").is_stale


@pytest.mark.parametrize("form", FORMS)
def test_what_was_not_touched_in_the_file_is_no_conflict(river: Workspace, form: str) -> None:
    path = export(river, form)
    translate(river, "s1", "Le grand fleuve")
    assert outcomes(river, path)["s1"] is Outcome.SAME
    assert load_row(river, RIVER, "s1", "fr").text == "Le grand fleuve"


def test_of_two_entries_with_one_key_the_second_is_a_conflict(river: Workspace) -> None:
    path = export(river, "csv")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1].replace("Le fleuve", "Deux")]), encoding="utf-8")
    assert merge(river, path).count(Outcome.CONFLICT) == 1
    assert load_row(river, RIVER, "s1", "fr").text == "Le fleuve"
