"""Where a translation still has a word of the source as it is."""

import re

from tms.glossary.articles import fit_article
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language
from tms.glossary.placing import Chosen, choose_form, choose_inflection, find_number
from tms.glossary.reading import Reading
from tms.text.small_words import get_function_words
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
        if is_present and (_is_part_of_name(left, reading.text, source) or _is_in_parentheses(left, reading.text)):
            continue
        spots.append(_spot(index, hit.concept, left, reading, _replace_leftover(index, left, terms, reading), terms))
    return spots


def _is_accepted(term: Term) -> bool:
    return term.status is not TermStatus.DEPRECATED


def _spot(
    index: TermIndex, concept: str, left: TermHit, reading: Reading, chosen: Chosen | None, terms: list[Term]
) -> Spot:
    told = chosen.text if chosen else _first_form(index, left, terms)
    message = f"“{left.form}” is not translated: write “{told}”"
    severity = index.concepts[concept].enforcement
    wording = chosen and fit_article(
        reading.text,
        left.start,
        chosen.text,
        reading.language,
        old=left.form,
        gender=chosen.inflection.gender,
        number=chosen.inflection.number,
    )
    if not wording:
        return Spot(message, left.start, left.end, None, severity, concept)
    return Spot(message, wording.start, left.end, wording.text, severity, concept)


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


def _is_in_parentheses(left: TermHit, target: str) -> bool:
    """Whether the original name stands in parentheses, as a gloss on its translation."""
    opening = target.rfind("(", 0, left.start)
    return opening > target.rfind(")", 0, left.start) and ")" in target[left.end :]


def _first_form(index: TermIndex, left: TermHit, terms: list[Term]) -> str:
    return choose_inflection(terms[0], "", find_number(index, left)).text


def _replace_leftover(index: TermIndex, left: TermHit, terms: list[Term], reading: Reading) -> Chosen | None:
    """The term in the number and gender that the place demands, None where that cannot be told."""
    if any(sign in left.form for sign in "<>*&"):
        return None
    chosen = choose_form(index, left, terms, text=reading.text, start=left.start)
    return chosen if chosen.is_told else None
