"""An alignment that a person can change: which texts of a translation belong to which segments of the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tms.values.changes import AlignedPair
from tms.values.vocabulary import Kind, State

BY_HAND = "set by hand"
DOUBTFUL = 0.5
"""Under this confidence a person should look at a row."""


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A stretch of a paragraph of the translation, by code-point offsets; `end` None is its end."""

    paragraph: int
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """Source positions and pieces of the translation that belong together; either side may be empty.

    A row without source is a paragraph of the translation's own; `is_left_out` says that it is not wanted at all.
    """

    source: tuple[int, ...]
    target: tuple[Piece, ...]
    confidence: float
    reasons: tuple[str, ...] = ()
    is_left_out: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < DOUBTFUL and bool(self.target) and not self.is_left_out

    @property
    def is_local(self) -> bool:
        """Whether only the translation has it."""
        return not self.source


@dataclass(frozen=True, slots=True)
class Alignment:
    """Rows in the order of the source; every source position and every text of the translation stands in one of them.

    Each operation gives another alignment, or this very one where it makes no sense; `undo` gives the one before.
    """

    rows: tuple[AlignmentRow, ...]
    before: "Alignment | None" = field(default=None, compare=False, repr=False)

    def undo(self) -> "Alignment":
        """The alignment before the last operation."""
        return self.before or self

    def join(self, at: int) -> "Alignment":
        """One row out of this one and the next."""
        if not 0 <= at < len(self.rows) - 1:
            return self
        first, second = self.rows[at], self.rows[at + 1]
        joined = _by_hand(first.source + second.source, _melt((*first.target, *second.target)))
        return self._with((*self.rows[:at], joined, *self.rows[at + 2 :]))

    def split(self, at: int, place: int, offset: int | None = None) -> "Alignment":
        """Two rows out of one: its pieces from `place` on go to the second, from `offset` within that piece if given.

        Of several source positions the first stays, the others go with them; of one the second row has none.
        """
        if not 0 <= at < len(self.rows):
            return self
        row = self.rows[at]
        head, tail = _cut(row.target, place, offset)
        if not head or not tail:
            return self
        kept, moved = row.source[:1], row.source[1:]
        halves = (_by_hand(kept, head), _by_hand(moved, tail))
        return self._with((*self.rows[:at], *halves, *self.rows[at + 1 :]))

    def separate(self, at: int) -> "Alignment":
        """Let the last source position of a row stand by itself, without a text."""
        if not 0 <= at < len(self.rows) or len(self.rows[at].source) < 2:
            return self
        row = self.rows[at]
        halves = (_by_hand(row.source[:-1], row.target), _by_hand(row.source[-1:], ()))
        return self._with((*self.rows[:at], *halves, *self.rows[at + 1 :]))

    def shift_down(self, at: int) -> "Alignment":
        """Every text from this row on one row down, as far as the next row without one; the last may end without."""
        if not 0 <= at < len(self.rows) or not self.rows[at].target:
            return self
        return self._with(_push(self.rows, at, at + 1))

    def shift_up(self, at: int) -> "Alignment":
        """Every text after this row one row up, as far as the next row without one; this one's own stands alone."""
        if not 0 <= at < len(self.rows) or self.rows[at].is_local:
            return self
        return self._with(_pull(self.rows, at))

    def clear(self, at: int) -> "Alignment":
        """Unpair a row: its text becomes the translation's own; one that is so already is left out, or wanted again."""
        if not 0 <= at < len(self.rows) or not self.rows[at].target:
            return self
        row = self.rows[at]
        if row.is_local:
            turned = replace(row, is_left_out=not row.is_left_out, confidence=1.0, reasons=(BY_HAND,))
            return self._with((*self.rows[:at], turned, *self.rows[at + 1 :]))
        halves = (_by_hand(row.source, ()), _by_hand((), row.target))
        return self._with((*self.rows[:at], *halves, *self.rows[at + 1 :]))

    def place(self, at: int, to: int) -> "Alignment":
        """Move a row's text to another row; where that has one, the two change places."""
        count = len(self.rows)
        if not (0 <= at < count and 0 <= to < count) or at == to or not self.rows[at].target:
            return self
        first, second = self.rows[at], self.rows[to]
        changed = {at: _by_hand(first.source, second.target), to: _by_hand(second.source, first.target)}
        rows = (changed.get(index, row) for index, row in enumerate(self.rows))
        return self._with(tuple(row for row in rows if row.source or row.target))

    def accept(self, at: int) -> "Alignment":
        """Say of a row that it is right."""
        if not 0 <= at < len(self.rows) or not self.rows[at].target:
            return self
        sure = replace(self.rows[at], confidence=1.0, reasons=(BY_HAND,))
        return self._with((*self.rows[:at], sure, *self.rows[at + 1 :]))

    def find_doubtful(self, after: int) -> int | None:
        """The next row that a person should look at, from the top again after the last."""
        count = len(self.rows)
        order = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((index for index in order if self.rows[index].is_doubtful), None)

    def count_doubtful(self) -> int:
        """How many rows a person should look at."""
        return sum(row.is_doubtful for row in self.rows)

    def _with(self, rows: tuple[AlignmentRow, ...]) -> "Alignment":
        return self if rows == self.rows else Alignment(rows, self)


