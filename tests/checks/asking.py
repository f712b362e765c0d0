"""A short way of asking one check about one text."""

from dataclasses import dataclass

from tms.checks import ALL_CHECKS, run_checks
from tms.values import CheckInput, Finding, HouseRules, Kind


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in short: severity, the text it points at (None: it has no place), the repaired target."""

    severity: str
    text: str | None
    fix: str | None = None


def ask(
    check: str,
    target: str,
    *,
    source: str | None = None,
    language: str = "fr",
    kind: Kind = Kind.PARAGRAPH,
    rules: HouseRules | None = None,
) -> list[Found]:
    """What the check of this id finds."""
    pair = CheckInput(source, target, "en", language, kind, rules=rules or HouseRules())
    (chosen,) = (each for each in ALL_CHECKS if each.id == check)
    return [_shorten(finding, target) for finding in run_checks(pair, checks=(chosen,))]


def _shorten(finding: Finding, target: str) -> Found:
    text = None if finding.start is None or finding.end is None else target[finding.start : finding.end]
    return Found(finding.severity.value, text, finding.fix)
