"""Find the units of an HTML text: what stands between the tags of blocks, and texts in attributes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tms.formats.html_elements import BLOCKS, CODE, CONTROLS, INLINE_OPAQUE, KINDS, OPAQUE, RAW, VOID, WHOLE, find_ended
from tms.formats.html_runs import Piece, find_attributes, find_units, has_words, make_span
from tms.formats.html_tokens import Token, TokenKind, build_refusal, list_attributes
from tms.formats.shortcodes import is_caption
from tms.formats.splice import Span
from tms.values import Kind

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")
# Comments that WordPress reads: they end a paragraph.
MARK = re.compile(r"<!--\s*(?:/?wp:|more\b|nextpage\b|noteaser\b)")
_NO_TRANSLATE = "notranslate"
_VERSE = "wp-block-verse"


def find_spans(text: str, tokens: Iterable[Token]) -> Iterator[Span]:
    """The units of a text that was cut into tokens."""
    reader = _Reader(text)
    for token in tokens:
        yield from reader.read(token)
    yield from reader.finish()


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element and what holds inside it."""

    name: str
    kind: Kind = Kind.PARAGRAPH
    is_open: bool = True
    is_code: bool = False
    is_whole: bool = False
    is_verse: bool = False


class _Reader:
    """Keeps the open elements and the run of inline tokens since the last block tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames = [_Frame("")]
        self._blocks = [0]
        # How often each name is open, as a block anywhere, and as an inline element of the innermost block.
        self._names: dict[tuple[int, str], int] = {}
        self._run: list[Piece] = []
        # The opaque element that is being skipped, and how many of its name are open.
        self._skipped: Token | None = None
        self._depth = 0

    def read(self, token: Token) -> Iterator[Span]:
        if self._skipped is not None:
            self._skip(token, self._skipped)
        elif token.kind is TokenKind.TEXT:
            yield from self._read_text(token)
        elif token.kind is TokenKind.RAW:
            if token.name == "title" and self._frames[-1].is_open and self._has_words(token):
                yield make_span(self._text, token.start, token.end, Kind.TITLE)
        elif token.name in OPAQUE and token.kind is TokenKind.START and not self._is_verse(token):
            yield from self._start_skipping(token)
        elif self._is_boundary(token):
            yield from self._read_boundary(token)
        else:
            self._read_inline(token)

    def finish(self) -> Iterator[Span]:
        if self._skipped is not None:
            raise build_refusal(self._text, self._skipped.start, f"'<{self._skipped.name}>'")
        yield from self._end_run()

    def _is_boundary(self, token: Token) -> bool:
        if token.kind is TokenKind.START and token.name in CONTROLS:
            return not self._frames[self._blocks[-1]].is_whole
        if token.kind is TokenKind.END and token.name in CONTROLS:
            return self._count(token.name, 0, is_block=True) > 0
        if token.kind in (TokenKind.START, TokenKind.END):
            return token.name in BLOCKS
        if token.kind in (TokenKind.SHORTCODE_START, TokenKind.SHORTCODE_END):
            return is_caption(token.name)
        return token.kind is TokenKind.OPAQUE or MARK.match(self._text, token.start, token.end) is not None

    def _is_verse(self, token: Token) -> bool:
        return token.name == "pre" and _VERSE in self._list_classes(token)

    def _has_words(self, token: Token) -> bool:
        return has_words(self._text[token.start : token.end])

    def _end_run(self) -> Iterator[Span]:
        if self._run:
            run, self._run = self._run, []
            block = self._frames[self._blocks[-1]]
            yield from find_units(self._text, run, block.kind, is_verse=block.is_verse)

    def _read_text(self, token: Token) -> Iterator[Span]:
        start = token.start
        if not self._frames[self._blocks[-1]].is_whole and not self._frames[-1].is_code:
            for blank in _BLANK_LINE.finditer(self._text, token.start, token.end):
                self._add(Token(TokenKind.TEXT, start, blank.start()))
                yield from self._end_run()
                start = blank.start()
        self._add(Token(TokenKind.TEXT, start, token.end))

    def _add(self, token: Token) -> None:
        frame = self._frames[-1]
        words = token.kind is TokenKind.TEXT and frame.is_open and not frame.is_code and self._has_words(token)
        self._run.append(Piece(token, frame.is_open, words))

    def _read_inline(self, token: Token) -> None:
        if token.kind is TokenKind.START and token.name in VOID:
            self._run.append(Piece(token, self._make_frame(token).is_open))
            return
        if token.kind is TokenKind.START:
            self._push(self._make_frame(token))
        self._add(token)
        if token.kind is TokenKind.END:
            self._pop(token.name)

    def _read_boundary(self, token: Token) -> Iterator[Span]:
        yield from self._end_run()
        if token.kind is TokenKind.START:
            self._end_implied(token.name)
        if token.kind in (TokenKind.START, TokenKind.SHORTCODE_START):
            frame = self._make_frame(token)
            if frame.is_open or (
                token.name in RAW and self._is_translatable(token, is_default=self._frames[-1].is_open)
            ):
                yield from find_attributes(self._text, token)
            if token.name not in VOID:
                self._push(frame, is_block=True)
        elif token.kind in (TokenKind.END, TokenKind.SHORTCODE_END):
            self._pop(_frame_name(token), is_block=True)

    def _make_frame(self, token: Token) -> _Frame:
        outer = self._frames[-1]
        if token.kind is TokenKind.SHORTCODE_START:
            return _Frame(_frame_name(token), Kind.CAPTION, outer.is_open)
        is_verse = self._is_verse(token)
        return _Frame(
            token.name,
            KINDS.get(token.name, outer.kind),
            self._is_translatable(token, is_default=outer.is_open) and token.name not in RAW - {"title"},
            outer.is_code or token.name in CODE,
            token.name in WHOLE or (outer.is_whole and token.name not in BLOCKS),
            is_verse,
        )

    def _is_translatable(self, token: Token, *, is_default: bool) -> bool:
        for name, start, end in list_attributes(self._text, token):
            if name == "translate":
                return self._text[start:end].strip().lower() != "no"
        return is_default and _NO_TRANSLATE not in self._list_classes(token)

    def _list_classes(self, token: Token) -> list[str]:
        attributes = list_attributes(self._text, token)
        return next((self._text[start:end].split() for name, start, end in attributes if name == "class"), [])

    def _push(self, frame: _Frame, *, is_block: bool = False) -> None:
        if is_block:
            self._blocks.append(len(self._frames))
        self._frames.append(frame)
        self._count(frame.name, 1, is_block=is_block)

    def _count(self, name: str, step: int, *, is_block: bool) -> int:
        key = (0 if is_block else len(self._blocks), name)
        self._names[key] = self._names.get(key, 0) + step
        return self._names[key]

    def _pop(self, name: str, *, is_block: bool = False) -> None:
        """Close an element and what stands open in it; an end tag without a start tag closes nothing."""
        if self._count(name, 0, is_block=is_block):
            while self._drop() != name:
                pass

    def _drop(self) -> str:
        is_block = self._blocks[-1] == len(self._frames) - 1
        frame = self._frames.pop()
        self._count(frame.name, -1, is_block=is_block)
        if is_block:
            self._blocks.pop()
        return frame.name

    def _end_implied(self, name: str) -> None:
        ended = find_ended(name)
        while self._frames[self._blocks[-1]].name in ended:
            self._pop(self._frames[self._blocks[-1]].name, is_block=True)

    def _start_skipping(self, token: Token) -> Iterator[Span]:
        if token.name in INLINE_OPAQUE:
            self._run.append(Piece(token, is_open=False))
        else:
            yield from self._end_run()
            self._end_implied(token.name)
        if not (token.name in INLINE_OPAQUE and self._text.endswith("/>", token.start, token.end)):
            self._skipped, self._depth = token, 1

    def _skip(self, token: Token, skipped: Token) -> None:
        if skipped.name in INLINE_OPAQUE:
            self._run.append(Piece(token, is_open=False))
        if token.name == skipped.name:
            self._depth += {TokenKind.START: 1, TokenKind.END: -1}.get(token.kind, 0)
        if not self._depth:
            self._skipped = None


def _frame_name(token: Token) -> str:
    return f"[{token.name}]" if token.kind in (TokenKind.SHORTCODE_START, TokenKind.SHORTCODE_END) else token.name
