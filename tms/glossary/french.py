"""French plurals and feminines (rules and exceptions as in Grevisse, Le Bon Usage, nouns and adjectives)."""

from tms.glossary.grammar import Grammar, is_acronym
from tms.text.french_plurals import INVARIANT, is_plural_french
from tms.text.small_words import word_set

_PREPOSITIONS = word_set(
    "de du des d à au aux en contre pour par sur sous sans dans avec et ou chez vers entre ès hors selon"
)
_AL_TO_ALS = word_set("bal carnaval chacal festival récital régal cérémonial banal fatal final naval natal")
_AIL_TO_AUX = word_set("travail bail corail vitrail émail soupirail")
_AU_TO_AUS = word_set("landau sarrau bleu pneu émeu")
_OU_TO_OUX = word_set("bijou caillou chou genou hibou joujou pou")
_DEMONYM_ENDINGS = ("ain", "ien", "éen", "ais", "ois", "our", "kh", "hiz", "hize", "man", "guiz")
_FEMININE_ENDINGS = (
    ("eux", "euse"),
    ("teur", "trice"),
    ("ier", "ière"),
    ("er", "ère"),
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("el", "elle"),
    ("eil", "eille"),
    ("if", "ive"),
    ("on", "onne"),
    ("nc", "nche"),
    ("ic", "ique"),
)
_UNSURE_ENDINGS = ("eur", "x", "c", "g", "ou", "eau", "et", "ot")


def pluralize_french(word: str) -> str:
    """The plural of a noun or adjective; acronyms and capital compounds (Haut-Commissariat) stay as they are."""
    low = word.lower()
    if is_acronym(word) or low.endswith(("s", "x", "z")) or ("-" in word and word[:1].isupper()):
        return word
    if low in _AIL_TO_AUX:
        return word[:-2] + "ux"
    if low.endswith("al") and low not in _AL_TO_ALS:
        return word[:-1] + "ux"
    if low.endswith(("au", "eu")) and low not in _AU_TO_AUS:
        return word + "x"
    return word + ("x" if low in _OU_TO_OUX else "s")


def singularize_french(word: str) -> str | None:
    """The singular of a word in the plural, None where the spelling does not tell it."""
    low = word.lower()
    if not is_plural_french(word):
        return word if low in INVARIANT or low.endswith(("eux", "ois", "ais")) else None
    if low == "travaux":
        return word[:-2] + "il"
    if low.endswith("eaux"):
        return word[:-1]
    if low.endswith("aux"):
        return word[:-2] + "l"
    return word[:-1]


def feminize_french(word: str) -> str | None:
    """The feminine of a singular adjective or name of a people, None where the spelling does not tell it."""
    low = word.lower()
    if low.endswith("e"):
        return word
    for masculine, feminine in _FEMININE_ENDINGS:
        if low.endswith(masculine):
            return word[: len(word) - len(masculine)] + feminine
    return None if low.endswith(_UNSURE_ENDINGS) else word + "e"


def has_feminine_french(word: str) -> bool:
    """Whether a noun is by its look the name of a people, which has both genders: Ouïghour, Tibétain, Kazakh."""
    return word[:1].isupper() and not is_acronym(word) and word.lower().endswith(_DEMONYM_ENDINGS)


FRENCH = Grammar(
    prepositions=_PREPOSITIONS,
    has_agreement=True,
    is_plural=is_plural_french,
    pluralize=pluralize_french,
    singularize=singularize_french,
    feminize=feminize_french,
    has_feminine=has_feminine_french,
)
