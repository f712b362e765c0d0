"""The sign and the word for a paragraph's standing, and bars of progress: the same on every screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tms.tui.blocks import Role, Run
from tms.tui.language import N_, _, ngettext
from tms.values import DeskRow, Origin, Severity, State

if TYPE_CHECKING:
    from tms.values import Finding, Progress

STALE_SIGN = "!"
LOCAL_SIGN = "+"
ERROR_SIGN = "✗"
OTHERS_SIGN = "@"
SIGNS = {State.INITIAL: "·", State.DRAFT: "~", State.TRANSLATED: "▸", State.REVIEWED: "✓"}
WORDS = {
    State.INITIAL: N_("nothing yet"),
    State.DRAFT: N_("draft"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
}
SEVERITY_SIGNS = {Severity.ERROR: ERROR_SIGN, Severity.WARNING: "!", Severity.INFO: "i"}
SEVERITY_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.INFO: Role.QUIET}
LEGEND = N_(
    "· nothing yet   ~ draft   ▸ translated   ✓ reviewed   ! out of date   ✗ error found   * typed, not saved   "
    "+ only in this translation   @ somebody else is there"
)


def number_of(row: DeskRow) -> str:
    """The paragraph's number in the article; one that only the translation has shows a plus."""
    return LOCAL_SIGN if row.position is None else str(row.position + 1)


def source_of(row: DeskRow) -> str:
    """The source, or in its place that there is none."""
    return _("only in this translation") if row.is_local else row.source


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
        return _("contained in another paragraph's translation")
    word = _(WORDS[row.state])
    if row.state is State.DRAFT and row.origin is not Origin.HUMAN:
        word = _("draft ({engine})").format(engine=row.engine or row.origin.value)
    return _("out of date, was {word}").format(word=word) if row.is_stale else word


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
        return _("empty")
    counts = (
        (progress.stale, ngettext("{count} stale", "{count} stale", progress.stale)),
        (progress.initial, ngettext("{count} open", "{count} open", progress.initial)),
        (progress.draft, ngettext("{count} draft", "{count} drafts", progress.draft)),
        (progress.findings, ngettext("{count} finding", "{count} findings", progress.findings)),
        (progress.translated, ngettext("{count} to review", "{count} to review", progress.translated)),
    )
    return next((said.format(count=count) for count, said in counts if count), _("done"))


def next_step(progress: "Progress") -> str:
    """What is to be done next on an article in a language, in a few words."""
    unreviewed = progress.translated
    if progress.segments == 0:
        return _("nothing to translate")
    if progress.stale:
        return ngettext("{count} out of date", "{count} out of date", progress.stale).format(count=progress.stale)
    if progress.initial:
        return ngettext("{count} to translate", "{count} to translate", progress.initial).format(count=progress.initial)
    if progress.draft:
        return ngettext("{count} draft to read", "{count} drafts to read", progress.draft).format(count=progress.draft)
    if not unreviewed:
        return _("done")
    return ngettext("{count} to review", "{count} to review", unreviewed).format(count=unreviewed)
