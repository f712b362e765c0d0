"""The words of a desk's row as lines of runs: source and target, wrapped, with the signs of their kind."""

from collections.abc import Sequence

from rich.cells import cell_len

from tms.tui.blocks import Role, Run
from tms.tui.harmless import show_harmless
from tms.tui.language import _
from tms.tui.signs import source_of
from tms.tui.text_marks import LINE_END, find_spaces, quieten, show_spaces
from tms.tui.ways import Look
from tms.tui.widgets.block_list import cut_runs
from tms.tui.widgets.typing_help import TypingHelp
from tms.tui.wrapping import count_lines, wrap_spans
from tms.values import DeskRow

TermSpan = tuple[int, int, str]
"""A term in a source: where it begins and ends, and its card in words."""


def has_unsaved_text(row: DeskRow) -> bool:
    """Whether something was typed here that was not saved."""
    return row.working_text is not None and row.working_text != (row.text or "")


def target_of(row: DeskRow, look: Look) -> Run:
    """The translation, or in its place why there is none."""
    role = Role.STRONG if look.is_strong else Role.PLAIN
    if row.working_text is not None:
        return (row.working_text, role)
    if row.text is None and row.covered_by is not None:
        return (_("↑ translated together with another paragraph"), Role.QUIET)
    return (row.text or "", role)


def source_runs(row: DeskRow, look: Look, spans: Sequence[TermSpan] = ()) -> list[Run]:
    """The source, its terms underlined."""
    if row.is_local:
        return [(source_of(row), Role.QUIET)]
    role = Role.STRONG if look.is_strong else Role.PLAIN
    runs: list[Run] = []
    position = 0
    for start, end, _card in sorted(spans):
        if start >= position:
            runs += [(row.source[position:start], role), (row.source[start:end], Role.TERM)]
            position = end
    return [*runs, (row.source[position:], role)]


def count_text(text: str, width: int, look: Look) -> int:
    """How many lines a text takes with the signs of its kind."""
    return count_lines(text, width - look.indent)


def draw_text(text: str, runs: Sequence[Run], width: int, look: Look, hand: TypingHelp) -> list[list[Run]]:
    """A text in lines, each with the sign of its kind before it, tags a step back; no line for no text."""
    if not text:
        return []
    shown = show_harmless(text)
    spans = wrap_spans(shown, width - look.indent)
    runs = quieten(runs, ((span.start, span.end) for span in hand.find_markup(text)))
    seen = shown
    if hand.shows_spaces:
        runs, seen = quieten(runs, find_spaces(shown)), show_spaces(shown)
    lines = [
        [(look.rest if number else look.first, Role.QUIET), *cut_runs(seen, runs, start, end)]
        for number, (start, end) in enumerate(spans)
    ]
    if hand.shows_spaces:
        for line, (start, end) in zip(lines, spans, strict=True):
            if shown[end : end + 1] == "\n" and end - start < width - look.indent:
                line.append((LINE_END, Role.QUIET))
    return lines


def put_note(lines: list[list[Run]], note: str, width: int, *, cuts: bool = False) -> list[list[Run]]:
    """The lines with a few words at the end of the first that has room for them; `cuts` makes room where none has."""
    words = show_harmless(note)
    for at, line in enumerate(lines or [[]]):
        room = width - sum(cell_len(text) for text, _role in line) - cell_len(words)
        if room >= int(bool(line)):
            return [*lines[:at], [*line, (" " * room, Role.PLAIN), (words, Role.ACCENT)], *lines[at + 1 :]]
    if not cuts or 2 * cell_len(words) > width:
        return lines
    text, end = "".join(text for text, _role in lines[0]), width - cell_len(words) - 2
    while cell_len(text) > end:
        text = text[:-1]
    return put_note([[(f"{text.rstrip()}…", Role.PLAIN)], *lines[1:]], note, width)


def cut_lines(lines: list[list[Run]], most: int, width: int) -> list[list[Run]]:
    """The first lines, with a sign at their end where there are more."""
    if len(lines) <= most:
        return lines
    *before, (text, role) = lines[most - 1]
    room = width - sum(cell_len(said) for said, _role in before)
    text = text.rstrip()
    return [*lines[: most - 1], [*before, (f"{text if cell_len(text) < room else text[:-1].rstrip()}…", role)]]
