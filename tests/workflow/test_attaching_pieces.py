"""Translations that come in with an import: what was taken out stays out, what a person did stays as it is."""

import pytest

from tests.workflow.articles import RIVER, translate, write_file
from tms.values import Kind, Slice, State, Unit
from tms.workflow.aligning import AlignedPiece, align_piece, plan_units
from tms.workflow.articles import get_article
from tms.workflow.attaching import attach, attach_piece, has_room
from tms.workflow.diffing import parse_document
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions, TranslationPlan
from tms.workflow.locals import find_anchors
from tms.workflow.reading import load_desk
from tms.workflow.workspace import Workspace

ENGLISH = (
    "The mill on the Toqsu was sold in 1987.",
    "Rahile Osman hid 14 letters under its floor.",
    "Since 2003 it has been a store for 600 sacks of rice.",
)
FRENCH = (
    "Le moulin sur le Toqsu fut vendu en 1987.",
    "Rahile Osman cacha 14 lettres sous le plancher.",
    "Depuis 2003, on y range 600 sacs de riz.",
)
NOTE = "Note de la traductrice : ce moulin n'existe plus et le village a changé de nom."


def put(workspace: Workspace, *paragraphs: str) -> None:
    path = write_file(workspace.settings.workspace, "river.txt", "\n\n".join(paragraphs) + "\n")
    apply_import(workspace, plan_import(workspace, "blog", [path], ImportOptions(force=True)))


def bring(workspace: Workspace, *paragraphs: str) -> None:
    """A French piece as an import writes it."""
    data = ("\n\n".join(paragraphs) + "\n").encode()
    _, document = parse_document(data, "river-fr.txt", "text")
    piece = TranslationPlan("river", "fr", Slice("river-fr", "text", data, "'river-fr'", language="fr"), document)
    with workspace.writing() as session:
        attach_piece(workspace, session, get_article(session, RIVER), piece)


def shown(workspace: Workspace) -> list[tuple[str, str | None]]:
    return [(row.key, row.text) for row in load_desk(workspace, RIVER, "fr").rows]


@pytest.fixture
def mill(workspace: Workspace) -> Workspace:
    put(workspace, *ENGLISH)
    bring(workspace, *FRENCH)
    assert shown(workspace) == [("s1", FRENCH[0]), ("s2", FRENCH[1]), ("s3", FRENCH[2])]
    return workspace


LATER = {
    "as it was": FRENCH,
    "joined to another": (f"{FRENCH[0]} {FRENCH[1]}", FRENCH[2]),
    "at the end": (FRENCH[0], FRENCH[2], FRENCH[1]),
    "in a longer paragraph": (FRENCH[0], f"{FRENCH[1]} Personne ne le sut.", FRENCH[2]),
}


@pytest.mark.parametrize("french", LATER.values(), ids=LATER)
def test_the_text_of_a_deleted_paragraph_never_comes_back(mill: Workspace, french: tuple[str, ...]) -> None:
    put(mill, ENGLISH[0], ENGLISH[2])
    bring(mill, *french)
    assert shown(mill) == [("s1", FRENCH[0]), ("s3", FRENCH[2])]
    attach(mill, RIVER, "fr", write_file(mill.settings.workspace, "fr.txt", "\n\n".join(french)))
    assert shown(mill) == [("s1", FRENCH[0]), ("s3", FRENCH[2])]


def test_nor_does_an_earlier_text_of_it_or_in_the_place_of_another(mill: Workspace) -> None:
    translate(mill, "s2", "Quelqu'un cacha des lettres.")
    put(mill, ENGLISH[0], "Rustam Bek kept 14 hens in the yard behind it.", ENGLISH[2])
    bring(mill, *FRENCH)
    assert FRENCH[1] not in [text for _, text in shown(mill)]


