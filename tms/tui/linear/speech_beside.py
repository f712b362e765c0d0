"""What lies beside a paragraph in words: matches, terms, findings, history, comments; values in, lines out."""

from collections.abc import Sequence

from tms.tui.language import N_, _, ngettext
from tms.tui.linear.letters import say_silent
from tms.tui.linear.speech import STATES, cut_words, say_differences
from tms.values import (
    CommentView,
    ConcordanceHit,
    DiffPiece,
    EventKind,
    Finding,
    HistoryEntry,
    Match,
    MatchKind,
    Severity,
    TermCard,
)

SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("hint")}
EVENTS = {
    EventKind.SAVED: N_("saved"),
    EventKind.DRAFTED: N_("drafted"),
    EventKind.ATTACHED: N_("attached"),
    EventKind.MERGED: N_("merged"),
    EventKind.APPROVED: N_("approved"),
    EventKind.RETURNED: N_("given back"),
    EventKind.CONFIRMED: N_("said to be still valid"),
    EventKind.WAIVED: N_("a finding was let stand"),
    EventKind.RESTORED: N_("restored"),
    EventKind.REJECTED: N_("rejected"),
    EventKind.CARRIED: N_("carried over"),
    EventKind.REPLACED: N_("replaced"),
    EventKind.MENDED: N_("mended"),
}
_BEFORE = 3


def say_match(number: int, match: Match, pieces: Sequence[DiffPiece] = ()) -> str:
    """A match in one line: number, likeness, where it is from, what is other in its source."""
    likeness = _("the same with the same neighbours")
    if match.kind is MatchKind.EXACT:
        likeness = _("the same text")
    elif match.kind is not MatchKind.CONTEXT:
        likeness = _("{score} percent").format(score=match.score)
    parts = [_("Match {number}, {likeness}").format(number=number, likeness=likeness)]
    if match.article:
        parts.append(_("from {article}").format(article=match.article))
    said = ", ".join(parts) + f": {match.target}"
    differences = "; ".join(say_differences(pieces))
    return f"{said} " + _("(In its source: {differences}.)").format(differences=differences) if differences else said


def say_card(number: int, card: TermCard) -> str:
    """A term in one line: the word in the source, what to write for it, what not."""
    preferred = ", ".join(card.preferred) or _("no term yet")
    said = _("Term {number}: {form}: {words}").format(number=number, form=card.hit.form, words=preferred)
    if card.admitted:
        said += _("; also {words}").format(words=", ".join(card.admitted))
    if card.deprecated:
        said += _("; not {words}").format(words=", ".join(card.deprecated))
    return f"{said}. {card.note}" if card.note else f"{said}."


def say_finding(number: int, finding: Finding, text: str) -> str:
    """A finding in one line: its weight, what it is, where, and what its repair would change."""
    said = _("Finding {number}, {severity}: {message}").format(
        number=number, severity=_(SEVERITIES[finding.severity]), message=finding.message
    )
    if finding.start is not None and finding.end is not None and finding.end > finding.start:
        said += _("; at “{words}”").format(words=say_silent(text[finding.start : finding.end]))
        before = text[: finding.start].split()[-_BEFORE:]
        said += _(" after “{words}”").format(words=" ".join(before)) if before else ""
    if finding.waived is not None:
        return said + _("; let stand: {reason}.").format(reason=finding.waived)
    return f"{said}. {say_fix(finding, text)}" if finding.fix is not None else f"{said}."


def say_fix(finding: Finding, text: str) -> str:
    """What a finding's repair would change."""
    old = say_silent(text[finding.start or 0 : finding.end or 0])
    new = say_silent(finding.replacement or "")
    if not old:
        return _("Repair: put in “{new}”.").format(new=new)
    if not new:
        return _("Repair: take out “{old}”.").format(old=old)
    return _("Repair: “{old}” becomes “{new}”.").format(old=old, new=new)


def count_findings(findings: Sequence[Finding]) -> str:
    """How many of each weight nobody has waived: `1 error, 2 warnings`; "" for none."""
    waiting = [finding.severity for finding in findings if finding.waived is None]
    errors, warnings, hints = (waiting.count(severity) for severity in Severity)
    counts = (
        ngettext("{count} error", "{count} errors", errors).format(count=errors) if errors else "",
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings) if warnings else "",
        ngettext("{count} hint", "{count} hints", hints).format(count=hints) if hints else "",
    )
    return ", ".join(count for count in counts if count)


def say_event(entry: HistoryEntry) -> str:
    """An event in one line: its number, when, what, who, the state it left, why."""
    said = _("{number}: {when}, {what} by {who}, {state}").format(
        number=entry.number,
        when=f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
        what=_(EVENTS[entry.kind]),
        who=entry.who or _("somebody"),
        state=_(STATES[entry.state]),
    )
    if entry.reason:
        said += _(", because: {reason}").format(reason=entry.reason)
    return f"{said}. {cut_words(entry.after)}" if entry.after else f"{said}."


def say_comment(number: int, comment: CommentView) -> str:
    """A comment or a question in one line."""
    what = _("question") if comment.is_question else _("comment")
    standing = _("settled") if comment.is_resolved else _("not settled")
    return _("{number}: {what} by {who}, {when}, {standing}: {text}").format(
        number=number,
        what=what,
        who=comment.who or _("somebody"),
        when=f"{comment.at.astimezone():%Y-%m-%d %H:%M}",
        standing=standing,
        text=comment.text,
    )


def say_hit(number: int, hit: ConcordanceHit) -> str:
    """Where words were translated before, in one line."""
    said = f"{number}: {hit.source} {_('Translated:')} {hit.target}"
    return f"{said} {_('From {article}.').format(article=hit.article)}" if hit.article else said
