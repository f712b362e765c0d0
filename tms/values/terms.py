"""Concepts and their terms, and where they stand in a text (after TBX, ISO 30042)."""

from dataclasses import dataclass
from datetime import date

from tms.values.vocabulary import Severity, TermStatus


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase for a concept in one language; `forms` are all its inflected forms, itself first.

    `replacement` and `reason` belong to deprecated terms. A case-insensitive term matches in any case.
    `type` is "full form", "acronym", "variant" or "name". A term holds from `valid_from` to `valid_to`, both included.
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
