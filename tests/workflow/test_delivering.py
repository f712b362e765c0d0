"""After an evening without the database everything is where it belongs, on SQLite and on PostgreSQL."""

import time

import pytest

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text
from tms.errors import ConflictError
from tms.store import journal as journal_store
from tms.store.journal import Place
from tms.values import DeskRow, EventKind, Role, Save, State
from tms.workflow.delivering import Delivered, count_waiting, deliver_journal
from tms.workflow.editing import keep_working_copy, save_translation
from tms.workflow.journaling import Noted, carry_out, identify, note_save, note_typed, send_typed
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_row
from tms.workflow.workspace import Workspace, open_workspace


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, RIVER_TEXT)
    return any_workspace


def type_away(workspace: Workspace, text: str | None, revision: int = 0, key: str = "s2") -> Noted:
    return note_typed(workspace, RIVER, "fr", Noted(key, text, revision))


def save_of(text: str, revision: int = 0) -> Save:
    return Save(RIVER, "s2", "fr", text, State.TRANSLATED, revision, source_version=1, replaces_typing=True)


def row_of(workspace: Workspace) -> DeskRow:
    return load_row(workspace, RIVER, "s2", "fr")


def list_texts(workspace: Workspace) -> set[str | None]:
    return {entry.after for entry in list_history(workspace, RIVER, "s2", "fr")}


def make_noor(workspace: Workspace) -> Workspace:
    """Noor, on a machine of her own as far as the database knows."""
    add_member(workspace, "Noor", Role.TRANSLATOR)
    settings = workspace.settings
    return open_workspace(type(settings)(settings.workspace, settings.database_url, member="Noor"))


def test_nothing_in_the_journal_brings_nothing(river: Workspace) -> None:
    assert not deliver_journal(river)


def test_what_was_typed_while_the_database_was_away_is_in_the_editor_again(river: Workspace) -> None:
    type_away(river, "Personne")
    assert count_waiting(river) == 1
    assert deliver_journal(river) == Delivered(typed=1)
    assert (row_of(river).working_text, row_of(river).working_revision) == ("Personne", 0)
    assert not deliver_journal(river)


def test_what_reached_the_database_is_not_brought_again(river: Workspace) -> None:
    send_typed(river, RIVER, "fr", type_away(river, "Personne"))
    assert not deliver_journal(river)
    assert row_of(river).working_text == "Personne"


def test_saves_that_waited_are_carried_out_in_order_and_typing_follows_on_them(river: Workspace) -> None:
    note_save(river, save_of("Un"))
    note_save(river, save_of("Deux"))
    type_away(river, "Deux et demi")
    assert deliver_journal(river, RIVER) == Delivered(saved=1, typed=1)
    row = row_of(river)
    assert (row.text, row.state, row.revision) == ("Deux", State.TRANSLATED, 2)
    assert (row.working_text, row.working_revision) == ("Deux et demi", 2)
    assert list_texts(river) == {"Un", "Deux"}
    save_translation(river, save_of("Deux et demi", 2))


def test_a_save_that_somebody_was_faster_than_becomes_typing_and_overwrites_nothing(river: Workspace) -> None:
    noor = make_noor(river)
    river.caches.owner = None
    mine = open_workspace(type(river.settings)(river.settings.workspace, river.settings.database_url, member="me"))
    note_save(mine, save_of("De moi"))
    save_translation(noor, save_of("De Noor"))
    assert deliver_journal(mine) == Delivered(typed=1)
    row = row_of(mine)
    assert (row.text, row.working_text, row.working_revision) == ("De Noor", "De moi", 0)
    with pytest.raises(ConflictError):
        save_translation(mine, save_of("De moi", 0))
    mine.close()
    noor.close()


def test_a_save_that_was_typed_over_and_came_too_late_is_in_the_history(river: Workspace) -> None:
    note_save(river, save_of("Enregistré"))
    type_away(river, "Tapé après")
    save_translation(river, save_of("Plus vite"))
    delivered = deliver_journal(river)
    assert delivered.left == 0
    row = row_of(river)
    assert row.text == "Plus vite"
    assert {"Enregistré"} <= list_texts(river)
    assert "Tapé après" in {row.working_text, *list_texts(river)}


