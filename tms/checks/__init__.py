"""The checks of a translation, and how they are run."""

from tms.checks.check import Check
from tms.checks.given import GRAMMAR, TERMINOLOGY
from tms.checks.internal_link import fold_address
from tms.checks.prose import read_prose
from tms.checks.registry import ALL_CHECKS, ARTICLE_CHECKS
from tms.checks.repair import Repaired, repair_text
from tms.checks.run import run_checks
from tms.checks.spelling import SPELLING
from tms.checks.twins import Folded, Use, Uses

__all__ = [
    "ALL_CHECKS",
    "ARTICLE_CHECKS",
    "GRAMMAR",
    "SPELLING",
    "TERMINOLOGY",
    "Check",
    "Folded",
    "Repaired",
    "Use",
    "Uses",
    "fold_address",
    "read_prose",
    "repair_text",
    "run_checks",
]
