"""A text that is out of date: its touched sentence, the proposed repair, and accepting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tms.tui.pane_blocks import describe_pin
from tms.tui.screens.desk import DeskScreen
from tms.values import Level, Repair, RepairEdit, SentencePin, State
from tms.workflow.reading import load_desk, load_row

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

WEDDING = "example/a-wedding-without-her-parents"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 32)], ids=["80x24", "120x32"])
YEARS = "Depuis six ans, elle n’a pas pu leur parler."


async def open_stale(stage: Stage) -> None:
    """On the third paragraph, with what lies beside it."""
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)
    assert stage.desk.row is not None
    assert stage.desk.row.position == 2


def list_bold(stage: Stage) -> str:
    """What is marked in the editor."""
    editor = stage.desk.board.editor
    lines = [editor.render_line(y) for y in range(editor.size.height)]
    bold = ("".join(part.text for part in line if part.style and part.style.bold) for line in lines)
    return " ".join(words.strip() for words in bold if words.strip())


@SIZES
async def test_a_proposal_is_accepted_confirmed_and_fresh(
    play: Play, workspace: Workspace, size: tuple[int, int]
) -> None:
    async with play(size=size, open_ref=WEDDING) as stage:
        await open_stale(stage)
        key, before = stage.desk.key or "", stage.typed
        await stage.see("your sentence 2, proposal")
        assert "[-cinq-]{+six+}" in stage.text
        await stage.press("ctrl+g", "a")
        assert stage.typed == before.replace("cinq", "six")
        await stage.see("^J confirms")
        assert load_row(workspace, WEDDING, key, "fr").text == before
        await stage.press("ctrl+j")
        await stage.see("3 saved as translated")
        await stage.desk.finish()
    row = load_row(workspace, WEDDING, key, "fr")
    assert row.text is not None
    assert row.text.endswith(YEARS)
    assert (row.state, row.level, row.is_stale) == (State.TRANSLATED, Level.NONE, False)


async def test_an_accepted_proposal_is_taken_back_in_one_step(play: Play, workspace: Workspace) -> None:
    async with play(open_ref=WEDDING) as stage:
        await open_stale(stage)
        before = stage.typed
        await stage.press("ctrl+g", "a")
        assert stage.typed.endswith(YEARS)
        await stage.press("ctrl+g", "a")
        assert "not now" in stage.text
        await stage.press("ctrl+z")
        assert stage.typed == before
        await stage.see("accept the proposal")
        await stage.press("ctrl+g", "a")
        assert stage.typed.endswith(YEARS)
        await stage.press("ctrl+z")
        await stage.desk.finish()
    row = load_desk(workspace, WEDDING, "fr").rows[2]
    assert (row.text, row.working_text, row.is_stale) == (before, None, True)


async def test_the_touched_sentence_is_marked_until_it_is_mended(play: Play) -> None:
    async with play(open_ref=WEDDING) as stage:
        await open_stale(stage)
        await stage.until(lambda: list_bold(stage) == YEARS.replace("six", "cinq"))
        await stage.press("end", "left", "left", "x")
        assert list_bold(stage) == ""
        await stage.press("backspace")
        assert list_bold(stage) == YEARS.replace("six", "cinq")
        await stage.press("ctrl+down")
        assert list_bold(stage) == ""


async def test_no_proposal_is_put_over_what_is_typed(play: Play) -> None:
    async with play(open_ref=WEDDING) as stage:
        await open_stale(stage)
        await stage.type(" Fin.")
        typed = stage.typed
        await stage.until(lambda: "accept the proposal" not in stage.text)
        await stage.press("ctrl+g", "a")
        assert stage.typed == typed
        assert "not now" in stage.text


async def test_a_change_without_a_proposal_shows_the_sentence(play: Play) -> None:
    async with play(open_ref=WEDDING) as stage:
        await open_stale(stage)
        await stage.press("ctrl+o", "ctrl+o")
        await stage.see("⟦Certains ont été envoyés")
        assert "proposal" not in stage.text
        await stage.press("ctrl+g", "a")
        assert "not now" in stage.text


TARGET = "Un. Il y a 5 ans. Trois."
EDIT = RepairEdit(11, 12, "6", "number 5 -> 6")
PINS = [
    ("touched", SentencePin(4, 17, 2, "a", "b", 0.9), None, "your sentence 2  ⟦Il y a 5 ans.⟧"),
    ("unsure", SentencePin(4, 17, 2, "a", "b", 0.3), None, "perhaps your sentence 2  ⟦Il y a 5 ans.⟧"),
    (
        "proposal",
        SentencePin(4, 17, 2, "a", "b", 0.9),
        Repair("Un. Il y a 6 ans. Trois.", (EDIT,)),
        "your sentence 2, proposal  ⟦Il y a [-5-]{+6+} ans.⟧",
    ),
    ("gone", SentencePin(4, 17, 2, "a", "", 0.9), None, "gone in English, your sentence 2  ⟦Il y a 5 ans.⟧"),
    ("moved", SentencePin(4, 17, 2, "a", "a", 0.9), None, "moved in English, your sentence 2  ⟦Il y a 5 ans.⟧"),
    ("new", SentencePin(3, 3, 1, "", "She wept.", 0.9), None, "new after your sentence 1  She wept."),
    ("new at the head", SentencePin(0, 0, 0, "", "She wept.", 0.9), None, "new before your text  She wept."),
    (
        "never translated",
        SentencePin(3, 3, 1, "a", "b", 0.9),
        None,
        "not in your text, belongs after your sentence 1  b",
    ),
]


@pytest.mark.parametrize(("pin", "repair", "shown"), [case[1:] for case in PINS], ids=[case[0] for case in PINS])
def test_a_pin_is_said_in_words(pin: SentencePin, repair: Repair | None, shown: str) -> None:
    assert describe_pin(pin, TARGET, repair).text == shown
