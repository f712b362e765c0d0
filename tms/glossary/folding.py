"""Fold what nobody means in a spelling, and remember where each folded character stood."""

import html
import re
import unicodedata
from bisect import bisect_right
from codecs import charmap_encode, register_error
from collections.abc import Iterator, Sequence
from encodings.cp1252 import decoding_table, encoding_table
from functools import cached_property, partial
from itertools import accumulate, pairwise

from tms.glossary.grammar import word_set

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# One character for one: these never move anything. U+0130 is the only letter whose lower case is longer, and
# the automaton takes no half of a surrogate pair.
_CHANGED = re.compile(f"[{_SPACES}\u2019\u02bc\u2018\u00b4\uff07\u2010\u2011\u0130\ud800-\udfff]")
_CHANGES = {**dict.fromkeys("\u2019\u02bc\u2018\u00b4\uff07", "'"), "\u2010": "-", "\u2011": "-", "\u0130": "I"}
# Runs of more marks than this are no writing; Unicode's Stream-Safe Text Format (UAX 15) draws the same line.
_MAX_MARKS = 30
_PLAIN = rf"[^{_INVISIBLE}{_MARKS}&<*\s]+"
_PIECE = re.compile(
    rf"""(?P<plain>{_PLAIN}(?:[ ]{_PLAIN})*(?![{_MARKS}]))
    |(?P<space>\s+)
    |(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<![^<>]*>)
    |(?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    |(?P<nothing>[{_INVISIBLE}*]+)
    |(?P<cluster>.[{_MARKS}]{{0,{_MAX_MARKS}}})""",
    re.VERBOSE | re.DOTALL,
)
# Between the words around one of these tags there is a gap on the page; around any other there is none.
_BLOCK_TAGS = word_set("br p div li ul ol td tr th table h1 h2 h3 h4 h5 h6 blockquote hr figure figcaption img section")
_SEAM = "|"
_MANY = 200
# Behind any place in the original, so that a run that begins just where one looks is found.
_AFTER = float("inf")

# A stretch of the folded text: where it begins, the place in the original, and whether they go character for character.
_Run = tuple[int, int, int, bool]


class Folded:
    """A folded text: `lower` and `cased` have the same length; offsets lead back to the original.

    `text` is the same before characters are exchanged one for one. `words` has one byte for each character, the letter
    in lower case or a space for a sign, and a space more at either end: words begin and end at its spaces and nowhere
    else. It is None for a text of which that cannot be said.
    """

    def __init__(self, text: str, words: bytes | None, runs: list[_Run] | None = None) -> None:
        self.text = text
        self._runs = runs
        self.words = words

    @cached_property
    def cased(self) -> str:
        """The folded text with its capitals."""
        return self.text if self.text.isascii() else _CHANGED.sub(_fold_character, self.text)

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case."""
        return self.cased.lower()

    @property
    def is_moved(self) -> bool:
        """Whether places in the folded text may differ from those in the original."""
        return self._runs is not None

    def get_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a non-empty span of the folded text."""
        if self._runs is None:
            return start, end
        at, first, _, is_exact = self._runs[bisect_right(self._runs, (start, _AFTER)) - 1]
        last_at, last_first, last, is_last_exact = self._runs[bisect_right(self._runs, (end - 1, _AFTER)) - 1]
        return first + start - at if is_exact else first, last_first + end - last_at if is_last_exact else last


def fold_text(text: str) -> Folded:
    """NFC, plain apostrophes, hyphens and spaces, no soft hyphens, no inline tags or emphasis, entities read."""
    words = _read_words(text)
    return Folded(text, words) if words is not None else fold_carefully(text)


