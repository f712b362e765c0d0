"""`proper-names`: a name of the source stands in the translation with another letter: Kadeer and Kader.

Two words with a capital that differ by one letter (more, less, another, two turned round). Silent for names that have
a form of their own in French or Spanish (Kashgar, Kachgar), for accents that are added, for the endings by which words
are translated (Act, Acte), and for what the glossary knows. Where the name of the source stands nowhere in the
translation, the finding has a fix.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_english, is_of_language
from tms.checks.name_words import FRENCH, SPANISH
from tms.checks.prose import read_prose
from tms.text.small_words import word_set
from tms.text.word_list import count_uses
from tms.values import CheckInput, Severity, Spot

# It begins with a choice of letters, which is quick to search for.
_NAME = re.compile(r"[A-ZÀ-Þ](?:(?<=O)[’'][A-ZÀ-Þ])?[^\W\d_]{2,}")
# What begins so is a person's: O’Leary, McDonagh.
_OF_PERSONS = re.compile(r"O[’']|Ma?c[A-Z]|Fitz")
_FORMS = {"fr": FRENCH, "es": SPANISH}
# How English forms words that are translated, and what one last letter makes of a word in another language.
_TRANSLATED = re.compile(
    r"(?:tions?|sions?|ments?|ity|ical|ional|enc[ey]|ances?|ory|ary|ures?|ages?|ese|ish|ics?|ive|ous|ness"
    r"|ship|hood|ial|ians?)\Z"
)
_TURNED_ENDS = word_set("ae ea eo oe ao oa yi ye ya sx +e +s +o +a -e -s er")
_VOWELS = frozenset("aeiou")
_DEMONYMS = re.compile(r"(?:ain|en|ano|ana)s?\Z")
_START = re.compile(r"(?:\A|(?<![A-Z])[.!?…:\n])[\s«“\"'(¿¡—–-]*\Z")
# A name or an initial before it.
_BEFORE = re.compile(r"\b([A-ZÀ-Þ](?:[^\W\d_]+|\.))[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([A-ZÀ-Þ][^\W\d_]+)")
_MOST = 40
# A shorter name is compared only beside another one.
_SHORTEST = 4
# A word that is met more often in films than this is no name.
_COMMON = 30
# Two words that are met so often are words of the two languages: License, Licence; Chief, Chef.
_VERY_COMMON = 500


def _may_find(pair: CheckInput) -> bool:
    """Whether two names are of about one length and begin or go on alike; most texts have none."""
    names = set(_NAME.findall(read_prose(pair.source or "").text))
    new = set(_NAME.findall(read_prose(pair.target).text)) - names if names else ()
    if not new:
        return False
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    tails = {name[1:] for name in names}
    for found in new:
        near = lengths.get(found[0])
        if found[1:] in tails or (near and not near.isdisjoint((len(found) - 1, len(found), len(found) + 1))):
            return True
    return False


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose, source = read_prose(pair.target), read_prose(pair.source or "").text
    names = dict.fromkeys(_NAME.findall(source))
    ours = dict.fromkeys(_NAME.findall(prose.text))
    new = [word for word in ours if word not in names]
    if not new or not names or len(names) > _MOST or len(new) > _MOST:
        return
    for found in new:
        for name in names:
            if (
                (name[0] == found[0] or name[1:] == found[1:])
                and abs(len(name) - len(found)) <= 1
                and _differs_by_a_letter(_fold(name), _fold(found))
                and _is_misspelt(pair, _first(name, source), _first(found, prose.text), is_kept=name in ours)
            ):
                match = _first(found, prose.text)
                replacement = None if name in ours else name
                yield prose.spot(f"“{found}” is “{name}” in the source", match.start(), match.end(), replacement)
                break


def _first(word: str, text: str) -> re.Match[str]:
    return next(match for match in _NAME.finditer(text) if match.group() == word)


def _is_misspelt(pair: CheckInput, theirs: re.Match[str], ours: re.Match[str], *, is_kept: bool) -> bool:
    name, found = _fold(theirs.group()), _fold(ours.group())
    if name == found or is_english(theirs.group()):
        return False
    is_known = not pair.known_words.isdisjoint((found, ours.group().casefold()))
    if is_known or found in _list_forms(base_language(pair.language)) or _is_in_glossary(pair, ours):
        return False
    # Toumen for Tumen: how the language writes a sound, if it is not written both ways.
    if not is_kept and _is_respelt(name, found, base_language(pair.language)):
        return False
    if _is_person(theirs, ours) or (_OF_PERSONS.match(theirs.group()) and _OF_PERSONS.match(ours.group())):
        return True
    is_short = min(len(name), len(found)) < _SHORTEST or (is_kept and len(name) <= 4)
    if is_short or _is_translated(theirs, ours, base_language(pair.language)):
        return False
    return not _is_word(theirs, "en") and not _is_word(ours, base_language(pair.language))


def _is_translated(theirs: re.Match[str], ours: re.Match[str], language: str) -> bool:
    """Whether a word that is no person's looks like a translation of the other."""
    if _is_very_common(theirs.group(), "en") and _is_very_common(ours.group(), language):
        return True
    name, found = _fold(theirs.group()), _fold(ours.group())
    # A form of its own in the language: Semeï for Semey, Igumenitsa for Igoumenitsa.
    is_foreign = not ours.group().isascii() and theirs.group().isascii()
    if is_foreign or (language == "es" and name.replace("ou", "u") == found):
        return True
    if _TRANSLATED.search(name) or (name.rstrip("s").endswith("an") and _DEMONYMS.search(found)):
        return True
    return _turn_end(name, found) in _TURNED_ENDS


