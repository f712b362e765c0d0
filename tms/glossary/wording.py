"""Choose the form that fits a place in a text: number, gender, capitals."""

import re
from dataclasses import dataclass

from tms.glossary.grammar import PLURAL, SINGULAR, is_acronym
from tms.glossary.inflection import GRAMMARS, get_primary_language
from tms.glossary.small_words import DETERMINERS, get_function_words

_WORD_BEFORE = re.compile(r"([^\W\d_]+)(['’]?)[ \u00a0\u202f]?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"”»’)\]]*\s|[¿¡]|\n)[\s\"“«‘(\[*_—–-]*$")
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
    return Setting("", PLURAL if grammar.is_plural(word) else SINGULAR, is_adjective=True)


def is_adjective_in_english(source: str, end: int) -> bool:
    """Whether an English word that ends here stands before a noun: "Uyghur women", not "the Uyghurs are"."""
    match = _NEXT_WORD.match(source, end)
    return match is not None and match[1].lower() not in get_function_words("en")


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
