"""Find the translatable blocks of a Markdown text and the exact place of each.

markdown-it-py says which lines a block has and what its inline text is, not where in the lines that text stands.
Each text is looked for in its lines; one that is not found there to the letter stays in the skeleton.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tms.formats.lines import split_lines, unify_lines
from tms.formats.markdown_cells import find_cells
from tms.formats.markdown_definitions import find_titles
from tms.formats.markdown_html import find_html, place_html
from tms.formats.markdown_images import find_alts
from tms.formats.markdown_rules import BOX, LINE, add_rules
from tms.formats.markdown_templates import cover_tags, find_code, find_texts
from tms.formats.markdown_words import BLOCK_LINE, TAG, TEMPLATES, has_words, is_module
from tms.formats.splice import Span
from tms.values import Kind

# Deeper than people nest, and shallow enough for a parser that calls itself.
_MAX_NESTING = 60

# What may stand in a line before the text of a block: indent, quote marks, list markers, a footnote label.
_CONTAINERS = re.compile(r"(?:[ \t]|>|[-+*:~](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s\]]+\]:)*")

_QUOTE_MARKS = re.compile(r"[ \t>]*")
_TRIMMED = dict.fromkeys(map(ord, MD_TRIM_CHARS), " ")
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_INVISIBLE = MD_TRIM_CHARS + "\u200b\u200c\u200d\u2060\ufeff"
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")
HEADING_ATTRIBUTES = re.compile(r"(?<=[ \t])\{:?[ \t]*[.#][^{}\n]*\}$")
_CONTAINER_KINDS = {
    "list_item_open": Kind.LIST_ITEM,
    "dd_open": Kind.LIST_ITEM,
    "blockquote_open": Kind.QUOTE,
    "footnote_reference_open": Kind.PARAGRAPH,
    "footnote_block_open": Kind.PARAGRAPH,
    f"{BOX}_open": Kind.PARAGRAPH,
}
_CLOSERS = {name.replace("_open", "_close") for name in _CONTAINER_KINDS}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of a block: where its text starts and ends in the whole file, that text, and it with tags covered."""

    start: int
    end: int
    text: str
    covered: str

    def cut(self, start: int, end: int) -> "_Piece":
        """The piece without what stands before `start` and from `end` on."""
        return _Piece(self.start + start, self.start + end, self.text[start:end], self.covered[start:end])


@dataclass(frozen=True, slots=True)
class _Body:
    """The lines of the text, the same with the inside of tags covered, and where each starts in the whole file."""

    lines: tuple[str, ...]
    covered: tuple[str, ...]
    starts: tuple[int, ...]
    environment: dict[str, object]

    def place(self, span: Span, number: int) -> Span:
        """The span, which is counted from the start of a line, in its place in the file."""
        start = self.starts[number]
        return replace(span, start=start + span.start, end=start + span.end)


@cache
def _block_parser() -> MarkdownIt:
    """Blocks only: inline markup is looked at for the few paragraphs that may be an image."""
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False).use(deflist_plugin)
    return add_rules(parser).disable("inline")


def find_blocks(text: str, offset: int = 0) -> list[Span]:
    """The translatable blocks of `text` from `offset` on, in reading order."""
    flat = unify_lines(text[offset:])
    covered = cover_tags(flat)
    environment: dict[str, object] = {"shelters": find_code(flat)}
    tokens = _block_parser().parse(covered, environment)
    starts = tuple(offset + start for start, _ in split_lines(text[offset:]))
    body = _Body(tuple(flat.split("\n")), tuple(covered.split("\n")), starts, environment)
    spans = [*_walk(tokens, body), *_find_definitions(body)]
    return [span for span in spans if span.text.strip(_INVISIBLE).strip()]


def is_paragraph(lines: Sequence[str]) -> bool:
    """Whether the lines, none of them indented, are one paragraph and nothing else."""
    covered = cover_tags("\n".join(lines))
    tokens = _block_parser().parse(covered, {})
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"] or is_module(covered):
        return False
    content = [line.lstrip(" \t") for line in tokens[1].content.split("\n")]
    wanted = [line.strip(MD_TRIM_CHARS) for line in covered.split("\n")]
    edges = (wanted[0], wanted[-1])
    return [line.rstrip(MD_TRIM_CHARS) for line in content] == wanted and not any(map(BLOCK_LINE.fullmatch, edges))


def _find_definitions(body: _Body) -> Iterator[Span]:
    for span, number in find_titles(body.environment.get("references"), body.lines):
        yield body.place(span, number)


