"""Texts as bytes of a code page of their own, in which words and shapes are told apart at the speed of C."""

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

# ASCII and Latin-1; signs and letters of French and Spanish stand in the place of the second control characters.
_MORE = "\u202f\u2009‘’“”„‹›…–—‑−€œŒŸ•"
_PAGE = f"{''.join(map(chr, range(0x80)))}{_MORE:\ufffe<32}{''.join(map(chr, range(0xA0, 0x100)))}"
_ENCODING = codecs.charmap_build(_PAGE)
_LETTER = re.compile(r"[^\W\d_]")
_TO_WORDS = bytes(
    _PAGE.index(sign.lower()) if _LETTER.match(sign) and sign.lower() in _PAGE else ord(" ") for sign in _PAGE
)
# What stands for what in shapes.
_LIKE = {";": ":", "?": "!", "”": "»", '"': "»", "¡": "¿", "\n": "\n", "×": "A"}


def _classify(sign: str) -> str:
    if sign in _LIKE:
        return _LIKE[sign]
    if _LETTER.match(sign):
        return "A" if sign.isupper() else "a"
    if sign.isspace():
        return " "
    return "0" if sign.isdecimal() else sign


_TO_SHAPES = bytes(_PAGE.index(_classify(sign)) for sign in _PAGE)


class Reading(NamedTuple):
    """A text as bytes, and its words in lower case in their order.

    `code` is None where the text has signs that the page has not; other letters then part words.
    """

    code: bytes | None
    words: list[bytes]

    @property
    def shapes(self) -> bytes | None:
        """The signs, with a for a small letter, A for a capital, 0 for a digit, a blank for any space."""
        return None if self.code is None else self.code.translate(_TO_SHAPES)


@lru_cache(maxsize=8)
def read_code(text: str) -> Reading:
    """The bytes and words of a text; remembered, as several ask for them."""
    try:
        code, _ = codecs.charmap_encode(text, "strict", _ENCODING)
    except UnicodeEncodeError:
        code, _ = codecs.charmap_encode(text.lower(), "replace", _ENCODING)
        return Reading(None, code.translate(_TO_WORDS).split())
    return Reading(code, code.translate(_TO_WORDS).split())


def encode(text: str) -> bytes:
    """A word or a shape as bytes; an error where the page does not have its letters."""
    return codecs.charmap_encode(text, "strict", _ENCODING)[0]


def place_of(sign: str) -> int | None:
    """The byte of a sign, None where the page does not have it."""
    return _PAGE.index(sign) if sign in _PAGE else None
