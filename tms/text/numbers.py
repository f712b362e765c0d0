"""Numbers in a text, read by the notation of its language, and written in it."""

import html
import re
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from tms.text.markup import find_tags, find_urls
from tms.text.number_format import format_number
from tms.text.number_notation import SPACES, DigitRun, get_base_language, read_digits, read_grouped
from tms.text.number_times import find_times
from tms.text.number_tokens import WordToken, get_scale, list_word_tokens
from tms.text.number_units import find_unit_after, find_unit_before
from tms.text.number_words import find_word_numbers

__all__ = ["NumberHit", "find_numbers", "format_number"]

# Stands for markup, address and the rest of an entity, so that offsets stay.
_FILLER = "\ufffc"
# The first digit stands by itself: a search that begins with one sign is a quick one.
_DIGITS = re.compile(
    r"\d(?:(?P<grouped>\d{0,2}(?:[ \u00a0\u202f\u2009]\ufffc{0,7}\d{3})+(?!\d)(?:[.,]\d+)?)"
    r"|\d*(?:[.,'\u2019]\d+)*)"
)
# English sets no space inside a number; where a group of noughts or a no-break space says so, it was meant as one.
_DIGITS_EN = re.compile(
    r"\d(?:(?P<grouped>\d{0,2}(?:(?:[\u00a0\u202f\u2009]\ufffc{0,7}\d{3})+|(?: \d{3}){0,6} 000)(?!\d)(?:[.,]\d+)?)"
    r"|\d*(?:[.,'\u2019]\d+)*)"
)
_ORDINAL = {
    "en": re.compile(r"\ufffc{0,9}(?:st|nd|rd|th)(?!\w)", re.IGNORECASE),
    "fr": re.compile(r"\ufffc{0,9}(?:ers?|res?|ères?|e|es|èmes?|emes?|nde?s?|ᵉʳ|ᵉ)(?!\w)"),
    "es": re.compile(r"\.?\ufffc{0,9}(?:[ºª]|(?:er|os?|as?|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)(?!\w)\.?)"),
}
_TELEPHONE = re.compile(
    r"(?<!\w)\+\d{1,3}(?:[ \u00a0\u202f./()-]{1,2}\d{1,5}){2,7}(?!\d)"
    r"|(?<![\w.,:])0\d{1,4}(?:[ \u00a0\u202f.-]\d{2,4}){3,6}(?!\d)"
)
# Without these a text has no telephone number, and no tags.
_TELEPHONE_HINT = re.compile(r"0\d{1,4}[ \u00a0\u202f.-]\d{2,4}[ \u00a0\u202f.-]")
_TAG_SIGNS = ("<", "[", "&", "*", "_", "`", "{", "~")
_PRINTF = re.compile(r"%[sd(\d]")
_ESCAPED_TWICE = re.compile(r"&amp;#\w{1,7};")
_HALF = re.compile(r"[½¼¾]")
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SHORT_SCALE = re.compile(r"[ \u00a0\u202f]?(?:(bn|tn|mn|Mds?|MM)(?=[€$£]|(?!\w))|(k|K)(?!\w)|([mM])(?=[€$£]|(?!\w)))")
_SHORT_SCALES = {
    "bn": 10**9,
    "tn": 10**12,
    "mn": 10**6,
    "Md": 10**9,
    "Mds": 10**9,
    "MM": 10**6,
    "k": 1000,
    "K": 1000,
    "m": 10**6,
    "M": 10**6,
}
_SIGNS_AFTER_SCALE = ("€", "$", "£")
_SHORT_HEADS = frozenset(scale[0] for scale in _SHORT_SCALES)
_SCALE_GAP = re.compile(r"(?:[\s\ufffc]{1,8}|[-\u2011])")
_MINUS = re.compile(r"(?:(?:^|[\s(\[\ufffc])-|−)\Z")
# What may stand before a hyphen and a number without making a name of it (mid-2017, under-18s, but COVID-19).
_PREFIXES = frozenset(
    ("mid", "pre", "post", "under", "over", "non", "anti", "sub", "early", "late", "ex", "mi", "pré", "plus", "moins")
)
_NAME_BEFORE = re.compile(r"([^\W\d_]+)([-\u2010\u2011]?)\Z")

