"""Other words over an article or all of them: looked at before, each under its revision, one undo."""

import dataclasses
from typing import Any

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.errors import InputError, RefusedError
from tms.values import EventKind, Query, Role, Scope, State, Swap
from tms.workflow.editing import keep_working_copy
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_row
from tms.workflow.replacing import Replacement, apply_swaps, find_last_run, find_new_findings, plan_swaps, undo_run
from tms.workflow.reviewing import approve
from tms.workflow.searching import Searcher
from tms.workflow.workspace import Workspace, open_workspace

TEXTS = {
    "s2": "Personne n’a traversé le fleuve cette année-là.",
    "s3": "Le fleuve, Fleuve des fleuves : voir https://river.org/fleuve.",
    "s4": "Mon oncle recevait une lettre par mois.",
}


def fill(workspace: Workspace) -> Workspace:
    import_text(workspace, RIVER_TEXT)
    for key, text in TEXTS.items():
        translate(workspace, key, text)
    return workspace


@pytest.fixture
def river(workspace: Workspace) -> Workspace:
    return fill(workspace)


def plan(workspace: Workspace, words: str, text: str, scope: Scope | None = None, **options: Any) -> list[Swap]:
    replacement = Replacement(Query(words, **options), text)
    return [swap for swaps in plan_swaps(Searcher(workspace), replacement, scope or Scope(ref=RIVER)) for swap in swaps]


def write(workspace: Workspace, swaps: list[Swap], run: str = "a run") -> dict[str, str]:
    return {one.segment: one.why for one in apply_swaps(workspace, swaps, run)}


def texts(workspace: Workspace) -> dict[str, str | None]:
    return {key: load_row(workspace, RIVER, key, "fr").text for key in TEXTS}


def test_what_would_become_of_each_paragraph_is_shown_and_nothing_is_written(river: Workspace) -> None:
    swaps = plan(river, "fleuve", "cours d’eau")
    assert [(swap.segment, swap.count, swap.in_markup, swap.obstacle) for swap in swaps] == [
        ("s2", 1, 0, ""),
        ("s3", 3, 1, ""),
    ]
    assert swaps[1].after == "Le cours d’eau, Cours d’eau des cours d’eaus : voir https://river.org/fleuve."
    assert texts(river) == TEXTS


def test_all_is_written_as_events_of_their_kind_and_taken_back_in_one_step(any_workspace: Workspace) -> None:
    river = fill(any_workspace)
    run = Replacement(Query("fleuve"), "cours d’eau").make_run()
    assert write(river, plan(river, "fleuve", "cours d’eau"), run) == {"s2": "", "s3": ""}
    assert texts(river)["s2"] == "Personne n’a traversé le cours d’eau cette année-là."
    last = list_history(river, RIVER, "s2", "fr")[0]
    assert (last.kind, last.reason, last.state) == (EventKind.REWORDED, run, State.TRANSLATED)
    assert find_last_run(river) == run
    assert [one.why for one in undo_run(river, run)] == ["", ""]
    assert texts(river) == TEXTS
    assert find_last_run(river) == ""


def test_the_undo_leaves_alone_what_somebody_has_written_since(river: Workspace) -> None:
    write(river, plan(river, "fleuve", "canal"))
    translate(river, "s2", "Personne n’est passé.")
    assert {one.segment: one.why for one in undo_run(river, "a run")} == {"s2": "somebody saved meanwhile", "s3": ""}
    assert texts(river) == {**TEXTS, "s2": "Personne n’est passé."}


def test_only_the_last_run_is_taken_back(river: Workspace) -> None:
    write(river, plan(river, "fleuve", "canal"), "first")
    write(river, plan(river, "canal", "lac"), "second")
    assert find_last_run(river) == "second"
    assert all(not one.why for one in undo_run(river, "second"))
    assert texts(river)["s2"] == "Personne n’a traversé le canal cette année-là."
    assert find_last_run(river) == ""


