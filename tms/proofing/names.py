"""Names that CLDR has of countries, languages, cities and currencies: Pékin, Estambul, yuanes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=4)
def list_names(language: str) -> frozenset[str]:
    """The words of all names, as CLDR writes them; empty for a language that it does not have."""
    # Loaded here: only those who spell wait for it.
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(word for name in _list(locale) for word in _WORD.findall(name))


def _list(locale: "Locale") -> Iterator[str]:
    from babel.numbers import get_currency_name

    for names in (locale.territories, locale.languages, locale.scripts, locale.currencies):
        yield from names.values()
    for code in locale.currencies:
        yield get_currency_name(str(code), count=2, locale=locale)
    for zone in locale.time_zones.values():
        if "city" in zone:
            yield zone["city"]
