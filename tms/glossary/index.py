"""Find the terms of a glossary in a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

from tms.glossary.folding import (
    Folded,
    fold_all,
    fold_carefully,
    fold_text,
    is_boundary,
    is_word_character,
    join_words,
)
from tms.glossary.grammar import Inflection, is_acronym
from tms.glossary.inflection import expand_forms, get_primary_language, list_inflections
from tms.glossary.quotes import QuoteIndex
from tms.values import Concept, ConceptType, Term, TermHit, TermStatus

PROPER_NOUN = "proper noun"
_MANY = 64
_RANKS = {status: rank for rank, status in enumerate(TermStatus)}

# The number of a key, and where in a text it stands.
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
    """An entry at a place of a folded text; a tuple, for it is made for every hit in every text."""

    start: int
    end: int
    entry: Entry


class EntriesByKey(dict[str, list[Entry]]):
    """The entries of each folded lower-case form; they are made when one asks for them."""

    def __init__(self, make: Callable[[str], list[Entry]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> list[Entry]:
        self[key] = made = self._make(key)
        return made


class Lexicon:
    """All forms of one language, with the automaton that finds them.

    A form is known by its folded lower-case spelling, its key, and a key by its number: its place in `keys`.
    """

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self._terms = list(terms)
        self._forms: list[str] = []
        self._owners: list[int] = []
        for number, (_, term) in enumerate(self._terms):
            forms = expand_forms(term)
            self._forms += forms
            self._owners += [number] * len(forms)
        self._cased, keys, words = fold_all(self._forms)
        self._set_keys(dict(zip(keys, words, strict=True)))
        self._places = dict(zip(reversed(keys), reversed(range(len(keys))), strict=True))
        self._homographs: dict[str, list[int]] = {}
        for place, key in enumerate(keys) if len(self._places) < len(keys) else ():
            if self._places[key] != place:
                self._homographs.setdefault(key, []).append(place)
        self._accepted: dict[str, list[Entry]] = {}
        self.entries = EntriesByKey(self._make_entries)

    def _set_keys(self, words: dict[str, bytes | None]) -> None:
        """Number the keys; those that stand in no text whose words can be told come last."""
        words.pop("", None)
        self.keys: list[str] = sorted(words, key=lambda key: words[key] is None)
        self._made: list[list[Entry] | None] = [None] * len(self.keys)
        # How many spaces a text has in the place of each key; -1 for a key with signs, of which that is not enough.
        self._spaces: list[int] = []
        self._patterns: list[bytes] = []
        for key in self.keys:
            its_words, spaces = words[key], key.count(" ")
            if its_words is not None:
                is_plain = its_words.count(b" ") == spaces + 2
                self._spaces.append(spaces if is_plain else -1)
                self._patterns.append(its_words if is_plain else _spell_pattern(key, its_words))

    def _make_entries(self, key: str) -> list[Entry]:
        return self._list_entries([self._places[key], *self._homographs.get(key, ())])

    def _list_entries(self, places: Iterable[int]) -> list[Entry]:
        made: dict[tuple[int, str], Entry] = {}
        for place in places:
            number, cased = self._owners[place], self._cased[place]
            concept, term = self._terms[number]
            # "WHO" must not be found in "who": a form in capitals only is an acronym, whatever the file says.
            is_cased = term.case_sensitive or is_acronym(cased.rstrip("s"))
            made.setdefault((number, cased), Entry(concept, term, self._forms[place], cased, is_cased))
        return list(made.values())

    @cached_property
    def _find_words(self) -> Callable[[bytes, bool], list[Span]]:
        """The automaton over the words of the keys, which finds them between word boundaries only."""
        return BytesAhoCorasick(self._patterns).find_matches_as_indexes

    @cached_property
    def _find_letters(self) -> Callable[[str, bool], list[Span]]:
        """The automaton over the keys themselves, which finds them inside words too."""
        return AhoCorasick(self.keys, store_patterns=False).find_matches_as_indexes

    def locate_all(self, folded: Folded) -> list[tuple[str, int, int]]:
        """Each form that stands anywhere in a text, inside words too: its key, start and end."""
        keys = self.keys
        return [(keys[number], start, end) for number, start, end in self._find_letters(folded.lower, True)]

    def scan(self, folded: Folded) -> list[Span]:
        """Each key that stands in a text as words of its own, overlapping ones too: its number, start and end.

        Capitals are not looked at. This is the quickest way to know what a text has; `keys` and `entries` say more.
        """
        if folded.words is None:
            return [one for one in self._find_letters(folded.lower, True) if _stands_alone(folded.lower, *one[1:])]
        found = self._find_words(folded.words, True)
        text, spaces = folded.text, self._spaces
        # Two spaces are part of a match, and one of them stands before the text. Between two words may be a sign.
        kept = [
            (number, start, end - 2)
            for number, start, end in found
            if not spaces[number] or text.count(" ", start, end - 2) == spaces[number]
        ]
        return kept if len(kept) == len(found) else self._check_signs(found, folded)

    def scan_all(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """`scan` of each of many texts, places in the original; they are given to the automaton many at a time."""
        for first in range(0, len(texts), _MANY):
            yield from self._scan_part(texts[first : first + _MANY])

    def _scan_part(self, texts: Sequence[str]) -> list[list[Span]]:
        words, begins, careful = join_words(texts)
        scanned: list[list[Span]] = [[] for _ in texts]
        # After the last text there is one more space, which a key of signs alone may take for its own.
        places = zip(begins, [*begins[1:], len(words)], [*texts, ""], [*scanned, []], strict=True)
        begin, next_begin, text, kept = next(places)
        folded: Folded | None = None
        spaces = self._spaces
        for number, start, end in self._find_words(words, True):
            while start >= next_begin:
                begin, next_begin, text, kept = next(places)
                folded = None
            wanted = spaces[number]
            span = (number, start - begin, end - begin - 2)
            if not wanted or text.count(" ", span[1], span[2]) == wanted:
                kept.append(span)
            else:
                folded = folded or Folded(text, words)
                kept += self._check_signs([span], folded)
        for place in careful:
            folded = fold_carefully(texts[place])
            scanned[place] = [(number, *folded.get_span(start, end)) for number, start, end in self.scan(folded)]
        return scanned

    def _check_signs(self, found: Iterable[Span], folded: Folded) -> list[Span]:
        """Of the matches those that have the signs of the key too, and stand alone."""
        kept = []
        for number, place, _ in found:
            key = self.keys[number]
            # The words of a key with a letter first begin with a space, and one stands before the text.
            start = place if is_word_character(key[0]) else place - 1
            end = start + len(key)
            if folded.lower[start:end] == key and _stands_alone(folded.lower, start, end):
                kept.append((number, start, end))
        return kept

    def locate(self, folded: Folded) -> list[Located]:
        """Each form that stands in a text as words of its own and with its capitals, overlapping ones too."""
        located = []
        for number, start, end in self.scan(folded):
            for entry in self._made[number] or self._make(number):
                if not entry.is_cased or entry.is_written(folded.cased[start:end]):
                    located.append(Located(start, end, entry))
        return located

    def _make(self, number: int) -> list[Entry]:
        self._made[number] = made = self.entries[self.keys[number]]
        return made

    @cached_property
    def _by_concept(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, (number, cased) in enumerate(zip(self._owners, self._cased, strict=True)):
            if cased:
                places.setdefault(self._terms[number][0], []).append(place)
        return places

    def list_accepted(self, concept: str) -> list[Entry]:
        """The forms of a concept that may be written."""
        if concept not in self._accepted:
            entries = self._list_entries(self._by_concept.get(concept, ()))
            self._accepted[concept] = [e for e in entries if e.term.status is not TermStatus.DEPRECATED]
        return self._accepted[concept]

    def list_forms(self) -> list[str]:
        """All forms, folded, with their capitals."""
        return sorted(set(self._cased) - {""})

    def has_form(self, lower: str) -> bool:
        """Whether a folded lower-case word or phrase is a form of this language."""
        return bool(lower) and lower in self._places


def _spell_pattern(key: str, words: bytes) -> bytes:
    """What the automaton seeks for a key with signs; one at the rim is the space that has to stand there."""
    return words[0 if is_word_character(key[0]) else 1 : None if is_word_character(key[-1]) else -1]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is a word or words of their own, and no hash tag or user name."""
    # Most candidates fall at these two tests, which are cheap.
    if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
        return False
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
        lexicon, key = self.get_lexicon(language), fold_text(hit.form).lower
        entries = lexicon.entries[key] if lexicon.has_form(key) else ()
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
    if folded.is_moved:
        return tuple([make_hit(one, folded, text) for one in located])
    return tuple([TermHit(entry.concept, start, end, text[start:end], entry.term) for start, end, entry in located])


def make_hit(one: Located, folded: Folded, text: str) -> TermHit:
    """The hit in the original text for a place in the folded one."""
    start, end, entry = one
    start, end = folded.get_span(start, end)
    return TermHit(entry.concept, start, end, text[start:end], entry.term)
