"""Posts of WordPress: block markup, or the classic editor's paragraphs between blank lines, with shortcodes."""

from collections.abc import Sequence

from tms.formats.html import BYTE_ORDER_MARK, find_title
from tms.formats.html_blocks import find_spans
from tms.formats.html_targets import write_unit
from tms.formats.html_tokens import split_tokens
from tms.formats.splice import build_document, splice_targets
from tms.formats.wordpress_blocks import find_holes
from tms.values import Document, Unit


def parse(text: str) -> Document:
    """The units of a post; raises InputError for a block or a tag that is never closed, and for broken attributes."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    tokens = split_tokens(text, start, holes=find_holes(text), has_shortcodes=True)
    spans = sorted(find_spans(text, tokens), key=lambda span: span.start)
    return build_document("wordpress", text, spans, find_title(spans))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The post with each target in the place of its unit, escaped where it would break what is around it."""

    def write(unit: Unit, target: str, before: str) -> str:
        return write_unit(unit, target, before=before, newline=document.newline, has_shortcodes=True)

    return splice_targets(document, targets, write)
