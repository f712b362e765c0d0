"""Quotation marks of a text: which belong together, and which stand alone.

An apostrophe is no quotation mark. A right single mark is both, so a left one is content with any right one that can
close, and a right one never asks for a left one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_CLOSERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", '"': '"'}
_OPENER_OF = {"»": "«", "”": "“", "›": "‹", '"': '"'}
_MARKS = re.compile(r"[«»“”„‹›‘’\"]")
# Without a left single mark, a right one is an apostrophe.
_DOUBLE_MARKS = re.compile(r"[«»“”„‹›\"]")
_SIMPLE = re.compile(r"(?:«»|“”)*")
_AFTER_OPENER = frozenset(" \t\n\u00a0\u202f([{«“„‹‘—–-/¿¡")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation by the places of its two marks; `depth` 0 is the first level."""

    opener: int
    closer: int
    depth: int


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a text in the order of their openers, and the places of marks that are alone.

    `sharing` are openers that are content with the closing mark of the quotation inside of theirs.
    """

    quotations: tuple[Quotation, ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]
    sharing: tuple[int, ...] = ()

    @property
    def is_balanced(self) -> bool:
        """Whether every mark has its partner."""
        return not self.unclosed and not self.unopened


def has_quotes(text: str) -> bool:
    """Whether there is any double quotation mark or guillemet, or a left single one."""
    return any(sign in text for sign in '«»“”„‹›‘"')


@lru_cache(maxsize=16)
def read_quotes(text: str) -> Quotes:
    """Pair the quotation marks of a visible text; remembered, as several checks ask for the same ones."""
    marks = list((_MARKS if "‘" in text else _DOUBLE_MARKS).finditer(text))
    if "\n" not in text and _SIMPLE.fullmatch("".join([match.group() for match in marks])):
        places = [match.start() for match in marks]
        pairs = zip(places[::2], places[1::2], strict=True)
        return Quotes(tuple(Quotation(opener, closer, 0) for opener, closer in pairs), (), ())
    reader = _Reader(text)
    for match in marks:
        reader.read(match.start(), match.group())
    return reader.finish()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[int] = []
        self._waiting = dict.fromkeys(_CLOSERS, 0)
        self._found: list[Quotation] = []
        self._unclosed: list[int] = []
        self._unopened: list[int] = []
        self._continued = ""

    def read(self, place: int, sign: str) -> None:
        if sign in "‘’":
            self._read_single(place, sign)
        elif sign == '"':
            self._read_straight(place)
        elif sign == "“" and self._waiting["„"]:
            self._close("„", place)
        elif sign in _CLOSERS:
            self._push(place, sign)
        elif self._is_continuation(place, sign):
            self._continued = sign
        else:
            opener = "„" if sign == "”" and self._waiting["„"] else _OPENER_OF[sign]
            self._close(opener, place)

    def finish(self) -> Quotes:
        unclosed = tuple(sorted(self._unclosed + self._open))
        found = tuple(sorted(self._found, key=lambda quotation: quotation.opener))
        if len(unclosed) == 1 and self._ends_both_levels(unclosed[0]):
            return Quotes(found, (), tuple(self._unopened), unclosed)
        return Quotes(found, unclosed, tuple(self._unopened))

    def _push(self, place: int, sign: str) -> None:
        self._open.append(place)
        self._waiting[sign] += 1

    def _close(self, opener: str, place: int) -> None:
        if not self._waiting[opener]:
            # What a mark at the head of the paragraph goes on with, ends here.
            if self._text[place] != self._continued:
                self._unopened.append(place)
            self._continued = ""
            return
        while self._text[self._open[-1]] != opener:
            self._drop(self._open.pop())
        self._waiting[opener] -= 1
        self._found.append(Quotation(self._open.pop(), place, len(self._open)))

    def _drop(self, place: int) -> None:
        """An inner mark that its outer quotation leaves behind."""
        self._waiting[self._text[place]] -= 1
        self._unclosed.append(place)

    def _read_single(self, place: int, sign: str) -> None:
        before, after = self._around(place)
        if sign == "‘":
            # ‘90s and l‘homme: an apostrophe that an editor program turned round.
            if not before.isalnum() and not after.isdigit() and not after.isspace():
                self._push(place, sign)
        elif self._waiting["‘"] and not after.isalpha():
            self._close("‘", place)

    def _read_straight(self, place: int) -> None:
        before, after = self._around(place)
        if self._waiting['"'] and (not before.isspace() or after.isspace() or not after.isalnum()):
            self._close('"', place)
        elif before.isdigit():
            return  # inches, seconds of arc
        else:
            self._push(place, '"')

    def _around(self, place: int) -> tuple[str, str]:
        before = self._text[place - 1] if place else " "
        after = self._text[place + 1] if place + 1 < len(self._text) else " "
        return before, after

    def _is_continuation(self, place: int, sign: str) -> bool:
        """A closing guillemet or quotation mark at the head of a line repeats the opening of a long quotation."""
        before = place - 1
        while before >= 0 and self._text[before] in " \t\u00a0\u202f":
            before -= 1
        return sign in "»”" and (before < 0 or self._text[before] == "\n")

    def _ends_both_levels(self, place: int) -> bool:
        """French lets one » close an inner and an outer quotation that end together."""
        if self._text[place] != "«" or not self._found:
            return False
        last = max(self._found, key=lambda quotation: quotation.closer)
        is_inner = self._text[last.opener] == "«" and last.opener > place
        return is_inner and not any(sign.isalnum() for sign in self._text[last.closer :])
