"""The alignment screen: attach a file, see what is doubtful, mend it with a key, write it or leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tms.tui.screens.alignment import AlignmentScreen
from tms.tui.screens.alignment_dialogs import ChoiceDialog, FileDialog
from tms.tui.screens.articles import ArticlesScreen
from tms.tui.widgets.alignment_list import AlignmentList
from tms.values import AlignedPair, AlignmentPlan, AlignmentSource, AlignmentTarget, Kind, Save, make_alignment
from tms.workflow.attaching import attach
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.reading import list_history, load_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

RIVER = "example/the-river"
ENGLISH = """The river

Nobody crossed the river in 2014.

The bridge has been closed since 2016, and 4,000 people live on the other side.

My uncle received a letter once a month.
"""
FRENCH = (
    "Le fleuve",
    "Personne n’a traversé le fleuve en 2014.",
    "Le pont est fermé depuis 2016, et 4 000 personnes vivent sur l’autre rive.",
    "Mon oncle recevait une lettre par mois.",
)
NOTE = "Note de la traduction. Le pont a rouvert en mai, mais on ne le traverse toujours qu’à pied."
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=["80x24", "120x40", "60x20"])


@pytest.fixture
def file(workspace: Workspace) -> Path:
    """A French file in the project's folder, beside an article that has no French yet."""
    folder = workspace.settings.projects / "example"
    article = folder / "the-river.txt"
    article.write_text(ENGLISH, encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [article]))
    path = folder / "fr" / "the-river.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n\n".join((*FRENCH[:3], NOTE, FRENCH[3])), encoding="utf-8")
    return path


@pytest.fixture
def attached(workspace: Workspace, file: Path) -> Workspace:
    """The file attached."""
    attach(workspace, RIVER, "fr", file)
    return workspace


def texts(workspace: Workspace) -> list[str | None]:
    return [row.text for row in load_desk(workspace, RIVER, "fr").rows]


async def choose_file(stage: Stage) -> None:
    await stage.type("river")
    await stage.press("ctrl+g", "a")
    await stage.until(lambda: isinstance(stage.app.screen, FileDialog))
    await stage.type("fr/ river")
    await stage.see("fr/the-river.txt")
    await stage.press("enter")
    await open_rows(stage)


async def open_repair(stage: Stage) -> None:
    await stage.type("river")
    await stage.press("ctrl+g", "r")
    await open_rows(stage)


async def open_rows(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, AlignmentScreen) and screen(stage).plan is not None)


def screen(stage: Stage) -> AlignmentScreen:
    assert isinstance(stage.app.screen, AlignmentScreen)
    return stage.app.screen


async def go_to(stage: Stage, row: int) -> None:
    await stage.press("home", *["down"] * row)
    assert screen(stage).table.cursor == row


async def write(stage: Stage) -> None:
    await stage.press("ctrl+s")
    await stage.until(lambda: isinstance(stage.app.screen, ArticlesScreen))


@SIZES
@pytest.mark.usefixtures("file")
async def test_a_file_is_attached_with_a_look_at_it(play: Play, workspace: Workspace, size: tuple[int, int]) -> None:
    async with play(size=size) as stage:
        await choose_file(stage)
        for words in ("EN → FR", "┃", "Nobody crossed", "Personne", "✓", "+", "^S", "none doubtful"):
            assert words in stage.text
        assert [line for line in stage.text.split("\n") if cell_len(line) > size[0]] == []
        await write(stage)
    assert texts(workspace) == [*FRENCH[:3], NOTE, FRENCH[3]]


@pytest.fixture
def odd_file(file: Path) -> Path:
    """A file whose third paragraph says something else."""
    file.write_text(
        "\n\n".join(
            (*FRENCH[:2], "Le pont est fermé depuis 1950, et 12 personnes vivent sur l’autre rive.", FRENCH[3])
        ),
        encoding="utf-8",
    )
    return file


