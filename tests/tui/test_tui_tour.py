"""The tour on the sample workspace: five steps that are really done, left at any time, shown once."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import Stage
from tms.config import Preferences, settings_for
from tms.tui import TmsApp
from tms.tui.habits import Habits
from tms.tui.language import LANGUAGES, use_language
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.home import HomeScreen
from tms.tui.tour import STEPS, Tour
from tms.values import State
from tms.workflow.demo import LETTERS, build_demo
from tms.workflow.reading import load_desk
from tms.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tms.workflow.workspace import Workspace

    Visit = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def visit(workspace: Workspace, tmp_path: Path) -> Visit:
    """Start the program on the sample, at home; each start remembers what the one before left."""

    @asynccontextmanager
    async def _visit(size: tuple[int, int] = (120, 40), *, has_tour: bool = True) -> AsyncIterator[Stage]:
        settings = replace(workspace.settings, has_tour=has_tour)
        app = TmsApp(settings, workspace, preferences=Preferences(tmp_path / "own", tmp_path / "own"))
        async with app.run_test(size=size, notifications=True) as pilot:
            stage = Stage(app, pilot, workspace)
            await stage.see("A wedding")
            yield stage

    return _visit


def number_of(stage: Stage) -> int | None:
    """At which step the tour is, from 1."""
    number = stage.app.tour.number
    return None if number is None else number + 1


async def open_next(stage: Stage) -> None:
    """Open what stands first."""
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.key is not None)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_five_steps_are_done_by_doing_what_the_panel_says(visit: Visit, size: tuple[int, int]) -> None:
    async with visit(size) as stage:
        await stage.see("Tour, 1 of 5")
        assert "Enter opens it" in stage.text
        await open_next(stage)
        await stage.see("Tour, 2 of 5")
        await stage.see("proposal")
        assert "^G a takes what is proposed" in stage.text
        await stage.press("ctrl+g", "a")
        await stage.see("Tour, 3 of 5")
        assert "^J confirms the text" in stage.text
        await stage.press("ctrl+j")
        await stage.see("Tour, 4 of 5")
        await stage.see("Matches 1")
        await stage.press("ctrl+g", "1")
        await stage.see("Tour, 5 of 5")
        assert stage.typed.startswith("Écrivez une lettre")
        await stage.press("f1")
        await stage.see("All keys")
        await stage.press("escape")
        await stage.until(lambda: "Tour," not in stage.text)
        assert number_of(stage) is None
        row = load_desk(stage.workspace, LETTERS, "fr").rows[2]
        assert (row.is_stale, row.state) == (False, State.TRANSLATED)
    async with visit(size) as stage:
        assert "Tour," not in stage.text


async def test_saying_that_a_text_still_holds_is_a_step_too_and_goes_on(visit: Visit) -> None:
    async with visit() as stage:
        await open_next(stage)
        await stage.see("Tour, 2 of 5")
        first = stage.desk.key
        await stage.press("ctrl+g", "v")
        await stage.see("Still valid?")
        await stage.type("checked")
        await stage.press("enter")
        await stage.see("Tour, 3 of 5")
        await stage.until(lambda: stage.desk.key != first)


async def test_what_was_refused_is_no_step(visit: Visit) -> None:
    async with visit() as stage:
        await open_next(stage)
        await stage.press("ctrl+g", "space")
        await stage.see("Tour, 3 of 5")
        await stage.press("ctrl+j")
        await stage.see("your text did not")
        assert number_of(stage) == 3


async def test_it_takes_nothing_from_who_types_and_never_more_than_three_lines(visit: Visit) -> None:
    async with visit((80, 24)) as stage:
        await open_next(stage)
        await stage.see("Tour, 2 of 5")
        await stage.press("end")
        await stage.type(" et deux")
        assert stage.typed.endswith(" et deux")
        panel = stage.app.screen.query_one("TourPanel")
        assert panel.size.height <= 3
        assert not panel.can_focus


async def test_it_is_gone_past_left_and_begun_again(visit: Visit) -> None:
    async with visit() as stage:
        await stage.see("Tour, 1 of 5")
        await stage.press("ctrl+g", "space")
        await stage.see("Tour, 2 of 5: it goes on at the desk; Enter at Home opens what is next.")
        await stage.press("ctrl+g", "0")
        await stage.until(lambda: "Tour," not in stage.text)
    async with visit() as stage:
        assert "Tour," not in stage.text
        await stage.press("ctrl+g", "*")
        await stage.see("Tour, 1 of 5")


async def test_who_leaves_in_the_middle_goes_on_there_the_next_time(visit: Visit) -> None:
    async with visit() as stage:
        await open_next(stage)
        await stage.see("Tour, 2 of 5")
    async with visit() as stage:
        await stage.see("Tour, 2 of 5")


async def test_on_another_workspace_there_is_none(visit: Visit) -> None:
    async with visit(has_tour=False) as stage:
        assert isinstance(stage.app.screen, HomeScreen)
        await stage.press("ctrl+g", "*")
        await stage.see("tms demo")
        assert "Tour," not in stage.text


def test_the_sample_says_that_it_has_a_tour(tmp_path: Path) -> None:
    folder = build_demo(tmp_path / "demo")
    assert settings_for(folder, {}).has_tour
    open_workspace(settings_for(folder, {})).close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_fits_into_three_lines_of_eighty_columns_in_every_language(language: str) -> None:
    use_language(language)
    try:
        for number, step in enumerate(STEPS):
            tour = Tour(_remember(number), "/home/amina/translations/tms-demo", is_offered=True)
            assert sum(len(part) + 1 for part in tour.describe(step.where)) <= 3 * 72, step.name
    finally:
        use_language("en")


def _remember(number: int) -> Habits:
    habits = Habits()
    habits.put("tour", STEPS[number].name)
    return habits
