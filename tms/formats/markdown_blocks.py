"""Find the translatable blocks of a Markdown text and the exact place of each.

markdown-it-py says which lines a block has and what its inline text is, not where in the lines that text stands.
Each text is looked for in its lines; one that is not found there to the letter stays in the skeleton.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tms.formats.lines import split_lines, unify_lines
from tms.formats.markdown_cells import find_cells
from tms.formats.markdown_images import find_alt
from tms.formats.splice import Span
from tms.values import Kind

# What may stand in a line before the text of a block: indent, quote marks, list markers, a footnote label.
_CONTAINERS = re.compile(r"(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s\]]+\]:)*")

_QUOTE_MARKS = re.compile(r"[ \t>]*")
_TRIMMED = dict.fromkeys(map(ord, MD_TRIM_CHARS), " ")

# Lines that site generators read, not people: Liquid, Hugo, attribute lists, the label of a quote, an empty definition.
_TEMPLATE = r"\{%(?:(?!%\}).)*%\}|\{\{(?:(?!\}\}).)*\}\}"
_BLOCK_LINE = re.compile(rf"(?:(?:{_TEMPLATE})[ \t]*)+|\{{:?[ \t]*[.#:][^{{}}]*\}}|\[![A-Za-z]+\]|:")
_TEMPLATE_BLOCK = re.compile(rf"(?:(?:{_TEMPLATE})\s*)+", re.DOTALL)
_MODULE_LINE = re.compile(
    r"""import\s+(?:[^'"\n]*\sfrom\s+)?["'][^"'\n]+["'];?\s*$|export\s+(?:default|const|let|var|function|class)\b.*[=({;]"""
    r"|export\s+[{*]"
)
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_INVISIBLE = MD_TRIM_CHARS + "\u200b\u200c\u200d\u2060\ufeff"
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")
_CONTAINER_KINDS = {
    "list_item_open": Kind.LIST_ITEM,
    "blockquote_open": Kind.QUOTE,
    "footnote_reference_open": Kind.PARAGRAPH,
    "footnote_block_open": Kind.PARAGRAPH,
    "admonition_open": Kind.PARAGRAPH,
}
_CLOSERS = {name.replace("_open", "_close") for name in _CONTAINER_KINDS}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of a block: where its text starts and ends in the whole file, and that text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Body:
    """The text from `offset` on, with the span of each of its lines in the whole text."""

    text: str
    lines: tuple[tuple[int, int], ...]

    def line(self, number: int) -> str:
        """The content of a line, counted from 0."""
        start, end = self.lines[number]
        return self.text[start:end]


@cache
def _block_parser() -> MarkdownIt:
    """Blocks only: inline markup is looked at for the few paragraphs that may be an image."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False).use(admon_plugin)
    return parser.disable("inline")


def find_blocks(text: str, offset: int = 0) -> list[Span]:
    """The translatable blocks of `text` from `offset` on, in reading order."""
    lines = tuple((offset + start, offset + end) for start, end in split_lines(text[offset:]))
    environment: dict[str, object] = {}
    tokens = _block_parser().parse(unify_lines(text[offset:]), environment)
    spans = _walk(tokens, _Body(text, lines), environment)
    return [span for span in spans if span.text.strip(_INVISIBLE).strip()]


def _walk(tokens: Sequence[Token], body: _Body, environment: dict[str, object]) -> Iterator[Span]:
    containers: list[Kind] = []
    for index, token in enumerate(tokens):
        if token.type in _CONTAINER_KINDS:
            containers.append(_CONTAINER_KINDS[token.type])
        elif token.type in _CLOSERS:
            containers.pop()
        elif token.type == "tr_open" and token.map:
            yield from _find_row(tokens, index, body, token.map[0])
        elif token.type == "inline" and token.content and token.map:
            opening = tokens[index - 1]
            if opening.type == "heading_open":
                span = _find_heading(token, opening, body)
            elif opening.type == "paragraph_open":
                is_first = tokens[index - 2].type == "list_item_open" if index > 1 else False
                span = _find_paragraph(token, body, containers, is_item_start=is_first, environment=environment)
            else:
                span = None
            if span is not None:
                yield span


def _find_row(tokens: Sequence[Token], index: int, body: _Body, number: int) -> Iterator[Span]:
    contents: list[str] = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
        index += 1
    line_start = body.lines[number][0]
    line = body.line(number)
    for prefix in (_CONTAINERS, _QUOTE_MARKS):
        match = prefix.match(line)
        cells = find_cells(line, match.end(), contents) if match else None
        if cells is not None:
            for start, end in cells:
                yield Span(line_start + start, line_start + end, Kind.TABLE_CELL, line[start:end])
            return


def _find_heading(token: Token, opening: Token, body: _Body) -> Span | None:
    first, last = token.map or (0, 0)
    if opening.markup.startswith("#"):
        start, end = body.lines[first]
        line = body.text[start:end].rstrip(" \t")
        content = _CLOSING_HASHES.sub("", line).rstrip(MD_TRIM_CHARS)
        if not content.endswith(token.content):
            return None
        end = start + len(content)
        return Span(end - len(token.content), end, Kind.HEADING, token.content)
    pieces = _find_pieces(token.content, body, first, last)
    if pieces is None:
        return None
    # The underline belongs to the unit, so that no target can leave it behind as a rule.
    underline_end = body.lines[last][0] + len(body.line(last).rstrip(" \t"))
    return Span(pieces[0].start, underline_end, Kind.HEADING, _join(pieces))


def _find_paragraph(
    token: Token,
    body: _Body,
    containers: Sequence[Kind],
    *,
    is_item_start: bool,
    environment: dict[str, object],
) -> Span | None:
    first, last = token.map or (0, 0)
    if _TEMPLATE_BLOCK.fullmatch(token.content) or (not containers and _MODULE_LINE.match(token.content)):
        return None
    pieces = _find_pieces(token.content, body, first, last)
    if pieces is None:
        return None
    continuation = _continue(body.text[body.lines[first][0] : pieces[0].start])
    if is_item_start and (task := _TASK.match(pieces[0].text)):
        pieces[0] = _Piece(pieces[0].start + task.end(), pieces[0].end, pieces[0].text[task.end() :])
    pieces = _drop_block_lines(pieces)
    if not pieces:
        return None
    text, start = _join(pieces), pieces[0].start
    alt = find_alt(text, environment)
    if alt is not None:
        alt_start, alt_end = alt
        if alt_start == alt_end or "\n" in text[:alt_end]:
            return None
        return Span(start + alt_start, start + alt_end, Kind.ALT, text[alt_start:alt_end])
    kind = containers[-1] if containers else Kind.PARAGRAPH
    return Span(start, pieces[-1].end, kind, text, continuation)


def _find_pieces(content: str, body: _Body, first: int, last: int) -> list[_Piece] | None:
    """The lines of a block's text in their places; None where one is not there to the letter."""
    wanted = content.split("\n")
    if len(wanted) != last - first or last > len(body.lines):
        return None
    pieces: list[_Piece] = []
    for number, content_line in enumerate(wanted, first):
        line_start = body.lines[number][0]
        line = body.line(number)
        # The indent of a continued line means nothing.
        text = content_line.lstrip(" \t")
        position = line.rfind(text)
        if not text or position < 0 or line[position + len(text) :].strip(MD_TRIM_CHARS):
            return None
        prefix = _CONTAINERS if number == first else _QUOTE_MARKS
        if not prefix.fullmatch(line[:position].translate(_TRIMMED)):
            return None
        pieces.append(_Piece(line_start + position, line_start + position + len(text), text))
    return pieces


def _continue(prefix: str) -> str:
    """What stands before a further line: quote marks stay, markers become the spaces that they take."""
    labels = re.sub(r"\[\^[^\s\]]+\]:[ \t]*", "    ", prefix.translate(_TRIMMED | {ord("\t"): "\t"}))
    return re.sub(r"[^>\t]", " ", labels)


def _drop_block_lines(pieces: list[_Piece]) -> list[_Piece]:
    while pieces and _BLOCK_LINE.fullmatch(pieces[0].text.strip(" \t")):
        pieces = pieces[1:]
    while pieces and _BLOCK_LINE.fullmatch(pieces[-1].text.strip(" \t")):
        pieces = pieces[:-1]
    if pieces:
        last = pieces[-1]
        text = last.text.rstrip(" \t")
        pieces = [*pieces[:-1], _Piece(last.start, last.start + len(text), text)]
    return pieces


def _join(pieces: Sequence[_Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)
