"""Write a number in the notation of a language, in the form that another number had."""

import re
from collections.abc import Callable
from decimal import Decimal

from babel.core import UnknownLocaleError
from babel.numbers import format_decimal

from tms.text.number_notation import (
    SPACES,
    Notation,
    get_base_language,
    get_notation,
    read_digits,
)
from tms.text.number_tokens import get_scale, list_word_tokens
from tms.text.number_words import find_small_word

_SPACE_ENTITY = r"&nbsp;|&#160;|&#xa0;|&#8239;|&#x202f;|&thinsp;|&#8201;"
_CORE = re.compile(rf"\d+(?:(?:[.,'\u2019 \u00a0\u202f\u2009]|{_SPACE_ENTITY})\d+)*", re.IGNORECASE)
_SEPARATOR = re.compile(rf"[^\d&]|{_SPACE_ENTITY}", re.IGNORECASE)
_SHORT_SCALES = {"bn": 10**9, "tn": 10**12, "mn": 10**6, "Md": 10**9, "Mds": 10**9, "MM": 10**6, "k": 1000, "K": 1000}
_SHORT_SCALES |= {"m": 10**6, "M": 10**6}
_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:(?P<sep>[:.]|\s?h(?:eures?)?\s?)(?P<m>\d{2}))?(?P<rest>\D*)", re.IGNORECASE)
_IS_CLOCK = re.compile(r"\d{1,2}(?::\d{2}|\s?h|[:.]?\d{0,2}\s?[ap]\.?\s?m|(?:[:.]\d{2})?\sde\sla\s)", re.IGNORECASE)
_HALF_DAY = re.compile(r"\b[ap](?=\.?\s?m\b)", re.IGNORECASE)
_PART_OF_DAY = {
    "es": ("madrugada", "mañana", "tarde", "noche"),
    "fr": ("du matin", "du matin", "de l’après-midi", "du soir"),
}
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)|(?:er|re|ère|e|ème|eme|nde?)s?|\.?(?:[ºª]|er|[oa]s?|r[oa]|d[oa]|t[oa])\.?", re.IGNORECASE
)
_PLURALS = {
    "fr": ((re.compile(r"\b(million|milliard|billion|billiard|trillion)s?\b"), "", "s"),),
    "es": ((re.compile(r"\b(mill|bill|trill)(?:ón|ones)\b"), "ón", "ones"),),
}


def format_number(value: Decimal, language: str, *, like: str = "") -> str:
    """The value as the language writes it, in the form of `like`, a number of that language.

    From `like` come the sign that groups thousands (or that there is none), the scale word, the letters of an
    ordinal, the form of a time, words instead of digits below twenty. A `like` in another notation is not followed.
    """
    core = _CORE.search(like)
    if core is None:
        return _format_like_word(value, language, like)
    if _IS_CLOCK.match(like):
        return _format_clock(value, language, like)
    before, after = like[: core.start()], like[core.end() :]
    if after and _ORDINAL.fullmatch(after) and value == value.to_integral_value():
        return before + _format_digits(value, language, core.group()) + _ordinal_suffix(value, language, after)
    sign = (before if before[-1:] in ("-", "\u2212") else "-") if value < 0 else ""
    return sign + _format_scaled(abs(value), language, core.group(), after)


def _format_like_word(value: Decimal, language: str, like: str) -> str:
    word = find_small_word(value, get_base_language(language)) if like.strip() else None
    if word is None:
        return _format_by_locale(value, language)
    return word.capitalize() if like.strip()[:1].isupper() else word


def _format_scaled(value: Decimal, language: str, core: str, after: str) -> str:
    scale = _read_scale(after, get_base_language(language))
    amount = value / scale
    # Nobody writes "0.0004 million" or "2.34567 million".
    if scale == 1 or not amount or amount < Decimal("0.1") or amount != round(amount, 3):
        return _format_digits(value, language, core)
    return _format_digits(amount, language, core) + _agree(after, amount, get_base_language(language))


def _read_scale(after: str, base: str) -> int:
    scale = _SHORT_SCALES.get(after.strip(), 1)
    for token in list_word_tokens(after, base):
        scale *= get_scale(token.key, base)
    return scale


