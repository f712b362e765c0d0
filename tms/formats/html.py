"""HTML, whole pages and fragments, cut and joined to the byte."""

from collections.abc import Sequence

from tms.formats.html_blocks import find_spans
from tms.formats.html_targets import write_unit
from tms.formats.html_tokens import split_tokens
from tms.formats.splice import Span, build_document, splice_targets
from tms.formats.titles import shorten_title
from tms.values import Document, Kind, Unit

BYTE_ORDER_MARK = "\ufeff"


def parse(text: str) -> Document:
    """The units of an HTML text; raises InputError where something is opened and hides the rest of the text."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    spans = sorted(find_spans(text, split_tokens(text, start)), key=lambda span: span.start)
    return build_document("html", text, spans, find_title(spans))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The text with each target in the place of its unit, escaped where it would break what is around it."""

    def write(unit: Unit, target: str, before: str) -> str:
        return write_unit(unit, target, before=before, newline=document.newline, has_shortcodes=False)

    return splice_targets(document, targets, write)


def find_title(spans: Sequence[Span]) -> str:
    """The text of the page's title, else of its first heading, else its first words."""
    for kind in (Kind.TITLE, Kind.HEADING):
        for span in spans:
            if span.kind is kind:
                return " ".join(span.text.split())
    return shorten_title(spans[0].text) if spans else ""
