"""Find words in a text, as people mean them or exactly, and put others in their place.

Offsets are always those of the text as it is: what may be written in several ways is in the expression, no text is
folded. An expression of a person's own runs in an engine that stops after a while, and lets others work meanwhile.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from tms.errors import InputError
from tms.text.markup import find_protected_spans
from tms.values.searching import Query, Spans

if TYPE_CHECKING:
    import regex

LONGEST_EXPRESSION = 500
SECONDS_A_TEXT = 0.25
SECONDS_IN_ALL = 10.0

_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'\u2019\u02bc\u2018\u00b4\uff07"
_QUOTES = '"\u201c\u201d\u201e\u201f'
_GUILLEMETS = "\u00ab\u00bb"
_HYPHENS = "-\u2010\u2011"
_LIGATURES = {"oe": "\u0153", "ae": "\u00e6"}
_WORD = re.compile(r"[^\W\d_]+")


class _Match(Protocol):
    """What both engines say of a place."""

    def span(self) -> tuple[int, int]: ...

    def expand(self, template: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Swapping:
    """A text with words exchanged; `count` places were, `in_markup` would have been but for tags and addresses."""

    text: str
    count: int
    in_markup: int = 0


class Finder:
    """Finds one query in many texts; raises InputError where the expression is none, or takes too long."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._own: regex.Pattern[str] | None = _compile_own(query) if query.is_regex else None
        self._pattern = re.compile("(?!)") if query.is_regex else _compile_words(query)
        self._spent = 0.0

    def find(self, text: str) -> Spans:
        """Where it stands, from left to right, without overlap; what is empty is nowhere."""
        return tuple(match.span() for match in self._list_matches(text))

    def _list_matches(self, text: str) -> Sequence[_Match]:
        if self._own is None:
            found: Iterator[_Match] = self._pattern.finditer(text)
            return [match for match in found if match.span()[0] < match.span()[1]]
        began = perf_counter()
        try:
            matches = self._own.finditer(text, timeout=SECONDS_A_TEXT, concurrent=True)
            kept = [match for match in matches if match.span()[0] < match.span()[1]]
        except TimeoutError as error:
            raise _too_slow() from error
        self._spent += perf_counter() - began
        if self._spent > SECONDS_IN_ALL:
            raise _too_slow()
        return kept

    def replace(self, text: str, replacement: str, *, in_markup: bool = False) -> Swapping:
        r"""The text with every place exchanged, in one go from left to right; tags and addresses stay as they are.

        In a regular expression `\1` stands for what its first group found. Raises InputError for a group that is not.
        """
        matches = self._list_matches(text)
        protected = [] if in_markup or not matches else [(one.start, one.end) for one in find_protected_spans(text)]
        parts: list[str] = []
        position = count = left = 0
        for match in matches:
            start, end = match.span()
            if any(start < last and first < end for first, last in protected):
                left += 1
                continue
            parts += (text[position:start], self._fit(match, text[start:end], replacement))
            position = end
            count += 1
        return Swapping("".join([*parts, text[position:]]), count, left)

    def _fit(self, match: _Match, found: str, replacement: str) -> str:
        typed = self.query.words
        if self.query.is_regex:
            template, replacement = replacement, _expand(match, replacement)
            # What groups found has its capitals already.
            typed = found if "\\" in template else ""
        if not self.query.is_sign_exact:
            replacement = _fit_apostrophes(found, replacement)
        return replacement if self.query.is_case_exact else fit_case(typed, found, replacement)


def fit_case(typed: str, found: str, replacement: str) -> str:
    """The replacement with the capitals of what was found, word by word, or all of them.

    Where what was looked for and the replacement were `typed` with different capitals, just that is meant, and stays.
    """
    if _is_all_capitals(found) and not _is_all_capitals(typed):
        return replacement.upper()
    words = [list(_WORD.finditer(text)) for text in (typed or found.lower(), found, replacement)]
    if len({len(one) for one in words}) > 1:
        words = [one[:1] for one in words]
    for asked, old, new in reversed(list(zip(*words, strict=False))):
        if asked[0][0].isupper() == new[0][0].isupper() != old[0][0].isupper():
            letter = new[0][0].upper() if old[0][0].isupper() else new[0][0].lower()
            replacement = replacement[: new.start()] + letter + replacement[new.start() + 1 :]
    return replacement


