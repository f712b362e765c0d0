"""Canonical quotations: passages with an official wording in several languages, found where an article quotes them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from tms.glossary.folding import Folded, fold_text
from tms.glossary.inflection import get_primary_language
from tms.values import Concept, ConceptType, Kind, QuoteMatch, Spot, Term, TermStatus

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“([^“”]{8,3000})”|«([^«»]{8,3000})»|\"([^\"]{8,3000})\"|‘([^‘’]{8,3000})’(?!\w)")
_TRIM = " \t\n\u00a0\u202f"
_SHINGLE = 4
# A shorter run of the same words is chance: “crimes against humanity and war crimes”.
_SHORTEST_PART = 6
_ALIKE = 90.0
_WHOLE = 0.85
# From here on a passage of the translation is taken for the attempt at the quotation.
_ATTEMPT = 45.0


@dataclass(frozen=True, slots=True)
class _Passage:
    """A wording of a quotation in one language, folded to lower-case words with a space between them."""

    concept: Concept
    term: Term
    words: tuple[str, ...]

    @property
    def folded(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


class QuoteIndex:
    """The passages of a glossary by language; built once, and then only read."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts = tuple(concept for concept in concepts if concept.type is ConceptType.QUOTE)
        self._passages: dict[str, list[_Passage]] = defaultdict(list)
        self._shingles: dict[tuple[str, ...], list[_Passage]] = defaultdict(list)
        for concept in self._concepts:
            for term in concept.terms:
                passage = _Passage(concept, term, tuple(_split(term.text)))
                language = get_primary_language(term.language)
                self._passages[language].append(passage)
                for shingle in _list_shingles(passage.words):
                    self._shingles[language, *shingle].append(passage)

    def find(
        self, source: str, *, source_language: str, language: str, kind: Kind = Kind.PARAGRAPH
    ) -> tuple[QuoteMatch, ...]:
        """The quotations in a source text that have an official wording in `language`, in the order of the text.

        What stands between quotation marks, or in a block quotation, is a quotation; a passage of six words or more
        that stands there whole is one without them too.
        """
        if not self._concepts:
            return ()
        folded = fold_text(source)
        places = [(word.start(), word.end(), word.group()) for word in _WORD.finditer(folded.lower)]
        primary = get_primary_language(source_language)
        known = self._list_candidates(primary, tuple(word for _, _, word in places))
        found: dict[tuple[int, int], QuoteMatch] = {}
        for start, end in _list_quoted(folded, is_block=kind is Kind.QUOTE) if known else ():
            inside = [place for place in places if start <= place[0] and place[1] <= end]
            match = _match_quoted(inside, known)
            if match is not None:
                passage, is_whole = match
                span = folded.get_span(inside[0][0], inside[-1][1])
                found[span] = _make_match(passage, span, source, language, is_whole=is_whole)
        for passage in known:
            for first, last in _find_runs(passage.words, places):
                span = folded.get_span(first, last)
                if not any(start < span[1] and span[0] < end for start, end in found):
                    found[span] = _make_match(passage, span, source, language, is_whole=True)
        return tuple(found[span] for span in sorted(found) if found[span].official)

    def _list_candidates(self, language: str, words: tuple[str, ...]) -> list[_Passage]:
        """The passages that share four words in a row with a text."""
        found: dict[int, _Passage] = {}
        for shingle in _list_shingles(words):
            for passage in self._shingles.get((language, *shingle), ()):
                found.setdefault(id(passage), passage)
        return list(found.values())

    def list_official_spans(self, folded: Folded, language: str) -> list[tuple[int, int]]:
        """Where a translation has an official wording: the glossary has nothing to say of its words."""
        if not self._concepts:
            return []
        places = [(word.start(), word.end(), word.group()) for word in _WORD.finditer(folded.lower)]
        words = tuple(word for _, _, word in places)
        return [
            folded.get_span(*run)
            for passage in self._list_candidates(get_primary_language(language), words)
            for run in _find_runs(passage.words, places)
        ]


