"""`french-guillemets`: French quotes with « », and with “ ” only inside them (Imprimerie nationale, Lexique)."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from tms.checks.check import Check, region
from tms.checks.french_spacing import space_for
from tms.checks.prose import Prose, read_prose
from tms.checks.quotation import has_quotes, read_quotes
from tms.values import CheckInput, Severity, Spot

_QUOTED = re.compile(r"[“”«»\"]|(?<!\w)[‘'](?=\w)[^\n]{1,400}?(?<=[\w.,!?…])[’'](?!\w)")
_SINGLE = re.compile(r"(?P<opener>['‘])(?<!\w.)(?=\w)|['’](?<=[\w.,!?…].)(?!\w)")
_LONGEST_SINGLE = 300


def _find(pair: CheckInput) -> Iterator[Spot]:
    prose = read_prose(pair.target)
    if not has_quotes(prose.text) and "'" not in prose.text:
        return
    gap = "" if region(pair.language) == "CH" else space_for("«", pair.rules.french_space)
    yield from _find_single(pair, prose, gap)
    quotes = read_quotes(prose.text)
    # A paragraph of a long quotation is open to its end: what it quotes is at the second level.
    opened = next((place for place in quotes.unclosed if prose.text[place] == "«"), len(prose.text))
    inside = -1
    for quotation in quotes.quotations:
        if quotation.opener < inside or quotation.opener > opened:
            continue
        inside = quotation.closer
        inner = prose.text[quotation.opener + 1 : quotation.closer]
        if prose.text[quotation.opener] not in '“"„' or not inner.strip():
            continue
        places = (quotation.opener, quotation.closer)
        spot = prose.wrap("French quotation marks are « »", places, f"«{gap}", f"{gap}»")
        yield Spot(spot.message, spot.start, spot.end) if "«" in inner else spot


def _find_single(pair: CheckInput, prose: Prose, gap: str) -> Iterator[Spot]:
    """Single marks at the first level, where the source shows that something is quoted."""
    if pair.source is None or not _QUOTED.search(read_prose(pair.source).text):
        return
    if any(sign in prose.text for sign in '«“"'):
        return
    for opener, closer in _pair_single(prose.text):
        yield prose.wrap("French quotation marks are « »", (opener, closer), f"«{gap}", f"{gap}»")


def _pair_single(text: str) -> Iterator[tuple[int, int]]:
    """Openers with the first mark after them that can close, on the same line."""
    opened: list[int] = []
    for match in _SINGLE.finditer(text):
        place = match.start()
        if match["opener"]:
            opened.append(place)
            continue
        partner = "'" if match.group() == "'" else "‘"
        first = bisect_left(opened, max(place - _LONGEST_SINGLE, text.rfind("\n", 0, place)))
        fitting = [opener for opener in opened[first : first + 1] if text[opener] == partner]
        if fitting:
            yield fitting[0], place
            opened.clear()


FRENCH_GUILLEMETS = Check(
    "french-guillemets",
    "French quotation marks",
    "typographical",
    Severity.WARNING,
    _find,
    languages=frozenset(("fr",)),
    signs=frozenset("“„\"‘'&"),
)
