"""Finding in all texts, going there and back; other words in many paragraphs, one left out, all taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update
from sqlmodel import col

from tms.models import Article
from tms.tui.hits import mark_words
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.replace import ReplaceScreen
from tms.tui.screens.search import SearchScreen
from tms.tui.swaps import Swaps
from tms.tui.widgets.hit_list import HitList
from tms.values import Hit, Kind, Save, State, Swap
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.reading import load_row

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

SIZES = [(120, 40), (80, 24)]
ROAD = "example/road"
ENGLISH = "The road\n\nThe gate was shut.\n\nNo gate opened [bold]again[/bold].\n\nWe left in May.\n"
FRENCH = ("La route", "Le portail était fermé.", "Aucun portail ne s’est rouvert.", "Portail : nous sommes partis.")


@pytest.fixture
def road(workspace: Workspace) -> Workspace:
    path = workspace.settings.projects / "example" / "road.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [path]))
    for number, text in enumerate(FRENCH, 1):
        save_translation(workspace, Save(ROAD, f"s{number}", "fr", text, State.TRANSLATED))
    return workspace


def texts(workspace: Workspace) -> tuple[str | None, ...]:
    return tuple(load_row(workspace, ROAD, f"s{number}", "fr").text for number in range(1, 5))


def screen(stage: Stage) -> SearchScreen:
    assert isinstance(stage.app.screen, SearchScreen)
    return stage.app.screen


async def search(stage: Stage, words: str, count: int) -> None:
    await stage.press("ctrl+g", "S")
    await stage.until(lambda: isinstance(stage.app.screen, SearchScreen))
    await stage.type(words)
    await stage.until(lambda: screen(stage).query_.words == words and not screen(stage).is_searching)
    assert len(screen(stage).hits) == count


@pytest.mark.parametrize("size", SIZES)
async def test_words_are_found_opened_selected_and_found_again_on_the_way_back(
    play: Play, road: Workspace, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await search(stage, "portail", 3)
        assert "⟦portail⟧" in stage.text
        assert "The gate was shut." in stage.text
        await stage.press("down", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.row is not None)
        assert stage.desk.key == "s3"
        assert stage.desk.board.editor.selected_text == "portail"
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, SearchScreen) and not screen(stage).is_searching)
        hit = screen(stage).hit
        assert hit is not None
        assert hit.segment == "s3"


async def test_from_a_desk_its_article_is_searched_and_one_key_widens_that(play: Play, road: Workspace) -> None:
    async with play(open_ref=ROAD) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.row is not None)
        await search(stage, "uyghur", 0)
        assert "Nothing has these words" in stage.text
        await stage.press("ctrl+g", "s", "ctrl+g", "s")
        await stage.until(lambda: not screen(stage).is_searching and screen(stage).hits)
        assert "in all articles" in stage.text
        await stage.press("ctrl+g", "s")
        await stage.see("in paragraph s1 of example/road")
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))


async def test_what_cannot_be_searched_is_said_and_hostile_text_is_shown_as_it_is(play: Play, road: Workspace) -> None:
    async with play() as stage:
        await search(stage, "[bold]", 1)
        assert "⟦[bold]⟧again[/bold]" in stage.text
        await stage.press("ctrl+g", "x", "ctrl+a", "ctrl+k")
        await stage.type("(a")
        await stage.see("no regular expression")


@pytest.mark.parametrize("size", SIZES)
async def test_other_words_are_looked_at_one_is_left_out_and_all_are_taken_back(
    play: Play, road: Workspace, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await search(stage, "portail", 3)
        await stage.press("ctrl+r")
        await stage.until(lambda: isinstance(stage.app.screen, ReplaceScreen))
        await stage.type("grand mur")
        await stage.see("3 taken in")
        assert "[-portail-]{+grand mur+}" in stage.text
        assert "{+Grand mur+}" in stage.text
        await stage.press("enter", "space")
        await stage.see("1 left out")
        await stage.press("ctrl+s")
        await stage.see("2 paragraphs changed")
        assert texts(road) == (
            "La route",
            FRENCH[1],
            "Aucun grand mur ne s’est rouvert.",
            "Grand mur : nous sommes partis.",
        )
        await stage.press("ctrl+g", "z")
        await stage.see("2 paragraphs have their text back")
        assert texts(road) == FRENCH


async def test_a_replacement_that_has_the_words_again_is_not_offered_twice(play: Play, road: Workspace) -> None:
    async with play() as stage:
        await search(stage, "portail", 3)
        await stage.press("ctrl+r")
        await stage.until(lambda: isinstance(stage.app.screen, ReplaceScreen))
        await stage.type("grand portail")
        await stage.see("3 taken in")
        await stage.press("enter", "space", "ctrl+s")
        await stage.see("2 paragraphs changed")
        assert "1 left out" in stage.text
        await stage.press("ctrl+s")
        assert "not now" in stage.text
        assert texts(road)[2:] == ("Aucun grand portail ne s’est rouvert.", "Grand portail : nous sommes partis.")


async def test_what_is_typed_at_the_desk_is_stored_first_and_left_alone(play: Play, road: Workspace) -> None:
    async with play(open_ref=ROAD) as stage:
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.row is not None)
        await stage.desk.go_to("s2")
        await stage.type("x")
        await search(stage, "portail", 3)
        await stage.press("ctrl+r")
        await stage.until(lambda: isinstance(stage.app.screen, ReplaceScreen))
        await stage.type("mur")
        await stage.see("you typed here and did not save")
        await stage.press("enter", "ctrl+s")
        await stage.see("2 paragraphs changed")
        assert load_row(road, ROAD, "s2", "fr").working_text == "Le portail était fermé.x"
        await stage.press("escape", "escape", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.paragraphs is not None)
        await stage.until(
            lambda: (
                stage.desk.paragraphs and stage.desk.paragraphs.get("s3").text == FRENCH[2].replace("portail", "mur")
            )
        )


async def test_another_evening_the_last_replacement_is_still_taken_back(play: Play, road: Workspace) -> None:
    async with play() as stage:
        await search(stage, "portail", 3)
        await stage.press("ctrl+r")
        await stage.until(lambda: isinstance(stage.app.screen, ReplaceScreen))
        await stage.type("mur")
        await stage.see("3 taken in")
        await stage.press("ctrl+s")
        await stage.see("3 paragraphs changed")
    async with play() as stage:
        await search(stage, "", 0)
        await stage.press("ctrl+g", "z")
        await stage.see("3 paragraphs have their text back")
        assert texts(road) == FRENCH


async def test_nothing_of_a_labelled_article_is_shown_or_changed_before_it_was_opened(
    play: Play, road: Workspace
) -> None:
    with road.writing() as session:
        session.execute(update(Article).where(col(Article.slug) == "road").values(label="torture"))
    async with play() as stage:
        await search(stage, "portail", 3)
        assert "content notice: torture" in stage.text
        assert "shown when the article is opened" in stage.text
        await stage.press("ctrl+r")
        await stage.until(lambda: isinstance(stage.app.screen, ReplaceScreen))
        await stage.type("mur")
        await stage.see("labelled: open the article first")
        assert "rouvert" not in stage.text
        assert "3 left alone" in stage.text


@pytest.mark.parametrize(
    ("text", "spans", "width", "shown"),
    [
        pytest.param("a word here", [(2, 6)], 40, "a ⟦word⟧ here", id="all of it"),
        pytest.param(
            "one two three four five six seven", [(14, 18)], 24, "…three ⟦four⟧ five six seven", id="around it"
        ),
        pytest.param("a\x1b[31mb\nc", [(0, 1)], 40, "⟦a⟧␛[31mb␤c", id="controls are symbols"),
        pytest.param("abc abc", [(0, 3), (4, 7)], 40, "⟦abc⟧ ⟦abc⟧", id="twice"),
    ],
)
def test_words_are_marked_in_their_line(text: str, spans: list[tuple[int, int]], width: int, shown: str) -> None:
    assert "".join(run for run, _ in mark_words(text, spans, width)) == shown


def test_thousands_of_hits_cost_no_more_than_those_in_sight() -> None:
    hit = Hit("blog/a", "s1", 1, "fr", State.DRAFT, "a word", "un mot", ((0, 1),))
    shown = HitList()
    shown.row_width = 120
    shown.rows = [hit] * 10_000
    assert sum(shown.measure_row(index) for index in range(10_000)) == 10_000


def test_a_whole_article_is_left_out_and_taken_in() -> None:
    swaps = Swaps([make_swap("s1"), make_swap("s2"), make_swap("s3", "somebody is typing here")])
    swaps.toggle(swaps.rows[0])
    swaps.toggle_article(swaps.rows[0])
    assert swaps.list_taken() == []
    swaps.toggle_article(swaps.rows[0])
    assert [swap.segment for swap in swaps.list_taken()] == ["s1", "s2"]
    swaps.findings[("blog/a", "fr", "s1")] = ("two spaces",)
    assert swaps.describe_counts() == "2 taken in, 1 left alone, ! 1 with new findings"
    assert "! two spaces" in swaps.describe_one(swaps.rows[0]).text


def make_swap(segment: str, obstacle: str = "") -> Swap:
    return Swap("blog/a", segment, 1, "fr", State.REVIEWED, 1, Kind.PARAGRAPH, "a", "b", "c", 1, obstacle=obstacle)
