"""Matches, terms, findings, changes and events as blocks for the panes."""

from collections.abc import Sequence

from tms.tui.blocks import Block, Role, Run, diff_runs, make_block
from tms.tui.signs import SEVERITY_ROLES, SEVERITY_SIGNS
from tms.values import DeskRow, DiffPiece, Finding, HistoryEntry, Match, MatchKind, TermCard

CONTEXT = 24


def describe_match(number: int, match: Match, pieces: Sequence[DiffPiece]) -> Block:
    """Number, score, proposal, where it is from, and how its source differs from the one here."""
    score = "101" if match.kind is MatchKind.CONTEXT else f"{match.score:>3}"
    runs: list[Run] = [
        (f"{number} ", Role.KEY),
        (f"{score} ", Role.GOOD if match.score >= 100 else Role.ACCENT),
        (match.target, Role.PLAIN),
    ]
    origin = " · ".join(part for part in (match.origin, match.article) if part)
    penalties = ", ".join(f"-{penalty.points} {penalty.reason}" for penalty in match.penalties)
    note = "  ".join(part for part in (origin, penalties) if part)
    if note:
        runs.append((f"  {note}", Role.QUIET))
    if pieces:
        runs += [("\n", Role.PLAIN), *_quiet(diff_runs(pieces, context=CONTEXT))]
    return make_block(*runs, value=number, indent=6)


def _quiet(runs: Sequence[Run]) -> list[Run]:
    return [(text, Role.QUIET if role is Role.PLAIN else role) for text, role in runs]


def describe_card(number: int, card: TermCard) -> Block:
    """The word in the source, what to write for it, what not."""
    runs: list[Run] = [
        (f"{number} ", Role.KEY),
        (f"{card.hit.form}  ", Role.QUIET),
        (card.preferred[0] if card.preferred else "no term yet", Role.STRONG if card.preferred else Role.QUIET),
    ]
    if card.admitted:
        runs.append((f"  or {', '.join(card.admitted)}", Role.PLAIN))
    if card.preferred[1:]:
        runs.append((f"  forms: {', '.join(card.preferred[1:])}", Role.QUIET))
    if card.deprecated:
        runs.append((f"  not: {', '.join(card.deprecated)}", Role.WARNING))
    if card.note:
        runs.append((f"  {card.note}", Role.QUIET))
    return make_block(*runs, value=number, indent=2)


def describe_finding(finding: Finding, *, is_current: bool) -> Block:
    """Severity as a sign and a word, what it is, and what can be done."""
    if finding.waived is not None:
        return make_block(
            ("✓ ", Role.QUIET), (f"{finding.message}  waived: {finding.waived}", Role.QUIET), value=finding, indent=2
        )
    role = SEVERITY_ROLES[finding.severity]
    fix: Run = ("  ^G f repairs it" if finding.fix is not None else "", Role.QUIET)
    return make_block(
        ("▸" if is_current else " ", Role.ACCENT),
        (f"{SEVERITY_SIGNS[finding.severity]} ", role),
        (f"{finding.severity.value}: ", role),
        finding.message,
        (f"  {finding.check}", Role.QUIET),
        fix,
        value=finding,
        indent=3,
    )


def describe_changes(row: DeskRow, pieces: Sequence[DiffPiece]) -> list[Block]:
    """Why a translation is out of date, what changed in the English, what to do."""
    return [
        make_block((", ".join(row.reasons) or row.level.value, Role.WARNING)),
        make_block(*diff_runs(pieces, context=60)),
        make_block(("^G v", Role.KEY), (" still valid, or mend the text and ", Role.QUIET), ("^J", Role.KEY)),
    ]


def describe_short_event(entry: HistoryEntry) -> Block:
    """An event in few words."""
    return make_block(
        (f"{entry.at.astimezone():%m-%d %H:%M} ", Role.QUIET),
        f"{entry.kind.value} ",
        (entry.who or "somebody", Role.QUIET),
        (f"  “{entry.reason}”" if entry.reason else "", Role.PLAIN),
        value=entry.number,
        indent=2,
    )
