"""`markup`: the inline tags, links, shortcodes, code and footnotes of the source stand in the translation, well nested.

Added emphasis is no error: French and Spanish set foreign words and titles in italics that English does not, so a pair
of italics is a hint only.
"""

from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.prose import with_severity
from tms.checks.tags import INLINE_ELEMENTS, Piece, find_nesting_faults, has_same_tags, list_pieces, show
from tms.text.markup import Tag, find_tags
from tms.values import CheckInput, Severity, Spot

_SIGNS = "<[&*_`{%~"
_ITALICS = frozenset(("em", "i", "cite", "*"))


def _may_find(pair: CheckInput) -> bool:
    return pair.source is None or not has_same_tags(pair.source, pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    tags = find_tags(pair.target)
    if pair.source is None:
        yield from _find_broken(tags, INLINE_ELEMENTS)
        return
    source_tags = find_tags(pair.source)
    if not tags and not source_tags:
        return
    wanted, got = list_pieces(pair.source, source_tags), list_pieces(pair.target, tags)
    missing, extra = _difference(wanted, got), _difference(got, wanted)
    yield from _report_missing(pair, source_tags, missing)
    yield from _report_extra(extra, is_alone=not missing)
    if not missing and not extra and not any(find_nesting_faults(source_tags)):
        yield from _find_broken(tags, None)
    yield from _find_changed_code(source_tags, tags)


def _difference(pieces: list[Piece], others: list[Piece]) -> list[Piece]:
    """What is more often in the one than in the other: the last ones of each kind."""
    surplus = Counter(piece.key for piece in pieces)
    surplus.subtract(piece.key for piece in others)
    found: list[Piece] = []
    for piece in reversed(pieces):
        if surplus[piece.key] > 0:
            surplus[piece.key] -= 1
            found.append(piece)
    return found[::-1]


def _report_missing(pair: CheckInput, source_tags: tuple[Tag, ...], missing: list[Piece]) -> Iterator[Spot]:
    place = _place_of_last_close(pair, source_tags, missing)
    for piece in _one_for_each_pair(missing):
        message = f"{show(piece.tag)} is missing"
        if place is not None:
            yield Spot(message, place, place, piece.tag.raw)
        else:
            yield Spot(message, severity=Severity.WARNING if piece.tag.name == "br" else None)


def _one_for_each_pair(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces without the closing tags whose opening ones are among them."""
    opened: Counter[str] = Counter(piece.tag.name for piece in pieces if piece.tag.role == "open")
    for piece in pieces:
        if piece.tag.role == "close" and opened[piece.tag.name] > 0:
            opened[piece.tag.name] -= 1
        else:
            yield piece


def _place_of_last_close(pair: CheckInput, source_tags: tuple[Tag, ...], missing: list[Piece]) -> int | None:
    """The end of the text, where the only thing missing is the tag that ends the source."""
    if len(missing) != 1 or not source_tags or missing[0].tag.role != "close":
        return None
    last = source_tags[-1]
    is_html = last.raw.startswith("</")
    at_end = is_html and pair.source is not None and last.end == len(pair.source.rstrip())
    return len(pair.target.rstrip()) if at_end and last.name == missing[0].tag.name else None


def _report_extra(extra: list[Piece], *, is_alone: bool) -> Iterator[Spot]:
    is_stray = len(extra) == 1 and extra[0].tag.role == "close" and extra[0].tag.raw.startswith("<")
    is_paired = not any(find_nesting_faults(tuple(piece.tag for piece in extra)))
    for piece in _one_for_each_pair(extra):
        spot = Spot(f"{show(piece.tag)} is not in the source", piece.tag.start, piece.tag.end, "" if is_stray else None)
        is_free = piece.tag.name == "br" or (piece.is_emphasis and is_paired)
        is_italic = is_paired and is_alone and piece.tag.name in _ITALICS
        yield with_severity(spot, Severity.INFO if is_italic else Severity.WARNING) if is_free else spot


def _find_broken(tags: tuple[Tag, ...], names: frozenset[str] | None) -> Iterator[Spot]:
    for tag in find_nesting_faults(tags, names):
        yield Spot(f"{show(tag)} is not nested properly", tag.start, tag.end)


def _find_changed_code(source_tags: tuple[Tag, ...], tags: tuple[Tag, ...]) -> Iterator[Spot]:
    wanted = Counter(tag.raw for tag in source_tags if tag.raw.startswith("`"))
    code = [tag for tag in tags if tag.raw.startswith("`")]
    if sum(wanted.values()) != len(code):
        return
    for tag in code:
        if wanted[tag.raw] > 0:
            wanted[tag.raw] -= 1
        else:
            yield Spot(f"{show(tag)} differs from the source", tag.start, tag.end, severity=Severity.WARNING)


MARKUP = Check(
    "markup",
    "Inline markup",
    "markup",
    Severity.ERROR,
    _find,
    either_signs=frozenset(_SIGNS),
    may_find=_may_find,
    needs_whole=True,
)
