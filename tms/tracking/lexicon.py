"""Which words exist: what is a word cannot be a slip of the pen for another one."""

from tms.text.word_list import LISTED_LANGUAGES, count_uses

# Read from film subtitles, the list lacks what only newspapers write.
_NAMES_OF_PEOPLES = """uyghur uyghurs uighur uighurs kazakhs kyrgyz uzbeks tibetans mongols muslims christians rohingyas
    russians ukrainians americans germans europeans africans asians palestinians israelis indians pakistanis iranians
    koreans syrians turks kurds tatars chechens crimeans afghans tajiks hazaras yazidis"""
_PEOPLES = frozenset(_NAMES_OF_PEOPLES.split())
_MORE = {"en": _PEOPLES | {"xinjiang", "beijing", "detainee", "ok"}}
_OFTEN = 5000
_TIMES_RARER = 50


def has_lexicon(language: str) -> bool:
    """Whether the words of a language are known."""
    return _base(language) in LISTED_LANGUAGES


def is_known(word: str, language: str) -> bool:
    """Whether a word, in any case, is one of the language; a possessive is known with its owner."""
    key = word.casefold()
    return _is_listed(key, language) or (key.endswith("'s") and _is_listed(key[:-2], language))


def is_name_of_people(word: str) -> bool:
    """Whether a lower-case word names a people in the plural, which no ending tells from other words."""
    return word in _PEOPLES


def is_frequent(word: str, language: str) -> bool:
    """Whether a word is met so often that a capital at the head of a sentence makes no name of it."""
    return has_lexicon(language) and count_uses(word.casefold(), _base(language)) >= _OFTEN


def is_much_rarer(word: str, other: str, language: str) -> bool:
    """Whether a word is met so seldom beside another that it is likely to be a slip for it (Micheal, Michael)."""
    base = _base(language)
    return count_uses(word.casefold(), base) * _TIMES_RARER < count_uses(other.casefold(), base)


def _is_listed(key: str, language: str) -> bool:
    base = _base(language)
    return key in _MORE.get(base, ()) or count_uses(key, base) > 0


def _base(language: str) -> str:
    return language[:2].lower()
