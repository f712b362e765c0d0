"""Stored paragraphs as units, to be paired or aligned with those of a file."""

from collections.abc import Iterable

from tms.store.rows import SegmentRow, TranslationRow
from tms.values import Kind, Unit


def make_unit(kind: Kind, text: str) -> Unit:
    """A unit that stands in no file."""
    return Unit(kind, text, text, 0)


def to_units(rows: Iterable[SegmentRow | TranslationRow]) -> tuple[Unit, ...]:
    """The sources of stored paragraphs."""
    return tuple(make_unit(row.kind, row.source) for row in rows)
