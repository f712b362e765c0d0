"""A document out of a text and the spans of its units, and the text again out of a document."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tms.formats.lines import find_line_ends, find_newline
from tms.values import Document, Kind, Unit


@dataclass(frozen=True, slots=True)
class Span:
    """Where a unit stands in the text (`start` to `end`), and what people see of it.

    `form` says how a target is written there, in a format that has several ways for one kind.
    """

    start: int
    end: int
    kind: Kind
    text: str
    continuation: str = ""
    form: str = ""


def build_document(format_id: str, source: str, spans: Iterable[Span], title: str) -> Document:
    """The document whose units are the spans; one that overlaps an earlier one is left to the skeleton."""
    spans = list_apart(spans)
    line_starts = [0, *(following for _, following in find_line_ends(source))]
    units: list[Unit] = []
    skeleton: list[str] = []
    position = 0
    for span in spans:
        skeleton.append(source[position : span.start])
        line = bisect_right(line_starts, span.start, hi=len(line_starts) - 1)
        units.append(Unit(span.kind, span.text, source[span.start : span.end], line, span.continuation))
        position = span.end
    skeleton.append(source[position:])
    return Document(format_id, tuple(units), tuple(skeleton), title, find_newline(source))


def list_apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in their order, without those that overlap an earlier one."""
    position = 0
    apart: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if span.start >= position:
            apart.append(span)
            position = span.end
    return apart


def splice_targets(document: Document, targets: Sequence[str | None], write: Callable[[Unit, str, str], str]) -> str:
    """The file with each target in the place of its unit; None, or the unit's own text, leaves the unit as it stands.

    `write(unit, target, before)` gives the target's form in the file; `before` is the skeleton in front of the unit.
    """
    pieces: list[str] = []
    for before, unit, target in zip(document.skeleton[:-1], document.units, targets, strict=True):
        pieces.append(before)
        pieces.append(unit.raw if target is None or target == unit.text else write(unit, target, before))
    pieces.append(document.skeleton[-1])
    return "".join(pieces)