def _is_all_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)


def _expand(match: _Match, template: str) -> str:
    import regex

    try:
        return match.expand(template)
    except (regex.error, IndexError, ValueError) as error:
        hint = "\\1 is what the first group in round brackets found"
        raise InputError(f"the replacement cannot be used: {error}", hint) from error


def _fit_apostrophes(found: str, replacement: str) -> str:
    """An apostrophe typed straight becomes the one of the text, if that is a typographic one."""
    kinds = {character for character in found if character in _APOSTROPHES}
    return replacement.replace("'", kinds.pop()) if len(kinds) == 1 else replacement


def _too_slow() -> InputError:
    return InputError("this expression takes too long", "avoid a repetition inside a repetition, such as (a+)+")


def _compile_own(query: Query) -> "regex.Pattern[str]":
    """A person's own expression."""
    import regex

    if len(query.words) > LONGEST_EXPRESSION:
        raise InputError(f"an expression of more than {LONGEST_EXPRESSION} characters", "search for less")
    words = rf"(?<!\w)(?:{query.words})(?!\w)" if query.is_whole_word else query.words
    try:
        # Once by itself: the brackets around it must not make an expression of what is none.
        regex.compile(query.words)
        return regex.compile(words, 0 if query.is_case_exact else regex.IGNORECASE)
    except (regex.error, RecursionError, OverflowError) as error:
        raise InputError(f"this is no regular expression: {error}", "\\ before a sign takes it as it is") from error


@lru_cache(maxsize=64)
def _compile_words(query: Query) -> re.Pattern[str]:
    wanted = [word for word in (query.forms or (query.words,)) if word]
    if not wanted:
        return re.compile("(?!)")
    # The longest first: of several forms that begin alike the whole one is meant.
    pieces = [_express(word, query) for word in sorted(set(wanted), key=lambda word: (-len(word), word))]
    return re.compile("|".join(pieces), 0 if query.is_case_exact else re.IGNORECASE)


def _express(words: str, query: Query) -> str:
    """An expression for the words in all the ways in which they may be written."""
    text = unicodedata.normalize("NFC", words)
    parts = []
    position = 0
    while position < len(text):
        pair = text[position : position + 2].lower()
        if query.is_loose and pair in _LIGATURES:
            parts.append(f"(?:{_loosen(text[position])}{_loosen(text[position + 1])}|{_either_case(_LIGATURES[pair])})")
            position += 2
            continue
        parts.append(_express_one(text[position], query))
        position += 1
    before = rf"(?<![\w{_MARKS}])" if query.is_whole_word and text[0].isalnum() else ""
    after = r"(?!\w)" if query.is_whole_word and text[-1].isalnum() else ""
    # A letter with a mark of its own after it is another letter.
    return f"{before}{''.join(parts)}{'' if query.is_loose else f'(?![{_MARKS}])'}{after}"


def _express_one(character: str, query: Query) -> str:
    if not query.is_sign_exact:
        if character == " ":
            return r"\s"
        for alike, finds in (
            (_APOSTROPHES, _APOSTROPHES),
            ('"', _QUOTES + _GUILLEMETS),
            (_QUOTES, _QUOTES),
            (_HYPHENS, _HYPHENS),
        ):
            if character in alike:
                return f"[{re.escape(finds)}]"
    if query.is_loose and character.isalpha():
        return _loosen(character)
    apart = unicodedata.normalize("NFD", character)
    return re.escape(character) if apart == character else f"(?:{re.escape(character)}|{re.escape(apart)})"


def _loosen(character: str) -> str:
    """A letter with any accent, composed or apart."""
    for plain, ligature in _LIGATURES.items():
        if character.lower() == ligature:
            return f"(?:{_either_case(ligature)}|{_loosen(plain[0])}{_loosen(plain[1])})"
    base = unicodedata.normalize("NFD", character)[0]
    return f"[{base}{''.join(_accented().get(base, ''))}][{_MARKS}]*"


def _either_case(ligature: str) -> str:
    return f"[{ligature}{ligature.upper()}]"


@lru_cache(maxsize=1)
def _accented() -> dict[str, list[str]]:
    """The Latin letters with marks, by their plain letter."""
    found: dict[str, list[str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            found.setdefault(base, []).append(chr(code))
    return found
