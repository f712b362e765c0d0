"""The numbers of a source that a translation has not yet, as its language writes them."""

import re

from tms.checks.number_pairs import answer_pair
from tms.text.number_notation import get_base_language
from tms.text.numbers import NumberHit, format_number
from tms.values import CheckInput

_SCALED = re.compile(r"(?P<digits>[\d.,]+)[ \u00a0-](?P<scale>thousand|million|billion|trillion)s?\Z")
# One of them, several of them.
_SCALES = {
    "fr": {
        "thousand": ("mille", "mille"),
        "million": ("million", "millions"),
        "billion": ("milliard", "milliards"),
        "trillion": ("billion", "billions"),
    },
    "es": {
        "thousand": ("mil", "mil"),
        "million": ("millón", "millones"),
        "billion": ("mil millones", "mil millones"),
        "trillion": ("billón", "billones"),
    },
}
_POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = {"fr": "2e", "es": "2.º"}
_TIMES = {"fr": "3 h 20", "es": "3:20"}
_LEAST_GROUPED = 10_000


def list_missing_numbers(source: str, target: str, source_language: str, language: str) -> tuple[str, ...]:
    """The numbers in digits of a source that have no counterpart, in its order, in the notation of the target.

    With a percent sign or a scale word ("million") where the source has one; the currency is left to the hand.
    """
    missing = answer_pair(CheckInput(source, target, source_language, language)).missing
    hits = sorted((hit for hit in missing if not hit.is_word), key=lambda hit: hit.start)
    return tuple(_write(hit, language) for hit in hits)


def _write(hit: NumberHit, language: str) -> str:
    base = get_base_language(language)
    if hit.unit in ("ordinal", "time"):
        likes = _ORDINALS if hit.unit == "ordinal" else _TIMES
        return format_number(hit.value, language, like=likes.get(base, "")).replace(" ", "\u00a0")
    scaled = _SCALED.search(hit.text)
    if scaled is not None and base in _SCALES:
        amount = hit.value / _POWERS[scaled["scale"]]
        one, several = _SCALES[base][scaled["scale"]]
        is_plural = amount >= 2 if base == "fr" else amount != 1
        return f"{format_number(amount.normalize(), language)}\u00a0{several if is_plural else one}"
    # A year has no groups, and neither has a small number that its source wrote without.
    is_bare = hit.text.lstrip("-\u2212").isdecimal() and abs(hit.value) < _LEAST_GROUPED
    digits = hit.text if is_bare else format_number(hit.value, language)
    return f"{digits}\u00a0%" if hit.unit == "%" else digits
