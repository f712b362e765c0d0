"""What lists and bars show: runs of text, each with a role that a theme gives a look."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tms.values import DiffKind, DiffPiece


class Role(StrEnum):
    """What a run of text is; never the only sign of a meaning."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"
    INSERTED = "inserted"
    DELETED = "deleted"
    KEY = "key"
    TERM = "term"


Run = tuple[str, Role]


@dataclass(frozen=True, slots=True)
class Block:
    """One row of a list, wrapped at the list's width; further lines start at `indent`.

    `value` is what the row stands for; a row without one is passed over by the cursor.
    """

    runs: tuple[Run, ...]
    value: object = None
    indent: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.runs)


def make_block(*runs: str | Run, value: object = None, indent: int = 0) -> Block:
    """A block; a bare string is a plain run."""
    return Block(
        tuple((run, Role.PLAIN) if isinstance(run, str) else run for run in runs if run),
        value=value,
        indent=indent,
    )


def diff_runs(pieces: Iterable[DiffPiece], *, context: int | None = None) -> tuple[Run, ...]:
    """A word diff, in brackets and signs as well as in colours; `context` keeps so many characters beside a change."""
    listed = list(pieces)
    runs: list[Run] = []
    for index, piece in enumerate(listed):
        if piece.kind is DiffKind.DELETED:
            runs.append((f"[-{piece.text}-]", Role.DELETED))
        elif piece.kind is DiffKind.INSERTED:
            runs.append((f"{{+{piece.text}+}}", Role.INSERTED))
        else:
            is_first, is_last = index == 0, index == len(listed) - 1
            text = piece.text if context is None else _shorten(piece.text, context, is_first=is_first, is_last=is_last)
            runs.append((text, Role.PLAIN))
    return tuple(runs)


def _shorten(text: str, context: int, *, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * context + 3 or (is_first and is_last):
        return text
    head = "" if is_first else _cut_head(text, context)
    tail = "" if is_last else _cut_head(text[::-1], context)[::-1]
    return f"{head} … {tail}"


def cut_to(text: str, length: int) -> str:
    """The text on one line, at most `length` characters, cut after a word with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{_cut_head(line, max(0, length - 1))}…"


def _cut_head(text: str, length: int) -> str:
    """The beginning, to the end of a word where that leaves most of it: not every script has spaces."""
    if text[length : length + 1].isspace():
        return text[:length].rstrip()
    space = max(text.rfind(" ", 0, length), text.rfind("\n", 0, length))
    return text[:space].rstrip() if space > length // 2 else text[:length]
