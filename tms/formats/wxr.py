"""WordPress exports (WXR): title, content and excerpt of each post are units, in the order of the file.

WordPress writes the title first, then the content, then the excerpt. Names, dates, addresses, comments, terms and
custom fields are kept. One post that was cut out of an export (`<item>…</item>`) is read like a whole one. In an export
only the posts that have text for readers count (no menus, files, revisions, templates, nothing from the trash).
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.parsers import expat

from tms.errors import InputError
from tms.formats.embedded import Dialect, Place, list_places, splice_places
from tms.formats.embedded_xml import decode_xml
from tms.formats.html import BYTE_ORDER_MARK
from tms.formats.splice import build_document
from tms.formats.wordpress_fields import CONTENT, EXCERPT, TITLE, find_post_title
from tms.formats.wxr_facts import find_reason, read_facts
from tms.formats.wxr_items import Item, ItemReader, explain_fault
from tms.values import Document

_DIALECTS: Mapping[str, Dialect] = {"title": TITLE, "content:encoded": CONTENT, "excerpt:encoded": EXCERPT}


def parse(text: str) -> Document:
    """The units of an export or of one post of it; raises InputError with the line for what is no WXR."""
    places = list(_list_places(text))
    spans = [place.make_span() for place in places]
    return build_document("wxr", text, spans, find_post_title(place.unit for place in places))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The export with each target in the place of its unit, in a CDATA section or escaped as the unit was."""
    pairs = zip(document.skeleton, (*(unit.raw for unit in document.units), ""), strict=True)
    return splice_places(document, targets, tuple(_list_places("".join(part for pair in pairs for part in pair))))


def _list_places(text: str) -> Iterator[Place]:
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    data = text[start:].encode("utf-8", "surrogatepass")
    items = _read_items(data)
    is_alone = len(items) == 1
    offset = 0
    for item, inside in items:
        if not is_alone and find_reason(read_facts(item, inside), with_drafts=True):
            continue
        for field in item.fields:
            if dialect := _DIALECTS.get(field.name):
                start += len(data[offset : field.start].decode())
                end = start + len(data[field.start : field.end].decode())
                yield from list_places(decode_xml(text, start, end), dialect)
                start, offset = end, field.end


def _read_items(data: bytes) -> list[tuple[Item, bytes]]:
    reader = ItemReader()
    try:
        reader.feed(data)
        reader.finish()
    except expat.ExpatError as error:
        if not reader.has_begun:
            raise InputError(
                "this is no XML: it begins with other text", "a WordPress export begins with '<?xml' and '<rss'"
            ) from error
        raise InputError(f"line {error.lineno}: {explain_fault(error)}", "export it again") from error
    return reader.take_items()
