"""What a glossary says of a translation: terms that are missing, deprecated or run together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tms.glossary.agreement import find_agreement_spots
from tms.glossary.articles import fit_article
from tms.glossary.capitals import find_capital_spots
from tms.glossary.grammar import Inflection
from tms.glossary.index import Lexicon, TermIndex
from tms.glossary.inflection import get_primary_language, pick_inflection
from tms.glossary.leftovers import find_leftovers
from tms.glossary.misspellings import Misspellings
from tms.glossary.names import find_misspelt_parts, find_name_order
from tms.glossary.offers import list_target_forms
from tms.glossary.other_names import is_other_acronym
from tms.glossary.reading import Reading, list_kept_spans, list_protected, read_target
from tms.glossary.repetitions import count_repetitions
from tms.glossary.run_together import RunTogether, find_lost_spaces, find_run_together
from tms.glossary.variants import Variants
from tms.glossary.wording import copy_capitals, is_verb_in_english
from tms.values import Repetition, Severity, Spot, Term, TermHit, TermStatus

LANGUAGE_NAMES = {"en": "English", "fr": "French", "es": "Spanish"}


def find_term_spots(
    index: TermIndex,
    source: str | None,
    target: str,
    *,
    source_language: str,
    language: str,
    repetition: Repetition = Repetition.ONCE,
) -> tuple[Spot, ...]:
    """The places where a translation departs from the glossary, in text order, placeless ones last.

    Each concept of the source needs one accepted form in the target, once for the whole text, or with
    `Repetition.EACH` as often as the source has it. Without a source only deprecated forms, capitals and words run
    together are looked for. An empty target is not looked at.
    """
    if not target.strip():
        return ()
    reading = read_target(index, target, language, source=source, source_language=source_language)
    glued = find_run_together(index, reading)
    spots = [_deprecated_spot(index, hit, reading) for hit in reading.deprecated]
    spots += [_glued_spot(index, one) for one in glued]
    spots += find_capital_spots(index, reading, source=source, source_language=source_language)
    spots += find_agreement_spots(index, reading)
    if source is not None and get_primary_language(source_language) != get_primary_language(language):
        demanded = list_demanded(index, source, reading, source_language=source_language)
        spots += _judge_demanded(index, demanded, reading, source, glued)
        if repetition is Repetition.EACH:
            spots += count_repetitions(index, source, reading, source_language=source_language)
    placed = [spot for spot in spots if spot.start is not None]
    return (*_drop_overlaps(placed), *(spot for spot in spots if spot.start is None))


def _drop_overlaps(spots: Iterable[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.start or 0, -(spot.end or 0))):
        if not kept or (spot.start or 0) >= (kept[-1].end or 0):
            kept.append(spot)
    return kept


def list_demanded(index: TermIndex, source: str, reading: Reading, *, source_language: str) -> list[list[TermHit]]:
    """The source hits that want a term in the target, the first of each concept, homographs together.

    Hits inside longer ones, addresses and titles that the target keeps as they are want nothing.
    """
    hits = index.find(source, source_language)
    quiet = [*list_protected(source), *(list_kept_spans(reading.text, source, hits) if reading.kept else ())]
    spans: dict[tuple[int, int], list[TermHit]] = {}
    for hit in hits:
        is_quiet = any(start <= hit.start and hit.end <= end for start, end in quiet)
        is_other = is_verb_in_english(source, hit) or is_other_acronym(source, hit, hits)
        if not is_quiet and not is_other:
            spans.setdefault((hit.start, hit.end), []).append(hit)
    seen: set[frozenset[str]] = set()
    demanded = []
    for found in spans.values():
        concepts = frozenset(hit.concept for hit in found)
        if concepts not in seen and all(_is_demanded(index, concept, reading.lexicon) for concept in concepts):
            demanded.append(found)
        seen.add(concepts)
    return demanded


def _is_demanded(index: TermIndex, concept: str, lexicon: Lexicon) -> bool:
    if index.concepts[concept].enforcement is None:
        return False
    return index.concepts[concept].do_not_translate or bool(lexicon.list_accepted(concept))


def _judge_demanded(
    index: TermIndex, demanded: Sequence[list[TermHit]], reading: Reading, source: str, glued: Sequence[RunTogether]
) -> list[Spot]:
    accepted = {hit.concept for hit in reading.accepted}
    dealt_with = {hit.concept for hit in reading.deprecated} | {concept for one in glued for concept in one.concepts}
    misspellings = Misspellings(reading, source)
    variants = Variants(index, reading, demanded[0][0].term.language) if demanded else Variants(index, reading, "")
    spots: list[Spot] = []
    for hits in demanded:
        concepts = {hit.concept for hit in hits}
        is_present = bool(concepts & (accepted | dealt_with)) or _is_kept_verbatim(index, hits, reading)
        found = find_leftovers(index, hits[0], reading, source=source, is_present=is_present)
        found = found or find_name_order(index, hits[0].concept, reading)
        found = found or find_misspelt_parts(index, hits[0].concept, reading)
        severity = index.concepts[hits[0].concept].enforcement
        found = found or ([] if is_present else find_lost_spaces(index, hits[0].concept, reading))
        found = found or misspellings.find(hits[0].concept, severity, limit=0 if is_present else 2)
        if not found and not is_present and not any(variants.has(concept) for concept in concepts):
            found = [_missing_spot(index, hits[0], reading, source)]
            if variants.has_reworded(hits[0].concept):
                found = [replace(spot, severity=Severity.INFO) for spot in found]
        spots += found
    return spots


def _is_kept_verbatim(index: TermIndex, hits: list[TermHit], reading: Reading) -> bool:
    """Whether a term that is not to be translated stands in the target as in the source."""
    names = {hit.concept for hit in hits if index.concepts[hit.concept].do_not_translate}
    if not names:
        return False
    return any(hit.concept in names and hit.term.status is not TermStatus.DEPRECATED for hit in reading.left)


def _missing_spot(index: TermIndex, hit: TermHit, reading: Reading, source: str) -> Spot:
    concept = index.concepts[hit.concept]
    forms = list_target_forms(index, hit, reading.language, source=source)
    if concept.do_not_translate and not forms:
        return Spot(f"“{hit.form}” stays as it is", severity=concept.enforcement, concept=concept.id)
    name = LANGUAGE_NAMES.get(get_primary_language(reading.language), reading.language)
    return Spot(f"“{hit.form}” is “{forms[0]}” in {name}", severity=concept.enforcement, concept=concept.id)


def _deprecated_spot(index: TermIndex, hit: TermHit, reading: Reading) -> Spot:
    chosen = _replace_deprecated(index, hit, reading.language)
    replacement = chosen.text if chosen else None
    message = f"“{hit.form}” should be “{replacement}”" if replacement else f"“{hit.form}” should not be used"
    if hit.term.reason:
        message += f": {hit.term.reason}"
    has_markup = any(sign in hit.form for sign in "<>*&")
    severity = index.concepts[hit.concept].enforcement
    if chosen is None or has_markup:
        return Spot(message, hit.start, hit.end, None, severity, hit.concept)
    wording = fit_article(
        reading.text,
        hit.start,
        chosen.text,
        reading.language,
        old=hit.form,
        gender=chosen.gender,
        number=chosen.number,
    )
    if wording is None:
        return Spot(message, hit.start, hit.end, None, severity, hit.concept)
    return Spot(message, wording.start, hit.end, wording.text, severity, hit.concept)


def _replace_deprecated(index: TermIndex, hit: TermHit, language: str) -> Inflection | None:
    """The replacement of a deprecated term in the gender, number and capitals of the form that was found."""
    term = find_replacement(index, hit.concept, hit.term, language)
    if term is None:
        return None
    inflection = index.find_inflection(hit, language)
    if inflection is None:
        return Inflection(term.text)
    chosen = pick_inflection(term, gender=inflection.gender, number=inflection.number)
    if term.part_of_speech.casefold().startswith("proper"):
        return chosen
    return replace(chosen, text=copy_capitals(chosen.text, found=hit.form, model=inflection.text))


def find_replacement(index: TermIndex, concept: str, deprecated: Term, language: str) -> Term | None:
    """The term to write for a deprecated one: the one that it names, else the first preferred one."""
    terms = index.list_terms(concept, language)
    wanted = deprecated.replacement
    for _ in terms:
        named = next((term for term in terms if wanted and term.text.casefold() == wanted.casefold()), None)
        if named is None or named.status is not TermStatus.DEPRECATED:
            break
        wanted = named.replacement
    if wanted:
        return named or replace(deprecated, text=wanted, forms=(), status=TermStatus.PREFERRED)
    return next((term for term in terms if term.status is not TermStatus.DEPRECATED), None)


def _glued_spot(index: TermIndex, one: RunTogether) -> Spot:
    severity = index.concepts[one.concepts[0]].enforcement or Severity.WARNING
    message = f"“{one.found}” is two words run together: “{one.replacement}”"
    return Spot(message, one.start, one.end, one.replacement, severity, one.concepts[0])
