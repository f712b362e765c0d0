"""How progress is counted; docs/numbers.md says the same in words."""

from datetime import date

import pytest

from tms.reports import measure_progress
from tms.values import Progress, SegmentProgress, Severity, State

INITIAL, DRAFT, TRANSLATED, REVIEWED = State


def _row(words: int, state: State, *, is_stale: bool = False, is_covered: bool = False) -> SegmentProgress:
    return SegmentProgress(words, state, is_stale, is_covered)


def test_every_number_of_a_mixed_article() -> None:
    rows = [
        _row(40, REVIEWED),
        _row(10, REVIEWED, is_stale=True),
        _row(20, TRANSLATED),
        _row(0, TRANSLATED),
        _row(5, DRAFT, is_stale=True),
        _row(5, DRAFT),
        _row(20, INITIAL),
    ]
    assert measure_progress("fr", rows, due=date(2026, 1, 2), assignee="lantern") == Progress(
        language="fr",
        segments=7,
        words=100,
        initial=1,
        draft=2,
        translated=2,
        reviewed=2,
        stale=2,
        findings=0,
        coverage=0.7,
        up_to_date=0.6,
        due=date(2026, 1, 2),
        assignee="lantern",
        stale_draft=1,
        stale_reviewed=1,
    )


@pytest.mark.parametrize(
    ("rows", "coverage", "up_to_date"),
    [
        pytest.param([], 1.0, 1.0, id="an empty article"),
        pytest.param([_row(0, INITIAL)], 1.0, 1.0, id="no words"),
        pytest.param([_row(0, INITIAL), _row(3, REVIEWED)], 1.0, 1.0, id="a picture takes nothing away"),
        pytest.param([_row(9, DRAFT)], 0.0, 0.0, id="a draft covers nothing"),
        pytest.param([_row(9, REVIEWED, is_stale=True)], 1.0, 0.0, id="covered and out of date"),
        pytest.param([_row(9, INITIAL, is_covered=True)], 1.0, 1.0, id="covered by the one before"),
        pytest.param([_row(9, INITIAL, is_covered=True, is_stale=True)], 1.0, 0.0, id="covered by one out of date"),
    ],
)
def test_the_two_shares_are_of_source_words(rows: list[SegmentProgress], coverage: float, up_to_date: float) -> None:
    progress = measure_progress("fr", rows)
    assert (progress.coverage, progress.up_to_date) == (coverage, up_to_date)


def test_what_has_no_text_cannot_be_stale() -> None:
    assert measure_progress("fr", [_row(9, INITIAL, is_stale=True)]).stale == 0


def test_a_covered_segment_is_counted_as_translated_and_a_reviewed_one_as_reviewed() -> None:
    progress = measure_progress("fr", [_row(1, INITIAL, is_covered=True), _row(1, REVIEWED, is_covered=True)])
    assert (progress.initial, progress.translated, progress.reviewed) == (0, 1, 1)


def test_infos_are_no_findings_to_settle() -> None:
    row = SegmentProgress(1, TRANSLATED, is_stale=False, findings=(Severity.ERROR, Severity.INFO, Severity.WARNING))
    assert measure_progress("fr", [row]).findings == 2
