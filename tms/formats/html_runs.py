"""A run of inline HTML between two block tags: whether it is a unit, and where that begins and ends."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tms.formats.html_elements import ATTRIBUTES, BUTTON_TYPES, LABELLED, META_KINDS, VOID, WITHOUT_ATTRIBUTES
from tms.formats.html_tokens import Token, TokenKind, list_attributes
from tms.formats.lines import unify_lines
from tms.formats.splice import Span
from tms.values import Kind

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_ADDRESS = re.compile(r"https?://\S+")
_INDENT = " \t"


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a run, whether people may translate it, and whether it has words for them."""

    token: Token
    is_open: bool
    has_words: bool = False


def has_words(text: str) -> bool:
    """Whether a reader sees anything in a piece of text with entities."""
    visible = html.unescape(text) if "&" in text else text
    return bool(visible.translate(_INVISIBLE).strip())


def find_units(text: str, pieces: Sequence[Piece], kind: Kind, *, is_verse: bool = False) -> Iterator[Span]:
    """The unit of a run, if it has words, and the texts in attributes of what stays outside of it."""
    partners = find_partners([piece.token for piece in pieces])
    first, last = _trim(text, pieces, partners, is_caption=kind is Kind.CAPTION)
    outside = [*range(first), *range(last, len(pieces))]
    if _is_text(text, pieces[first:last]):
        yield make_span(text, pieces[first].token.start, pieces[last - 1].token.end, kind, is_verse=is_verse)
        # A tag without its other half belongs to the sentence as much as one inside it.
        outside = [position for position in outside if position in partners]
    else:
        outside = list(range(len(pieces)))
    for position in outside:
        if pieces[position].is_open:
            yield from find_attributes(text, pieces[position].token)


def _is_text(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether there are words; an address alone on its line is what WordPress shows a video for."""
    words = [piece.token for piece in pieces if piece.has_words]
    if not words or any(piece.token.kind is TokenKind.START for piece in pieces):
        return bool(words)
    return not all(_ADDRESS.fullmatch(word) for token in words for word in text[token.start : token.end].split())


def make_span(text: str, start: int, end: int, kind: Kind, *, is_verse: bool = False) -> Span:
    """The span without white space around it; the indent of further lines is no part of what people see."""
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end = start + len(raw.strip())
    first, *further = unify_lines(text[start:end]).split("\n")
    if is_verse or not further:
        return Span(start, end, kind, "\n".join((first, *further)))
    filled = next((line for line in further if line.strip(_INDENT)), "")
    indent = filled[: len(filled) - len(filled.lstrip(_INDENT))]
    return Span(start, end, kind, "\n".join((first, *(line.lstrip(_INDENT) for line in further))), indent)


def find_attributes(text: str, token: Token) -> Iterator[Span]:
    """The texts in the attributes of a tag, the `caption` of a shortcode, the content of a description."""
    if token.kind is TokenKind.SHORTCODE_START:
        yield from _find_named(text, token, {"caption": Kind.CAPTION})
    elif token.kind is TokenKind.START and token.name == "meta":
        values = {name: text[start:end].lower() for name, start, end in list_attributes(text, token)}
        kind = META_KINDS.get(values.get("name", "")) or META_KINDS.get(values.get("property", ""))
        if kind is not None:
            yield from _find_named(text, token, {"content": kind})
    elif token.kind is TokenKind.START and token.name not in WITHOUT_ATTRIBUTES:
        yield from _find_named(text, token, {**ATTRIBUTES, **_list_labels(text, token)})


def _list_labels(text: str, token: Token) -> dict[str, Kind]:
    """What else is a text in the tag of this element: the words on a button, the name of a group of options."""
    if token.name in LABELLED:
        return {"label": Kind.LABEL}
    if token.name == "input":
        types = [text[start:end].strip().lower() for name, start, end in list_attributes(text, token) if name == "type"]
        return {"value": Kind.LABEL} if types and types[0] in BUTTON_TYPES else {}
    return {}


def _find_named(text: str, token: Token, kinds: dict[str, Kind]) -> Iterator[Span]:
    for name, start, end in list_attributes(text, token):
        if name in kinds and has_words(text[start:end]):
            yield make_span(text, start, end, kinds[name])


def find_partners(tokens: Sequence[Token]) -> dict[int, int]:
    """For each start and end tag that has its other half in the run, the position of that."""
    partners: dict[int, int] = {}
    waiting: dict[str, list[int]] = {}
    for position, token in enumerate(tokens):
        if token.kind is TokenKind.START and token.name in VOID:
            partners[position] = position
        elif token.kind is TokenKind.START:
            waiting.setdefault(token.name, []).append(position)
        elif token.kind is TokenKind.END and waiting.get(token.name):
            start = waiting[token.name].pop()
            partners[start], partners[position] = position, start
    return partners


def _trim(text: str, pieces: Sequence[Piece], partners: Mapping[int, int], *, is_caption: bool) -> tuple[int, int]:
    """First and last of the pieces without what is no part of the sentence at their edges."""
    first, last = (_find_picture_end(pieces, partners) if is_caption else 0), len(pieces)
    while first < last and _is_edge(text, pieces[first], has_partner=first in partners):
        first += 1
    while last > first and _is_edge(text, pieces[last - 1], has_partner=last - 1 in partners):
        last -= 1
    return first, last


def _is_edge(text: str, piece: Piece, *, has_partner: bool) -> bool:
    token = piece.token
    if token.kind is TokenKind.TEXT:
        return not text[token.start : token.end].strip()
    if token.kind in (TokenKind.START, TokenKind.END):
        return token.name == "br" or not has_partner
    return token.kind is TokenKind.COMMENT


def _find_picture_end(pieces: Sequence[Piece], partners: Mapping[int, int]) -> int:
    """Where the text of a caption starts behind its picture, which may be linked."""
    words = next((position for position, piece in enumerate(pieces) if piece.has_words), 0)
    pictures = [position for position in range(words) if pieces[position].token.name == "img"]
    if not pictures:
        return 0
    end = pictures[-1] + 1
    while end < words and partners.get(end, end) < end:
        end += 1
    is_whole = all(partners.get(position, position) < end for position in range(end))
    return end if is_whole else 0
