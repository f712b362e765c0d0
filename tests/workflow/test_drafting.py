"""Drafts from the memory and from an engine that answers over real HTTP."""

import dataclasses
from collections.abc import Iterator

import pytest

from tests.mt.deepl_server import DeepLServer, Failure
from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, ServiceError
from tms.values import Origin, State
from tms.workflow.drafting import draft, plan_draft
from tms.workflow.editing import keep_working_copy, reject_draft
from tms.workflow.reading import load_desk, load_row
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def deepl() -> Iterator[DeepLServer]:
    with DeepLServer() as server:
        yield server


@pytest.fixture
def river(workspace: Workspace, deepl: DeepLServer) -> Iterator[Workspace]:
    import_text(workspace, RIVER_TEXT)
    opened = open_workspace(dataclasses.replace(workspace.settings, deepl_key=deepl.key, deepl_url=deepl.url))
    yield opened
    opened.close()


def test_what_the_memory_knows_is_not_sent(river: Workspace, deepl: DeepLServer) -> None:
    import_text(river, "Nobody crossed the river that year.\n", name="other.txt")
    translate(river, "s1", "Personne n’a traversé.", ref="blog/other")
    done = draft(river, RIVER, "fr")
    assert done.from_memory == ("s2",)
    assert done.from_engine == ("s1", "s3", "s4")
    row = load_row(river, RIVER, "s2", "fr")
    assert (row.text, row.state, row.origin) == ("Personne n’a traversé.", State.DRAFT, Origin.MEMORY)
    assert load_row(river, RIVER, "s3", "fr").origin is Origin.MACHINE
    assert load_row(river, RIVER, "s3", "fr").engine == "deepl"


def test_a_dry_run_counts_and_sends_no_text(river: Workspace, deepl: DeepLServer) -> None:
    plan = plan_draft(river, RIVER, "fr")
    assert plan.for_engine == ("s1", "s2", "s3", "s4")
    assert plan.characters == sum(len(row.source) for row in load_desk(river, RIVER, "fr").rows)
    assert not any("river" in str(request) for request in deepl.requests)
    assert load_row(river, RIVER, "s1", "fr").text is None


def test_what_is_translated_is_left_alone(river: Workspace) -> None:
    translate(river, "s3", "Le pont…")
    assert "s3" not in draft(river, RIVER, "fr").from_engine
    assert load_row(river, RIVER, "s3", "fr").text == "Le pont…"


def test_a_stale_text_comes_back_when_its_draft_is_rejected(river: Workspace) -> None:
    translate(river, "s3", "Le pont et 4\u202f000 personnes.")
    import_text(river, RIVER_TEXT.replace("4,000", "5,000"))
    assert "s3" in draft(river, RIVER, "fr").from_engine
    assert load_row(river, RIVER, "s3", "fr").state is State.DRAFT
    reject_draft(river, RIVER, "s3", "fr")
    row = load_row(river, RIVER, "s3", "fr")
    assert (row.text, row.is_stale) == ("Le pont et 4\u202f000 personnes.", True)


def test_where_somebody_is_typing_nothing_is_drafted(river: Workspace) -> None:
    keep_working_copy(river, RIVER, "s3", "fr", "Le po", 0)
    done = draft(river, RIVER, "fr")
    assert done.skipped == (("s3", "somebody is typing here"),)
    assert load_row(river, RIVER, "s3", "fr").text is None


def test_a_failing_engine_changes_nothing(river: Workspace, deepl: DeepLServer) -> None:
    deepl.failures.extend([Failure(456)] * 10)
    with pytest.raises(ServiceError):
        draft(river, RIVER, "fr")
    assert [row.text for row in load_desk(river, RIVER, "fr").rows] == [None] * 4


def test_deepl_without_a_key_is_said(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    with pytest.raises(InputError, match="key"):
        draft(workspace, RIVER, "fr", engine_id="deepl")
    assert draft(workspace, RIVER, "fr").engine == "memory"
