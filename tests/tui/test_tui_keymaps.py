"""Keymaps: files of the program's own, changes by a person, and the map whose letters are commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tms.tui.actions import ACTIONS, Where
from tms.tui.keymap import key_of, load_keymap, use_keymap
from tms.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.tui.conftest import Play, Stage


@pytest.fixture(autouse=True)
def default_keys() -> Iterator[None]:
    """Each test begins and ends with the keys that everybody has."""
    use_keymap(load_keymap()[0])
    yield
    use_keymap(load_keymap()[0])


def keys_of(own: Mapping[str, object], where: Where, name: str, base: str = "default") -> tuple[str, ...]:
    """The keys of an action after a person's changes, which must be right."""
    keymap, problems = load_keymap(base, own, "config.toml")
    assert problems == ()
    return keymap.keys[where, name]


def test_every_action_has_its_line_in_the_default_map() -> None:
    keymap, _ = load_keymap()
    assert [a for a in ACTIONS if a.where is not Where.TEXT and not keymap.bind(a).keys] == []


def test_own_keys_take_the_place_of_the_maps() -> None:
    assert keys_of({"desk": {"save": ["f8", "ctrl+s"]}}, Where.DESK, "save") == ("f8", "ctrl+s")


def test_one_key_needs_no_list_and_may_be_written_as_people_write_it() -> None:
    assert keys_of({"desk": {"save": "^T"}}, Where.DESK, "save") == ("ctrl+t",)
    assert keys_of({"desk": {"history": ["Ctrl+G Y Esc"]}}, Where.DESK, "history") == ("ctrl+g Y escape",)


def test_an_empty_list_takes_a_key_away_and_the_palette_is_named_instead() -> None:
    keymap, problems = load_keymap("default", {"desk": {"still_valid": []}}, "config.toml")
    assert (keymap.keys[Where.DESK, "still_valid"], problems) == ((), ())
    use_keymap(keymap)
    assert key_of(Where.DESK, "still_valid") == "^P “Still valid: the change does not touch my text”"


def test_a_key_moves_without_a_word_where_both_actions_are_named() -> None:
    own = {"desk": {"save": ["ctrl+n"], "next_open": ["ctrl+s"]}}
    assert keys_of(own, Where.DESK, "save") == ("ctrl+n",)
    assert keys_of(own, Where.DESK, "next_open") == ("ctrl+s",)


def test_a_map_of_omegat_can_be_changed_too() -> None:
    assert keys_of({"desk": {"confirm_next": ["ctrl+j"]}, "text": {"newline": ["enter"]}}, Where.TEXT, "newline") == (
        "enter",
    )
    assert keys_of({"desk": {"save": ["f8"]}}, Where.DESK, "confirm_next", "omegat")[0] == "enter"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        pytest.param({"dusk": {}}, "c.toml: [keys.dusk]: there is no such screen; there are anywhere", id="screen"),
        pytest.param({"desk": {"safe": ["f8"]}}, "c.toml: [keys.desk] safe: there is no such action", id="action"),
        pytest.param({"desk": {"save": 3}}, "c.toml: [keys.desk] save: keys are a list", id="number"),
        pytest.param({"desk": {"save": ["ctrl+shft+s"]}}, "there is no key “ctrl+shft+s”", id="key"),
        pytest.param({"desk": {"save": ["ctrl+i"]}}, "“ctrl+i” arrives as tab in a terminal", id="not-in-a-terminal"),
        pytest.param({"desk": {"insert_match": ["f8"]}}, "“f8” has to end with 1-9", id="digit-missing"),
        pytest.param({"desk": {"save": ["ctrl+t 1-9"]}}, "“ctrl+t 1-9” ends with 1-9, but", id="digit-too-many"),
        pytest.param(
            {"desk": {"save": ["f8"], "accept": ["f8"]}}, "accept: F8 is given to desk.save already", id="given-twice"
        ),
        pytest.param({"desk": {"save": ["ctrl+n"]}}, "^N was a key of desk.next_open, which has none now", id="taken"),
        pytest.param(
            {"desk": {"save": ["ctrl+q"]}}, "^Q was a key of anywhere.quit, which has ^G q now", id="anywhere"
        ),
    ],
)
def test_what_is_wrong_with_own_keys_is_one_clear_line_and_the_rest_holds(own: Mapping[str, object], said: str) -> None:
    changed = {**own, "glossary": {"why": ["f9"]}}
    keymap, problems = load_keymap("default", changed, "c.toml")
    assert len(problems) == 1
    assert said in problems[0]
    assert keymap.keys[Where.GLOSSARY, "why"] == ("f9",)
    assert keymap.keys[Where.DESK, "confirm_next"] == ("ctrl+j", "ctrl+g enter")