_RESPELT = {
    "fr": (("u", "ou"), ("ch", "tch"), ("sh", "ch"), ("j", "dj")),
    "es": (("ou", "u"), ("kh", "j"), ("ph", "f")),
}


def _is_respelt(name: str, found: str, language: str) -> bool:
    """Whether a name differs only by the way in which the language writes a sound."""
    return any(name.replace(theirs, ours) == found for theirs, ours in _RESPELT[language] if theirs in name)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", word).lower() if not unicodedata.combining(sign))


def _differs_by_a_letter(one: str, other: str) -> bool:
    """Whether a letter more, less, other or in another place makes one word of the other."""
    if len(one) > len(other):
        one, other = other, one
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    is_turned = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return (
        is_turned or one[start + 1 :] == other[start + 1 :] or (sorted(one) == sorted(other) and one[-1] == other[-1])
    )


def _turn_end(name: str, found: str) -> str:
    """How the last letter changed: "ae" for Asia, Asie; "+e" for Act, Acte; "" where it is another letter."""
    if name[-1] == found[-1] == "s":
        name, found = name[:-1], found[:-1]
    if name[:-2] == found[:-2] and name[-2:] + found[-2:] == "erre":
        return "er"
    # Coetzee, Coetze: no other language writes one of two letters less.
    if name == found + found[-1]:
        return ""
    if name[:-1] == found[:-1]:
        return "" if name[-2:-1] in _VOWELS else name[-1] + found[-1]
    if found[:-1] == name:
        return f"+{found[-1]}"
    return f"-{name[-1]}" if name[:-1] == found else ""


def _is_person(theirs: re.Match[str], ours: re.Match[str]) -> bool:
    """Whether the word with a capital before or after is the same in both texts: Kamil Niyaz, Kamil Niaz."""
    return any(
        one and one == other for one, other in zip(_list_neighbours(theirs), _list_neighbours(ours), strict=True)
    )


def _list_neighbours(match: re.Match[str]) -> tuple[str, str]:
    before = _BEFORE.search(match.string, max(0, match.start() - 30), match.start())
    after = _AFTER.match(match.string, match.end())
    return before[1] if before else "", after[1] if after else ""


def _is_word(match: re.Match[str], language: str) -> bool:
    """Whether a word with a capital may be an ordinary one: one of its sentences' first, and met often."""
    word = match.group().lower()
    if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", match.string):
        return True
    if _START.search(match.string[max(0, match.start() - 12) : match.start()]) is None:
        return False
    return is_of_language(match.group(), language) or count_uses(word, language) > _COMMON


def _is_very_common(word: str, language: str) -> bool:
    return count_uses(word.lower(), language) > _VERY_COMMON


def _is_in_glossary(pair: CheckInput, ours: re.Match[str]) -> bool:
    """Whether the glossary has found something at the same place."""
    start, end = read_prose(pair.target).locate(ours.start(), ours.end())
    return any(
        spot.start is not None and spot.end is not None and spot.start < end and start < spot.end
        for spot in pair.given.get("terminology", ())
    )


@lru_cache(maxsize=2)
def _list_forms(language: str) -> frozenset[str]:
    """Words of the names of countries, languages, towns … in a language, without accents."""
    locale = Locale.parse(language)
    named = " ".join([*locale.territories.values(), *locale.languages.values()])
    return frozenset(_fold(f"{named} {_FORMS[language]}").replace("-", " ").replace("’", " ").split())


PROPER_NAMES = Check(
    "proper-names",
    "Names misspelt",
    "misspelling",
    Severity.WARNING,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    may_find=_may_find,
)
