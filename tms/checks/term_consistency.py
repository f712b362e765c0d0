"""`term-consistency`: one article, one variant of a term; the glossary looks across the article."""

from collections.abc import Iterable

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterable[Spot]:
    return pair.given.get("term-consistency", ())


TERM_CONSISTENCY = Check("term-consistency", "Term consistency", "terminology", Severity.WARNING, _find)
