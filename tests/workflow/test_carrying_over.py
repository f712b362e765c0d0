"""What becomes of translations when paragraphs are split and merged: carried over as drafts, never lost."""

from pathlib import Path

import pytest

from tests.workflow.articles import import_text, translate, write_file
from tms.values import Level, State
from tms.workflow.attaching import attach
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.reading import list_history, load_desk, load_row
from tms.workflow.reviewing import approve
from tms.workflow.safekeeping import examine
from tms.workflow.undoing import undo_import
from tms.workflow.workspace import Workspace

REF = "blog/ferry"
TITLE = "The ferry"
FIRST = "The ferry stopped running in 2014."
SECOND = "Since then 300 families take the road through the hills."
THIRD = "Dilnur counted the buses for a month."
FRENCH = (
    "Le bac",
    "Le bac ne circule plus depuis 2014.",
    "Depuis lors, 300 familles passent par la route des collines.",
)


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def joined(workspace: Workspace) -> Workspace:
    """One paragraph of two sentences, translated."""
    import_text(workspace, _text(TITLE, f"{FIRST} {SECOND}", THIRD), name="ferry.txt")
    translate(workspace, "s1", FRENCH[0], ref=REF)
    translate(workspace, "s2", f"{FRENCH[1]} {FRENCH[2]}", ref=REF)
    translate(workspace, "s3", "Dilnur a compté les cars pendant un mois.", ref=REF)
    return workspace


