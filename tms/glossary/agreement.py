"""Terms in another gender or number than the word right before them asks for: la refugiado, cientos de kirguís."""

import re

from tms.glossary.folding import fold_text
from tms.glossary.grammar import PLURAL, SINGULAR, Inflection, is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language, list_inflections
from tms.glossary.places import Place, read_place
from tms.glossary.reading import Reading
from tms.glossary.wording import copy_capitals
from tms.text.small_words import DETERMINERS, word_set
from tms.values import Severity, Spot, TermHit

_MANY = word_set(
    """cientos centenares miles millones decenas docenas centaines milliers millions dizaines douzaines nombre
    beaucoup multitud"""
)
# These stand before adjectives and verbs too, or have a meaning beside that of an article.
_ONE = ("un", "una", "une")
# Réfugié(e)s, Ouïghour·es.
_INCLUSIVE = re.compile(r"[(·•‧∙./-][^\W\d_]")
_UNSURE = word_set("leurs leur ses sus nos vos tous todos todas la lo le les l")


def find_agreement_spots(index: TermIndex, reading: Reading) -> list[Spot]:
    """Terms whose form does not agree with the determiner or the quantity before them, where another of theirs does."""
    spots: dict[tuple[int, int], Spot] = {}
    for hit in reading.accepted:
        is_marked = any(sign in hit.form for sign in "<>*&_") or _INCLUSIVE.match(reading.text, hit.end)
        if is_marked or is_acronym(hit.form) or reading.is_protected(hit.start, hit.end):
            continue
        wanted = _find_wanted(read_place(index, reading, hit), reading)
        if wanted is not None:
            better = _find_better(hit, *wanted)
            if better is not None:
                spots.setdefault((hit.start, hit.end), _make_spot(index, hit, *better))
    # A form that one concept has just so is right for another too.
    return [spot for span, spot in spots.items() if all(_is_alone(hit, span) for hit in reading.accepted)]


def _find_wanted(place: Place, reading: Reading) -> tuple[str, str] | None:
    """The gender and number that the word before asks for, "" for any; None where it asks for nothing."""
    before, second = place.before.lower(), place.second.lower()
    # Noventa y una mezquitas: a number, not an article.
    if not place.joint.isspace() or (before in _ONE and second in ("y", "et")):
        return None
    if before in ("de", "d") and second in _MANY:
        return "", PLURAL
    is_article = before in ("la", "le", "les") and place.hit.form[:1].isalpha()
    if before in _UNSURE and not is_article:
        return None
    return DETERMINERS.get(get_primary_language(reading.language), {}).get(before)


def _find_better(hit: TermHit, gender: str, number: str) -> tuple[Inflection, Inflection] | None:
    """The inflection that stands there and the one that would agree; None where the first may, or none does."""
    inflections = list_inflections(hit.term)
    written = fold_text(hit.form).lower
    here = [one for one in inflections if fold_text(one.text).lower == written]
    if not here or any(_agrees(one, gender, number, hit.term.language) for one in here):
        return None
    better = [
        one for one in inflections if _agrees(one, gender, number, hit.term.language) and one.number and one not in here
    ]
    # Of several, the one that keeps what the word before does not speak of.
    better.sort(key=lambda one: (one.gender != here[0].gender, one.number != here[0].number))
    return (here[0], better[0]) if better else None


def _agrees(one: Inflection, gender: str, number: str, language: str) -> bool:
    # Chinois han, Kirghiz: a French word that ends so has one form for both.
    is_french = get_primary_language(language) == "fr" and one.number == SINGULAR
    is_invariant = is_french and one.text.partition(" ")[0].casefold().endswith(("s", "x", "z"))
    has_number = not number or is_invariant or one.number in ("", number)
    return has_number and (not gender or one.gender in ("", gender))


def _make_spot(index: TermIndex, hit: TermHit, here: Inflection, better: Inflection) -> Spot:
    written = copy_capitals(better.text, found=hit.form, model=here.text)
    severity = index.concepts[hit.concept].enforcement
    limited = Severity.WARNING if severity is Severity.ERROR else severity
    return Spot(f"“{hit.form}” should be “{written}” here", hit.start, hit.end, written, limited, hit.concept)


def _is_alone(hit: TermHit, span: tuple[int, int]) -> bool:
    """Whether a hit is not a longer one around a span."""
    return not (hit.start <= span[0] and span[1] <= hit.end and (hit.start, hit.end) != span)
