"""What an article and its translation have in common, read from each alone: figures, names, cognates, quotations."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tms.text.markup import strip_markup
from tms.text.meaning import is_date_word
from tms.text.number_notation import get_base_language
from tms.text.numbers import find_numbers
from tms.text.urls import find_urls
from tms.tracking.quotations import find_quotations

# Concept -> language -> its forms.
Terms = Mapping[str, Mapping[str, Sequence[str]]]

_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:;]\W{0,4}|\n\s{0,8}|[\"“«‘„¿¡—–]\s?)\Z")
_BEFORE = 6
_STEM = 5
_FEWEST_LETTERS = 3
_QUOTED_WORDS = 2
# Spellings of one sound in the three languages, so that Kashgar, Kachgar and Kasgar are one name.
_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("gh", "g"), ("kh", "k"), ("th", "t"),
    ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("qu", "k"), ("q", "k"), ("c", "k"), ("x", "s"), ("z", "s"),
    ("w", "u"), ("y", "i"), ("v", "b"), ("h", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Signs:
    """What one article shows: each dictionary has what is compared and, as its value, how it is written there.

    `names` stand within a sentence; `openers` have a capital because a sentence begins. `spelled` are numbers in words.
    """

    language: str
    length: int
    paragraphs: int
    quotations: int
    numbers: Mapping[str, str]
    spelled: frozenset[str]
    names: Mapping[str, str]
    openers: frozenset[str]
    words: Mapping[str, str]
    links: frozenset[str]
    concepts: frozenset[str]

    def list_keys(self) -> set[str]:
        """All that may stand in another article as well."""
        return {*self.names, *self.openers, *self.words, *self.numbers, *self.spelled}


def read_signs(text: str, language: str, terms: Terms) -> Signs:
    """The signs of an article's text."""
    shown = unicodedata.normalize("NFC", strip_markup(text))
    numbers, spelled = _read_numbers(text, language)
    names, openers, words = _read_words(shown, language)
    return Signs(
        language=language,
        length=len(" ".join(shown.split())),
        paragraphs=_count_paragraphs(text),
        quotations=sum(len(words.split()) >= _QUOTED_WORDS for words in find_quotations(shown)),
        numbers=numbers,
        spelled=spelled,
        names=names,
        openers=openers,
        words=words,
        links=frozenset(span.text.rstrip("/") for span in find_urls(text)),
        concepts=_find_concepts(shown, language, terms),
    )


def _count_paragraphs(text: str) -> int:
    """The paragraphs below the title, which has no full stop."""
    pieces = [piece for piece in map(str.strip, _PARAGRAPH.split(text)) if piece]
    has_title = len(pieces) > 1 and "\n" not in pieces[0] and not pieces[0].endswith((".", ":", ";", ","))
    return len(pieces) - has_title


def name_key(word: str) -> str:
    """A name by its sound: the same for its spellings in English, French and Spanish."""
    key = _plain(word)
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", key)[: _STEM + 1] or _plain(word)


def _read_numbers(text: str, language: str) -> tuple[dict[str, str], frozenset[str]]:
    """Figures by value, and values of number words beyond two: small ones are articles and idioms."""
    numbers: dict[str, str] = {}
    spelled: set[str] = set()
    for hit in find_numbers(text, language):
        # 4,000 and 4.000 are four thousand to one writer and four to another: here they are one.
        value = f"{max(hit.value, hit.foreign_value or hit.value).normalize():f}"
        if not hit.is_word:
            numbers.setdefault(value, " ".join(hit.text.split()))
        elif hit.value > _QUOTED_WORDS:
            spelled.add(value)
    return numbers, frozenset(spelled)


def _read_words(text: str, language: str) -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    names: dict[str, str] = {}
    openers: set[str] = set()
    words: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) < _FEWEST_LETTERS:
            continue
        if word[0].isupper():
            if is_date_word(word, language):
                continue
            if _SENTENCE_START.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                openers.add(name_key(word))
            else:
                names.setdefault(name_key(word), word)
        elif len(word) > _STEM:
            words.setdefault(_plain(word)[:_STEM], word)
    return names, frozenset(openers), words


def _find_concepts(text: str, language: str, terms: Terms) -> frozenset[str]:
    base = get_base_language(language)
    folded = _fold_words(text)
    return frozenset(
        concept
        for concept, by_language in terms.items()
        if any(words in folded for form in by_language.get(base, ()) if len(words := _fold_words(form)) > len("  "))
    )


def _fold_words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
