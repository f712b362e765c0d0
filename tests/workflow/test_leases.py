"""Who is at a paragraph is said to others: short stays, claims of half an hour, nothing for who works alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, func, select, update

from tests.workflow.articles import RIVER, RIVER_TEXT, import_text
from tests.workflow.test_watching import open_as
from tms.models import Lease
from tms.values import Role
from tms.workflow.leases import Presence, leave, list_company, stay
from tms.workflow.people import add_member, remove_member
from tms.workflow.workspace import Workspace


@pytest.fixture
def me(any_workspace: Workspace) -> Iterator[Workspace]:
    import_text(any_workspace, RIVER_TEXT)
    add_member(any_workspace, "Noor", Role.TRANSLATOR)
    opened = open_as(any_workspace, "me")
    yield opened
    opened.close()


@pytest.fixture
def noor(me: Workspace) -> Iterator[Workspace]:
    opened = open_as(me, "Noor")
    yield opened
    opened.close()


def see(workspace: Workspace) -> list[tuple[str, str, bool, bool, bool]]:
    """Key, who, here, claimed, mine."""
    now = datetime.now(UTC)
    return [
        (p.key, p.who, p.is_here(now), p.is_claimed(now), p.is_mine)
        for p in list_company(workspace, RIVER, "fr").presences
    ]


def count_leases(workspace: Workspace) -> int:
    with workspace.reading() as session:
        return session.exec(select(func.count()).select_from(Lease)).one()


def let_pass(workspace: Workspace, time: timedelta) -> None:
    """All leases are as they will be after so much time."""
    with workspace.writing() as session:
        for lease in session.exec(select(Lease)).all():
            claim = None if lease.claimed_until is None else lease.claimed_until - time
            values = {"until": lease.until - time, "claimed_until": claim}
            session.execute(update(Lease).where(col(Lease.id) == lease.id).values(values))


def test_who_works_alone_writes_and_sees_nothing(any_workspace: Workspace) -> None:
    import_text(any_workspace, RIVER_TEXT)
    assert not stay(any_workspace, RIVER, "fr", "s2", claims=True)
    assert list_company(any_workspace, RIVER, "fr").is_alone
    assert count_leases(any_workspace) == 0


def test_others_see_where_somebody_is_and_only_there(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2")
    stay(noor, RIVER, "fr", "s3")
    assert see(me) == [("s3", "Noor", True, False, False)]
    assert see(noor) == [("s3", "Noor", True, False, True)]
    assert list_company(me, RIVER, "es").presences == ()


def test_a_claim_stays_when_one_goes_on_and_ends_when_it_is_freed(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    stay(noor, RIVER, "fr", "s3")
    assert see(me) == [("s2", "Noor", False, True, False), ("s3", "Noor", True, False, False)]
    stay(noor, RIVER, "fr", "s3", freed=["s2"])
    assert see(me) == [("s3", "Noor", True, False, False)]


def test_being_there_does_not_shorten_a_claim(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    stay(noor, RIVER, "fr", "s2")
    assert see(me) == [("s2", "Noor", True, True, False)]


def test_who_leaves_is_gone_and_an_unfinished_claim_stands(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    stay(noor, RIVER, "fr", "s3")
    leave(noor, RIVER, "fr")
    assert see(me) == [("s2", "Noor", False, True, False)]
    leave(noor, RIVER, "fr", freed=["s2"])
    assert see(me) == []


def test_two_may_claim_the_same_paragraph(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    stay(me, RIVER, "fr", "s2", claims=True)
    assert sorted(who for _key, who, *_rest in see(me)) == ["Noor", "me"]


@pytest.mark.parametrize(
    ("minutes", "seen"),
    [
        pytest.param(1.02, [("s2", "Noor", True, True, False)], id="a clock two seconds off"),
        pytest.param(2, [("s2", "Noor", False, True, False)], id="the stay has run out"),
        pytest.param(31, [], id="the claim has run out"),
    ],
)
def test_leases_run_out_by_themselves(
    me: Workspace, noor: Workspace, minutes: float, seen: list[tuple[str, str, bool, bool, bool]]
) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    let_pass(me, timedelta(minutes=minutes))
    assert see(me) == seen


def test_what_has_run_out_is_deleted_as_one_goes(me: Workspace, noor: Workspace) -> None:
    stay(noor, RIVER, "fr", "s2", claims=True)
    let_pass(me, timedelta(minutes=40))
    stay(me, RIVER, "fr", "s3")
    assert count_leases(me) == 1


def test_a_member_who_was_forgotten_is_not_named(me: Workspace, noor: Workspace) -> None:
    add_member(me, "Ana", Role.TRANSLATOR)
    stay(noor, RIVER, "fr", "s2")
    remove_member(me, "Noor")
    assert all("Noor" not in p.who for p in list_company(me, RIVER, "fr").presences)


def test_a_presence_is_measured_by_the_clock_of_who_looks() -> None:
    now = datetime.now(UTC)
    presence = Presence("s1", "Noor", now - timedelta(seconds=3), now - timedelta(seconds=9))
    assert (presence.is_here(now), presence.is_claimed(now)) == (True, False)
