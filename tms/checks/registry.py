"""The list of all checks, in the order of their findings."""

from tms.checks.brackets import BRACKETS
from tms.checks.check import Check
from tms.checks.comma_spacing import COMMA_SPACING
from tms.checks.double_space import DOUBLE_SPACE
from tms.checks.edge_space import EDGE_SPACE
from tms.checks.empty import EMPTY
from tms.checks.end_punctuation import END_PUNCTUATION
from tms.checks.french_guillemets import FRENCH_GUILLEMETS
from tms.checks.french_spacing import FRENCH_SPACING
from tms.checks.given import CANONICAL_QUOTE, FIRST_MENTION, GRAMMAR, SPELLING, TERM_CONSISTENCY, TERMINOLOGY
from tms.checks.identical import IDENTICAL
from tms.checks.line_break import LINE_BREAK
from tms.checks.markup import MARKUP
from tms.checks.notation import NOTATION
from tms.checks.numbers import NUMBERS
from tms.checks.oversize import OVERSIZE
from tms.checks.parity import QUOTATION
from tms.checks.quotes import QUOTES
from tms.checks.repeated_word import REPEATED_WORD
from tms.checks.spanish_marks import SPANISH_MARKS
from tms.checks.untranslated import UNTRANSLATED
from tms.checks.urls import URLS

ARTICLE_CHECKS: tuple[Check, ...] = (TERM_CONSISTENCY, FIRST_MENTION)
"""What is found by looking across an article; the same text may be right elsewhere."""

ALL_CHECKS: tuple[Check, ...] = (
    OVERSIZE,
    EMPTY,
    IDENTICAL,
    UNTRANSLATED,
    NUMBERS,
    NOTATION,
    MARKUP,
    URLS,
    QUOTES,
    QUOTATION,
    BRACKETS,
    FRENCH_SPACING,
    FRENCH_GUILLEMETS,
    SPANISH_MARKS,
    DOUBLE_SPACE,
    COMMA_SPACING,
    LINE_BREAK,
    REPEATED_WORD,
    END_PUNCTUATION,
    EDGE_SPACE,
    TERMINOLOGY,
    CANONICAL_QUOTE,
    SPELLING,
    GRAMMAR,
    *ARTICLE_CHECKS,
)
