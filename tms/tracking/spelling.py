"""Whether one word is another spelling of the other, and of what sort."""

import unicodedata
from enum import StrEnum
from functools import lru_cache, partial

from rapidfuzz.distance import OSA

from tms.text.meaning import is_date_word, list_look_alikes
from tms.tracking.lexicon import has_lexicon, is_frequent, is_known, is_much_rarer
from tms.tracking.regional import is_regional


class Respelling(StrEnum):
    """How two spellings of a word differ: in dress (case, accents, region), by a slip, or as names do."""

    FORM = "form"
    SLIP = "slip"
    NAME = "name"


# Words that are written for one another because they sound alike: the sentence means the same.
_CONFUSED = frozenset(
    frozenset(pair.split())
    for pair in ("then than", "their there", "their theyre", "there theyre", "your youre", "whose whos", "to too")
)
# Endings that make another form of the same word; a translation follows the form.
_INFLECTIONS = frozenset(
    ("s", "es", "d", "ed", "r", "er", "ers", "n", "en", "ing", "ly", "y", "e", "t", "al", "ally", "ion", "or", "ors")
) | frozenset(("est", "ies", "ness", "ist", "ism", "i", "a", "an", "ian", "ful", "less", "able"))
# What a word that no list knows may have at its end and still be a form of one that is known.
_FREE_ENDINGS = frozenset(("", "s", "es", "d", "ed", "r", "er", "ers", "ing", "ly", "ion", "ions", "or", "ors"))
# One ending, spelled rightly and wrongly (happend).
_SAME_ENDINGS = ({"d", "ed"}, {"s", "es"}, {"r", "er"})
# With a capital these are something else.
_TURNED = """turkey china polish march may august mobile nice reading lima chad jordan guinea mark bill rose frank
grace hope faith mercury catholic republican democrat democratic aids who us it"""
_TURNED_BY_CAPITAL = frozenset(_TURNED.split())
_ACRONYM = 5
# Words that are no names though a capital stands in the middle of a sentence (the Communist Party).
_COMMON_ENDINGS = ("ment", "ist", "ists", "ism", "tion", "ity", "ities", "ance", "ence", "ary", "ship", "ese")
_LONG = 8
_LONG_NAME = 6


def is_respelled(old: str, new: str, language: str = "en") -> bool:
    """Whether two words are the same word or name, written in two ways."""
    return find_respelling(old, new, language) is not None


@lru_cache(maxsize=8192)
def find_respelling(old: str, new: str, language: str = "en", *, opens: bool = False) -> Respelling | None:
    """How two words are spellings of one, None where they are two; `opens`: they begin a sentence."""
    a, b = fold_word(old), fold_word(new)
    if a == b:
        return None if _has_other_sense(old, new, language) else Respelling.FORM
    if not (a.isalpha() and b.isalpha()) or _is_acronym(old) or _is_acronym(new):
        # Digits are never a slip, nor are the letters of an acronym.
        return None
    known = partial(_is_word, language=language)
    if language[:2] == "en" and is_regional(a, b, known):
        return Respelling.FORM
    return _find_slip(old, new, language, opens=opens)


def _find_slip(old: str, new: str, language: str, *, opens: bool) -> Respelling | None:
    a, b, known = fold_word(old), fold_word(new), partial(_is_word, language=language)
    if _is_date_slip(a, b, language) or (language[:2] == "en" and frozenset((a, b)) in _CONFUSED):
        return Respelling.SLIP
    knows_old, knows_new = known(old), known(new)
    is_name = old[0].isupper() and new[0].isupper()
    if not has_lexicon(language):
        return None
    if knows_old and knows_new:
        return Respelling.NAME if is_name and _is_swapped(a, b) and is_much_rarer(old, new, language) else None
    if is_name and knows_new and _is_swapped(a, b) and len(a) >= _LONG_NAME:
        return Respelling.SLIP
    if is_name and not _is_common(a if knows_old else b, language, opens=opens):
        # Two spellings of a name that no list knows may be two people.
        return None
    return Respelling.SLIP if _is_slip(a, b, knows_old=knows_old, knows_new=knows_new) else None


