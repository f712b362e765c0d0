"""`first-mention`: an acronym is spelt out where it stands first; the glossary looks across the article."""

from collections.abc import Iterable

from tms.checks.check import Check
from tms.values import CheckInput, Severity, Spot


def _find(pair: CheckInput) -> Iterable[Spot]:
    return pair.given.get("first-mention", ())


FIRST_MENTION = Check("first-mention", "First mention", "terminology", Severity.INFO, _find)
