"""Words that a dictionary has not, though it has what they are made of: antiterrorista, olvidarlo, prodémocratie.

Prefixes that French and Spanish put before any noun or adjective, the pronouns that Spanish hangs on an infinitive, a
gerund or an imperative (RAE, Nueva gramática 2009, ch. 10 and 16), -mente, and the plurals and feminines that not every
Spanish dictionary has (ch. 2 and 3).
"""

import re
import unicodedata
from collections.abc import Iterator

_PREFIXES = {
    "es": """anti ante archi auto bi ciber co contra des ex extra hiper infra inter intra macro mega micro mini mono
        multi narco neo para pluri poli pos post pre pro re semi sobre sub super tele trans tri ultra vice""",
    "fr": """anti auto bi co contre cyber extra hyper infra inter intra macro méga micro mini mono multi narco néo para
        pluri poly post pré pro re ré semi sous sub super supra télé trans tri ultra vice""",
}
_PREFIX = {
    language: re.compile(rf"({'|'.join(sorted(words.split(), key=len, reverse=True))})-?(?=[^\W\d_]{{4}})")
    for language, words in _PREFIXES.items()
}
_PRONOUNS = re.compile(r"(?<=[^\W\d_]{3})(?:(?:me|te|se|nos|os)(?:l[aeo]s?|me|te|nos)?|l[aeo]s?)\Z")
_ADVERB = re.compile(r"(?<=[^\W\d_]{3})mente\Z")
_ACUTE = "\u0301"
_STRESSED = re.compile(r"[aeiou][ns]\Z")
_ACCENTED_END = re.compile(r"[áéíóú][ns]\Z")
_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))
_SHORTEST_PLURAL = 6


def list_bases(word: str, language: str) -> Iterator[str]:
    """The words that a word in lower case may be made of; when one of them is known, so is the word."""
    if language not in _PREFIXES:
        return
    if prefixed := _PREFIX[language].match(word):
        rest = word[prefixed.end() :]
        yield rest
        # A second r keeps the sound in Spanish: autorretrato.
        if language == "es" and rest.startswith("rr"):
            yield rest[1:]
    if language == "es":
        if adverb := _ADVERB.search(word):
            yield word[: adverb.start()]
        if pronouns := _PRONOUNS.search(word):
            yield from _list_verbs(word[: pronouns.start()])
        yield from _list_singulars(word)


def _list_verbs(stem: str) -> Iterator[str]:
    """Forms of a verb without its pronouns: dándo(se), sumé(monos), ayúda(me), detener(los)."""
    plain = _drop_accent(stem)
    if re.search(r"(?:[aei]r|ndo)\Z", plain):
        yield from (stem, plain)
    elif plain != stem or plain.endswith(("a", "e", "n", "d")):
        yield plain
        # The imperative of the first person plural loses its s: sumémo(nos).
        if plain.endswith("mo"):
            yield f"{plain}s"


def _list_singulars(word: str) -> Iterator[str]:
    """The word that a plural or a feminine is made from: auditorías, coranes, voces, norcoreanas."""
    if len(word) < _SHORTEST_PLURAL:
        return
    if word.endswith("ces"):
        yield f"{word[:-3]}z"
    elif word.endswith("es"):
        # detención loses its accent in the plural.
        if not _ACCENTED_END.search(word[:-2]):
            yield word[:-2]
        if accented := _STRESSED.search(word[:-2]):
            yield word[: accented.start()] + _ACCENTED[accented[0][0]] + word[accented.start() + 1 : -2]
    if word.endswith("s") and word[-2] in "aoeíáéú":
        yield word[:-1]
    if word.endswith(("a", "as")):
        stem = word.removesuffix("s")[:-1]
        yield from (f"{stem}o", stem)


def _drop_accent(word: str) -> str:
    """The word without its acute accents; ñ and ü stay."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_ACUTE, ""))