@pytest.fixture
def apart(workspace: Workspace) -> Workspace:
    """The same sentences in two paragraphs, translated."""
    import_text(workspace, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    for key, text in zip(("s1", "s2", "s3"), FRENCH, strict=True):
        translate(workspace, key, text, ref=REF)
    return workspace


def _rows(workspace: Workspace) -> list[tuple[str, str | None, State, bool]]:
    return [(row.key, row.text, row.state, row.is_stale) for row in load_desk(workspace, REF, "fr").rows]


def test_a_split_paragraph_has_its_translation_divided_at_the_sentence(joined: Workspace) -> None:
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert _rows(joined)[1:3] == [
        ("s4", FRENCH[1], State.DRAFT, False),
        ("s2", FRENCH[2], State.DRAFT, False),
    ]


def test_what_was_divided_stands_whole_in_the_history(joined: Workspace) -> None:
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    events = list_history(joined, REF, "s2", "fr")
    assert [event.after for event in events][:2] == [FRENCH[2], f"{FRENCH[1]} {FRENCH[2]}"]
    assert events[0].reason.startswith("s2 was split")


def test_a_split_that_also_changes_a_number_stays_out_of_date(joined: Workspace) -> None:
    import_text(joined, _text(TITLE, FIRST, SECOND.replace("300", "900"), THIRD), name="ferry.txt")
    row = load_row(joined, REF, "s2", "fr")
    assert (row.state, row.is_stale) == (State.DRAFT, True)


def test_merged_paragraphs_have_their_translations_joined(apart: Workspace) -> None:
    import_text(apart, _text(TITLE, f"{FIRST} {SECOND}", THIRD), name="ferry.txt")
    assert _rows(apart)[1] == ("s2", f"{FRENCH[1]} {FRENCH[2]}", State.DRAFT, False)


def test_merged_and_cut_again_they_are_what_they_were(apart: Workspace) -> None:
    import_text(apart, _text(TITLE, f"{FIRST} {SECOND}", THIRD), name="ferry.txt")
    import_text(apart, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert _rows(apart)[:3] == [
        (key, text, State.TRANSLATED, False) for key, text in zip(("s1", "s2", "s3"), FRENCH, strict=True)
    ]


def test_a_paragraph_merged_with_one_that_nobody_translated_is_a_draft(apart: Workspace) -> None:
    import_text(apart, _text(TITLE, FIRST, f"{SECOND} {THIRD}"), name="ferry.txt")
    assert _rows(apart)[2] == ("s3", FRENCH[2], State.DRAFT, True)


def test_a_review_does_not_survive_the_cutting_of_its_text(joined: Workspace) -> None:
    approve(joined, REF, ["s2"], "fr")
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert load_row(joined, REF, "s2", "fr").state is State.DRAFT


def test_a_level_can_be_given_for_one_paragraph(joined: Workspace) -> None:
    changed = _text(TITLE, f"{FIRST} {SECOND.replace('300', '400')}", THIRD.replace("month", "year"))
    import_text(joined, changed, name="ferry.txt", options=ImportOptions(levels={"s3": Level.TYPO}))
    assert [(row.key, row.level, row.is_stale) for row in load_desk(joined, REF, "fr").rows[1:]] == [
        ("s2", Level.MAJOR, True),
        ("s3", Level.TYPO, False),
    ]


def test_each_part_of_a_text_that_was_cut_joined_and_cut_anew_has_its_share(workspace: Workspace) -> None:
    """The part that is again what it was gets its old text back, and the rest of the joined text is not dropped."""
    import_text(workspace, _text(TITLE, f"{FIRST} {SECOND} {THIRD}"), name="ferry.txt")
    translate(workspace, "s2", f"{FRENCH[1]} {FRENCH[2]} Dilnur a compté les cars pendant un mois.", ref=REF)
    import_text(workspace, _text(TITLE, FIRST, f"{SECOND} {THIRD}"), name="ferry.txt")
    import_text(workspace, _text(TITLE, f"{FIRST} {SECOND} {THIRD}"), name="ferry.txt")
    import_text(workspace, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert [row[1] for row in _rows(workspace)[1:]] == [*FRENCH[1:], "Dilnur a compté les cars pendant un mois."]


def test_a_part_that_comes_back_without_a_text_gets_its_share(joined: Workspace) -> None:
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    undo_import(joined, 2)
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert [row[:2] for row in _rows(joined)[1:3]] == [("s4", FRENCH[1]), ("s2", FRENCH[2])]


def test_a_part_that_comes_back_with_a_newer_text_keeps_it(joined: Workspace) -> None:
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    translate(joined, "s4", "Depuis 2014, plus de bac.", ref=REF)
    undo_import(joined, 2)
    import_text(joined, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    assert [row[:2] for row in _rows(joined)[1:3]] == [("s4", "Depuis 2014, plus de bac."), ("s2", FRENCH[2])]


def test_the_parts_of_a_covered_paragraph_are_covered_too(workspace: Workspace, tmp_path: Path) -> None:
    import_text(workspace, _text(TITLE, FIRST, f"{SECOND} {THIRD}"), name="ferry.txt")
    import_text(workspace, _text(TITLE, FIRST, f"{SECOND} {THIRD.replace('month', 'week')}"), name="ferry.txt")
    french = f"{FRENCH[0]}\n\n{FRENCH[1]} {FRENCH[2]} Dilnur a compté les cars pendant une semaine.\n"
    attach(workspace, REF, "fr", write_file(tmp_path, "fr.txt", french))
    covered = [row.key for row in load_desk(workspace, REF, "fr").rows if row.covered_by]
    import_text(workspace, _text(TITLE, FIRST, SECOND, THIRD.replace("month", "week")), name="ferry.txt")
    rows = load_desk(workspace, REF, "fr").rows
    assert covered == ["s3"]
    assert [row.covered_by for row in rows] == [None, None, "s2", "s2"]
    assert examine(workspace) == ()


def test_a_cover_that_is_gone_covers_nothing_that_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    import_text(workspace, _text(TITLE, FIRST, SECOND, THIRD), name="ferry.txt")
    french = f"{FRENCH[0]}\n\n{FRENCH[1]} {FRENCH[2]}\n\nDilnur a compté les cars pendant un mois.\n"
    attach(workspace, REF, "fr", write_file(tmp_path, "fr.txt", french))
    assert load_row(workspace, REF, "s3", "fr").covered_by == "s2"
    for paragraphs in ((TITLE, FIRST, THIRD), (TITLE, THIRD), (TITLE, SECOND, THIRD)):
        import_text(workspace, _text(*paragraphs), name="ferry.txt")
    row = load_row(workspace, REF, "s3", "fr")
    assert (row.text, row.covered_by, row.state) == (None, None, State.INITIAL)


def test_a_text_written_for_the_merged_paragraph_is_not_joined_again(apart: Workspace) -> None:
    merged = _text(TITLE, f"{FIRST} {SECOND}", THIRD)
    import_text(apart, merged, name="ferry.txt")
    translate(apart, "s2", "Plus de bac depuis 2014 : 300 familles prennent la route.", ref=REF)
    undo_import(apart, 2)
    import_text(apart, merged, name="ferry.txt")
    assert _rows(apart)[1] == (
        "s2",
        "Plus de bac depuis 2014 : 300 familles prennent la route.",
        State.TRANSLATED,
        False,
    )
