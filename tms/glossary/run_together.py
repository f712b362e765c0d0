"""Terms that have lost the space beside them: "uigurson" for "uigur son"."""

import re
from dataclasses import dataclass

from tms.glossary.folding import is_boundary, is_word_character
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language
from tms.glossary.reading import Reading
from tms.glossary.wording import copy_capitals
from tms.text.small_words import get_function_words, is_glued_after, is_glued_before
from tms.values import Spot

_MIN_FORM = 5
_MAX_WORD = 12
_MIN_PHRASE = 8

# Where the word that ran together begins, where it ends, and where the space belongs.
Seam = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class RunTogether:
    """Two words without a space between them; the span is in the original text.

    `concepts` are those of all terms that end or begin at the seam, the longest first.
    """

    start: int
    end: int
    found: str
    replacement: str
    concepts: tuple[str, ...]


def find_run_together(index: TermIndex, reading: Reading) -> tuple[RunTogether, ...]:
    """Terms of the text's language that ran together with a function word, the longest term at each place."""
    seams: dict[Seam, list[tuple[int, str]]] = {}
    for number, start, end in reading.lexicon.locate_all(reading.folded):
        seam = _find_seam(reading, start, end)
        if seam is not None:
            found = seams.setdefault(seam, [])
            found += [(end - start, entry.concept) for entry in reading.lexicon.get_entries(number)]
    longest: dict[int, RunTogether] = {}
    for seam, found in sorted(seams.items(), key=lambda item: max(item[1])[0]):
        if not _is_known(index, reading, *seam[:2]):
            one = _make(reading, tuple(dict.fromkeys(concept for _, concept in sorted(found, reverse=True))), seam)
            longest |= {seam[0]: one} if one else {}
    return tuple(longest.values())


def find_lost_spaces(index: TermIndex, concept: str, reading: Reading) -> list[Spot]:
    """Terms of several words that have lost a space between two of them: cadenade suministro."""
    spots = []
    for entry in reading.lexicon.list_accepted(concept):
        if " " not in entry.cased or len(entry.cased) < _MIN_PHRASE:
            continue
        pattern = re.escape(entry.cased.lower()).replace(r"\ ", " ?")
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", reading.folded.lower):
            start, end = reading.folded.get_span(*match.span())
            found = reading.text[start:end]
            if " " in match.group() and not reading.is_protected(start, end) and "<" not in found:
                form = entry.inflection.text
                written = copy_capitals(form, found=found[:1], model=form[:1])
                message = f"“{found}” has lost a space: “{written}”"
                spots.append(Spot(message, start, end, written, index.concepts[concept].enforcement, concept))
    return spots[:1]


def _find_seam(reading: Reading, start: int, end: int) -> Seam | None:
    if end - start < _MIN_FORM:
        return None
    seam = _glued_after(reading, start, end)
    # "tortureront" is a future, "Ouïghoursont" is not: "ont" follows a noun in the plural only.
    if seam and reading.folded.lower[seam[2] : seam[1]] == "ont" and reading.folded.lower[end - 1] != "s":
        return None
    return seam or _glued_before(reading, start, end)


def _glued_after(reading: Reading, start: int, end: int) -> Seam | None:
    text = reading.folded.lower
    stop = end
    while stop < len(text) and stop - end <= _MAX_WORD and is_word_character(text[stop]):
        stop += 1
    is_glued = stop > end and is_glued_after(text[end:stop], get_primary_language(reading.language))
    if not is_glued or not is_boundary(text, start, -1) or not is_boundary(text, stop, 1):
        return None
    first = end
    while first > start and is_word_character(text[first - 1]):
        first -= 1
    return first, stop, end


def _glued_before(reading: Reading, start: int, end: int) -> Seam | None:
    text = reading.folded.lower
    first, last = start, start
    while first > 0 and start - first <= _MAX_WORD and is_word_character(text[first - 1]):
        first -= 1
    word = text[first:start]
    if not word or not is_boundary(text, first, -1) or not is_boundary(text, end, 1):
        return None
    primary = get_primary_language(reading.language)
    # A capital inside a word ("deXinjiang") shows the seam, whatever the word before it is.
    has_seam = reading.folded.cased[start].isupper() and reading.folded.cased[start - 1].islower()
    is_glued = is_glued_before(word, primary) or (has_seam and word in get_function_words(primary))
    while last < end and is_word_character(text[last]):
        last += 1
    return (first, last, start) if is_glued else None


def _is_known(index: TermIndex, reading: Reading, first: int, last: int) -> bool:
    """Whether the word as a whole is a form of a term, in any language of the glossary."""
    word = reading.folded.lower[first:last]
    languages = {term.language for concept in index.concepts.values() for term in concept.terms}
    return any(index.get_lexicon(language).has_form(word) for language in languages | {reading.language})


def _make(reading: Reading, concepts: tuple[str, ...], seam: Seam) -> RunTogether | None:
    first, last, cut = seam
    start, end = reading.folded.get_span(first, last)
    middle = reading.folded.get_span(first, cut)[1]
    found = reading.text[start:end]
    if reading.is_protected(start, end) or "<" in found:
        return None
    replacement = f"{reading.text[start:middle]} {reading.text[middle:end]}"
    return RunTogether(start, end, found, replacement, concepts)
