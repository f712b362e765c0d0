"""Run checks over one translation."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from tms.checks.check import Check
from tms.checks.oversize import LONGEST
from tms.checks.registry import ALL_CHECKS
from tms.checks.waking import get_waking
from tms.values import CheckInput, Finding, Severity, Spot

# More faults of one kind than anyone would mend one by one.
_MOST_FINDINGS = 100
# Each fix is tried: so many, and so many characters read again for them.
_MOST_FIXES = 40
_MOST_READ = 60_000


def run_checks(pair: CheckInput, *, checks: Iterable[Check] = ALL_CHECKS) -> tuple[Finding, ...]:
    """What the checks find in a translation, in their order; a text without source is read by itself.

    A fix that would make a new finding is not offered. Of a text over 30,000 characters the beginning is read, by
    itself.
    """
    chosen = tuple(checks)
    text = _cut(pair)
    found = tuple(_run(text, chosen))
    fixable = [finding for finding in found if finding.replacement is not None]
    if not fixable:
        return found
    # What was given is about the text as it was, and some checks are silent where it speaks.
    before = _count(_run(replace(text, given={}), chosen) if text.given else found)
    most = min(_MOST_FIXES, _MOST_READ // (len(pair.target) + 1))
    offered = {
        id(finding): fix
        for finding in fixable[:most]
        if (fix := _repair(finding, pair.target)) != pair.target and _is_sound(text, finding, chosen, before)
    }
    return tuple(
        replace(
            finding, fix=offered.get(id(finding)), replacement=finding.replacement if id(finding) in offered else None
        )
        if finding.replacement is not None
        else finding
        for finding in found
    )


def _cut(pair: CheckInput) -> CheckInput:
    """The pair, or what can be read of it in no time."""
    if len(pair.target) > LONGEST:
        return replace(pair, source=None, target=pair.target[: LONGEST + 1])
    if len(pair.source or "") > LONGEST:
        return replace(pair, source=(pair.source or "")[:LONGEST])
    return pair


def _run(pair: CheckInput, checks: tuple[Check, ...]) -> Iterator[Finding]:
    severities = pair.rules.severities
    for check in get_waking(checks, pair.language).list_awake(pair):
        if check.id not in severities:
            for spot in islice(check.find(pair), _MOST_FINDINGS):
                yield _finding(check, spot, spot.severity or check.severity)
        elif (severity := severities[check.id]) is not None:
            for spot in islice(check.find(pair), _MOST_FINDINGS):
                yield _finding(check, spot, severity)


def _finding(check: Check, spot: Spot, severity: Severity) -> Finding:
    return Finding(
        check=check.id,
        category=check.category,
        severity=severity,
        message=spot.message,
        start=spot.start,
        end=spot.end,
        concept=spot.concept,
        replacement=None if spot.start is None or spot.end is None else spot.replacement,
    )


def _repair(finding: Finding, target: str) -> str:
    return f"{target[: finding.start]}{finding.replacement}{target[finding.end :]}"


def _is_sound(pair: CheckInput, finding: Finding, checks: tuple[Check, ...], before: Counter[str]) -> bool:
    """Whether a repair takes its finding away and brings no other."""
    repaired = replace(pair, target=_repair(finding, pair.target), given={})
    after = _count(_run(repaired, checks))
    if any(count > before[check] for check, count in after.items()):
        return False
    return finding.check not in before or after[finding.check] < before[finding.check]


def _count(found: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.check for finding in found)
