"""Plain text: paragraphs with blank lines between them."""

from collections.abc import Iterator, Sequence

from tms.formats.lines import split_lines, unify_lines
from tms.formats.splice import Span, build_document, splice_targets
from tms.formats.titles import shorten_title
from tms.values import Document, Kind, Unit

MAX_HEADING = 200

_BYTE_ORDER_MARK = "\ufeff"
_NO_HEADING_ENDS = (".", ";", ",")


def parse(text: str) -> Document:
    """The paragraphs of a text; a first one that is a short line without a full stop is its heading and title."""
    spans = list(_find_paragraphs(text))
    if not spans:
        return build_document("text", text, (), "")
    first = spans[0]
    if len(spans) > 1 and _is_heading(first.text):
        spans[0] = Span(first.start, first.end, Kind.HEADING, first.text)
        return build_document("text", text, spans, first.text)
    return build_document("text", text, spans, shorten_title(first.text))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The text with each target in the place of its paragraph, in the file's own line ends."""

    def write(_unit: Unit, target: str, _before: str) -> str:
        return unify_lines(target.strip()).replace("\n", document.newline)

    return splice_targets(document, targets, write)


def _is_heading(text: str) -> bool:
    return "\n" not in text and len(text) <= MAX_HEADING and not text.endswith(_NO_HEADING_ENDS)


def _find_paragraphs(text: str) -> Iterator[Span]:
    start = end = None
    offset = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    for line_start, line_end in split_lines(text[offset:]):
        if text[offset + line_start : offset + line_end].strip():
            start = offset + line_start if start is None else start
            end = offset + line_end
        elif start is not None and end is not None:
            yield _trim(text, start, end)
            start = None
    if start is not None and end is not None:
        yield _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Span:
    paragraph = text[start:end]
    start += len(paragraph) - len(paragraph.lstrip())
    end = start + len(paragraph.strip())
    return Span(start, end, Kind.PARAGRAPH, unify_lines(text[start:end]))
