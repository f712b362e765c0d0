"""What stands in a text and its translation alike and can be exchanged: numbers, dates, addresses, terms, names."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from babel.core import UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from tms.text.markup import find_tags, find_urls
from tms.text.normalize import normalize_text
from tms.text.number_notation import get_base_language
from tms.text.numbers import NumberHit, find_numbers

# English months that are words or names as well: only a number or one of these words beside them makes them a date.
_AMBIGUOUS = ("March", "May")
_BEFORE_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?,?|\b(?i:in|of|since|until|by|from|to|last|this|next|every|early|late|mid|before|after|during))"
    r"[\s-]\Z"
)
_AFTER_MONTH = re.compile(r"\s\d")
_LAST_DAY = 31
# "5th of May": so many characters may stand between a day and its month.
_NEAR = 8
_AN = re.compile(r"\b([Aa])n\Z")
_SHORT_MONTH = re.compile(
    r"(?<!\w)(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.(?=\s\d|,)|(?=\s\d)|(?<=\d\s\w{3})(?:\.|(?!\w)))"
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# English Sundays, French dimanches, Spanish domingos; lunes is both.
_PLURAL = "s"
_ATTRIBUTE = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_DESTINATION = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|([^\s<>]+?))(?=\s|\)\Z)")


class ItemKind(StrEnum):
    """What an item is; its word in a reason."""

    NUMBER = "number"
    DATE = "date"
    LINK = "link"
    TERM = "term"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a text by code-point offsets; items of the same `key` mean the same in every language.

    `number` is there for numbers; `is_day` says that it is the day of a month.
    """

    kind: ItemKind
    start: int
    end: int
    text: str
    key: tuple[object, ...]
    number: NumberHit | None = None
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months and weekdays of a language."""

    months: tuple[str, ...]
    days: tuple[str, ...]

    def find_name(self, key: tuple[object, ...]) -> str:
        """The name of a month or a weekday by the key of its item."""
        names = self.months if key[0] == "month" else self.days
        return names[int(str(key[1]))]


def read_items(
    text: str, language: str, replacements: Mapping[str, Sequence[str]], names: Sequence[str] = ()
) -> list[Item]:
    """The items of a text in order; none overlaps another. `replacements` and `names` are what to look for besides."""
    items = [
        Item(ItemKind.LINK, start, end, text[start:end], ("link", text[start:end])) for start, end in _find_links(text)
    ]
    items += _find_terms(text, replacements)
    items += _find_names(text, names)
    dates = _find_dates(text, language)
    items += dates
    months = sorted((date for date in dates if date.key[0] == "month"), key=_start_of)
    items += [_to_item(text, hit, months, language) for hit in find_numbers(text, language)]
    return _without_overlaps(items)


def list_literals(text: str, items: Sequence[Item]) -> list[str]:
    """What stands before, between and behind items, as far as a reader sees it."""
    ends = [0, *(item.end for item in items)]
    starts = [*(item.start for item in items), len(text)]
    pieces = [text[start:end] for start, end in zip(ends, starts, strict=True)]
    # 3 May 2019, May 3, 2019: the comma belongs to the order.
    pieces = [
        " " if piece.strip() == "," and item is not None and item.is_day else piece
        for piece, item in zip(pieces, (None, *items), strict=True)
    ]
    # "an 8-year term" and "a 9-year term" are the same but for the number.
    return [_AN.sub(r"\1", normalize_text(piece)) for piece in pieces]


def order_dates(items: Sequence[Item]) -> list[Item]:
    """The items with each day before its month, in whichever order they stand (May 3)."""
    ordered = list(items)
    for place, (one, other) in enumerate(pairwise(items)):
        if other.is_day and one.key[0] == "month" and one.end + 1 == other.start:
            ordered[place : place + 2] = other, one
    return ordered


def is_plural(item: Item) -> bool:
    """Whether an English weekday stands for all of its kind: Sundays."""
    return item.key[0] == "day" and item.text.endswith(_PLURAL)


@lru_cache(maxsize=32)
def get_calendar(language: str) -> Calendar:
    """The names of months and weekdays in a language (CLDR); none where it is not known."""
    locale = language.replace("-", "_")
    try:
        months, days = get_month_names("wide", locale=locale), get_day_names("wide", locale=locale)
    except (ValueError, UnknownLocaleError):
        return Calendar((), ())
    return Calendar(tuple(months[number] for number in range(1, 13)), tuple(days[number] for number in range(7)))


def find_words(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where one of some words or phrases stands by itself, in any case, the longest at each place."""
    listed = sorted({word for word in words if word}, key=len, reverse=True)
    if not listed:
        return []
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?![\w\u0300-\u036f])"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def _find_terms(text: str, replacements: Mapping[str, Sequence[str]]) -> list[Item]:
    by_form = {form.casefold(): tuple(targets) for form, targets in replacements.items()}
    found = ((start, end, text[start:end]) for start, end in find_words(text, list(replacements)))
    return [
        Item(ItemKind.TERM, start, end, form, ("term", *by_form[form.casefold()]))
        for start, end, form in found
        if form.casefold() in by_form
    ]


