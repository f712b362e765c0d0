"""Whether one word is a mere misspelling of another."""

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from tms.text.meaning import list_look_alikes

# Endings that make another form of the same word; a translation follows the form.
_INFLECTIONS = frozenset(
    ("s", "es", "d", "ed", "r", "er", "ers", "n", "en", "ing", "ly", "y", "e", "t", "al", "ally", "ion", "or", "ors")
) | frozenset(("est", "ies", "ness", "ist", "ism", "i", "a", "an", "ian", "ful", "less", "able"))
_VOWELS = frozenset("aeiouy")
_REGIONAL = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("programme", "program"),
)


@lru_cache(maxsize=4096)
def is_respelled(old: str, new: str) -> bool:
    """Whether two words differ by case, accents, hyphens or a slip of the pen only, and are the same word."""
    a, b = fold_word(old), fold_word(new)
    if a == b:
        return True
    if not (a.isalpha() and b.isalpha()) or a[0] != b[0]:
        # Another first letter makes another word (killed, billed); digits are never a slip.
        return False
    is_name = old[0].isupper() and new[0].isupper() and not old.isupper()
    return _is_slip(a, b, is_name=is_name)


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


def _is_slip(a: str, b: str, *, is_name: bool) -> bool:
    longest = max(len(a), len(b))
    look_alikes = list_look_alikes()
    if longest < 5 or (a in look_alikes and b in look_alikes) or _is_inflection(a, b):
        return False
    if _is_regional(a, b):
        return True
    distance = OSA.distance(a, b, score_cutoff=2)
    if is_name:
        return distance <= (0 if longest < 6 else 1 if longest < 9 else 2)
    if distance == 1:
        return _is_plain_slip(a, b)
    # Two slips in one word: long words only, or letters swapped across one between them.
    return distance == 2 and longest >= 9


def _is_inflection(a: str, b: str) -> bool:
    """arrest, arrested, arrests; camp, camps; also y -> ies and a changed ending after the same stem."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    rest_a, rest_b = a[shared:], b[shared:]
    return shared >= 2 and all(rest == "" or rest in _INFLECTIONS for rest in (rest_a, rest_b))


def _is_regional(a: str, b: str) -> bool:
    return any(a.replace(x, y) == b.replace(x, y) for x, y in _REGIONAL)


def _is_plain_slip(a: str, b: str) -> bool:
    if len(a) != len(b):
        # One letter too many or too few; five letters are not enough to be sure unless it is a doubled one.
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        place = next((i for i, (x, y) in enumerate(zip(longer, shorter, strict=False)) if x != y), len(shorter))
        is_doubled = longer[place] == longer[place - 1]
        return is_doubled or len(longer) >= 6
    if sorted(a) == sorted(b):
        return True
    (x, y), *_ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    both_vowels = x in _VOWELS and y in _VOWELS
    return (both_vowels and len(a) >= 6) or len(a) >= 8
