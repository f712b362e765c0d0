"""How fast a person works, and how long something takes at that pace; the definitions are in docs/numbers.md."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil

from tms.values import Amount, Pace, Task

CHARACTERS_A_WORD = 6
ASSUMED = 8.0
SLOWEST, FASTEST = 2.0, 40.0
BREAK_MINUTES = 10.0
LEAST_SAVES = 20
LEAST_MINUTES = 10.0
LEAST_FOR_A_PARAGRAPH = 0.5

SHARES = {
    Task.PUBLISHED: 0.5,
    Task.RETURNED: 0.5,
    Task.STALE: 0.5,
    Task.DRAFTS: 0.5,
    Task.REVIEW: 0.3,
    Task.ANSWERED: 0.3,
    Task.QUESTIONS: 0.3,
}
"""How much of the time for a new translation other work on the same words takes."""


def estimate_words(characters: int) -> int:
    """Words of a text of that length."""
    return -(-characters // CHARACTERS_A_WORD)


def measure_pace(saves: Iterable[tuple[int, datetime, int]]) -> Pace:
    """Words a minute out of (translation, when, words), oldest first.

    The time since the save before counts for a text, unless it is longer than a break; a text that is saved again in
    the same sitting brings its time and no words.
    """
    minutes, words, counted = 0.0, 0, 0
    before: datetime | None = None
    seen: set[int] = set()
    for translation, at, length in saves:
        gap = None if before is None else (at - before).total_seconds() / 60
        before = at
        if gap is None or gap > BREAK_MINUTES:
            seen = {translation}
            continue
        minutes += gap
        if translation not in seen:
            seen.add(translation)
            words += length
            counted += 1
    if counted < LEAST_SAVES or minutes < LEAST_MINUTES:
        return Pace(ASSUMED)
    return Pace(min(FASTEST, max(SLOWEST, words / minutes)), is_measured=True)


def estimate_minutes(task: Task, amount: Amount, pace: float) -> float:
    """How long so much of a task takes at this pace."""
    return max(amount.words / pace * SHARES.get(task, 1.0), amount.count * LEAST_FOR_A_PARAGRAPH)


def round_minutes(minutes: float) -> int:
    """Whole minutes, never none."""
    return max(1, ceil(minutes - 1e-9))
