"""The glossary: found by any word, edited with its forms in sight, every change kept with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.widgets import Input

from tms.config import settings_for
from tms.tui.concept_rows import ConceptRow
from tms.tui.concept_search import filter_rows, make_rows
from tms.tui.concept_texts import draft_concept, find_term_at
from tms.tui.screens.concept_dialog import ConceptDialog
from tms.tui.screens.decisions_dialog import DecisionsDialog
from tms.tui.screens.desk import DeskScreen
from tms.tui.screens.glossary import GlossaryScreen
from tms.tui.screens.reason_dialog import ReasonDialog
from tms.tui.screens.uses_dialog import UsesDialog
from tms.tui.themes import DARK, LIGHT
from tms.tui.widgets.concept_list import ConceptList
from tms.values import Concept, ConceptType, DecisionKind, Role, Term, TermStatus
from tms.workflow.deciding import change_concept, get_concept, list_decisions
from tms.workflow.people import add_member
from tms.workflow.proposing import propose_term, refuse_proposal
from tms.workflow.term_texts import to_toml
from tms.workflow.terms import list_concepts
from tms.workflow.workspace import Workspace, create_workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.strip import Strip

    from tests.tui.conftest import Play, Stage

WEDDING = "example/a-wedding-without-her-parents"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=["80x24", "120x40", "60x20"])
HOSTILE = "[bold]x[/bold] \x1b[31mred \u202eevil\u202c \\[/] 中文 é\u0301"


def require_sound(stage: Stage) -> None:
    """No line is wider than the terminal, no control character is on the screen."""
    width, height = stage.app.size
    lines = stage.text.split("\n")
    assert len(lines) <= height
    assert [line for line in lines if cell_len(line) > width] == []
    assert not {c for c in stage.text if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u202c"}


def screen(stage: Stage) -> GlossaryScreen:
    assert isinstance(stage.app.screen, GlossaryScreen)
    return stage.app.screen


def dialog(stage: Stage) -> ConceptDialog:
    assert isinstance(stage.app.screen, ConceptDialog)
    return stage.app.screen


async def back_in_glossary(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.app.screen, GlossaryScreen) and screen(stage).rows is not None)


async def open_glossary(stage: Stage, words: str = "") -> None:
    await stage.press("ctrl+g", "g")
    await back_in_glossary(stage)
    await stage.type(words)
    await stage.until(lambda: screen(stage).query_one(Input).value == words)


async def open_concept(stage: Stage, words: str) -> None:
    await open_glossary(stage, words)
    await stage.press("enter")
    await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog) and dialog(stage).checked is not None)


async def rewrite(stage: Stage, text: str) -> None:
    """Everything selected and another text pasted over it."""
    await stage.press("f7")
    stage.app.post_message(Paste(text))
    await stage.until(lambda: dialog(stage).editor.value == text)


async def exchange(stage: Stage, old: str, new: str) -> None:
    assert old in dialog(stage).editor.value
    await rewrite(stage, dialog(stage).editor.value.replace(old, new))


async def save(stage: Stage, reason: str = "") -> None:
    await stage.press("ctrl+s")
    await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
    await stage.type(reason)
    await stage.press("enter")


# Looking.


@SIZES
async def test_concepts_are_listed_beside_or_above_the_card_of_the_chosen_one(
    play: Play, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await open_glossary(stage, "kasgar")
        for words in ("1 of 83 concepts", "┃ Kashgar", "Kachgar", "Kasgar", "A city and prefecture", "Enter", "EN"):
            assert words in stage.text
        require_sound(stage)
        await stage.press("ctrl+g", "j")
        for words in ("preferred", "by rule"):
            assert words in stage.text or size == (60, 20)
        require_sound(stage)


async def test_the_footer_offers_no_way_to_the_screen_one_is_on(play: Play) -> None:
    async with play(size=(200, 40)) as stage:
        assert "^G g glossary" in stage.text
        await open_glossary(stage, "kasgar")
        footer = stage.text.split("\n")[-1]
        assert "glossary" not in footer
        assert "^G d progress" in footer


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Ouïghoure", id="a form in French"),
        pytest.param("ouighoure", id="without accents"),
        pytest.param("OUÏGHOURE", id="in capitals"),
        pytest.param("uiguras", id="a deprecated form in Spanish"),
        pytest.param("fundeu turkic-speaking", id="words of source and definition"),
        pytest.param("l'ouighour", id="another apostrophe"),
    ],
)
async def test_a_filter_finds_any_word_with_accents_or_without(play: Play, words: str) -> None:
    async with play() as stage:
        await open_glossary(stage, words)
        assert "uyghur" in [row.concept.id for row in screen(stage).list.rows]
        assert len(screen(stage).list.rows) < 5
        await stage.press("escape")
        await stage.until(lambda: len(screen(stage).list.rows) > 80)
        await stage.press("escape")
        await stage.until(lambda: not isinstance(stage.app.screen, GlossaryScreen))


def make_concept(number: int, note: str = "") -> Concept:
    return Concept(
        f"c-{number}", (Term("en", f"river {number}"), Term("fr", f"fleuve {number}")), note=note or "said of a bank"
    )


def test_what_has_the_word_as_a_term_stands_before_what_only_speaks_of_it() -> None:
    rows = make_rows([make_concept(1, "near the bridge"), Concept("bridge", (Term("en", "old bridge"),))], {})
    assert [row.concept.id for row in filter_rows(rows, "brïdge")] == ["bridge", "c-1"]


def test_rows_are_made_anew_only_where_a_concept_changed() -> None:
    rows = make_rows([make_concept(1), make_concept(2)], {})
    known = {row.concept.id: row for row in rows}
    again = make_rows([make_concept(1), make_concept(2, "new")], known)
    assert [one is other for one, other in zip(rows, again, strict=True)] == [True, False]


def test_of_thousands_of_concepts_only_those_in_sight_are_put_into_words() -> None:
    asked = []

    class Watched(ConceptList):
        def draw_row(self, index: int) -> list[Strip]:
            asked.append(index)
            return super().draw_row(index)

    table = Watched()
    table.row_width = 80
    table.rows = make_rows((make_concept(number) for number in range(5000)), {})
    assert sum(table.measure_row(index) for index in range(5000)) == 5000
    assert asked == []


@pytest.mark.parametrize(
    ("concept", "mark"),
    [
        pytest.param(Concept("a", ()), "", id="a term"),
        pytest.param(Concept("a", (), type=ConceptType.PERSON), "◇ person", id="a person"),
        pytest.param(Concept("a", (), type=ConceptType.QUOTE), "“ quotation", id="a quotation"),
        pytest.param(Concept("a", (), sensitive=True), "▲ sensitive", id="sensitive"),
        pytest.param(Concept("a", (), type=ConceptType.PLACE, sensitive=True), "▲◇ sensitive, place", id="both"),
    ],
)
def test_what_is_no_plain_term_has_a_sign_and_a_word(concept: Concept, mark: str) -> None:
    assert ConceptRow(concept, "", "", "").mark == mark


async def test_a_use_opens_its_paragraph_and_one_in_the_source_the_first_language(play: Play) -> None:
    async with play() as stage:
        await open_glossary(stage, "tens of thousands uyghur")
        await stage.press("escape")
        await stage.type("uyghur")
        await stage.press("ctrl+g", "u")
        await stage.until(lambda: isinstance(stage.app.screen, UsesDialog))
        assert "⟦Uyghurs⟧" in stage.text
        await stage.type("wedding en")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, DeskScreen) and stage.desk.help is not None)
        assert (stage.desk.ref, stage.desk.language, stage.desk.key) == (WEDDING, "fr", "s5")
        await stage.press("escape")
        await back_in_glossary(stage)


async def test_why_shows_the_newest_decision_first_with_what_it_changed_and_refusals(
    play: Play, workspace: Workspace
) -> None:
    before = get_concept(workspace, "kashgar")
    after = replace(before, note="As the river.")
    change_concept(workspace, after, expect=before, reason="readers asked")
    change_concept(workspace, replace(after, note="As the city."), expect=after, reason="more of them")
    proposal = propose_term(workspace, ("Kashgar", "Cachgar"), "fr")
    refuse_proposal(workspace, proposal.id, reason="nobody writes it so")
    async with play() as stage:
        await open_glossary(stage, "kashgar")
        await stage.press("ctrl+g", "w")
        await stage.until(lambda: isinstance(stage.app.screen, DecisionsDialog))
        places = [stage.text.index(words) for words in ("nobody writes it so", "more of them", "readers asked")]
        assert places == sorted(places)
        await stage.press("down")
        await stage.see("[-river-]{+city+}")


async def test_of_a_concept_without_decisions_its_own_reasons_are_told(play: Play) -> None:
    async with play() as stage:
        await open_glossary(stage, "uigures")
        await stage.press("ctrl+g", "w")
        await stage.see("nothing was decided on it here")
        assert "Fundéu" in stage.text


# Editing.


async def test_a_fault_is_told_with_its_line_and_what_is_mended_is_saved_into_the_file(
    play: Play, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, 'preferred = "Kachgar"\n', 'prefered = "Kachgar"\n')
        await stage.see("unknown key 'prefered'")
        line = dialog(stage).editor.value.split("\n").index('prefered = "Kachgar"') + 1
        assert f"line {line}" in stage.text
        await stage.press("ctrl+s")
        assert dialog(stage).editor.cursor_location[0] == line - 1
        await exchange(stage, "prefered", "preferred")
        await exchange(stage, "A city and prefecture", "An old city")
        await save(stage, "it is old")
        await back_in_glossary(stage)
        await stage.see("“Kashgar” changed, uyghur-region.toml has it too")
        await stage.see("An old city")
    assert "An old city" in (workspace.settings.glossaries / "uyghur-region.toml").read_text(encoding="utf-8")
    assert get_concept(workspace, "kashgar").definition.startswith("An old city")
    decision = list_decisions(workspace, concept_id="kashgar")[0]
    assert (decision.kind, decision.who, decision.reason) == (DecisionKind.CHANGED, "me", "it is old")


async def test_the_forms_that_the_rules_make_are_shown_and_written_out_to_be_corrected(
    play: Play, workspace: Workspace
) -> None:
    async with play() as stage:
        await open_concept(stage, "disparition forcée")
        lines = dialog(stage).editor.value.split("\n")
        dialog(stage).editor.move_cursor((lines.index('preferred = "disparition forcée"'), 0))
        await stage.see("by rule: disparition forcée (f sing.), disparitions forcées (f plur.)")
        await stage.press("ctrl+t")
        assert 'forms = ["disparition forcée", "disparitions forcées"]' in dialog(stage).editor.value
        await exchange(stage, '"disparitions forcées"]', '"disparitions forcées", "disparus"]')
        await stage.see("given: disparition forcée")
        await save(stage)
        await back_in_glossary(stage)
    terms = get_concept(workspace, "enforced-disappearance").terms_in("fr")
    assert terms[0].forms == ("disparition forcée", "disparitions forcées", "disparus")


async def test_a_new_concept_is_made_of_the_words_that_none_has(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_glossary(stage, "Hukou système")
        assert "No concept has these words" in stage.text
        await stage.press("ctrl+n")
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog))
        assert dialog(stage).editor.value.startswith("[hukou-systeme]\n")
        await stage.type("Household registration.")
        assert 'definition = "Household registration."' in dialog(stage).editor.value
        await stage.see("an empty preferred term in [hukou-systeme.fr]")
        await exchange(stage, '[hukou-systeme.fr]\npreferred = ""', '[hukou-systeme.fr]\npreferred = "hukou"')
        await exchange(stage, '[hukou-systeme.es]\npreferred = ""', '[hukou-systeme.es]\npreferred = "hukou"')
        await save(stage, "it comes up")
        await back_in_glossary(stage)
        await stage.see("“Hukou système” added, added.toml has it too")
        await stage.until(lambda: screen(stage).concept is not None)
        assert screen(stage).concept == get_concept(workspace, "hukou-systeme")
        await stage.press("ctrl+g", "z")
        await stage.see("as it was before")
    assert "hukou-systeme" not in [concept.id for concept in list_concepts(workspace)]


async def test_a_new_concept_that_is_not_searched_for_is_asked_for(play: Play) -> None:
    async with play() as stage:
        await open_glossary(stage)
        await stage.press("ctrl+n")
        await stage.see("the English term")
        await stage.type("Uyghur")
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog))
        assert dialog(stage).editor.value.startswith("[uyghur-2]\n")
        await exchange(stage, "[uyghur-2", "[uyghur")
        await exchange(stage, 'preferred = ""', 'preferred = "ouïghour"')
        await stage.see("there is a concept 'uyghur' already")


async def test_what_contradicts_the_glossary_is_told_and_nothing_is_lost(play: Play, workspace: Workspace) -> None:
    before = get_concept(workspace, "kashgar")
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, 'preferred = "Kachgar"', 'preferred = "Hotan"')
        text = dialog(stage).editor.value
        await save(stage)
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog))
        await stage.see("not saved")
        assert "Hotan" in stage.text
        assert dialog(stage).editor.value == text
    assert get_concept(workspace, "kashgar") == before


async def test_the_id_of_a_concept_stays(play: Play) -> None:
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, "[kashgar", "[kachgar")
        await stage.see("the id was 'kashgar'")
        await rewrite(stage, "")
        await stage.see("holds 0 concepts")


async def test_changes_are_thrown_away_only_when_asked_twice(play: Play, workspace: Workspace) -> None:
    before = get_concept(workspace, "kashgar")
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, "A city", "A town")
        await stage.press("escape")
        await stage.see("Esc again throws the changes away")
        await stage.type("x")
        await stage.press("backspace", "escape")
        assert isinstance(stage.app.screen, ConceptDialog)
        await stage.press("escape")
        await back_in_glossary(stage)
    assert get_concept(workspace, "kashgar") == before


@pytest.fixture
def rosa(workspace: Workspace) -> Iterator[Workspace]:
    """The workspace as a translator among several has it."""
    add_member(workspace, "Rosa", Role.TRANSLATOR)
    opened = open_workspace(replace(workspace.settings, member="Rosa"))
    yield opened
    opened.close()


async def test_a_translator_among_several_is_refused_and_loses_nothing(play: Play, rosa: Workspace) -> None:
    before = get_concept(rosa, "kashgar")
    async with play(on=rosa) as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, "A city", "A town")
        await save(stage)
        await stage.see("a translator may not change the glossary")
        await stage.see("ask a coordinator")
        assert "A town" in dialog(stage).editor.value
    assert get_concept(rosa, "kashgar") == before


async def test_who_was_overtaken_sees_the_other_text_and_may_save_over_it(play: Play, workspace: Workspace) -> None:
    before = get_concept(workspace, "kashgar")
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, "A city", "A town")
        change_concept(workspace, replace(before, note="Theirs."), expect=before)
        await save(stage)
        await stage.see("somebody changed it meanwhile")
        assert "Theirs." in stage.text
        assert get_concept(workspace, "kashgar").note == "Theirs."
        await save(stage, "mine is better")
        await back_in_glossary(stage)
    assert get_concept(workspace, "kashgar").definition.startswith("A town")
    assert [d.reason for d in list_decisions(workspace, concept_id="kashgar")] == ["mine is better", ""]


async def test_a_removal_needs_a_reason_and_can_be_taken_back(play: Play, workspace: Workspace) -> None:
    before = get_concept(workspace, "geneva")
    async with play() as stage:
        await open_glossary(stage, "geneva")
        await stage.press("ctrl+g", "x")
        await stage.until(lambda: isinstance(stage.app.screen, ReasonDialog))
        await stage.press("enter")
        await stage.see("a few words are needed")
        await stage.type("nobody gets it wrong")
        await stage.press("enter")
        await stage.see("“Geneva” removed")
        assert "geneva" not in [concept.id for concept in list_concepts(workspace)]
        await stage.press("ctrl+g", "z")
        await stage.see("“Geneva” as it was before")
        await stage.until(lambda: screen(stage).concept is not None)
    assert get_concept(workspace, "geneva") == before
    assert [d.reason for d in list_decisions(workspace, concept_id="geneva")] == ["taken back", "nobody gets it wrong"]


async def test_a_change_tells_how_many_paragraphs_have_an_old_form(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        await open_concept(stage, "kashgar")
        await exchange(stage, '"Kachgar"', '"Qachgar"')
        await save(stage)
        await stage.see("1 paragraph has an old form; ^G i shows them")


# Manners.


async def test_an_empty_glossary_says_what_to_do(play: Play, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    create_workspace(folder)
    empty = open_workspace(settings_for(folder, {}))
    try:
        async with play(on=empty, size=(80, 24)) as stage:
            await open_glossary(stage)
            for words in ("No concept yet.", "^N writes the first one", "tms glossary load"):
                assert words in stage.text
            require_sound(stage)
    finally:
        empty.close()


async def test_it_can_be_opened_at_words_and_at_a_concept(play: Play, workspace: Workspace) -> None:
    async with play() as stage:
        stage.app.push_screen(GlossaryScreen(workspace, "xinjiang", concept="urumqi"))
        await back_in_glossary(stage)
        concept = screen(stage).concept
        assert concept is not None
        assert concept.id == "urumqi"
        assert screen(stage).query_one(Input).value == "xinjiang"


@pytest.fixture
def hostile(workspace: Workspace) -> Concept:
    """A concept whose every text tries something."""
    terms = (
        Term("en", f"{HOSTILE} term", note=HOSTILE),
        Term("fr", f"{HOSTILE} terme", TermStatus.DEPRECATED, reason=HOSTILE, replacement=HOSTILE),
    )
    concept = Concept("hostile", terms, definition=HOSTILE, note=HOSTILE, source=HOSTILE, subject=HOSTILE)
    change_concept(workspace, concept, expect=None, reason=HOSTILE)
    return get_concept(workspace, "hostile")


@SIZES
async def test_texts_from_outside_are_shown_and_never_obeyed(
    play: Play, workspace: Workspace, hostile: Concept, size: tuple[int, int]
) -> None:
    async with play(size=size) as stage:
        await open_glossary(stage, "hostile")
        assert "[bold]x[/bold] ␛[31" in stage.text
        require_sound(stage)
        await stage.press("ctrl+g", "w")
        await stage.until(lambda: isinstance(stage.app.screen, DecisionsDialog))
        require_sound(stage)
        await stage.press("escape")
        await back_in_glossary(stage)
        await stage.press("enter")
        await stage.until(lambda: isinstance(stage.app.screen, ConceptDialog) and dialog(stage).checked is not None)
        assert dialog(stage).editor.value == to_toml(hostile)
        require_sound(stage)
        await stage.press("end")
        await stage.type(" # checked")
        await stage.press("ctrl+s")
        await stage.see("nothing was changed")
    assert get_concept(workspace, "hostile") == hostile


@pytest.mark.parametrize(("size", "theme"), [((80, 24), LIGHT.name), ((120, 40), DARK.name)], ids=["80x24", "120x40"])
async def test_dialogs_fit_in_both_themes(play: Play, size: tuple[int, int], theme: str) -> None:
    async with play(size=size) as stage:
        stage.app.theme = theme
        await open_glossary(stage, "uyghur")
        for keys, words in (
            (("enter",), "^S save"),
            (("ctrl+g", "u"), "open the paragraph"),
            (("ctrl+g", "w"), "Why: uyghur"),
            (("ctrl+g", "x"), "Remove uyghur"),
            (("f1",), "Edit the concept"),
        ):
            await stage.press(*keys)
            await stage.see(words)
            require_sound(stage)
            await stage.press("escape")
            await back_in_glossary(stage)


def test_the_draft_of_a_new_concept_has_an_id_of_its_own() -> None:
    assert draft_concept("Éveil du « Sud »", ("fr",), {"eveil-du-sud"}) == (
        '[eveil-du-sud-2]\ndefinition = ""\nsource = ""\n\n'
        '[eveil-du-sud-2.en]\npreferred = "Éveil du « Sud »"\n\n[eveil-du-sud-2.fr]\npreferred = ""\n'
    )


TEXT = (
    '[a]\nnote = "x"\n\n[a.en]\npreferred = "one"\n\n[a.fr]\npreferred = "un"\n'
    'deprecated = [{term = "ung", instead = "un"}]'
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(1, None, id="what is said of the concept"),
        pytest.param(4, "one", id="a preferred term"),
        pytest.param(6, "un", id="a language"),
        pytest.param(8, "ung", id="the term before the one to write instead"),
    ],
)
def test_a_line_speaks_of_a_term(line: int, found: str | None) -> None:
    terms = (Term("en", "one"), Term("fr", "un"), Term("fr", "ung", TermStatus.DEPRECATED, replacement="un"))
    term = find_term_at(TEXT, line, Concept("a", terms))
    assert (term.text if term else None) == found