def test_a_review_is_lost_with_the_text_and_holds_again_after_the_undo(river: Workspace) -> None:
    approve(river, RIVER, ["s4"], "fr")
    swaps = plan(river, "lettre", "carte")
    assert [swap.loses_review for swap in swaps] == [True]
    write(river, swaps)
    assert load_row(river, RIVER, "s4", "fr").state is State.TRANSLATED
    list(undo_run(river, "a run"))
    assert load_row(river, RIVER, "s4", "fr").state is State.REVIEWED
    write(river, plan(river, "lettre", "carte"), "again")
    list(undo_run(river, "again"))
    assert load_row(river, RIVER, "s4", "fr").state is State.REVIEWED


def test_what_somebody_is_typing_is_left_out_and_said(river: Workspace) -> None:
    add_member(river, "Noor", Role.TRANSLATOR)
    noor = open_workspace(dataclasses.replace(river.settings, member="Noor"))
    me = open_workspace(dataclasses.replace(river.settings, member="me"))
    keep_working_copy(noor, RIVER, "s2", "fr", "Person", load_row(me, RIVER, "s2", "fr").revision)
    keep_working_copy(me, RIVER, "s3", "fr", "Le", load_row(me, RIVER, "s3", "fr").revision)
    assert [swap.obstacle for swap in plan(me, "fleuve", "canal")] == [
        "somebody is typing here",
        "you typed here and did not save",
    ]
    swaps = [dataclasses.replace(swap, obstacle="") for swap in plan(me, "fleuve", "canal")]
    assert all(write(me, swaps).values()), "also when they began since the look at it"
    assert texts(me) == TEXTS
    noor.close()
    me.close()


def test_a_text_that_was_saved_since_the_look_at_it_is_left_alone(river: Workspace) -> None:
    swaps = plan(river, "fleuve", "canal")
    translate(river, "s2", "Le fleuve.")
    assert write(river, swaps) == {"s2": "somebody saved meanwhile", "s3": ""}
    assert texts(river)["s2"] == "Le fleuve."


@pytest.mark.parametrize(
    ("words", "text", "options", "obstacle"),
    [
        pytest.param(TEXTS["s4"], "", {}, "nothing would be left", id="all of a paragraph"),
        pytest.param("Mon.+", " ", {"is_regex": True}, "nothing would be left", id="nothing but a space"),
        pytest.param("fleuve", "fleuve", {}, "it would stay as it is", id="the same again"),
        pytest.param("river.org", "lac.org", {}, "only in a tag or an address", id="an address"),
    ],
)
def test_what_cannot_be_is_refused(
    river: Workspace, words: str, text: str, options: dict[str, Any], obstacle: str
) -> None:
    swaps = plan(river, words, text, **options)
    assert swaps
    assert all(obstacle in swap.obstacle for swap in swaps if swap.after.strip() == "" or swap.after == swap.before)
    write(river, [swap for swap in swaps if obstacle in swap.obstacle])
    assert texts(river) == TEXTS


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_no_database_can_hold_is_refused(river: Workspace, text: str) -> None:
    with pytest.raises(InputError):
        plan(river, "fleuve", text)


def test_what_the_checks_would_newly_find_is_told(river: Workspace) -> None:
    swaps = plan(river, " cette", "  cette")
    assert [len(found) for found in find_new_findings(river, swaps)] == [1]
    assert list(find_new_findings(river, plan(river, "Personne", "Nul"))) == [()]


def test_who_rewords_does_not_become_the_author_nor_does_the_undo_forget_who_is(river: Workspace) -> None:
    add_member(river, "Noor", Role.COORDINATOR)
    noor = open_workspace(dataclasses.replace(river.settings, member="Noor"))
    me = open_workspace(dataclasses.replace(river.settings, member="me"))
    write(noor, plan(noor, "fleuve", "canal"))
    for _ in range(2):
        with pytest.raises(RefusedError, match="you translated it yourself"):
            approve(me, RIVER, ["s2"], "fr")
        list(undo_run(noor, "a run"))
    assert find_last_run(me) == ""
    noor.close()
    me.close()


def test_it_stops_when_nobody_listens_and_what_is_done_is_done(river: Workspace) -> None:
    for one in apply_swaps(river, plan(river, "fleuve", "canal"), "a run"):
        assert one.segment == "s2"
        break
    assert texts(river)["s3"] == TEXTS["s3"]
    assert texts(river)["s2"] != TEXTS["s2"]
