"""Put texts into a workspace the way people do: as files, through import."""

from pathlib import Path

from tms.values import Save, State
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ArticlePlan, ImportOptions
from tms.workflow.workspace import Workspace

RIVER = "blog/river"
RIVER_TEXT = """The river

Nobody crossed the river that year.

The bridge has been closed since 2016, and 4,000 people live on the other side.

My uncle recieved a letter once a month.
"""


def import_text(
    workspace: Workspace, text: str, *, name: str = "river.txt", options: ImportOptions | None = None
) -> tuple[ArticlePlan, ...]:
    """Import a text as an article of the project `blog`; what the plan was."""
    path = workspace.settings.workspace / name
    path.write_text(text, encoding="utf-8", newline="")
    plan = plan_import(workspace, "blog", [path], options)
    apply_import(workspace, plan)
    return plan.articles


def translate(workspace: Workspace, key: str, text: str, *, ref: str = RIVER, language: str = "fr") -> None:
    """Save a translation."""
    save_translation(workspace, Save(ref, key, language, text, State.TRANSLATED))


def write_file(folder: Path, name: str, text: str) -> Path:
    """A file to be attached or merged."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
