"""Find the terms of a glossary in a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from tms.glossary.folding import Folded, fold_text, is_boundary
from tms.glossary.grammar import Inflection, is_acronym
from tms.glossary.inflection import get_primary_language, list_inflections
from tms.values import Concept, Term, TermHit, TermStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a term as the automaton knows it; `cased` is folded but keeps its capitals."""

    concept: str
    term: Term
    inflection: Inflection
    cased: str
    is_cased: bool

    def is_written(self, slice_: str) -> bool:
        """Whether a folded slice has the capitals that this form demands; a sentence may begin with it."""
        if not self.is_cased or slice_ == self.cased:
            return True
        return self.cased[:1].islower() and slice_ == self.cased[0].upper() + self.cased[1:]


@dataclass(frozen=True, slots=True)
class Located:
    """An entry at a place of a folded text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """All forms of one language, with the automaton that finds them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[str, list[Entry]] = {}
        self._by_concept: dict[str, list[Entry]] = {}
        for entry in entries:
            self.entries.setdefault(entry.cased.lower(), []).append(entry)
            self._by_concept.setdefault(entry.concept, []).append(entry)

    @cached_property
    def keys(self) -> list[str]:
        """The folded forms in the order of the automaton."""
        return list(self.entries)

    @cached_property
    def _automaton(self) -> AhoCorasick | None:
        return AhoCorasick(self.keys) if self.keys else None

    def locate_all(self, folded: Folded) -> list[tuple[str, int, int]]:
        """Each form that stands anywhere in a text, inside words too: its key, start and end."""
        if self._automaton is None:
            return []
        keys = self.keys
        found = self._automaton.find_matches_as_indexes(folded.lower, overlapping=True)
        return [(keys[number], start, end) for number, start, end in found]

    def locate(self, folded: Folded) -> list[Located]:
        """Each form that stands in a text as words of its own, overlapping ones too."""
        return [
            Located(start, end, entry)
            for key, start, end in self.locate_all(folded)
            if _stands_alone(folded.lower, start, end)
            for entry in self.entries[key]
            if entry.is_written(folded.cased[start:end])
        ]

    def list_accepted(self, concept: str) -> list[Entry]:
        """The forms of a concept that may be written."""
        return [e for e in self._by_concept.get(concept, ()) if e.term.status is not TermStatus.DEPRECATED]

    def has_form(self, lower: str) -> bool:
        """Whether a folded lower-case word or phrase is a form of this language."""
        return lower in self.entries


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is a word or words of their own, and no hash tag or user name."""
    # Most candidates fall at these two tests, which are cheap.
    if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
        return False
    return is_boundary(text, end, 1) and is_boundary(text, start, -1) and text[start - 1 : start] not in ("@", "#")


class TermIndex:
    """The forms of all concepts, searchable by language; built once, and then only read.

    With `today`, terms outside their time of validity are left out.
    """

    def __init__(self, concepts: Iterable[Concept], *, today: date | None = None) -> None:
        self.concepts: dict[str, Concept] = {concept.id: concept for concept in concepts}
        self._today = today
        self._lexicons: dict[str, Lexicon] = {}

    def find(self, text: str, language: str) -> tuple[TermHit, ...]:
        """The terms in a text, in its order, the longest where several overlap.

        A span that is a form of several concepts is a hit of each.
        """
        folded = fold_text(text)
        located = resolve_overlaps(self.get_lexicon(language).locate(folded))
        return tuple(make_hit(one, folded, text) for one in located)

    def list_forms(self, language: str) -> tuple[str, ...]:
        """All forms of all concepts in one language."""
        entries = self.get_lexicon(language).entries.values()
        return tuple(sorted({entry.cased for forms in entries for entry in forms}))

    def find_all(self, text: str, language: str) -> tuple[TermHit, ...]:
        """The terms in a text, those inside longer ones too."""
        folded = fold_text(text)
        located = sorted(self.get_lexicon(language).locate(folded), key=lambda one: (one.start, -one.end))
        return tuple(make_hit(one, folded, text) for one in located)

    def get_lexicon(self, language: str) -> Lexicon:
        """The forms of a language; terms of "fr" serve "fr-CA" too, not the other way round."""
        if language not in self._lexicons:
            wanted = {language, get_primary_language(language)}
            self._lexicons[language] = Lexicon(
                entry
                for concept in self.concepts.values()
                for term in concept.terms
                if term.language in wanted and self._is_valid(term)
                for entry in _list_entries(concept.id, term)
            )
        return self._lexicons[language]

    def _is_valid(self, term: Term) -> bool:
        if self._today is None:
            return True
        return (term.valid_from or self._today) <= self._today <= (term.valid_to or self._today)

    def list_terms(self, concept: str, language: str) -> tuple[Term, ...]:
        """The terms of a concept in a language, preferred ones first; none for an unknown concept."""
        found = self.concepts.get(concept)
        if found is None:
            return ()
        terms = found.terms_in(language) or found.terms_in(get_primary_language(language))
        return tuple(term for term in terms if self._is_valid(term))

    def find_inflection(self, hit: TermHit, language: str) -> Inflection | None:
        """What form a hit is, None where it is not of this index."""
        entries = self.get_lexicon(language).entries.get(fold_text(hit.form).lower, ())
        return next((e.inflection for e in entries if e.concept == hit.concept and e.term == hit.term), None)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every term that is not deprecated, case-folded: a spelling check need not ask for it."""
        return frozenset(
            word.casefold()
            for concept in self.concepts.values()
            for term in concept.terms
            if term.status is not TermStatus.DEPRECATED
            for inflection in list_inflections(term)
            for word in inflection.text.replace("’", " ").replace("'", " ").replace("-", " ").split()
        )


def _list_entries(concept: str, term: Term) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for inflection in list_inflections(term):
        cased = fold_text(inflection.text).cased.strip()
        # "WHO" must not be found in "who": a form in capitals only is an acronym, whatever the file says.
        is_cased = term.case_sensitive or is_acronym(cased.rstrip("s"))
        if cased and not cased.isspace():
            entries.setdefault(cased, Entry(concept, term, inflection, cased, is_cased))
    return list(entries.values())


def resolve_overlaps(located: Sequence[Located]) -> list[Located]:
    """The longest of those that overlap, the first of equal ones; equal spans of different concepts all stay."""
    kept: list[Located] = []
    group: list[Located] = []
    reach = -1
    for one in sorted(located, key=lambda one: (one.start, -one.end)):
        if one.start >= reach:
            kept += _resolve_group(group)
            group = []
        group.append(one)
        reach = max(reach, one.end)
    return kept + _resolve_group(group)


def _resolve_group(group: list[Located]) -> list[Located]:
    if len(group) < 2:
        return group
    kept: dict[tuple[int, int, str], Located] = {}
    spans: set[tuple[int, int]] = set()
    for one in sorted(group, key=lambda one: (one.start - one.end, one.start, _rank_status(one))):
        span = (one.start, one.end)
        if span not in spans and any(one.start < end and start < one.end for start, end in spans):
            continue
        spans.add(span)
        kept.setdefault((*span, one.entry.concept), one)
    return sorted(kept.values(), key=lambda one: one.start)


def _rank_status(one: Located) -> int:
    return tuple(TermStatus).index(one.entry.term.status)


def make_hit(one: Located, folded: Folded, text: str) -> TermHit:
    """The hit in the original text for a place in the folded one."""
    start, end = folded.get_span(one.start, one.end)
    return TermHit(one.entry.concept, start, end, text[start:end], one.entry.term)
