"""Choose the form that fits a place in a text: number, gender, capitals."""

import re
from dataclasses import dataclass

from tms.glossary.grammar import PLURAL, SINGULAR, is_acronym
from tms.glossary.inflection import GRAMMARS, get_primary_language
from tms.text.small_words import DETERMINERS, get_function_words, word_set
from tms.values import TermHit

_WORD_BEFORE = re.compile(r"([^\W\d_]+)(['’]?)[ \u00a0\u202f]?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"”»’)\]]*\s|[¿¡]|\n)[\s\"“«‘(\[*_—–-]*$")
_VERB_CUE = re.compile(
    r"(?<!\w)(?:(?:do|does|did|wo|ca|would|could|should|must)n[’']t|will|would|could|should|may|might|must|can|cannot"
    r"|they|we|I|you)[ \u00a0]\Z",
    re.IGNORECASE,
)
# Nouns that stand before names of peoples; what they do not tell is left open.
_FEMININE_NOUNS = {
    "fr": word_set(
        """femme fille mère sœur grand-mère personne victime famille langue cause histoire musique école communauté
        artiste-peintre chanteuse"""
    ),
    "es": word_set(
        "mujer mujere hija madre hermana abuela persona víctima familia lengua causa historia música escuela"
    ),
}
_MASCULINE_NOUNS = {
    "fr": word_set(
        "homme garçon père frère peuple village quartier chant poème livre camp travailleur militant prisonnier"
    ),
    "es": word_set("hombre niño padre hermano pueblo barrio canto poema libro campo trabajador activista preso"),
}
_FEMININE_ENDINGS = {
    "fr": ("tion", "sion", "té", "ure", "ence", "ance", "euse", "trice", "esse", "ette"),
    "es": ("ción", "cione", "sión", "sione", "dad", "dade", "tad", "tade", "tura", "encia", "ancia"),
}
_NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words before a place tell of the word there; "" where they tell nothing."""

    gender: str = ""
    number: str = ""
    is_adjective: bool = False


def read_setting(text: str, start: int, language: str) -> Setting:
    """What the article or noun before a place tells: "les" a plural, "la" a feminine, "femmes" an adjective."""
    primary = get_primary_language(language)
    match = _WORD_BEFORE.search(text[max(0, start - 60) : start])
    if match is None:
        return Setting()
    word = match[1].lower()
    if word in DETERMINERS.get(primary, {}):
        gender, number = DETERMINERS[primary][word]
        return Setting(gender, number)
    grammar = GRAMMARS.get(primary)
    if match[2] or grammar is None or len(word) < 3 or word in get_function_words(primary) or match[1][0].isupper():
        return Setting()
    number = PLURAL if grammar.is_plural(word) else SINGULAR
    return Setting(_find_gender(text[: match.start() + max(0, start - 60)], word, primary), number, is_adjective=True)


def _find_gender(before: str, noun: str, language: str) -> str:
    """The gender of a noun by the determiner before it, or by its ending; "" where neither tells."""
    match = _WORD_BEFORE.search(before[-40:])
    determiner = DETERMINERS[language].get(match[1].lower()) if match else None
    if determiner is not None and determiner[0]:
        return determiner[0]
    singular = noun.removesuffix("s")
    if singular in _FEMININE_NOUNS.get(language, ()) or singular.endswith(_FEMININE_ENDINGS.get(language, ("\0",))):
        return "f"
    return "m" if singular in _MASCULINE_NOUNS.get(language, ()) else ""


def is_adjective_in_english(source: str, end: int) -> bool:
    """Whether an English word that ends here stands before a noun: "Uyghur women", not "the Uyghurs are"."""
    match = _NEXT_WORD.match(source, end)
    return match is not None and match[1].lower() not in get_function_words("en")


def is_verb_in_english(source: str, hit: TermHit) -> bool:
    """Whether a word that a glossary has as a noun is a verb here: don’t torture, they torture."""
    is_single = get_primary_language(hit.term.language) == "en" and hit.form.isalpha() and hit.form.islower()
    if not is_single or "verb" in hit.term.part_of_speech or hit.form.endswith(("tion", "ment", "ee", "ees")):
        return False
    match = _VERB_CUE.search(source, max(0, hit.start - 20), hit.start)
    return match is not None and match.end() == hit.start


def is_sentence_start(text: str, start: int) -> bool:
    """Whether a sentence begins at this place."""
    return _SENTENCE_START.search(text[max(0, start - 40) : start]) is not None


def copy_capitals(text: str, *, found: str, model: str) -> str:
    """The text with the capitals of `found`, where those differ from how its `model` is written."""
    if found == model or not text or not found or not model:
        return text
    if is_acronym(found) and len(found) > 3 and not is_acronym(model):
        return text.upper()
    if found[0].isupper() and model[0].islower():
        return text[0].upper() + text[1:]
    if found[0].islower() and model[0].isupper():
        return text[0].lower() + text[1:]
    return text
