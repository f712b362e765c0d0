"""Checks whose findings come from other rooms: the glossary, the dictionaries, the state of the work.

They know nothing of terms, spelling or reviewers; they give what was found a name, a category and a severity.
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
SPELLING = Check("spelling", "Spelling", "misspelling", Severity.WARNING, give("spelling"), is_given=True)
GRAMMAR = Check("grammar", "Grammar", "grammar", Severity.INFO, give("grammar"), is_given=True)
TERM_CONSISTENCY = Check(
    "term-consistency", "Term consistency", "terminology", Severity.WARNING, give("term-consistency"), is_given=True
)
FIRST_MENTION = Check(
    "first-mention", "First mention", "terminology", Severity.INFO, give("first-mention"), is_given=True
)
