"""What a glossary says of a whole article: one variant throughout, and acronyms spelt out where they stand first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tms.glossary.articles import fit_article
from tms.glossary.folding import strip_marks
from tms.glossary.grammar import is_acronym
from tms.glossary.index import TermIndex
from tms.glossary.inflection import list_inflections, pick_inflection
from tms.glossary.reading import list_protected
from tms.glossary.verbatim import list_verbatim_spans
from tms.glossary.wording import copy_capitals
from tms.values import Concept, Kind, Severity, Spot, Term, TermHit, TermStatus

CONSISTENCY = "term-consistency"
FIRST_MENTION = "first-mention"

# What stands here is read apart from the text: it may use an acronym before the text does.
_APART = frozenset(
    (Kind.TITLE, Kind.HEADING, Kind.EXCERPT, Kind.ALT, Kind.LINK, Kind.LABEL, Kind.CAPTION, Kind.TABLE_CELL)
)
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of an article with its terms, in reading order."""

    text: str
    kind: Kind
    hits: tuple[TermHit, ...]


def read_piece(index: TermIndex, text: str, language: str, kind: Kind) -> Piece:
    """The accepted terms of a text, the longest where several overlap; code, addresses and others' words are let be."""
    hits = [hit for hit in index.find(text, language) if hit.term.status is not TermStatus.DEPRECATED]
    quiet = [*list_protected(text), *list_verbatim_spans(text, language)] if hits else []
    kept = (hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in quiet))
    return Piece(text, kind, tuple(kept))


def judge_article(
    index: TermIndex, pieces: Sequence[Piece], language: str, *, only: int | None = None
) -> tuple[dict[str, tuple[Spot, ...]], ...]:
    """For each text of an article what the whole says of it, by check; `only` asks for one text's alone.

    No such finding is an error: the text may be right by itself.
    """
    found: list[dict[str, list[Spot]]] = [defaultdict(list) for _ in pieces]
    asked = None if only is None else {hit.concept for hit in pieces[only].hits}
    for concept_id, places in _group(pieces, asked).items():
        concept = index.concepts[concept_id]
        if concept.enforcement is None:
            continue
        for place, spot in _find_mixed(pieces, places, concept, language):
            found[place][CONSISTENCY].append(spot)
        if concept.first_mention:
            for place, spot in _find_first_mentions(pieces, places, concept):
                found[place][FIRST_MENTION].append(spot)
    return tuple({check: tuple(spots) for check, spots in one.items()} for one in found)


_Places = list[tuple[int, TermHit]]


def _group(pieces: Sequence[Piece], asked: AbstractSet[str] | None) -> dict[str, _Places]:
    grouped: dict[str, _Places] = defaultdict(list)
    for place, piece in enumerate(pieces):
        for hit in piece.hits:
            if asked is None or hit.concept in asked:
                grouped[hit.concept].append((place, hit))
    return grouped


def _limit(concept: Concept) -> Severity:
    severity = concept.enforcement or Severity.INFO
    return Severity.WARNING if severity is Severity.ERROR else severity


# One variant throughout.


def _find_mixed(
    pieces: Sequence[Piece], places: _Places, concept: Concept, language: str
) -> Iterable[tuple[int, Spot]]:
    counts = Counter(hit.term for _, hit in places)
    if len(counts) < 2:
        return
    ranked = sorted(counts, key=lambda term: (-counts[term], term.status is not TermStatus.PREFERRED))
    for place, hit in places:
        main = next((term for term in ranked if term == hit.term or are_variants(term, hit.term)), hit.term)
        if main == hit.term:
            continue
        form = pick_inflection(main, gender="", number="").text
        message = f"“{hit.form}” is “{form}” elsewhere in this article: choose one"
        yield place, _replace(pieces[place].text, hit, main, message, concept, language)


def _replace(text: str, hit: TermHit, main: Term, message: str, concept: Concept, language: str) -> Spot:
    written = _inflect_like(hit, main)
    wording = fit_article(text, hit.start, written, language, old=hit.form) if written else None
    if wording is None or any(sign in hit.form for sign in "<>*&"):
        return Spot(message, hit.start, hit.end, None, _limit(concept), concept.id)
    return Spot(message, wording.start, hit.end, wording.text, _limit(concept), concept.id)


def _inflect_like(hit: TermHit, main: Term) -> str | None:
    """The other variant in the number and gender of the one that was found; None where that cannot be told."""
    same = [one for one in list_inflections(hit.term) if one.text.casefold() == hit.form.casefold()]
    if not same:
        return None
    chosen = pick_inflection(main, gender=same[0].gender, number=same[0].number)
    return copy_capitals(chosen.text, found=hit.form, model=same[0].text)


def are_variants(one: Term, other: Term) -> bool:
    """Whether two terms are spellings or wordings of the same, which one article does not mix.

    Either says so by its type, or they have as many words and each is spelt like its fellow.
    """
    if _is_short(one) or _is_short(other):
        return False
    if "variant" in (one.type.casefold(), other.type.casefold()):
        return True
    words, fellows = (strip_marks(term.text.casefold()).split() for term in (one, other))
    return len(words) == len(fellows) and all(
        OSA.normalized_similarity(word, fellow) >= _ALIKE for word, fellow in zip(words, fellows, strict=True)
    )


def _is_short(term: Term) -> bool:
    return term.type.casefold() == "acronym" or is_acronym(term.text)


# Spelt out where it stands first.


def _find_first_mentions(pieces: Sequence[Piece], places: _Places, concept: Concept) -> Iterable[tuple[int, Spot]]:
    body = [(place, hit) for place, hit in places if pieces[place].kind not in _APART]
    short = [(place, hit) for place, hit in body if _is_short(hit.term)]
    if not short:
        return
    language = short[0][1].term.language
    full = next((term for term in concept.terms_in(language) if _is_full(term)), None)
    if full is None:
        return
    first = body[0][0]
    here = [hit for place, hit in body if place == first]
    whole = [hit for hit in here if not _is_short(hit.term)]
    if not whole:
        yield first, _spell_out(here[0], full, concept)
    elif len(whole) == len(here):
        yield first, _give_acronym(pieces[first].text, whole[0], short[0][1], concept)
    if any(hit.term.status is TermStatus.PREFERRED for _, hit in short):
        for place, hit in body:
            if place > first and hit.term == full and place >= short[0][0]:
                message = f"“{hit.form}” was given its acronym before: “{short[0][1].form}” is enough"
                yield place, Spot(message, hit.start, hit.end, None, Severity.INFO, concept.id)


def _is_full(term: Term) -> bool:
    return term.status is TermStatus.PREFERRED and not _is_short(term)


def _spell_out(hit: TermHit, full: Term, concept: Concept) -> Spot:
    written = f"{full.text} ({hit.form})"
    message = f"“{hit.form}” stands here first: spell it out, “{written}”"
    return Spot(message, hit.start, hit.end, None, Severity.INFO, concept.id)


def _give_acronym(text: str, hit: TermHit, short: TermHit, concept: Concept) -> Spot:
    written = f"{hit.form} ({short.form})"
    message = f"“{short.form}” follows later: give it here, “{written}”"
    is_plain = not any(sign in hit.form for sign in "<>*&") and text[hit.end : hit.end + 2] != " ("
    return Spot(message, hit.start, hit.end, written if is_plain else None, Severity.INFO, concept.id)