_HYPHENS = "-\u2010\u2011"
_MINUS_SIGNS = "-−"
# After these stands no scale word, after all of them no letters of an ordinal.
_ENDS = frozenset(("", *",;:!?)]»”%/–—"))
_NO_SUFFIX = _ENDS | frozenset(" \u00a0\u202f\n-")
_FIGURE = re.compile(r"[\d½¼¾]")


class NumberHit(NamedTuple):
    """A number in a text.

    The span covers what makes the value: digits, scale words ("1.5 million"), the sign, the letters of an ordinal
    or a time; not the unit. `unit` is "%", "‰", an ISO 4217 code, "ordinal", "time" (value: hours, minutes as
    hundredths, 15.30), "about" (dozens, une centaine) or "". `is_foreign_notation`: written as another language
    would; `foreign_value` is then what it says there, where its own language reads something else.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str = ""
    is_word: bool = False
    is_foreign_notation: bool = False
    foreign_value: Decimal | None = None


_get_start = attrgetter("start")


def find_numbers(text: str, language: str) -> tuple[NumberHit, ...]:
    """The numbers of a text in order; none out of addresses, markup, code or names such as COVID-19, G7."""
    masked = _mask(text)
    base = get_base_language(language)
    tokens = list_word_tokens(masked, base)
    hits: list[NumberHit] = []
    if _FIGURE.search(masked):
        hits = [
            NumberHit(time.start, time.end, text[time.start : time.end], time.value, "time")
            for time in find_times(masked)
        ]
        taken = [(hit.start, hit.end) for hit in hits]
        hits += _find_digits(text, masked, language, _Scales(masked, tokens, base), taken)
    if tokens:
        taken = [(hit.start, hit.end) for hit in hits]
        hits += _find_words(text, masked, tokens, base, taken)
    return tuple(sorted(hits, key=_get_start))


def _mask(text: str) -> str:
    """The text with markup and addresses blanked out, to the same length; entities as their characters."""
    pieces: list[tuple[int, int, str]] = []
    if _may_have_tags(text):
        tags = find_tags(text)
        pieces += [(tag.start, tag.end, html.unescape(tag.raw) if tag.name == "entity" else "") for tag in tags]
    pieces += [(span.start, span.end, "") for span in find_urls(text)]
    if "+" in text or ("0" in text and _TELEPHONE_HINT.search(text)):
        pieces += [(match.start(), match.end(), "") for match in _TELEPHONE.finditer(text)]
    if "#" in text:
        pieces += [(match.start(), match.end(), "") for match in _ESCAPED_TWICE.finditer(text)]
    if not pieces:
        return text
    parts: list[str] = []
    position = 0
    for first, end, sign in sorted(pieces):
        if end <= position:
            continue
        start = max(first, position)
        shown = sign if len(sign) == 1 else ""
        parts += (text[position:start], shown, _FILLER * (end - start - len(shown)))
        position = end
    return "".join((*parts, text[position:]))


def _may_have_tags(text: str) -> bool:
    for sign in _TAG_SIGNS:
        if sign in text:
            return True
    return "%" in text and _PRINTF.search(text) is not None


class _Scales:
    """Finds the scale words after a number: million, mil millones, bn."""

    def __init__(self, masked: str, tokens: list[WordToken], base: str) -> None:
        self._masked = masked
        self._base = base
        self._by_start = {token.start: token for token in tokens}

    def read(self, end: int, *, has_currency: bool) -> tuple[int, int]:
        """What to multiply by, and where the number then ends."""
        if self._masked[end : end + 1] in _ENDS:
            return 1, end
        factor = 1
        while self._by_start and (gap := _SCALE_GAP.match(self._masked, end)):
            token = self._by_start.get(gap.end())
            scale = get_scale(token.key, self._base) if token else 1
            if token is None or scale == 1:
                break
            factor, end = factor * scale, token.end
        if (
            factor == 1
            and self._masked[end : end + 2].lstrip(SPACES)[:1] in _SHORT_HEADS
            and (short := _SHORT_SCALE.match(self._masked, end))
        ):
            # "5 m" is a length unless there is money in it: $5m, 5 M€.
            is_money = has_currency or self._masked[short.end() : short.end() + 1] in _SIGNS_AFTER_SCALE
            if not short[3] or is_money:
                return _SHORT_SCALES[short[1] or short[2] or short[3]], short.end()
        return factor, end


def _find_digits(
    text: str, masked: str, language: str, scales: _Scales, taken: list[tuple[int, int]]
) -> list[NumberHit]:
    pattern = _DIGITS_EN if get_base_language(language) == "en" else _DIGITS
    blocked = {place for start, end in taken for place in range(start, end)}
    hits: list[NumberHit] = []
    for match in pattern.finditer(masked):
        start, end = match.span()
        if start in blocked or _is_name(masked, start, end):
            continue
        read = read_grouped if match.lastgroup else read_digits
        for run in read(masked, start, end, language):
            hits.append(_hit(text, masked, run, scales, language))
    if "½" in masked or "¼" in masked or "¾" in masked:
        hits += _find_fractions(text, masked)
    return hits


def _is_name(masked: str, start: int, end: int) -> bool:
    if not start or not (masked[start - 1].isalpha() or masked[start - 1] in _HYPHENS):
        return False
    before = _NAME_BEFORE.search(masked, max(0, start - 24), start)
    if before is None:
        return False
    word, hyphen = before.groups()
    if hyphen:
        return word.casefold() not in _PREFIXES and not (end - start == 4 and masked[start] in "12")
    return not find_unit_before(masked, start)


def _hit(text: str, masked: str, run: DigitRun, scales: _Scales, language: str) -> NumberHit:
    start, end, value = run.start, run.end, run.value
    unit = find_unit_before(masked, start)
    ordinal = _ORDINAL.get(get_base_language(language))
    may_be_ordinal = ordinal is not None and masked[end : end + 1] not in _NO_SUFFIX
    suffix = ordinal.match(masked, end) if ordinal and may_be_ordinal and value % 1 == 0 else None
    factor = 1
    if suffix:
        end, unit = suffix.end(), "ordinal"
    else:
        if end < len(masked) and masked[end] in _HALVES:
            value, end = value + _HALVES[masked[end]], end + 1
        factor, end = scales.read(end, has_currency=bool(unit))
        value = value if factor == 1 else value * factor
        unit = unit or find_unit_after(masked, end)[0]
    if start and masked[start - 1] in _MINUS_SIGNS and _MINUS.search(masked, max(0, start - 2), start):
        start, value = start - 1, -value
    foreign_value = run.foreign_value * factor if run.is_foreign and run.foreign_value is not None else None
    return NumberHit(
        start, end, text[start:end], value, unit, is_foreign_notation=run.is_foreign, foreign_value=foreign_value
    )


def _find_fractions(text: str, masked: str) -> list[NumberHit]:
    places = (m.start() for m in _HALF.finditer(masked))
    return [
        NumberHit(place, place + 1, text[place], _HALVES[text[place]], find_unit_after(masked, place + 1)[0])
        for place in places
        if text[place] in _HALVES and not (place and masked[place - 1].isdigit())
    ]


def _find_words(
    text: str, masked: str, tokens: list[WordToken], base: str, taken: list[tuple[int, int]]
) -> list[NumberHit]:
    free = tokens
    if taken:
        blocked = _blocked(masked, taken)
        free = [token for token in tokens if token.start not in blocked]
    hits: list[NumberHit] = []
    unit_end = 0
    for number in find_word_numbers(masked, free, base):
        # The hundred of "veinte por ciento" is its unit.
        if number.start < unit_end:
            continue
        unit, unit_end = find_unit_after(masked, number.end)
        if number.is_ordinal or number.is_about:
            unit = "ordinal" if number.is_ordinal else "about"
        shown = text[number.start : number.end]
        hits.append(NumberHit(number.start, number.end, shown, number.value, unit, is_word=True))
    return hits


def _blocked(masked: str, taken: list[tuple[int, int]]) -> set[int]:
    """Places of words that belong to a number already: its own, and those of its unit ("pour cent")."""
    blocked: set[int] = set()
    for start, end in taken:
        blocked.update(range(start, find_unit_after(masked, end)[1]))
    return blocked
