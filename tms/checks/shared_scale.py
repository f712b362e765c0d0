"""A scale word that serves both ends of a range: "de 10 à 12 millions", "entre 20 y 30.000"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tms.text.numbers import NumberHit

_LINK = re.compile(
    r"[\s\u00a0\u202f]*(?:[-–—/]|\b(?:to|and|or|à|a|et|ou|y|o|e|u|hasta|jusqu['’]à)\b)"
    r"[\s\u00a0\u202f]*(?:[$€£¥]|US\$|de )?"
)
_SCALES = tuple(Decimal(scale) for scale in (100, 10**3, 10**6, 10**9, 10**12))


def list_shared_values(hits: Sequence[NumberHit], text: str) -> dict[int, list[Decimal]]:
    """For the first number of each range, by its `id`, what it is when the scale of the second counts for it too."""
    found: dict[int, list[Decimal]] = {}
    for first, second in itertools.pairwise(hits):
        values = list(_list_scaled(first, second))
        if values and _LINK.fullmatch(text, first.end, second.start):
            found[id(first)] = values
    return found


def _list_scaled(first: NumberHit, second: NumberHit) -> Iterator[Decimal]:
    for scale in _SCALES:
        if second.value >= scale and 0 < first.value * scale <= second.value * 10:
            yield first.value * scale
