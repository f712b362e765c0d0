"""Dates and figures that say the same in another dress: July 5, 2009 and 5 July 2009, two dozen and 24."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tms.text.number_notation import get_base_language
from tms.text.numbers import NumberHit, find_numbers

_NAMES = "january february march april may june july august september october november december"
_MONTHS = _NAMES.split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?!\w))|{})".format("|".join(_MONTHS))
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>[12]\d{3})(?!\d|,\d))?"
_DATES = (
    # Americans close the year with a comma.
    re.compile(rf"(?<!\w){_MONTH}\s+(?:the\s+)?{_DAY}(?!\w){_YEAR}(?(year),?)", re.IGNORECASE),
    re.compile(rf"(?<![\w.,]){_DAY}(?:\s+of)?\s+{_MONTH}(?!\w){_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<day>){_MONTH}\s+(?P<year>[12]\d{{3}})(?!\d|,\d)", re.IGNORECASE),
)
_RANGE = re.compile(r"(?<![\w.,–-])(?P<first>[12]\d{3})\s?[–-]\s?(?P<last>[12]\d{3}|\d\d)(?![\w–-])")
_DECADE = re.compile(r"(?<!\w)(?:19|['’‘])(?P<decade>[3-9]0)['’]?s(?!\w)")
_PERCENT = re.compile(r"[\s\u00a0\u202f]*(?:%|per\s?cent(?!\w))", re.IGNORECASE)
_SPAN = re.compile(
    r"(?<![\w.,–-])(?P<first>\d{1,3}(?:,\d{3})+|\d+)(?:\s?[–-]\s?|\s+to\s+)(?P<last>\d{1,3}(?:,\d{3})+|\d+)(?![\w–-]|[.,:]\d)"
)
_MONEY_BEFORE = re.compile(r"(?:(?:US|CA|AU|HK|NT|[CAR])?\$|[€£¥₹₽₩₺₸]|(?<!\w)[A-Z]{3})[ \u00a0\u202f]?\Z")
_MONEY_AFTER = re.compile(
    r"[ \u00a0\u202f]?(?:[$€£¥₹₽₩₺₸]|(?:dollars?|euros?|pounds?|yuan|yen|rubles?|roubles?|[A-Z]{3})(?!\w))"
)
_ORDINALS = "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_MORE_ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 11)}
_ORDINAL = re.compile(rf"(?<![\w-])(?:{'|'.join(_MORE_ORDINALS)})(?![\w-])", re.IGNORECASE)
_CODES = "USD EUR GBP CNY JPY CAD AUD HKD TWD BRL INR RUB KRW TRY KZT"
_CURRENCIES = frozenset(_CODES.split())
_ARTICLE = re.compile(r"(?<!\w)an? \Z", re.IGNORECASE)
_ROUND = re.compile(r"(?:half an? |half )?(?:hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_COUNTED_DOZENS = re.compile(r"\S+[\s-](?:dozen|hundred|thousand|million|billion)\Z", re.IGNORECASE)
_TELLS = re.compile(r"\d")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class _Item:
    """A date or a figure: where it stands, and what it says whatever its dress."""

    start: int
    end: int
    key: Hashable


def dress_alike(old: str, new: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The old text with its dates and figures as the new one writes them, and what was rewritten for that."""
    if max(len(old), len(new)) > _LONGEST or not (_TELLS.search(old) or _TELLS.search(new)):
        return old, ()
    before, after = _list_items(old, language), _list_items(new, language)
    parts: list[str] = []
    reasons: list[str] = []
    position = 0
    for op in Indel.opcodes([item.key for item in before], [item.key for item in after]):
        if op.tag != "equal":
            continue
        for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
            x, y = old[before[i].start : before[i].end], new[after[j].start : after[j].end]
            if x != y:
                parts += (old[position : before[i].start], y)
                position = before[i].end
                reasons.append(f'spelling "{x}" -> "{y}"')
    return "".join((*parts, old[position:])), tuple(dict.fromkeys(reasons))


def _list_items(text: str, language: str) -> list[_Item]:
    """All dates and figures, none in another."""
    found: list[_Item] = []
    if get_base_language(language) == "en":
        found += _list_dates(text)
        found += [_Item(m.start(), m.end(), ("decade", m["decade"])) for m in _DECADE.finditer(text)]
        found += [
            _Item(m.start(), m.end(), (_MORE_ORDINALS[m.group().lower()], "ordinal")) for m in _ORDINAL.finditer(text)
        ]
    found += _list_ranges(text)
    found += [_read_number(text, hit) for hit in find_numbers(text, language)]
    items: list[_Item] = []
    taken = bytearray(len(text))
    for item in found:
        if not any(taken[item.start : item.end]):
            items.append(item)
            taken[item.start : item.end] = b"\x01" * (item.end - item.start)
    return sorted(items, key=lambda item: item.start)


def _list_dates(text: str) -> Iterator[_Item]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = next(at for at, name in enumerate(_MONTHS) if name[:3] == match["month"][:3].lower())
            if match["month"][0].isupper():
                yield _Item(match.start(), match.end(), ("date", month, int(match["day"] or 0), match["year"]))


def _list_ranges(text: str) -> Iterator[_Item]:
    for match in _RANGE.finditer(text):
        first, last = match["first"], match["last"]
        full = last if len(last) == 4 else first[:2] + last
        if int(full) > int(first):
            yield _Item(match.start(), match.end(), ("range", first, full))
    for match in _SPAN.finditer(text):
        first, last = match["first"].replace(",", ""), match["last"].replace(",", "")
        if int(last) > int(first):
            yield _Item(match.start(), match.end(), ("range", first, last))


def _read_number(text: str, hit: NumberHit) -> _Item:
    start, end, unit = hit.start, hit.end, hit.unit
    if unit == "%" and (percent := _PERCENT.match(text, end)):
        end = percent.end()
    if unit in _CURRENCIES:
        before, after = _MONEY_BEFORE.search(text, max(0, start - 4), start), _MONEY_AFTER.match(text, end)
        start, end = before.start() if before else start, after.end() if after and not before else end
    if hit.is_word and _ROUND.match(hit.text) and (article := _ARTICLE.search(text, max(0, start - 3), start)):
        start = article.start()
    if unit == "about" and (start < hit.start or _COUNTED_DOZENS.fullmatch(hit.text)):
        unit = ""
    return _Item(start, end, (hit.value, unit))
