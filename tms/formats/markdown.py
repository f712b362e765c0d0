"""Markdown (CommonMark, tables, strikethrough, footnotes, front matter), cut and joined to the byte."""

from collections.abc import Sequence

from tms.formats.front_matter import read_front_matter, write_field
from tms.formats.markdown_blocks import find_blocks
from tms.formats.markdown_targets import write_block
from tms.formats.splice import Span, build_document, splice_targets
from tms.formats.titles import shorten_title
from tms.values import Document, Kind, Unit

_BYTE_ORDER_MARK = "\ufeff"
_FIELD_KINDS = (Kind.TITLE, Kind.EXCERPT)


def parse(text: str) -> Document:
    """The units of a Markdown file: front matter fields, headings, paragraphs, items, quotes, cells, alt texts."""
    start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    body, fields = read_front_matter(text, start)
    spans = [*fields, *find_blocks(text, body)]
    return build_document("markdown", text, spans, _find_title(spans))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The file with each target in the place of its unit, escaped where it would break the blocks around it."""
    is_toml = document.skeleton[0].removeprefix(_BYTE_ORDER_MARK).startswith("+++")

    def write(unit: Unit, target: str, before: str) -> str:
        if unit.kind in _FIELD_KINDS:
            return write_field(unit, target, newline=document.newline, is_toml=is_toml)
        return write_block(unit, target, before=before, newline=document.newline)

    return splice_targets(document, targets, write)


def _find_title(spans: Sequence[Span]) -> str:
    for kind in (Kind.TITLE, Kind.HEADING):
        for span in spans:
            if span.kind is kind:
                return " ".join(span.text.split())
    return shorten_title(spans[0].text) if spans else ""