def is_inflected(old: str, new: str) -> bool:
    """Whether two words look like forms of one: Uyghur and Uyghurs, China and China's."""
    a, b = fold_word(old), fold_word(new)
    look_alikes = list_look_alikes()
    return not (a in look_alikes and b in look_alikes) and _is_inflection(a, b)


def fold_word(word: str) -> str:
    """Lower case without accents, apostrophes and hyphens."""
    if word.isascii() and word.isalnum():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if char.isalnum()) or word


@lru_cache(maxsize=8192)
def _is_word(word: str, language: str) -> bool:
    return has_lexicon(language) and is_known(word, language)


def _has_other_sense(old: str, new: str, language: str) -> bool:
    """Us and US, were and we're, mayor's and mayors: the letters are the same, the words are not."""
    if ("'" in old) != ("'" in new) or _place(old) != _place(new):
        if is_regional(old.lower(), new.lower(), partial(_is_word, language=language)):
            return False
        bare = min(old, new, key=len)
        # Where the bare one is no word, an apostrophe was forgotten (isnt).
        is_plural_of_name = bare[0].isupper() and bare.endswith("s") and not _is_word(bare[:-1], language)
        return is_plural_of_name or (_is_word(old, language) and _is_word(new, language))
    if old.casefold() == new.casefold():
        return _turns_by_case(old, new, language)
    # Accents make another word in languages that write them (où, ou).
    return language[:2] != "en" and _is_word(old, language) and _is_word(new, language)


def _place(word: str) -> int:
    return word.find("'")


def _turns_by_case(old: str, new: str, language: str) -> bool:
    key = old.casefold()
    if key in _TURNED_BY_CAPITAL:
        return True
    shouted = [word for word in (old, new) if len(word) > 1 and word.isupper()]
    other = new if shouted == [old] else old
    return len(shouted) == 1 and other.islower() and len(old) <= _ACRONYM and _is_word(key, language)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_date_slip(a: str, b: str, language: str) -> bool:
    if is_date_word(a, language) == is_date_word(b, language):
        return False
    other = b if is_date_word(a, language) else a
    return len(other) >= 5 and OSA.distance(a, b) <= 2 and not _is_word(other, language)


def _is_common(word: str, language: str, *, opens: bool) -> bool:
    """Whether a word with a capital is no name, by its ending, or by its frequency at the head of a sentence."""
    if len(word) >= _LONG and word.endswith(_COMMON_ENDINGS):
        return True
    return opens and is_frequent(word, language)


def _is_swapped(a: str, b: str) -> bool:
    """Whether two neighbouring letters changed places, the slip that fingers make most."""
    return len(a) == len(b) and a[0] == b[0] and sorted(a) == sorted(b) and OSA.distance(a, b) == 1


def _is_slip(a: str, b: str, *, knows_old: bool, knows_new: bool) -> bool:
    longest = max(len(a), len(b))
    if not (knows_old or knows_new):
        # Two unknown words may be two foreign ones.
        return longest >= _LONG and not _is_inflection(a, b) and OSA.distance(a, b) == 1
    if _is_free_form(a, b):
        return False
    distance = OSA.distance(a, b, score_cutoff=2)
    is_swapped = len(a) == len(b) and sorted(a) == sorted(b)
    if distance == 1:
        return longest >= 4 or is_swapped
    # Two slips in one word: a long one, and a mended one rather than a new one.
    return distance == 2 and longest >= _LONG and (knows_new or a[0] == b[0])


def _is_free_form(a: str, b: str) -> bool:
    """Whether an unknown word may be another form of a known one (deradicalized, deradicalizes)."""
    shared = _count_shared(a, b)
    rests = {a[shared:], b[shared:]}
    return shared >= 3 and rests <= _FREE_ENDINGS and rests not in _SAME_ENDINGS


def _is_inflection(a: str, b: str) -> bool:
    """arrest, arrested, arrests; camp, camps; also y -> ies and a changed ending after the same stem."""
    shared = _count_shared(a, b)
    return shared >= 2 and all(rest == "" or rest in _INFLECTIONS for rest in (a[shared:], b[shared:]))


def _count_shared(a: str, b: str) -> int:
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared
