"""`false-friends`: an English word became the word that looks like it and means another thing.

"Eventually" is no "éventuellement", "embarrassed" no "embarazada". Silent where the source has an English word for
which the look-alike is right, and where the look-alike is part of a set phrase ("de toute évidence"). A hint: language
changes, and some false friends become true ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tms.checks.check import Check, base_language
from tms.checks.false_friend_words import FRENCH, SPANISH
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+")
_SET_PHRASES = re.compile(
    r"(?:de toute|en|à l['’]|l['’])\s?évidence|mauvaise rencontre|prendre la parole|au hasard|par hasard"
    r"|(?:en|a|de) la actualidad|libertad de|liberté d"
    r"|(?:de|par|avec) conviction|(?:por|con) convicción|parole[sd]? d['’]honneur|porte-parole"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    english: frozenset[str]
    alike: frozenset[str]
    meaning: str
    right_for: frozenset[str]


def _read(lines: str) -> tuple[_Pair, ...]:
    columns = (
        [part.strip() for part in line.split(" : ")] for line in lines.strip().replace("\n    ", " ").splitlines()
    )
    return tuple(
        _Pair(frozenset(english.split()), frozenset(alike.split()), meaning, frozenset("".join(right).split()))
        for english, alike, meaning, *right in columns
    )


_PAIRS = {"fr": _read(FRENCH), "es": _read(SPANISH)}


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = frozenset(_WORD.findall(read_prose(pair.source or "").text.lower()))
    prose = read_prose(pair.target)
    low = prose.text.lower()
    if len(low) != len(prose.text):
        return
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(low)]
    for each in _PAIRS[base_language(pair.language)]:
        found = source & each.english
        if not found or not source.isdisjoint(each.right_for):
            continue
        for word, start, end in words:
            if word in each.alike and not _is_set_phrase(low, start, end):
                name = min(found)
                yield prose.spot(f"“{name}” is {each.meaning}, not “{prose.text[start:end]}”", start, end)


def _is_set_phrase(text: str, start: int, end: int) -> bool:
    return any(
        match.start() <= start - max(0, start - 20) < match.end()
        for match in _SET_PHRASES.finditer(text[max(0, start - 20) : end + 12])
    )


FALSE_FRIENDS = Check(
    "false-friends",
    "False friends",
    "mistranslation",
    Severity.INFO,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    words=frozenset(word for pairs in _PAIRS.values() for each in pairs for word in each.alike),
    source_words=frozenset(word for pairs in _PAIRS.values() for each in pairs for word in each.english),
)
