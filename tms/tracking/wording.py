"""Two wordings of a text as tokens, and the places where they differ."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import Indel

# Words of two letters and more come first: they are most of a text, and no U.S. begins with one.
_TOKEN = re.compile(
    r"[^\W\d_]{2,}(?:['\u2019\u02bc][^\W\d_]+)*|(?:[^\W\d_]\.){2,}|\d+(?:[.,:\u00a0\u202f\u2009]\d+)*"
    r"|[^\W\d_](?:['\u2019\u02bc][^\W\d_]+)*|[^\w\s]|_|\w"
)
# The spaces that may stand inside a number.
_WIDE_GAPS = "\u00a0\u202f\u2009"
_LONGEST_KEPT = 40
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
ENDERS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"'”’»)]")
# So many tokens around a change decide how it is read ("15 h 30", "according to").
_AROUND = 3
# The matrix of a diff takes a bit per pair of tokens; beyond this (25 MB) the whole middle counts as rewritten.
_MOST_CELLS = 200_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of old tokens that a stretch of new ones replaces; either may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as tokens: words, numbers, signs."""

    text: str
    tokens: list[str]

    def slice(self, start: int, end: int) -> str:
        """The text from one token to another (which is not in it any more)."""
        return "".join(self.slices([(start, end)]))

    def slices(self, ranges: list[tuple[int, int]]) -> list[str]:
        """The text of each range of tokens that is not empty; the ranges come in order."""
        texts: list[str] = []
        index = place = 0
        for start, end in ranges:
            if end <= start:
                continue
            # Between tokens is white space only: the next place where its letters stand is the token.
            for token in self.tokens[index:start]:
                place = self.text.index(token, place) + len(token)
            begin = self.text.index(self.tokens[start], place)
            place, index = begin, start
            for token in self.tokens[index:end]:
                place = self.text.index(token, place) + len(token)
            index = end
            texts.append(self.text[begin:place])
        return texts

    def find_spans(self) -> list[tuple[int, int]]:
        """Start and end of each token in the text."""
        return [match.span() for match in _TOKEN.finditer(self.text)]

    def words_between(self, start: int, end: int) -> list[str]:
        """The words and numbers in a range of tokens."""
        return [token for token in self.tokens[start:end] if token[0].isalnum()]

    def list_places(self, start: int, end: int) -> list[int]:
        """Where the words and numbers in a range of tokens stand."""
        return [index for index in range(start, end) if self.tokens[index][0].isalnum()]

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first word of a sentence (quotation marks and brackets before it do not count)."""
        place = index - 1
        while place >= 0 and not self.tokens[place][0].isalnum():
            if self.tokens[place] in ENDERS or self.tokens[place] == ":":
                return True
            place -= 1
        return place < 0

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether a range of tokens is one whole sentence or several."""
        tokens = self.tokens
        while end - start > 1 and tokens[end - 1] in _CLOSERS:
            end -= 1
        starts_clean = start == 0 or self._ends_before(start)
        ends_clean = tokens[end - 1] in ENDERS or end == len(tokens)
        # A diff may as well take the full stop before the sentence as the one after it.
        is_shifted = tokens[start] in ENDERS and (end == len(tokens) or tokens[end] in ENDERS)
        return end - start > 2 and ((starts_clean and ends_clean) or is_shifted)

    def _ends_before(self, index: int) -> bool:
        place = index - 1
        while place > 0 and self.tokens[place] in _CLOSERS:
            place -= 1
        return self.tokens[place] in ENDERS


def read_wording(text: str) -> Wording:
    """Tokens of a text; apostrophes straight, composed letters."""
    folded = text if text.isascii() else unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    if not text.isascii() and any(gap in text for gap in _WIDE_GAPS):
        return Wording(folded, _TOKEN.findall(folded))
    # No token has white space in it: the same few words are cut once.
    chunks = folded.split()
    cut = _cut if max(map(len, chunks), default=0) <= _LONGEST_KEPT else _TOKEN.findall
    return Wording(folded, list(chain.from_iterable(map(cut, chunks))))


@lru_cache(maxsize=16384)
def _cut(chunk: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(chunk))


def find_blocks(old: Wording, new: Wording) -> list[Block]:
    """Where two wordings differ, in order."""
    a, b = old.tokens, new.tokens
    start = _common_start(a, b)
    end = _common_end(a, b, min(len(a), len(b)) - start)
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    if not middle_a and not middle_b:
        return []
    if not middle_a or not middle_b or len(middle_a) * len(middle_b) > _MOST_CELLS:
        return [Block(start, len(a) - end, start, len(b) - end)]
    blocks: list[Block] = []
    i = j = 0
    for match in Indel.opcodes(middle_a, middle_b).as_matching_blocks():
        if match.a > i or match.b > j:
            blocks.append(Block(start + i, start + match.a, start + j, start + match.b))
        i, j = match.a + match.size, match.b + match.size
    return blocks


def _common_start(a: list[str], b: list[str]) -> int:
    for index, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return index
    return min(len(a), len(b))


def _common_end(a: list[str], b: list[str], most: int) -> int:
    for index in range(most):
        if a[-1 - index] != b[-1 - index]:
            return index
    return most


@dataclass(frozen=True, slots=True)
class Compared:
    """Two wordings in a language; `blocks` are where they differ, `words` the old and new words of each block.

    `changed`: all tokens of the blocks, in lower case.
    """

    old: Wording
    new: Wording
    language: str
    blocks: list[Block]
    words: list[tuple[list[str], list[str]]]
    changed: frozenset[str]

    def find_windows(self, blocks: list[Block]) -> list[Block]:
        """Some of the blocks with the three tokens around them that are the same; near ones joined."""
        windows: list[Block] = []
        for at, block in enumerate(self.blocks):
            if blocks is not self.blocks and block not in blocks:
                continue
            room_before = block.old_start - (self.blocks[at - 1].old_end if at else 0)
            following = self.blocks[at + 1].old_start if at + 1 < len(self.blocks) else len(self.old.tokens)
            before, after = min(_AROUND, room_before), min(_AROUND, following - block.old_end)
            window = Block(
                block.old_start - before, block.old_end + after, block.new_start - before, block.new_end + after
            )
            if windows and windows[-1].old_end >= window.old_start and windows[-1].new_end >= window.new_start:
                first = windows.pop()
                window = Block(first.old_start, window.old_end, first.new_start, window.new_end)
            windows.append(window)
        return windows


def compare_wordings(old: str, new: str, language: str) -> Compared:
    """Read two texts and find where they differ."""
    before, after = read_wording(old), read_wording(new)
    blocks = find_blocks(before, after)
    removed = [before.tokens[block.old_start : block.old_end] for block in blocks]
    added = [after.tokens[block.new_start : block.new_end] for block in blocks]
    words = [
        ([token for token in x if token[0].isalnum()], [token for token in y if token[0].isalnum()])
        for x, y in zip(removed, added, strict=True)
    ]
    changed = frozenset(map(str.lower, chain.from_iterable((*removed, *added))))
    return Compared(before, after, language, blocks, words, changed)


def list_partial_blocks(pair: Compared) -> list[Block]:
    """The changes inside of sentences: a whole sentence more or less is new text, not another figure or duty."""
    return [
        block
        for block in pair.blocks
        if not (
            (block.new_start == block.new_end and pair.old.is_sentence(block.old_start, block.old_end))
            or (block.old_start == block.old_end and pair.new.is_sentence(block.new_start, block.new_end))
        )
    ]