def fold_all(texts: Sequence[str]) -> tuple[list[str], list[str], list[bytes | None]]:
    """What is `cased`, `lower` and `words` of each text, without spaces around: many short texts are folded as one."""
    cased: list[str] = []
    lower: list[str] = []
    spelt: list[bytes | None] = []
    for first in range(0, len(texts), _MANY):
        part = texts[first : first + _MANY]
        joined = _SEAM.join(part)
        words, begins, careful = join_words(part)
        folded = Folded(joined, words)
        spans = list(pairwise(begins))
        cased += part if folded.cased == joined else [folded.cased[start : end - 1] for start, end in spans]
        lower += [folded.lower[start : end - 1] for start, end in spans]
        spelt += [words[start : end + 1] for start, end in spans]
        if any(rim in f"{_SEAM}{folded.cased}{_SEAM}" for rim in (f" {_SEAM}", f"{_SEAM} ")):
            careful |= {number for number, text in enumerate(part) if text.strip() != text}
        for number in careful:
            at = first + number
            cased[at], lower[at], spelt[at] = _fold_one(part[number])
    return cased, lower, spelt


def _fold_one(text: str) -> tuple[str, str, bytes | None]:
    folded = fold_text(text)
    cased = folded.cased.strip(" ")
    start = folded.cased.find(cased)
    return cased, cased.lower(), folded.words[start : start + len(cased) + 2] if folded.words else None


def _read_words(text: str) -> bytes | None:
    """`Folded.words` of a text in which nothing moves, None for any other."""
    if text.isascii():
        codes = text.encode().translate(_CODES)
    else:
        text = _replace_spaces(text)
        codes = _encode(text)
    return None if 0 in codes or "  " in text else b" " + codes + b" "


def join_words(texts: Sequence[str]) -> tuple[bytes, list[int], set[int]]:
    """`Folded.words` of texts in a row, a space between two; where each begins; and which of them need care."""
    joined = _replace_spaces(_SEAM.join(texts))
    codes = _encode(joined)
    begins = [0, *accumulate(len(text) + 1 for text in texts)]
    careful = set()
    for find in (partial(codes.find, b"\0"), partial(joined.find, "  ")):
        place = find()
        while place >= 0:
            number = bisect_right(begins, place)
            careful.add(number - 1)
            place = find(begins[number])
    return b" " + codes + b" ", begins, careful


def _replace_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _encode(text: str) -> bytes:
    """One byte for each character: a lower-case letter, a space for a sign, 0 for what has to be looked at."""
    return charmap_encode(text, _UNREAD, encoding_table)[0].translate(_CODES)


def _list_codes() -> Iterator[int]:
    for character in decoding_table:
        if character in f"\0{_INVISIBLE}&<*_@#" or (character.isspace() and character != " "):
            yield 0
        else:
            yield charmap_encode(character.lower(), "strict", encoding_table)[0][0] if character.isalnum() else 32


def _mark_unread(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes(error.end - error.start), error.end


# Most texts are in Latin letters, for which Windows-1252 has one byte each: the codec and a table of bytes are many
# times faster than any look at code points. What it has no byte for becomes 0.
_UNREAD = "tms.glossary.unread"
register_error(_UNREAD, _mark_unread)
_CODES = bytes(_list_codes())


def _fold_character(match: re.Match[str]) -> str:
    character = match.group()
    return _CHANGES.get(character) or (" " if character.isspace() else "\ufffd")


def fold_carefully(text: str) -> Folded:
    """`fold_text` for a text that is known to need care."""
    parts: list[str] = []
    runs: list[_Run] = []
    size = 0
    for match in _PIECE.finditer(text):
        start, end = match.span()
        is_exact = match.lastgroup == "plain"
        piece = text[start:end]
        if is_exact:
            piece = piece if piece.isascii() else _compose(piece)
        else:
            piece, is_exact = _fold_piece(match)
            if not piece:
                continue
            if piece == " " and parts and parts[-1] == " ":
                runs[-1] = (*runs[-1][:2], end, False)
                continue
        parts.append(piece)
        runs.append((size, start, end, is_exact))
        size += len(piece)
    joined = "".join(parts)
    return Folded(joined, _read_words(joined), runs)


def _fold_piece(match: re.Match[str]) -> tuple[str, bool]:
    """The folded piece, and whether each of its characters stands for one of the original."""
    kind, piece = match.lastgroup, match.group()
    if kind == "cluster":
        composed = unicodedata.normalize("NFC", piece)
        return composed, len(composed) == len(piece)
    if kind == "tag":
        return (" " if (match["name"] or "").lower() in _BLOCK_TAGS else ""), False
    if kind == "entity":
        return _fold_entity(piece), False
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
