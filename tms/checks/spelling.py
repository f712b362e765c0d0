"""`spelling`: words that no dictionary, no glossary and no word list knows.

Names are the trouble of every speller: a capitalised word is only a hint, unless it begins a sentence and is one slip
away from a word; with a dictionary that lacks much, so is any word. What stands in the source letter by letter, in
capitals throughout, with a figure in it, as a Roman numeral or as a usual abbreviation is let alone. French elisions
and compounds are taken apart where they are not known as a whole. English words are the business of `untranslated`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_english
from tms.checks.prose import Prose, read_prose
from tms.text.word_list import count_uses
from tms.values import CheckInput, Severity, Speller, Spot

# Letters whose accents are signs of their own are the business of `invisible`.
_WORD = re.compile(
    r"(?<![\w@#&/.…’'\u0300-\u036f-])[^\W\d_]+(?:['’\-\u2011][^\W\d_]+)*(?![\w@\u0300-\u036f]|[.][a-z]{2,4}\b)"
)
_PARTS = re.compile(r"[-\u2011]|(?<=['’])")
_ROMAN = re.compile(r"[IVXLCDM]+(?:e|er|re|es|o)?")
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff'’\-\u2011]+")
_ENDS_SENTENCE = frozenset(".!?…:;¿¡«»“”\"'‘’(—–-\n")
_ABBREVIATED = """art arts párr párrs av cap ch coord dir doc dr dra ed éd etc fig fr ibid id ilustr int lic max mgr min
    mme mr núm núms pág págs pl prof profa réf reg sr sra srta sres ss st supl tel tél trad univ vol vols"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_LETTERS = "abcdefghijklmnopqrstuvwxyzáàâçéèêëíîïñóôöúùûü"
_FREQUENT = 100
_SHORTEST = 2
_LONGEST = 60


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.speller is None:
        return
    prose = read_prose(pair.target)
    named = [spot for spot in pair.given.get("terminology", ()) if spot.start is not None]
    told: set[str] = set()
    source_words = None
    for match in _WORD.finditer(prose.text):
        word = match.group()
        if word in told or not _is_candidate(word) or _is_known(word, pair.speller, pair.known_words):
            continue
        if source_words is None:
            source_words = _list_words(pair.source or "")
        told.add(word)
        is_short = prose.text[match.end() : match.end() + 1] == "." and word.lower() in _ABBREVIATIONS
        if is_short or _fold(word) in source_words or (pair.source is None and is_english(word)):
            continue
        core = re.split("['’]", word)[-1] or word
        is_first = _starts_sentence(prose, match.start())
        is_doubtful = (core[0].isupper() and not is_first) or (
            (core[0].isupper() or pair.speller.is_thin) and not _is_slip(word.lower(), pair.speller, pair.language)
        )
        start, end = prose.locate(*match.span())
        # What the glossary says of a word is the better advice.
        if not any((one.start or 0) < end and start < (one.end or 0) for one in named):
            yield Spot(f"“{word}” is in no dictionary", start, end, severity=Severity.INFO if is_doubtful else None)


def _is_candidate(word: str) -> bool:
    """Whether it is worth asking for a word: no acronym, numeral or foreign script, and no letters run wild."""
    if not _SHORTEST <= len(word) <= _LONGEST or word.isupper() or not _LATIN.fullmatch(word):
        return False
    return not _ROMAN.fullmatch(word) and not any(map(str.isupper, word[2:].replace("-", "’").split("’")[0]))


def _is_known(word: str, speller: Speller, known: frozenset[str]) -> bool:
    if _has(word, speller, known):
        return True
    parts = [part.rstrip("'’") for part in _PARTS.split(word)]
    if len(parts) == 1:
        return False
    # The t of "a-t-il" and the elided l, d, qu are no words of their own.
    return all(len(part) < _SHORTEST or part in _ELIDED or _has(part, speller, known) for part in parts)


def _has(word: str, speller: Speller, known: frozenset[str]) -> bool:
    if word.casefold() in known or speller.is_known(word):
        return True
    return word[0].isupper() and speller.is_known(word[0].lower() + word[1:])


_ELIDED = frozenset(("qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "Qu", "Jusqu", "Lorsqu", "Puisqu", "Quoiqu"))


def _is_slip(word: str, speller: Speller, language: str) -> bool:
    """Whether a word is one letter away from a known one: too many, missing, wrong, or two that changed places.

    With a thin dictionary it has to be a frequent one: a word that is missing has some neighbour nearly always.
    """
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    near = [first + rest[1:] for first, rest in halves if rest]
    near += [first + rest[1] + rest[0] + rest[2:] for first, rest in halves if len(rest) > 1]
    near += [first + letter + rest[1:] for first, rest in halves if rest for letter in _LETTERS]
    near += [first + letter + rest for first, rest in halves for letter in _LETTERS]
    if speller.is_thin:
        return any(count_uses(one, base_language(language)) >= _FREQUENT for one in near if one != word)
    return any(map(speller.is_known, near))


def _starts_sentence(prose: Prose, place: int) -> bool:
    before = prose.text[:place].rstrip(" \u00a0\u202f\t")
    if not before or before[-1] not in _ENDS_SENTENCE:
        return not before
    # A name after Sr., Dra. or an initial begins nothing.
    last = before[:-1].rsplit(maxsplit=1)[-1:] if before[-1] == "." else []
    return not last or (last[0].lower() not in _ABBREVIATIONS and len(last[0]) > 1)


@lru_cache(maxsize=64)
def _list_words(source: str) -> frozenset[str]:
    """The words of a source, with and without what an apostrophe adds: Kadeer of Kadeer’s."""
    words = {_fold(match.group()) for match in _WORD.finditer(read_prose(source).text)}
    return frozenset(words | {part for word in words for part in re.split(r"['’\-\u2011]", word)})


def _fold(word: str) -> str:
    """A word without accents and with one kind of apostrophe: Oscar is Óscar in Spanish."""
    plain = word.replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))


SPELLING = Check("spelling", "Spelling", "misspelling", Severity.WARNING, _find)
