"""My last save can be taken back, also tomorrow; what somebody else wrote since never goes with it."""

from dataclasses import replace

import pytest

from tests.workflow.test_saving import REF, SOURCE, import_text, save
from tms.errors import NotFoundError, RefusedError
from tms.values import EventKind, Role, State
from tms.workflow.editing import keep_working_copy, save_translation
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_row
from tms.workflow.reviewing import approve, confirm
from tms.workflow.safekeeping import examine
from tms.workflow.taking_back import take_back_save
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, SOURCE)
    return any_workspace


def standing(workspace: Workspace, key: str = "s2") -> tuple[str | None, State]:
    row = load_row(workspace, REF, key, "fr")
    return row.text, row.state


def test_saves_are_taken_back_one_after_the_other_across_paragraphs(river: Workspace) -> None:
    save_translation(river, save("Un", state=State.DRAFT))
    save_translation(river, save("Un deux"))
    save_translation(river, save("Le pont", key="s3"))
    assert take_back_save(river, REF, "fr").key == "s3"
    assert standing(river, "s3") == (None, State.INITIAL)
    assert take_back_save(river, REF, "fr").key == "s2"
    assert standing(river) == ("Un", State.DRAFT)
    assert take_back_save(river, REF, "fr").text is None
    with pytest.raises(NotFoundError):
        take_back_save(river, REF, "fr")
    history = list_history(river, REF, "s2", "fr")
    assert sorted(entry.after or "" for entry in history) == ["", "Un", "Un", "Un deux"]
    assert not examine(river)


def test_a_save_after_a_take_back_is_the_next_to_go(river: Workspace) -> None:
    save_translation(river, save("Un"))
    take_back_save(river, REF, "fr")
    save_translation(river, save("Deux"))
    assert take_back_save(river, REF, "fr").text is None


def test_still_valid_is_taken_back_and_the_text_is_out_of_date_again(river: Workspace) -> None:
    save_translation(river, save("Personne ne traversa le fleuve cette année-là."))
    import_text(river, SOURCE.replace("Nobody", "Everybody"))
    confirm(river, REF, "s2", "fr", "it says so already")
    assert not load_row(river, REF, "s2", "fr").is_stale
    take_back_save(river, REF, "fr")
    assert load_row(river, REF, "s2", "fr").is_stale


def test_a_review_that_held_for_the_text_before_holds_again(river: Workspace) -> None:
    save_translation(river, save("Personne ne traversa le fleuve cette année-là."))
    approve(river, REF, ["s2"], "fr")
    save_translation(river, save("Nul ne traversa le fleuve cette année-là."))
    take_back_save(river, REF, "fr")
    assert standing(river) == ("Personne ne traversa le fleuve cette année-là.", State.REVIEWED)


def test_what_somebody_saved_since_is_left_alone_and_it_is_said_who(river: Workspace) -> None:
    add_member(river, "Ada", Role.COORDINATOR)
    mine = open_workspace(replace(river.settings, member="Ada"))
    add_member(mine, "Noor", Role.COORDINATOR)
    hers = open_workspace(replace(river.settings, member="Noor"))
    save_translation(mine, save("Le mien"))
    save_translation(hers, save("Le sien"))
    with pytest.raises(RefusedError, match="Noor has changed 's2'"):
        take_back_save(mine, REF, "fr")
    with pytest.raises(NotFoundError):
        take_back_save(hers, REF, "es")
    assert standing(hers) == ("Le sien", State.TRANSLATED)
    assert take_back_save(hers, REF, "fr").text == "Le mien"
    mine.close()
    hers.close()


def test_what_i_typed_since_is_not_lost(river: Workspace) -> None:
    save_translation(river, save("Un"))
    with pytest.raises(RefusedError, match="you typed in 's2'"):
        take_back_save(river, REF, "fr", typed={"s2"})
    keep_working_copy(river, REF, "s2", "fr", "Un deux", 1)
    with pytest.raises(RefusedError, match="you typed in 's2'"):
        take_back_save(river, REF, "fr")


def test_another_act_of_mine_since_is_named_and_nothing_is_done(river: Workspace) -> None:
    save_translation(river, save("Personne ne traversa le fleuve cette année-là."))
    approve(river, REF, ["s2"], "fr")
    with pytest.raises(RefusedError, match="something else"):
        take_back_save(river, REF, "fr")
    assert list_history(river, REF, "s2", "fr")[0].kind is EventKind.APPROVED
