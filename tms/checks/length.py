"""`length`: a translation that is far too long or too short for its source.

Compared are the characters that a reader sees, from 50 characters of the source; some more or less are free. The
range is that of the project's own translations, where it has enough of them, or a wide one of the language: French
and Spanish run a fifth longer than English on the average.
"""

from collections.abc import Iterable, Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_SHORTEST = 50
_FREE = 12
_RANGES = {"fr": (0.7, 1.9), "es": (0.7, 1.8), "zh": (0.15, 1.0), "ja": (0.2, 1.3), "ko": (0.25, 1.3)}
_ANY = (0.4, 2.5)
_FEWEST_PAIRS = 50
# Of every hundred pairs, these many at either end may be faults themselves.
_OUTLIERS = 2
_MARGIN = 0.15
_STEP = 0.05
# Nobody calls this too long or too short.
_USUAL = (0.9, 1.4)
# A project whose translations are all alike still has to bear one that is not.
_NARROWEST = (0.85, 1.5)


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    wanted = len(source)
    if wanted < _SHORTEST:
        return False
    return not _USUAL[0] * wanted <= len(pair.target) <= _USUAL[1] * wanted or "<" in source


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    source = pair.source or ""
    wanted, got = len(source), len(pair.target)
    if base_language(pair.source_language) == base_language(pair.language):
        return
    low, high = pair.lengths or _RANGES.get(base_language(pair.language), _ANY)
    if "<" not in source and low * wanted <= got <= high * wanted:
        return
    wanted, got = len(read_prose(source).text.strip()), len(read_prose(pair.target).text.strip())
    if wanted < _SHORTEST or not got:
        return
    if got < low * wanted - _FREE:
        yield Spot(f"far too short: {got} characters for {wanted} of the source")
    elif got > high * wanted + _FREE:
        yield Spot(f"far too long: {got} characters for {wanted} of the source")


def learn_lengths(pairs: Iterable[tuple[int, int]]) -> tuple[float, float] | None:
    """How long translations are for each character of their source, at least and at most.

    The pairs are lengths of sources and targets, of which the short ones say nothing; None for too few of them. The
    result is rounded outwards to a twentieth, so that one more translation seldom changes it.
    """
    ratios = sorted(target / source for source, target in pairs if source >= _SHORTEST and target > 0)
    if len(ratios) < _FEWEST_PAIRS:
        return None
    skipped = len(ratios) * _OUTLIERS // 100
    low = min(ratios[skipped] * (1 - _MARGIN), _NARROWEST[0])
    high = max(ratios[-1 - skipped] * (1 + _MARGIN), _NARROWEST[1])
    return round(int(low / _STEP) * _STEP, 2), round(-int(-high / _STEP // 1) * _STEP, 2)


LENGTH = Check(
    "length", "Length", "length", Severity.WARNING, _find, needs_source=True, may_find=_may_find, needs_whole=True
)
