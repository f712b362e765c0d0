"""Find the terms of a glossary in a text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tms.glossary.folding import Folded, fold_text, is_boundary
from tms.glossary.grammar import Inflection, is_acronym
from tms.glossary.inflection import expand_forms, get_primary_language, list_inflections
from tms.glossary.quotes import QuoteIndex
from tms.values import Concept, ConceptType, Term, TermHit, TermStatus

PROPER_NOUN = "proper noun"
_RANKS = {status: rank for rank, status in enumerate(TermStatus)}
# What mostly stands beside a word, or has a word go on: here nothing more has to be looked at.
_PLAIN_RIMS = frozenset(" .,;:!?'\"()[]“”«»–—-/…")
_LETTERS = frozenset(character for character in map(chr, range(0x180)) if character.isalnum())

# The number of a key, and where it stands in a folded text.
Span = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a term; `cased` is folded but keeps its capitals, `form` is as the glossary writes it."""

    concept: str
    term: Term
    form: str
    cased: str
    is_cased: bool

    @property
    def inflection(self) -> Inflection:
        """What form of the term this is."""
        return next(one for one in list_inflections(self.term) if one.text == self.form)

    def is_written(self, slice_: str) -> bool:
        """Whether a folded slice has the capitals that this form demands; a sentence may begin with it."""
        if not self.is_cased or slice_ == self.cased:
            return True
        return self.cased[:1].islower() and slice_ == self.cased[0].upper() + self.cased[1:]


class Located(NamedTuple):
    """An entry at a place of a folded text; a tuple, for one is made for every hit."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """All forms of one language, with the automaton that finds them.

    A form is known by its key, its folded lower-case spelling, and a key by its number, its place in `keys`.
    """

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self._rows: dict[str, list[tuple[str, Term, str, str]]] = {}
        self._by_concept: dict[str, dict[str, None]] = {}
        for concept, term in terms:
            for form in expand_forms(term):
                folded = fold_text(form)
                key = folded.lower.strip()
                if key:
                    self._rows.setdefault(key, []).append((concept, term, form, folded.cased.strip()))
                    self._by_concept.setdefault(concept, {})[key] = None
        self.keys = list(self._rows)
        # Entries are made when somebody asks for them: a text has few of the forms.
        self._entries: list[list[Entry] | None] = [None] * len(self.keys)

    @cached_property
    def _find(self) -> Callable[[str, bool], list[Span]]:
        return AhoCorasick(self.keys, store_patterns=False).find_matches_as_indexes

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.keys)}

    def get_entries(self, number: int) -> list[Entry]:
        """The entries of the key with that number."""
        made = self._entries[number]
        if made is None:
            # Forms of a term that are folded to the same are one: l’eau, l'eau.
            forms: dict[tuple[str, Term, str], str] = {}
            for concept, term, form, cased in self._rows[self.keys[number]]:
                forms.setdefault((concept, term, cased), form)
            made = [_make_entry(concept, term, form, cased) for (concept, term, cased), form in forms.items()]
            self._entries[number] = made
        return made

    def list_entries(self, key: str) -> list[Entry]:
        """The entries of a folded lower-case form; none for an unknown one."""
        number = self._numbers.get(key)
        return [] if number is None else self.get_entries(number)

    def locate_all(self, folded: Folded) -> list[Span]:
        """Each key that stands anywhere in a text, inside words too."""
        return self._find(folded.lower, True)

    def scan(self, lower: str) -> list[Span]:
        """Each key that stands in a folded text as words of its own, overlapping ones too, whatever its capitals."""
        found = self._find(lower, True) if self.keys else []
        if not found:
            return []
        # With a space at either end each key has a neighbour on both sides. A loop, for it is quicker than a
        # comprehension with the same conditions.
        rimmed, plain = f" {lower} ", _PLAIN_RIMS
        kept = []
        for span in found:
            _, start, end = span
            after = rimmed[end + 1]
            if after in plain or not after.isalnum():
                before = rimmed[start]
                is_plain = before in plain and after in plain
                if is_plain or (not before.isalnum() and _stands_alone(lower, start, end)):
                    kept.append(span)
        return kept

    def locate(self, folded: Folded) -> list[Located]:
        """Each form that stands in a text as words of its own and with its capitals, overlapping ones too."""
        return [
            Located(start, end, entry)
            for number, start, end in self.scan(folded.lower)
            for entry in self._entries[number] or self.get_entries(number)
            if not entry.is_cased or entry.is_written(folded.cased[start:end])
        ]

    def list_accepted(self, concept: str) -> list[Entry]:
        """The forms of a concept that may be written, in the order of the glossary."""
        entries = (entry for key in self._by_concept.get(concept, ()) for entry in self.list_entries(key))
        return [e for e in entries if e.concept == concept and e.term.status is not TermStatus.DEPRECATED]

    def list_forms(self) -> list[str]:
        """All forms, folded, with their capitals."""
        return sorted({row[3] for rows in self._rows.values() for row in rows})

    def has_form(self, lower: str) -> bool:
        """Whether a folded lower-case word or phrase is a form of this language."""
        return lower in self._rows


def _make_entry(concept: str, term: Term, form: str, cased: str) -> Entry:
    # "WHO" must not be found in "who": a form in capitals only is an acronym, whatever the file says.
    return Entry(concept, term, form, cased, term.case_sensitive or is_acronym(cased.rstrip("s")))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is a word or words of their own, and no hash tag or user name."""
    return is_boundary(text, end, 1) and is_boundary(text, start, -1) and text[start - 1 : start] not in ("@", "#")


