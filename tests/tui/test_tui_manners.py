"""What keys, dialogs and notices must never do to somebody who is typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import Input

from tms.tui.blocks import cut_to
from tms.tui.screens.articles import describe_article
from tms.tui.screens.desk import DeskScreen
from tms.tui.signs import short_step
from tms.values import ArticleSummary, Level, Progress, Role, Save, State
from tms.workflow.attaching import attach
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


async def open_desk(stage: Stage, words: str) -> None:
    """To a desk."""
    await stage.type(words)
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)


async def test_a_filter_typed_slowly_keeps_the_keys_until_enter(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, "wedding")
        before = load_desk(workspace, WEDDING, "fr").rows
        await stage.press("ctrl+f")
        line = stage.desk.query_one("#filter", Input)
        for letter in "cotton":
            await stage.press(letter)
            await stage.pilot.pause(0.4)
            assert line.has_focus
        assert line.value == "cotton"
        await stage.press("z")
        await stage.see("no paragraph has these words")
        await stage.press("backspace", "enter")
        await stage.until(lambda: stage.desk.board.editor.has_focus)
        await stage.desk.finish()
    assert load_desk(workspace, WEDDING, "fr").rows == before


async def test_letters_and_corrections_in_one_burst_are_applied_in_order(play: Play) -> None:
    async with play() as stage:
        keys = [*"wex", "backspace", *"dding", "home", "a", "delete", "end", "backspace", "backspace"]
        for key in keys:
            stage.app.post_message(Key(key, key if len(key) == 1 else None))
        await stage.until(lambda: stage.app.screen.query_one(Input).value == "aeddi")


async def test_letters_and_enter_in_one_burst_open_what_the_letters_say(play: Play) -> None:
    async with play() as stage:
        for key in [*"wedding", "enter"]:
            stage.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen))
        assert stage.desk.ref == WEDDING


async def test_a_notice_goes_away_with_the_next_key(play: Play) -> None:
    async with play() as stage:
        await open_desk(stage, "hymn")
        await stage.press("ctrl+g", "v")
        assert "not now" in stage.text
        await stage.press("x")
        assert "not now" not in stage.text


@pytest.fixture
def attached(workspace: Workspace, tmp_path: Path) -> str:
    """Two paragraphs, the second translated together with the first, as a draft."""
    file = tmp_path / "leaflet.txt"
    file.write_text("Her mother writes.\n\nShe waits for an answer.\n", encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [file], ImportOptions()))
    return "example/leaflet"


async def test_matches_and_source_replace_what_nobody_wrote_and_join_what_somebody_did(
    play: Play, attached: str
) -> None:
    assert attached
    async with play() as stage:
        await open_desk(stage, "leaflet")
        row = stage.desk.row
        assert row is not None
        await stage.press("ctrl+g", "s")
        await stage.press("ctrl+g", "s")
        assert stage.typed == row.source
        stage.desk._fill("Sa mère écrit.")
        assert stage.typed == "Sa mère écrit."
        stage.desk._fill("Elle écrit.")
        assert stage.typed == "Elle écrit."
        await stage.type("Oui")
        stage.desk._fill("sa mère")
        assert stage.typed == "Elle écrit.Oui sa mère"
        await stage.press("home")
        stage.desk._fill("Non")
        assert stage.typed == "Non Elle écrit.Oui sa mère"
        await stage.press("ctrl+z")
        assert stage.typed == "Elle écrit.Oui sa mère"


async def test_a_verdict_on_what_has_changed_since_is_not_given(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, "wedding")
        row = stage.desk.row
        assert row is not None
        assert row.is_stale
        save_translation(workspace, Save(WEDDING, row.key, "fr", "Un tout autre texte.", State.DRAFT, row.revision))
        await stage.press("ctrl+g", "v")
        await stage.see("Still valid?")
        await stage.type("yes")
        await stage.press("enter")
        await stage.see("the translation was changed meanwhile")
        assert stage.typed == "Un tout autre texte."
    assert load_row(workspace, WEDDING, row.key, "fr").state is State.DRAFT


async def test_still_valid_over_an_open_finding_needs_a_reason(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_desk(stage, "wedding")
        await stage.press("ctrl+o")
        row = stage.desk.row
        assert row is not None
        found = [f for f in stage.desk.findings if f.waived is None]
        await stage.until(lambda: stage.desk.has_history)
        while not found:
            await stage.press("ctrl+o")
            await stage.until(lambda: stage.desk.help is not None)
            await stage.pilot.pause(0.1)
            found = [f for f in stage.desk.findings if f.waived is None]
            row = stage.desk.row
        await stage.press("ctrl+g", "v")
        await stage.see("Still valid?")
        assert found[0].message in stage.text
        await stage.press("enter")
        await stage.see("a few words are needed")
        await stage.type("the number is right")
        await stage.press("enter")
        await stage.see("up to date again")
        await stage.desk.finish()
    assert row is not None
    assert list_history(workspace, WEDDING, row.key, "fr")[0].reason == "the number is right"
    assert load_row(workspace, WEDDING, row.key, "fr").level is Level.NONE


async def test_nobody_named_among_several_is_said_with_what_to_do(play: Play, workspace: Workspace) -> None:
    add_member(workspace, "Rosa", Role.TRANSLATOR)
    nameless = open_workspace(replace(workspace.settings, member=None))
    try:
        async with play(on=nameless) as stage:
            await stage.press("enter")
            await stage.see("could not be read")
            await stage.until(lambda: stage.app.screen.query_one("#trouble").display)
            await stage.see("several people work here")
            await stage.see("→ set TMS_MEMBER")
    finally:
        nameless.close()


EMPTY = Progress("fr", 60, 900, 25, 0, 35, 0, 0, 0, 0.5, 0.5)


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        pytest.param(EMPTY, "25 open", id="open"),
        pytest.param(replace(EMPTY, stale=2), "2 stale", id="stale"),
        pytest.param(replace(EMPTY, initial=0, draft=1), "1 draft", id="a draft"),
        pytest.param(replace(EMPTY, initial=0, findings=3), "3 findings", id="findings before a review"),
        pytest.param(replace(EMPTY, initial=0), "35 to review", id="to review"),
        pytest.param(replace(EMPTY, initial=0, translated=0, reviewed=60), "done", id="done"),
        pytest.param(replace(EMPTY, segments=0), "empty", id="empty"),
    ],
)
def test_the_next_step_fits_a_narrow_line(progress: Progress, said: str) -> None:
    assert short_step(progress) == said
    block = describe_article(ArticleSummary("p", "s", "T", "text", (progress,)), 0, 76)
    assert block.text.splitlines()[1].endswith(f"next: {said}")
    assert max(len(line) for line in block.text.splitlines()) <= 76


def test_twins_show_their_slugs() -> None:
    article = ArticleSummary("p", "second", "Same title", "text", ())
    assert "p/second" in describe_article(article, 0, 76, is_twin=True).text
    assert "p/second" not in describe_article(article, 0, 76).text


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [
        pytest.param("one two three", 13, "one two three", id="fits"),
        pytest.param("one two three", 10, "one two…", id="in a word"),
        pytest.param("one two three", 8, "one two…", id="at a word's end"),
        pytest.param("x" * 20, 5, "xxxx…", id="no spaces"),
        pytest.param("中文和日本語の文章", 5, "中文和日…", id="a script without spaces"),
        pytest.param("one", 0, "…", id="no room"),
    ],
)
def test_an_excerpt_ends_with_a_word(text: str, length: int, cut: str) -> None:
    assert cut_to(text, length) == cut


ENGLISH = (
    "The well\n\nEvery morning in 1998 the women walked to the well in Kashgar.\n\n"
    "Nobody asked who had dug it.\n\nIt was closed by order of the council on 3 May 2017.\n"
)
FRENCH = (
    "Le puits\n\nChaque matin de 1998, les femmes marchaient jusqu’au puits de Kachgar, et en 1998 personne ne "
    "demandait qui l’avait creusé.\n\nIl fut fermé par ordre du conseil le 3 mai 2017.\n"
)


async def test_confirming_a_covered_paragraph_keeps_it_covered(
    play: Play, workspace: Workspace, tmp_path: Path
) -> None:
    english, french = tmp_path / "well.txt", tmp_path / "puits.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    french.write_text(FRENCH, encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "example", [english], ImportOptions()))
    attach(workspace, "example/well", "fr", french)
    before = next(row for row in load_desk(workspace, "example/well", "fr").rows if row.covered_by is not None)
    save_translation(workspace, Save("example/well", before.key, "fr", "", State.DRAFT))
    async with play() as stage:
        await open_desk(stage, "example/well")
        await stage.desk.go_to(before.key)
        await stage.press("ctrl+j")
        await stage.see("confirmed with the paragraph that it stands in")
        await stage.desk.finish()
    row = load_row(workspace, "example/well", before.key, "fr")
    assert (row.text, row.covered_by, row.state) == (None, before.covered_by, State.TRANSLATED)


@pytest.mark.parametrize("is_overtaken", [False, True], ids=["saved", "overtaken by somebody"])
async def test_a_review_asked_for_during_a_save_waits_for_it_and_falls_with_it(
    play: Play, workspace: Workspace, *, is_overtaken: bool
) -> None:
    async with play() as stage:
        await stage.type("hymn")
        await stage.press("tab", "enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)
        row = next(row for row in load_desk(workspace, HYMN, "es").rows if row.state is State.TRANSLATED)
        await stage.desk.go_to(row.key)
        await stage.type(" Así fue.")
        if is_overtaken:
            save_translation(workspace, Save(HYMN, row.key, "es", "Otro texto."))
        for key in ("ctrl+s", "ctrl+r"):
            stage.app.post_message(Key(key, None))
        await stage.see("so nothing else was done" if is_overtaken else "marked as reviewed")
    stored = load_row(workspace, HYMN, row.key, "es")
    assert stored.state is (State.TRANSLATED if is_overtaken else State.REVIEWED)
    assert stored.text == ("Otro texto." if is_overtaken else f"{row.text} Así fue.")
