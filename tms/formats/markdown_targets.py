"""Write a target text into its place in a Markdown file, so that the blocks around it stay what they are."""

import re
from itertools import groupby

from tms.formats.lines import LINE_END, unify_lines
from tms.formats.markdown_blocks import find_blocks
from tms.formats.markdown_images import find_alt
from tms.values import Kind, Unit

_BLANKS = " \t\x0b\x0c"
# A line can only begin a block if it begins with one of these (or with the words of a module).
_SUSPICIOUS = re.compile(r"[#>\-+*=_`~<\[|:$!?0-9{]|(?:import|export)\s")
# On any line these would turn the line above into a heading or a table.
_UNDERLINE = re.compile(r"=+[ \t]*|-+[ \t]*|(?=[^|]*[|:])[-:|][-:| \t]*")
_NUMBER = re.compile(r"(\d{1,9})([.)])")
_MARKER = re.compile(r"(?:\d{1,9}[.)]|[-+*]|#{1,6})[ \t]")
_PIPE = re.compile(r"(?<!\\)\|")
_CLOSING_HASHES = re.compile(r"(^|[ \t])(#+)[ \t]*$")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_LABEL = re.compile(r"\[![A-Za-z]+\][ \t]*$", re.MULTILINE)
_BRACKETS = re.compile(r"[\[\]\\`<]")


def write_block(unit: Unit, target: str, *, before: str, newline: str) -> str:
    """The form of a target in the file; `before` is what stands in front of it there."""
    target = unify_lines(target).strip(_BLANKS + "\n")
    if unit.kind is Kind.HEADING:
        return _write_heading(unit, _one_line(target))
    if unit.kind is Kind.TABLE_CELL:
        return _write_cell(unit, _one_line(target), before)
    if unit.kind is Kind.ALT:
        return _write_alt(_one_line(target))
    return _write_paragraphs(unit, target, newline)


def _one_line(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", re.sub(r"\n\s*\n", "\n", text))


def _write_heading(unit: Unit, target: str) -> str:
    line_ends = list(LINE_END.finditer(unit.raw))
    if not line_ends:
        return _CLOSING_HASHES.sub(lambda match: f"{match[1]}\\{match[2]}", target)
    if not target:
        return ""
    underline = unit.raw[line_ends[-1].start() :]
    line = _escape_lines([target])[0]
    is_heading = [span.text for span in find_blocks(f"{line}\n---") if span.kind is Kind.HEADING] == [line]
    return (line if is_heading else _PIPE.sub(r"\\|", _escape_line(line))) + underline


def _write_cell(unit: Unit, target: str, before: str) -> str:
    cell = _PIPE.sub(r"\\|", target)
    cell = f"{cell} " if cell.endswith("\\") else cell
    is_row_start = not LINE_END.split(before)[-1].rstrip().endswith("|")
    # In a row without a pipe in front an empty cell would shift the others, a marker would end the table, and the
    # escaped pipe of the source may be the only one that makes the row a table.
    if is_row_start and (not cell or _SUSPICIOUS.match(cell) or "|" in unit.raw):
        return f"| {cell}"
    return cell


def _write_alt(target: str) -> str:
    span = find_alt(f"![{target}](x)", {})
    if target and span == (2, 2 + len(target)):
        return target
    return _BRACKETS.sub(r"\\\g<0>", target)


def _write_paragraphs(unit: Unit, target: str, newline: str) -> str:
    lines = [line.lstrip(_BLANKS) for line in target.split("\n")]
    written: list[str] = []
    for is_text, group in groupby(lines, key=bool):
        block = list(group)
        written += _escape_lines(_trim_last(block)) if is_text else block
    if _marker(lines[0]) and _marker(lines[0]) == _marker(unit.text):
        # The source stands here with the same marker and is a paragraph all the same: a template line is above it.
        written[0] = lines[0]
    if written and _is_swallowed(unit.kind, written[0]):
        written[0] = f"\\{written[0]}"
    further = (f"{unit.continuation}{line}" if line else unit.continuation.rstrip() for line in written[1:])
    return newline.join([*written[:1], *further])


def _trim_last(lines: list[str]) -> list[str]:
    return [*lines[:-1], lines[-1].rstrip(_BLANKS)]


def _marker(text: str) -> str:
    match = _MARKER.match(text)
    return match[0] if match else ""


def _is_swallowed(kind: Kind, line: str) -> bool:
    """Whether a list would take the line's start for a check box, a quote for its label."""
    return bool((kind is Kind.LIST_ITEM and _TASK.match(line)) or (kind is Kind.QUOTE and _LABEL.match(line)))


def _escape_lines(lines: list[str]) -> list[str]:
    """The lines of one paragraph, escaped if they would be read as anything but one paragraph."""
    if not any(_SUSPICIOUS.match(line) for line in lines):
        return lines
    lines = [f"\\{line}" if _UNDERLINE.fullmatch(line) else line for line in lines]
    if _is_paragraph(lines):
        return lines
    return [_escape_line(line) for line in lines]


def _is_paragraph(lines: list[str]) -> bool:
    text = "\n".join(lines)
    spans = find_blocks(text)
    return [span.text for span in spans] == [text] or (len(spans) == 1 and spans[0].kind is Kind.ALT)


def _escape_line(line: str) -> str:
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    return f"\\{line}" if line[:1] in "#>-+*=_`~<[|:!?{$" and line else line
