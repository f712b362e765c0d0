"""Make in a translation what changed in its source, where that takes no guess: numbers, dates, addresses, terms."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tms.text.number_notation import get_base_language
from tms.text.numbers import NumberHit, find_numbers, format_number
from tms.tracking.items import Item, ItemKind, find_words, get_calendar, list_literals, read_items
from tms.tracking.pinning import pin_change
from tms.values import Repair, RepairEdit, SentencePin

_SURE = 0.6
# Whatever is longer is no paragraph that one looks through for a number.
_LONGEST = 50_000
_SIGN_BEFORE = re.compile(r"[%‰$€£¥₹₽₩₺]\s?\Z")
_SIGN_AFTER = re.compile(r"[\s\u00a0\u202f]?[%‰$€£¥₹₽₩₺]")
_SLASH = re.compile(r"\d/\Z")
# Spanish "o" becomes "u" before ocho and once.
_OR_BEFORE = re.compile(r"(?<!\w)[ouOU]\s\Z")
_EIGHT_OR_ELEVEN = re.compile(r"8|11(?!\d)|(?i:ocho|once)")
_DE = re.compile(r"(?<!\w)de\s\Z", re.IGNORECASE)
_APOSTROPHES = ("'", "’")
_VOWELS = frozenset("aeiouy")


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

    None unless all that changed are values that stand exactly once in both texts, or in the pinned sentences.
    `replacements` are terms by their form in the source, each with what to write for it, the best first; only such
    that can stand for one another without a change in the words around.
    """
    if max(map(len, (made_from, current, target))) > _LONGEST:
        return None
    if _exchange(made_from, current, source_language, replacements) is None:
        return None
    pins = pin_change(made_from, current, target, source_language=source_language, language=language)
    if not pins or any(pin.is_between or not pin.new for pin in pins):
        return None
    repairer = _Repairer(made_from, target, (source_language, language), replacements)
    edits: list[RepairEdit] = []
    for pin in pins:
        found = repairer.repair(pin)
        if found is None:
            return None
        edits += found
    return repairer.apply(sorted(edits, key=lambda edit: edit.start))


@dataclass(frozen=True, slots=True)
class _Exchange:
    """An item of the source and the one that stands in its place now."""

    old: Item
    new: Item


def _exchange(
    before: str, after: str, language: str, replacements: Mapping[str, Sequence[str]]
) -> list[_Exchange] | None:
    """All items of a text beside those of another that differs in items only; None if it differs otherwise."""
    old, new = read_items(before, language, replacements), read_items(after, language, replacements)
    if [item.kind for item in old] != [item.kind for item in new]:
        return None
    if list_literals(before, old) != list_literals(after, new):
        return None
    return [_Exchange(*both) for both in zip(old, new, strict=True)]


