"""What comes first, for whom, and how long it takes; docs/numbers.md says the same in words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tms.reports import measure_pace, plan_sitting, rank_queue
from tms.reports.pace import ASSUMED, estimate_minutes, round_minutes
from tms.values import (
    Amount,
    ArticleWork,
    Level,
    Pace,
    ReturnedPiece,
    Role,
    SittingPiece,
    StalePiece,
    Task,
    Worker,
)

PUBLISHED = datetime(2026, 11, 18, tzinfo=UTC)
ALONE = Worker("me", Role.COORDINATOR, is_alone=True, pace=8.0)
TRANSLATOR = Worker("me", Role.TRANSLATOR, is_alone=False, pace=8.0, languages=frozenset({"fr"}))
COORDINATOR = replace(TRANSLATOR, role=Role.COORDINATOR)
REVIEWER = replace(TRANSLATOR, role=Role.REVIEWER)
TEN = Amount(2, 80)
STALE = (StalePiece("s3", 40, Level.CONTENT, ("number 4 -> 5",)),)
MAJOR = (StalePiece("s1", 40, Level.CONTENT), StalePiece("s3", 40, Level.MAJOR, ("negation added",)))
RETURNED = (ReturnedPiece("s2", 30, "too literal", author="me"),)


def make_work(name: str, **fields: object) -> ArticleWork:
    return replace(ArticleWork(f"blog/{name}", name, "fr", total=10), **fields)  # type: ignore[arg-type]


def test_the_order_of_urgency() -> None:
    works = [
        make_work("questions", questions=1),
        make_work("review", review=TEN),
        make_work("drafts", drafts=TEN),
        make_work("open", open=TEN),
        make_work("answered", answered=1),
        make_work("begun", open=TEN, mine=3),
        make_work("stale", stale=STALE),
        make_work("due-later", open=TEN, assignee="me", due=date(2026, 12, 20)),
        make_work("due-soon", open=TEN, assignee="me", due=date(2026, 12, 2)),
        make_work("returned", returned=RETURNED),
        make_work("on-site", stale=STALE, published_at=PUBLISHED),
        make_work("on-site-major", stale=MAJOR, published_at=PUBLISHED),
        make_work("done", done=10),
    ]
    ranked = [item.title for item in rank_queue(works, ALONE)]
    assert ranked == [work.title for work in reversed(works[:-1])]


def test_the_longest_published_of_two_that_are_as_bad_comes_first() -> None:
    works = [
        make_work("late", stale=STALE, published_at=PUBLISHED),
        make_work("early", stale=STALE, published_at=PUBLISHED - timedelta(days=3)),
    ]
    assert [item.title for item in rank_queue(works, ALONE)] == ["early", "late"]


def test_what_was_put_off_stands_at_the_end_and_is_still_there() -> None:
    works = [make_work("on-site", stale=STALE, published_at=PUBLISHED), make_work("open", open=TEN)]
    ranked = rank_queue(works, ALONE, skipped={"blog/on-site fr"})
    assert [(item.title, item.is_skipped) for item in ranked] == [("open", False), ("on-site", True)]


@pytest.mark.parametrize(
    ("fields", "worker", "task"),
    [
        pytest.param({"open": TEN}, TRANSLATOR, Task.OPEN, id="open, in my language"),
        pytest.param({"open": TEN, "assignee": "noor"}, TRANSLATOR, None, id="open, somebody else has it"),
        pytest.param({"open": TEN, "language": "es"}, TRANSLATOR, None, id="open, in another language"),
        pytest.param({"open": TEN, "assignee": "me", "language": "es"}, TRANSLATOR, Task.BEGUN, id="given to me"),
        pytest.param({"review": TEN}, TRANSLATOR, None, id="a translator reviews nothing"),
        pytest.param({"review": TEN}, REVIEWER, Task.REVIEW, id="a reviewer does"),
        pytest.param({"review": TEN, "assignee": "noor"}, REVIEWER, Task.REVIEW, id="a reviewer reads others' work"),
        pytest.param({"returned": RETURNED, "assignee": "noor"}, TRANSLATOR, Task.RETURNED, id="returned to me"),
        pytest.param(
            {"returned": (ReturnedPiece("s2", 30, "no", author="noor"),)}, TRANSLATOR, None, id="returned to another"
        ),
        pytest.param(
            {"returned": (ReturnedPiece("s2", 30, "no"),)}, TRANSLATOR, Task.RETURNED, id="returned, its author is gone"
        ),
        pytest.param({"typed": 1, "assignee": "noor"}, TRANSLATOR, Task.BEGUN, id="what I typed is always mine"),
        pytest.param({"questions": 1}, REVIEWER, None, id="a reviewer answers no questions"),
        pytest.param({"questions": 1}, COORDINATOR, Task.QUESTIONS, id="but coordinators do"),
        pytest.param({"review": TEN, "assignee": "gone", "open": TEN}, ALONE, Task.BEGUN, id="alone, all is mine"),
    ],
)
def test_a_role_decides_what_is_mine(fields: dict[str, object], worker: Worker, task: Task | None) -> None:
    ranked = rank_queue([make_work("one", **fields)], worker)
    assert [item.task for item in ranked] == ([] if task is None else [task])


def test_an_entry_begins_where_its_task_is() -> None:
    (stale,) = rank_queue([make_work("one", stale=MAJOR, open=TEN, published_at=PUBLISHED)], ALONE)
    assert (stale.key, stale.level, stale.reasons, stale.amount) == ("s3", Level.MAJOR, ("negation added",), TEN)
    assert (stale.todo, stale.total, stale.minutes) == (4, 10, 5)
    (returned,) = rank_queue([make_work("one", returned=RETURNED)], ALONE)
    assert (returned.key, returned.quote) == ("s2", "too literal")


def saves(*minutes: float, words: int = 20, same: bool = False) -> list[tuple[int, datetime, int]]:
    return [(1 if same else n, PUBLISHED + timedelta(minutes=at), words) for n, at in enumerate(minutes)]


def test_a_pace_is_assumed_before_there_are_enough_saves() -> None:
    assert measure_pace([]) == Pace(ASSUMED)
    assert measure_pace(saves(*range(20))) == Pace(ASSUMED)


def test_the_pace_is_words_a_minute_and_breaks_do_not_count() -> None:
    assert measure_pace(saves(*range(0, 42, 2))) == Pace(10.0, is_measured=True)
    evening = [*range(0, 42, 2), *range(600, 642, 2)]
    assert measure_pace(saves(*evening)) == Pace(10.0, is_measured=True)


def test_a_paragraph_saved_again_brings_no_words() -> None:
    twice = [save for one in saves(*range(0, 100, 2)) for save in (one, (one[0], one[1] + timedelta(minutes=1), 20))]
    assert measure_pace(twice) == Pace(pytest.approx(10.0, abs=0.3), is_measured=True)  # type: ignore[arg-type]


def test_a_pace_stays_within_what_a_person_can_do() -> None:
    assert measure_pace(saves(*(n * 0.5 for n in range(60)), words=400)).words == 40.0
    assert measure_pace(saves(*(n * 9.0 for n in range(60)), words=1)).words == 2.0


def test_other_work_on_the_same_words_takes_a_share_and_nothing_takes_no_time() -> None:
    assert estimate_minutes(Task.OPEN, Amount(1, 80), 8.0) == 10.0
    assert estimate_minutes(Task.STALE, Amount(1, 80), 8.0) == 5.0
    assert estimate_minutes(Task.REVIEW, Amount(10, 0), 8.0) == 5.0
    assert [round_minutes(minutes) for minutes in (0.0, 1.0, 1.2)] == [1, 1, 2]


def pieces(*minutes: float) -> list[SittingPiece]:
    return [SittingPiece("blog/one", "fr", f"s{n}", 10, one) for n, one in enumerate(minutes, 1)]


@pytest.mark.parametrize(
    ("minutes", "keys"),
    [
        pytest.param((), [], id="nothing to do"),
        pytest.param((5, 5, 5, 5), ["s1", "s2", "s3"], id="as many as fit"),
        pytest.param((5, 30, 9), ["s1", "s3"], id="one that is too long is passed over"),
        pytest.param((40, 50), ["s1"], id="one at least"),
        pytest.param((*(20,) * 30, 1), ["s1"], id="the search for one that fits ends"),
    ],
)
def test_a_sitting_fits_into_its_time(minutes: tuple[float, ...], keys: list[str]) -> None:
    assert [piece.key for piece in plan_sitting(pieces(*minutes), 15).pieces] == keys


def test_a_sitting_goes_from_one_to_the_next_and_knows_what_was_done() -> None:
    sitting = plan_sitting(pieces(5, 5, 5), 15)
    assert sitting.mark("blog/other", "fr", "s1") == sitting
    second = sitting.mark("blog/one", "fr", "s1").advance()
    assert second.piece is not None
    assert (second.piece.key, second.minutes_left, second.words_done) == ("s2", 10, 10)
    # What was done out of turn is not asked for again; what was passed over is not done.
    end = second.mark("blog/one", "fr", "s3").advance()
    assert (end.is_over, end.piece, sorted(end.done), end.minutes_left) == (True, None, [0, 2], 0)
