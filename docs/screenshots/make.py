"""Make the screenshots of the README and the pages from the real program on the demo workspace.

Needs `chromium` or `chromium-browser` on the machine: it draws the SVG that Textual writes as a PNG.
"""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tms.config import settings_for
from tms.tui import TmsApp
from tms.workflow.demo import WEDDING, build_demo
from tms.workflow.workspace import open_workspace

HERE = Path(__file__).parent
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


async def take(name: str, folder: Path, size: tuple[int, int], keys: tuple[str, ...], ref: str | None = None) -> None:
    """Drive the program with keys and keep what it shows."""
    workspace = open_workspace(settings_for(folder))
    app = TmsApp(workspace.settings, workspace, open_ref=ref)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1.0)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        await pilot.pause(1.0)
        svg = app.export_screenshot()
    workspace.close()
    draw(svg, HERE / f"{name}.png", size)


def draw(svg: str, target: Path, size: tuple[int, int]) -> None:
    """Draw an SVG as a PNG in a browser without a window."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("chromium is needed to draw the screenshots")
    width, height = int(size[0] * 12.2 + 20), int(size[1] * 24.4 + 54)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        # The fonts that the SVG asks for are on a server; those of the machine do.
        style = "body{margin:0}svg{display:block;width:100%;height:auto}"
        page.write_text(f"<meta charset=utf-8><style>{style}</style>{svg}", encoding="utf-8")
        command = [browser, *QUIET, f"--user-data-dir={folder}/profile", f"--screenshot={target}"]
        subprocess.run([*command, f"--window-size={width},{height}", page.as_uri()], check=True, capture_output=True)


def main() -> None:
    """Make them all."""
    with tempfile.TemporaryDirectory() as folder:
        demo = build_demo(Path(folder) / "demo", has_tour=False)
        asyncio.run(take("articles", demo, (120, 30), ()))
        asyncio.run(take("desk", demo, (120, 36), ("ctrl+o",), WEDDING))
        asyncio.run(take("desk-80x24", demo, (80, 24), ("ctrl+o",), WEDDING))
        asyncio.run(take("progress", demo, (120, 36), ("ctrl+g", "d")))
        asyncio.run(take("findings", demo, (120, 36), ("f3",)))
        asyncio.run(take("glossary", demo, (120, 36), ("ctrl+g", "g", *"uigur")))


if __name__ == "__main__":
    main()
