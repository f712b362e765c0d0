"""`dashes`: a dash is – or —, not a hyphen between spaces or two of them; a Spanish raya stands close to what it holds.

Imprimerie nationale, Lexique; RAE, Ortografía 2010, §3.4.7. A hyphen at the head of a line is a list, one between
numbers a range or a score, and one that the source has too (“AFP - Paris”) belongs to the layout.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.prose import Prose, read_prose
from tms.values import CheckInput, Severity, Spot

_GAP = "[ \u00a0\u202f]"
_HYPHEN = re.compile(rf"-(?<=[^\s|]{_GAP}-)(?={_GAP}[^\s|\d]|{_GAP}?[.,;:?!»](?:\s|$))")
_HYPHENED = re.compile(rf"-(?<=[^\s|]{_GAP}-){_GAP}([^-\n]{{1,200}}?){_GAP}-(?=[\s.,;:?!…)»”]|$)")
# Where a dash has its fellow, a number may follow the hyphen: - 300 planches –
_BEFORE_NUMBER = re.compile(rf"-(?<=[^\W\d_]{_GAP}-)(?={_GAP}\d[^.!?–—\n]{{0,160}}{_GAP}[–—]{_GAP})")
# What somebody says begins with two hyphens.
_SPEECH = re.compile(r"--(?<=\n--)(?=[ \u00a0][^\W\d_])")
_TWO = re.compile(r"--(?<![-<!]--)(?<!\n--)(?![->])")
_INSERTED = re.compile(rf"—(?<=\s—)({_GAP}?)([^—\n]{{1,200}}?)({_GAP}?)—(?=[\s.,;:?!…)»”]|$)")


def _find(pair: CheckInput) -> Iterator[Spot]:
    text = pair.target
    has_hyphen, has_two, has_raya = "- " in text or "-\u00a0" in text or " -" in text, "--" in text, "—" in text
    if not (has_hyphen or has_two or has_raya):
        return
    prose = read_prose(text)
    is_spanish = base_language(pair.language) == "es"
    if has_hyphen and not (pair.source and " - " in pair.source):
        yield from _find_hyphens(prose, is_spanish=is_spanish)
    if has_two and "—" in (pair.source or ""):
        for match in _SPEECH.finditer(prose.text):
            yield prose.spot("two hyphens for a dash", *match.span(), "—")
    if has_two:
        for match in _TWO.finditer(prose.text):
            yield from _check_two(prose, match, is_spanish=is_spanish)
    if has_raya and is_spanish:
        yield from _find_loose(prose)


def _find_hyphens(prose: Prose, *, is_spanish: bool) -> Iterator[Spot]:
    end = 0
    for match in _HYPHENED.finditer(prose.text) if is_spanish else ():
        yield from _check_single(prose, end, match.start(), is_spanish=is_spanish)
        yield prose.spot("hyphens for dashes", *match.span(), f"—{match[1].strip()}—")
        end = match.end()
    yield from _check_single(prose, end, len(prose.text), is_spanish=is_spanish)


def _check_single(prose: Prose, start: int, end: int, *, is_spanish: bool) -> Iterator[Spot]:
    for match in _HYPHEN.finditer(prose.text, start, end):
        yield prose.spot("a hyphen for a dash", *match.span(), None if is_spanish else "–")
    for match in _BEFORE_NUMBER.finditer(prose.text, start, end):
        yield prose.spot("a hyphen for a dash", *match.span(), None if is_spanish else "–")


def _check_two(prose: Prose, match: re.Match[str], *, is_spanish: bool) -> Iterator[Spot]:
    before = prose.text[match.start() - 1 : match.start()]
    after = prose.text[match.end() : match.end() + 1]
    if not before or (not after and before.isspace()):
        return
    is_open, is_closed = not before.strip(), not after.strip()
    if is_open and not is_closed and after.isascii() and not is_spanish and prose.text.find(" --", match.end()) < 0:
        return  # --help
    # Spanish sets the dash close to what it holds, French between spaces.
    is_certain = is_open != is_closed if is_spanish else is_open and is_closed
    dash = "—" if is_spanish else "–"
    yield prose.spot("two hyphens for a dash", *match.span(), dash if is_certain else None)


def _find_loose(prose: Prose) -> Iterator[Spot]:
    """Dashes around an insertion, or at the head of what somebody says, with a space inside."""
    for match in _INSERTED.finditer(prose.text):
        if (match[1] or match[3]) and match[2].strip():
            inner = match[2].strip(" \u00a0\u202f")
            yield prose.spot("no space inside the dashes", *match.span(), f"—{inner}—")


DASHES = Check(
    "dashes",
    "Dashes",
    "typographical",
    Severity.INFO,
    _find,
    languages=frozenset(("fr", "es")),
    signs=frozenset("-—"),
)
