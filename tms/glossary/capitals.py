"""Capitals of peoples, languages and proper nouns.

French: see `tms.text.french_peoples`. Spanish: peoples, languages and followers of a religion have none (RAE,
Ortografía de la lengua española, 4.2.4.10).
"""

from tms.glossary.folding import fold_text
from tms.glossary.french import has_feminine_french
from tms.glossary.grammar import is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language, is_name_of_people
from tms.glossary.places import Place, SourceUse, read_place
from tms.glossary.reading import Reading
from tms.glossary.wording import is_sentence_start
from tms.text.french_peoples import find_use
from tms.text.small_words import DETERMINERS, word_set
from tms.values import Severity, Spot, Term, TermHit, TermStatus

_LANGUAGES = ("fr", "es")
_LINKS = word_set("de del los las des du le la les y et")
_INSTITUTIONS = word_set(
    """asociación unión congreso partido movimiento federación fundación instituto comité consejo tribunal proyecto
    centro foro liga campaña casa día academia association union congrès parti mouvement fédération fondation institut
    conseil projet centre ligue campagne maison journée académie"""
)


def find_capital_spots(index: TermIndex, reading: Reading, *, source: str | None, source_language: str) -> list[Spot]:
    """Terms with a capital where there is none, or without one where there should be."""
    if get_primary_language(reading.language) not in _LANGUAGES:
        return []
    spots: dict[tuple[int, int], Spot] = {}
    for hit in reading.accepted:
        if not _is_looked_at(hit) or reading.is_protected(hit.start, hit.end):
            continue
        place = read_place(index, reading, hit)
        use = SourceUse(index, hit.concept, source, source_language)
        written = _find_writing(index, place, use, reading, source_language)
        if written is not None and written != hit.form:
            spots.setdefault((hit.start, hit.end), _make_spot(index, hit, written))
    return list(spots.values())


def _is_looked_at(hit: TermHit) -> bool:
    is_plain = hit.form[:1].isalpha() and not any(sign in hit.form for sign in "<>*&_")
    return is_plain and not is_acronym(hit.form) and not is_acronym(hit.term.text)


def _find_writing(index: TermIndex, place: Place, use: SourceUse, reading: Reading, source_language: str) -> str | None:
    """How a hit is written, None where nobody can tell or it may be as it is."""
    hit = place.hit
    form = fold_text(hit.form).cased
    if _is_people(hit.term):
        found = find_use(place, use, reading.lexicon.has_form)
        if found == "people" or (not found and form[0].isupper()):
            return _with_case_of(hit.form, form, place.inflection.text) if form[0].isupper() or found else None
        return hit.form[0].lower() + hit.form[1:] if found else None
    if form[0].islower() and _is_large(index, place, source_language):
        return hit.form[0].upper() + hit.form[1:]
    if " " in hit.form:
        return None
    if form[0].isupper() and _is_small(index, place, source_language):
        is_free = place.is_start or place.is_opening or _is_in_name(place, reading)
        return None if is_free else hit.form[0].lower() + hit.form[1:]
    is_proper = hit.term.part_of_speech.startswith("proper") and hit.term.text[:1].isupper()
    return hit.form[0].upper() + hit.form[1:] if is_proper and form[0].islower() else None


def _with_case_of(form: str, folded: str, model: str) -> str | None:
    """A form with the capitals of its model, where it is the same word: Nord-coréens as Nord-Coréens."""
    if len(form) != len(model) or folded.lower() != fold_text(model).lower:
        return form[0].upper() + form[1:] if form[0].islower() else None
    return "".join(sign.upper() if like.isupper() else sign for sign, like in zip(form, model, strict=True))


def _is_people(term: Term) -> bool:
    """Ouïghour, Nord-Coréen, and with a further word Chinois han."""
    head, _, rest = term.text.partition(" ")
    if not rest:
        return is_name_of_people(term)
    return get_primary_language(term.language) == "fr" and has_feminine_french(head) and rest.islower()


def _make_spot(index: TermIndex, hit: TermHit, written: str) -> Spot:
    kind = "with a capital" if sum(map(str.isupper, written)) > sum(map(str.isupper, hit.form)) else "without a capital"
    severity = index.concepts[hit.concept].enforcement
    message = f"“{hit.form}” is written “{written}”, {kind} here"
    limited = Severity.WARNING if severity is Severity.ERROR else severity
    return Spot(message, hit.start, hit.end, written, limited, hit.concept)


def _is_small(index: TermIndex, place: Place, source_language: str) -> bool:
    """Whether a word has no capital in any use, though the source language writes it with one."""
    term = place.hit.term
    if not term.text[:1].islower() or term.part_of_speech.startswith("proper"):
        return False
    terms = index.list_terms(place.hit.concept, source_language)
    accepted = [one.text for one in terms if one.status is not TermStatus.DEPRECATED]
    return any(all(word[:1].isupper() for word in text.split()) and not is_acronym(text) for text in accepted)


def _is_large(index: TermIndex, place: Place, source_language: str) -> bool:
    """Whether a phrase has a capital though the source language writes it without: État de droit, rule of law."""
    term = place.hit.term
    if not term.text[:1].isupper() or " " not in term.text or term.part_of_speech.startswith("proper"):
        return False
    terms = index.list_terms(place.hit.concept, source_language)
    accepted = [one.text for one in terms if one.status is not TermStatus.DEPRECATED]
    return bool(accepted) and all(text.islower() for text in accepted)


def _is_in_name(place: Place, reading: Reading) -> bool:
    """Whether words in capitals around it make a name: Congreso Mundial Uigur, Asociación de los Uigures."""
    if place.after[:1].isupper():
        return True
    words = [word for word in (place.before, place.second, place.third) if word]
    if not words or not place.joint.isspace():
        return False
    if words[0][0].isupper():
        is_article = words[0].lower() in DETERMINERS[get_primary_language(reading.language)]
        lead = place.lead[: place.lead.rfind(words[0])]
        return not (is_article and is_sentence_start(lead, len(lead)))
    heads = [word for word in words if word.lower() not in _LINKS]
    return words[0].lower() in _LINKS and bool(heads) and heads[0][0].isupper() and heads[0].lower() in _INSTITUTIONS
