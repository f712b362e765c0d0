"""Make in a translation what changed in its source, where that takes no guess: numbers, dates, links, terms, names."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tms.text.number_notation import get_base_language
from tms.text.numbers import find_numbers
from tms.tracking.items import (
    Item,
    ItemKind,
    find_words,
    get_calendar,
    is_plural,
    list_literals,
    order_dates,
    read_items,
)
from tms.tracking.pinning import pin_change
from tms.tracking.repair_names import NameChange, find_name_changes, has_article
from tms.tracking.repair_numbers import NumberWriter
from tms.values import Repair, RepairEdit, SentencePin

_SURE = 0.6
# Whatever is longer is no paragraph that one looks through for a number.
_LONGEST = 50_000
# What French writes otherwise before a vowel: de, que, le, ce, sa, vieux.
_ELIDES = re.compile(
    r"(?<!\w)(?:de|que|le|la|ne|se|je|ce|ma|ta|sa|jusque|lorsque|puisque|quoique|beau|nouveau|vieux"
    r"|cet|bel|nouvel|vieil)\s\Z",
    re.IGNORECASE,
)
# La and una become el and un before some words in a: el agua.
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:el|la|un|una|del|al)\s\Z", re.IGNORECASE)
# Spanish y and o become e and u before their own sound.
_AND_BEFORE = re.compile(r"(?<!\w)([yeou])\s\Z", re.IGNORECASE)
_AND_SOUNDS = {"y": "i", "e": "i", "o": "o", "u": "o"}
_NAME_GOES_ON = re.compile(r"[ \u00a0\u202f-](?=[^\W\d_])(\w)")
_LOOSE = re.compile(r"[\s\"'<>]")
_APOSTROPHES = ("'", "’")
_VOWELS = frozenset("aeiou")
_UNSURE = frozenset("hy")


def propose_repair(
    made_from: str,
    current: str,
    target: str,
    *,
    source_language: str,
    language: str,
    replacements: Mapping[str, Sequence[str]],
) -> Repair | None:
    """The target with the change from `made_from` to `current` made in its own notation, or None.

    None unless all that changed are values that stand exactly once in both texts, or in the pinned sentences. Names
    are found where they are spelled alike in both languages.
    `replacements` are terms by their form in the source, each with what to write for it, the best first; only such
    that can stand for one another without a change in the words around.
    """
    if max(map(len, (made_from, current, target))) > _LONGEST:
        return None
    known = _Known(source_language, replacements, tuple(find_name_changes(made_from, current, source_language)))
    if _exchange(made_from, current, known) is None:
        return None
    pins = pin_change(made_from, current, target, source_language=source_language, language=language)
    if not pins or any(pin.is_between or not pin.new for pin in pins):
        return None
    repairer = _Repairer(made_from, target, language, known)
    edits: list[RepairEdit] = []
    for pin in pins:
        found = repairer.repair(pin)
        if found is None:
            return None
        edits += found
    return repairer.apply(sorted(edits, key=lambda edit: edit.start))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a source: its language, terms with what to write for them, and the names that changed."""

    language: str
    terms: Mapping[str, Sequence[str]]
    changes: tuple[NameChange, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for change in self.changes for name in (change.old, change.new))

    def read(self, text: str) -> list[Item]:
        return read_items(text, self.language, self.terms, self.names)

    def is_place(self, name: str) -> bool:
        return any(change.old == name and change.is_place for change in self.changes)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """An item of the source and the one that stands in its place now."""

    old: Item
    new: Item


def _exchange(before: str, after: str, known: _Known) -> list[_Exchange] | None:
    """All items of a text beside those of another that differs in items only; None if it differs otherwise."""
    old, new = known.read(before), known.read(after)
    if list_literals(before, old) != list_literals(after, new):
        return None
    old, new = order_dates(old), order_dates(new)
    if [(item.kind, is_plural(item)) for item in old] != [(item.kind, is_plural(item)) for item in new]:
        return None
    return [_Exchange(*both) for both in zip(old, new, strict=True)]


