"""`canonical-quote`: a quotation that has an official wording has that wording."""

from collections.abc import Iterable

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterable[Spot]:
    return pair.given.get("canonical-quote", ())


CANONICAL_QUOTE = Check(
    "canonical-quote", "Canonical quotation", "terminology", Severity.WARNING, _find, needs_source=True
)
