"""What a text and its translation have in common whatever the languages: figures, addresses, names, cognates."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from tms.text.markup import find_urls, strip_markup
from tms.text.numbers import find_numbers
from tms.values import Kind, Unit

_WORD = re.compile(r"[^\W\d_]+")
NUMBER, LINK, NAME, WORD, SIGN = "number ", "link ", "name ", "word ", "sign "
# Cognates share their beginning: international, internacional; democracy, démocratie.
_STEM = 5
_HEADINGS = frozenset((Kind.TITLE, Kind.HEADING))
_GROUPS = {
    Kind.TITLE: "heading",
    Kind.HEADING: "heading",
    Kind.LIST_ITEM: "item",
    Kind.QUOTE: "quote",
    Kind.TABLE_CELL: "cell",
    Kind.CAPTION: "caption",
    Kind.ALT: "caption",
}
# A kind of unit says nothing where one side has more than so many times as many of it.
_COMPARABLE = 3
# A translation shares a seventh of its features and more; texts on other subjects a thirtieth.
_ENOUGH_FEATURES = 20
_HARDLY_ANY = 0.08
# Signs that a translator keeps, in the form that each language writes them.
# About as many as there are sentences; a translation mostly keeps them.
_END = re.compile(r"[.!?…؟۔][\"”’»)\]]{0,3}(?:[ \u00a0\u202f][»)])?(?=\s|$)|[。！？]")
_SIGNS = re.compile(r"[?¿؟？]|[!¡！]|[“”„«»\"「」]|[(（]|%|[€$£¥]|…|\.\.\.")
_SAME_SIGN = {
    **dict.fromkeys("?¿؟？", "?"),
    **dict.fromkeys("!¡！", "!"),
    **dict.fromkeys('“”„«»"「」', "“”"),
    **dict.fromkeys("(（", "()"),
    "...": "…",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One unit, or several in a row: length in characters, features that both languages know, figures, kind.

    `is_figure`: nothing but digits and signs. `group` is what it is where both sides tell that, else "".
    """

    length: int
    features: frozenset[str]
    mass: float
    numbers: frozenset[str]
    is_heading: bool
    is_figure: bool = False
    group: str = ""
    sentences: int = 1


class Weights:
    """How much each feature says: a rare one more."""

    def __init__(self, source: Sequence[dict[str, str]], target: Sequence[dict[str, str]]) -> None:
        held_source, held_target = _count(source), _count(target)
        total = len(source) + len(target)
        # A feature that one side never has says nothing about which unit belongs to which.
        self._weights = {
            feature: math.log(1 + total / (held_source[feature] + held_target[feature]))
            for feature in held_source.keys() & held_target.keys()
        }
        # Signs and figures of one place are in any text; words and names are not.
        self._known = [sum(not one.startswith(SIGN) for one in held) for held in (held_source, held_target)]
        self._shown = {feature: text for features in source for feature, text in features.items()}

    @property
    def has_hardly_any(self) -> bool:
        """Whether texts that say much have next to nothing in common: one is hardly a translation of the other."""
        fewest = min(self._known)
        shared = sum(not one.startswith(SIGN) for one in self._weights)
        return fewest >= _ENOUGH_FEATURES and shared < _HARDLY_ANY * fewest

    def list_shared(self, features: Iterable[str]) -> frozenset[str]:
        """Those of the features that both sides know."""
        return frozenset(feature for feature in features if feature in self._weights)

    def add_up(self, features: Iterable[str]) -> float:
        """The weight of some features together."""
        return sum(map(self._weights.__getitem__, features))

    def show(self, features: Iterable[str]) -> list[str]:
        """Features as people write them, the most telling first."""
        ordered = sorted(features, key=lambda feature: (-self._weights[feature], feature))
        return [self._shown[feature] for feature in ordered]


def _count(sides: Sequence[dict[str, str]]) -> Counter[str]:
    return Counter(feature for features in sides for feature in features)


def read_evidence(
    source: Sequence[Unit], target: Sequence[Unit], source_language: str, target_language: str
) -> tuple[list[Evidence], list[Evidence], Weights]:
    """The evidence of every unit on both sides, and what it weighs."""
    found_source = [_find_features(unit, source_language) for unit in source]
    found_target = [_find_features(unit, target_language) for unit in target]
    weights = Weights(found_source, found_target)
    groups = _find_comparable(source, target)
    return (
        [_read(unit, found, weights, groups) for unit, found in zip(source, found_source, strict=True)],
        [_read(unit, found, weights, groups) for unit, found in zip(target, found_target, strict=True)],
        weights,
    )


def _find_comparable(source: Sequence[Unit], target: Sequence[Unit]) -> frozenset[str]:
    """The groups of which both sides have about as many: a plain text does not say which lines are headings."""
    counts = [Counter(_GROUPS.get(unit.kind, "text") for unit in side) for side in (source, target)]
    return frozenset(
        group
        for group in counts[0].keys() & counts[1].keys()
        if min(counts[0][group], counts[1][group]) * _COMPARABLE >= max(counts[0][group], counts[1][group])
    )


def join(parts: Sequence[Evidence], weights: Weights) -> Evidence:
    """Several units as one."""
    if len(parts) == 1:
        return parts[0]
    features = frozenset[str]().union(*(part.features for part in parts))
    numbers = frozenset[str]().union(*(part.numbers for part in parts))
    length = reduce(lambda total, part: total + part.length, parts, 0)
    is_heading, is_figure = all(part.is_heading for part in parts), all(part.is_figure for part in parts)
    group = parts[0].group if all(part.group == parts[0].group for part in parts) else ""
    sentences = reduce(lambda total, part: total + part.sentences, parts, 0)
    return Evidence(length, features, weights.add_up(features), numbers, is_heading, is_figure, group, sentences)


def _read(unit: Unit, found: dict[str, str], weights: Weights, groups: frozenset[str]) -> Evidence:
    features = weights.list_shared(found)
    numbers = frozenset(feature for feature in found if feature.startswith(NUMBER))
    shown = strip_markup(unit.text).strip() or unit.text
    is_figure = any(map(str.isdigit, shown)) and not any(map(str.isalpha, shown))
    group = _GROUPS.get(unit.kind, "text")
    return Evidence(
        length=len(shown),
        features=features,
        mass=weights.add_up(features),
        numbers=numbers,
        is_heading=unit.kind in _HEADINGS,
        is_figure=is_figure,
        group=group if group in groups else "",
        sentences=max(1, len(_END.findall(shown))),
    )


def _find_features(unit: Unit, language: str) -> dict[str, str]:
    """Features of a unit, each with the text that it stands for."""
    features: dict[str, str] = {}
    for hit in find_numbers(unit.text, language):
        # Number words are articles and idioms too often.
        if not hit.is_word:
            features.setdefault(f"{NUMBER}{hit.value.normalize()}", hit.text)
    for span in find_urls(unit.text):
        features.setdefault(f"{LINK}{span.text}", span.text)
    shown = strip_markup(unit.text)
    for sign in _SIGNS.findall(shown):
        features.setdefault(SIGN + _SAME_SIGN.get(sign, sign), _SAME_SIGN.get(sign, sign))
    for word in _WORD.findall(shown):
        if word[0].isupper() and (len(word) > 2 or (len(word) == 2 and word.isupper())):
            features.setdefault(NAME + _stem(word), word)
        elif len(word) > _STEM:
            features.setdefault(WORD + _stem(word), word)
    return features


def _stem(word: str) -> str:
    return _without_accents(word).casefold()[:_STEM]


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