@pytest.mark.usefixtures("odd_file")
async def test_what_is_doubtful_is_said_in_words_and_reached_by_a_key(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await choose_file(stage)
        row = screen(stage).row
        assert row is not None
        assert row.is_doubtful
        await stage.see("? doubtful")
        await stage.press("home", "n")
        assert screen(stage).row == row
        await stage.press("a")
        await stage.see("by hand")
        await write(stage)
    assert "Le pont est fermé depuis 1950, et 12 personnes vivent sur l’autre rive." in texts(workspace)


async def test_every_operation_has_a_key_and_undo_takes_each_back(play: Play, attached: Workspace) -> None:
    async with play() as stage:
        await open_repair(stage)
        plan = screen(stage).plan
        assert plan is not None
        for key in ("j", "d", "u", "c"):
            await go_to(stage, 1)
            await stage.press(key)
            now = screen(stage).plan
            assert now is not None
            assert now.alignment != plan.alignment, key
            assert "not written" in stage.text
            await stage.press("z")
            undone = screen(stage).plan
            assert undone is not None
            assert undone.alignment == plan.alignment, key
        assert texts(attached) == [*FRENCH[:3], NOTE, FRENCH[3]]


async def test_a_text_is_carried_to_another_row(play: Play, attached: Workspace) -> None:
    async with play() as stage:
        await open_repair(stage)
        await go_to(stage, 1)
        await stage.press("m")
        await stage.see("press the same key")
        await stage.press("down", "m")
        await write(stage)
    assert texts(attached) == [FRENCH[0], FRENCH[2], FRENCH[1], NOTE, FRENCH[3]]
    assert [e.after for e in list_history(attached, RIVER, "s2", "fr")] == [FRENCH[2], FRENCH[1]]


async def test_a_note_is_split_at_a_sentence_and_a_part_of_it_left_out(play: Play, attached: Workspace) -> None:
    async with play() as stage:
        await open_repair(stage)
        await go_to(stage, 3)
        await stage.press("s")
        await stage.press("down", "c")
        await stage.see("left out")
        await write(stage)
    assert texts(attached) == [*FRENCH[:3], "Note de la traduction.", FRENCH[3]]


async def test_several_places_to_split_are_a_choice(play: Play, attached: Workspace) -> None:
    save_translation(attached, Save(RIVER, "s4", "fr", "Un. Deux. Trois."))
    async with play() as stage:
        await open_repair(stage)
        await stage.press("end", "s")
        await stage.until(lambda: isinstance(stage.app.screen, ChoiceDialog))
        assert "Deux. Trois." in stage.text
        await stage.press("down", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, ChoiceDialog) and "changed or approved" in stage.text)
        await stage.press("down", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, AlignmentScreen))
        await write(stage)
    assert texts(attached)[-2:] == ["Un. Deux.", "Trois."]


async def test_what_a_person_changed_is_asked_for_once(play: Play, attached: Workspace) -> None:
    save_translation(attached, Save(RIVER, "s2", "fr", "Ma version."))
    async with play() as stage:
        await open_repair(stage)
        await go_to(stage, 1)
        await stage.see("changed by me since")
        await stage.press("c")
        await stage.until(lambda: isinstance(stage.app.screen, ChoiceDialog))
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, AlignmentScreen))
        plan = screen(stage).plan
        assert plan is not None
        assert plan.alignment.before is None
        await stage.press("c")
        await stage.until(lambda: isinstance(stage.app.screen, ChoiceDialog))
        await stage.press("down", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, AlignmentScreen))
        await stage.see("not written")


async def test_leaving_with_changes_takes_two_steps_and_writes_nothing(play: Play, attached: Workspace) -> None:
    async with play() as stage:
        await open_repair(stage)
        await stage.press("j", "escape")
        await stage.see("nothing is written yet")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, ArticlesScreen))
    assert texts(attached) == [*FRENCH[:3], NOTE, FRENCH[3]]


@pytest.mark.usefixtures("file")
async def test_what_cannot_be_aligned_is_told_and_one_is_where_one_was(play: Play) -> None:
    async with play() as stage:
        await stage.type("river")
        await stage.press("ctrl+g", "r")
        await stage.until(lambda: isinstance(stage.app.screen, ArticlesScreen) and "has no translation" in stage.text)


async def test_a_path_is_completed(play: Play, file: Path) -> None:
    async with play() as stage:
        await stage.type("river")
        await stage.press("ctrl+g", "a")
        await stage.until(lambda: isinstance(stage.app.screen, FileDialog))
        await stage.type(f"{file.parent}/the-r")
        await stage.press("tab", "enter")
        await open_rows(stage)
        assert screen(stage).path == file


async def test_the_desk_shows_a_note_and_takes_a_new_one(play: Play, attached: Workspace) -> None:
    async with play() as stage:
        await stage.type("river")
        await stage.press("enter")
        await stage.see("only in this translation")
        await stage.press("ctrl+g", "e")
        await stage.until(lambda: len(stage.desk.paragraphs.rows if stage.desk.paragraphs else ()) == 6)
        row = stage.desk.row
        assert row is not None
        assert row.is_local
        await stage.type("Encore une note.")
        await stage.press("ctrl+s")
        await stage.see("saved")
        await stage.until(lambda: "Encore une note." in texts(attached))


def test_of_ten_thousand_rows_each_takes_three_lines_at_most() -> None:
    count = 10_000
    source = tuple(AlignmentSource(f"s{n}", Kind.PARAGRAPH, f"Source {n}. " * 20, 0) for n in range(count))
    target = tuple(AlignmentTarget(f"Texte {n}. " * 20) for n in range(count))
    pairs = [AlignedPair((n,), (n,), 0.9) for n in range(count)]
    plan = AlignmentPlan("a/b", "", "en", "fr", source, target, make_alignment(pairs))
    table = AlignmentList()
    table.plan = plan
    table.row_width = 100
    assert sum(table.measure_row(index) for index in range(count)) == count * 3