class _Repairer:
    def __init__(
        self, made_from: str, target: str, languages: tuple[str, str], replacements: Mapping[str, Sequence[str]]
    ) -> None:
        self._target = target
        self._source_language, self._language = languages
        self._replacements = replacements
        self._source_items = read_items(made_from, self._source_language, replacements)
        self._target_items = read_items(target, self._language, {})

    def repair(self, pin: SentencePin) -> list[RepairEdit] | None:
        """The edits for the change of one sentence; None where one of them would be a guess."""
        exchanges = _exchange(pin.old, pin.new, self._source_language, self._replacements)
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
        return places or [item for item in self._target_items if _is_foreign_spelling(item, old)]

    # What.

    def _write(self, exchange: _Exchange, place: Item) -> RepairEdit | None:
        write = {
            ItemKind.NUMBER: self._write_number,
            ItemKind.DATE: self._write_date,
            ItemKind.LINK: self._write_link,
            ItemKind.TERM: self._write_term,
        }[place.kind]
        text = write(exchange, place)
        if text is None:
            return None
        return RepairEdit(place.start, place.end, text, f"{place.kind.value} {place.text} -> {text}")

    def _write_number(self, exchange: _Exchange, place: Item) -> str | None:
        old, new, hit = exchange.old.number, exchange.new.number, place.number
        if old is None or new is None or hit is None or exchange.old.is_day != exchange.new.is_day:
            return None
        if old.unit != new.unit or "about" in (old.unit, hit.unit) or self._is_coded(place):
            return None
        if exchange.new.is_day:
            return self._write_day(new, hit)
        if self._changes_grammar(old, new, place):
            return None
        text = format_number(new.value, self._language, like=hit.text)
        return text if self._fits(text, place) else None

    def _is_coded(self, place: Item) -> bool:
        """05, 12/05: nobody can say what the digits stand for, or how many there should be."""
        before, after = self._target[max(0, place.start - 2) : place.start], self._target[place.end : place.end + 2]
        is_padded = len(place.text) > 1 and place.text[0] == "0" and place.text[1].isdigit()
        return is_padded or bool(_SLASH.search(before)) or (after[:1] == "/" and after[1:].isdigit())

    def _write_day(self, new: NumberHit, hit: NumberHit) -> str | None:
        if hit.is_word:
            text = format_number(new.value, self._language, like=hit.text)
            return None if text[0].isdigit() else text
        # French counts the first of a month, and no other day: 1er mai, 2 mai.
        is_french = get_base_language(self._language) == "fr"
        if is_french:
            return "1er" if new.value == 1 else f"{new.value:f}"
        return format_number(new.value, self._language, like=hit.text) if hit.unit else f"{new.value:f}"

    def _changes_grammar(self, old: NumberHit, new: NumberHit, place: Item) -> bool:
        """Between one and more than one the words around change; and Spanish says la una, las dos."""
        if old.unit == "ordinal" or self._has_sign(place):
            return False
        is_french = get_base_language(self._language) == "fr"
        if old.unit == "time" and not is_french:
            return (int(old.value) % 12 == 1) != (int(new.value) % 12 == 1)
        if is_french:
            return (abs(old.value) < 2) != (abs(new.value) < 2)
        return (abs(old.value) == 1) != (abs(new.value) == 1)

    def _has_sign(self, place: Item) -> bool:
        before = self._target[max(0, place.start - 2) : place.start]
        return bool(_SIGN_AFTER.match(self._target, place.end) or _SIGN_BEFORE.search(before))

    def _fits(self, text: str, place: Item) -> bool:
        """Whether the number can stand where the old one stood, with the words that are there."""
        if place.number is not None and place.number.is_word and place.text[0].isupper() and text[0].isdigit():
            return False
        is_scaled = place.text[:1].isdigit() and not place.text[-1].isdigit()
        if is_scaled and text[-1].isdigit() and place.key[-1] != "time":
            # "2 millions de familles" without its "millions" would leave a "de" behind.
            return False
        before = self._target[max(0, place.start - 3) : place.start]
        is_or = get_base_language(self._language) == "es" and bool(_OR_BEFORE.search(before))
        return not is_or or bool(_EIGHT_OR_ELEVEN.match(text)) == bool(_EIGHT_OR_ELEVEN.match(place.text))

    def _write_date(self, exchange: _Exchange, place: Item) -> str | None:
        if exchange.old.key[0] != exchange.new.key[0]:
            return None
        text = _in_case_of(place.text, get_calendar(self._language).find_name(exchange.new.key))
        return text if self._keeps_elision(text, place) else None

    @staticmethod
    def _write_link(exchange: _Exchange, _place: Item) -> str:
        return exchange.new.text

    def _write_term(self, exchange: _Exchange, place: Item) -> str | None:
        """Only the form that fits best for the old term is exchanged for the one that fits best for the new one."""
        old, new = (tuple(map(str, item.key[1:])) for item in (exchange.old, exchange.new))
        if not old or not new or place.text.casefold() != old[0].casefold():
            return None
        text = _in_case_of(place.text, new[0]) if place.text != old[0] else new[0]
        is_alike = _opening(text) == _opening(place.text) != "h"
        return text if is_alike and self._keeps_elision(text, place) else None

    def _keeps_elision(self, text: str, place: Item) -> bool:
        """Whether de and d' before the word may stay as they are."""
        before = self._target[max(0, place.start - 4) : place.start]
        if before.endswith(_APOSTROPHES):
            return _opening(text) == "vowel"
        is_french = get_base_language(self._language) == "fr"
        return not (is_french and _DE.search(before)) or _opening(text) == _opening(place.text)


def _count(item: Item, items: Sequence[Item]) -> int:
    return sum(other.key == item.key for other in items)


def _is_foreign_spelling(item: Item, old: Item) -> bool:
    """3,900 in a Spanish text: three point nine by the letter, but the source says what was meant."""
    if item.number is None or item.number.foreign_value is None or old.number is None:
        return False
    return item.number.foreign_value == old.number.value and item.number.unit == old.number.unit


def _in_case_of(like: str, text: str) -> str:
    if like[:1].isupper() and not text[:1].isupper():
        return text[:1].upper() + text[1:]
    return text[:1].lower() + text[1:] if like[:1].islower() else text


def _opening(word: str) -> str:
    """How a word begins, as far as the word before it cares."""
    letter = unicodedata.normalize("NFD", word[:1].casefold())[:1]
    return "vowel" if letter in _VOWELS else "h" if letter == "h" else "consonant"
