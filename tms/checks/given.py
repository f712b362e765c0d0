"""Checks whose findings come from other rooms: the glossary, a grammar server, the state of the work.

They know nothing of terms, grammar or reviewers; they give what was found a name, a category and a severity.
"""

from tms.checks.check import Check, give
from tms.values import Severity

TERMINOLOGY = Check("terminology", "Terminology", "terminology", Severity.WARNING, give("terminology"), is_given=True)
CANONICAL_QUOTE = Check(
    "canonical-quote",
    "Canonical quotation",
    "terminology",
    Severity.WARNING,
    give("canonical-quote"),
    needs_source=True,
    is_given=True,
)
GRAMMAR = Check("grammar", "Grammar", "grammar", Severity.INFO, give("grammar"), is_given=True)
TERM_CONSISTENCY = Check(
    "term-consistency", "Term consistency", "terminology", Severity.WARNING, give("term-consistency"), is_given=True
)
FIRST_MENTION = Check(
    "first-mention", "First mention", "terminology", Severity.INFO, give("first-mention"), is_given=True
)
SAME_SOURCE = Check(
    "same-source", "Two translations of one text", "inconsistency", Severity.WARNING, give("same-source"), is_given=True
)
SAME_TARGET = Check(
    "same-target", "One translation of two texts", "inconsistency", Severity.WARNING, give("same-target"), is_given=True
)
SAME_REVIEWER = Check(
    "same-reviewer", "Reviewed by its translator", "other", Severity.WARNING, give("same-reviewer"), is_given=True
)
OPEN_QUESTION = Check("open-question", "Open question", "other", Severity.WARNING, give("open-question"), is_given=True)
EMBARGO = Check("embargo", "Embargo", "other", Severity.INFO, give("embargo"), is_given=True)
