"""Nothing anyone typed is lost, and nothing is overwritten in silence; on SQLite and on PostgreSQL."""

import dataclasses
import threading

import pytest
from sqlalchemy import text

from tms.errors import ConflictError, InputError
from tms.values import EventKind, Origin, Role, Save, State
from tms.workflow.editing import (
    accept_draft,
    drop_working_copy,
    give_way,
    keep_working_copy,
    reject_draft,
    restore_translation,
    save_translation,
)
from tms.workflow.importing import apply_import, plan_import
from tms.workflow.people import add_member
from tms.workflow.reading import list_history, load_desk, load_row
from tms.workflow.safekeeping import examine
from tms.workflow.workspace import Workspace, open_workspace

REF = "blog/river"
SOURCE = "The river\n\nNobody crossed the river that year.\n\nThe bridge has been closed since 2016.\n"


def import_text(workspace: Workspace, text_: str, name: str = "river.txt") -> None:
    path = workspace.settings.workspace / name
    path.write_text(text_, encoding="utf-8")
    apply_import(workspace, plan_import(workspace, "blog", [path]))


@pytest.fixture
def river(any_workspace: Workspace) -> Workspace:
    import_text(any_workspace, SOURCE)
    return any_workspace


def save(text_: str, revision: int | None = None, *, key: str = "s2", state: State = State.TRANSLATED) -> Save:
    return Save(REF, key, "fr", text_, state, revision)


def test_the_row_is_there_from_import_on_with_revision_zero(river: Workspace) -> None:
    rows = load_desk(river, REF, "fr").rows
    assert [(row.key, row.revision, row.text, row.state) for row in rows] == [
        ("s1", 0, None, State.INITIAL),
        ("s2", 0, None, State.INITIAL),
        ("s3", 0, None, State.INITIAL),
    ]


def test_a_save_under_an_old_revision_gets_both_texts_and_changes_nothing(river: Workspace) -> None:
    save_translation(river, save("Personne n’a traversé.", 0))
    with pytest.raises(ConflictError) as caught:
        save_translation(river, save("Nul n’a traversé.", 0))
    assert (caught.value.mine, caught.value.theirs, caught.value.revision) == (
        "Nul n’a traversé.",
        "Personne n’a traversé.",
        1,
    )
    assert load_row(river, REF, "s2", "fr").text == "Personne n’a traversé."
    assert len(list_history(river, REF, "s2", "fr")) == 1


def test_of_two_writers_at_once_one_wins_and_the_other_gets_both_texts(river: Workspace) -> None:
    barrier = threading.Barrier(2)
    outcomes: dict[str, str] = {}

    def write(text_: str) -> None:
        own = open_workspace(river.settings)
        barrier.wait()
        try:
            save_translation(own, save(text_, 0))
            outcomes[text_] = "saved"
        except ConflictError as error:
            outcomes[text_] = f"conflict with {error.theirs}"
        finally:
            own.close()

    threads = [threading.Thread(target=write, args=(word,)) for word in ("un", "deux")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winner = load_row(river, REF, "s2", "fr").text
    assert winner in ("un", "deux")
    loser = "deux" if winner == "un" else "un"
    assert outcomes == {winner: "saved", loser: f"conflict with {winner}"}


def test_many_writers_lose_no_save_and_break_no_history(river: Workspace) -> None:
    saved: list[str] = []

    def write(name: int) -> None:
        own = open_workspace(river.settings)
        for turn in range(5):
            text_ = f"texte {name}.{turn}"
            save_translation(own, save(text_))
            saved.append(text_)
        own.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    history = list_history(river, REF, "s2", "fr")
    assert sorted(entry.after or "" for entry in history) == sorted(saved)
    assert len(saved) == 20
    assert examine(river) == ()


def test_every_earlier_text_can_be_restored(river: Workspace) -> None:
    for text_ in ("premier", "deuxième", "troisième"):
        save_translation(river, save(text_))
    restore_translation(river, REF, "s2", "fr", 1)
    assert load_row(river, REF, "s2", "fr").text == "premier"
    assert [entry.after for entry in list_history(river, REF, "s2", "fr")] == [
        "premier",
        "troisième",
        "deuxième",
        "premier",
    ]


def test_a_blank_text_takes_a_translation_back_but_not_its_history(river: Workspace) -> None:
    save_translation(river, save("quelque chose"))
    save_translation(river, save("  \n"))
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.state) == (None, State.INITIAL)
    assert list_history(river, REF, "s2", "fr")[1].after == "quelque chose"


@pytest.mark.parametrize("bad", ["a\0b", "half \ud83d", "x" * 1_000_001], ids=["nul", "surrogate", "endless"])
def test_a_text_that_no_database_can_hold_is_refused(river: Workspace, bad: str) -> None:
    with pytest.raises(InputError):
        save_translation(river, save(bad))
    assert load_row(river, REF, "s2", "fr").revision == 0


