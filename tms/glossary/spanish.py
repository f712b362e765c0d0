"""Spanish plurals and feminines (rules as in the Nueva gramática of RAE and ASALE, chapters on number and gender)."""

from tms.glossary.grammar import Grammar, is_acronym
from tms.text.small_words import word_set

_PREPOSITIONS = word_set("de del a al en contra para por con sin sobre ante bajo desde entre hacia hasta según y e o u")
_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))
_PLAIN = {accented: plain for plain, accented in _ACCENTED.items()}
_VOWELS = frozenset("aeiouáéíóúü")
_IRREGULAR = {"régimen": "regímenes", "espécimen": "especímenes", "carácter": "caracteres"}
_FINAL_STRESS = {"ón": "on", "án": "an", "én": "en", "ín": "in", "ún": "un"}
_FINAL_STRESS_S = {"és": "es", "ás": "as", "ís": "is", "ós": "os", "ús": "us"}


def is_plural_spanish(word: str) -> bool:
    """Whether a word looks like a plural."""
    low = word.lower()
    ends = low.endswith("s") and not low.endswith(("is", "us", "ss", *_FINAL_STRESS_S))
    return ends and len(low) > 3 and not is_acronym(word)


def pluralize_spanish(word: str) -> str:
    """The plural of a noun or adjective, with the accent that the plural loses or gains."""
    low = word.lower()
    if is_acronym(word) or is_plural_spanish(word) or low.endswith(("is", "us", "x")):
        return word
    if low in _IRREGULAR:
        return word[0] + _IRREGULAR[low][1:]
    return word[:-1] + "ces" if low.endswith("z") else _add_s(word, low)


def _add_s(word: str, low: str) -> str:
    if low[-2:] in _FINAL_STRESS or low[-2:] in _FINAL_STRESS_S:
        return word[:-2] + (_FINAL_STRESS | _FINAL_STRESS_S)[low[-2:]] + "es"
    if low.endswith("en") and not any(vowel in low for vowel in _PLAIN):
        return _stress_before_en(word) + "es"
    if low[-1:] in _VOWELS:
        return word + ("es" if low.endswith(("í", "ú")) else "s")
    return word + "es"


def _stress_before_en(word: str) -> str:
    """Crimen -> crímen-, as the plural crímenes is written."""
    for index in range(len(word) - 3, -1, -1):
        if word[index].lower() in _ACCENTED:
            accented = _ACCENTED[word[index].lower()]
            return word[:index] + (accented.upper() if word[index].isupper() else accented) + word[index + 1 :]
    return word


def singularize_spanish(word: str) -> str | None:
    """The singular of a word in the plural, None where the spelling does not tell it."""
    low = word.lower()
    if not is_plural_spanish(word):
        return None
    if low.endswith("iones"):
        return word[:-4] + "ón"
    if low.endswith("ces"):
        return word[:-3] + "z"
    if low.endswith(("dades", "tades", "ores", "ales", "ares", "eles")):
        return word[:-2]
    return word[:-1] if low.endswith(("os", "as", "tes", "bles", "res")) else None


def feminize_spanish(word: str) -> str | None:
    """The feminine of a singular adjective or name of a people; the same word where it has one form for both."""
    low = word.lower()
    if low.endswith("o"):
        return word[:-1] + "a"
    if low[-2:] in ("és", "án", "ón", "ín"):
        return word[:-2] + _PLAIN[low[-2]] + low[-1] + "a"
    if low.endswith(("dor", "tor", "sor")):
        return word + "a"
    return word


def _has_feminine(_word: str) -> bool:
    return False


SPANISH = Grammar(
    prepositions=_PREPOSITIONS,
    has_agreement=True,
    is_plural=is_plural_spanish,
    pluralize=pluralize_spanish,
    singularize=singularize_spanish,
    feminize=feminize_spanish,
    has_feminine=_has_feminine,
)
