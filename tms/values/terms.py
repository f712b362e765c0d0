"""Concepts and their terms, and where they stand in a text (after TBX, ISO 30042)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tms.values.vocabulary import ConceptType, Severity, TermStatus


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase for a concept in one language; `forms` are all its inflected forms, itself first.

    `replacement` and `reason` belong to deprecated terms. A case-insensitive term matches in any case.
    `type` is "full form", "acronym", "variant" or "". A term holds from `valid_from` to `valid_to`, both included.
    `extra` keeps what a file says of the term beyond all this, as (column, value).
    """

    language: str
    text: str
    status: TermStatus = TermStatus.PREFERRED
    forms: tuple[str, ...] = ()
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    case_sensitive: bool = False
    note: str = ""
    reason: str = ""
    replacement: str = ""
    type: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning and its terms in every language; `enforcement` None means nothing is demanded.

    `id` is stable, lower-case with dashes. `severity` of a missing or deprecated term is `enforcement`.
    `first_mention`: an article spells it out, with its acronym, where it stands first, and has the acronym after that.
    """

    id: str
    terms: tuple[Term, ...]
    definition: str = ""
    subject: str = ""
    note: str = ""
    source: str = ""
    enforcement: Severity | None = Severity.WARNING
    do_not_translate: bool = False
    sensitive: bool = False
    type: ConceptType = ConceptType.TERM
    first_mention: bool = True

    def terms_in(self, language: str) -> tuple[Term, ...]:
        """The terms of one language, preferred ones first, then admitted, then deprecated."""
        order = tuple(TermStatus)
        return tuple(sorted((t for t in self.terms if t.language == language), key=lambda t: order.index(t.status)))


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term found in a text: code-point span, the form as it stands, the term and its concept."""

    concept: str
    start: int
    end: int
    form: str
    term: Term


@dataclass(frozen=True, slots=True)
class TermProblem:
    """Why a concept of a term file cannot be used; `line` is 0 where nobody knows it, `term` "" for the whole."""

    message: str
    hint: str = ""
    line: int = 0
    concept: str = ""
    language: str = ""
    term: str = ""


@dataclass(frozen=True, slots=True)
class TermFile:
    """What a term file says: its concepts, and what of it cannot be used, which is in none of them.

    `lines` gives the line of (concept, language, term) and, under (concept, "", ""), that of the concept itself.
    A file is partial when it names no concepts (a list of word pairs): its terms join those that are known.
    """

    concepts: tuple[Concept, ...]
    lines: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    problems: tuple[TermProblem, ...] = ()
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A quotation in a source text that has an official wording in the language of the translation.

    `start` and `end` are code-point offsets of its words in the source; `reference` says where the wording stands.
    Only of a whole quotation is `official` the translation; of a part it is the passage that the part belongs to.
    """

    concept: str
    start: int
    end: int
    text: str
    official: str
    reference: str
    is_whole: bool
    term: Term
    severity: Severity | None = None