def test_a_changed_text_of_a_deleted_paragraph_is_a_draft(mill: Workspace) -> None:
    put(mill, ENGLISH[0], ENGLISH[2])
    bring(mill, FRENCH[0], FRENCH[1].replace("cacha", "dissimula"), FRENCH[2])
    local = [row for row in load_desk(mill, RIVER, "fr").rows if row.kind is Kind.LOCAL]
    assert {row.state for row in local} <= {State.DRAFT}


def test_a_heading_that_stood_twice_is_attached_though_one_has_left(workspace: Workspace) -> None:
    put(workspace, *ENGLISH, "See also")
    bring(workspace, *FRENCH, "Voir aussi")
    put(workspace, *ENGLISH)
    put(workspace, *ENGLISH, "See also the list", "See also")
    bring(workspace, *FRENCH, "Voir aussi")
    assert "Voir aussi" in [text for _, text in shown(workspace)]


def test_a_note_comes_once_whatever_became_of_it(mill: Workspace) -> None:
    bring(mill, *FRENCH, NOTE)
    bring(mill, *FRENCH, NOTE)
    (key,) = (key for key, text in shown(mill) if text == NOTE)
    translate(mill, key, "Note : le village a changé de nom.")
    bring(mill, *FRENCH, NOTE)
    assert [one for one, _ in shown(mill)] == ["s1", "s2", "s3", key]
    translate(mill, key, "")
    bring(mill, *FRENCH, NOTE)
    assert [one for one, _ in shown(mill)] == ["s1", "s2", "s3"]


def test_what_a_person_cleared_is_filled_only_where_a_person_asks_for_it(mill: Workspace) -> None:
    translate(mill, "s2", "")
    bring(mill, *FRENCH)
    assert shown(mill)[1] == ("s2", None)
    attach(mill, RIVER, "fr", write_file(mill.settings.workspace, "fr.txt", "\n\n".join(FRENCH)))
    assert shown(mill)[1] == ("s2", FRENCH[1])


def test_there_is_room_where_a_segment_was_never_written(mill: Workspace) -> None:
    def is_open() -> bool:
        with mill.reading() as session:
            return has_room(session, get_article(session, RIVER), "fr")

    assert not is_open()
    translate(mill, "s2", "")
    assert not is_open()
    put(mill, *ENGLISH, "Nobody has opened its doors for a year.")
    assert is_open()


def units(*texts: str) -> list[Unit]:
    return [Unit(Kind.PARAGRAPH, text, text, 0) for text in texts]


def test_a_piece_aligned_beforehand_is_used_while_the_article_is_the_same(mill: Workspace) -> None:
    aligned = align_piece(units(*ENGLISH), units(*FRENCH), source_language="en", target_language="fr")
    joined = AlignedPiece(ENGLISH, aligned.alignment.join(0))
    with mill.reading() as session:
        article = get_article(session, RIVER)
        plan = plan_units(session, article, "fr", units(*FRENCH), aligned=joined)
        assert plan.alignment == joined.alignment
        old = AlignedPiece((*ENGLISH[:2], "Another wording."), joined.alignment)
        assert plan_units(session, article, "fr", units(*FRENCH), aligned=old).alignment == aligned.alignment


ANCHORS = {
    "the one before": ({"n": "s5"}, ("s1", "s5", "s2"), {"s1", "s2"}, {"n": "s1"}),
    "several left": ({"n": "s5"}, ("s1", "s4", "s5", "s2"), {"s1", "s2"}, {"n": "s1"}),
    "the first left": ({"n": "s1"}, ("s1", "s2"), {"s2"}, {"n": None}),
    "still there": ({"n": "s2", "m": None}, ("s1", "s2"), {"s2"}, {}),
    "gone for long": ({"n": "s9"}, ("s1", "s2"), {"s1", "s2"}, {}),
}


@pytest.mark.parametrize(("notes", "before", "live", "expected"), ANCHORS.values(), ids=ANCHORS)
def test_a_note_whose_paragraph_left_stands_after_the_nearest_one_before_it(
    notes: dict[str, str | None], before: tuple[str, ...], live: set[str], expected: dict[str, str | None]
) -> None:
    assert find_anchors(notes, before, live) == expected
