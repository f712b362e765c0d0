"""What a reader of a text with markup sees, and what is said to readers beside the text."""

import re
import unicodedata
from collections.abc import Iterable

from tms.text.markup import Tag, find_tags, find_urls, strip_markup

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"), None)
_ADDRESS = "\ufffc"
_HAS_ADDRESS = re.compile(r"://|www\.|@")
_HAS_MARKUP = re.compile(r"[<\[&*_`{%\\~]")
_STRUCK = frozenset(("del", "s", "strike", "~~"))
_RAISED = {"sup": "^", "sub": "_"}
_QUOTED = {"open": "“", "close": "”"}
_SAID = re.compile(r"""\s(alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LINK_TITLE = re.compile(r"""\s["'“]([^"'”]+)["'”]\s*\)\Z""")


def read_visible(text: str) -> str:
    """What a reader sees, without struck text, addresses without their letters; white space as one space."""
    shown = strip_markup(_replace_telling(text)) if _HAS_MARKUP.search(text) else text
    if _HAS_ADDRESS.search(shown):
        shown = _without_addresses(shown)
    if not shown.isascii():
        shown = unicodedata.normalize("NFC", shown).translate(_INVISIBLE)
    return " ".join(shown.split())


def has_markup(text: str) -> bool:
    """Whether there may be more in a text than a reader sees."""
    return _HAS_MARKUP.search(text) is not None


def list_captions(text: str) -> list[str]:
    """Titles and descriptions that stand in tags."""
    if not _HAS_MARKUP.search(text):
        return []
    captions: list[str] = []
    for tag in find_tags(text):
        if tag.raw.startswith("<"):
            captions += [match[2] or match[3] or "" for match in _SAID.finditer(tag.raw)]
        elif tag.name in ("link", "image") and (title := _LINK_TITLE.search(tag.raw)):
            captions.append(title[1])
    return [" ".join(caption.split()) for caption in captions if caption.strip()]


def list_footnotes(text: str) -> list[str]:
    """The marks of footnotes, in order."""
    return [tag.raw for tag in find_tags(text) if tag.name == "footnote"] if "[^" in text else []


def _replace_telling(text: str) -> str:
    """The text with struck words gone, with a sign for what is raised (10<sup>6</sup>), and marks for <q>."""
    pieces: list[tuple[int, int, str]] = []
    struck: dict[str, list[Tag]] = {}
    for tag in find_tags(text):
        if tag.name in _STRUCK:
            pieces += _strike(tag, struck)
        elif tag.name in _RAISED and tag.role == "open" and text[tag.start - 1 : tag.start].isdigit():
            pieces.append((tag.start, tag.end, _RAISED[tag.name] if _is_figure(text, tag.end) else ""))
        elif tag.name == "q" and tag.role in _QUOTED:
            pieces.append((tag.start, tag.end, _QUOTED[tag.role]))
    return _replaced(text, pieces)


def _is_figure(text: str, start: int) -> bool:
    return text[start : start + 1].isdigit() or text[start : start + 1] in "-−+n"


def _strike(tag: Tag, opened: dict[str, list[Tag]]) -> Iterable[tuple[int, int, str]]:
    waiting = opened.setdefault(tag.name, [])
    if tag.role == "open":
        waiting.append(tag)
    elif waiting and tag.role == "close":
        return [(waiting.pop().start, tag.end, "")]
    return []


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, shown in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        if start >= position:
            parts += (text[position:start], shown)
            position = end
    return "".join((*parts, text[position:]))


def _without_addresses(text: str) -> str:
    return _replaced(text, [(span.start, span.end, _ADDRESS) for span in find_urls(text)])
