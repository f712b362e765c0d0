"""Text from outside made harmless to look at: controls become visible symbols, one for one."""

import re

# C0 without the line feed, DEL, C1, bidi controls, invisible format characters, line separators,
# lone surrogates and tag characters: none of them may reach a terminal as itself.
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNSAFE_IN_EDITOR = re.compile(UNSAFE.pattern.replace("\x00-\x09", "\x00-\x08"))
_FOLD_BASE = 0xF0000
_TAG_BASE = 0xE0000
_FOLDED_TAG_BASE = 0xFF000

_SYMBOLS = {
    "\t": "⇥",
    "\x7f": "␡",
    "\u061c": "⇽",
    "\u200e": "⇾",
    "\u200f": "⇽",
    "\u202a": "⇾",
    "\u202b": "⇽",
    "\u202c": "⇹",
    "\u202d": "⇾",
    "\u202e": "⇽",
    "\u2066": "⇾",
    "\u2067": "⇽",
    "\u2068": "⇹",
    "\u2069": "⇹",
    "\u2028": "␤",
    "\u2029": "␤",
}


def show_harmless(text: str) -> str:
    """The text as it may be shown: as many characters, controls as symbols, line feeds kept."""
    return UNSAFE.sub(_find_symbol, text) if UNSAFE.search(text) else text


def _find_symbol(found: re.Match[str]) -> str:
    character = found[0]
    if character < " ":
        return _SYMBOLS.get(character) or chr(0x2400 + ord(character))
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _SYMBOLS.get(character) or ("␦" if character < "\xa0" else "▫")


def fold(text: str) -> str:
    """The text with controls exchanged for private characters of one cell, for an editor that would split or drop them.

    Tabs and line feeds stay. `unfold` gives the controls back.
    """
    return _UNSAFE_IN_EDITOR.sub(lambda found: _fold_one(found[0]), text) if _UNSAFE_IN_EDITOR.search(text) else text


def unfold(text: str) -> str:
    """What was folded, as it was."""
    return _FOLDED.sub(lambda found: _unfold_one(found[0]), text) if _FOLDED.search(text) else text


def show_folded(text: str) -> str:
    """Folded text as symbols, one for one, tabs kept."""
    return _FOLDED.sub(lambda found: show_harmless(_unfold_one(found[0])), text) if _FOLDED.search(text) else text


def _fold_one(character: str) -> str:
    code = ord(character)
    return chr(_FOLDED_TAG_BASE + code - _TAG_BASE if code >= _TAG_BASE else _FOLD_BASE + code)


def _unfold_one(character: str) -> str:
    code = ord(character)
    is_tag = _FOLDED_TAG_BASE <= code <= _FOLDED_TAG_BASE + 0x7F
    return chr(code - _FOLDED_TAG_BASE + _TAG_BASE if is_tag else code - _FOLD_BASE)


# The same class, each of its characters folded.
_FOLDED = re.compile("".join(c if c in "[]-" else _fold_one(c) for c in _UNSAFE_IN_EDITOR.pattern))
