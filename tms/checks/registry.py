"""The list of all checks, in the order of their findings."""

from tms.checks.abbreviations import ABBREVIATIONS
from tms.checks.acronyms import ACRONYMS
from tms.checks.alt_text import ALT_TEXT
from tms.checks.apostrophe import APOSTROPHE
from tms.checks.attributes import ATTRIBUTES
from tms.checks.brackets import BRACKETS
from tms.checks.capital_accents import CAPITAL_ACCENTS
from tms.checks.check import Check
from tms.checks.comma_spacing import COMMA_SPACING
from tms.checks.conjunction import CONJUNCTION
from tms.checks.currency import CURRENCY
from tms.checks.dashes import DASHES
from tms.checks.date_form import DATE_FORM
from tms.checks.demonym_case import DEMONYM_CASE
from tms.checks.double_punctuation import DOUBLE_PUNCTUATION
from tms.checks.double_space import DOUBLE_SPACE
from tms.checks.edge_space import EDGE_SPACE
from tms.checks.elision import ELISION
from tms.checks.ellipsis import ELLIPSIS
from tms.checks.empty import EMPTY
from tms.checks.empty_tags import EMPTY_TAGS
from tms.checks.end_punctuation import END_PUNCTUATION
from tms.checks.escapes import ESCAPES
from tms.checks.false_friends import FALSE_FRIENDS
from tms.checks.foreign_script import FOREIGN_SCRIPT
from tms.checks.french_guillemets import FRENCH_GUILLEMETS
from tms.checks.french_spacing import FRENCH_SPACING
from tms.checks.given import (
    CANONICAL_QUOTE,
    EMBARGO,
    FIRST_MENTION,
    GRAMMAR,
    OPEN_QUESTION,
    SAME_REVIEWER,
    SAME_SOURCE,
    SAME_TARGET,
    TERM_CONSISTENCY,
    TERMINOLOGY,
)
from tms.checks.handles import HANDLES
from tms.checks.hedge import HEDGE
from tms.checks.identical import IDENTICAL
from tms.checks.inclusive import INCLUSIVE
from tms.checks.internal_link import INTERNAL_LINK
from tms.checks.invisible import INVISIBLE
from tms.checks.left_in_source import LEFT_IN_SOURCE
from tms.checks.legal_terms import LEGAL_TERMS
from tms.checks.length import LENGTH
from tms.checks.ligatures import LIGATURES
from tms.checks.line_break import LINE_BREAK
from tms.checks.link_text import LINK_TEXT
from tms.checks.loaded_wording import LOADED_WORDING
from tms.checks.long_sentence import LONG_SENTENCE
from tms.checks.markup import MARKUP
from tms.checks.modality import MODALITY
from tms.checks.mojibake import MOJIBAKE
from tms.checks.month_case import MONTH_CASE
from tms.checks.negation import NEGATION
from tms.checks.no_break import NO_BREAK
from tms.checks.notation import NOTATION
from tms.checks.note_left import NOTE_LEFT
from tms.checks.numbers import NUMBERS
from tms.checks.omission import OMISSION
from tms.checks.ordinals import ORDINALS
from tms.checks.oversize import OVERSIZE
from tms.checks.pasted_twice import PASTED_TWICE
from tms.checks.proper_names import PROPER_NAMES
from tms.checks.quotation_parity import QUOTATION
from tms.checks.quote_stop import QUOTE_STOP
from tms.checks.quotes import QUOTES
from tms.checks.range_dash import RANGE_DASH
from tms.checks.register import REGISTER
from tms.checks.repeated_word import REPEATED_WORD
from tms.checks.sentence_count import SENTENCE_COUNT
from tms.checks.source_empty import SOURCE_EMPTY
from tms.checks.spanish_marks import SPANISH_MARKS
from tms.checks.spanish_quotes import SPANISH_QUOTES
from tms.checks.spanish_spacing import SPANISH_SPACING
from tms.checks.spelling import SPELLING
from tms.checks.start_case import START_CASE
from tms.checks.structure import STRUCTURE
from tms.checks.tag_order import TAG_ORDER
from tms.checks.tag_space import TAG_SPACE
from tms.checks.time_form import TIME_FORM
from tms.checks.title_case import TITLE_CASE
from tms.checks.truncated import TRUNCATED
from tms.checks.units import UNITS
from tms.checks.unsafe_html import UNSAFE_HTML
from tms.checks.untranslated import UNTRANSLATED
from tms.checks.urls import URLS
from tms.checks.variant import VARIANT
from tms.checks.weekday import WEEKDAY

ARTICLE_CHECKS: tuple[Check, ...] = (
    TERM_CONSISTENCY,
    FIRST_MENTION,
    SAME_SOURCE,
    SAME_TARGET,
    SAME_REVIEWER,
    OPEN_QUESTION,
    EMBARGO,
)
"""What is found by looking further than at one text; the same text may be right elsewhere. Never an error."""

ALL_CHECKS: tuple[Check, ...] = (
    OVERSIZE,
    EMPTY,
    SOURCE_EMPTY,
    IDENTICAL,
    UNTRANSLATED,
    LEFT_IN_SOURCE,
    OMISSION,
    LENGTH,
    SENTENCE_COUNT,
    TRUNCATED,
    STRUCTURE,
    PASTED_TWICE,
    NUMBERS,
    NOTATION,
    UNITS,
    CURRENCY,
    DATE_FORM,
    WEEKDAY,
    TIME_FORM,
    ORDINALS,
    MARKUP,
    ATTRIBUTES,
    TAG_ORDER,
    EMPTY_TAGS,
    TAG_SPACE,
    LINK_TEXT,
    ALT_TEXT,
    FOREIGN_SCRIPT,
    UNSAFE_HTML,
    URLS,
    HANDLES,
    INTERNAL_LINK,
    QUOTES,
    QUOTATION,
    BRACKETS,
    MOJIBAKE,
    ESCAPES,
    INVISIBLE,
    FRENCH_SPACING,
    FRENCH_GUILLEMETS,
    LIGATURES,
    CAPITAL_ACCENTS,
    TITLE_CASE,
    MONTH_CASE,
    DEMONYM_CASE,
    ABBREVIATIONS,
    APOSTROPHE,
    ELLIPSIS,
    DASHES,
    NO_BREAK,
    RANGE_DASH,
    SPANISH_MARKS,
    SPANISH_SPACING,
    SPANISH_QUOTES,
    QUOTE_STOP,
    DOUBLE_SPACE,
    COMMA_SPACING,
    DOUBLE_PUNCTUATION,
    LINE_BREAK,
    REPEATED_WORD,
    ELISION,
    CONJUNCTION,
    VARIANT,
    INCLUSIVE,
    END_PUNCTUATION,
    START_CASE,
    LONG_SENTENCE,
    EDGE_SPACE,
    NOTE_LEFT,
    REGISTER,
    PROPER_NAMES,
    ACRONYMS,
    NEGATION,
    HEDGE,
    MODALITY,
    LEGAL_TERMS,
    LOADED_WORDING,
    FALSE_FRIENDS,
    TERMINOLOGY,
    CANONICAL_QUOTE,
    SPELLING,
    GRAMMAR,
    *ARTICLE_CHECKS,
)
