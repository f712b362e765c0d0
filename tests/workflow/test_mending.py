"""Fixing over an article: what is certain, in one step, and back."""

import dataclasses

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, RefusedError
from tms.values import EventKind, Role, State
from tms.workflow.checking import check_articles
from tms.workflow.editing import keep_working_copy
from tms.workflow.mending import mend_article, mend_text, undo_mending
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_row
from tms.workflow.reviewing import approve
from tms.workflow.waiving import waive
from tms.workflow.workspace import Workspace, open_workspace

SPOILT = {
    "s2": "Personne n’a traversé le fleuve  cette année-là !",
    "s3": "Le pont est fermé depuis 2016,et 4,000 personnes vivent  de l’autre côté.",
}
MENDED = {
    "s2": "Personne n’a traversé le fleuve cette année-là\u202f!",
    "s3": "Le pont est fermé depuis 2016, et 4\u202f000 personnes vivent de l’autre côté.",
}


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    for key, text in SPOILT.items():
        translate(any_workspace, key, text)
    return any_workspace


def texts(workspace: Workspace) -> dict[str, str | None]:
    return {key: load_row(workspace, RIVER, key, "fr").text for key in SPOILT}


def test_everything_certain_is_fixed_at_once_and_a_second_time_changes_nothing(river: Workspace) -> None:
    done = mend_article(river, RIVER, "fr")
    assert texts(river) == MENDED
    assert [(one.segment, one.before, one.after) for one in done.mended] == [
        (key, SPOILT[key], MENDED[key]) for key in SPOILT
    ]
    assert mend_article(river, RIVER, "fr").mended == ()
    assert [f for row in check_articles(river, [RIVER], language="fr") for f in row.findings if f.fix] == []


def test_one_kind_only_and_one_paragraph_only(river: Workspace) -> None:
    mend_article(river, RIVER, "fr", checks=["double-space"], keys=["s2"])
    assert texts(river) == {**SPOILT, "s2": SPOILT["s2"].replace("  ", " ")}


def test_a_dry_run_says_the_same_and_writes_nothing(river: Workspace) -> None:
    planned = mend_article(river, RIVER, "fr", is_dry_run=True)
    assert texts(river) == SPOILT
    assert planned.mended == mend_article(river, RIVER, "fr").mended


def test_the_history_says_what_was_fixed_and_the_state_stays(river: Workspace) -> None:
    mend_article(river, RIVER, "fr")
    last = list_history(river, RIVER, "s2", "fr")[0]
    assert last.kind is EventKind.MENDED
    assert "double-space" in last.reason
    assert load_row(river, RIVER, "s2", "fr").state is State.TRANSLATED


def test_it_is_taken_back_where_nobody_has_written_since(river: Workspace) -> None:
    mend_article(river, RIVER, "fr")
    translate(river, "s2", "Personne n’est passé.")
    assert undo_mending(river, RIVER, "fr") == ("s3",)
    assert texts(river) == {"s2": "Personne n’est passé.", "s3": SPOILT["s3"]}
    assert undo_mending(river, RIVER, "fr") == ()


def test_who_fixes_a_text_does_not_become_its_author(river: Workspace) -> None:
    add_member(river, "Noor", Role.COORDINATOR)
    noor = open_workspace(dataclasses.replace(river.settings, member="Noor"))
    me = open_workspace(dataclasses.replace(river.settings, member="me"))
    mend_article(noor, RIVER, "fr")
    with pytest.raises(RefusedError, match="you translated it yourself"):
        approve(me, RIVER, ["s2"], "fr")
    assert approve(noor, RIVER, ["s2"], "fr")
    noor.close()
    me.close()


def test_what_is_reviewed_waived_or_being_typed_is_left_alone(river: Workspace) -> None:
    translate(river, "s4", "Mon oncle recevait une lettre  une fois par mois.")
    approve(river, RIVER, ["s4"], "fr")
    waive(river, RIVER, "s2", "fr", "double-space", "it is a poem")
    row = load_row(river, RIVER, "s3", "fr")
    keep_working_copy(river, RIVER, "s3", "fr", "Le pont", row.revision)
    done = mend_article(river, RIVER, "fr")
    assert done.mended == ()
    assert [key for key, _ in done.left] == ["s2", "s3", "s4"]
    assert texts(river) == SPOILT


def test_a_text_that_is_being_typed_is_fixed_without_being_saved(river: Workspace) -> None:
    repaired = mend_text(river, RIVER, "s2", "fr", "Personne  n’est  passé !", ["double-space"])
    assert (repaired.text, repaired.fixed) == ("Personne n’est passé !", (("double-space", 2),))
    assert texts(river) == SPOILT


def test_a_check_that_is_not_there_is_told(river: Workspace) -> None:
    with pytest.raises(InputError, match="'doubel-space'"):
        mend_article(river, RIVER, "fr", checks=["doubel-space"])
