"""The checks of a translation, and how they are run."""

from tms.checks.check import Check
from tms.checks.given import TERMINOLOGY
from tms.checks.registry import ALL_CHECKS, ARTICLE_CHECKS
from tms.checks.run import run_checks

__all__ = ["ALL_CHECKS", "ARTICLE_CHECKS", "TERMINOLOGY", "Check", "run_checks"]