def test_an_older_text_of_this_machine_goes_into_the_history_where_i_wrote_on_elsewhere(river: Workspace) -> None:
    type_away(river, "Ancien")
    time.sleep(0.01)
    save_translation(river, save_of("Plus récent"))
    assert deliver_journal(river) == Delivered(in_history=1)
    row = row_of(river)
    assert (row.text, row.state, row.working_text) == ("Plus récent", State.TRANSLATED, None)
    assert list_texts(river) == {"Ancien", "Plus récent"}


def test_a_newer_working_copy_of_another_machine_stays_and_the_older_text_is_in_the_history(river: Workspace) -> None:
    type_away(river, "Ancien")
    time.sleep(0.01)
    keep_working_copy(river, RIVER, "s2", "fr", "Ailleurs, plus tard", 0)
    assert deliver_journal(river) == Delivered(in_history=1)
    row = row_of(river)
    assert (row.text, row.state, row.working_text) == (None, State.INITIAL, "Ailleurs, plus tard")
    assert "Ancien" in list_texts(river)
    save_translation(river, save_of("Ailleurs, plus tard", row.working_revision or 0))


def test_an_older_working_copy_of_another_machine_goes_into_the_history(river: Workspace) -> None:
    keep_working_copy(river, RIVER, "s2", "fr", "Ailleurs, avant", 0)
    time.sleep(0.01)
    type_away(river, "Ici, après")
    assert deliver_journal(river) == Delivered(typed=1)
    row = row_of(river)
    assert row.working_text == "Ici, après"
    assert "Ailleurs, avant" in list_texts(river)
    save_translation(river, save_of("Ici, après", row.working_revision or 0))


def test_typing_that_follows_on_what_this_machine_stored_makes_no_noise(river: Workspace) -> None:
    send_typed(river, RIVER, "fr", type_away(river, "Pers"))
    type_away(river, "Personne")
    assert deliver_journal(river) == Delivered(typed=1)
    assert row_of(river).working_text == "Personne"
    assert list_history(river, RIVER, "s2", "fr") == ()


def test_what_was_taken_back_to_the_saved_text_drops_only_its_own_working_copy(river: Workspace) -> None:
    send_typed(river, RIVER, "fr", type_away(river, "Pers"))
    type_away(river, None)
    keep_working_copy(river, RIVER, "s2", "fr", "Ailleurs", 0)
    deliver_journal(river)
    assert row_of(river).working_text == "Ailleurs"
    send_typed(river, RIVER, "fr", type_away(river, "Pers"))
    type_away(river, None)
    deliver_journal(river)
    assert row_of(river).working_text is None


def test_a_text_without_a_place_stays_in_the_journal_and_holds_nothing_up(river: Workspace) -> None:
    type_away(river, "Nulle part", key="s99")
    type_away(river, "Personne")
    assert deliver_journal(river) == Delivered(typed=1, left=1)
    assert count_waiting(river) == 1


def test_a_paragraph_that_left_the_article_gets_its_typing(river: Workspace) -> None:
    type_away(river, "Personne")
    import_text(river, RIVER_TEXT.replace("Nobody crossed the river that year.\n\n", ""))
    assert deliver_journal(river).left == 0
    import_text(river, RIVER_TEXT)
    assert row_of(river).working_text == "Personne"


def test_a_save_whose_answer_was_lost_is_no_conflict_with_oneself(river: Workspace) -> None:
    number = note_save(river, save_of("Personne"))
    save_translation(river, save_of("Personne"))
    assert carry_out(river, save_of("Personne"), number).revision == 1
    assert [entry.kind for entry in list_history(river, RIVER, "s2", "fr")] == [EventKind.SAVED]
    assert count_waiting(river) == 0


def test_a_save_in_the_journal_takes_the_typing_before_it_along(river: Workspace) -> None:
    type_away(river, "Perso")
    note_save(river, save_of("Personne"))
    with river.journal.writing() as connection:
        assert journal_store.list_typed(connection, identify(river)) == []
        assert journal_store.list_wishes(connection, identify(river))[0].save.key == Place(RIVER, "fr", "s2").key
