"""Blocks that are no CommonMark but common: boxes and tabs with an indented inside, lines that only a program reads.

Each rule gives the places of the texts that people see in its line, as rows of line, start, end, kind and form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from tms.formats.html_elements import BLOCKS
from tms.values import Kind

BOX = "tms_box"
LINES = "tms_lines"
LABEL = "label"
LINE = "line"

# Python-Markdown, mkdocs: `!!! note "Title"`, `??? note "Title"`, `=== "Tab"`; what is indented by four belongs to it.
_BOX = re.compile(
    r"""(?:(?:!!!|\?\?\?\+?)[ ]?(?P<name>[\w-]+(?:[ ]+[\w-]+)*+)?+|===[+!]{0,2}(?=[ ]))(?:[ ]*"(?P<title>.*)")?[ \t]*"""
)
# Docusaurus, VitePress, Pandoc: `:::note[Title]`, `::: tip Title`, `::: {.class}`, `:::`.
_DIRECTIVE = re.compile(
    r":{3,}[ \t]*(?:\{[^{}\n]*\}|[A-Za-z][\w-]*(?:\[(?P<label>[^\n]*)\])?(?:[ \t]*\{[^{}\n]*\})?"
    r"(?:[ \t]+(?P<title>[^\s:{\[][^\n]*?))?)?[ \t]*(?::{3,}[ \t]*)?"
)
# PHP Markdown Extra, mkdocs: `*[HTML]: what it stands for`.
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[ \t]+(?P<title>\S[^\n]*?)[ \t]*")
_SNIPPET = re.compile(r"-{1,}8<-{1,}(?:[ \t]+[\"'][^\n]*)?[ \t]*")
_COMPONENT = re.compile(r"</?([A-Z][\w.]*)(?=[\s/>])|</?(?=>)")
_COMPONENT_SIGN = re.compile(r"""["'{}>]""")
_TAB = 4
# So many lines a formula, comment or component may have.
_MAX_LINES = 40
_FIRST_SIGNS = frozenset("!?=:*-$<{")
_TERMINATED = ["paragraph", "reference", "blockquote", "list"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text that people see stands in the line of a block, counted from the line's start."""

    line: int
    start: int
    end: int
    kind: Kind
    form: str


def add_rules(parser: MarkdownIt) -> MarkdownIt:
    """The parser, with these blocks."""
    parser.block.ruler.before("fence", BOX, _read_box, {"alt": _TERMINATED})
    parser.block.ruler.before("fence", LINES, _read_lines, {"alt": _TERMINATED})
    return parser


def _read_box(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 (the parser's signature)
    start, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    if start >= end or state.src[start] not in "!?=" or state.is_code_block(first):
        return False
    match = _BOX.fullmatch(state.src, start, end)
    following = _find_outside(state, first, last)
    if match is None or (match["title"] is None and (not match["name"] or following == first + 1)):
        return False
    if silent:
        return True
    token = state.push(f"{BOX}_open", "div", 1)
    token.map = [first, following]
    token.meta = {"places": list(_list_places(match, first, state.src.rfind("\n", 0, start) + 1))}
    parent, line_max, indent = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax = BOX, following
    state.blkIndent = state.sCount[first] + _TAB
    state.md.block.tokenize(state, first + 1, following)
    state.parentType, state.lineMax, state.blkIndent = parent, line_max, indent
    state.push(f"{BOX}_close", "div", -1)
    state.line = following
    return True


def _find_outside(state: StateBlock, first: int, last: int) -> int:
    """The first line after the indented inside of a box; blank lines at its end do not belong to it."""
    following = number = first + 1
    while number < last and (state.isEmpty(number) or state.sCount[number] >= state.sCount[first] + _TAB):
        number += 1
        following = following if state.isEmpty(number - 1) else number
    return following


def _read_lines(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 (the parser's signature)
    start, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    if start >= end or state.src[start] not in _FIRST_SIGNS or state.is_code_block(first):
        return False
    # Nothing but a formula interrupts a paragraph with its first line alone.
    reach = first + 1 if silent and state.src[start] != "$" else last
    following = _find_end(state, first, reach, start)
    places: list[Place] = []
    if following is None:
        forms = (_DIRECTIVE, _ABBREVIATION, _SNIPPET)
        match = next((match for form in forms if (match := form.fullmatch(state.src, start, end))), None)
        if match is None:
            return False
        places = list(_list_places(match, first, state.src.rfind("\n", 0, start) + 1))
        following = first + 1
    if not silent:
        token = state.push(LINES, "", 0)
        token.map = [first, following]
        token.meta = {"places": places}
        state.line = following
    return True


def _list_places(match: re.Match[str], line: int, line_start: int) -> Iterator[Place]:
    kind = Kind.ALT if match.re is _ABBREVIATION else Kind.LABEL
    for group, form in (("label", LABEL), ("title", LINE)):
        if match.groupdict().get(group):
            start, end = match.span(group)
            yield Place(line, start - line_start, end - line_start, kind, form)


def _find_end(state: StateBlock, first: int, last: int, start: int) -> int | None:
    """The line after a formula, a comment of MDX, a tag of a component, or code between two tags."""
    shelters = state.env.get("shelters", {})
    if start in shelters:
        return _find_line(state, first, state.lineMax, shelters[start])
    last = min(last, first + _MAX_LINES)
    limit = state.eMarks[last - 1]
    end = None
    if state.src.startswith("$$", start):
        end = state.src.find("$$", start + 2, limit)
        end = end + 2 if end >= 0 else None
    elif state.src.startswith("{/*", start):
        end = state.src.find("*/}", start, limit)
        end = end + 3 if end >= 0 else None
    elif state.src[start] == "<":
        end = _find_component_end(state.src, start, limit)
    following = _find_line(state, first, last, end) if end is not None else None
    if following is None or end is None or state.src[end : state.eMarks[following - 1]].strip():
        return None
    return following


def _find_line(state: StateBlock, first: int, last: int, end: int) -> int | None:
    """The line after the one in which the offset lies; None where the block around ends before."""
    return next((number + 1 for number in range(first, last) if state.eMarks[number] >= end), None)


def _find_component_end(text: str, start: int, limit: int) -> int | None:
    name = _COMPONENT.match(text, start, limit)
    if name is None or (name[1] and (name[1].isupper() or name[1].lower() in BLOCKS)):
        return None
    depth, position = 0, name.end()
    while sign := _COMPONENT_SIGN.search(text, position, limit):
        position = sign.end()
        if sign[0] in "\"'":
            position = text.find(sign[0], position, limit) + 1
            if not position:
                return None
        elif sign[0] == ">" and depth == 0:
            return position
        else:
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
    return None
