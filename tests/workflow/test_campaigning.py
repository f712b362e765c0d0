"""Changing a term reaches every paragraph that has the old form, published ones too, as drafts for review."""

from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, import_text, translate
from tms.errors import NotFoundError
from tms.values import EventKind, Origin, State
from tms.workflow.campaigning import apply_impact, find_impact, find_uses, undo_impact
from tms.workflow.deciding import change_concept, get_concept
from tms.workflow.editing import keep_working_copy
from tms.workflow.exporting import export_articles
from tms.workflow.glossary_files import load_glossary
from tms.workflow.reading import list_history, load_row
from tms.workflow.reviewing import approve_all
from tms.workflow.term_texts import from_toml
from tms.workflow.workspace import Workspace

GLOSSARY = """\
[ferryman]
[ferryman.en]
preferred = "ferryman"
forms = ["ferryman", "ferrymen"]

[ferryman.fr]
preferred = "batelier"
gender = "m"
forms = ["batelier", "bateliers"]
"""
CHANGED = GLOSSARY.replace(
    'preferred = "batelier"\ngender = "m"\nforms = ["batelier", "bateliers"]',
    'preferred = "ouvrier du bac"\ngender = "m"\nforms = ["ouvrier du bac", "ouvriers du bac"]',
)
TEXT = (
    "The ferrymen\n\nA ferryman slept.\n\nThe ferrymen <b>sang</b>.\n\nNobody saw the ferrymen.\n\nThe river is high.\n"
)
FRENCH = [
    "Les bateliers",
    "L’un des bateliers dormait.",
    "Les <b>bateliers</b> chantaient.",
    "Nul ne vit personne.",
    "Haut.",
]


@pytest.fixture
def river(any_workspace: Workspace, tmp_path: Path) -> Workspace:
    path = tmp_path / "town.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    load_glossary(any_workspace, [path])
    import_text(any_workspace, TEXT)
    for number, text in enumerate(FRENCH, 1):
        translate(any_workspace, f"s{number}", text)
    return any_workspace


def _change(workspace: Workspace) -> None:
    change_concept(workspace, from_toml(CHANGED, "ferryman"), expect=get_concept(workspace, "ferryman"), reason="asked")


def _reach(workspace: Workspace) -> list[tuple[str, str, str | None]]:
    return [(row.segment, row.found, row.proposed) for row in find_impact(workspace, "ferryman")]


def test_a_changed_term_reaches_what_has_the_old_one_and_what_has_none(river: Workspace) -> None:
    assert _reach(river) == [("s4", "", None)]
    _change(river)
    assert _reach(river) == [
        ("s1", "bateliers", "Les ouvriers du bac"),
        ("s2", "bateliers", "L’un des ouvriers du bac dormait."),
        ("s3", "bateliers", "Les <b>ouvriers du bac</b> chantaient."),
        ("s4", "", None),
    ]


def test_published_paragraphs_say_so(river: Workspace) -> None:
    translate(river, "s4", "Nul ne vit les bateliers.")
    approve_all(river, RIVER, "fr")
    export_articles(river, [RIVER], "fr", "source")
    _change(river)
    rows = find_impact(river, "ferryman", language="fr", ref=RIVER)
    assert [(row.segment, row.state, row.is_published) for row in rows] == [
        (f"s{number}", State.REVIEWED, True) for number in range(1, 5)
    ]


def test_applied_changes_are_drafts_that_shut_the_gate_until_somebody_read_them(river: Workspace) -> None:
    _change(river)
    done = apply_impact(river, "ferryman", RIVER, "fr", reason="the town says so")
    assert done.segments == ("s1", "s2", "s3")
    assert [key for key, _ in done.left] == ["s4"]
    row = load_row(river, RIVER, "s2", "fr")
    assert (row.text, row.state, row.origin, row.engine) == (
        "L’un des ouvriers du bac dormait.",
        State.DRAFT,
        Origin.MACHINE,
        "glossary",
    )
    event = list_history(river, RIVER, "s2", "fr")[0]
    assert (event.kind, event.reason) == (EventKind.REPLACED, "the town says so")


def test_only_the_paragraphs_that_were_chosen_change(river: Workspace) -> None:
    _change(river)
    assert apply_impact(river, "ferryman", RIVER, "fr", keys={"s2"}).segments == ("s2",)
    assert load_row(river, RIVER, "s1", "fr").text == "Les bateliers"


def test_a_paragraph_that_somebody_is_typing_in_is_left_alone(river: Workspace) -> None:
    _change(river)
    keep_working_copy(river, RIVER, "s1", "fr", "Les bateliers d", load_row(river, RIVER, "s1", "fr").revision)
    done = apply_impact(river, "ferryman", RIVER, "fr")
    assert ("s1", "you typed here and did not save") in done.left
    assert load_row(river, RIVER, "s1", "fr").text == "Les bateliers"


def test_an_application_is_taken_back_where_nobody_wrote_since(river: Workspace) -> None:
    _change(river)
    done = apply_impact(river, "ferryman", RIVER, "fr")
    translate(river, "s1", "Les gens du bac")
    assert undo_impact(river, done) == ("s2", "s3")
    texts = [load_row(river, RIVER, key, "fr").text for key in ("s1", "s2", "s3")]
    assert texts == ["Les gens du bac", "L’un des bateliers dormait.", "Les <b>bateliers</b> chantaient."]
    assert load_row(river, RIVER, "s2", "fr").state is State.TRANSLATED


def test_a_language_that_the_article_has_not_is_told(river: Workspace) -> None:
    with pytest.raises(NotFoundError, match="is not translated into 'de'"):
        find_impact(river, "ferryman", language="de", ref=RIVER)


def test_where_a_concept_stands_is_listed_in_both_languages(river: Workspace) -> None:
    uses = [(use.segment, use.language, use.text[use.start : use.end]) for use in find_uses(river, "ferryman")]
    assert uses == [
        ("s1", "en", "ferrymen"),
        ("s1", "fr", "bateliers"),
        ("s2", "en", "ferryman"),
        ("s2", "fr", "bateliers"),
        ("s3", "en", "ferrymen"),
        ("s3", "fr", "bateliers"),
        ("s4", "en", "ferrymen"),
    ]
