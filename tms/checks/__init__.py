"""The checks of a translation, and how they are run."""

from tms.checks.check import Check
from tms.checks.registry import ALL_CHECKS, ARTICLE_CHECKS
from tms.checks.run import run_checks

__all__ = ["ALL_CHECKS", "ARTICLE_CHECKS", "Check", "run_checks"]
