"""An alignment that was mended by hand is written at once, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text, translate, write_file
from tms.errors import InputError, NotFoundError, RefusedError
from tms.values import AlignmentPlan, AttachOutcome, DeskRow, Origin, Save, State
from tms.workflow.aligning import list_cuts, plan_alignment, plan_repair
from tms.workflow.attaching import apply_alignment, attach, preview_alignment
from tms.workflow.editing import save_translation
from tms.workflow.reading import list_history, load_desk
from tms.workflow.reviewing import approve
from tms.workflow.safekeeping import examine
from tms.workflow.workspace import Workspace

FRENCH = (
    "Le fleuve",
    "Personne n’a traversé le fleuve cette année-là.",
    "Le pont est fermé depuis 2016, et 4 000 personnes vivent sur l’autre rive.",
    "Mon oncle recevait une lettre par mois.",
)


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    return any_workspace


def plan_file(workspace: Workspace, folder: Path, *texts: str) -> AlignmentPlan:
    return plan_alignment(workspace, RIVER, "fr", write_file(folder, "fr.txt", "\n\n".join(texts)))


def rows(workspace: Workspace) -> tuple[DeskRow, ...]:
    return load_desk(workspace, RIVER, "fr").rows


def texts(workspace: Workspace) -> list[str | None]:
    return [row.text for row in rows(workspace)]


@pytest.fixture
def attached(river: Workspace, tmp_path: Path) -> Workspace:
    attach(river, RIVER, "fr", write_file(tmp_path, "fr.txt", "\n\n".join(FRENCH)))
    assert texts(river) == list(FRENCH)
    return river


def test_a_plan_writes_nothing_and_a_preview_says_what_it_would_do(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(river, tmp_path, *FRENCH)
    assert [one.outcome for one in preview_alignment(river, plan)] == [AttachOutcome.ATTACHED] * 4
    assert texts(river) == [None] * 4


def test_what_a_person_aligned_is_no_draft(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(river, tmp_path, "Le fleuve", "Un texte sans rapport.", "Encore un autre.", "Et un dernier ici.")
    alignment = plan.alignment
    for at in range(len(alignment.rows)):
        alignment = alignment.accept(at)
    apply_alignment(river, replace(plan, alignment=alignment))
    assert {row.state for row in rows(river) if row.text and not row.is_local} == {State.TRANSLATED}
    assert list_history(river, RIVER, rows(river)[0].key, "fr")[0].reason == "aligned by hand"


def test_a_text_that_is_left_out_is_not_written(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(river, tmp_path, *FRENCH)
    left = plan.alignment.clear(1).clear(2)
    done = apply_alignment(river, replace(plan, alignment=left))
    assert [one.outcome for one in done[1:3]] == [AttachOutcome.UNTRANSLATED, AttachOutcome.LEFT_OUT]
    assert texts(river) == [FRENCH[0], None, *FRENCH[2:]]


def test_a_row_where_somebody_wrote_meanwhile_is_listed_and_kept(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(river, tmp_path, *FRENCH)
    translate(river, "s2", "Plus vite que toi.")
    done = apply_alignment(river, plan)
    assert [one.outcome for one in done] == ["attached", "kept", "attached", "attached"]
    assert (done[1].text, done[1].standing_text) == (FRENCH[1], "Plus vite que toi.")
    assert texts(river)[1] == "Plus vite que toi."


def test_an_article_that_was_imported_anew_is_aligned_again_first(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(river, tmp_path, *FRENCH)
    import_text(river, RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", ""))
    with pytest.raises(RefusedError, match="imported anew"):
        apply_alignment(river, plan)


def test_a_sentence_that_went_to_the_next_row_is_written_there(river: Workspace, tmp_path: Path) -> None:
    plan = plan_file(
        river,
        tmp_path,
        FRENCH[0],
        f"{FRENCH[1]} Le pont est fermé.",
        "En 2016. 4 000 personnes vivent sur l’autre rive.",
        FRENCH[3],
    )
    (cut,) = list_cuts(plan, plan.alignment.rows[1])
    alignment = plan.alignment.split(1, *cut).join(2)
    apply_alignment(river, replace(plan, alignment=alignment))
    assert texts(river) == [
        FRENCH[0],
        FRENCH[1],
        "Le pont est fermé.\n\nEn 2016. 4 000 personnes vivent sur l’autre rive.",
        FRENCH[3],
    ]


def test_there_is_nothing_to_repair_where_nothing_stands(river: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no translation"):
        plan_repair(river, RIVER, "fr")


def test_a_repair_that_changes_nothing_writes_nothing(attached: Workspace) -> None:
    done = apply_alignment(attached, plan_repair(attached, RIVER, "fr"))
    assert {one.outcome for one in done} == {AttachOutcome.UNCHANGED}
    assert [len(list_history(attached, RIVER, row.key, "fr")) for row in rows(attached)] == [1] * 4


def test_a_shift_moves_every_text_and_is_in_every_history(attached: Workspace) -> None:
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.shift_down(1)))
    assert texts(attached) == [FRENCH[0], None, FRENCH[1], FRENCH[2], FRENCH[3]]
    assert [row.kind for row in rows(attached)][-1] == "local"
    entries = [list_history(attached, RIVER, key, "fr")[0] for key in ("s2", "s3", "s4")]
    assert [(e.kind, e.reason) for e in entries] == [("attached", "alignment repaired")] * 3
    assert examine(attached) == ()
    again = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(again, alignment=again.alignment.shift_up(1)))
    assert texts(attached)[:4] == [FRENCH[0], FRENCH[1], FRENCH[2], None]


def test_a_note_can_be_given_its_paragraph_back(attached: Workspace) -> None:
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.clear(2)))
    assert texts(attached) == [FRENCH[0], FRENCH[1], None, FRENCH[2], FRENCH[3]]
    plan = plan_repair(attached, RIVER, "fr")
    assert plan.alignment.rows[3].is_local
    apply_alignment(attached, replace(plan, alignment=plan.alignment.place(3, 2)))
    assert texts(attached) == list(FRENCH)
    assert list_history(attached, RIVER, "s5", "fr")[0].after is None


def test_a_note_that_stays_is_the_same_note(attached: Workspace) -> None:
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.clear(2)))
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.place(0, 1)))
    assert [row.key for row in rows(attached)] == ["s1", "s2", "s3", "s5", "s4"]
    assert len(list_history(attached, RIVER, "s5", "fr")) == 1


def test_joining_and_separating_are_undone_by_each_other(attached: Workspace) -> None:
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.join(1)))
    assert texts(attached) == [FRENCH[0], f"{FRENCH[1]}\n\n{FRENCH[2]}", None, FRENCH[3]]
    assert [row.covered_by for row in rows(attached)] == [None, None, "s2", None]
    plan = plan_repair(attached, RIVER, "fr")
    assert plan.alignment.rows[1].source == (1, 2)
    apply_alignment(attached, replace(plan, alignment=plan.alignment.split(1, 1)))
    assert texts(attached) == list(FRENCH)
    assert examine(attached) == ()


def test_a_repair_is_refused_whole_where_somebody_wrote_since(attached: Workspace) -> None:
    plan = plan_repair(attached, RIVER, "fr")
    translate(attached, "s3", "Le pont est à nouveau ouvert.")
    with pytest.raises(RefusedError) as caught:
        apply_alignment(attached, replace(plan, alignment=plan.alignment.place(1, 2)))
    assert caught.value.reasons == ("s3",)
    assert texts(attached) == [FRENCH[0], FRENCH[1], "Le pont est à nouveau ouvert.", FRENCH[3]]


def test_a_plan_says_what_a_person_has_changed_or_approved_since(attached: Workspace) -> None:
    translate(attached, "s2", "Ma version.")
    approve(attached, RIVER, ["s3"], "fr")
    plan = plan_repair(attached, RIVER, "fr")
    assert [(one.key, one.edited_by) for one in plan.list_edited(plan.alignment.rows)] == [("s2", "me"), ("s3", "me")]
    apply_alignment(attached, replace(plan, alignment=plan.alignment.place(1, 2)))
    assert [(row.text, row.state) for row in rows(attached)[1:3]] == [
        (FRENCH[2], State.TRANSLATED),
        ("Ma version.", State.TRANSLATED),
    ]


def test_a_draft_of_low_confidence_becomes_a_translation_when_a_person_says_yes(
    river: Workspace, tmp_path: Path
) -> None:
    attach(river, RIVER, "fr", write_file(tmp_path, "fr.txt", "\n\n".join(FRENCH)), state=State.DRAFT)
    plan = plan_repair(river, RIVER, "fr")
    apply_alignment(river, replace(plan, alignment=plan.alignment.accept(1)))
    assert [row.state for row in rows(river)] == [State.DRAFT, State.TRANSLATED, State.DRAFT, State.DRAFT]
    assert texts(river) == list(FRENCH)


def test_a_machine_draft_stays_one_wherever_it_is_moved(attached: Workspace) -> None:
    save_translation(attached, Save(RIVER, "s4", "fr", FRENCH[3], State.DRAFT, origin=Origin.MACHINE, engine="sample"))
    plan = plan_repair(attached, RIVER, "fr")
    apply_alignment(attached, replace(plan, alignment=plan.alignment.place(3, 2)))
    moved = rows(attached)[2]
    assert (moved.text, moved.state, moved.origin, moved.engine) == (FRENCH[3], State.DRAFT, Origin.MACHINE, "sample")


def test_what_stands_cannot_be_attached_as_initial(river: Workspace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="initial"):
        apply_alignment(river, plan_file(river, tmp_path, *FRENCH), state=State.INITIAL)
