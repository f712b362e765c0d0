"""The texts of a post that an export or an answer of the site holds each in a field of its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tms.formats import html, wordpress
from tms.formats.embedded import Dialect
from tms.formats.html_runs import has_words
from tms.formats.html_targets import write_unit
from tms.formats.lines import unify_lines
from tms.formats.splice import Span, build_document, splice_targets
from tms.values import Document, Kind, Unit

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_@.].*)?", re.DOTALL)


def _parse_title(text: str) -> Document:
    words = text.strip()
    start = len(text) - len(text.lstrip())
    spans = [Span(start, start + len(words), Kind.TITLE, unify_lines(words))] if has_words(words) else []
    return build_document("title", text, spans, "")


def _serialize_title(document: Document, targets: Sequence[str | None]) -> str:
    def write(unit: Unit, target: str, before: str) -> str:
        # Titles of posts may have inline markup, other than those of a page; nothing around them counts on loose tags.
        heading = replace(unit, kind=Kind.HEADING, text="")
        return write_unit(heading, " ".join(target.split()), before=before, newline=" ", has_shortcodes=False)

    return splice_targets(document, targets, write)


def _as_excerpt(document: Document) -> Document:
    units = (replace(unit, kind=Kind.EXCERPT) if unit.kind is Kind.PARAGRAPH else unit for unit in document.units)
    return replace(document, units=tuple(units))


TITLE = Dialect(_parse_title, _serialize_title)
CONTENT = Dialect(wordpress.parse, wordpress.serialize)
EXCERPT = Dialect(lambda text: _as_excerpt(wordpress.parse(text)), wordpress.serialize)
# What the site has made of them for its readers: no blocks, no shortcodes.
RENDERED_CONTENT = Dialect(html.parse, html.serialize)
RENDERED_EXCERPT = Dialect(lambda text: _as_excerpt(html.parse(text)), html.serialize)


def normalize_language(code: str) -> str:
    """The language without region, script or encoding, in small letters (fr_FR and fr-CA are fr); "" for no code."""
    found = _LANGUAGE.fullmatch(code.strip())
    return found[1].lower() if found else ""


def find_post_title(units: Iterable[Unit]) -> str:
    """The text of the first title among the units, in one line."""
    return next((" ".join(unit.text.split()) for unit in units if unit.kind is Kind.TITLE), "")
