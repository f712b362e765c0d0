"""Run checks over one translation."""

from collections.abc import Iterable
from itertools import islice

from tms.checks.check import Check, base_language
from tms.checks.registry import ALL_CHECKS
from tms.values import CheckInput, Finding, Spot

# A text with more faults of one kind than anyone would mend one by one, or one too long for a copy with each fault.
_MOST_FINDINGS = 100
_LONGEST_FIX = 100_000


def run_checks(pair: CheckInput, *, checks: Iterable[Check] = ALL_CHECKS) -> tuple[Finding, ...]:
    """What the checks find in a translation, in their order; a text without source is read by itself."""
    return tuple(
        _finding(check, spot, pair.target)
        for check in checks
        if _is_asked(check, pair)
        for spot in islice(check.find(pair), _MOST_FINDINGS)
    )


def _is_asked(check: Check, pair: CheckInput) -> bool:
    if (check.needs_source and pair.source is None) or (check.id != "empty" and not pair.target.strip()):
        return False
    if check.languages is None:
        return True
    # The signs of a language do not matter in a text that is still in another, or is a name in both.
    is_foreign = check.category == "typographical" and pair.source == pair.target
    return base_language(pair.language) in check.languages and not is_foreign


def _finding(check: Check, spot: Spot, target: str) -> Finding:
    return Finding(
        check=check.id,
        category=check.category,
        severity=spot.severity or check.severity,
        message=spot.message,
        start=spot.start,
        end=spot.end,
        fix=_repair(spot, target),
        concept=spot.concept,
    )


def _repair(spot: Spot, target: str) -> str | None:
    if spot.replacement is None or spot.start is None or spot.end is None or len(target) > _LONGEST_FIX:
        return None
    return target[: spot.start] + spot.replacement + target[spot.end :]
