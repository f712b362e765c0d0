"""The house rules of project.toml hold for every check, in the workspace and in lint."""

from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate, write_file
from tms.errors import InputError, RefusedError
from tms.values import Severity
from tms.workflow.checking import check_articles, check_text
from tms.workflow.linting import lint_file
from tms.workflow.projects import sync_projects
from tms.workflow.reviewing import approve
from tms.workflow.workspace import Workspace

SPOILT = "Personne n’a traversé le fleuve cette année-là  non plus."


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    return any_workspace


def set_rules(workspace: Workspace, rules: str) -> None:
    path = workspace.settings.projects / "blog" / "project.toml"
    path.write_text(f'name = "Blog"\n{rules}', encoding="utf-8")
    sync_projects(workspace, "blog")


def found(workspace: Workspace) -> list[tuple[str, Severity]]:
    rows = check_articles(workspace, [RIVER], language="fr")
    return [(f.check, f.severity) for row in rows for f in row.findings]


def test_a_project_decides_what_a_finding_weighs(river: Workspace) -> None:
    translate(river, "s2", SPOILT)
    assert found(river) == [("double-space", Severity.WARNING)]
    set_rules(river, '[checks]\ndouble-space = "error"\n')
    assert found(river) == [("double-space", Severity.ERROR)]
    with pytest.raises(RefusedError, match="it has an error"):
        approve(river, RIVER, ["s2"], "fr")
    set_rules(river, '[checks]\ndouble-space = "off"\n')
    assert found(river) == []
    set_rules(river, "")
    assert found(river) == [("double-space", Severity.WARNING)]


def test_a_style_is_asked_for_by_the_project(river: Workspace) -> None:
    text = "Le fleuve\u00a0: personne ne l'a traversé\u00a0!"
    translate(river, "s1", text)
    before = [check for check, severity in found(river) if severity is not Severity.INFO]
    set_rules(river, '[style]\nfrench_space = "narrow"\ncurly_apostrophe = "required"\n')
    after = [check for check, severity in found(river) if severity is not Severity.INFO]
    assert "french-spacing" not in before
    assert "apostrophe" not in before
    assert {"french-spacing", "apostrophe"} <= set(after)
    assert {f.check for f in check_text(river, RIVER, "s1", "fr", text)} >= {"french-spacing", "apostrophe"}


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ('[style]\nfrench_space = "wide"\n', "any, classic, narrow, full"),
        ("[style]\nfrench_space = 1\n", "french_space"),
        ('[style]\nfrench_spaces = "any"\n', "french_spaces"),
        ('style = "any"\n', "style"),
        ('[checks]\nspelings = "off"\n', "spelings"),
        ('[checks]\nspelling = "loud"\n', "error, warning, info, off"),
        ('[checks]\nsame-source = "error"\n', "warning, info, off"),
        ("[checks]\nspelling = false\n", "spelling"),
    ],
)
def test_a_rule_that_nobody_knows_is_told_with_its_file_and_changes_nothing(
    workspace: Workspace, rules: str, said: str
) -> None:
    set_rules(workspace, '[checks]\ndouble-space = "off"\n')
    with pytest.raises(InputError) as caught:
        set_rules(workspace, rules)
    assert "project.toml" in caught.value.message
    assert said in f"{caught.value.message} {caught.value.hint}"
    import_text(workspace, RIVER_TEXT)
    translate(workspace, "s2", SPOILT)
    assert found(workspace) == []


def test_lint_takes_the_rules_of_a_file(tmp_path: Path) -> None:
    path = write_file(tmp_path, "p.csv", f"source,target\nNobody crossed the river.,{SPOILT}\n")
    rules = write_file(tmp_path, "project.toml", '[checks]\ndouble-space = "error"\nlength = "off"\n')

    def severities(file: Path | None) -> dict[str, Severity]:
        return {f.check: f.severity for entry in lint_file(path, "fr", rules=file) for f in entry.findings}

    assert severities(None)["double-space"] is Severity.WARNING
    assert severities(rules)["double-space"] is Severity.ERROR
