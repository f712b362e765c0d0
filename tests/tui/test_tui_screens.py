"""Each screen at 80x24 and 120x40 shows what it has to, and texts from outside do no harm in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import Key, Paste

from tms.tui import TmsApp
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.error_dialog import ErrorDialog
from tms.tui.themes import DARK, LIGHT
from tms.tui.ways import look_of
from tms.values import Role, Save
from tms.workflow.commenting import add_comment
from tms.workflow.editing import save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.importing_plan import ImportOptions
from tms.workflow.people import add_member, set_member
from tms.workflow.reading import load_desk
from tms.workflow.workspace import create_workspace, open_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

WEDDING = "example/a-wedding-without-her-parents"
SMALL, LARGE = (80, 24), (120, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE, (200, 60), (60, 20)], ids=["80x24", "120x40", "200x60", "60x20"])

HOSTILE = (
    "[bold]x[/bold] \x1b[31mred\x1b[0m \x9b2J \u202eevil\u202c tab\there \\[/] :smile: é\u0301 中文 ئۇيغۇر 👩\u200d👧"
)


async def open_desk(stage: Stage, *, words: str = "wedding") -> None:
    """To a desk."""
    await stage.type(words)
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)


def require_sound(stage: Stage) -> None:
    """No line is wider than the terminal, no control character is on the screen."""
    width = stage.app.size.width
    lines = stage.text.split("\n")
    assert len(lines) <= stage.app.size.height
    assert [line for line in lines if cell_len(line) > width] == []
    assert not {c for c in stage.text if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202c"}


@SIZES
async def test_articles_show_every_language_with_what_comes_next(play: Play, size: tuple[int, int]) -> None:
    async with play(size=size) as stage:
        require_sound(stage)
        for words in ("A wedding without her parents", "stale", "FR", "ES", "Enter", "F1"):
            assert words in stage.text


@SIZES
async def test_the_desk_shows_source_target_standing_and_help(play: Play, size: tuple[int, int]) -> None:
    async with play(size=size) as stage:
        await open_desk(stage)
        require_sound(stage)
        for words in ("EN → FR", "┃", "Her mother and father live in", "Sa mère et son père", "out of date", "^S"):
            assert words in stage.text
        assert "[-five-]{+six+}" in stage.text
        assert stage.desk.board.editor.region.width > 20
        assert stage.desk.board.editor.has_focus


async def test_at_120_columns_three_panes_lie_beside_each_other_and_at_80_one(play: Play) -> None:
    async with play(size=LARGE) as stage:
        await open_desk(stage)
        visible = [name for name, pane in stage.desk.panes.panes.items() if pane.display]
        assert visible == ["changes", "matches", "terms", "findings"]
        await stage.press("ctrl+g", "p")
        assert stage.desk.panes["history"].display
        await stage.pilot.resize_terminal(*SMALL)
        await stage.until(lambda: not stage.desk.panes.is_side_by_side)
        visible = [name for name, pane in stage.desk.panes.panes.items() if pane.display]
        assert visible == ["changes"]
        seen = []
        for _ in range(8):
            await stage.press("ctrl+g", "p")
            seen += [name for name, pane in stage.desk.panes.panes.items() if pane.display]
        assert seen == ["matches", "terms", "findings", "history", "comments", "other", "context", "changes"]


async def test_the_editor_stays_over_its_row_while_the_list_scrolls_and_grows(play: Play) -> None:
    async with play(size=(120, 24)) as stage:
        await open_desk(stage)
        board = stage.desk.board
        for _ in range(4):
            await stage.press("ctrl+down")
            row = board.list.cursor
            assert row is not None
            place = board.list.editor_region()
            assert place is not None
            await stage.until(
                lambda place=place: board.editor.region == place.translate(board.list.region.offset)  # type: ignore[misc]  # a lambda's default has no type
            )
            indent = look_of(board.list.rows[row].kind).indent
            assert place.x == board.list.target_left + indent
        await stage.type("mot " * 120)
        row = board.list.cursor
        assert row is not None
        place = board.list.editor_region()
        assert place is not None
        assert place.height == board.editor.wrapped_document.height
        cursor = place.y + board.editor.cursor_line
        assert 0 <= cursor < board.list.size.height


@SIZES
async def test_progress_shows_two_shares_what_is_stale_and_what_blocks(play: Play, size: tuple[int, int]) -> None:
    async with play(size=size) as stage:
        await stage.press("f2")
        await stage.see("covered")
        await stage.type("wedding fr")
        await stage.until(lambda: "A hymn" not in stage.text)
        require_sound(stage)
        for words in ("up to date", "since today"):
            assert words in stage.text


@pytest.mark.parametrize(("size", "theme"), [(SMALL, LIGHT.name), (LARGE, DARK.name)], ids=["80x24", "120x40"])
async def test_dialogs_fit_in_both_themes(play: Play, size: tuple[int, int], theme: str) -> None:
    async with play(size=size) as stage:
        stage.app.theme = theme
        await open_desk(stage)
        for keys, words in (
            (("f1",), "All keys"),
            (("ctrl+g", "v"), "Still valid?"),
            (("ctrl+g", "h"), "restore this version"),
            (("ctrl+g", "m"), "say it"),
            (("ctrl+g", "c"), "insert the translation"),
            (("ctrl+g", "b"), "Give back"),
        ):
            await stage.until(lambda: stage.desk.has_history)
            await stage.press(*keys)
            await stage.see(words)
            require_sound(stage)
            await stage.press("escape")
            await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))


@pytest.fixture
def hostile(workspace: Workspace, tmp_path: Path) -> str:
    """An article whose every text tries something."""
    file = tmp_path / "hostile.txt"
    file.write_text(f"{HOSTILE} title\n\n{HOSTILE} source\n\n{'中' * 300}\n", encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [file], ImportOptions()))
    ref = "example/hostile"
    for row in load_desk(workspace, ref, "fr").rows[:2]:
        save_translation(workspace, Save(ref, row.key, "fr", f"{HOSTILE} target", reason=HOSTILE))
        add_comment(workspace, ref, row.key, HOSTILE, language="fr")
    return ref


@SIZES
async def test_text_from_outside_is_shown_and_never_obeyed(play: Play, hostile: str, size: tuple[int, int]) -> None:
    async with play(size=size) as stage:
        await open_desk(stage, words="hostile")
        assert stage.desk.ref == hostile
        require_sound(stage)
        await stage.press("ctrl+up", "ctrl+up")
        await stage.until(lambda: stage.desk.comments)
        for pane in ("matches", "findings", "history", "comments"):
            stage.desk.panes.bring(pane)
            await stage.pilot.pause()
            require_sound(stage)
        assert "[bold]x[/bold] ␛[31mred␛[0m ␦2J ⇽evil⇹ tab" in stage.text.replace("\n", " ") or size != LARGE
        await stage.press("ctrl+g", "h")
        await stage.see("restore this version")
        require_sound(stage)


async def test_a_text_with_controls_survives_editing_exactly(play: Play, workspace: Workspace, hostile: str) -> None:
    async with play() as stage:
        await open_desk(stage, words="hostile")
        stage.desk.key = load_desk(workspace, hostile, "fr").rows[0].key
        stage.desk.show_paragraphs()
        await stage.pilot.pause()
        await stage.type("s")
        await stage.press("ctrl+s")
        await stage.desk.finish()
    assert load_desk(workspace, hostile, "fr").rows[0].text == f"{HOSTILE} targets"


async def test_a_pasted_text_keeps_its_lines_and_fires_no_key(play: Play) -> None:
    pasted = "première ligne\ndeuxième ligne\ttab\nfin"
    async with play() as stage:
        await open_desk(stage, words="hymn")
        key = stage.desk.key
        stage.app.post_message(Paste(pasted.replace("\n", "\r\n")))
        await stage.until(lambda: stage.typed == pasted)
        assert stage.desk.key == key


async def test_a_paste_that_comes_as_keys_confirms_nothing(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage, words="hymn")
        key = stage.desk.key
        for character in "une ligne assez longue\nencore une":
            name, sign = ("ctrl+j", None) if character == "\n" else (character, character)
            stage.app.post_message(Key(name, sign))
        await stage.until(lambda: stage.typed == "une ligne assez longue\nencore une")
        assert stage.desk.key == key


async def test_typographic_spaces_can_be_typed(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage, words="hymn")
        await stage.type("«\u00a0Où\u202f?\u00a0» … œ Ñ ¿")
        assert stage.typed == "«\u00a0Où\u202f?\u00a0» … œ Ñ ¿"


async def test_a_filter_narrows_the_desk_and_escape_widens_it(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage)
        await stage.press("ctrl+f")
        await stage.type("cotton")
        await stage.see("1 of 10 paragraphs shown")
        await stage.press("enter")
        assert stage.desk.row is not None
        assert "cotton" in stage.desk.row.source
        await stage.press("escape")
        await stage.until(lambda: len(stage.desk.board.list.rows) == 10)
        assert stage.desk.board.editor.has_focus


async def test_a_filter_that_fits_nothing_says_so(play: Play) -> None:
    async with play() as stage:
        await stage.type("zzz")
        await stage.see("No article has these words")
        await stage.press("escape")
        await stage.see("A hymn in a low voice")


async def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    settings = create_workspace(tmp_path / "empty")
    workspace = open_workspace(settings)
    app = TmsApp(settings, workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause(0.3)
        text = "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())
        assert "No article yet" in text
        assert "tms import" in text
        await pilot.press("enter", "tab", "down", "f2")
        await pilot.pause(0.3)
    workspace.close()


async def test_an_article_that_cannot_be_opened_says_why_and_what_to_do(play: Play, workspace: Workspace) -> None:
    add_member(workspace, "Rosa", Role.TRANSLATOR)
    set_member(workspace, "me", new_name="Noor")
    async with play() as stage:
        await stage.press("enter")
        await stage.see("no member 'me'")
        await stage.see("could not be read")
        await stage.press("ctrl+s", "ctrl+j", "ctrl+g", "s", "x", "ctrl+f", "escape", "escape")
        await stage.see("no member 'me'")


async def test_an_error_nobody_foresaw_is_shown_and_can_be_copied(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    # On a busy machine the keys below take longer than the guard: it ends when the test says so.
    monkeypatch.setattr("tms.tui.screens.dialog.GUARD_SECONDS", 600.0)
    async with play() as stage:
        await open_desk(stage)
        stage.desk.tell(ValueError("[bold]surprise[/bold]"))
        await stage.until(lambda: isinstance(stage.app.screen, ErrorDialog))
        assert "ValueError: [bold]surprise[/bold]" in stage.text
        await stage.press(*"copy", "escape")
        assert isinstance(stage.app.screen, ErrorDialog)
        await stage.press("ctrl+c")
        assert "ValueError" in stage.app.clipboard
        stage.app.screen._end_guard()
        await stage.press("escape")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))


async def test_without_colours_everything_is_still_said(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with play() as stage:
        await open_desk(stage)
        colours = {
            colour
            for strip in stage.app.screen._compositor.render_strips()
            for segment in strip.apply_filter(stage.app._filters[-1], stage.app.screen.background_colors[1])
            if segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor)
        }
        assert colours == {None}
        for sign in ("!", "✓", "~", "┃", "[-five-]{+six+}"):
            assert sign in stage.text


async def test_a_click_on_a_row_opens_it_and_keeps_what_was_typed(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage)
        row = stage.desk.row
        assert row is not None
        await stage.type(" x")
        lines = stage.text.split("\n")
        y = next(y for y, line in enumerate(lines) if "What you can do" in line)
        await stage.pilot.click(offset=(15, y))
        await stage.until(lambda: stage.desk.row is not None and stage.desk.row.source == "What you can do")
        assert stage.desk.board.editor.has_focus
        await stage.desk.finish()
        kept = next(other for other in load_desk(workspace, WEDDING, "fr").rows if other.key == row.key)
        assert kept.working_text == f"{row.text} x"


async def test_a_click_on_a_match_or_a_key_does_what_it_says(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage, words="hymn")
        lines = stage.text.split("\n")
        x = lines[-1].index("^J")
        await stage.pilot.click(offset=(x, len(lines) - 1))
        await stage.see("nothing here to confirm")
        await stage.press("ctrl+down", "ctrl+down")
        await stage.until(lambda: stage.desk.help is not None and stage.desk.help.help.terms)
        assert stage.desk.help is not None
        card = stage.desk.help.help.terms[0]
        await stage.until(lambda: card.hit.form in stage.text.split("Terms")[1])
        pane = stage.desk.panes["terms"].region
        await stage.pilot.click(offset=(pane.x + 4, pane.y + 1))
        await stage.until(lambda: stage.typed == card.preferred[0])


async def test_what_is_typed_while_a_save_runs_is_not_lost(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, words="hymn")
        key = stage.desk.key or ""
        await stage.type("eins")
        stage.app.post_message(Key("ctrl+s", None))
        for character in " zwei drei vier":
            stage.app.post_message(Key("space" if character == " " else character, character))
        await stage.until(lambda: stage.typed == "eins zwei drei vier")
        await stage.see("saved as draft")
        assert stage.typed == "eins zwei drei vier"
        await stage.desk.finish()
        row = next(row for row in load_desk(workspace, stage.desk.ref, "fr").rows if row.key == key)
        assert (row.text, row.working_text) == ("eins", "eins zwei drei vier")
        await stage.press("ctrl+s")
        await stage.desk.finish()
        assert isinstance(stage.app.screen, DeskScreen)
        row = next(row for row in load_desk(workspace, stage.desk.ref, "fr").rows if row.key == key)
        assert (row.text, row.working_text) == ("eins zwei drei vier", None)
