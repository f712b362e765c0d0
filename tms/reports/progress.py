"""How far an article has come in one language; the definitions are in docs/numbers.md."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from tms.values import Progress, SegmentProgress, Severity, State


def measure_progress(
    language: str, rows: Iterable[SegmentProgress], *, due: date | None = None, assignee: str | None = None
) -> Progress:
    """The progress of an article in a language, counted over its live segments."""
    counted = tuple(rows)
    segments = [row for row in counted if not row.is_local]
    states = Counter(_state(row) for row in segments)
    stale = Counter(_state(row) for row in segments if _is_stale(row))
    words = sum(row.words for row in segments)
    done = [row for row in segments if _state(row).is_done]
    return Progress(
        language=language,
        segments=len(segments),
        words=words,
        initial=states[State.INITIAL],
        draft=states[State.DRAFT],
        translated=states[State.TRANSLATED],
        reviewed=states[State.REVIEWED],
        stale=stale.total(),
        findings=sum(1 for row in counted for severity in row.findings if severity is not Severity.INFO),
        coverage=_share(sum(row.words for row in done), words),
        up_to_date=_share(sum(row.words for row in done if not _is_stale(row)), words),
        due=due,
        assignee=assignee,
        stale_draft=stale[State.DRAFT],
        stale_reviewed=stale[State.REVIEWED],
    )


def _state(row: SegmentProgress) -> State:
    """A segment whose text stands in another one's translation is translated there, whatever its own row says."""
    return State.TRANSLATED if row.is_covered and not row.state.is_done else row.state


def _is_stale(row: SegmentProgress) -> bool:
    return row.is_stale and _state(row) is not State.INITIAL


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
