"""Write a term at a place of a text: in the number, gender and case that the words before it ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from tms.glossary.articles import Wording, fit_article
from tms.glossary.grammar import PLURAL, Inflection, is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language, is_name_of_people, list_inflections
from tms.glossary.wording import Setting, is_adjective_in_english, is_sentence_start, read_setting
from tms.values import Term, TermHit, TermStatus


@dataclass(frozen=True, slots=True)
class Chosen:
    """A form for a place; `is_told` says whether number and gender are known as far as the forms differ in them."""

    inflection: Inflection
    text: str
    is_told: bool


def insert_term(
    index: TermIndex, hit: TermHit, language: str, *, text: str, start: int, source: str = ""
) -> Wording | None:
    """What to write for a source hit at a place of the translation, with the article before it; None for no term.

    With the `source` text that the hit stands in, an adjective is told from a noun.
    """
    terms = [term for term in index.list_terms(hit.concept, language) if term.status is not TermStatus.DEPRECATED]
    if not terms:
        return None
    chosen = choose_form(index, hit, terms, text=text, start=start, source=source)
    inflection = chosen.inflection
    # Nobody wrote an old word here whose gender the article could have.
    wording = fit_article(
        text, start, chosen.text, language, old="", gender=inflection.gender, number=inflection.number
    )
    return wording or Wording(start, chosen.text)


def choose_form(
    index: TermIndex, hit: TermHit, terms: Sequence[Term], *, text: str, start: int, source: str = ""
) -> Chosen:
    """The form of the best of some terms for a place of a text in their language."""
    term = terms[0]
    if is_acronym(hit.form):
        term = next((one for one in terms if is_acronym(one.text)), term)
    setting = read_setting(text, start, term.language)
    number = _find_number(index, hit, setting, source)
    inflection = choose_inflection(term, setting.gender, number)
    is_small = setting.is_adjective or (not setting.gender and not setting.number and _is_adjective(hit, source))
    written = inflection.text
    if is_name_of_people(term) and is_small:
        written = written[0].lower() + written[1:]
    if is_acronym(hit.form) and not is_acronym(hit.term.text) and not is_acronym(written):
        written = written.upper()
    elif is_sentence_start(text, start):
        written = written[0].upper() + written[1:]
    return Chosen(inflection, written, _is_told(term, setting, number))


def choose_inflection(term: Term, gender: str, number: str) -> Inflection:
    """The form of a term in that number and gender, the masculine where nobody knows it."""
    return max(
        list_inflections(term),
        key=lambda one: (one.number == number or not number) * 2 + (one.gender == (gender or "m")),
    )


def find_number(index: TermIndex, hit: TermHit) -> str:
    """The number of a hit in its own language, "" where it shows none."""
    inflection = index.find_inflection(hit, hit.term.language)
    return inflection.number if inflection else ""


def _find_number(index: TermIndex, hit: TermHit, setting: Setting, source: str) -> str:
    number = find_number(index, hit)
    if setting.number and not setting.is_adjective:
        return setting.number
    # An English adjective has no number: "Uyghur" may stand for ouïghoures.
    is_unknown = number != PLURAL and ("adj" in hit.term.part_of_speech or _is_adjective(hit, source))
    return setting.number if is_unknown else number


def _is_adjective(hit: TermHit, source: str) -> bool:
    is_english = get_primary_language(hit.term.language) == "en"
    return bool(source) and is_english and is_adjective_in_english(source, hit.end)


def _is_told(term: Term, setting: Setting, number: str) -> bool:
    """Whether number and gender are known as far as the forms of the term differ in them."""
    forms = list_inflections(term)
    numbers = {form.number for form in forms if form.number}
    genders = {form.gender for form in forms if form.gender}
    if " " in term.text or len(forms) == 1:
        return True
    if len(numbers) > 1 and not number:
        return False
    return not (len(genders) > 1 and setting.is_adjective and not setting.gender)
