"""Fold what nobody means in a spelling, and remember where each folded character stood."""

import html
import re
import unicodedata
from typing import NamedTuple

from tms.text.small_words import word_set

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# One character for one: these never move anything. U+0130 is the only letter whose lower case is longer, and
# the automaton takes no half of a surrogate pair.
_CHANGED = re.compile(f"[{_SPACES}\u2019\u02bc\u2018\u00b4\uff07\u2010\u2011\u0130\ud800-\udfff]")
_CHANGES = {**dict.fromkeys("\u2019\u02bc\u2018\u00b4\uff07", "'"), "\u2010": "-", "\u2011": "-", "\u0130": "I"}
_NEEDS_CARE = re.compile(f"[{_INVISIBLE}{_MARKS}&<*]")
# Anything but Latin letters and the usual signs; without them a text is composed, and few characters are exchanged.
_UNUSUAL = re.compile(
    "[^ -%'-)+-;=-~\u00a0-\u00ac\u00ae-\u00b3\u00b5-\u012f\u0131-\u024f"
    "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f]"
)
# Runs of more marks than this are no writing; Unicode's Stream-Safe Text Format (UAX 15) draws the same line.
_MAX_MARKS = 30
_PLAIN = rf"[^{_INVISIBLE}{_MARKS}&<*\s]+"
_PIECE = re.compile(
    rf"""(?P<plain>{_PLAIN}(?:[ ]{_PLAIN})*(?![{_MARKS}]))
    |(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<![^<>]*>)
    |(?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    |(?P<space>\s+)
    |(?P<nothing>[{_INVISIBLE}*]+)
    |(?P<cluster>.[{_MARKS}]{{0,{_MAX_MARKS}}})""",
    re.VERBOSE | re.DOTALL,
)
# Between the words around one of these tags there is a gap on the page; around any other there is none.
_BLOCK_TAGS = word_set("br p div li ul ol td tr th table h1 h2 h3 h4 h5 h6 blockquote hr figure figcaption img section")


class Folded(NamedTuple):
    """A folded text: `lower` and `cased` have the same length; offsets lead back to the original.

    Character i of the folded text stands for `original[starts[i]:ends[i]]`; both are None where nothing moved. A tuple,
    for one is made for every text.
    """

    lower: str
    cased: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def get_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a non-empty span of the folded text."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold_text(text: str) -> Folded:
    """NFC, plain apostrophes, hyphens and spaces, no soft hyphens, no inline tags or emphasis, entities read."""
    if text.isascii():
        # Most of English: nothing to exchange, and nothing that could be composed.
        if text.isprintable() and not ("  " in text or "<" in text or "&" in text or "*" in text):
            return Folded(text.lower(), text)
    elif not _UNUSUAL.search(text):
        cased = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u00a0", " ").replace("\u202f", " ")
        if "  " not in cased:
            return Folded(cased.lower(), cased)
    if not _NEEDS_CARE.search(text) and unicodedata.is_normalized("NFC", text):
        cased = _fold_characters(text)
        if "  " not in cased:
            return Folded(cased.lower(), cased)
    return _fold_carefully(text)


def _fold_characters(text: str) -> str:
    return _CHANGED.sub(_fold_character, text)


def _fold_character(match: re.Match[str]) -> str:
    character = match.group()
    return _CHANGES.get(character) or (" " if character.isspace() else "\ufffd")


def _fold_carefully(text: str) -> Folded:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        piece, is_exact = _fold_piece(match)
        if piece == " " and parts and parts[-1].endswith(" "):
            ends[-1] = end
            continue
        if not piece:
            continue
        parts.append(piece)
        starts.extend(range(start, end) if is_exact else [start] * len(piece))
        ends.extend(range(start + 1, end + 1) if is_exact else [end] * len(piece))
    cased = _fold_characters("".join(parts))
    return Folded(cased.lower(), cased, starts, ends)


def _fold_piece(match: re.Match[str]) -> tuple[str, bool]:
    """The folded piece, and whether each of its characters stands for one of the original."""
    piece = match.group()
    kind = match.lastgroup
    if kind == "plain":
        return (piece if piece.isascii() else _compose(piece)), True
    if match["tag"] is not None:
        return (" " if (match["name"] or "").lower() in _BLOCK_TAGS else ""), False
    if kind == "entity":
        return _fold_entity(piece), False
    if kind == "cluster":
        composed = unicodedata.normalize("NFC", piece)
        return composed, len(composed) == len(piece)
    return (" " if kind == "space" else ""), False


def _compose(text: str) -> str:
    """NFC, but a word that it would make shorter or longer stays as it is."""
    if unicodedata.is_normalized("NFC", text):
        return text
    words = [(word, unicodedata.normalize("NFC", word)) for word in text.split(" ")]
    return " ".join(composed if len(composed) == len(word) else word for word, composed in words)


def _fold_entity(entity: str) -> str:
    """What an entity stands for, where that is one plain character; else the entity as it is written."""
    read = html.unescape(entity)
    if read.isspace():
        return " "
    return "" if read in _INVISIBLE else read


def is_word_character(character: str) -> bool:
    """Whether a character belongs to a word: a letter, a digit or a mark on one."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def is_boundary(text: str, index: int, step: int) -> bool:
    """Whether a word may begin or end at `index`; `step` -1 looks to the left of it, 1 to the right.

    An underscore is emphasis at the rim of a word (_word_) and part of a name inside one (my_word).
    """
    position = index - 1 if step < 0 else index
    for _ in range(3):
        if not 0 <= position < len(text):
            return True
        if text[position] != "_":
            return not is_word_character(text[position])
        position += step
    return True


def strip_marks(text: str) -> str:
    """A folded text without accents, character for character."""
    bare = "".join(
        character for character in unicodedata.normalize("NFD", text) if not unicodedata.combining(character)
    )
    if len(bare) == len(text):
        return bare
    return "".join(unicodedata.normalize("NFD", character)[0] for character in text)