def test_a_changed_history_is_noticed(river: Workspace) -> None:
    save_translation(river, save("vrai"))
    assert examine(river) == ()
    with river.engine.begin() as connection:
        connection.execute(text("UPDATE event SET reason = 'forged'"))
    assert [problem.partition(": ")[2] for problem in examine(river)] == ["its history was changed at event 1"]


def test_typing_is_kept_apart_from_the_translation_until_it_is_saved(river: Workspace) -> None:
    keep_working_copy(river, REF, "s2", "fr", "Person", 0)
    keep_working_copy(river, REF, "s2", "fr", "Personne", 0)
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.working_text, row.working_revision, row.revision) == (None, "Personne", 0, 0)
    save_translation(river, dataclasses.replace(save("Personne n’a traversé.", 0), replaces_typing=True))
    assert load_row(river, REF, "s2", "fr").working_text is None


def test_a_save_from_elsewhere_leaves_my_other_typing_alone(river: Workspace) -> None:
    keep_working_copy(river, REF, "s2", "fr", "une heure de frappe", 0)
    save_translation(river, save("court"))
    assert load_row(river, REF, "s2", "fr").working_text == "une heure de frappe"


def test_typing_is_kept_where_the_paragraph_leaves_the_article_and_is_there_when_it_returns(river: Workspace) -> None:
    import_text(river, SOURCE.replace("Nobody crossed the river that year.\n\n", ""))
    keep_working_copy(river, REF, "s2", "fr", "Personne", 0)
    import_text(river, SOURCE)
    assert load_row(river, REF, "s2", "fr").working_text == "Personne"


def test_a_text_is_made_from_the_source_that_was_on_the_screen(river: Workspace) -> None:
    import_text(river, SOURCE.replace("Nobody crossed", "Everybody crossed"))
    save_translation(river, dataclasses.replace(save("Personne n’a traversé.", 0), source_version=1))
    row = load_row(river, REF, "s2", "fr")
    assert (row.is_stale, row.behind, row.made_from_text) == (True, 1, "Nobody crossed the river that year.")


def test_giving_way_keeps_my_text_in_the_history(river: Workspace) -> None:
    save_translation(river, save("leur texte"))
    give_way(river, save("mon texte"))
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.state) == ("leur texte", State.TRANSLATED)
    assert [entry.after for entry in list_history(river, REF, "s2", "fr")] == ["leur texte", "mon texte", "leur texte"]
    assert examine(river) == ()


def test_typing_can_be_let_go(river: Workspace) -> None:
    keep_working_copy(river, REF, "s2", "fr", "Person", 0)
    drop_working_copy(river, REF, "s2", "fr")
    assert load_row(river, REF, "s2", "fr").working_text is None


def test_typing_is_private_to_each_member(river: Workspace) -> None:
    keep_working_copy(river, REF, "s2", "fr", "mine", 0)
    add_member(river, "Noor", Role.TRANSLATOR)
    theirs = open_workspace(dataclasses.replace(river.settings, member="Noor"))
    assert load_row(theirs, REF, "s2", "fr").working_text is None
    theirs.close()


def draft(text_: str) -> Save:
    return Save(REF, "s2", "fr", text_, State.DRAFT, origin=Origin.MACHINE, engine="deepl")


def test_a_machines_draft_stays_a_machines_until_a_person_keeps_it(river: Workspace) -> None:
    save_translation(river, draft("brouillon"))
    save_translation(river, save("brouillon", state=State.DRAFT))
    row = load_row(river, REF, "s2", "fr")
    assert (row.origin, row.engine, row.state) == (Origin.MACHINE, "deepl", State.DRAFT)
    accept_draft(river, REF, "s2", "fr")
    row = load_row(river, REF, "s2", "fr")
    assert (row.origin, row.engine, row.state, row.text) == (Origin.HUMAN, "", State.TRANSLATED, "brouillon")


def test_rejecting_a_draft_brings_back_what_stood_before(river: Workspace) -> None:
    save_translation(river, save("écrit à la main"))
    save_translation(river, draft("brouillon"))
    reject_draft(river, REF, "s2", "fr")
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.state, row.origin) == ("écrit à la main", State.TRANSLATED, Origin.HUMAN)
    assert list_history(river, REF, "s2", "fr")[0].kind is EventKind.REJECTED


def test_rejecting_a_machines_draft_brings_a_half_written_one_back(river: Workspace) -> None:
    save_translation(river, save("à moitié", state=State.DRAFT))
    save_translation(river, draft("brouillon"))
    reject_draft(river, REF, "s2", "fr")
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.state, row.origin) == ("à moitié", State.DRAFT, Origin.HUMAN)


def test_rejecting_a_first_draft_leaves_nothing(river: Workspace) -> None:
    save_translation(river, draft("brouillon"))
    reject_draft(river, REF, "s2", "fr")
    row = load_row(river, REF, "s2", "fr")
    assert (row.text, row.state) == (None, State.INITIAL)


def test_only_a_draft_can_be_rejected(river: Workspace) -> None:
    save_translation(river, save("fini"))
    with pytest.raises(InputError, match="no draft"):
        reject_draft(river, REF, "s2", "fr")
    assert load_row(river, REF, "s2", "fr").text == "fini"