def _find_names(text: str, names: Sequence[str]) -> list[Item]:
    found = ((start, end, text[start:end]) for start, end in find_words(text, names))
    return [Item(ItemKind.NAME, start, end, name, ("name", name)) for start, end, name in found if name in names]


def _find_links(text: str) -> list[tuple[int, int]]:
    """Addresses anywhere in the text, relative ones where markup has them."""
    found: list[tuple[int, int]] = []
    for tag in find_tags(text):
        pattern = _ATTRIBUTE if tag.raw.startswith("<") else _DESTINATION
        match = pattern.search(tag.raw) if tag.name != "code" else None
        group = match.lastindex if match else None
        if match and group:
            found.append((tag.start + match.start(group), tag.start + match.end(group)))
    free = (url for url in find_urls(text) if not any(start < url.end and url.start < end for start, end in found))
    return sorted([*found, *((url.start, url.end) for url in free)])


def _find_dates(text: str, language: str) -> list[Item]:
    calendar = get_calendar(language)
    items: list[Item] = []
    for name, names in (("month", calendar.months), ("day", calendar.days)):
        numbers = {word.casefold(): number for number, word in enumerate(names)}
        if name == "day":
            numbers |= {word + _PLURAL: number for word, number in numbers.items() if not word.endswith(_PLURAL)}
        for start, end in find_words(text, list(numbers)):
            word = text[start:end]
            if word.casefold() in numbers and _is_date(text, start, end, language):
                items.append(Item(ItemKind.DATE, start, end, word, (name, numbers[word.casefold()])))
    if get_base_language(language) == "en":
        for match in _SHORT_MONTH.finditer(text):
            key = ("month", _SHORT_MONTHS.index(match[1][:3]))
            items.append(Item(ItemKind.DATE, *match.span(), match.group(), key))
    return items


def _is_date(text: str, start: int, end: int, language: str) -> bool:
    if get_base_language(language) != "en":
        return True
    word = text[start:end]
    if not word[0].isupper():
        return False
    is_beside = _AFTER_MONTH.match(text, end) or _BEFORE_MONTH.search(text[max(0, start - 12) : start])
    return word not in _AMBIGUOUS or bool(is_beside)


def _to_item(text: str, hit: NumberHit, months: Sequence[Item], language: str) -> Item:
    is_day = _is_day(text, hit, months, language)
    key = ("number", hit.value.normalize(), "day" if is_day else hit.unit)
    return Item(ItemKind.NUMBER, hit.start, hit.end, hit.text, key, hit, is_day)


def _is_day(text: str, hit: NumberHit, months: Sequence[Item], language: str) -> bool:
    if hit.unit not in ("", "ordinal") or not 1 <= hit.value <= _LAST_DAY or hit.value % 1:
        return False
    place = bisect_left(months, hit.end, key=_start_of)
    if place < len(months):
        between = text[hit.end : min(months[place].start, hit.end + _NEAR)]
        if hit.end + _NEAR >= months[place].start and between.strip(" \u00a0\u202f") in ("", "of", "de"):
            return True
    is_english = get_base_language(language) == "en"
    return is_english and place > 0 and not text[months[place - 1].end : hit.start].strip()


def _without_overlaps(items: Sequence[Item]) -> list[Item]:
    """Addresses before terms before names before dates before numbers, where two claim the same place."""
    order = (ItemKind.LINK, ItemKind.TERM, ItemKind.NAME, ItemKind.DATE, ItemKind.NUMBER)
    taken: list[Item] = []
    for kind in order:
        free = [item for item in items if item.kind is kind and not _is_taken(item, taken)]
        taken = sorted([*taken, *free], key=_start_of)
    return taken


def _is_taken(item: Item, taken: Sequence[Item]) -> bool:
    place = bisect_left(taken, item.end, key=_start_of)
    return place > 0 and taken[place - 1].end > item.start


def _start_of(item: Item) -> int:
    return item.start
