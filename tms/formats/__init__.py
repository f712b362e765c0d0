"""Article files: bytes to a document of units, and back with translations in their places."""

from tms.formats import html, markdown, rest_posts, text, wordpress, wxr
from tms.formats.record import Format
from tms.formats.registry import detect_format_among, get_format_among
from tms.formats.rest_posts import slice_rest_posts
from tms.formats.source import decode_source
from tms.formats.wxr_document import wrap_wxr
from tms.formats.wxr_posts import list_wxr_posts

FORMATS: tuple[Format, ...] = (
    Format("text", "Plain text", (".txt", ".text"), text.parse, text.serialize),
    Format("markdown", "Markdown", (".md", ".markdown"), markdown.parse, markdown.serialize),
    Format("html", "HTML", (".html", ".htm"), html.parse, html.serialize),
    Format("wordpress", "WordPress post", (".html", ".htm"), wordpress.parse, wordpress.serialize),
    Format("wxr", "WordPress export", (".xml", ".wxr"), wxr.parse, wxr.serialize, has_lines=False),
    Format(
        "wordpress-json", "Answer of WordPress", (".json",), rest_posts.parse, rest_posts.serialize, has_lines=False
    ),
)


def get_format(format_id: str) -> Format:
    """The format of this id; raises NotFoundError that lists them all."""
    return get_format_among(FORMATS, format_id)


def detect_format(name: str, data: bytes) -> Format:
    """The format of a file by the ending of its name, or by its first lines where the name has none."""
    return detect_format_among(FORMATS, name, data)


__all__ = [
    "FORMATS",
    "Format",
    "decode_source",
    "detect_format",
    "get_format",
    "list_wxr_posts",
    "slice_rest_posts",
    "wrap_wxr",
]
