"""Findings as blocks: what a check found, and what its repair would change."""

from collections.abc import Sequence

from tms.tui.actions import Where
from tms.tui.blocks import Block, Role, Run, cut_to, make_block
from tms.tui.keymap import key_of
from tms.tui.language import _
from tms.tui.signs import SEVERITY_ROLES, SEVERITY_SIGNS
from tms.values import Finding

BESIDE_FIX = 24
MOST_BEFORE = 60
SPELLING = "spelling"
# A no-break space looks like any other: a repair that puts one in would show nothing.
_SEEN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2009": "⍽", "\n": "⏎", "\t": "⇥"})


def describe_finding(finding: Finding, *, is_current: bool, text: str = "") -> Block:
    """Severity as a sign and a word, what it is, and for the one that keys are about what its repair changes."""
    if finding.waived is not None:
        return make_block(
            ("✓ ", Role.QUIET),
            (_("{message}  waived: {waived}").format(message=finding.message, waived=finding.waived), Role.QUIET),
            value=finding,
            indent=2,
        )
    role = SEVERITY_ROLES[finding.severity]
    runs: list[str | Run] = [
        ("▸" if is_current else " ", Role.ACCENT),
        (f"{SEVERITY_SIGNS[finding.severity]} ", role),
        (f"{_(finding.severity.value)}: ", role),
        finding.message,
        (f"  {finding.check}", Role.QUIET),
        (_hint(finding) if is_current else "", Role.QUIET),
    ]
    if is_current and text and finding.fix is not None:
        runs += [("\n", Role.PLAIN), *describe_fix(finding, text)]
    return make_block(*runs, value=finding, indent=3)


def _hint(finding: Finding) -> str:
    if finding.check == SPELLING:
        said = _("{fix} other words, {known} it is right")
        return "  " + said.format(fix=key_of(Where.DESK, "apply_fix"), known=key_of(Where.DESK, "know_word"))
    said = _("{key} repairs it").format(key=key_of(Where.DESK, "apply_fix"))
    return f"  {said}" if finding.fix is not None else ""


def describe_fix(finding: Finding, text: str, *, beside: int = BESIDE_FIX) -> list[Run]:
    """What a repair takes out and puts in, with the words around it."""
    start, end = finding.start or 0, finding.end or 0
    before, after = text[:start], text[end:]
    runs: list[Run] = [(_see(before if len(before) <= beside else f"…{before[-beside:]}"), Role.QUIET)]
    if end > start:
        runs.append((f"[-{_see(text[start:end])}-]", Role.DELETED))
    if finding.replacement:
        runs.append((f"{{+{_see(finding.replacement)}+}}", Role.INSERTED))
    runs.append((_see(after if len(after) <= beside else f"{after[:beside]}…"), Role.QUIET))
    return runs


def describe_place(finding: Finding, text: str) -> list[Run]:
    """Where a finding stands in its text."""
    if finding.start is None or finding.end is None:
        return [(cut_to(text, 2 * MOST_BEFORE), Role.QUIET)]
    before, after = text[: finding.start], text[finding.end :]
    return [
        (before if len(before) <= BESIDE_FIX else f"…{before[-BESIDE_FIX:]}", Role.QUIET),
        ("⟦", Role.ACCENT),
        (_see(text[finding.start : finding.end]), Role.KEY),
        ("⟧", Role.ACCENT),
        (after if len(after) <= BESIDE_FIX else f"{after[:BESIDE_FIX]}…", Role.QUIET),
    ]


def describe_kind(check: str, findings: Sequence[Finding], *, is_first: bool = False) -> Block:
    """The head of all findings of one check."""
    fixable = sum(finding.fix is not None for finding in findings)
    said = _("{count} can be repaired: {key}").format(count=fixable, key=key_of(Where.FINDINGS, "apply_kind"))
    repairs = f", {said}" if fixable else ""
    gap = "" if is_first else "\n"
    return make_block((f"{gap}{check}  ", Role.STRONG), (f"{len(findings)}{repairs}", Role.QUIET))


def _see(text: str) -> str:
    return text.translate(_SEEN)
