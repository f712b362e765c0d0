"""The sign and the word for a paragraph's standing, and bars of progress: the same on every screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tms.tui.blocks import Role, Run
from tms.values import DeskRow, Origin, Severity, State

if TYPE_CHECKING:
    from tms.values import Finding, Progress

STALE_SIGN = "!"
LOCAL_SIGN = "+"
ERROR_SIGN = "✗"
SIGNS = {State.INITIAL: "·", State.DRAFT: "~", State.TRANSLATED: "▸", State.REVIEWED: "✓"}
WORDS = {
    State.INITIAL: "nothing yet",
    State.DRAFT: "draft",
    State.TRANSLATED: "translated",
    State.REVIEWED: "reviewed",
}
SEVERITY_SIGNS = {Severity.ERROR: ERROR_SIGN, Severity.WARNING: "!", Severity.INFO: "i"}
SEVERITY_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.INFO: Role.QUIET}
LEGEND = (
    "· nothing yet   ~ draft   ▸ translated   ✓ reviewed   ! out of date   ✗ error found   * typed, not saved   "
    "+ only in this translation"
)


def number_of(row: DeskRow) -> str:
    """The paragraph's number in the article; one that only the translation has shows a plus."""
    return LOCAL_SIGN if row.position is None else str(row.position + 1)


def source_of(row: DeskRow) -> str:
    """The source, or in its place that there is none."""
    return "only in this translation" if row.is_local else row.source


def sign_of(row: DeskRow) -> Run:
    """One character for the paragraph's standing."""
    if row.is_stale:
        return (STALE_SIGN, Role.WARNING)
    if row.covered_by is not None:
        return (SIGNS[State.TRANSLATED], Role.QUIET)
    role = {State.REVIEWED: Role.GOOD, State.DRAFT: Role.ACCENT}.get(row.state, Role.QUIET)
    return (SIGNS[row.state], role)


def word_of(row: DeskRow) -> str:
    """The same in words."""
    if row.covered_by is not None:
        return "contained in another paragraph's translation"
    word = WORDS[row.state]
    if row.state is State.DRAFT and row.origin is not Origin.HUMAN:
        word = f"draft ({row.engine or row.origin.value})"
    return f"out of date, was {word}" if row.is_stale else word


def count_errors(findings: Iterable["Finding"]) -> int:
    """How many errors nobody has waived."""
    return sum(finding.severity is Severity.ERROR and finding.waived is None for finding in findings)


def draw_bar(share: float, length: int = 10) -> str:
    """A bar that is full only when everything is done, and empty only when nothing is."""
    filled = int(share * length)
    if share > 0 and filled == 0:
        filled = 1
    return "▰" * filled + "▱" * (length - filled)


def percent(share: float) -> str:
    """A share in whole per cent, rounded down: 100 % means all of it."""
    return f"{int(share * 100 + 1e-9)} %"


def short_step(progress: "Progress") -> str:
    """The same in two words, for a line that has no room."""
    if progress.segments == 0:
        return "empty"
    counts = {
        "stale": progress.stale,
        "open": progress.initial,
        "draft" if progress.draft == 1 else "drafts": progress.draft,
        "finding" if progress.findings == 1 else "findings": progress.findings,
        "to review": progress.translated,
    }
    return next((f"{count} {word}" for word, count in counts.items() if count), "done")


def next_step(progress: "Progress") -> str:
    """What is to be done next on an article in a language, in a few words."""
    unreviewed = progress.translated
    if progress.segments == 0:
        return "nothing to translate"
    if progress.stale:
        return f"{progress.stale} out of date"
    if progress.initial:
        return f"{progress.initial} to translate"
    if progress.draft:
        return f"{progress.draft} {'draft' if progress.draft == 1 else 'drafts'} to read"
    return f"{unreviewed} to review" if unreviewed else "done"
