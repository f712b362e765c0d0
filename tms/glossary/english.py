"""English plurals."""

from tms.glossary.grammar import Grammar, is_acronym
from tms.text.small_words import word_set

_PREPOSITIONS = word_set("of against for in to on from with without by at under over between")
_VOWELS = frozenset("aeiou")
_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men", "foot": "feet"}
_REGULAR_MAN = ("human", "german", "roman", "ottoman", "shaman", "talisman")
_INVARIANT = word_set(
    "series species news means offspring aircraft people police data media lens bias gas bus canvas always"
)


def is_plural_english(word: str) -> bool:
    """Whether a noun looks like a plural."""
    low = word.lower()
    if low in _INVARIANT or is_acronym(word):
        return False
    return low in _IRREGULAR.values() or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ics", "ous"))
    )


def pluralize_english(word: str) -> str:
    """The plural of a noun; acronyms take a small s, peoples in -ese none."""
    low = word.lower()
    if is_acronym(word):
        return word + "s"
    if low in _INVARIANT or is_plural_english(word) or low.endswith(("ese", "ics")):
        return word
    if low in _IRREGULAR:
        return word[0] + _IRREGULAR[low][1:]
    if low.endswith("man") and not low.endswith(_REGULAR_MAN):
        return word[:-2] + "en"
    return _add_s(word, low)


def _add_s(word: str, low: str) -> str:
    if low.endswith("y") and low[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if low.endswith("sis"):
        return word[:-2] + "es"
    return word + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singularize_english(word: str) -> str | None:
    """The singular of a noun in the plural, None where the spelling does not tell it."""
    low = word.lower()
    for singular, plural in _IRREGULAR.items():
        if low == plural:
            return word[0] + singular[1:]
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if is_plural_english(word) else None


def _feminize(_word: str) -> str | None:
    return None


def _has_feminine(_word: str) -> bool:
    return False


ENGLISH = Grammar(
    prepositions=_PREPOSITIONS,
    has_agreement=False,
    is_plural=is_plural_english,
    pluralize=pluralize_english,
    singularize=singularize_english,
    feminize=_feminize,
    has_feminine=_has_feminine,
)
