"""Shortcodes of WordPress: `[gallery ids="1,2"]`, `[caption]…[/caption]`."""

import re
from dataclasses import dataclass

# Where a shortcode may start; doubled brackets are its own way to write one as text.
BRACKET = r"(?<!\[)\[(?=[a-z])|\[(?=/[a-z])"
SHORTCODE_NAME = re.compile(r"\[/?([a-z][a-z0-9_-]*+)")

_SHORTCODE = re.compile(
    r"""\[(/?)([a-z][a-z0-9_-]*+)((?:(?=[\s/=])(?:[^\[\]"'<>]++|"[^"\[\]]*+"|'[^'\[\]]*+'|["'])*+)?)\]"""
)
_HAS_ATTRIBUTE = re.compile(r"\s[\w-]+=")
_KNOWN = frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
_CAPTIONS = frozenset({"caption", "wp_caption"})
_CODE = frozenset({"audio", "code", "embed", "gallery", "latex", "playlist", "sourcecode", "video"})


@dataclass(frozen=True, slots=True)
class Shortcode:
    """What stands in one pair of square brackets, which may also be a word of an editor: [sic]."""

    name: str
    end: int
    attributes: str
    is_closing: bool


def read_shortcode(text: str, start: int, end: int) -> Shortcode | None:
    """What could be a shortcode at the place of a square bracket."""
    match = _SHORTCODE.match(text, start, end)
    return Shortcode(match[2], match.end(), match[3], bool(match[1])) if match else None


def is_shortcode(shortcode: Shortcode, *, is_closed: bool) -> bool:
    """Whether it is one: a built-in one, or one with attributes, closed further on, or closed in itself."""
    return (
        is_closed
        or shortcode.name in _KNOWN
        or shortcode.attributes.endswith("/")
        or _HAS_ATTRIBUTE.search(shortcode.attributes) is not None
    )


def is_caption(name: str) -> bool:
    """Whether the shortcode of this name holds a picture and its caption."""
    return name in _CAPTIONS


def is_code(shortcode: Shortcode) -> bool:
    """Whether what it holds is an address or code, never text."""
    return shortcode.name in _CODE


def is_holder(name: str) -> bool:
    """Whether the shortcode of this name takes what follows out of the text or makes a caption of it."""
    return name in _CAPTIONS | _CODE
