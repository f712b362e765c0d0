"""The gate: only what is reviewed, fresh and free of errors is published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tms.values import Blocker, GateRow, State


@dataclass(frozen=True, slots=True)
class _Rule:
    """A reason to refuse: how one and how many paragraphs are told, and which they are."""

    one: str
    many: str
    is_broken: Callable[[GateRow], bool]


_RULES = (
    _Rule("is not translated", "are not translated", lambda row: _has_state(row, State.INITIAL)),
    _Rule(
        "is machine text that nobody has read",
        "are machine text that nobody has read",
        lambda row: row.is_machine_unread and not _is_elsewhere(row) and row.state is not State.INITIAL,
    ),
    _Rule("is a draft", "are drafts", lambda row: _has_state(row, State.DRAFT) and not row.is_machine_unread),
    _Rule(
        "is not reviewed",
        "are not reviewed",
        lambda row: _has_state(row, State.TRANSLATED) and not row.is_machine_unread,
    ),
    _Rule(
        "was changed after its review",
        "were changed after their review",
        lambda row: _has_state(row, State.REVIEWED) and not row.is_reviewed_text_current,
    ),
    _Rule(
        "is out of date: the English has changed",
        "are out of date: the English has changed",
        lambda row: row.level.is_stale and not _has_state(row, State.INITIAL),
    ),
    _Rule("has errors", "have errors", lambda row: row.errors > 0),
    _Rule("has an open question", "have open questions", lambda row: row.open_questions > 0),
)


def find_blockers(rows: Sequence[GateRow], *, embargo: datetime | None = None) -> tuple[Blocker, ...]:
    """What keeps an article from being published in a language, in the order in which it is best dealt with.

    A covered segment needs no text of its own: the one that covers it is judged by its own row. `embargo` is the end
    of one that is not over.
    """
    if not rows:
        return (Blocker("the article has no paragraphs", 0),)
    found = [blocker for blocker in (_apply(rule, rows) for rule in _RULES) if blocker.count]
    if embargo is not None:
        found.append(Blocker(f"it is under embargo until {embargo:%Y-%m-%d %H:%M} UTC", 0))
    return tuple(found)


def _apply(rule: _Rule, rows: Sequence[GateRow]) -> Blocker:
    keys = tuple(row.key for row in rows if rule.is_broken(row))
    told = f"1 paragraph {rule.one}" if len(keys) == 1 else f"{len(keys):,} paragraphs {rule.many}"
    return Blocker(told, len(keys), keys)


def _has_state(row: GateRow, state: State) -> bool:
    return row.state is state and not _is_elsewhere(row)


def _is_elsewhere(row: GateRow) -> bool:
    """Whether the text stands in another segment's translation; a reviewed row is judged by its review all the same."""
    return row.is_covered and row.state is not State.REVIEWED
