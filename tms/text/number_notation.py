"""How digits are written: decimal sign and grouping of a language (CLDR), and reading a run of digits by them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from babel.core import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

SPACES = " \u00a0\u202f\u2009"
# Longer runs are identifiers, not quantities.
_MAX_DIGITS = 24
_NO_NUMBER_BEFORE = frozenset("0")
_SEPARATOR = re.compile(r"[.,'\u2019]")


@dataclass(frozen=True, slots=True)
class Notation:
    """The decimal sign of a language and every sign that groups thousands in it, the usual one first."""

    decimal: str
    groups: str


class DigitRun(NamedTuple):
    """A number read from digits; `foreign_value` is what it says in the other notation, where that differs."""

    start: int
    end: int
    value: Decimal
    is_foreign: bool = False
    foreign_value: Decimal | None = None


@lru_cache(maxsize=64)
def get_notation(language: str) -> Notation:
    """The notation of a language tag ("fr", "es-MX"); that of English where CLDR does not know it."""
    locale = _find_locale(language)
    if locale is None:
        return Notation(".", ",")
    group = get_group_symbol(locale)
    # The SI and the Real Academia group by spaces; English writers do not.
    spaces = SPACES if get_decimal_symbol(locale) == "," or group in SPACES else ""
    return Notation(get_decimal_symbol(locale), group + spaces.replace(group, ""))


@lru_cache(maxsize=64)
def get_base_language(language: str) -> str:
    """The language without its region: es-MX is es."""
    return re.split(r"[-_]", language, maxsplit=1)[0].lower()


def _find_locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def read_digits(text: str, start: int, end: int, language: str) -> list[DigitRun]:
    """Read the digits with inner dots, commas and apostrophes between two offsets: one number, or several."""
    run = text[start:end]
    if run.isdecimal():
        return [DigitRun(start, end, Decimal(run))] if len(run) <= _MAX_DIGITS else []
    parts = _SEPARATOR.split(run)
    signs = [run[m.start()] for m in _SEPARATOR.finditer(run)]
    if sum(map(len, parts)) > _MAX_DIGITS or not all(part.isdecimal() for part in parts):
        return []
    one = _read_one(parts, signs, get_notation(language))
    if one is None:
        return _read_apart(parts, start)
    return [DigitRun(start, end, *one)]


def read_grouped(text: str, start: int, end: int, language: str) -> list[DigitRun]:
    """Read digits grouped by spaces, with or without decimals after the last sign."""
    run = text[start:end]
    mark = _SEPARATOR.search(run)
    whole = run[: mark.start()] if mark else run
    digits = "".join(char for char in whole if char.isdecimal())
    decimals = run[mark.end() :] if mark else ""
    if len(digits) + len(decimals) > _MAX_DIGITS:
        return []
    notation = get_notation(language)
    has_foreign_decimal = mark is not None and mark.group() != notation.decimal
    is_foreign = has_foreign_decimal or not set(notation.groups) & set(SPACES)
    return [DigitRun(start, end, Decimal(f"{digits}.{decimals or 0}") if decimals else Decimal(digits), is_foreign)]


def _read_one(
    parts: list[str], signs: list[str], notation: Notation
) -> tuple[Decimal, bool] | tuple[Decimal, bool, Decimal | None] | None:
    joined = "".join(parts)
    if not signs:
        return Decimal(joined), False
    if len(set(signs)) == 1:
        if len(signs) == 1:
            return _read_single(parts, signs[0], notation)
        is_indian = signs[0] == "," and notation.groups[0] == "," and _is_indian(parts)
        if _is_grouped(parts) or is_indian:
            return Decimal(joined), signs[0] not in notation.groups
        return None
    has_one_decimal_sign = len(set(signs[:-1])) == 1 and signs[-1] != signs[0] and signs[-1] in ".,"
    if has_one_decimal_sign and _is_grouped(parts[:-1]):
        return Decimal("".join(parts[:-1]) + "." + parts[-1]), signs[-1] != notation.decimal
    return None


def _read_single(parts: list[str], sign: str, notation: Notation) -> tuple[Decimal, bool, Decimal | None] | None:
    grouped, decimal = Decimal("".join(parts)), Decimal(".".join(parts))
    if sign in "'\u2019":
        return (grouped, True, None) if _is_grouped(parts) else None
    if not _is_grouped(parts):
        return decimal, sign != notation.decimal, None
    if sign == notation.decimal:
        return decimal, True, grouped
    if sign in notation.groups:
        return grouped, False, decimal
    return grouped, True, decimal


def _is_grouped(parts: list[str]) -> bool:
    head = parts[0]
    return 1 <= len(head) <= 3 and head[0] not in _NO_NUMBER_BEFORE and all(len(part) == 3 for part in parts[1:])


def _is_indian(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 2 and len(parts[-1]) == 3 and all(len(part) == 2 for part in parts[1:-1])


def _read_apart(parts: list[str], start: int) -> list[DigitRun]:
    """Dates, versions, lists: each run of digits for itself."""
    runs: list[DigitRun] = []
    for part in parts:
        runs.append(DigitRun(start, start + len(part), Decimal(part)))
        start += len(part) + 1
    return runs
