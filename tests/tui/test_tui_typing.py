"""The hand's help while typing: tags stay whole and come by key, spaces are seen, signs come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from tests.tui.test_tui_stories import open_desk
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

FLYER = "example/flyer"
SOURCE = "Read the **long** [report](https://example.org/en) today."


@pytest.fixture
def flyer(workspace: Workspace, tmp_path: Path) -> str:
    """A new article with tags in its first paragraph and numbers in its second."""
    file = tmp_path / "flyer.md"
    file.write_text(
        f"{SOURCE}\n\nMore than 4,000 people signed; 12,500 read it. Where are they?\n\nAsk again.\n", encoding="utf-8"
    )
    apply_import(workspace, plan_import(workspace, "example", [file], ImportOptions()))
    return FLYER


async def type_by_hand(stage: Stage, text: str) -> None:
    """Type letter by letter, as slowly as a person does."""
    time = 0.0
    for character in text:
        key = "enter" if character == "\n" else character
        event = Key(key if len(key) > 1 else character, "\r" if character == "\n" else character)
        time += 1.0
        event.time += time
        stage.app.post_message(event)
    await stage.pilot.pause()


async def test_tags_come_in_the_order_of_the_source_and_around_what_is_selected(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("Lisez le ")
        await stage.press("ctrl+g", "T")
        await stage.type("long")
        await stage.press("ctrl+g", "T")
        await stage.type(" rapport")
        await stage.press(*["shift+left"] * len("rapport"))
        await stage.press("ctrl+g", "T")
        assert stage.typed == "Lisez le **long** [rapport](https://example.org/en)"
        await stage.press("ctrl+g", "T")
        assert "every tag of the English is there" in stage.text
        await stage.press("ctrl+z")
        assert stage.typed == "Lisez le **long** rapport"
        await stage.press("ctrl+g", "A")
        assert stage.typed == "Lisez le **long** rapport[](https://example.org/en)"


async def test_a_tag_is_stepped_over_selected_before_it_goes_and_takes_its_other_half_with_it(
    play: Play, flyer: str
) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+g", "s")
        editor = stage.desk.board.editor
        editor.move_cursor((0, len("Read the **")))
        await stage.press("left")
        assert editor.cursor_location == (0, len("Read the "))
        await stage.press("right", "backspace")
        assert (stage.typed, editor.selected_text) == (SOURCE, "**")
        assert "the same key again deletes it and its other half" in stage.text
        await stage.press("backspace")
        assert stage.typed == SOURCE.replace("**", "")
        await stage.press("ctrl+z")
        assert stage.typed == SOURCE


async def test_what_is_typed_inside_a_tag_lands_beside_it_unless_the_tag_is_open(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+g", "s")
        editor = stage.desk.board.editor
        place = SOURCE.index("https")
        editor.select_span(place, place)
        await stage.type("x")
        assert stage.typed == SOURCE.replace("](", "x](")
        await stage.press("ctrl+z")
        editor.move_cursor((0, SOURCE.index("](")))
        await stage.press("ctrl+g", "E")
        assert editor.selected_text == "https://example.org/en"
        await stage.type("https://example.org/fr")
        await stage.press("backspace")
        await stage.type("r")
        assert stage.typed == SOURCE.replace("/en", "/fr")


async def test_a_tag_just_typed_is_taken_back_letter_by_letter(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("a <br>")
        await stage.press("backspace", "backspace")
        assert stage.typed == "a <b"


async def test_spaces_of_each_kind_are_seen_on_demand_and_the_next_evening_too(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("a\u00a0b\u202fc  d\n")
        assert "⍽" not in stage.text
        await stage.press("ctrl+g", "_")
        await stage.see("a⍽b⎵c··d")
        await stage.press("down")
        await stage.see("a⍽b⎵c··d")
        assert stage.desk.habits.get("show_spaces") is True


async def test_signs_come_by_themselves_and_one_undo_leaves_what_was_typed(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await type_by_hand(stage, "l'an\"")
        await stage.press("ctrl+z")
        assert stage.typed == 'l’an"'
        await stage.press("backspace")
        await type_by_hand(stage, '"')
        assert stage.typed == 'l’an"'
        await type_by_hand(stage, " oui ?")
        assert stage.typed == 'l’an" oui\u202f?'
        await stage.press("ctrl+g", "'", "x")
        await type_by_hand(stage, " c'")
        assert stage.typed == "l’an\" oui\u202f? c'"


async def test_nothing_is_replaced_in_what_is_pasted_also_where_it_comes_as_keys(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        now = Key("a", "a").time
        pasted = '"l\'an" -- où ?'
        for character in pasted:
            event = Key(character, character)
            event.time = now + 60
            stage.app.post_message(event)
        await stage.pilot.pause()
        assert stage.typed == pasted
        stage.app.screen.query_one("#editor").post_message(Paste("\r\nl'été\x00\x1b[31m\t👩‍🏫\r\n\r\n«a»"))
        await stage.pilot.pause()
        assert stage.typed == f"{pasted}\nl'été\x00\x1b[31m\t👩‍🏫\n\n«a»"
        assert "\x1b" not in stage.text


async def test_signs_by_key_go_around_what_is_selected(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+g", "'", "space")
        await stage.type("oui")
        await stage.press("shift+left", "shift+left", "shift+left", "ctrl+g", "'", "<")
        assert stage.typed == "\u00a0«\u00a0oui\u00a0»"


async def test_a_word_changes_its_case_by_key_and_the_cursor_stays(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("un état")
        await stage.press("left", "ctrl+g", "C")
        assert stage.typed == "un État"
        await stage.press("ctrl+g", "C")
        assert stage.typed == "un ÉTAT"
        assert stage.desk.board.editor.cursor_location == (0, 6)
        await stage.press("ctrl+z", "ctrl+z")
        assert stage.typed == "un état"


async def test_missing_numbers_come_one_by_one_as_the_language_writes_them(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.press("ctrl+down")
        await stage.type("Plus de ")
        await stage.press("ctrl+g", "%")
        assert stage.typed == "Plus de 4\u202f000"
        assert "1 number more: 12\u202f500" in stage.text.replace("⎵", "\u202f")
        await stage.press("ctrl+g", "%")
        assert stage.typed == "Plus de 4\u202f000 12\u202f500"
        await stage.press("ctrl+g", "%")
        assert "every number of the English is there" in stage.text
        await stage.press("ctrl+z")
        assert stage.typed == "Plus de 4\u202f000"


async def test_sentences_are_cut_joined_stepped_through_and_selected_by_key(play: Play, flyer: str) -> None:
    async with play() as stage:
        await open_desk(stage, flyer)
        await stage.type("Il part. Elle reste.")
        await stage.press("ctrl+g", "(", "ctrl+g", "(", "ctrl+g", "&")
        assert stage.typed == "Il part\u202f; elle reste."
        await stage.press("ctrl+g", "&")
        assert stage.typed == "Il part, elle reste."
        await stage.press("ctrl+g", "-")
        assert stage.typed == "Il part. Elle reste."
        await stage.press("ctrl+z", "ctrl+z")
        assert stage.typed == "Il part. Elle reste."
        await stage.press("home", "ctrl+g", ")", "ctrl+g", '"')
        assert stage.desk.board.editor.selected_text == "Elle reste."
