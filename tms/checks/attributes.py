"""`attributes`: an attribute of a tag or a shortcode is lost, changed or added: class, id, rel, width, data-….

What a reader reads or hears (alt, title, aria-label) is translated, and what names a language or its direction is the
translator's business; addresses have a check of their own. Tags are compared with those of the same name, so their
order is free; where their number differs, `markup` says so.
"""

from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.tags import Attribute, Piece, has_same_tags, list_attributes, list_pieces, show
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_FREE_NAMES = """
alt title aria-label aria-description aria-roledescription placeholder summary label content caption text heading
description abbr lang xml:lang hreflang translate value data-caption data-title data-alt data-label data-description
href src srcset data-src data-href poster cite action
"""
_FREE = frozenset(_FREE_NAMES.split())
# A script that runs from right to left has to keep its mark, and may be given one.
_FREE_TO_ADD = frozenset(("dir", "lang"))
_Signature = frozenset[tuple[str, str]]


def _may_find(pair: CheckInput) -> bool:
    return not has_same_tags(pair.source or "", pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if "<" not in source and "[" not in source:
        return
    wanted, got = _group(source), _group(pair.target)
    for key in got:
        if len(got[key]) == len(wanted.get(key, ())):
            yield from _compare(wanted[key], got[key])


def _group(text: str) -> dict[str, list[Piece]]:
    groups: dict[str, list[Piece]] = {}
    for piece in list_pieces(text, find_tags(text)):
        is_tag = piece.tag.raw.startswith("<") or piece.tag.name.startswith("[")
        if is_tag and piece.tag.role != "close" and piece.tag.name != "comment":
            groups.setdefault(piece.key, []).append(piece)
    return groups


def _compare(wanted: list[Piece], got: list[Piece]) -> Iterator[Spot]:
    """The attributes of tags of one name, after those that are the same have been paired."""
    surplus = Counter(map(_sign, wanted))
    rest: list[Piece] = []
    for piece in got:
        signature = _sign(piece)
        if surplus[signature] > 0:
            surplus[signature] -= 1
        else:
            rest.append(piece)
    if not rest:
        return
    missing: list[Piece] = []
    for piece in wanted:
        signature = _sign(piece)
        if surplus[signature] > 0:
            surplus[signature] -= 1
            missing.append(piece)
    for source, target in zip(missing, rest, strict=True):
        yield from _report(source, target, is_sure=len(rest) == 1)


def _sign(piece: Piece) -> _Signature:
    return frozenset(_read(piece).items())


def _read(piece: Piece) -> dict[str, str]:
    return {each.name: _normalize(each) for each in list_attributes(piece.tag.raw) if each.name not in _FREE}


def _normalize(attribute: Attribute) -> str:
    return " ".join(attribute.value.split())


def _report(source: Piece, target: Piece, *, is_sure: bool) -> Iterator[Spot]:
    wanted, got = _read(source), _read(target)
    raw = {each.name: source.tag.raw[each.start : each.end] for each in list_attributes(source.tag.raw)}
    places = {each.name: each for each in list_attributes(target.tag.raw)}
    for name, value in wanted.items():
        if name not in got:
            inner = target.tag.raw[: -2 if target.tag.raw.endswith(("/>", "/]")) else -1]
            place = target.tag.start + len(inner.rstrip())
            message = f"{show(target.tag)} has lost {raw[name]}"
            yield Spot(message, place, place, f" {raw[name]}" if is_sure else None)
        elif got[name] != value:
            start, end = target.tag.start + places[name].start, target.tag.start + places[name].end
            yield Spot(f"{name} differs from the source: {raw[name]}", start, end, raw[name] if is_sure else None)
    for name in got:
        if name not in wanted and name not in _FREE_TO_ADD:
            start, end = target.tag.start + places[name].start, target.tag.start + places[name].end
            yield Spot(f"the source has no {name} in this tag", start - 1, end, "" if is_sure else None)


ATTRIBUTES = Check(
    "attributes",
    "Attributes of tags",
    "markup",
    Severity.ERROR,
    _find,
    needs_source=True,
    signs=frozenset("<["),
    may_find=_may_find,
    needs_whole=True,
)
