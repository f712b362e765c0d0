"""Text that stands escaped inside something else: decoded with a map back to the file, and written in the same way.

A document that is embedded (a post in a CDATA section, in a JSON string) is parsed from its decoded text; its units get
their exact place in the file, and a target is escaped as the characters around it are. What is not translated is never
written anew, so it keeps the escapes that it had.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from tms.errors import InputError
from tms.formats.lines import LINE_END
from tms.formats.splice import Span
from tms.values import Document, Unit

Encode = Callable[[str, "Edges"], str]

# The line that a parser names is one of the decoded text; no line of the file says where.
_LINE = re.compile(r"line (\d+): ")


@dataclass(frozen=True, slots=True)
class Run:
    """Decoded characters from `start` on and the raw ones from `raw_start` to `raw_end` that they stand for.

    They are as many as the raw ones, or one character that is written as an escape.
    """

    start: int
    raw_start: int
    raw_end: int
    is_cdata: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """What a piece stands between in the file: two raw characters on each side, and how its ends are written."""

    before: str
    after: str
    starts_in_cdata: bool
    ends_in_cdata: bool


@dataclass(frozen=True, slots=True)
class Embedded:
    """A decoded text with the runs that it was decoded from, in order and without a gap in the text."""

    source: str
    text: str
    runs: tuple[Run, ...]
    encode: Encode
    _starts: tuple[int, ...]

    def find_place(self, start: int, end: int) -> tuple[int, int]:
        """Where the decoded characters from `start` to `end` (at least one) stand in the file."""
        first, last = self._find_runs(start, end)
        raw_start = first.raw_start + start - first.start
        return raw_start, last.raw_end if self._is_escape(last) else last.raw_start + end - last.start

    def write(self, form: str, start: int, end: int) -> str:
        """The form of new characters in the place of those from `start` to `end`."""
        first, last = self._find_runs(start, end)
        raw_start, raw_end = self.find_place(start, end)
        before, after = self.source[max(raw_start - 2, 0) : raw_start], self.source[raw_end : raw_end + 2]
        return self.encode(form, Edges(before, after, first.is_cdata, last.is_cdata))

    def _find_runs(self, start: int, end: int) -> tuple[Run, Run]:
        return self.runs[bisect_right(self._starts, start) - 1], self.runs[bisect_left(self._starts, end) - 1]

    def _is_escape(self, run: Run) -> bool:
        position = bisect_right(self._starts, run.start)
        end = self._starts[position] if position < len(self._starts) else len(self.text)
        return end - run.start != run.raw_end - run.raw_start


def build_embedded(source: str, pieces: Sequence[tuple[str, int, int, bool]], encode: Encode) -> Embedded:
    """The text of decoded pieces: (characters, raw start, raw end, whether they stand in a CDATA section)."""
    runs: list[Run] = []
    position = 0
    for characters, raw_start, raw_end, is_cdata in pieces:
        if characters:
            runs.append(Run(position, raw_start, raw_end, is_cdata))
            position += len(characters)
    text = "".join(piece[0] for piece in pieces)
    return Embedded(source, text, tuple(runs), encode, tuple(run.start for run in runs))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an embedded text is read and written: the two functions of a format."""

    parse: Callable[[str], Document]
    serialize: Callable[[Document, Sequence[str | None]], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of an embedded document, where it stands in the decoded text, and what stands in front of it there."""

    embedded: Embedded
    dialect: Dialect
    unit: Unit
    start: int
    before: str
    newline: str

    def make_span(self) -> Span:
        """The unit's place in the file."""
        start, end = self.embedded.find_place(self.start, self.start + len(self.unit.raw))
        return Span(start, end, self.unit.kind, self.unit.text, self.unit.continuation)

    def write(self, target: str) -> str:
        """The form of a target in the file."""
        alone = Document("", (self.unit,), (self.before, ""), newline=self.newline)
        form = self.dialect.serialize(alone, (target,)).removeprefix(self.before)
        return self.embedded.write(form, self.start, self.start + len(self.unit.raw))


def list_places(embedded: Embedded, dialect: Dialect) -> Iterator[Place]:
    """The units of an embedded document; a refusal names the line of the file."""
    try:
        document = dialect.parse(embedded.text)
    except InputError as error:
        raise _move_refusal(error, embedded) from error
    position = 0
    for before, unit in zip(document.skeleton[:-1], document.units, strict=True):
        start = position + len(before)
        yield Place(embedded, dialect, unit, start, before, document.newline)
        position = start + len(unit.raw)


def splice_places(document: Document, targets: Sequence[str | None], places: Sequence[Place]) -> str:
    """The file with each target in the place of its unit, escaped as that was."""
    forms = (
        unit.raw if target is None or target == unit.text else place.write(target)
        for unit, target, place in zip(document.units, targets, places, strict=True)
    )
    pairs = zip(document.skeleton[:-1], forms, strict=True)
    return "".join((*chain.from_iterable(pairs), document.skeleton[-1]))


def _move_refusal(error: InputError, embedded: Embedded) -> InputError:
    found = _LINE.match(error.message)
    if found is None or not embedded.text:
        return error
    ends = [match.end() for match in LINE_END.finditer(embedded.text)]
    number = int(found[1])
    offset = min(ends[number - 2] if 1 < number <= len(ends) + 1 else 0, len(embedded.text) - 1)
    raw = embedded.find_place(offset, offset + 1)[0]
    line = sum(1 for _ in LINE_END.finditer(embedded.source, 0, raw)) + 1
    return InputError(f"line {line}: {error.message[found.end() :]}", error.hint)
