"""`quotation`: the translation quotes less than the source, or has quotations that the source does not have.

Speech that "he said" breaks up may be one quotation or several. A dialogue dash, a block quotation or emphasis (of a
title) does as well as marks; what was left in English needs none, nor does one word, or what is called "prétendu".
Quotations of the translator's own are a hint only: reported speech may be made direct.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import read_prose
from tms.checks.quotation_groups import (
    QUOTE_SIGNS,
    Group,
    count_distance,
    count_emphasis,
    has_other_marks,
    list_groups,
    list_quotes,
)
from tms.checks.sentence_pairs import is_too_long
from tms.values import CheckInput, Kind, Severity, Spot

_NAMED = re.compile(
    r"\b(?:call(?:s|ed)?|read(?:s|ing)?|named"
    r"|titled|entitled"
    r"|word|words|motto|slogan|headlined?|sign|known|so-called|slogans?)\b|[:—–]",
    re.IGNORECASE,
)
# What has its own "prétendu" or "presunto"; and a proverb, which everybody may say.
_DISTANT = re.compile(r"\b(?:alleged|allegedly|purported|purportedly|supposed|supposedly|suspected)\b", re.IGNORECASE)
_PROVERB = re.compile(r"\b(?:proverbe|adage|dicton|refrán|proverbio|dicho popular)\b|como dice el dicho", re.IGNORECASE)
_SHORTEST = 2
_LONG = 4


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if pair.kind is Kind.QUOTE or is_too_long(pair):
        return
    groups = list_groups(read_prose(source).text)
    quotes = list_quotes(read_prose(pair.target).text)
    if groups is None or not quotes.is_balanced:
        return
    got = len(quotes.quotations)
    if len(groups) == got or has_other_marks(pair.target):
        return
    emphasis = max(0, count_emphasis(pair.target) - count_emphasis(source))
    if groups:
        yield from _find_lost(pair, groups, got + emphasis)
    elif got:
        yield from _find_added(pair)


def _find_lost(pair: CheckInput, groups: tuple[Group, ...], got: int) -> Iterator[Spot]:
    target = read_prose(pair.target).text
    wanted = [group for group in groups if group.words >= _SHORTEST and not group.stays_in(target)]
    if got:
        wanted = [group for group in wanted if not group.is_title]
    missing = len(wanted) - got
    if missing > 0:
        missing -= max(0, count_distance(target) - len(_DISTANT.findall(read_prose(pair.source or "").text)))
        missing -= bool(_PROVERB.search(target))
    if missing > 0:
        if got:
            yield Spot(f"{len(wanted)} quotations in the source, {got} in quotation marks here")
        else:
            yield Spot(f"“{_shorten(wanted[0].text)}” is a quotation in the source: no quotation marks here")


def _find_added(pair: CheckInput) -> Iterator[Spot]:
    source = read_prose(pair.source or "").text
    if _NAMED.search(source) or count_emphasis(pair.source or "") or has_other_marks(pair.source or ""):
        return
    prose = read_prose(pair.target)
    for quotation in list_quotes(prose.text).quotations:
        inner = prose.text[quotation.opener + 1 : quotation.closer].strip()
        if quotation.depth == 0 and len(inner.split()) >= _LONG and inner not in source:
            spot = prose.spot("a quotation that the source does not have", quotation.opener, quotation.closer + 1)
            yield Spot(spot.message, spot.start, spot.end, severity=Severity.INFO)


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40].rstrip()}…"


QUOTATION = Check(
    "quotation",
    "Quotations lost or added",
    "typographical",
    Severity.WARNING,
    _find,
    needs_source=True,
    either_signs=QUOTE_SIGNS,
)