def _agree(scale_words: str, amount: Decimal, base: str) -> str:
    for pattern, singular, plural in _PLURALS.get(base, ()):
        is_plural = amount >= 2 if base == "fr" else amount != 1
        scale_words = pattern.sub(_ending(plural if is_plural else singular), scale_words)
    return scale_words


def _ending(letters: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match[1] + letters


def _format_digits(value: Decimal, language: str, like: str) -> str:
    notation = get_notation(language)
    group, decimals = _read_form(like, language, notation)
    whole, _, fraction = f"{value:f}".partition(".")
    # Two decimals and more are money or a measure: 2.50 stays two decimals long; 2.5 -> 3 does not become 3.0.
    fraction = fraction.rstrip("0").ljust(decimals if decimals >= 2 else 0, "0")
    shown = _format_by_locale(Decimal(whole), language) if group is None else _group(whole, group)
    return shown + (notation.decimal + fraction if fraction else "")


def _read_form(like: str, language: str, notation: Notation) -> tuple[str | None, int]:
    """The sign between thousands ("" for none, None when the digits say nothing) and the count of decimals."""
    separators, parts = _SEPARATOR.findall(like), _SEPARATOR.split(like)
    if any(run.is_foreign for run in read_digits(like, 0, len(like), language)):
        return None, 0
    has_decimals = bool(separators) and separators[-1] == notation.decimal
    decimals = len(parts[-1]) if has_decimals else 0
    grouping = separators[: len(separators) - has_decimals]
    if not grouping:
        return "" if len(parts[0]) >= 4 else None, decimals
    is_space = len(grouping[0]) > 1 or grouping[0] in SPACES
    is_own = grouping[0] in notation.groups or (is_space and bool(set(notation.groups) & set(SPACES)))
    return grouping[0] if is_own and len(parts[1]) == 3 else None, decimals


def _group(digits: str, sign: str) -> str:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    parts += [digits[place : place + 3] for place in range(head, len(digits), 3)]
    return sign.join(parts)


def _format_by_locale(value: Decimal, language: str) -> str:
    try:
        return format_decimal(value, locale=language.replace("-", "_"), decimal_quantization=False)
    except (ValueError, UnknownLocaleError):
        return format_decimal(value, locale="en", decimal_quantization=False)


def _ordinal_suffix(value: Decimal, language: str, suffix: str) -> str:
    number, base = int(value), get_base_language(language)
    if base == "en":
        teens = number % 100 in (11, 12, 13)
        return "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if base == "fr":
        is_feminine = suffix.lower().startswith(("re", "èr"))
        first = suffix if suffix.lower().startswith(("er", "re", "èr")) else "er"
        return first if number == 1 or (is_feminine and number == 1) else "e"
    return suffix if suffix[-1] in "ºª" else "." + ("ª" if suffix.rstrip(".s").endswith("a") else "º")


def _format_clock(value: Decimal, language: str, like: str) -> str:
    match = _CLOCK.match(like)
    if match is None:
        return _format_by_locale(value, language)
    hours, minutes = int(value), int((value % 1) * 100)
    rest, is_half_day = _format_half_day(match["rest"], hours, get_base_language(language))
    shown = (hours - 1) % 12 + 1 if is_half_day else hours
    if match["m"] is None and minutes and (mark := re.match(r"\s?h(?:eures?)?", rest, re.IGNORECASE)):
        gap = " " if mark.group() != "h" else ""
        return f"{shown}{mark.group()}{gap}{minutes:02d}{rest[mark.end() :]}"
    separator = match["sep"] or ":"
    if not minutes and (match["m"] is None or "h" in separator.lower()):
        return f"{shown}{separator.rstrip() if match['m'] else ''}{rest}"
    return f"{shown}{separator}{minutes:02d}{rest}"


def _format_half_day(rest: str, hours: int, base: str) -> tuple[str, bool]:
    letter = _HALF_DAY.search(rest)
    if letter:
        half = "p" if hours >= 12 else "a"
        half = half.upper() if letter.group().isupper() else half
        return rest[: letter.start()] + half + rest[letter.end() :], True
    quarter = 0 if hours < 5 else 1 if hours < 12 else 2 if hours < 19 else 3
    for part in _PART_OF_DAY.get(base, ()):
        if part in rest.replace("'", "’"):
            return rest.replace("'", "’").replace(part, _PART_OF_DAY[base][quarter]), True
    return rest, False
