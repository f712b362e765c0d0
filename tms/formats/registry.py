"""Look a format up by its id or by a file."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from tms.errors import InputError, NotFoundError
from tms.formats.record import Format

# A front matter, an ATX heading, a fence or an inline link give Markdown away.
_MARKDOWN_SIGNS = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?$|^#{1,6}[ \t]\S|^```|\]\([^)\s]+\)", re.MULTILINE
)
_HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_BLOCK_MARK = re.compile(rb"<!--\s+wp:[a-z]")
# Exports and answers of a site hold block marks as well.
_XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|item)[\s>]")
_JSON_START = re.compile(rb"""(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:""")
_SNIFFED_BYTES = 65_536


def get_format_among(formats: Sequence[Format], format_id: str) -> Format:
    """The format of this id; raises NotFoundError that lists the ids there are."""
    for known in formats:
        if known.id == format_id:
            return known
    raise NotFoundError(f"no format '{format_id}'", f"formats are {', '.join(known.id for known in formats)}")


def detect_format_among(formats: Sequence[Format], name: str, data: bytes) -> Format:
    """The format by the ending of `name`; without an ending (standard input) by the first signs in the data.

    Web pages and posts of WordPress have the same endings: block marks tell them apart.
    """
    suffix = PurePath(name).suffix.lower()
    for known in formats:
        if suffix in known.suffixes:
            is_post = known.id == "html" and _BLOCK_MARK.search(data) is not None
            return get_format_among(formats, "wordpress") if is_post else known
    if suffix:
        endings = ", ".join(dict.fromkeys(ending for known in formats for ending in known.suffixes))
        raise InputError(
            f"'{name}' has an ending that no format reads", f"known endings are {endings}; or name --format"
        )
    return get_format_among(formats, _guess_format(data[:_SNIFFED_BYTES]))


def _guess_format(data: bytes) -> str:
    if _XML_START.match(data):
        return "wxr"
    if _JSON_START.match(data):
        return "wordpress-json"
    if _BLOCK_MARK.search(data):
        return "wordpress"
    if _HTML_START.match(data):
        return "html"
    return "markdown" if _MARKDOWN_SIGNS.search(data) else "text"