class _Repairer:
    def __init__(self, made_from: str, target: str, language: str, known: _Known) -> None:
        self._target = target
        self._language = language
        self._known = known
        self._is_french = get_base_language(language) == "fr"
        self._numbers = NumberWriter(target, language)
        self._source_items = known.read(made_from)
        self._target_items = read_items(target, language, {}, known.names)

    def repair(self, pin: SentencePin) -> list[RepairEdit] | None:
        """The edits for the change of one sentence; None where one of them would be a guess."""
        exchanges = _exchange(pin.old, pin.new, self._known)
        if exchanges is None:
            return None
        before = [exchange.old for exchange in exchanges]
        edits: list[RepairEdit] = []
        for exchange in exchanges:
            if exchange.old.key == exchange.new.key:
                continue
            place = self._find_place(exchange.old, pin, before)
            edit = self._write(exchange, place) if place is not None else None
            if edit is None:
                return None
            edits.append(edit)
        return edits

    def apply(self, edits: Sequence[RepairEdit]) -> Repair | None:
        """The target with all edits made, if they say now what they ought to and nothing else says otherwise."""
        if not edits or any(a.end > b.start for a, b in pairwise(edits)):
            return None
        pieces: list[str] = []
        position = 0
        for edit in edits:
            pieces += (self._target[position : edit.start], edit.text)
            position = edit.end
        repaired = Repair("".join((*pieces, self._target[position:])), tuple(edits))
        return repaired if self._keeps_other_numbers(repaired) else None

    def _keeps_other_numbers(self, repaired: Repair) -> bool:
        """An edit may not run together with its neighbours into another number."""
        spans = [(edit.start, edit.end) for edit in repaired.edits]
        kept = [hit for hit in find_numbers(self._target, self._language) if (hit.start, hit.end) not in spans]
        places: list[tuple[int, int]] = []
        moved = 0
        for edit in repaired.edits:
            places.append((edit.start + moved, edit.start + moved + len(edit.text)))
            moved += len(edit.text) - (edit.end - edit.start)
        now = [hit for hit in find_numbers(repaired.text, self._language) if (hit.start, hit.end) not in places]
        return [(hit.text, hit.value, hit.unit) for hit in kept] == [(hit.text, hit.value, hit.unit) for hit in now]

    # Where.

    def _find_place(self, old: Item, pin: SentencePin, before: Sequence[Item]) -> Item | None:
        """The only place in the target, or in the pinned sentence, that says what the old item said."""
        places = self._list_places(old)
        inside = [place for place in places if pin.start <= place.start and place.end <= pin.end]
        is_sure = pin.confidence >= _SURE
        if len(places) == 1 and _count(old, self._source_items) == 1:
            return places[0] if inside or not is_sure else None
        if is_sure and len(inside) == 1 and _count(old, before) == 1:
            return inside[0]
        return None

    def _list_places(self, old: Item) -> list[Item]:
        if old.kind is ItemKind.TERM:
            spans = find_words(self._target, [str(form) for form in old.key[1:]])
            return [Item(ItemKind.TERM, start, end, self._target[start:end], old.key) for start, end in spans]
        places = [item for item in self._target_items if item.key == old.key]
        return places or [item for item in self._target_items if self._is_told_otherwise(item, old)]

    def _is_told_otherwise(self, item: Item, old: Item) -> bool:
        """3,900 in a Spanish text, à 9 heures: something else by the letter, but the source says what was meant."""
        if item.number is None or old.number is None:
            return False
        is_foreign = item.number.foreign_value == old.number.value and item.number.unit == old.number.unit
        return is_foreign or self._numbers.is_hour(old.number, item.number)

    # What.

    def _write(self, exchange: _Exchange, place: Item) -> RepairEdit | None:
        write = {
            ItemKind.NUMBER: self._write_number,
            ItemKind.DATE: self._write_date,
            ItemKind.LINK: self._write_link,
            ItemKind.TERM: self._write_term,
            ItemKind.NAME: self._write_name,
        }[place.kind]
        text = write(exchange, place)
        if text is None:
            return None
        return RepairEdit(place.start, place.end, text, f"{place.kind.value} {place.text} -> {text}")

    def _write_number(self, exchange: _Exchange, place: Item) -> str | None:
        old, new, hit = exchange.old.number, exchange.new.number, place.number
        if old is None or new is None or hit is None or exchange.old.is_day != exchange.new.is_day:
            return None
        return self._numbers.write(old, new, hit, is_day=exchange.new.is_day)

    def _write_date(self, exchange: _Exchange, place: Item) -> str | None:
        if exchange.old.key[0] != exchange.new.key[0]:
            return None
        name = get_calendar(self._language).find_name(exchange.new.key)
        is_many = self._is_many(place) and not name.endswith("s")
        text = _in_case_of(place.text, name + "s" if is_many else name)
        return text if self._keeps_small_words(text, place) else None

    def _is_many(self, place: Item) -> bool:
        """Whether a weekday stands in the plural; a Spanish lunes says so by its article only."""
        if place.key[0] != "day" or not place.text.endswith("s"):
            return False
        before = self._target[max(0, place.start - 4) : place.start].casefold()
        return self._is_french or place.text.casefold().endswith("os") or before.endswith("los ")

    @staticmethod
    def _write_link(exchange: _Exchange, _place: Item) -> str | None:
        return None if _LOOSE.search(exchange.new.text) else exchange.new.text

    def _write_term(self, exchange: _Exchange, place: Item) -> str | None:
        """Only the form that fits best for the old term is exchanged for the one that fits best for the new one."""
        old, new = (tuple(map(str, item.key[1:])) for item in (exchange.old, exchange.new))
        if not old or not new or place.text.casefold() != old[0].casefold():
            return None
        text = _in_case_of(place.text, new[0]) if place.text != old[0] else new[0]
        return text if self._keeps_small_words(text, place) else None

    def _write_name(self, exchange: _Exchange, place: Item) -> str | None:
        goes_on = _NAME_GOES_ON.match(self._target, place.end)
        if goes_on and goes_on[1].isupper():
            return None
        if self._known.is_place(exchange.old.text) and has_article(self._target, place.start, self._language):
            return None
        return exchange.new.text if self._keeps_small_words(exchange.new.text, place) else None

    def _keeps_small_words(self, text: str, place: Item) -> bool:
        """Whether what stands before, de or d', y or e, may stay as it is."""
        before = self._target[max(0, place.start - 10) : place.start]
        if text[:2].casefold() == place.text[:2].casefold():
            return True
        if before.endswith(_APOSTROPHES):
            return _opening(text) == "vowel"
        if self._is_french:
            return not _ELIDES.search(before) or _opening(text) == _opening(place.text) != "unsure"
        if _ARTICLE_BEFORE.search(before) and "a" in (_first_sound(text), _first_sound(place.text)):
            return False
        small = _AND_BEFORE.search(before)
        return not small or self._fits_and(small[1], text) == self._fits_and(small[1], place.text)

    @staticmethod
    def _fits_and(small: str, word: str) -> bool:
        return _first_sound(word) == _AND_SOUNDS[small.casefold()]


def _count(item: Item, items: Sequence[Item]) -> int:
    return sum(other.key == item.key for other in items)


def _in_case_of(like: str, text: str) -> str:
    if like[:1].isupper() and not text[:1].isupper():
        return text[:1].upper() + text[1:]
    return text[:1].lower() + text[1:] if like[:1].islower() else text


def _opening(word: str) -> str:
    """How a word begins, as far as the word before it cares."""
    letter = _fold_letter(word[:1])
    return "vowel" if letter in _VOWELS else "unsure" if letter in _UNSURE else "consonant"


def _first_sound(word: str) -> str:
    """The first letter that a Spanish reader says."""
    return _fold_letter(word.casefold().removeprefix("h")[:1])


def _fold_letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.casefold())[:1]