def _walk(tokens: Sequence[Token], body: _Body) -> Iterator[Span]:
    containers: list[Kind] = []
    for index, token in enumerate(tokens):
        if token.type in _CONTAINER_KINDS:
            containers.append(_CONTAINER_KINDS[token.type])
        elif token.type in _CLOSERS:
            containers.pop()
        for place in token.meta.get("places", ()):
            text = body.lines[place.line][place.start : place.end]
            yield body.place(Span(place.start, place.end, place.kind, text, form=place.form), place.line)
        if token.type == "tr_open" and token.map:
            yield from _find_row(tokens, index, body, token.map[0])
        elif token.type == "html_block" and token.map:
            yield from _find_html(token, body, token.map[0])
        elif token.type == "inline" and token.content and token.map:
            yield from _find_inline(tokens, index, body, containers)


def _find_inline(tokens: Sequence[Token], index: int, body: _Body, containers: Sequence[Kind]) -> Iterator[Span]:
    token, opening = tokens[index], tokens[index - 1]
    first, last = token.map or (0, 0)
    if opening.type == "heading_open":
        span = _find_heading(token, opening, body)
        if span is not None and has_words(span.text):
            yield span
    elif opening.type == "dt_open":
        pieces = _find_pieces(token.content, body, first, first + 1)
        if pieces and has_words(pieces[0].covered):
            yield Span(pieces[0].start, pieces[0].end, Kind.LIST_ITEM, pieces[0].text, form=LINE)
    elif opening.type == "paragraph_open":
        pieces = _find_pieces(token.content, body, first, last)
        if pieces is None or (not containers and is_module(token.content)):
            return
        prefix = body.lines[first][: pieces[0].start - body.starts[first]]
        if tokens[index - 2].type == "list_item_open" and (task := _TASK.match(pieces[0].text)):
            pieces[0] = pieces[0].cut(task.end(), len(pieces[0].text))
        span = Span(0, 0, containers[-1] if containers else Kind.PARAGRAPH, "", _continue(prefix))
        yield from _find_paragraph(pieces, span, body)


def _find_row(tokens: Sequence[Token], index: int, body: _Body, number: int) -> Iterator[Span]:
    contents: list[str] = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
        index += 1
    line = body.covered[number]
    for prefix in (_CONTAINERS, _QUOTE_MARKS):
        match = prefix.match(line)
        cells = find_cells(line, match.end(), contents) if match else None
        if cells is not None:
            for start, end in cells:
                yield from _find_cell(Span(start, end, Kind.TABLE_CELL, ""), body, number)
            return


def _find_cell(span: Span, body: _Body, number: int) -> Iterator[Span]:
    covered = body.covered[number][span.start : span.end]
    alts = find_alts(covered, body.environment)
    if alts is not None:
        piece = _Piece(body.starts[number] + span.start, body.starts[number] + span.end, body.lines[number], covered)
        yield from _move(alts, piece.start, body.lines[number][span.start : span.end])
    elif has_words(covered):
        yield body.place(replace(span, text=body.lines[number][span.start : span.end]), number)


def _move(spans: Sequence[Span], offset: int, text: str) -> Iterator[Span]:
    """The spans, counted from the start of a text without line breaks, in their places in the file."""
    for span in spans:
        shown = text[span.start : span.start + len(span.text)]
        yield replace(span, start=span.start + offset, end=span.end + offset, text=shown)


def _find_html(token: Token, body: _Body, first: int) -> Iterator[Span]:
    contents = token.content.removesuffix("\n").split("\n")
    numbers = range(first, first + len(contents))
    if numbers.stop > len(body.lines) or any(
        not body.covered[number].endswith(content) for number, content in zip(numbers, contents, strict=True)
    ):
        return
    prefixes = [len(body.lines[number]) - len(content) for number, content in zip(numbers, contents, strict=True)]
    lines = [body.lines[number][prefix:] for number, prefix in zip(numbers, prefixes, strict=True)]
    starts = [body.starts[number] + prefix for number, prefix in zip(numbers, prefixes, strict=True)]
    for span, number in place_html(find_html("\n".join(lines)), lines, starts):
        if TEMPLATES.fullmatch(cover_tags(span.text)) is None:
            prefix = _continue(body.lines[first + number][: prefixes[number]])
            yield replace(span, continuation=prefix + span.continuation)


