"""`currency`: the sign of a currency stands after the number (CLDR; RAE, Ortografía 2010, §8.3; Lexique, “Monnaies”).

French sets every sign after the number. In Spanish so do € £ ¥, while "$20" is customary for pesos and dollars; where
CLDR sets signs before the number (es-MX, es-419) nothing is said. With a source, another currency is an error.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from tms.checks.borrowed import is_borrowed
from tms.checks.check import Check, base_language
from tms.checks.number_glance import PERCENTS
from tms.checks.number_look import list_units
from tms.checks.number_pairs import answer_pair
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_NUMBER = r"\d{1,3}(?:[.,\u2019' \u00a0\u202f\u2009]\d{3})++(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d++(?:[.,]\d++)*+"
_BEFORE = re.compile(
    rf"(?<![\w$€£¥])((?:US|CA|C|AU|A|HK|NT|NZ|S)?\$|[€£¥₹₽₩₺₸])([ \u00a0\u202f]?)({_NUMBER})"
    r"([ \u00a0\u202f-]?(?:millions?|milliards?|billions?|mil|mill[oó]n(?:es)?|billones|bn|Mds?|[kKmM])(?!\w))?"
)
_SPANISH_SIGNS = frozenset("€£¥")
# "The $64 Million Question" and ranges (€20-30) need a hand.
_TITLE_AFTER = re.compile(r"[ \u00a0-](?:Million|Billion|Trillion|Thousand|Dollar|Question)")
_RANGE_AFTER = re.compile(r"[ \u00a0\u202f]?[-–—/%]|[ \u00a0\u202f]?[$€£¥]|\w")
_SIGN_BEFORE = re.compile(r"[$€£¥₹₽₩₺₸][ \u00a0\u202f]?\d")


def _may_find(pair: CheckInput) -> bool:
    return _SIGN_BEFORE.search(read_prose(pair.target).text) is not None or _has_other_currency(pair)


def _has_other_currency(pair: CheckInput) -> bool:
    """Whether the two texts speak of several currencies."""
    units = list_units(read_prose(pair.source).text) - PERCENTS if pair.source else frozenset()
    return bool(units) and len(units | list_units(read_prose(pair.target).text) - PERCENTS) > 1


def _find(pair: CheckInput) -> Iterator[Spot]:
    if pair.source == pair.target:
        return
    if _SIGN_BEFORE.search(read_prose(pair.target).text) and _is_sign_after(pair.language):
        yield from _find_signs(pair)
    if _has_other_currency(pair):
        answer = answer_pair(pair)
        for wanted, got in answer.other_units:
            if wanted.unit != "%" and got.unit != "%":
                message = f"“{wanted.text}” of the source is in another currency here"
                yield Spot(message, got.start, got.end, severity=Severity.ERROR)


def _find_signs(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    for match in _BEFORE.finditer(prose.text):
        sign, _, number, scale = match.groups()
        if base_language(pair.language) == "es" and sign not in _SPANISH_SIGNS:
            continue
        if _TITLE_AFTER.match(prose.text, match.end()) or is_borrowed(prose.text, *match.span(), pair.source):
            continue
        is_certain = len(sign) == 1 and not scale and not _RANGE_AFTER.match(prose.text, match.end())
        fix = f"{number}\u00a0{sign}" if is_certain else None
        yield prose.spot(f"the sign of a currency stands after the number: “{match.group()}”", *match.span(), fix)


@lru_cache(maxsize=64)
def _is_sign_after(language: str) -> bool:
    """Whether CLDR writes prices in this language with the sign after the number."""
    try:
        pattern: str = Locale.parse(language.replace("-", "_")).currency_formats["standard"].pattern
    except (ValueError, UnknownLocaleError):
        return True
    return pattern.index("¤") > pattern.index("0")


CURRENCY = Check(
    "currency",
    "Currencies",
    "locale-violation",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("0123456789"),
    may_find=_may_find,
)
