"""The words of a text that can be part of a number."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from encodings import cp1252
from functools import lru_cache
from typing import NamedTuple

from tms.text.number_lexicons import LEXICONS, NO_WORDS

_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_ACCENTED = {
    "es": frozenset(("dieciséis", "veintidós", "veintitrés", "veintiséis", "veintiún", "millón", "billón", "trillón"))
}
_LONGEST_WORD = 40
_MARK = re.compile(r"[\u0300-\u036f]")
_LETTERS = re.compile(r"[^\W\d_]+")
# Bytes of a code page with the signs of most texts are told apart faster than characters: letters in lower case, the
# rest blank.
_TO_WORDS = "".join(sign.lower() if _LETTERS.match(sign) else " " for sign in cp1252.decoding_table).encode("cp1252")


class WordToken(NamedTuple):
    """A word of a text with its span, folded (lower case, no accents) for look-up."""

    start: int
    end: int
    key: str


def list_word_tokens(text: str, language: str) -> list[WordToken]:
    """The words of a text that can be part of a number, with their spans, ready for look-up."""
    if not text.isascii() and _MARK.search(text):
        keys = _list_keys(language)
        found = (match for match in _WORD.finditer(text) if match.end() - match.start() < _LONGEST_WORD)
        words = ((match.span(), _fold(match.group())) for match in found)
        return [WordToken(*span, key) for span, key in words if key in keys]
    present = list_words(text)
    if _list_wakers(language).isdisjoint(present):
        return []
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    tokens = [
        WordToken(start, start + len(word), _fold(word))
        for word in present & _list_keys(language)
        for start in find_word_places(lower, word)
    ]
    tokens.sort(key=lambda token: token.start)
    return tokens


def find_word_places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, and not within another."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (start and text[start - 1].isalpha()) and not text[end : end + 1].isalpha():
            yield start
        start = text.find(word, end)


@lru_cache(maxsize=8)
def _list_keys(language: str) -> frozenset[str]:
    """The number words of a language with the little words that join them."""
    lexicon = LEXICONS.get(language, NO_WORDS)
    links = ("a", "an", "of") if language == "en" else ()
    accented = _ACCENTED.get(language, frozenset())
    return list_number_words(language) | lexicon.half | accented | {lexicon.joiner, *lexicon.half_after, *links}


@lru_cache(maxsize=8)
def list_number_words(language: str) -> frozenset[str]:
    """Every number word of a language, lower case and without accents (scale words and collectives too)."""
    lexicon = LEXICONS.get(language, NO_WORDS)
    return frozenset(
        (*lexicon.small, *lexicon.scales, *lexicon.collectives, *lexicon.fixed, *lexicon.hundred, *lexicon.ordinals)
    )


@lru_cache(maxsize=8)
def list_counting_values(language: str) -> dict[str, int]:
    """The number words of a language but for zero and one, with what they say; scale words and collectives too."""
    lexicon = LEXICONS.get(language, NO_WORDS)
    values = {**lexicon.small, **lexicon.fixed, **lexicon.scales, **lexicon.collectives}
    values |= dict.fromkeys(lexicon.hundred, 100)
    values |= {word: values[_fold(word)] for word in _ACCENTED.get(language, ())}
    return {word: value for word, value in values.items() if value > 1}


@lru_cache(maxsize=16)
def list_words(text: str) -> frozenset[str]:
    """The words of a text, lower case, letters only; remembered, as several readers ask for those of the same text."""
    try:
        code, _ = codecs.charmap_encode(text.replace("\u202f", " "), "strict", cp1252.encoding_table)
    except UnicodeEncodeError:
        return frozenset(_LETTERS.findall(text.lower()))
    words, _ = codecs.charmap_decode(code.translate(_TO_WORDS), "strict", cp1252.decoding_table)
    return frozenset(words.split())


@lru_cache(maxsize=8)
def _list_wakers(language: str) -> frozenset[str]:
    """The words without one of which a text has no number in words, with and without their accents."""
    lexicon = LEXICONS.get(language, NO_WORDS)
    return list_number_words(language) | lexicon.half | _ACCENTED.get(language, frozenset())


def get_scale(key: str, language: str) -> int:
    """What a word multiplies the number before it by: 10**6 for "million"; 1 for any other word."""
    lexicon = LEXICONS.get(language, NO_WORDS)
    if key in lexicon.hundred:
        # In French these are coins behind digits: 50 cents.
        return 1 if language == "fr" else 100
    # "5 dozen", "3 milliers"; English plurals of scale words after digits ("2 millions") are slips that read alike.
    return lexicon.scales.get(key) or lexicon.collectives.get(key) or 1


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


COUNTING_WORDS = frozenset(word for language in LEXICONS for word in list_counting_values(language))
"""The number words of all languages but for zero and one, lower case."""
