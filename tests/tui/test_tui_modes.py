"""Ways to look at an article: what is in sight, what is remembered, where keys lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tms.config import settings_for
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.desk_judging import describe_seen
from tms.tui.screens.read_through import ReadThroughScreen
from tms.tui.widgets.desk_layout import divide_lines
from tms.values import EventKind, Role, Save, State
from tms.workflow.editing import save_translation
from tms.workflow.people import add_member
from tms.workflow.reading import load_desk, load_row
from tms.workflow.reviewing import approve
from tms.workflow.seeing import find_last_seen, list_own
from tms.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

HYMN = "example/a-hymn-in-a-low-voice"
LABEL = "example/what-a-label-does-not-say"
WEDDING = "example/a-wedding-without-her-parents"


async def arrive(stage: Stage) -> None:
    """At the desk, with what lies beside the paragraph."""
    await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)


def test_however_long_a_paragraph_is_its_neighbours_stay_in_sight() -> None:
    for page in (10, 14, 26, 46):
        for source, editor in ((1, 2), (8, 9), (40, 2), (3, 60), (90, 90)):
            parts = divide_lines(page, lead=1, source=source, between=0, editor=editor)
            assert parts.height <= page - 2 + parts.tail
            assert parts.source >= 1
            assert parts.editor >= 2


async def test_what_was_chosen_is_there_again_the_next_evening(play: Play) -> None:
    async with play(size=(80, 24), open_ref=WEDDING) as stage:
        await arrive(stage)
        desk = stage.desk
        assert desk.board.way.value == "large"
        await stage.press("ctrl+g", ",", "s")
        await stage.press("ctrl+g", "z")
        assert desk.board.way.value == "side"
        await stage.until(lambda: desk.panes.size.height == 1)
        key = desk.key
        again = DeskScreen(desk.workspace, desk.ref, desk.language, key=key)
        stage.app.push_screen(again)
        await stage.until(lambda: again.help is not None)
        assert again.board.way.value == "side"
        assert again.panes.is_folded
        await stage.press("ctrl+g", ",", "c")
        await stage.see("▸  3 Her mother")
        assert not again.panes.is_folded
        assert again.panes["context"].display


async def test_one_paragraph_large_shows_it_whole_between_its_neighbours(play: Play) -> None:
    async with play(size=(80, 24), open_ref=WEDDING) as stage:
        await arrive(stage)
        paragraphs = stage.desk.paragraphs
        assert paragraphs is not None
        row = stage.desk.row
        assert row is not None
        index = paragraphs.index_of(row.key)
        before, after = paragraphs.rows[index - 1], paragraphs.rows[index + 1]
        shown = " ".join(stage.text.split())
        assert before.source[:20] in shown
        assert after.source[:20] in shown
        assert row.source[-20:] in shown
        await stage.press("ctrl+g", "#", "1", "enter")
        await stage.until(lambda: stage.desk.board.list.cursor == 0)
        await stage.press("pagedown")
        assert stage.desk.board.list.cursor not in (0, None)


async def test_a_review_goes_from_text_to_text_and_says_at_the_end_what_was_done(
    play: Play, workspace: Workspace
) -> None:
    async with play(size=(120, 40), open_ref=LABEL) as stage:
        await arrive(stage)
        await stage.press("ctrl+g", ",", "v")
        await stage.see("approved it on")
        row = stage.desk.row
        assert row is not None
        await stage.type(" Fin.")
        await stage.press("ctrl+s")
        await stage.see("{+ Fin.+}")
        await stage.see("1 word")
        await stage.press("ctrl+r")
        await stage.see("1 approved, nothing else waits for your review")
    assert load_row(workspace, LABEL, row.key, "fr").state is State.REVIEWED


def test_what_nobody_has_judged_is_new_and_says_so(workspace: Workspace) -> None:
    row = next(row for row in load_desk(workspace, HYMN, "es").rows if row.state is State.TRANSLATED)
    assert find_last_seen(workspace, HYMN, row.key, "es") is None
    assert "".join(text for text, _role in describe_seen(row, None, is_own=False)).startswith("new")
    approve(workspace, HYMN, [row.key], "es")
    seen = find_last_seen(workspace, HYMN, row.key, "es")
    assert seen is not None
    assert (seen.words, seen.is_mine) == (0, True)


def test_in_a_team_ones_own_text_waits_for_another_reviewer(workspace: Workspace) -> None:
    row = load_desk(workspace, HYMN, "fr").rows[0]
    save_translation(workspace, Save(HYMN, row.key, "fr", "Un hymne à voix basse", State.TRANSLATED, row.revision))
    assert list_own(workspace, HYMN, "fr") == frozenset()
    add_member(workspace, "Rosa", Role.REVIEWER)
    assert list_own(workspace, HYMN, "fr") == {row.key}


def test_of_what_others_changed_after_my_save_i_see_what_is_new_to_me(workspace: Workspace, folder: Path) -> None:
    row = load_desk(workspace, HYMN, "fr").rows[0]
    save_translation(workspace, Save(HYMN, row.key, "fr", "Un hymne à voix basse", State.TRANSLATED, row.revision))
    approve(workspace, HYMN, [row.key], "fr")
    row = load_row(workspace, HYMN, row.key, "fr")
    save_translation(workspace, Save(HYMN, row.key, "fr", "Un chant à voix basse", State.TRANSLATED, row.revision))
    own = find_last_seen(workspace, HYMN, row.key, "fr")
    assert own is not None
    assert own.kind is EventKind.APPROVED
    add_member(workspace, "Rosa", Role.REVIEWER)
    rosa = open_workspace(settings_for(folder, {"TMS_MEMBER": "Rosa"}))
    row = load_row(rosa, HYMN, row.key, "fr")
    save_translation(rosa, Save(HYMN, row.key, "fr", "Un chant à voix très basse", State.TRANSLATED, row.revision))
    mine, hers = (find_last_seen(one, HYMN, row.key, "fr") for one in (workspace, rosa))
    rosa.close()
    assert mine is not None
    assert hers is not None
    assert (mine.kind, mine.is_mine, mine.words) == (EventKind.SAVED, True, 1)
    assert (hers.kind, hers.is_mine, hers.words) == (EventKind.APPROVED, False, 2)
    said = "".join(text for text, _role in describe_seen(row, mine, is_own=False))
    assert said.startswith("changed since you saved it on")


async def test_a_review_begins_at_the_first_that_waits_in_the_order_of_reading(
    play: Play, workspace: Workspace
) -> None:
    for row in load_desk(workspace, HYMN, "fr").rows[1:4]:
        save_translation(workspace, Save(HYMN, row.key, "fr", "À voix basse.", State.TRANSLATED, row.revision))
    rows = load_desk(workspace, HYMN, "fr").rows
    waiting = [row.key for row in rows if row.state is State.TRANSLATED and not row.is_stale]
    async with play(size=(120, 40), open_ref=HYMN) as stage:
        await arrive(stage)
        await stage.desk.go_to(waiting[-1])
        await stage.press("ctrl+g", ",", "v")
        await stage.until(lambda: stage.desk.key == waiting[0])


async def test_a_review_that_was_remembered_knows_whose_texts_are_mine_and_stays_where_it_opened(
    play: Play, workspace: Workspace
) -> None:
    row = load_desk(workspace, HYMN, "fr").rows[0]
    save_translation(workspace, Save(HYMN, row.key, "fr", "Un hymne à voix basse", State.TRANSLATED, row.revision))
    add_member(workspace, "Rosa", Role.REVIEWER)
    async with play(size=(120, 40), open_ref=HYMN) as stage:
        await arrive(stage)
        desk = stage.desk
        stage.app.habits.put("desk.way.wide", "review")
        again = DeskScreen(desk.workspace, desk.ref, desk.language, key=row.key)
        stage.app.push_screen(again)
        await stage.see("you translated it yourself")
        assert (again.board.way.value, again.key) == ("review", row.key)


async def test_read_through_shows_an_article_and_leads_to_what_wants_a_look(play: Play) -> None:
    async with play(size=(80, 24), open_ref=WEDDING) as stage:
        await arrive(stage)
        before = stage.desk.key
        await stage.press("ctrl+g", ",", "r")
        await stage.until(lambda: isinstance(stage.app.screen, ReadThroughScreen) and stage.app.screen.list.cursor == 2)
        await stage.see("0 missing   ! 3 stale")
        screen = stage.app.screen
        assert isinstance(screen, ReadThroughScreen)
        await stage.press("space")
        await stage.see("Her mother and father live in Kashgar")
        await stage.press("n")
        wanted = screen.list.rows[screen.list.cursor or 0].key
        assert wanted != before
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.key == wanted)
