"""A small complete workspace to try the program on: articles in every state, through the verbs everybody uses."""

from datetime import datetime, timedelta
from pathlib import Path

from tms.config import WORKSPACE_FILE
from tms.values import Attachment, Origin, Save, State
from tms.workflow.assigning import assign
from tms.workflow.attaching import attach
from tms.workflow.commenting import add_comment
from tms.workflow.editing import save_translation
from tms.workflow.exporting import export_articles
from tms.workflow.glossary_files import load_glossary
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.labelling import label_article
from tms.workflow.people import list_members
from tms.workflow.projects import add_project
from tms.workflow.reading import load_desk
from tms.workflow.reviewing import approve, return_translation
from tms.workflow.workspace import Workspace, copy_shipped_glossaries, create_workspace, find_shipped, open_workspace

PROJECT = "example"
WEDDING = f"{PROJECT}/a-wedding-without-her-parents"
LABEL = f"{PROJECT}/what-a-label-does-not-say"
HYMN = f"{PROJECT}/a-hymn-in-a-low-voice"
LETTERS = f"{PROJECT}/who-reads-the-letters"
ROOM = f"{PROJECT}/years-in-one-room"
DAYS_LEFT = 3
_ENGINE = "sample"
_TOUR = "\n# The program shows newcomers around here, once.\ntour = true\n"


def build_demo(folder: Path, *, has_tour: bool = True) -> Path:
    """Build the demo workspace in a new or empty folder; where it is."""
    settings = create_workspace(folder)
    if has_tour:
        with (settings.workspace / WORKSPACE_FILE).open("a", encoding="utf-8") as file:
            file.write(_TOUR)
    workspace = open_workspace(settings)
    try:
        load_glossary(workspace, copy_shipped_glossaries(settings))
        add_project(workspace, PROJECT, name="Example")
        texts = find_shipped("example") if _is_packaged() else find_shipped("projects") / PROJECT
        _Builder(workspace, texts).build()
    finally:
        workspace.close()
    return settings.workspace


def _is_packaged() -> bool:
    return (Path(__file__).resolve().parent.parent / "data" / "example").is_dir()


class _Builder:
    def __init__(self, workspace: Workspace, texts: Path) -> None:
        self.workspace = workspace
        self.texts = texts

    def build(self) -> None:
        self._import("earlier", "a-wedding-without-her-parents.md")
        self._import("articles", "what-a-label-does-not-say.md")
        self._import("articles", "a-hymn-in-a-low-voice.txt")
        self._build_label()
        self._build_hymn()
        self._build_wedding()
        self._build_letters()
        self._build_room()

    def _build_label(self) -> None:
        """Finished and published in French, machine drafts in Spanish."""
        self._attach(LABEL, "fr", "what-a-label-does-not-say.md")
        approve(self.workspace, LABEL, self._keys(LABEL, "fr"), "fr")
        export_articles(self.workspace, [LABEL], "fr", "source")
        for attachment in self._plan(LABEL, "es", "what-a-label-does-not-say.md"):
            self._save_draft(LABEL, "es", attachment)

    def _build_hymn(self) -> None:
        """Nothing yet in French; translated in Spanish, with a wrong number and a question."""
        self._attach(HYMN, "es", "a-hymn-in-a-low-voice.txt")
        keys = self._keys(HYMN, "es")
        approve(self.workspace, HYMN, keys[:2], "es")
        add_comment(self.workspace, HYMN, keys[2], "Which article of the constitution is meant?", is_question=True)

    def _build_wedding(self) -> None:
        """Reviewed in French and begun in Spanish, then the English changed."""
        self._attach(WEDDING, "fr", "a-wedding-without-her-parents.md")
        keys = self._keys(WEDDING, "fr")
        approve(self.workspace, WEDDING, keys[:-2], "fr")
        return_translation(self.workspace, WEDDING, keys[-2], "fr", "“boutiques” would be closer to small shops")
        export_articles(self.workspace, [WEDDING], "fr", "source", allow_incomplete=True)
        self._attach(WEDDING, "es", "a-wedding-without-her-parents.md")
        self._import("articles", "a-wedding-without-her-parents.md")

    def _build_letters(self) -> None:
        """On the site in French, then the English changed and grew; due in Spanish. The tour leads through it."""
        self._import("earlier", "who-reads-the-letters.md")
        self._attach(LETTERS, "fr", "who-reads-the-letters.md")
        approve(self.workspace, LETTERS, self._keys(LETTERS, "fr"), "fr")
        export_articles(self.workspace, [LETTERS], "fr", "source")
        self._import("articles", "who-reads-the-letters.md")
        due = datetime.now().astimezone().date() + timedelta(days=DAYS_LEFT)
        assign(self.workspace, LETTERS, "es", list_members(self.workspace)[0].pen_name, due=due)

    def _build_room(self) -> None:
        """Finished in French, open in Spanish, and not for everybody to read."""
        self._import("articles", "years-in-one-room.txt")
        self._attach(ROOM, "fr", "years-in-one-room.txt")
        approve(self.workspace, ROOM, self._keys(ROOM, "fr"), "fr")
        label_article(self.workspace, ROOM, ("detention",))

    def _import(self, folder: str, name: str) -> None:
        path = self.texts / folder / name
        apply_import(self.workspace, plan_import(self.workspace, PROJECT, [path], ImportOptions()))

    def _attach(self, ref: str, language: str, name: str) -> None:
        attach(self.workspace, ref, language, self.texts / language / name)

    def _plan(self, ref: str, language: str, name: str) -> tuple[Attachment, ...]:
        return attach(self.workspace, ref, language, self.texts / language / name, is_dry_run=True)

    def _save_draft(self, ref: str, language: str, attachment: Attachment) -> None:
        if attachment.keys and attachment.text:
            key = attachment.keys[0]
            save = Save(ref, key, language, attachment.text, State.DRAFT, origin=Origin.MACHINE, engine=_ENGINE)
            save_translation(self.workspace, save)

    def _keys(self, ref: str, language: str) -> list[str]:
        return [row.key for row in load_desk(self.workspace, ref, language).rows if row.text is not None]
