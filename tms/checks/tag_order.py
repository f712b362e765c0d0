"""`tag-order`: the tags and links of the source stand in another order.

A sentence that is built otherwise moves its emphasis and its links, rightly so: this is a hint to look whether each
still stands on its word. Links and images are told apart by their addresses where these are the same on both sides.
"""

import re
from collections import Counter
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.tags import Piece, list_attributes, list_pieces, show
from tms.text.markup import find_tags
from tms.values import CheckInput, Severity, Spot

_ADDRESSES = ("href", "src")
_PARTS = re.compile(r"[/.?&=_]")


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    wanted = _list_openers(source)
    if len(wanted) < 2:
        return
    got = _list_openers(pair.target)
    if len(got) != len(wanted):
        return
    for with_address in (True, False):
        before = [_name(piece, base_language(pair.source_language), with_address=with_address) for piece in wanted]
        after = [_name(piece, base_language(pair.language), with_address=with_address) for piece in got]
        if Counter(before) == Counter(after):
            first = next((i for i, (one, other) in enumerate(zip(before, after, strict=True)) if one != other), None)
            if first is not None:
                tag = got[first].tag
                yield Spot(f"{show(tag)} stands in another place than in the source", tag.start, tag.end)
            return


def _list_openers(text: str) -> list[Piece]:
    return [
        piece for piece in list_pieces(text, find_tags(text)) if piece.tag.role != "close" and piece.tag.name != "br"
    ]


def _name(piece: Piece, language: str, *, with_address: bool) -> str:
    """The key of a tag, with its address, which may name its language."""
    if not with_address or not piece.tag.raw.startswith("<"):
        return piece.key
    addresses = [each.value for each in list_attributes(piece.tag.raw) if each.name in _ADDRESSES]
    parts = [part for address in addresses for part in _PARTS.split(address) if part != language]
    return "/".join((piece.key, *parts))


TAG_ORDER = Check(
    "tag-order",
    "Order of tags",
    "markup",
    Severity.INFO,
    _find,
    needs_source=True,
    signs=frozenset("<[*_~`{"),
    needs_whole=True,
)