def _find_heading(token: Token, opening: Token, body: _Body) -> Span | None:
    first, last = token.map or (0, 0)
    if opening.markup.startswith("#"):
        line = body.covered[first].rstrip(" \t")
        content = _CLOSING_HASHES.sub("", line).rstrip(MD_TRIM_CHARS)
        if not content.endswith(token.content):
            return None
        start, end = len(content) - len(token.content), len(content)
        kept = HEADING_ATTRIBUTES.sub("", content[start:end])
        if len(kept) < end - start:
            end = start + len(_CLOSING_HASHES.sub("", kept.rstrip(MD_TRIM_CHARS)).rstrip(MD_TRIM_CHARS))
        return body.place(Span(start, end, Kind.HEADING, body.lines[first][start:end]), first)
    pieces = _find_pieces(token.content, body, first, last)
    if pieces is None:
        return None
    # The underline belongs to the unit, so that no target can leave it behind as a rule.
    underline_end = body.starts[last] + len(body.lines[last].rstrip(" \t"))
    kept = HEADING_ATTRIBUTES.sub("", pieces[-1].covered).rstrip(MD_TRIM_CHARS)
    pieces[-1] = pieces[-1].cut(0, len(kept))
    prefix = body.lines[first][: pieces[0].start - body.starts[first]]
    return Span(pieces[0].start, underline_end, Kind.HEADING, _join(pieces), _continue(prefix))


def _find_paragraph(pieces: list[_Piece], span: Span, body: _Body) -> Iterator[Span]:
    """The unit of a paragraph, whose kind and continuation `span` has, and the texts in tags at its edges."""
    middle = _drop_block_lines(pieces)
    yield from _place_texts(_find_tag_texts(pieces, middle), pieces)
    if not middle:
        return
    covered = "\n".join(piece.covered for piece in middle)
    alts = find_alts(covered, body.environment)
    if alts is not None:
        yield from _place_texts(alts, middle)
    elif has_words(covered):
        yield replace(span, start=middle[0].start, end=middle[-1].end, text=_join(middle))


def _find_tag_texts(pieces: Sequence[_Piece], middle: Sequence[_Piece]) -> Iterator[Span]:
    """The texts in the tags of a paragraph that stand before or after its sentences, counted from its start."""
    text = _join(pieces)
    covered = "\n".join(piece.covered for piece in pieces)
    before = sum(len(piece.text) + 1 for piece in pieces if middle and piece.start < middle[0].start)
    after = before + len("\n".join(piece.covered for piece in middle)) if middle else 0
    for start, end in ((0, before), (after, len(covered))):
        for tag in TAG.finditer(covered, start, end):
            for span in find_texts(text[tag.start() : tag.end()]):
                yield replace(span, start=span.start + tag.start(), end=span.end + tag.start())


def _place_texts(texts: Iterable[Span], pieces: Sequence[_Piece]) -> Iterator[Span]:
    """The texts, counted from the start of a paragraph, in their places in the file."""
    offsets = list(accumulate((len(piece.text) + 1 for piece in pieces), initial=0))
    for span in texts:
        number = bisect_right(offsets, span.start) - 1
        moved = replace(span, start=span.start - offsets[number], end=span.end - offsets[number])
        yield from _move([moved], pieces[number].start, pieces[number].text)


def _find_pieces(content: str, body: _Body, first: int, last: int) -> list[_Piece] | None:
    """The lines of a block's text in their places; None where one is not there to the letter."""
    wanted = content.split("\n")
    if len(wanted) != last - first or last > len(body.lines):
        return None
    pieces: list[_Piece] = []
    for number, content_line in enumerate(wanted, first):
        line = body.covered[number]
        # The indent of a continued line means nothing.
        text = content_line.lstrip(" \t")
        start = line.rfind(text)
        end = start + len(text)
        if not text or start < 0 or line[end:].strip(MD_TRIM_CHARS):
            return None
        prefix = _CONTAINERS if number == first else _QUOTE_MARKS
        if not prefix.fullmatch(line[:start].translate(_TRIMMED)):
            return None
        line_start = body.starts[number]
        pieces.append(_Piece(line_start + start, line_start + end, body.lines[number][start:end], text))
    return pieces


def _continue(prefix: str) -> str:
    """What stands before a further line: quote marks stay, markers become the spaces that they take."""
    labels = re.sub(r"\[\^[^\s\]]+\]:[ \t]*", "    ", prefix.translate(_TRIMMED | {ord("\t"): "\t"}))
    return re.sub(r"[^>\t]", " ", labels)


def _drop_block_lines(pieces: list[_Piece]) -> list[_Piece]:
    if TEMPLATES.fullmatch("\n".join(piece.covered for piece in pieces)):
        return []
    while pieces and BLOCK_LINE.fullmatch(pieces[0].covered.strip(" \t")):
        pieces = pieces[1:]
    while pieces and BLOCK_LINE.fullmatch(pieces[-1].covered.strip(" \t")):
        pieces = pieces[:-1]
    if pieces:
        pieces = [*pieces[:-1], pieces[-1].cut(0, len(pieces[-1].text.rstrip(" \t")))]
    return pieces


def _join(pieces: Sequence[_Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)
