"""What lies beside a stale translation: the touched sentences and the proposed repair."""

from pathlib import Path

import pytest

from tests.workflow.articles import import_text, translate
from tms.values import SegmentHelp
from tms.workflow.glossary_files import load_glossary
from tms.workflow.lookup import find_help
from tms.workflow.workspace import Workspace

REF = "blog/river"
GLOSSARY = """concept,language,term,status,pos,gender,forms
warehouse,en,warehouse,preferred,noun,,warehouse|warehouses
warehouse,fr,entrepôt,preferred,noun,m,entrepôt|entrepôts
station,en,station,preferred,noun,,station|stations
station,fr,gare,preferred,noun,f,gare|gares
stall,en,stall,preferred,noun,,stall|stalls
stall,fr,étal,preferred,noun,m,étal|étals
"""


def find_stale(workspace: Workspace, old: str, french: str, new: str) -> SegmentHelp:
    import_text(workspace, old)
    translate(workspace, "s1", french)
    import_text(workspace, new)
    return find_help(workspace, REF, "s1", "fr")


def test_a_changed_number_is_pinned_and_repaired(workspace: Workspace) -> None:
    french = "Le train est parti. Il y avait 40 wagons."
    found = find_stale(workspace, "The train left. It had 40 cars.", french, "The train left. It had 42 cars.")
    assert (found.target, [french[pin.start : pin.end] for pin in found.pins]) == (french, ["Il y avait 40 wagons."])
    assert found.repair is not None
    assert (found.repair.text, found.repair.reasons) == (french.replace("40", "42"), ("number 40 -> 42",))


def test_a_typo_mended_in_the_english_pins_nothing(workspace: Workspace) -> None:
    found = find_stale(workspace, "The trian left at dawn.", "Le train est parti à l’aube.", "The train left at dawn.")
    assert (found.pins, found.repair) == ((), None)


def test_a_fresh_translation_has_no_pins(workspace: Workspace) -> None:
    import_text(workspace, "The train left.")
    translate(workspace, "s1", "Le train est parti.")
    found = find_help(workspace, REF, "s1", "fr")
    assert (found.pins, found.repair) == ((), None)


@pytest.mark.parametrize(
    ("old", "new", "french", "expected"),
    [
        pytest.param("warehouse", "stall", "un entrepôt", "un étal", id="same gender and number"),
        pytest.param("warehouse", "station", "un entrepôt", None, id="other gender"),
        pytest.param("warehouse", "stalls", "un entrepôt", None, id="other number"),
    ],
)
def test_a_term_is_exchanged_where_the_words_around_may_stay(
    workspace: Workspace, tmp_path: Path, old: str, new: str, french: str, expected: str | None
) -> None:
    glossary = tmp_path / "places.csv"
    glossary.write_text(GLOSSARY, encoding="utf-8")
    load_glossary(workspace, [glossary])
    found = find_stale(
        workspace,
        f"They were taken to one {old} in the night.",
        f"On les a emmenés dans {french} pendant la nuit.",
        f"They were taken to one {new} in the night.",
    )
    text = None if expected is None else f"On les a emmenés dans {expected} pendant la nuit."
    assert (found.repair and found.repair.text) == text
    assert len(found.pins) == 1


def test_the_paragraphs_beside_a_text_make_a_context_match_at_either_end(workspace: Workspace) -> None:
    import_text(workspace, "The first.\n\nThe same text.\n\nThe last.\n\nThe first.\n\nThe same text.\n\nThe last.")
    translate(workspace, "s2", "Le même texte.")
    assert [match.score for match in find_help(workspace, REF, "s5", "fr").matches] == [101]
    translate(workspace, "s3", "La fin.")
    translate(workspace, "s4", "Le début.")
    # Each stands beside other paragraphs, or beside none: equal, but out of another context.
    assert [match.score for match in find_help(workspace, REF, "s6", "fr").matches][:1] == [100]
    assert [match.score for match in find_help(workspace, REF, "s1", "fr").matches][:1] == [100]
