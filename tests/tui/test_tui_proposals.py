"""Proposed terms: accepted as they are or edited, refused with a reason, whatever is against it told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.test_tui_glossary import HOSTILE, SIZES, require_sound
from tms.tui.screens.decide_dialog import DecideDialog, FieldLine, describe_homes
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.glossary import GlossaryScreen
from tms.tui.screens.proposals import ProposalsScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.themes import LIGHT
from tms.values import ProposalState, Role, Term, TermStatus
from tms.workflow.deciding import get_concept, list_decisions
from tms.workflow.people import add_member
from tms.workflow.proposing import Place, list_proposals, propose_term, refuse_proposal
from tms.workflow.terms import list_concepts
from tms.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Play, Stage
    from tms.workflow.workspace import Workspace

WEDDING = "example/a-wedding-without-her-parents"


@pytest.fixture
def proposed(workspace: Workspace) -> Workspace:
    """Two proposals wait: a new word, and another word for a concept that is there."""
    propose_term(workspace, ("hukou", "hukou"), "fr", place=Place(WEDDING, "s5"), note="household registration")
    propose_term(workspace, ("surveillance", "seguimiento"), "es")
    return workspace


def screen(stage: Stage) -> ProposalsScreen:
    assert isinstance(stage.app.screen, ProposalsScreen)
    return stage.app.screen


async def open_proposals(stage: Stage) -> None:
    await stage.press("ctrl+g", "g")
    await stage.until(lambda: isinstance(stage.app.screen, GlossaryScreen) and stage.app.screen.rows is not None)
    await stage.press("ctrl+g", "o")
    await back_in_proposals(stage)


async def back_in_proposals(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, ProposalsScreen) and screen(stage).proposals is not None)


async def decide(stage: Stage) -> None:
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, DecideDialog))


@SIZES
async def test_proposals_tell_what_who_when_where_and_why(
    play: Play, proposed: Workspace, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await stage.press("ctrl+g", "g")
        await stage.see("2 proposals wait: ^G o")
        await stage.press("ctrl+g", "o")
        await stage.see("2 waiting")
        for words in ("hukou EN → hukou FR", "waits", "me,", f"in {WEDDING} s5", "household registration"):
            assert words in " ".join(stage.text.replace("┃", " ").split())
        require_sound(stage)


async def test_a_proposal_is_accepted_as_it_is(play: Play, proposed: Workspace) -> None:
    async with play() as stage:
        await open_proposals(stage)
        await decide(stage)
        await stage.see("by rule: hukou (sing.), hukous (plur.)")
        await stage.see("empty: a new concept of these words")
        await stage.press("enter")
        await back_in_proposals(stage)
        await stage.see("“hukou” accepted into hukou, added.toml has it too")
        await stage.see("1 waiting")
    assert get_concept(proposed, "hukou").terms_in("fr") == (Term("fr", "hukou"),)
    assert [p.state for p in list_proposals(proposed, with_decided=True)] == [
        ProposalState.ACCEPTED,
        ProposalState.OPEN,
    ]


async def test_a_proposal_is_accepted_edited(play: Play, proposed: Workspace) -> None:
    async with play(size=(80, 24)) as stage:
        stage.app.theme = LIGHT.name
        await open_proposals(stage)
        await stage.press("down")
        await decide(stage)
        await stage.see("empty: surveillance, by its words")
        require_sound(stage)
        await stage.press("backspace", "down", "down")
        await stage.type("nonsense")
        await stage.see("'nonsense' is no status of a term")
        await stage.press("enter")
        assert isinstance(stage.app.screen, DecideDialog)
        await stage.press("ctrl+u")
        await stage.type("admitted")
        await stage.press("tab", "down")
        await stage.type("m")
        await stage.press("down")
        await stage.type("seguimient | seguimientos")
        await stage.see("given: seguimient (m sing.)")
        await stage.press("down")
        await stage.type("in the press")
        await stage.press("enter")
        await back_in_proposals(stage)
        await stage.see("“seguimient” accepted into surveillance")
    found = next(term for term in get_concept(proposed, "surveillance").terms_in("es") if term.text == "seguimient")
    assert (found.status, found.gender, found.forms) == (TermStatus.ADMITTED, "m", ("seguimient", "seguimientos"))
    assert list_decisions(proposed, concept_id="surveillance")[0].reason == "in the press"


async def test_letters_and_arrows_in_one_burst_go_where_they_were_meant(play: Play, proposed: Workspace) -> None:
    async with play() as stage:
        await open_proposals(stage)
        await decide(stage)
        keys = [
            "down",
            *"x-y",
            "down",
            *"admitted",
            "down",
            "down",
            "m",
            "tab",
            *"a|b",
            "shift+tab",
            "/",
            "f",
            "up",
            "n",
        ]
        await stage.press(*keys)
        typed = {line.id: line.value for line in stage.app.screen.query(FieldLine)}
        assert {name: value for name, value in typed.items() if value and name not in ("source", "target")} == {
            "concept": "x-y",
            "status": "admitted",
            "gender": "m/f",
            "forms": "a|b",
            "pos": "n",
        }


async def test_a_refusal_needs_a_reason_that_is_kept(play: Play, proposed: Workspace) -> None:
    async with play() as stage:
        await open_proposals(stage)
        await stage.press("r")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        await stage.press("enter")
        await stage.see("a few words are needed")
        await stage.type("the press says so")
        await stage.press("enter")
        await stage.see("“hukou” refused, with your reason")
        await stage.see("1 waiting")
        assert screen(stage).proposal == list_proposals(proposed)[0]
        await stage.press("a")
        await stage.see("refused by me: the press says so")
        await stage.press("up", "enter")
        await stage.see("not now")
        assert isinstance(stage.app.screen, ProposalsScreen)
        await stage.press("a")
        await stage.until(lambda: "refused by" not in stage.text)
    assert "hukou" not in [concept.id for concept in list_concepts(proposed)]


async def test_the_paragraph_in_which_a_term_was_marked_is_one_key_away(play: Play, proposed: Workspace) -> None:
    async with play() as stage:
        await open_proposals(stage)
        await stage.press("s")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)
        assert (stage.desk.ref, stage.desk.language, stage.desk.key) == (WEDDING, "fr", "s5")
        await stage.press("escape")
        await back_in_proposals(stage)
        await stage.press("down", "s")
        await stage.see("not now: s is for when the term was marked in a paragraph")


async def test_a_translator_among_several_is_refused_and_loses_nothing(play: Play, proposed: Workspace) -> None:
    add_member(proposed, "Rosa", Role.TRANSLATOR)
    rosa = open_workspace(replace(proposed.settings, member="Rosa"))
    try:
        async with play(on=rosa) as stage:
            await open_proposals(stage)
            await decide(stage)
            await stage.type("s")
            await stage.press("enter")
            await stage.see("a translator may not decide on terms")
            await stage.see("ask a coordinator")
            assert "hukous" in stage.text
            await stage.press("escape")
            await back_in_proposals(stage)
            await stage.press("r")
            await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
            await stage.type("no")
            await stage.press("enter")
            await stage.see("a translator may not decide on terms")
    finally:
        rosa.close()
    assert len(list_proposals(proposed)) == 2


async def test_what_somebody_decided_meanwhile_is_told(play: Play, proposed: Workspace) -> None:
    async with play() as stage:
        await open_proposals(stage)
        await decide(stage)
        refuse_proposal(proposed, list_proposals(proposed)[0].id, reason="overtaken")
        await stage.press("enter")
        await stage.see("was refused already")
        await stage.press("escape")
        await back_in_proposals(stage)
        await stage.see("1 waiting")


async def test_without_proposals_it_says_how_they_come(play: Play) -> None:
    async with play(size=(80, 24)) as stage:
        await open_proposals(stage)
        for words in ("No proposal waits.", "tms glossary propose", "a shows those"):
            assert words in stage.text
        require_sound(stage)
        await stage.press("enter", "escape")
        await stage.until(lambda: isinstance(stage.app.screen, GlossaryScreen))


@SIZES
async def test_texts_from_outside_are_shown_and_never_obeyed(
    play: Play, workspace: Workspace, size: tuple[int, int]
) -> None:
    propose_term(workspace, (f"{HOSTILE} a", f"{HOSTILE} b"), "fr", note=HOSTILE)
    async with play(size=size) as stage:
        await open_proposals(stage)
        assert "[bold]x[/bold]" in stage.text
        require_sound(stage)
        await decide(stage)
        await stage.see("✓ [bold]x[/bold] ␛")
        require_sound(stage)
        await stage.press("enter")
        await back_in_proposals(stage)
    assert HOSTILE in get_concept(workspace, "bold-x-bold-31mred-evil-中文-e-a").terms_in("fr")[0].text


@pytest.mark.parametrize(
    ("concepts", "prompt"),
    [
        pytest.param((), "empty: a new concept of these words", id="none"),
        pytest.param(("camp",), "empty: camp, by its words", id="one"),
        pytest.param(("camp", "tent"), "several have these words, name one: camp, tent", id="several"),
    ],
)
def test_it_is_told_what_an_empty_concept_means(concepts: tuple[str, ...], prompt: str) -> None:
    assert describe_homes(concepts) == prompt
