"""Write a target text into its place in a Markdown file, so that the blocks around it stay what they are."""

import re
from itertools import groupby, pairwise

from tms.formats.lines import LINE_END, unify_lines
from tms.formats.markdown_blocks import HEADING_ATTRIBUTES, find_blocks, is_paragraph
from tms.formats.markdown_images import REFERENCE, find_alts
from tms.formats.markdown_rules import LABEL
from tms.formats.markdown_templates import QUOTED, cover_tags
from tms.values import Kind, Unit

_BLANKS = " \t\x0b\x0c"
# A line can only begin a block if it begins with one of these (or with the words of a module).
_SUSPICIOUS = re.compile(r"[#>\-+*=_`~<\[|:$!?0-9{]|(?:import|export)\s")
# On any line these would turn the line above into a heading or a table.
_UNDERLINE = re.compile(r"=+[ \t]*|-+[ \t]*|(?=[^|]*[|:])[-:|][-:| \t]*")
_MANY = 500
_NUMBER = re.compile(r"(\d{1,9})([.)])")
_MARKER = re.compile(r"(?:\d{1,9}[.)]|[-+*:~]|#{1,6})[ \t]")
_DEFINITION = re.compile(r"[:~][ \t]")
_PIPE = re.compile(r"(?<!\\)\|")
_CLOSING_HASHES = re.compile(r"(^|[ \t])(#+)[ \t]*$")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_LABEL = re.compile(r"\[![A-Za-z]+\][ \t]*$", re.MULTILINE)
_BRACKETS = re.compile(r"[\[\]\\`<]")
_ESCAPED = re.compile(r"\\.|.", re.DOTALL)
# What would end or begin a tag of a site generator.
_BRACES = re.compile(r"[{%}]\}|\{[{%]")
_BRACE_ENTITIES = {"{": "&#123;", "}": "&#125;", "%": "&#37;"}


def write_block(unit: Unit, target: str, *, form: str, before: str, newline: str) -> str:
    """The text of a target in the file; `before` is what stands in front of it there, `form` what it stands in."""
    target = unify_lines(target).strip(_BLANKS + "\n")
    if form:
        return _write_in(form, unit, _one_line(target), before)
    if unit.kind is Kind.HEADING:
        return _write_heading(unit, target, newline)
    if unit.kind is Kind.TABLE_CELL:
        return _write_cell(unit, _one_line(target), before)
    if unit.kind is Kind.ALT:
        return _write_alt(_one_line(target))
    return _write_paragraphs(unit, target, newline)


def _write_in(form: str, unit: Unit, target: str, before: str) -> str:
    """The text of a target within a line: a quoted value, a label, the name of an image."""
    if form == QUOTED:
        return _write_quoted(target, before)
    if form == REFERENCE:
        # The image goes on being found under the name that it had.
        return f"{_write_alt(target)}][{unit.text}]"
    return _write_alt(target) if form == LABEL else _write_line(target)


def _write_quoted(target: str, before: str) -> str:
    quotes = "()" if before.endswith("(") else before[-1:]
    target = _ESCAPED.sub(lambda match: f"\\{match[0]}" if match[0] in (*quotes, "\\") else match[0], target)
    return _BRACES.sub(lambda match: _BRACE_ENTITIES[match[0][0]] + match[0][1:], target)


def _write_line(target: str) -> str:
    line = "".join(_escape_lines([target])) if target else target
    return f"\\{line}" if line[:1] in (":", "{", "[") and line else line


def _one_line(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*", " ", re.sub(r"\n\s*\n", "\n", text))


def _write_heading(unit: Unit, target: str, newline: str) -> str:
    line_ends = list(LINE_END.finditer(unit.raw))
    if not line_ends:
        return _CLOSING_HASHES.sub(lambda match: f"{match[1]}\\{match[2]}", _one_line(target))
    if not target:
        return ""
    attributes = HEADING_ATTRIBUTES.search(unit.raw[: line_ends[-1].start()].rstrip(_BLANKS))
    underline = (f" {attributes[0]}" if attributes else "") + unit.raw[line_ends[-1].start() :]
    lines = target.split("\n") if "\n" in unit.text else [_one_line(target)]
    if not all(line.strip() for line in lines):
        lines = [_one_line(target)]
    lines = _escape_lines([line.strip(_BLANKS) for line in lines])
    text = "\n".join(lines)
    is_heading = [span.text for span in find_blocks(f"{text}\n---") if span.kind is Kind.HEADING] == [text]
    if not is_heading:
        lines = [_PIPE.sub(r"\\|", _escape_line(line)) for line in lines]
    return f"{newline}{unit.continuation}".join(lines) + underline


def _write_cell(unit: Unit, target: str, before: str) -> str:
    # A pipe in a tag of a site generator ends no cell.
    pipes = [-1, *(pipe.start() for pipe in _PIPE.finditer(cover_tags(target))), len(target)]
    cell = "\\|".join(target[start + 1 : end] for start, end in pairwise(pipes))
    cell = f"{cell} " if cell.endswith("\\") else cell
    is_row_start = not LINE_END.split(before)[-1].rstrip().endswith("|")
    # In a row without a pipe in front an empty cell would shift the others, a marker would end the table, and the
    # escaped pipe of the source may be the only one that makes the row a table.
    if is_row_start and (not cell or _SUSPICIOUS.match(cell) or "|" in unit.raw):
        return f"| {cell}"
    return cell


def _write_alt(target: str) -> str:
    spans = find_alts(f"![{target}](x)", {})
    if target and spans and [(span.start, span.end) for span in spans] == [(2, 2 + len(target))]:
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
    lines = [f"\\{line}" if _UNDERLINE.fullmatch(line) or _DEFINITION.match(line) else line for line in lines]
    if is_paragraph(lines):
        return lines
    # A backslash too many would show inside of code that goes over the line end.
    leads = [[], *([["x"]] * (len(lines) - 1))] if len(lines) <= _MANY else []
    alone = [
        line if is_paragraph([*lead, line]) else _escape_line(line) for lead, line in zip(leads, lines, strict=False)
    ]
    return alone if alone and is_paragraph(alone) else [_escape_line(line) for line in lines]


def _escape_line(line: str) -> str:
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    return f"\\{line}" if line[:1] in "#>-+*=_`~<[|:!?{$" and line else line
