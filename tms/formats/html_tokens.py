r"""HTML as a row of tokens that cover the text without a gap, each with its exact place.

The parser of the standard library reads hostile text in quadratic time (300 kB took a minute), and cuts comments and
scripts otherwise from one patch release to the next; what was imported has to be cut alike for years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tms.errors import InputError
from tms.formats.html_elements import RAW
from tms.formats.lines import LINE_END
from tms.formats.shortcodes import BRACKET, is_code, is_shortcode, read_shortcode


class TokenKind(StrEnum):
    """What a piece of HTML is."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"
    RAW = "raw"
    SHORTCODE_START = "shortcode-start"
    SHORTCODE_END = "shortcode-end"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`; `name` is that of its element or shortcode, in small letters."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_OPENING_OR_BRACKET = re.compile(rf"<(?=[A-Za-z/!?])|{BRACKET}")
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""")
_ATTRIBUTES_START = re.compile(r"[<\[][^\s/>\]]*+")


def split_tokens(
    text: str, start: int = 0, *, holes: Sequence[tuple[int, int]] = (), has_shortcodes: bool = False
) -> Iterator[Token]:
    """The tokens of a text from `start` on; a hole is one opaque token.

    Raises InputError for a comment, a tag or an element like `<script>` that is never closed: it would hide the rest.
    """
    position = start
    for hole_start, hole_end in holes:
        yield from _Scanner(text, hole_start, has_shortcodes=has_shortcodes).scan(position)
        yield Token(TokenKind.OPAQUE, hole_start, hole_end)
        position = hole_end
    yield from _Scanner(text, len(text), has_shortcodes=has_shortcodes).scan(position)


def list_attributes(text: str, token: Token) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of each attribute's value in a tag, the quotes not counted."""
    names = _ATTRIBUTES_START.match(text, token.start, token.end)
    for match in _ATTRIBUTE.finditer(text, names.end() if names else token.start, token.end - 1):
        # A name without a value is matched too: a search that has to leave it out starts anew at each of its letters.
        if match.lastindex is not None and match.lastindex > 1:
            yield match[1].lower(), *match.span(match.lastindex)


def build_refusal(text: str, offset: int, what: str) -> InputError:
    """The refusal of something that opens at the offset and never ends."""
    return InputError(f"line {find_line(text, offset)}: {what} is never closed", "close it, or take it out")


def find_line(text: str, offset: int) -> int:
    """The number of the line in which the offset lies."""
    return sum(1 for _ in LINE_END.finditer(text, 0, offset)) + 1


class _Scanner:
    """Reads one stretch of text from left to right, each sign a fixed number of times."""

    def __init__(self, text: str, end: int, *, has_shortcodes: bool) -> None:
        self._text = text
        self._end = end
        self._opening = _OPENING_OR_BRACKET if has_shortcodes else _OPENING
        self._last_close = text.rfind(">", 0, end)
        # Where each needle was found last, -1 for nowhere: what lies behind was looked through already.
        self._found: dict[str, int] = {}
        self._unclosed: set[str] = set()

    def scan(self, position: int) -> Iterator[Token]:
        while position < self._end:
            opening = self._opening.search(self._text, position, self._end)
            start = opening.start() if opening else self._end
            if start > position:
                yield Token(TokenKind.TEXT, position, start)
            if opening is None:
                return
            token = self._read_bracket(start) if opening[0] == "[" else self._read_angle(start)
            token = token or Token(TokenKind.TEXT, start, start + 1)
            yield token
            position = token.end
            if token.kind is TokenKind.START and token.name in RAW:
                position = self._find_raw_end(token)
                if position > token.end:
                    yield Token(TokenKind.RAW, token.end, position, token.name)

    def _read_angle(self, start: int) -> Token | None:
        following = self._text[start + 1 : start + 3]
        if following.startswith(("!", "?")) or (following[:1] == "/" and not _is_letter(following[1:])):
            return self._read_comment(start)
        if start > self._last_close:
            return None
        tag = _TAG.match(self._text, start, self._end)
        if tag is None:
            raise build_refusal(self._text, start, f"the tag '{self._text[start : start + 20].split()[0]}'")
        return Token(TokenKind.END if tag[1] else TokenKind.START, start, tag.end(), tag[2].lower())

    def _read_comment(self, start: int) -> Token | None:
        if self._text.startswith("<!--", start):
            # `<!-->` and `<!--->` are whole comments.
            end = _COMMENT_END.search(self._text, start + 2, self._end)
            if end is None:
                raise build_refusal(self._text, start, "the comment")
            return Token(TokenKind.COMMENT, start, end.end())
        for opening, closing in (("<![CDATA[", "]]>"), ("<?", "?>"), ("", ">")):
            if self._text.startswith(opening, start) and (end_at := self._find(closing, start)) >= 0:
                return Token(TokenKind.COMMENT, start, end_at + len(closing))
        return None

    def _find_raw_end(self, token: Token) -> int:
        if token.name not in self._unclosed:
            closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE)
            if match := closing.search(self._text, token.end, self._end):
                return match.start()
            self._unclosed.add(token.name)
        if self._text.endswith("/>", token.start, token.end):
            return token.end
        raise build_refusal(self._text, token.start, f"'<{token.name}>'")

    def _read_bracket(self, start: int) -> Token | None:
        shortcode = read_shortcode(self._text, start, self._end)
        if shortcode is None:
            return None
        closing = f"[/{shortcode.name}]"
        end = shortcode.end if shortcode.is_closing else self._find(closing, shortcode.end)
        if not is_shortcode(shortcode, is_closed=end >= 0):
            return None
        if is_code(shortcode) and not shortcode.is_closing and end >= 0:
            return Token(TokenKind.OPAQUE, start, end + len(closing))
        kind = TokenKind.SHORTCODE_END if shortcode.is_closing else TokenKind.SHORTCODE_START
        # One that is never closed holds nothing.
        return Token(kind, start, shortcode.end, shortcode.name if end >= 0 else "")

    def _find(self, needle: str, position: int) -> int:
        found = self._found.get(needle, 0)
        if 0 <= found < position or needle not in self._found:
            found = self._found[needle] = self._text.find(needle, position, self._end)
        return found


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
