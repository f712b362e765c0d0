"""Whatever is imported, saved, undone and brought back in whatever order: no text that anyone wrote disappears."""

import re
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlmodel import select

from tests.workflow.articles import RIVER, import_text
from tms.errors import TmsError
from tms.models import Event, Translation
from tms.store.translations import find_translation_id, list_events
from tms.values import Save, State
from tms.workflow.articles import get_article
from tms.workflow.editing import restore_translation, save_translation
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.projects import add_project
from tms.workflow.reading import load_desk
from tms.workflow.reviewing import approve, confirm
from tms.workflow.safekeeping import examine
from tms.workflow.undoing import list_imports, undo_import
from tms.workflow.workspace import Workspace, create_workspace, open_workspace

SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va")
DIGITS = re.compile(r"in (\d+) with")


def _word(number: int, place: int) -> str:
    code = (number * 7919 + place * 104_729) % 4096
    return SYLLABLES[code % 16] + SYLLABLES[code // 16 % 16] + SYLLABLES[code // 256]


def _sentence(number: int) -> str:
    words = " ".join(_word(number, place) for place in range(6))
    return f"{_word(number, 9).title()} {words} in {1000 + number} with the others."


def _target(number: int, stamp: int) -> str:
    words = " ".join(_word(number, place)[::-1] for place in range(7))
    return (
        f"{_word(number, 9).title()} {words} en {1000 + number}, texte {'abcdefghij'[stamp % 10] * (stamp // 10 + 1)}."
    )


class Loss(RuleBasedStateMachine):
    """An article of paragraphs of numbered sentences; `written` is what a person last wrote for each of them.

    Every such text must stand in some paragraph, be it one that has left the article, until a person writes over it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        created = create_workspace(Path(self.folder.name) / "w")
        self.workspace: Workspace = open_workspace(created)
        add_project(self.workspace, "blog", targets=("fr",))
        self.paragraphs: list[list[int]] = []
        self.earlier: list[list[list[int]]] = []
        self.next = 0
        self.stamp = 0
        self.written: dict[int, str] = {}
        self.ever: list[tuple[str, str]] = []

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()

    def _new(self) -> int:
        self.next += 1
        return self.next

    def _import(self) -> None:
        text = "\n\n".join(" ".join(map(_sentence, paragraph)) for paragraph in self.paragraphs)
        import_text(self.workspace, text + "\n", options=ImportOptions(force=True))
        self.earlier.append([list(paragraph) for paragraph in self.paragraphs])

    @initialize(sizes=st.lists(st.integers(2, 3), min_size=2, max_size=4))
    def begin(self, sizes: list[int]) -> None:
        self.paragraphs = [[self._new() for _ in range(size)] for size in sizes]
        self._import()
        for row in load_desk(self.workspace, RIVER, "fr").rows:
            self._write(row.key, row.position or 0)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """Some edits at once, as between two visits of the site."""
        for _ in range(data.draw(st.integers(1, 3))):
            kind = data.draw(
                st.sampled_from(("merge", "split", "insert", "delete", "move", "change", "merge", "split"))
            )
            at = data.draw(st.integers(0, len(self.paragraphs) - 1))
            self._edit_once(kind, at, data.draw(st.integers(0, len(self.paragraphs) - 1)))
        self._import()

    def _edit_once(self, kind: str, at: int, to: int) -> None:
        here = self.paragraphs[at] if at < len(self.paragraphs) else []
        if kind == "insert":
            self.paragraphs.insert(at, [self._new()])
        elif kind == "delete" and len(self.paragraphs) > 1:
            self.paragraphs.pop(min(at, len(self.paragraphs) - 1))
        elif kind == "move":
            self.paragraphs.insert(to, self.paragraphs.pop(min(at, len(self.paragraphs) - 1)))
        elif kind == "split" and len(here) > 1:
            self.paragraphs[at : at + 1] = [here[:1], here[1:]]
        elif kind == "merge" and at + 1 < len(self.paragraphs):
            self.paragraphs[at : at + 2] = [here + self.paragraphs[at + 1]]
        elif kind == "change" and here:
            here[0] = self._new()

    @rule(data=st.data())
    def return_to_an_earlier_version(self, data: st.DataObject) -> None:
        self.paragraphs = [list(p) for p in data.draw(st.sampled_from(self.earlier))]
        self._import()

    @rule(data=st.data())
    def write(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(load_desk(self.workspace, RIVER, "fr").rows))
        self._give_up(row.text or "")
        self._write(row.key, row.position or 0)

    def _write(self, key: str, position: int) -> None:
        self.stamp += 1
        sentences = {number: _target(number, self.stamp) for number in self.paragraphs[position]}
        text = " ".join(sentences.values())
        save_translation(self.workspace, Save(RIVER, key, "fr", text, State.TRANSLATED))
        self.written |= sentences
        self.ever.append((key, text))

    def _give_up(self, text: str) -> None:
        """What a person writes over is in the history, and need not stand anywhere else."""
        self.written = {number: said for number, said in self.written.items() if said not in text}

    @rule(data=st.data())
    def judge(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from([row.key for row in load_desk(self.workspace, RIVER, "fr").rows]))
        verdict = data.draw(st.sampled_from((approve, confirm)))
        with suppress(TmsError):
            if verdict is approve:
                approve(self.workspace, RIVER, [key], "fr")
            else:
                confirm(self.workspace, RIVER, key, "fr", "looked at it")

    @precondition(lambda self: self.ever)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        key, text = data.draw(st.sampled_from(self.ever))
        row = next((r for r in load_desk(self.workspace, RIVER, "fr").rows if r.key == key), None)
        if row is not None:
            events = {event.after: event.number for event in self._events(key)}
            self._give_up(row.text or "")
            restore_translation(self.workspace, RIVER, key, "fr", events[text])

    @rule()
    def undo(self) -> None:
        run = list_imports(self.workspace)[0]
        if run.number == 1 or run.name.endswith("undone"):
            return
        (undone,) = undo_import(self.workspace, run.number)
        # Who undoes an import is told which texts were written since: those stand in paragraphs that are gone.
        for place in undone.kept:
            self._give_up(self._events(place.split()[0])[-1].after or "")
        self.paragraphs = self._read_paragraphs()
        self.earlier.append([list(paragraph) for paragraph in self.paragraphs])

    def _read_paragraphs(self) -> list[list[int]]:
        return [
            [int(found) - 1000 for found in DIGITS.findall(row.source)]
            for row in load_desk(self.workspace, RIVER, "fr").rows
        ]

    def _events(self, key: str) -> list[Event]:
        with self.workspace.reading() as session:
            article = get_article(session, RIVER)
            translation_id = find_translation_id(session, article.id, key, "fr")
            assert translation_id is not None
            return list_events(session, translation_id)

    @invariant()
    def every_sentence_stands_somewhere(self) -> None:
        if not self.paragraphs:
            return
        with self.workspace.reading() as session:
            standing = "\n".join(text for text in session.exec(select(Translation.text)) if text)
        assert [said for said in self.written.values() if said not in standing] == []

    @invariant()
    def every_text_ever_saved_is_in_the_history(self) -> None:
        for key, text in self.ever:
            assert text in {event.after for event in self._events(key)}

    @invariant()
    def the_workspace_is_sound(self) -> None:
        if self.paragraphs:
            assert examine(self.workspace) == ()


TestNothingIsLost = Loss.TestCase
TestNothingIsLost.settings = settings(
    max_examples=15,
    stateful_step_count=12,
    deadline=None,
    # The same walks each time: a machine that builds must not fail by chance. Others are tried by hand.
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    # Shrinking a failure would take minutes; a dozen steps can be read as they are.
    phases=(Phase.explicit, Phase.generate),
)
