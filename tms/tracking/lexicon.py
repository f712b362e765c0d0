"""Which words exist: what is a word cannot be a slip of the pen for another one."""

from functools import lru_cache

from spellchecker import SpellChecker

_LANGUAGES = frozenset(("en", "es", "fr"))
# Read from film subtitles, the list lacks what only newspapers write.
_MORE = {"en": frozenset(("uyghur", "uyghurs", "uighur", "uighurs", "xinjiang", "beijing", "detainee", "ok"))}
_OFTEN = 5000


def has_lexicon(language: str) -> bool:
    """Whether the words of a language are known."""
    return _base(language) in _LANGUAGES


def is_known(word: str, language: str) -> bool:
    """Whether a word, in any case, is one of the language; a possessive is known with its owner."""
    key = word.casefold()
    return _is_listed(key, language) or (key.endswith("'s") and _is_listed(key[:-2], language))


def is_frequent(word: str, language: str) -> bool:
    """Whether a word is met so often that a capital at the head of a sentence makes no name of it."""
    return has_lexicon(language) and _open(_base(language)).word_frequency[word.casefold()] >= _OFTEN


def _is_listed(key: str, language: str) -> bool:
    base = _base(language)
    return key in _MORE.get(base, ()) or key in _open(base).word_frequency


def _base(language: str) -> str:
    return language[:2].lower()


@lru_cache(maxsize=3)
def _open(base: str) -> SpellChecker:
    return SpellChecker(language=base, distance=1)
