"""What people do at the desk, from the first key to the last, over a real workspace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from tms.tui.screens.comments_dialog import CommentsDialog
from tms.tui.screens.conflict_dialog import ConflictDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.dialog import UnaskedDialog
from tms.values import DeskRow, Level, Origin, Role, Save, State
from tms.workflow.commenting import list_comments
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_desk, load_row
from tms.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

HYMN = "example/a-hymn-in-a-low-voice"
WEDDING = "example/a-wedding-without-her-parents"
LABEL = "example/what-a-label-does-not-say"
LEAFLET = "example/leaflet"


@pytest.fixture
def leaflet(workspace: Workspace, tmp_path: Path) -> str:
    """A new article with one paragraph that the memory knows and one with a term."""
    file = tmp_path / "leaflet.txt"
    file.write_text(
        "Where did the raw material come from?\n\nMany Uyghurs wait for letters.\n\nAsk again tomorrow.\n",
        encoding="utf-8",
    )
    apply_import(workspace, plan_import(workspace, "example", [file], ImportOptions()))
    return LEAFLET


def get_row(workspace: Workspace, ref: str, position: int, language: str = "fr") -> DeskRow:
    """A paragraph as it stands in the store."""
    return load_desk(workspace, ref, language).rows[position]


async def open_desk(stage: Stage, ref: str, language: str = "fr") -> None:
    """From the list of articles to a desk, by the keys a person uses."""
    await stage.type(ref.split("/")[1].replace("-", " ").split(" ")[-1])
    if language == "es":
        await stage.press("tab")
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.key is not None)
    await stage.until(lambda: stage.desk.help is not None)
    assert stage.desk.ref == ref


async def test_three_paragraphs_are_translated_with_a_match_and_a_term(
    play: Play, workspace: Workspace, leaflet: str
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        await stage.see("D’où vient la matière première")
        await stage.press("ctrl+g", "1")
        assert stage.typed == "D’où vient la matière première\u202f?"
        await stage.press("ctrl+j")
        await stage.until(lambda: stage.desk.help is not None)
        assert stage.desk.row is not None
        assert stage.desk.row.source == "Many Uyghurs wait for letters."
        await stage.type("De nombreux ")
        await stage.press("ctrl+g", "t", "1")
        await stage.type(" attendent des lettres.")
        typed = stage.typed
        await stage.press("ctrl+j")
        await stage.type("Redemandez demain.")
        await stage.press("ctrl+j")
        await stage.see("3 of 3")
        await stage.desk.finish()
        rows = load_desk(workspace, leaflet, "fr").rows
    assert [row.text for row in rows] == ["D’où vient la matière première\u202f?", typed, "Redemandez demain."]
    assert [row.state for row in rows] == [State.TRANSLATED] * 3
    assert [row.origin for row in rows] == [Origin.MEMORY, Origin.HUMAN, Origin.HUMAN]
    assert "Ouïghour" in typed
    assert [row.working_text for row in rows] == [None] * 3


async def test_keys_pressed_in_one_burst_land_in_the_paragraph_they_were_typed_for(
    play: Play, workspace: Workspace, leaflet: str
) -> None:
    async with play() as stage:
        await open_desk(stage, leaflet)
        burst = [*"Un.", "ctrl+g", "enter", *"Deuy", "backspace", "x", "ctrl+s", "!", "ctrl+n", *"Trois"]
        for key in burst:
            character = key if len(key) == 1 else "\r" if key == "enter" else None
            stage.app.post_message(Key(key, character))
        await stage.until(lambda: stage.typed == "Trois")
        await stage.desk.finish()
        rows = load_desk(workspace, leaflet, "fr").rows
    assert [row.text for row in rows] == ["Un.", "Deux", None]
    assert [row.working_text for row in rows] == [None, "Deux\u202f!", "Trois"]


async def test_what_was_typed_and_not_saved_is_there_again(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Un chant à voix basse, «\u00a0peut-être\u00a0»")
        assert "typed, not saved" in stage.text
        await stage.see("kept, not saved yet")
        await stage.press("escape")
        await stage.see("Articles")
    assert get_row(workspace, HYMN, 0).working_text == "Un chant à voix basse, «\u00a0peut-être\u00a0»"
    assert get_row(workspace, HYMN, 0).text is None
    async with play() as stage:
        await open_desk(stage, HYMN)
        assert stage.typed == "Un chant à voix basse, «\u00a0peut-être\u00a0»"
        assert "kept, not saved yet" in stage.text


@pytest.mark.parametrize("way", ["ctrl+q", "escape", "ctrl+n"])
async def test_leaving_at_once_loses_nothing(play: Play, workspace: Workspace, way: str) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Un chant")
        await stage.press(way)
        if way == "ctrl+n":
            await stage.press("ctrl+q")
    assert get_row(workspace, HYMN, 0).working_text == "Un chant"


async def test_autosave_comes_within_a_second_of_typing_that_does_not_stop(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        for _ in range(12):
            await stage.type("abcd ")
            await stage.pilot.pause(0.05)
        await stage.until(lambda: get_row(workspace, HYMN, 0).working_text)


async def test_erasing_what_was_typed_forgets_the_working_copy(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("x")
        await stage.desk.finish()
        assert get_row(workspace, HYMN, 0).working_text == "x"
        await stage.press("backspace")
        await stage.desk.finish()
    assert get_row(workspace, HYMN, 0).working_text is None


async def wait_for_guard(stage: Stage) -> None:
    """Until a dialog that came by itself takes answers."""

    def is_open() -> bool:
        return isinstance(stage.app.screen, UnaskedDialog) and not stage.app.screen.is_guarded

    await stage.until(is_open)


def save_as_somebody(workspace: Workspace, ref: str, position: int, text: str) -> None:
    """A second writer, with a connection of their own."""
    row = get_row(workspace, ref, position)
    add_member(workspace, "Rosa", Role.TRANSLATOR)
    theirs = open_workspace(replace(workspace.settings, member="Rosa"))
    save_translation(theirs, Save(ref, row.key, "fr", text, State.TRANSLATED, row.revision))
    theirs.close()


@pytest.mark.parametrize(
    ("keys", "text", "typed"),
    [
        pytest.param(("down", "down", "enter"), "Mon chant", None, id="mine"),
        pytest.param(("down", "down", "down", "enter"), "Leur chant", None, id="theirs"),
        pytest.param(("enter",), "Leur chant", "Mon chant", id="edit further"),
        pytest.param(("escape",), "Leur chant", "Mon chant", id="left"),
    ],
)
async def test_a_second_writer_is_never_overwritten_unseen(  # two fixtures beside what a case says
    play: Play,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    text: str,
    typed: str | None,
) -> None:
    # On a busy machine the keys below take longer than the guard: it ends when the test says so.
    monkeypatch.setattr("tms.tui.screens.dialog.GUARD_SECONDS", 600.0)
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Mon chant")
        save_as_somebody(workspace, HYMN, 0, "Leur chant")
        await stage.press("ctrl+s")
        await stage.until(lambda: isinstance(stage.app.screen, ConflictDialog))
        await stage.see("Rosa saved")
        await stage.press(*"emtemt", "down", "enter", "escape", *"emtemt")
        assert isinstance(stage.app.screen, ConflictDialog)
        stage.app.screen._end_guard()
        await stage.press(*"metmet")
        assert "[-Leur-]{+Mon+} chant" in stage.text
        assert get_row(workspace, HYMN, 0).text == "Leur chant"
        await stage.press(*keys)
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        await stage.pilot.pause(0.1)
        await stage.desk.finish()
        row = get_row(workspace, HYMN, 0)
        assert (row.text, row.working_text) == (text, typed)
        assert stage.typed == (typed or text)
        if text == "Leur chant" and typed is None:
            history = [entry.after for entry in list_history(workspace, HYMN, row.key, "fr")]
            assert history[:2] == ["Leur chant", "Mon chant"]
        if typed is not None:
            assert not stage.desk.panes["changes"].display
            await stage.press("ctrl+s")
            await stage.desk.finish()
            assert get_row(workspace, HYMN, 0).text == "Mon chant"


async def test_an_old_working_copy_does_not_overwrite_a_newer_text(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Mon chant")
        await stage.press("ctrl+q")
    save_as_somebody(workspace, HYMN, 0, "Leur chant")
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.press("ctrl+up", "ctrl+up")
        stage.desk.key = get_row(workspace, HYMN, 0).key
        stage.desk.show_paragraphs()
        await stage.pilot.pause()
        assert stage.typed == "Mon chant"
        await stage.press("ctrl+s")
        await stage.until(lambda: isinstance(stage.app.screen, ConflictDialog))
    assert get_row(workspace, HYMN, 0).text == "Leur chant"


async def test_saving_twice_in_a_row_is_no_conflict_with_oneself(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.press("a", "ctrl+s", "b", "ctrl+s", "c", "ctrl+s")
        await stage.desk.finish()
        assert isinstance(stage.app.screen, DeskScreen)
        row = get_row(workspace, HYMN, 0)
        assert (row.text, row.state, row.working_text) == ("abc", State.DRAFT, None)


async def test_still_valid_shows_the_change_and_makes_it_fresh(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, WEDDING)
        row = stage.desk.row
        assert row is not None
        assert row.is_stale
        assert "[-five-]{+six+}" in stage.text
        await stage.press("ctrl+j")
        assert stage.desk.key == row.key
        assert "still valid" in stage.text
        await stage.press("ctrl+g", "v")
        await stage.see("Still valid?")
        await stage.type("said so")
        await stage.press("enter")
        await stage.see("up to date again")
        await stage.desk.finish()
        assert load_row(workspace, WEDDING, row.key, "fr").level is Level.NONE
        assert list_history(workspace, WEDDING, row.key, "fr")[0].reason == "said so"


async def test_a_review_goes_on_to_the_next_translation(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN, "es")
        await stage.press("ctrl+down", "ctrl+down", "ctrl+down", "ctrl+down")
        row = stage.desk.row
        assert row is not None
        assert row.state is State.TRANSLATED
        await stage.press("ctrl+r")
        await stage.see("marked as reviewed")
        await stage.desk.finish()
        assert load_row(workspace, HYMN, row.key, "es").state is State.REVIEWED
        assert stage.desk.row is not None
        assert stage.desk.row.state is State.TRANSLATED
        assert stage.desk.key != row.key


async def test_a_text_with_an_error_is_not_approved_and_the_reason_is_told(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Un chant (à voix basse")
        await stage.press("ctrl+r")
        assert "save first" in stage.text
        await stage.press("ctrl+j")
        await stage.see("saved as translated, 1 error")
        assert "✗▸" in stage.text
        await stage.press("ctrl+up", "ctrl+r")
        await stage.see("refused: ")
        await stage.desk.finish()
    assert get_row(workspace, HYMN, 0).state is State.TRANSLATED


async def test_a_finding_is_gone_to_repaired_or_waived_with_a_reason(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Un chant chant (bas)")
        await stage.until(lambda: stage.desk.findings)
        await stage.press("ctrl+g", "n")
        assert stage.desk.board.editor.selected_text
        check = stage.desk.current_finding
        assert check is not None
        await stage.press("ctrl+g", "w")
        await stage.see("Let the finding stand")
        await stage.press("enter")
        assert "Let the finding stand" in stage.text
        await stage.type("a refrain")
        await stage.press("enter")
        await stage.see("waived: a refrain")
        await stage.desk.finish()
        assert get_row(workspace, HYMN, 0).text == "Un chant chant (bas)"
        await stage.press("end")
        await stage.type(" !")
        await stage.until(lambda: any(f.fix is not None and f.waived is None for f in stage.desk.findings))
        await stage.press("ctrl+g", "f")
        repaired = stage.typed
        assert repaired != "Un chant chant (bas) !"
        await stage.press("ctrl+z")
        assert stage.typed == "Un chant chant (bas)\u202f!"


async def test_a_draft_is_accepted_or_rejected(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, LABEL, "es")
        assert "draft (sample)" in stage.text
        before = stage.typed
        await stage.press("ctrl+g", "a")
        await stage.until(lambda: stage.desk.row is not None and stage.desk.row.position == 1)
        await stage.press("ctrl+g", "x")
        await stage.until(lambda: stage.typed == "")
        await stage.desk.finish()
    first, second = load_desk(workspace, LABEL, "es").rows[:2]
    assert (first.text, first.state, first.origin) == (before, State.TRANSLATED, Origin.HUMAN)
    assert (second.text, second.state) == (None, State.INITIAL)


async def test_a_translation_is_given_back_with_a_reason_and_restored(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, LABEL)
        text = stage.typed
        await stage.press("ctrl+g", "b")
        await stage.see("Give back")
        await stage.type("too literal")
        await stage.press("enter")
        await stage.see("given back")
        await stage.type(" etc.")
        await stage.press("ctrl+s")
        await stage.see("saved as draft")
        await stage.until(lambda: len(stage.desk.history) >= 4)
        assert get_row(workspace, LABEL, 0).text == f"{text} etc."
        await stage.press("ctrl+g", "h")
        await stage.see("restore this version")
        await stage.press("down", "enter")
        await stage.see("is back")
        assert stage.typed == text


async def test_a_question_is_asked_for_all_languages_and_settled(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        key = stage.desk.key or ""
        await stage.press("ctrl+g", "m")
        await stage.see("Comments and questions")
        await stage.type("Which hymn is it?")
        await stage.press("ctrl+j")
        await stage.see("? Which hymn is it?")
        await stage.type("A remark")
        await stage.press("enter", "ctrl+r")
        await stage.see("“ A remark")
        assert isinstance(stage.app.screen, CommentsDialog)
        asked = list_comments(workspace, HYMN, key, "es")
        assert [(c.text, c.is_question, c.language) for c in asked[:1]] == [("Which hymn is it?", True, "")]
        await stage.press("ctrl+t")
        await stage.until(lambda: list_comments(workspace, HYMN, key, "fr")[0].is_resolved)
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
    assert get_row(workspace, HYMN, 0).state is State.INITIAL


async def test_concordance_inserts_what_is_chosen(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.press("ctrl+g", "c")
        await stage.see("words in either language")
        await stage.type("raw material")
        await stage.see("D’où vient la matière première")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        assert stage.typed == "D’où vient la matière première\u202f?"


async def test_the_coordinator_goes_from_a_stale_line_to_its_paragraph(play: Play) -> None:
    async with play() as stage:
        await stage.press("f2")
        await stage.see("up to date")
        await stage.type("wedding fr")
        await stage.press("down", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.row is not None)
        assert stage.desk.row is not None
        assert stage.desk.row.is_stale
        await stage.press("escape")
        await stage.see("may be published" if "may be published" in stage.text else "out of date")


async def test_a_named_article_is_opened_at_once(play: Play) -> None:
    async with play(open_ref="a-hymn-in-a-low-voice") as stage:
        await stage.see("EN → FR")
        assert stage.desk.ref == HYMN


async def test_a_program_that_ends_in_a_hurry_stores_what_was_typed(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        await stage.type("Un chant")
        stage.app.exit()
        await stage.pilot.pause()
    assert get_row(workspace, HYMN, 0).working_text == "Un chant"


@pytest.mark.parametrize("way", ["ctrl+q", "escape"])
async def test_leaving_waits_when_what_was_typed_cannot_be_stored(play: Play, way: str) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        stage.app.post_message(Paste("one\0two"))
        await stage.until(lambda: stage.typed == "one\0two")
        assert "one␀two" in stage.text
        await stage.see("NUL")
        await stage.press(way)
        await stage.see("cannot be stored")
        assert "typed, not saved" in stage.text
        desk = stage.desk
        await stage.press(way)
        await stage.until(lambda: not desk.is_running or not stage.app.is_running)


async def test_what_was_stored_in_time_lets_go_at_once(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, HYMN)
        stage.app.post_message(Paste("one\0two"))
        await stage.until(lambda: stage.typed == "one\0two")
        await stage.press("ctrl+z")
        assert stage.typed == ""
        await stage.press("escape")
        await stage.see("Articles")
    assert get_row(workspace, HYMN, 0).working_text is None


async def test_who_arrives_at_a_paragraph_that_was_given_back_sees_why_until_it_is_done_again(
    play: Play, workspace: Workspace
) -> None:
    key = [row.key for row in load_desk(workspace, WEDDING, "fr").rows if row.text is not None][-2]
    async with play() as stage:
        stage.app.push_screen(DeskScreen(workspace, WEDDING, "fr", key=key))
        await stage.see("given back by me: “boutiques” would be closer to small shops")
        await stage.press("ctrl+up")
        await stage.until(lambda: "given back" not in stage.text)
        await stage.press("ctrl+down")
        await stage.see("given back by me")
        await stage.type(" Et plus.")
        await stage.press("ctrl+s")
        await stage.until(lambda: load_row(workspace, WEDDING, key, "fr").working_text is None)
        await stage.see("given back by me")
        await stage.press("ctrl+j")
        await stage.until(lambda: load_row(workspace, WEDDING, key, "fr").state is State.TRANSLATED)
        await stage.desk.go_to(key)
        await stage.until(lambda: stage.desk.history and stage.desk.row and stage.desk.row.state is State.TRANSLATED)
        assert "given back by me" not in stage.text
