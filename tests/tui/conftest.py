"""A demo workspace, the application on it, and the screen as text."""

import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import textual._wait
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tms.config import settings_for
from tms.tui import TmsApp
from tms.tui.screens.articles import ArticlesScreen
from tms.tui.screens.desk import DeskScreen
from tms.workflow.demo import build_demo
from tms.workflow.workspace import Workspace, open_workspace

# A pilot waits three times this long for each key; the machine is idle long before.
textual._wait.SLEEP_GRANULARITY = 1 / 500
textual._wait.SLEEP_IDLE = textual._wait.SLEEP_GRANULARITY / 4

PATIENCE_SECONDS = 20.0


def read_screen(app: TmsApp) -> str:
    """The screen as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


@dataclass
class Stage:
    """An application that is being driven."""

    app: TmsApp
    pilot: Pilot[None]
    workspace: Workspace

    @property
    def text(self) -> str:
        """What is on the screen."""
        return read_screen(self.app)

    @property
    def desk(self) -> DeskScreen:
        """The desk, which must be on the screen."""
        assert isinstance(self.app.screen, DeskScreen)
        return self.app.screen

    @property
    def typed(self) -> str:
        """What stands in the editor."""
        return self.desk.board.editor.value

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that a worker brings."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, f"waited in vain; on the screen:\n{self.text}"
            await self.pilot.pause(0.02)
        await self.pilot.pause()

    async def see(self, words: str) -> None:
        """Wait until words are on the screen, perhaps over the end of a line."""
        await self.until(lambda: words in self.text or words in " ".join(self.text.split()))


def move_away(folder: Path) -> None:
    """Take the database of a workspace away while it is being worked on."""
    database = folder / ".tms" / "tms.db"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    database.rename(folder / "elsewhere.db")


def bring_back(folder: Path) -> None:
    """Put it back, where nothing must stand by now."""
    assert not (folder / ".tms" / "tms.db").exists(), "an empty database was made in its place"
    (folder / "elsewhere.db").rename(folder / ".tms" / "tms.db")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo workspace, built once; each test works on a copy."""
    return build_demo(tmp_path_factory.mktemp("demo") / "ws", has_tour=False)


@pytest.fixture
def folder(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo workspace."""
    return Path(shutil.copytree(demo, tmp_path / "ws"))


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    """The copy, opened."""
    opened = open_workspace(settings_for(folder, {"TMS_MEMBER": "me"}))
    yield opened
    opened.close()


Play = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def play(workspace: Workspace) -> Play:
    """Open the application on the copy, at the articles or at home: `async with play(is_home=True) as stage`."""

    @asynccontextmanager
    async def _play(
        size: tuple[int, int] = (120, 40),
        open_ref: str | None = None,
        on: Workspace = workspace,
        *,
        is_home: bool = False,
    ) -> AsyncIterator[Stage]:
        app = TmsApp(on.settings, on, open_ref=open_ref)
        async with app.run_test(size=size, notifications=True) as pilot:
            stage = Stage(app, pilot, workspace)
            await stage.until(lambda: "reading …" not in stage.text and "opening …" not in stage.text)
            if open_ref is None and not is_home:
                await stage.press("a")
                await stage.until(
                    lambda: isinstance(stage.app.screen, ArticlesScreen) and "reading …" not in stage.text
                )
            yield stage

    return _play
