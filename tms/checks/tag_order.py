"""`tag-order`: the tags and links of the source stand in another order.

A sentence that is built otherwise moves its emphasis and its links, rightly so: this is a hint to look whether each
still stands on its word. Links and images are told apart by their addresses where these are the same on both sides.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.tags import Piece, has_same_tags, list_attributes, list_pieces, show
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_ADDRESSES = ("href", "src")
_PARTS = re.compile(r"[/.?&=_]")


def _may_find(pair: CheckInput) -> bool:
    return not has_same_tags(pair.source or "", pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    wanted = _list_openers(source)
    if len(wanted) < 2:
        return
    got = _list_openers(pair.target)
    if len(got) != len(wanted):
        return
    for with_address in (True, False):
        languages = frozenset((base_language(pair.source_language), base_language(pair.language)))
        before = [_name(*each, languages if with_address else None) for each in wanted]
        after = [_name(*each, languages if with_address else None) for each in got]
        if Counter(before) == Counter(after):
            first = next((i for i, (one, other) in enumerate(zip(before, after, strict=True)) if one != other), None)
            if first is not None:
                tag = got[first][0].tag
                yield Spot(f"{show(tag)} stands in another place than in the source", tag.start, tag.end)
            return


def _list_openers(text: str) -> list[tuple[Piece, str]]:
    """The tags that open or stand alone, each with its address; that of a Markdown link stands at its end."""
    tags = find_tags(text)
    ends: dict[int, str] = {}
    opened: list[int] = []
    for tag in tags:
        if tag.name in ("link", "image"):
            if tag.role == "open":
                opened.append(tag.start)
            elif opened:
                ends[opened.pop()] = tag.raw
    return [
        (piece, ends.get(piece.tag.start, "") or _read_address(piece))
        for piece in list_pieces(text, tags)
        if piece.tag.role != "close"
    ]


def _read_address(piece: Piece) -> str:
    if not piece.tag.raw.startswith("<"):
        return ""
    return " ".join(each.value for each in list_attributes(piece.tag.raw) if each.name in _ADDRESSES)


def _name(piece: Piece, address: str, languages: frozenset[str] | None) -> str:
    """The key of a tag, with its address but for the names of these languages in it; None leaves the address out."""
    if languages is None:
        return piece.key
    return "/".join((piece.key, *(part for part in _PARTS.split(address) if part not in languages)))


TAG_ORDER = Check(
    "tag-order",
    "Order of tags",
    "markup",
    Severity.INFO,
    _find,
    needs_source=True,
    signs=frozenset("<[*_~`{"),
    may_find=_may_find,
    needs_whole=True,
)
