"""Word diff between two wordings of a text."""

from rapidfuzz.distance import Indel

from tms.text.words import split_tokens
from tms.values.diffs import DiffKind, DiffPiece

# The comparison needs a bit of memory for each pair of tokens; beyond this (25 MB) it is all one change.
_MOST_CELLS = 200_000_000


def diff_words(old: str, new: str) -> tuple[DiffPiece, ...]:
    """The pieces that turn `old` into `new`.

    The same and the inserted ones joined are `new`, the same and the deleted ones `old`.
    """
    a, b = split_tokens(old), split_tokens(new)
    if len(a) * len(b) > _MOST_CELLS:
        return tuple(_changes(old, new))
    pieces: list[DiffPiece] = []
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            _append(pieces, DiffKind.SAME, "".join(a[op.src_start : op.src_end]))
        elif op.tag == "delete":
            _append(pieces, DiffKind.DELETED, "".join(a[op.src_start : op.src_end]))
        else:
            _append(pieces, DiffKind.INSERTED, "".join(b[op.dest_start : op.dest_end]))
    return tuple(_join_islands(pieces))


def _append(pieces: list[DiffPiece], kind: DiffKind, text: str) -> None:
    if pieces and pieces[-1].kind is kind:
        text = pieces.pop().text + text
    pieces.append(DiffPiece(kind, text))


def _join_islands(pieces: list[DiffPiece]) -> list[DiffPiece]:
    """A lone space between two changes belongs to both: "four five" -> "six seven" reads as one replacement."""
    joined: list[DiffPiece] = []
    deleted = inserted = ""
    for index, piece in enumerate(pieces):
        is_island = (
            piece.kind is DiffKind.SAME
            and piece.text.isspace()
            and 0 < index < len(pieces) - 1
            and deleted
            and inserted
        )
        if piece.kind is DiffKind.DELETED or is_island:
            deleted += piece.text
        if piece.kind is DiffKind.INSERTED or is_island:
            inserted += piece.text
        if piece.kind is DiffKind.SAME and not is_island:
            joined += _changes(deleted, inserted)
            deleted = inserted = ""
            joined.append(piece)
    return joined + _changes(deleted, inserted)


def _changes(deleted: str, inserted: str) -> list[DiffPiece]:
    both = (DiffPiece(DiffKind.DELETED, deleted), DiffPiece(DiffKind.INSERTED, inserted))
    return [piece for piece in both if piece.text]
