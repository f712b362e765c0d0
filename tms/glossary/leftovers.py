"""Where a translation still has a word of the source as it is."""

import re

from tms.glossary.articles import fit_article
from tms.glossary.grammar import PLURAL, Inflection, is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language, is_name_of_people, list_inflections
from tms.glossary.reading import Reading
from tms.glossary.small_words import get_function_words
from tms.glossary.wording import Setting, is_sentence_start, read_setting
from tms.values import Spot, Term, TermHit, TermStatus


def find_leftovers(index: TermIndex, hit: TermHit, reading: Reading, *, source: str, is_present: bool) -> list[Spot]:
    """Places where the target still has a source-language form of the concept.

    Where an accepted form stands elsewhere in the target, a leftover beside another word of a name is let be.
    """
    if all(left.concept != hit.concept for left in reading.left):
        return []
    terms = [term for term in index.list_terms(hit.concept, reading.language) if _is_accepted(term)]
    if not terms:
        return []
    known = {(one.start, one.end) for one in (*reading.accepted, *reading.deprecated)}
    spots = []
    for left in reading.left:
        is_other = left.concept != hit.concept or (left.start, left.end) in known
        if is_other or reading.is_protected(left.start, left.end) or _is_word_of(left.form, reading):
            continue
        if is_present and _is_part_of_name(left, reading.text, source):
            continue
        replacement = _replace_leftover(index, left, terms, reading)
        told = replacement or _first_form(index, left, terms)
        spots.append(_spot(index, hit.concept, left, reading, told=told, replacement=replacement))
    return spots


def _is_accepted(term: Term) -> bool:
    return term.status is not TermStatus.DEPRECATED


def _spot(
    index: TermIndex, concept: str, left: TermHit, reading: Reading, *, told: str, replacement: str | None
) -> Spot:
    message = f"“{left.form}” is not translated: write “{told}”"
    severity = index.concepts[concept].enforcement
    if replacement is None:
        return Spot(message, left.start, left.end, None, severity)
    wording = fit_article(reading.text, left.start, replacement, reading.language, old=left.form)
    if wording is None:
        return Spot(message, left.start, left.end, None, severity)
    return Spot(message, wording.start, left.end, wording.text, severity)


def _is_word_of(form: str, reading: Reading) -> bool:
    """Whether a form is a word of the target language as well ("UN" in a French heading), or is too short to tell."""
    return len(form) < 3 or form.lower() in get_function_words(get_primary_language(reading.language))


def _is_part_of_name(left: TermHit, target: str, source: str) -> bool:
    """Whether a word in capitals beside it stands beside it in the source too: Uyghur Tribunal."""
    after = re.match(r"[ -][^\W\d_]+", target[left.end : left.end + 40])
    before = re.search(r"[^\W\d_]+[ -]$", target[max(0, left.start - 40) : left.start])
    around = [left.form + after.group()] if after and after.group()[1].isupper() else []
    around += [before.group() + left.form] if before and before.group()[0].isupper() else []
    return any(phrase in source for phrase in around)


def _first_form(index: TermIndex, left: TermHit, terms: list[Term]) -> str:
    inflection = index.find_inflection(left, left.term.language)
    number = inflection.number if inflection else ""
    return _choose(terms[0], "", number).text


def _replace_leftover(index: TermIndex, left: TermHit, terms: list[Term], reading: Reading) -> str | None:
    """The term in the number and gender that the place demands, None where that cannot be told."""
    if any(sign in left.form for sign in "<>*&"):
        return None
    term = terms[0]
    if is_acronym(left.form):
        term = next((one for one in terms if is_acronym(one.text)), term)
    source_form = index.find_inflection(left, left.term.language)
    setting = read_setting(reading.text, left.start, reading.language)
    # An English adjective has no number: "Uyghur" may stand for ouïghoures.
    has_number = source_form is not None and (source_form.number == PLURAL or "adj" not in left.term.part_of_speech)
    number = source_form.number if source_form is not None and has_number else setting.number
    if not _is_told(term, setting, number):
        return None
    text = _choose(term, setting.gender, number).text
    if is_name_of_people(term) and setting.is_adjective:
        text = text[0].lower() + text[1:]
    if is_acronym(left.form) and not is_acronym(left.term.text) and not is_acronym(text):
        return text.upper()
    return text[0].upper() + text[1:] if is_sentence_start(reading.text, left.start) else text


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


def _choose(term: Term, gender: str, number: str) -> Inflection:
    return max(
        list_inflections(term),
        key=lambda one: (one.number == number or not number) * 2 + (one.gender == (gender or "m")),
    )
