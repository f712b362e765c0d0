"""The queue over a real database: what lies there, counted as a person would."""

import dataclasses
from datetime import date

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate
from tms.values import Role, Save, State, Task
from tms.workflow.assigning import assign
from tms.workflow.commenting import add_comment
from tms.workflow.editing import keep_working_copy, save_translation
from tms.workflow.overview import count_findings, load_overview
from tms.workflow.people import add_member
from tms.workflow.queue import load_queue, plan_minutes
from tms.workflow.reading import list_articles
from tms.workflow.reviewing import approve_all, return_translation
from tms.workflow.workspace import Workspace, open_workspace

KEYS = ("s1", "s2", "s3", "s4")
NUMBER_CHANGED = RIVER_TEXT.replace("4,000", "5,000")


def tasks_of(workspace: Workspace, language: str = "fr") -> list[tuple[str, Task, int]]:
    return [(i.ref, i.task, i.amount.count) for i in load_queue(workspace).items if i.language == language]


def as_member(workspace: Workspace, name: str) -> Workspace:
    return open_workspace(dataclasses.replace(workspace.settings, member=name))


def test_from_open_to_published_to_stale(any_workspace: Workspace) -> None:
    workspace = any_workspace
    assert load_queue(workspace).items == ()
    import_text(workspace, RIVER_TEXT)
    assert tasks_of(workspace) == [(RIVER, Task.OPEN, 4)]
    translate(workspace, "s1", "Le fleuve")
    assert tasks_of(workspace) == [(RIVER, Task.BEGUN, 3)]
    for key in KEYS[1:]:
        translate(workspace, key, f"Texte {key}, et 4\u202f000 personnes en 2016")
    assert tasks_of(workspace) == [(RIVER, Task.REVIEW, 4)]
    return_translation(workspace, RIVER, "s2", "fr", "too literal")
    (item,) = [one for one in load_queue(workspace).items if one.language == "fr"]
    assert (item.task, item.quote, item.key) == (Task.RETURNED, "too literal", "s2")
    import_text(workspace, NUMBER_CHANGED)
    assert (RIVER, Task.RETURNED, 1) in tasks_of(workspace)
    translate(workspace, "s2", "Mieux")
    (stale,) = [one for one in load_queue(workspace).items if one.language == "fr"]
    assert (stale.task, stale.key, stale.reasons) == (Task.STALE, "s3", ("number 4,000 -> 5,000",))


def test_a_typed_text_is_said_and_a_due_date_goes_before(any_workspace: Workspace) -> None:
    workspace = any_workspace
    import_text(workspace, RIVER_TEXT)
    keep_working_copy(workspace, RIVER, "s1", "es", "El r", 0)
    assign(workspace, RIVER, "fr", "me", due=date(2026, 12, 4))
    first, second = load_queue(workspace, today=date(2026, 12, 1)).items
    assert (first.language, first.task, first.due) == ("fr", Task.ASSIGNED, date(2026, 12, 4))
    assert (second.language, second.task, second.typed) == ("es", Task.BEGUN, 1)


def test_in_a_team_nobody_reviews_the_own_text(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    add_member(workspace, "Noor", Role.REVIEWER)
    me, noor = as_member(workspace, "me"), as_member(workspace, "Noor")
    for key in KEYS:
        save_translation(noor, Save(RIVER, key, "fr", f"Texte {key}", State.TRANSLATED))
    assert [one for one in tasks_of(noor) if one[1] is Task.REVIEW] == []
    assert tasks_of(me) == [(RIVER, Task.REVIEW, 4)]


def test_an_answered_question_comes_back_to_who_asked(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    for key in KEYS:
        translate(workspace, key, f"Texte {key}")
    approve_all(workspace, RIVER, "fr")
    add_comment(workspace, RIVER, "s1", "Which river?", language="fr", is_question=True)
    waiting = load_queue(workspace).works[0]
    assert (waiting.questions, waiting.answered) == (1, 0)
    add_comment(workspace, RIVER, "s1", "The Tarim.", language="fr")
    answered = load_queue(workspace).works[0]
    assert (answered.questions, answered.answered) == (0, 1)


def test_a_sitting_takes_the_urgent_paragraphs_first(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    for key in ("s2", "s3"):
        translate(workspace, key, f"Texte {key}")
    import_text(workspace, NUMBER_CHANGED)
    queue = load_queue(workspace)
    sitting = plan_minutes(workspace, queue, 5)
    assert sitting.pieces[0].key == "s3"
    assert sitting.minutes <= 5
    assert plan_minutes(workspace, queue, 60, passed_over={RIVER}).pieces == ()


def test_the_quick_list_says_what_the_whole_one_says(workspace: Workspace) -> None:
    import_text(workspace, RIVER_TEXT)
    for key in ("s1", "s3"):
        translate(workspace, key, f"Texte {key}")
    import_text(workspace, NUMBER_CHANGED)
    assign(workspace, RIVER, "fr", "me", due=date(2026, 12, 4))
    (quick,) = load_overview(workspace).articles
    (whole,) = list_articles(workspace)
    assert quick.languages == tuple(dataclasses.replace(one, findings=0) for one in whole.languages)
    assert count_findings(workspace, RIVER) == whole
