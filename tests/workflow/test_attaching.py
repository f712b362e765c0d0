"""Taking over an existing translation."""

from pathlib import Path

import pytest

from tests.workflow.articles import RIVER, import_text, translate, write_file
from tms.errors import GateError, InputError
from tms.values import Save, State
from tms.workflow.attaching import attach
from tms.workflow.editing import save_translation
from tms.workflow.exporting import export_articles
from tms.workflow.reading import list_articles, load_desk
from tms.workflow.reviewing import approve, approve_all
from tms.workflow.workspace import Workspace

ENGLISH = """# The well

Every morning in 1998 the women walked to the well in Kashgar.

Nobody asked who had dug it.

- Rope
- Bucket

It was closed by order of the council on 3 May 2017.
"""
SPANISH = """# El pozo

Cada mañana de 1998 las mujeres caminaban hasta el pozo de Kasgar.

Nadie preguntaba quién lo había cavado.

- Cuerda
- Cubo

Lo cerraron por orden del consejo el 3 de mayo de 2017.
"""


@pytest.fixture
def well(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, ENGLISH, name="river.md")
    return any_workspace


def texts(workspace: Workspace) -> list[str | None]:
    return [row.text for row in load_desk(workspace, RIVER, "es").rows]


def test_a_translation_of_the_same_shape_is_taken_over_whole(well: Workspace, tmp_path: Path) -> None:
    plan = attach(well, RIVER, "es", write_file(tmp_path, "es.md", SPANISH))
    assert [(one.keys, one.outcome) for one in plan] == [((f"s{n}",), "attached") for n in range(1, 7)]
    rows = load_desk(well, RIVER, "es").rows
    assert {row.state for row in rows} == {State.TRANSLATED}
    approve_all(well, RIVER, "es")
    (export,) = export_articles(well, [RIVER], "es", "source")
    assert export.data.decode() == SPANISH


def test_a_paragraph_that_was_not_translated_stays_open(well: Workspace, tmp_path: Path) -> None:
    missing = SPANISH.replace("Nadie preguntaba quién lo había cavado.\n\n", "")
    attach(well, RIVER, "es", write_file(tmp_path, "es.md", missing))
    assert texts(well)[2] is None
    assert texts(well)[1] == "Cada mañana de 1998 las mujeres caminaban hasta el pozo de Kasgar."
    assert texts(well)[5] == "Lo cerraron por orden del consejo el 3 de mayo de 2017."


def test_what_stands_already_is_listed_and_never_replaced(well: Workspace, tmp_path: Path) -> None:
    translate(well, "s2", "Mi texto de 1998 en Kasgar.", language="es")
    plan = attach(well, RIVER, "es", write_file(tmp_path, "es.md", SPANISH))
    assert texts(well)[1] == "Mi texto de 1998 en Kasgar."
    (kept,) = [one for one in plan if one.outcome == "kept"]
    assert (kept.keys, kept.standing_text) == (("s2",), "Mi texto de 1998 en Kasgar.")


def test_a_dry_run_changes_nothing(well: Workspace, tmp_path: Path) -> None:
    attach(well, RIVER, "es", write_file(tmp_path, "es.md", SPANISH), is_dry_run=True)
    assert texts(well) == [None] * 6


def test_a_paragraph_cut_in_two_is_joined_by_a_blank_line(well: Workspace, tmp_path: Path) -> None:
    cut = SPANISH.replace(" el 3 de mayo de 2017.", ".\n\nFue el 3 de mayo de 2017.")
    attach(well, RIVER, "es", write_file(tmp_path, "es.md", cut))
    assert texts(well)[5] == "Lo cerraron por orden del consejo.\n\nFue el 3 de mayo de 2017."


@pytest.fixture
def joined(well: Workspace, tmp_path: Path) -> Workspace:
    """Two English paragraphs whose Spanish is one."""
    one = SPANISH.replace("pozo de Kasgar.\n\nNadie", "pozo de Kasgar, y en 1998 nadie")
    attach(well, RIVER, "es", write_file(tmp_path, "es.md", one))
    assert load_desk(well, RIVER, "es").rows[2].covered_by == "s2"
    return well


def test_two_paragraphs_in_one_count_as_translated_and_come_out_once(joined: Workspace) -> None:
    (article,) = list_articles(joined)
    assert article.languages[1].coverage == 1.0
    approve_all(joined, RIVER, "es")
    (export,) = export_articles(joined, [RIVER], "es", "source")
    assert export.data.decode().count("1998 nadie preguntaba") == 1
    assert "Nobody" not in export.data.decode()


def test_a_covered_paragraph_is_open_again_when_the_text_that_covers_it_is_gone(joined: Workspace) -> None:
    save_translation(joined, Save(RIVER, "s2", "es", ""))
    row = load_desk(joined, RIVER, "es").rows[2]
    assert (row.covered_by, row.state, row.needs_work) == (None, State.INITIAL, True)


def test_a_covered_paragraph_is_open_again_when_the_one_that_covers_it_leaves_the_article(joined: Workspace) -> None:
    import_text(
        joined,
        ENGLISH.replace("Every morning in 1998 the women walked to the well in Kashgar.\n\n", ""),
        name="river.md",
    )
    rows = load_desk(joined, RIVER, "es").rows
    assert [(row.key, row.covered_by, row.state) for row in rows if row.key == "s3"] == [("s3", None, State.INITIAL)]


def test_confirming_a_covered_draft_keeps_it_covered(joined: Workspace) -> None:
    save_translation(joined, Save(RIVER, "s3", "es", "", State.TRANSLATED))
    row = load_desk(joined, RIVER, "es").rows[2]
    assert (row.covered_by, row.state) == ("s2", State.TRANSLATED)


def test_a_covered_paragraph_whose_english_changed_shuts_the_gate(joined: Workspace) -> None:
    rows = load_desk(joined, RIVER, "es").rows
    approve(joined, RIVER, [row.key for row in rows if row.key != "s3"], "es")
    import_text(joined, ENGLISH.replace("Nobody asked", "5,000 people asked"), name="river.md")
    with pytest.raises(GateError) as caught:
        export_articles(joined, [RIVER], "es", "source")
    assert any("out of date" in reason for reason in caught.value.reasons)


def test_the_english_file_itself_is_refused(well: Workspace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="source language"):
        attach(well, RIVER, "es", write_file(tmp_path, "en.md", ENGLISH))
    assert texts(well) == [None] * 6
