"""`repeated-word`: the same word twice in a row."""

import itertools
import operator
import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.code_page import read_code
from tms.checks.lexicon import is_of_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_WORD = rf"{_LETTER}++(?:['’\-‑]{_LETTER}++)*+"
_GAP = r"[ \u00a0\u202f\n]++"
_OUTSIDE = r"(?<![\w\u0300-\u036f'’.@/\-‑])"
_END = r"(?![\w\u0300-\u036f'’\-‑])"
_REPEATED = re.compile(rf"{_OUTSIDE}({_WORD})((?:{_GAP}\1{_END})+)", re.IGNORECASE)
# l’arrestation arrestation; two to four words twice: de la de la.
_AFTER_ELISION = re.compile(rf"(?<=['’])({_LETTER}{{4,40}}+)((?:{_GAP}\1{_END})+)", re.IGNORECASE)
_PHRASE = re.compile(rf"{_OUTSIDE}({_WORD}(?:{_GAP}{_WORD}){{1,3}})({_GAP}\1{_END})", re.IGNORECASE)
_NEVER_REFLEXIVE = re.compile(rf"{_GAP}(?:avons|avions|aurons|aurions|avez|aviez|aurez|auriez|eûmes|eûtes)\b")
_GERUND = re.compile(rf"{_GAP}[^\W\d_]+ant\b")
_BEFORE = re.compile(rf"({_WORD}){_GAP}\Z")
_AFTER = re.compile(rf"{_GAP}({_WORD})")
_NEAR = 40
# Doublings that grammar or emphasis allow.
_ALLOWED_WORDS = {
    "fr": "nous vous si non oui très là bla ha hé ho oh chut faire en loin petit tout vite",
    "es": "sí muy ya tan casi bla ja luego mucho nunca jamás nada",
    "en": "that had very no so bye long is do bla ha now far many never",
}
_ALLOWED = {language: frozenset(words.split()) for language, words in _ALLOWED_WORDS.items()}
# The grammar of English, which asks for no doubling in the translation.
_ENGLISH_ONLY = frozenset(("that", "had", "is", "do", "her", "in", "on"))


def _may_find(pair: CheckInput) -> bool:
    reading = read_code(read_prose(pair.target).text)
    words = reading.words
    if reading.code is None or any(map(operator.eq, words, words[1:])):
        return True
    # A phrase that stands there twice has the same two words in a row twice.
    pairs = list(itertools.pairwise(words))
    return len(set(pairs)) < len(pairs)


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_repeat(pair.target):
        return
    prose = read_prose(pair.target)
    matches = [m for m in _REPEATED.finditer(prose.text) if not _is_allowed(m, pair)]
    matches += _AFTER_ELISION.finditer(prose.text)
    if not matches:
        matches += (m for m in _PHRASE.finditer(prose.text) if not _is_chain(m))
    if not matches or _has_repetition(pair.source):
        return
    for match in matches:
        yield prose.spot(f"“{match[1]}” twice", match.start(2), match.end(2), "")


def _may_repeat(text: str) -> bool:
    """Whether any piece between spaces begins as the one before; tags and entities may stand between two words."""
    pieces = text.lower().split()
    following = pieces[1:]
    if "<" in text or "&" in text or "*" in text or any(map(str.startswith, following, pieces)):
        return True
    return any(map(str.endswith, pieces, following)) or any(map(operator.eq, pieces, pieces[2:]))


def _is_chain(match: re.Match[str]) -> bool:
    """Whether a phrase goes on with its own last word, as a climax does: encore et encore et encore."""
    before = _BEFORE.search(match.string, max(0, match.start() - _NEAR), match.start())
    words = match[1].casefold().split()
    after = _AFTER.match(match.string, match.end())
    if (before and before[1].casefold() == words[-1]) or (after and after[1].casefold() == words[0]):
        return True
    # Capitals make a name: Duran Duran, Baden Baden.
    return len(set(words)) == 1 or match[1].istitle()


def _is_allowed(match: re.Match[str], pair: CheckInput) -> bool:
    first, second = match[1], match[2].split()[0]
    language = base_language(pair.language)
    # Duran Duran is a name, and so is what follows in "de De Gaulle"; "Les Les" is none.
    if second[0].isupper() and not match[0].isupper() and not (first[0].isupper() and is_of_language(first, language)):
        return True
    word = first.casefold()
    if language == "fr" and word in ("nous", "vous") and _NEVER_REFLEXIVE.match(match.string, match.end()):
        return False
    if language == "fr" and word == "en":
        return _GERUND.match(match.string, match.end()) is not None
    return word in _ALLOWED.get(language, frozenset())


def _has_repetition(source: str | None) -> bool:
    found = _REPEATED.finditer(read_prose(source).text) if source else ()
    return any(match[1].casefold() not in _ENGLISH_ONLY for match in found)


REPEATED_WORD = Check("repeated-word", "Repeated word", "duplication", Severity.WARNING, _find, may_find=_may_find)
