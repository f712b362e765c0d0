"""The reach of a change: looked at, some left out, made article by article, taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.test_tui_glossary import HOSTILE, SIZES, require_sound
from tms.tui.reach import Job, Reach
from tms.tui.screens.campaign import CampaignScreen
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.themes import DARK, LIGHT
from tms.values import ImpactRow, Role, Save, State, TermStatus
from tms.workflow.deciding import change_concept, get_concept
from tms.workflow.editing import keep_working_copy, save_translation
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_desk, load_row
from tms.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

ENGLISH = "The road\n\nWe left Kashgar in May.\n\nNobody reached Kashgar.\n\nIn Kashgar it rained.\n"
FRENCH = ("La route", "Nous avons quitté Kachgar en mai.", "Personne n’a atteint Kachgar.", "À Kachgar, il pleuvait.")
ROAD, WAY = "example/the-road", "example/the-way"


@pytest.fixture
def changed(workspace: Workspace) -> Workspace:
    """Two articles in French, translated with a term that is deprecated since."""
    folder = workspace.settings.projects / "example"
    for name in ("the-road", "the-way"):
        article = folder / f"{name}.txt"
        article.write_text(ENGLISH, encoding="utf-8")
        apply_import(workspace, plan_import(workspace, "example", [article]))
        for row, text in zip(load_desk(workspace, f"example/{name}", "fr").rows, FRENCH, strict=True):
            save_translation(workspace, Save(f"example/{name}", row.key, "fr", text, State.TRANSLATED))
    before = get_concept(workspace, "kashgar")
    terms = tuple(
        replace(term, status=TermStatus.DEPRECATED)
        if (term.language, term.text) == ("fr", "Kachgar")
        else replace(term, status=TermStatus.PREFERRED)
        if (term.language, term.text) == ("fr", "Kashgar")
        else term
        for term in before.terms
    )
    change_concept(workspace, replace(before, terms=terms), expect=before)
    return workspace


def screen(stage: Stage) -> CampaignScreen:
    assert isinstance(stage.app.screen, CampaignScreen)
    return stage.app.screen


async def open_reach(stage: Stage, workspace: Workspace, concept: str = "kashgar") -> None:
    stage.app.push_screen(CampaignScreen(workspace, concept))
    await back_in_reach(stage)


async def back_in_reach(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, CampaignScreen) and screen(stage).reach is not None)


async def agree(stage: Stage, reason: str = "") -> None:
    await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
    await stage.type(reason)
    await stage.press("enter")
    await back_in_reach(stage)


def texts(workspace: Workspace, ref: str) -> list[str | None]:
    return [row.text for row in load_desk(workspace, ref, "fr").rows]


@SIZES
async def test_every_paragraph_stands_under_its_article_with_its_state_and_the_change(
    play: Play, changed: Workspace, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await stage.press("ctrl+g", "g")
        await stage.until(lambda: getattr(stage.app.screen, "rows", None) is not None)
        await stage.type("kashgar")
        await stage.press("ctrl+g", "i")
        await stage.see("7 paragraphs in 3 articles")
        text = " ".join(stage.text.split())
        for words in (f"{ROAD} FR 3 paragraphs", "+ taken in s2 ▸ translated", "[-Kachgar-]{+Kashgar+}"):
            assert words in text or size == (60, 20)
        require_sound(stage)


async def test_what_is_left_out_stays_and_the_rest_becomes_drafts(play: Play, changed: Workspace) -> None:
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.until(lambda: "taken in" in stage.text)
        while (row := screen(stage).row) is None or (row.article, row.segment) != (ROAD, "s3"):
            await stage.press("down")
        await stage.press("space")
        await stage.see("- left out  s3")
        assert "1 left out" in stage.text
        await stage.press("a")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        assert "Change 2 paragraphs" in stage.text
        await agree(stage, "as the readers say")
        await stage.see("2 paragraphs are drafts to be read now; z takes it back")
        await stage.see("5 paragraphs in 3 articles")
        assert "- left out  s3" in stage.text
    new = [text.replace("Kachgar", "Kashgar") for text in FRENCH]
    assert texts(changed, ROAD) == [FRENCH[0], new[1], FRENCH[2], new[3]]
    assert texts(changed, WAY) == list(FRENCH)
    assert load_row(changed, ROAD, "s2", "fr").state is State.DRAFT
    newest, before, *_ = list_history(changed, ROAD, "s2", "fr")
    assert (before.after, newest.after, newest.reason) == (FRENCH[1], new[1], "as the readers say")


async def test_a_paragraph_left_out_is_taken_in_again(play: Play, changed: Workspace) -> None:
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.press("space", "space")
        await stage.see("7 taken in")
        assert "left out" not in stage.text


async def test_all_articles_are_changed_one_after_the_other_and_taken_back_together(
    play: Play, changed: Workspace
) -> None:
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.press("ctrl+a")
        await agree(stage)
        await stage.see("7 paragraphs are drafts to be read now")
        await stage.see("Every translated paragraph has the term")
        assert texts(changed, WAY)[1] == "Nous avons quitté Kashgar en mai."
        await stage.press("z")
        await stage.see("7 paragraphs have their text back")
        await stage.see("7 paragraphs in 3 articles")
    assert texts(changed, ROAD) == texts(changed, WAY) == list(FRENCH)


async def test_what_somebody_wrote_since_is_not_taken_back(play: Play, changed: Workspace) -> None:
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.press("ctrl+a")
        await agree(stage)
        await stage.see("7 paragraphs are drafts")
        save_translation(changed, Save(ROAD, "s2", "fr", "Kashgar est loin.", State.TRANSLATED))
        await stage.press("z")
        await stage.see("6 paragraphs have their text back; 1 somebody has dealt with meanwhile")
    assert texts(changed, ROAD) == [FRENCH[0], "Kashgar est loin.", *FRENCH[2:]]


async def test_where_somebody_is_typing_nothing_is_changed(play: Play, changed: Workspace) -> None:
    revision = load_row(changed, ROAD, "s2", "fr").revision
    keep_working_copy(changed, ROAD, "s2", "fr", "Je tape…", revision)
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.press("ctrl+g", "a")
        await agree(stage)
        await stage.see(
            "6 paragraphs are drafts to be read now; z takes it back; 1 left alone: you typed here and did not save"
        )
    assert texts(changed, ROAD)[1] == FRENCH[1]


async def test_leaving_the_question_changes_nothing(play: Play, changed: Workspace) -> None:
    async with play() as stage:
        await open_reach(stage, changed)
        await stage.press("ctrl+s")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        await stage.press("escape")
        await back_in_reach(stage)
        await stage.press("z")
        await stage.see("not now")
        await stage.press("escape")
        await stage.until(lambda: not isinstance(stage.app.screen, CampaignScreen))
    assert texts(changed, ROAD) == list(FRENCH)


async def test_what_takes_a_person_says_so_and_opens_in_the_desk(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_reach(stage, workspace, "diaspora")
        await stage.see("? by hand")
        assert "by hand: “diaspora” is “diáspora” in Spanish" in stage.text
        assert "1 by hand" in stage.text
        await stage.press("space")
        await stage.see("this one takes a person")
        await stage.press("a")
        await stage.see("not now")
        row = screen(stage).row
        assert row is not None
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)
        assert (stage.desk.ref, stage.desk.language, stage.desk.key) == (row.article, row.language, row.segment)
        fixed = load_row(workspace, row.article, row.segment, "es")
        save_translation(
            workspace, Save(row.article, row.segment, "es", "La diáspora uigur.", State.DRAFT, fixed.revision)
        )
        await stage.press("escape")
        await back_in_reach(stage)
        await stage.see("Every translated paragraph has the term as it is to be.")


async def test_a_translator_among_several_is_refused(play: Play, changed: Workspace) -> None:
    add_member(changed, "Rosa", Role.TRANSLATOR)
    rosa = open_workspace(replace(changed.settings, member="Rosa"))
    try:
        async with play(on=rosa) as stage:
            await open_reach(stage, rosa)
            await stage.press("ctrl+a")
            await agree(stage)
            await stage.see("a translator may not change terms across articles")
            await stage.see("ask a coordinator")
            assert "not changed: a translator may not" in screen(stage).status.text
    finally:
        rosa.close()
    assert texts(changed, ROAD) == list(FRENCH)


@pytest.mark.parametrize(("size", "theme"), [((80, 24), LIGHT.name), ((120, 40), DARK.name)], ids=["80x24", "120x40"])
async def test_texts_from_outside_are_shown_and_never_obeyed(
    play: Play, changed: Workspace, size: tuple[int, int], theme: str
) -> None:
    save_translation(changed, Save(ROAD, "s2", "fr", f"{HOSTILE} Kachgar {HOSTILE}", State.TRANSLATED))
    async with play(size=size) as stage:
        stage.app.theme = theme
        await open_reach(stage, changed)
        await stage.press("down")
        await stage.see("[bold]x[/bold] ␛[31mred ⇽evil⇹")
        assert "[-Kachgar-]{+Kashgar+}" in stage.text
        require_sound(stage)
        await stage.press("ctrl+a")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        require_sound(stage)
        await agree(stage)
        await stage.see("7 paragraphs are drafts")
    assert texts(changed, ROAD)[1] == f"{HOSTILE} Kashgar {HOSTILE}"


def make_row(article: str, segment: str, proposed: str | None = "new") -> ImpactRow:
    return ImpactRow(
        article,
        segment,
        "fr",
        State.TRANSLATED,
        is_published=False,
        text="old",
        found="old",
        message="",
        proposed=proposed,
    )


def test_what_is_left_out_or_takes_a_person_is_in_no_job() -> None:
    rows = (make_row("p/a", "s1"), make_row("p/a", "s2", None), make_row("p/b", "s1"), make_row("p/b", "s2"))
    reach = Reach(rows, ((),) * 4)
    assert not reach.toggle(rows[2])
    assert reach.list_jobs() == [Job("p/a", "fr", ("s1",)), Job("p/b", "fr", ("s2",))]
    assert reach.describe_counts() == "2 taken in, 1 left out, 1 by hand"
    assert reach.toggle(rows[2])
    assert [job.segments for job in reach.list_jobs()] == [("s1",), ("s1", "s2")]
