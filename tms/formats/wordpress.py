"""Posts of WordPress: block markup, or the classic editor's paragraphs between blank lines, with shortcodes."""

import re
from collections.abc import Sequence

from tms.formats.html import BYTE_ORDER_MARK, find_title
from tms.formats.html_blocks import find_spans
from tms.formats.html_runs import has_words, make_span
from tms.formats.html_targets import write_unit
from tms.formats.html_tokens import split_tokens
from tms.formats.splice import Span, build_document, splice_targets
from tms.formats.wordpress_blocks import find_holes, find_marks
from tms.formats.wordpress_labels import find_labels, is_label, write_label
from tms.values import Document, Kind, Unit

# A button is a link that its block makes: its words are the text, the link is the block's.
_BUTTON = re.compile(
    r"""<a\s(?=[^<>]*\bwp-block-button__link\b)(?:[^>"']|"[^"]*"|'[^']*')*+>(?P<words>.*)</a\s*>""",
    re.DOTALL | re.IGNORECASE,
)


def parse(text: str) -> Document:
    """The units of a post; raises InputError for a block or a tag that is never closed, and for broken attributes."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    marks = list(find_marks(text))
    holes = find_holes(text, marks)
    tokens = split_tokens(text, start, holes=holes, has_shortcodes=True)
    spans = [_find_button(text, span) or span for span in find_spans(text, tokens)]
    spans = sorted((*spans, *find_labels(text, marks, holes)), key=lambda span: span.start)
    return build_document("wordpress", text, spans, find_title(spans))


def serialize(document: Document, targets: Sequence[str | None]) -> str:
    """The post with each target in the place of its unit, escaped where it would break what is around it."""

    def write(unit: Unit, target: str, before: str) -> str:
        if is_label(unit, before):
            return write_label(unit, target, before)
        return write_unit(unit, target, before=before, newline=document.newline, has_shortcodes=True)

    return splice_targets(document, targets, write)


def _find_button(text: str, span: Span) -> Span | None:
    found = _BUTTON.fullmatch(text, span.start, span.end)
    if found is None or "</a" in found["words"].lower() or not has_words(found["words"]):
        return None
    return make_span(text, *found.span("words"), Kind.LINK)