def find_quote_spots(matches: Iterable[QuoteMatch], target: str) -> tuple[Spot, ...]:
    """The quotations of a source whose translation is not the official wording, which repairs a whole one."""
    folded = fold_text(target)
    places = [(word.start(), word.end(), word.group()) for word in _WORD.finditer(folded.lower)]
    said = " ".join(word for _, _, word in places)
    spots = []
    for match in matches:
        official = " ".join(_split(match.official))
        if match.is_whole and f" {official} " in f" {said} ":
            continue
        quoted = _list_quoted(folded, is_block=False)
        if not match.is_whole and any(_is_part_of(folded.lower[slice(*span)], official) for span in quoted):
            continue
        span = _find_attempt(folded, quoted, official) if match.is_whole else None
        told = f", {match.reference}" if match.reference else ""
        message = f"this is a quotation; its official wording is “{match.official}”{told}"
        spots.append(_make_spot(match, message, folded, span))
    return tuple(spots)


def _make_spot(match: QuoteMatch, message: str, folded: Folded, span: tuple[int, int] | None) -> Spot:
    if span is None:
        return Spot(message, severity=match.severity, concept=match.concept)
    start, end = folded.get_span(*span)
    return Spot(message, start, end, match.official, match.severity, match.concept)


def _make_match(passage: _Passage, span: tuple[int, int], source: str, language: str, *, is_whole: bool) -> QuoteMatch:
    concept = passage.concept
    terms = concept.terms_in(language) or concept.terms_in(get_primary_language(language))
    official = next((term for term in terms if term.status is not TermStatus.DEPRECATED), None)
    return QuoteMatch(
        concept=concept.id,
        start=span[0],
        end=span[1],
        text=source[slice(*span)],
        official=official.text if official else "",
        reference=concept.source,
        is_whole=is_whole,
        term=passage.term,
        severity=concept.enforcement,
    )


def _match_quoted(inside: list[tuple[int, int, str]], known: Iterable[_Passage]) -> tuple[_Passage, bool] | None:
    """The passage that a quotation is, or is a part of, and whether it is the whole."""
    words = [word for _, _, word in inside]
    if len(words) < _SHINGLE:
        return None
    text = " ".join(words)
    best: tuple[float, _Passage] | None = None
    for passage in known:
        if len(words) < min(_SHORTEST_PART, len(passage.words)) or len(words) > len(passage.words) * 1.15 + 2:
            continue
        is_about_whole = len(words) >= _WHOLE * len(passage.words)
        score = fuzz.ratio(text, passage.folded) if is_about_whole else fuzz.partial_ratio(text, passage.folded)
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, passage)
    return (best[1], len(words) >= _WHOLE * len(best[1].words)) if best else None


def _find_runs(words: tuple[str, ...], places: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Where a whole passage of six words or more stands word for word."""
    if len(words) < _SHORTEST_PART:
        return
    for first in range(len(places) - len(words) + 1):
        if places[first][2] == words[0] and all(places[first + step][2] == word for step, word in enumerate(words)):
            yield places[first][0], places[first + len(words) - 1][1]


def _find_attempt(folded: Folded, quoted: list[tuple[int, int]], official: str) -> tuple[int, int] | None:
    """The quotation of a translation that is most like the official wording."""
    rated = [(fuzz.ratio(" ".join(_split(folded.cased[slice(*span)])), official), span) for span in quoted]
    best = max(rated, default=(0.0, (0, 0)))
    return best[1] if best[0] >= _ATTEMPT else None


def _list_quoted(folded: Folded, *, is_block: bool) -> list[tuple[int, int]]:
    """The insides of quotation marks in a folded text; of a block quotation without any, the whole."""
    spans = []
    for match in _QUOTED.finditer(folded.cased):
        inner = next(group for group in match.groups() if group is not None)
        start = match.start() + 1 + len(inner) - len(inner.lstrip(_TRIM))
        spans.append((start, start + len(inner.strip(_TRIM))))
    return spans or ([(0, len(folded.cased))] if is_block else [])


def _is_part_of(quoted: str, official: str) -> bool:
    words = " ".join(_WORD.findall(quoted))
    return len(words.split()) >= 2 and f" {words} " in f" {official} "


def _split(text: str) -> list[str]:
    return _WORD.findall(fold_text(text).lower)


def _list_shingles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[place : place + _SHINGLE] for place in range(len(words) - _SHINGLE + 1))
