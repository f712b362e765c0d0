"""What to write for a term: the forms to offer for a hit, best first."""

from collections.abc import Sequence

from tms.glossary.grammar import PLURAL, Inflection, is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language, is_name_of_people, list_inflections
from tms.glossary.reading import list_protected
from tms.glossary.wording import is_adjective_in_english
from tms.values import Term, TermCard, TermHit, TermStatus


def list_target_forms(index: TermIndex, hit: TermHit, language: str, *, source: str = "") -> tuple[str, ...]:
    """The forms to offer for a hit: preferred terms first, and of each the form nearest to the hit's number.

    With the `source` text that the hit stands in, an adjective is told from a noun (ouïghoure, Ouïghour).
    """
    terms = index.list_terms(hit.concept, language)
    accepted = [term for term in terms if term.status is not TermStatus.DEPRECATED]
    return list_forms_of(index, accepted, hit, source=source)


def list_forms_of(index: TermIndex, terms: Sequence[Term], hit: TermHit, *, source: str = "") -> tuple[str, ...]:
    """The forms of some terms, each term's best for the hit first."""
    inflection = index.find_inflection(hit, hit.term.language)
    number = inflection.number if inflection else ""
    is_adjective = bool(source) and _is_adjective(hit, source, number)
    forms: dict[str, None] = {}
    for term in _acronyms_first(terms) if is_acronym(hit.form) else terms:
        for form in _rank_forms(term, number, is_adjective=is_adjective):
            forms.setdefault(form)
    return tuple(forms)


def _acronyms_first(terms: Sequence[Term]) -> list[Term]:
    """Preferred terms before admitted ones still, but in each an acronym before a full form."""
    statuses = tuple(TermStatus)
    return sorted(terms, key=lambda term: (statuses.index(term.status), not is_acronym(term.text)))


def _is_adjective(hit: TermHit, source: str, number: str) -> bool:
    is_english = get_primary_language(hit.term.language) == "en"
    return is_english and number != PLURAL and is_adjective_in_english(source, hit.end)


def _rank_forms(term: Term, number: str, *, is_adjective: bool) -> list[str]:
    found = list_inflections(term)
    # The number of an adjective is that of a noun that nobody has written yet.
    ranked = list(found) if is_adjective else sorted(found, key=lambda one: _distance(one, number))
    if is_name_of_people(term):
        small = [one.text[0].lower() + one.text[1:] for one in ranked]
        large = [one.text for one in ranked]
        return small + large if is_adjective else large + small
    return [one.text for one in ranked]


def _distance(inflection: Inflection, number: str) -> int:
    return int(bool(number) and inflection.number not in (number, ""))


def make_term_card(index: TermIndex, hit: TermHit, language: str, *, source: str = "") -> TermCard:
    """A hit with everything to show beside it: preferred terms in all forms, the others in the one that fits best."""
    concept = index.concepts[hit.concept]
    terms = index.list_terms(hit.concept, language)
    preferred = [term for term in terms if term.status is TermStatus.PREFERRED]
    admitted = [term for term in terms if term.status is TermStatus.ADMITTED]
    return TermCard(
        hit=hit,
        preferred=list_forms_of(index, preferred, hit, source=source),
        admitted=tuple(dict.fromkeys(list_forms_of(index, [term], hit, source=source)[0] for term in admitted)),
        deprecated=tuple(term.text for term in terms if term.status is TermStatus.DEPRECATED),
        definition=concept.definition,
        note=concept.note,
    )


def find_terms(index: TermIndex, text: str, language: str) -> tuple[TermHit, ...]:
    """The terms in a text, in its order, the longest where several overlap; in addresses and code there are none."""
    hits = index.find(text, language)
    protected = list_protected(text) if hits else []
    return tuple(hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in protected))


def list_term_cards(index: TermIndex, source: str, *, source_language: str, language: str) -> tuple[TermCard, ...]:
    """The cards of all terms in a source text, in its order."""
    hits = find_terms(index, source, source_language)
    return tuple(make_term_card(index, hit, language, source=source) for hit in hits)
