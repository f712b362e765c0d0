"""`terminology`: what the glossary found; the other checks know nothing of terms."""

from collections.abc import Iterable

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterable[Spot]:
    return pair.given.get("terminology", ()) if pair.target.strip() else ()


TERMINOLOGY = Check("terminology", "Terminology", "terminology", Severity.WARNING, _find)