def test_the_beginning_of_sequences_cannot_be_a_key_without_their_loss_being_told() -> None:
    keymap, problems = load_keymap("default", {"desk": {"save": ["ctrl+g"]}}, "c.toml")
    assert keymap.keys[Where.DESK, "save"] == ("ctrl+g",)
    assert any("^G was a key of desk.still_valid" in problem for problem in problems)


def test_an_unknown_map_is_told_and_the_default_one_is_there() -> None:
    keymap, problems = load_keymap("emacs", None, "c.toml")
    assert keymap.name == "default"
    assert problems == ("c.toml: there is no keymap “emacs”; there are default, omegat, vim",)


# In use.


async def at_desk(stage: Stage) -> None:
    """Open the first article."""
    await stage.press("enter")
    await stage.see("EN → FR")
    await stage.until(lambda: stage.desk.row is not None and stage.desk.board.editor.has_focus)


async def test_in_omegats_map_enter_confirms_and_ctrl_j_makes_a_line(play: Play) -> None:
    use_keymap(load_keymap("omegat")[0])
    async with play() as stage:
        await at_desk(stage)
        first = stage.desk.key
        await stage.type("un")
        await stage.press("ctrl+j")
        await stage.type("deux")
        assert stage.typed == "un\ndeux"
        await stage.press("enter")
        await stage.until(lambda: stage.desk.key != first)
        assert stage.desk.paragraphs is not None
        paragraphs = stage.desk.paragraphs
        await stage.until(lambda: paragraphs.get(first or "").text == "un\ndeux")


async def test_in_omegats_map_enter_in_the_filter_line_leads_to_the_text(play: Play) -> None:
    use_keymap(load_keymap("omegat")[0])
    async with play() as stage:
        await at_desk(stage)
        await stage.press("ctrl+f")
        await stage.type("a")
        key = stage.desk.key
        await stage.press("enter")
        assert stage.desk.board.editor.has_focus
        assert stage.desk.key == key


async def test_in_vims_map_letters_are_commands_until_i(play: Play) -> None:
    use_keymap(load_keymap("vim")[0])
    async with play() as stage:
        await at_desk(stage)
        assert " typing " in stage.text
        await stage.type("un deux trois")
        await stage.press("escape")
        await stage.see(" command ")
        await stage.press("0")
        await stage.type("wdw")
        assert stage.typed == "un trois"
        await stage.type("xq")
        assert stage.typed == "un rois"
        await stage.type("As")
        assert stage.typed == "un roiss"
        await stage.press("escape")
        await stage.type("u")
        assert stage.typed == "un rois"
        await stage.type("ddiA")
        assert stage.typed == "A"
        await stage.see(" typing ")


async def test_in_vims_map_the_commands_move_between_paragraphs_and_esc_stays(play: Play) -> None:
    use_keymap(load_keymap("vim")[0])
    async with play() as stage:
        await at_desk(stage)
        assert stage.desk.paragraphs is not None
        rows = [row.key for row in stage.desk.paragraphs.rows]
        await stage.press("escape", "escape", "G")
        await stage.until(lambda: stage.desk.key == rows[-1])
        await stage.type("gg")
        await stage.until(lambda: stage.desk.key == rows[0])
        await stage.type("jk}")
        await stage.until(lambda: stage.desk.key == rows[1])
        await stage.type("/")
        await stage.type("zq")
        assert stage.desk.query_one("#filter").has_focus
        await stage.press("escape")
        assert stage.desk.board.editor.has_focus
        await stage.type("ZZ")
        await stage.until(lambda: not isinstance(stage.app.screen, DeskScreen))


async def test_in_vims_map_a_cut_never_leaves_half_a_tag(play: Play) -> None:
    use_keymap(load_keymap("vim")[0])
    async with play() as stage:
        await at_desk(stage)
        editor = stage.desk.board.editor
        editor.put("a [b](http://c.org) d")
        await stage.press("escape")
        editor.move_cursor((0, 4))
        await stage.press("d", "w")
        assert stage.typed == "a [b d"


async def test_the_help_and_the_footer_show_the_map_in_use(play: Play) -> None:
    use_keymap(load_keymap("omegat", {"desk": {"save": ["f8"]}})[0])
    async with play() as stage:
        await at_desk(stage)
        assert "F8 save   Enter confirm, next" in stage.text
        await stage.press("f1")
        await stage.see("F8 ")
        await stage.see("Save, stay here")
