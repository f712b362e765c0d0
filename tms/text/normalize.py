"""Fold the differences in spelling of the same text that nobody means: composition, spaces, apostrophes."""

import hashlib
import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u02bc\u2018\u00b4\uff07"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"), None)
_FOLDS = {**_APOSTROPHES, **_INVISIBLE}
_SPACES = re.compile(r"\s+")


def normalize_spaces(text: str) -> str:
    """The text with every run of white space (no-break spaces and line ends too) as one space, ends trimmed."""
    return _SPACES.sub(" ", text).strip()


def normalize_text(text: str) -> str:
    """NFC, one space between words, straight apostrophes, no invisible characters: equal texts for a memory."""
    return normalize_spaces(unicodedata.normalize("NFC", text).translate(_FOLDS))


def fold_case(text: str) -> str:
    """`normalize_text` without case, for look-ups that must not depend on it."""
    return normalize_text(text).casefold()


def hash_text(text: str) -> str:
    """SHA-256 of the exact text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