class TermIndex:
    """The forms of all concepts, searchable by language; built once, and then only read.

    With `today`, terms outside their time of validity are left out. Canonical quotations are in `quotes`, not among
    the forms; the terms of names are proper nouns, whatever the file says.
    """

    def __init__(self, concepts: Iterable[Concept], *, today: date | None = None) -> None:
        self.concepts: dict[str, Concept] = {concept.id: _fix_names(concept) for concept in concepts}
        self._today = today
        self._lexicons: dict[str, Lexicon] = {}

    def find(self, text: str, language: str) -> tuple[TermHit, ...]:
        """The terms in a text, in its order, the longest where several overlap.

        A span that is a form of several concepts is a hit of each.
        """
        folded = fold_text(text)
        located = resolve_overlaps(self.get_lexicon(language).locate(folded))
        return make_hits(located, folded, text)

    def list_forms(self, language: str) -> tuple[str, ...]:
        """All forms of all concepts in one language."""
        return tuple(self.get_lexicon(language).list_forms())

    def find_all(self, text: str, language: str) -> tuple[TermHit, ...]:
        """The terms in a text, those inside longer ones too."""
        folded = fold_text(text)
        located = sorted(self.get_lexicon(language).locate(folded), key=lambda one: (one.start, -one.end))
        return make_hits(located, folded, text)

    def get_lexicon(self, language: str) -> Lexicon:
        """The forms of a language; terms of "fr" serve "fr-CA" too, not the other way round."""
        if language not in self._lexicons:
            wanted = {language, get_primary_language(language)}
            self._lexicons[language] = Lexicon(
                (concept.id, term)
                for concept in self.concepts.values()
                if concept.type is not ConceptType.QUOTE
                for term in concept.terms
                if term.language in wanted and self._is_valid(term)
            )
        return self._lexicons[language]

    @cached_property
    def quotes(self) -> QuoteIndex:
        """The passages that have an official wording."""
        return QuoteIndex(self.concepts.values())

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
        entries = self.get_lexicon(language).list_entries(fold_text(hit.form).lower)
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


def _fix_names(concept: Concept) -> Concept:
    """A name has no forms but those that are given: its terms are proper nouns, and so is that of a quotation."""
    if concept.type is ConceptType.TERM:
        return concept
    terms = (replace(t, part_of_speech=t.part_of_speech or PROPER_NOUN) for t in concept.terms)
    return replace(concept, terms=tuple(terms))


def resolve_overlaps(located: Sequence[Located]) -> list[Located]:
    """The longest of those that overlap, the first of equal ones; equal spans of different concepts all stay."""
    reach = 0
    for start, end, _ in located:
        if start < reach:
            break
        reach = end
    else:
        return list(located)
    kept: list[Located] = []
    group: list[Located] = []
    reach = 0
    for one in sorted(located, key=itemgetter(0)):
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
    for one in sorted(group, key=_rank):
        start, end, entry = one
        span = (start, end)
        if span in spans or all(end <= other or other_end <= start for other, other_end in spans):
            spans.add(span)
            kept.setdefault((start, end, entry.concept), one)
    return sorted(kept.values(), key=itemgetter(0))


def _rank(one: Located) -> tuple[int, int, int]:
    start, end, entry = one
    return start - end, start, _RANKS[entry.term.status]


def make_hits(located: Iterable[Located], folded: Folded, text: str) -> tuple[TermHit, ...]:
    """The hits in the original text for places in the folded one."""
    if folded.starts is not None:
        return tuple([make_hit(one, folded, text) for one in located])
    return tuple([TermHit(entry.concept, start, end, text[start:end], entry.term) for start, end, entry in located])


def make_hit(one: Located, folded: Folded, text: str) -> TermHit:
    """The hit in the original text for a place in the folded one."""
    start, end, entry = one
    start, end = folded.get_span(start, end)
    return TermHit(entry.concept, start, end, text[start:end], entry.term)
