"""The demo shows every state: it is the tutorial, the screenshot and the ground of the editor's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tms.config import settings_for
from tms.values import EventKind, Level, Origin, Severity, State
from tms.workflow.checking import check_articles
from tms.workflow.demo import HYMN, LABEL, WEDDING, build_demo
from tms.workflow.exporting import export_articles
from tms.workflow.memory import search_memory
from tms.workflow.reading import list_history, load_desk
from tms.workflow.safekeeping import examine
from tms.workflow.stale import list_stale
from tms.workflow.terms import list_concepts
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = open_workspace(settings_for(build_demo(tmp_path_factory.mktemp("demo") / "w")))
    yield workspace
    workspace.close()


def test_every_state_and_origin_is_there(demo: Workspace) -> None:
    rows = [row for ref in (HYMN, LABEL, WEDDING) for lang in ("fr", "es") for row in load_desk(demo, ref, lang).rows]
    assert {row.state for row in rows} == set(State)
    assert {Origin.MACHINE, Origin.IMPORT} <= {row.origin for row in rows}


def test_paragraphs_are_stale_for_different_reasons_and_a_typo_is_not(demo: Workspace) -> None:
    stale = list_stale(demo, language="fr")
    assert [(row.segment, row.level, row.reasons) for row in stale if row.article == WEDDING.split("/")[1]] == [
        ("s3", Level.MAJOR, ("number five -> six",)),
        ("s5", Level.MAJOR, ("number 3,900 -> 4,200",)),
        ("s6", Level.MAJOR, ('hedge "reportedly" added',)),
    ]
    last = load_desk(demo, WEDDING, "fr").rows[-1]
    assert (last.level, last.behind, last.is_stale) == (Level.TYPO, 1, False)


def test_there_is_a_finding_of_each_severity(demo: Workspace) -> None:
    assert {finding.severity for row in check_articles(demo) for finding in row.findings} == set(Severity)


def test_one_article_is_finished_and_its_export_is_its_translation(demo: Workspace) -> None:
    (export,) = export_articles(demo, [LABEL], "fr", "source")
    text = Path(__file__).parents[2] / "projects" / "example" / "fr" / "what-a-label-does-not-say.md"
    assert export.data == text.read_bytes()


def test_a_returned_paragraph_says_why(demo: Workspace) -> None:
    row = load_desk(demo, WEDDING, "fr").rows[-2]
    entry = list_history(demo, WEDDING, row.key, "fr")[0]
    assert (entry.kind, entry.state) == (EventKind.RETURNED, State.DRAFT)
    assert entry.reason


def test_glossary_and_memory_are_filled(demo: Workspace) -> None:
    assert len(list_concepts(demo)) >= 40
    assert search_memory(demo, "Those who can not answer should not sell.", "fr", minimum=70)[0].score >= 90


def test_nothing_is_wrong_with_it(demo: Workspace) -> None:
    assert examine(demo) == ()
