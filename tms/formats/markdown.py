"""Markdown (CommonMark, tables, strikethrough, footnotes, front matter), cut and joined to the byte."""

from collections.abc import Iterable, Sequence

from tms.formats.front_matter import FIELD, read_front_matter, write_field
from tms.formats.html_targets import write_unit
from tms.formats.markdown_blocks import find_blocks
from tms.formats.markdown_html import HTML
from tms.formats.markdown_targets import write_block
from tms.formats.splice import Span, build_document, list_apart
from tms.formats.titles import shorten_title
from tms.values import Document, Kind

_BYTE_ORDER_MARK = "\ufeff"


def parse(text: str) -> Document:
    """The units of a Markdown file: front matter fields, headings, paragraphs, items, quotes, cells, texts in tags."""
    spans = _find_spans(text)
    return build_document("markdown", text, spans, _find_title(spans))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The file with each target in the place of its unit, escaped where it would break the blocks around it."""
    source = _join(document, (unit.raw for unit in document.units))
    changed = [
        position
        for position, (unit, target) in enumerate(zip(document.units, targets, strict=True))
        if target is not None and target != unit.text
    ]
    if not changed:
        return source
    # How a text is written depends on what it stands in, which only reading tells.
    spans = list_apart(_find_spans(source))
    written = [unit.raw for unit in document.units]
    for position in changed:
        written[position] = _write(document, position, targets[position] or "", spans[position].form)
    return _join(document, written)


def _join(document: Document, forms: Iterable[str]) -> str:
    return "".join(piece for pair in zip(document.skeleton, (*forms, ""), strict=True) for piece in pair)


def _write(document: Document, position: int, target: str, form: str) -> str:
    unit, before = document.units[position], document.skeleton[position]
    if form == FIELD:
        is_toml = document.skeleton[0].removeprefix(_BYTE_ORDER_MARK).startswith("+++")
        return write_field(unit, target, newline=document.newline, is_toml=is_toml)
    if form == HTML:
        return write_unit(unit, target, before=before, newline=document.newline, has_shortcodes=False)
    return write_block(unit, target, form=form, before=before, newline=document.newline)


def _find_spans(text: str) -> list[Span]:
    start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    body, fields = read_front_matter(text, start)
    return sorted([*fields, *find_blocks(text, body)], key=lambda span: span.start)


def _find_title(spans: Sequence[Span]) -> str:
    for kind in (Kind.TITLE, Kind.HEADING):
        for span in spans:
            if span.kind is kind:
                return " ".join(span.text.split())
    return shorten_title(spans[0].text) if spans else ""