def make_alignment(pairs: Sequence[AlignedPair]) -> Alignment:
    """An alignment as the machine proposes it."""
    return Alignment(
        tuple(
            AlignmentRow(pair.source, tuple(map(Piece, pair.target)), pair.confidence, pair.reasons) for pair in pairs
        )
    )


def _by_hand(source: tuple[int, ...], target: tuple[Piece, ...]) -> AlignmentRow:
    return AlignmentRow(source, target, 1.0, (BY_HAND,))


def _melt(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbouring pieces of one paragraph as one again."""
    melted: list[Piece] = []
    for piece in pieces:
        if melted and melted[-1].paragraph == piece.paragraph and melted[-1].end == piece.start:
            melted[-1] = Piece(piece.paragraph, melted[-1].start, piece.end)
        else:
            melted.append(piece)
    return tuple(melted)


def _cut(
    pieces: tuple[Piece, ...], place: int, offset: int | None
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:  # fmt: skip
    if not 0 <= place < len(pieces):
        return (), ()
    if offset is None:
        return pieces[:place], pieces[place:]
    piece = pieces[place]
    if offset <= piece.start or (piece.end is not None and offset >= piece.end):
        return (), ()
    first, second = Piece(piece.paragraph, piece.start, offset), Piece(piece.paragraph, offset, piece.end)
    return (*pieces[:place], first), (second, *pieces[place + 1 :])


def _push(rows: Sequence[AlignmentRow], at: int, following: int) -> tuple[AlignmentRow, ...]:
    """The rows with the text of row `at` in the next one that has a source, whose own goes one further, and so on."""
    carried = rows[at].target
    pushed = [*rows[:at], _by_hand(rows[at].source, ())] if rows[at].source else [*rows[:at]]
    for index in range(following, len(rows)):
        row = rows[index]
        if row.is_local:
            pushed.append(row)
            continue
        pushed.append(_by_hand(row.source, carried))
        carried = row.target
        if not carried:
            return (*pushed, *rows[index + 1 :])
    return (*pushed, _by_hand((), carried))


def _pull(rows: Sequence[AlignmentRow], at: int) -> tuple[AlignmentRow, ...]:
    """The rows with the text of the next one that has a source in row `at`, and so on; its own stands alone before."""
    places = [index for index in range(at, len(rows)) if not rows[index].is_local]
    end = next((n for n, index in enumerate(places) if n and not rows[index].target), len(places))
    if end == 1 and not rows[at].target:
        return tuple(rows)
    texts = [rows[index].target for index in places[1:end]]
    new = dict(zip(places[:end], [*texts, ()], strict=True))
    own = [_by_hand((), rows[at].target)] if rows[at].target else []
    changed = [_by_hand(row.source, new[index]) if index in new else row for index, row in enumerate(rows)]
    return (*changed[:at], *own, *changed[at:])


@dataclass(frozen=True, slots=True)
class AlignmentSource:
    """A segment in a plan: its source, and what stands in the translation (`text`, or `covered_by` another segment).

    `edited_by` names the person who wrote or approved that text since it was attached, "" where nobody did.
    """

    key: str
    kind: Kind
    source: str
    revision: int
    text: str | None = None
    covered_by: str | None = None
    edited_by: str = ""

    @property
    def is_standing(self) -> bool:
        """Whether there is a translation already."""
        return self.text is not None or self.covered_by is not None


@dataclass(frozen=True, slots=True)
class AlignmentTarget:
    """A paragraph of the translation in a plan; `key` is the segment where it stands now, "" for one of a file."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    key: str = ""


@dataclass(frozen=True, slots=True)
class AlignmentPlan:
    """A translation beside its article, as it would be attached, or as it stands and may be repaired (`is_repair`)."""

    ref: str
    title: str
    source_language: str
    language: str
    source: tuple[AlignmentSource, ...]
    target: tuple[AlignmentTarget, ...]
    alignment: Alignment
    is_repair: bool = False

    def text_of(self, row: AlignmentRow) -> str:
        """The text of a row: pieces that follow one another as they stand, others with a blank line between them."""
        parts = (self.target[piece.paragraph].text[piece.start : piece.end] for piece in _melt(row.target))
        return "\n\n".join(part.strip() for part in parts)

    def list_edited(self, rows: Iterable[AlignmentRow]) -> tuple[AlignmentSource, ...]:
        """The segments of some rows where a person has worked since the translation was attached."""
        return tuple(self.source[i] for row in rows for i in row.source if self.source[i].edited_by)


class AttachOutcome(StrEnum):
    """What becomes of a row when an alignment is applied."""

    ATTACHED = "attached"
    DRAFT = "draft"
    KEPT = "kept"
    LOCAL = "local"
    UNTRANSLATED = "untranslated"
    LEFT_OUT = "left out"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One row of an applied alignment: the segments' keys, the text for the first of them, what was done with it.

    `kept`: another text stands there already and stays, it is `standing_text`. `local`: only the translation has it,
    and it stands after the segment `after`, or at the start.
    """

    keys: tuple[str, ...]
    text: str
    confidence: float
    reasons: tuple[str, ...]
    state: State
    outcome: AttachOutcome
    standing_text: str | None = None
    after: str | None = None
