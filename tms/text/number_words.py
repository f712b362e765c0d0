"""How the number words of English, French and Spanish combine."""

import re
from decimal import Decimal
from typing import NamedTuple

from tms.text.number_lexicons import ENGLISH, FRENCH, LEXICONS, NO_WORDS, Lexicon
from tms.text.number_tokens import WordToken

_WIDEST_GAP = 8
_GAP = re.compile(r"[\s\u00a0\u202f\u2010\u2011\ufffc-]{1,8}")


class WordNumber(NamedTuple):
    """A number written in words; `is_about` for round collectives (dozens, une centaine, miles)."""

    start: int
    end: int
    value: Decimal
    is_about: bool
    is_ordinal: bool = False


def find_small_word(value: Decimal, language: str) -> str | None:
    """The word for a whole number below twenty, as it is spelled without accents, or None."""
    small = LEXICONS.get(language, NO_WORDS).small
    return next((word for word, number in small.items() if number == value and number < 20), None)


def find_word_numbers(text: str, tokens: list[WordToken], language: str) -> list[WordNumber]:
    """The numbers written in words, longest reading from the left ("quatre-vingt-dix" is one number)."""
    lexicon = LEXICONS.get(language)
    if lexicon is None:
        return []
    found: list[WordNumber] = []
    index = 0
    while index < len(tokens):
        if index + 1 == len(tokens) or tokens[index + 1].start - tokens[index].end > _WIDEST_GAP:
            alone = _read_alone(tokens[index], lexicon)
            if alone:
                found.append(alone)
                index += 1
                continue
        half = _read_half(text, tokens, index, lexicon)
        if half:
            number, stop = half
            found.append(number)
            index = stop
            continue
        reader = _Reader(lexicon)
        stop = reader.read(text, tokens, index)
        if stop == index:
            if tokens[index].key in lexicon.ordinals and not _is_fraction(text, tokens, index, lexicon):
                found.append(_ordinal(tokens[index], lexicon))
            index += 1
            continue
        value, stop = _add_half(text, tokens, stop, reader)
        found.append(WordNumber(tokens[index].start, tokens[stop - 1].end, value, reader.is_about))
        index = stop
    return found


def _read_alone(token: WordToken, lexicon: Lexicon) -> WordNumber | None:
    """The number that is one word with no other beside it; None where it may be a part of one all the same."""
    key = token.key
    value = lexicon.small.get(key)
    if value is None:
        value = lexicon.fixed.get(key) or lexicon.scales.get(key)
    if value is not None:
        return WordNumber(token.start, token.end, Decimal(value), is_about=False)
    value = lexicon.collectives.get(key)
    return None if value is None else WordNumber(token.start, token.end, Decimal(value), is_about=True)


def _ordinal(token: WordToken, lexicon: Lexicon) -> WordNumber:
    return WordNumber(token.start, token.end, Decimal(lexicon.ordinals[token.key]), is_about=False, is_ordinal=True)


def _is_fraction(text: str, tokens: list[WordToken], index: int, lexicon: Lexicon) -> bool:
    """One third, a third of them; and the end of twenty-first."""
    if index == 0 or not _touch(text, tokens, index):
        return False
    before = tokens[index - 1].key
    has_part = index + 1 < len(tokens) and tokens[index + 1].key == "of"
    return before in lexicon.small or (before == "a" and (has_part or tokens[index].key == "second"))


def _read_half(text: str, tokens: list[WordToken], index: int, lexicon: Lexicon) -> tuple[WordNumber, int] | None:
    """Half a million, medio millón, un demi-million: the number and the index after it."""
    place = index
    if tokens[place].key in ("un", "una") and place + 1 < len(tokens) and tokens[place + 1].key in lexicon.half:
        place += 1
    if tokens[place].key not in lexicon.half:
        return None
    place += 1
    if place < len(tokens) and tokens[place].key in ("a", "an"):
        place += 1
    if place >= len(tokens) or not all(_touch(text, tokens, at) for at in range(index + 1, place + 1)):
        return None
    scale = lexicon.scales.get(tokens[place].key) or lexicon.collectives.get(tokens[place].key)
    if scale is None:
        return None
    return WordNumber(tokens[index].start, tokens[place].end, Decimal(scale) / 2, is_about=False), place + 1


def _add_half(text: str, tokens: list[WordToken], stop: int, reader: "_Reader") -> tuple[Decimal, int]:
    """The value of what was read, with the half that may follow: two and a half million, un millón y medio."""
    value, lexicon = Decimal(reader.value), reader.lexicon
    end = stop + len(lexicon.half_after)
    keys = tuple(token.key for token in tokens[stop:end])
    if not lexicon.half_after or keys != lexicon.half_after:
        return value, stop
    if not all(_touch(text, tokens, at) for at in range(stop, end)):
        return value, stop
    if reader.last_scale > 1:
        return value + Decimal(reader.last_scale) / 2, end
    scale = lexicon.scales.get(tokens[end].key) if end < len(tokens) and _touch(text, tokens, end) else None
    # "Three and a half" alone keeps its reading as three: the half is told in many ways.
    return ((value + Decimal("0.5")) * scale, end + 1) if scale else (value, stop)


def _touch(text: str, tokens: list[WordToken], index: int) -> bool:
    return _GAP.fullmatch(text, tokens[index - 1].end, tokens[index].start) is not None


class _Reader:
    """Adds up words of one number; `below` is the part under the next scale word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._total = 0
        self._below: int | None = None
        self.last_scale = 0
        self._last_key = ""
        self.is_about = False

    @property
    def value(self) -> int:
        return self._total + (self._below or 0)

    def read(self, text: str, tokens: list[WordToken], first: int) -> int:
        """Take as many words as belong together from `first` on; the index after the last one taken."""
        index = first
        while index < len(tokens) and not self.is_about:
            step = index
            is_joined = False
            if index > first:
                if not _touch(text, tokens, index):
                    break
                if tokens[index].key == self.lexicon.joiner and index + 1 < len(tokens):
                    step, is_joined = index + 1, True
                    if not _touch(text, tokens, step):
                        break
            if not self._take(tokens[step].key, is_joined=is_joined):
                break
            index = step + 1
        return index

    def _take(self, key: str, *, is_joined: bool) -> bool:
        lexicon = self.lexicon
        if key in lexicon.small:
            taken = self._add_small(lexicon.small[key], key, is_joined=is_joined)
        elif is_joined:
            taken = False
        elif key in lexicon.hundred:
            taken = self._multiply_hundred()
        elif key in lexicon.fixed:
            taken = not self._below
            self._below = lexicon.fixed[key] if taken else self._below
        elif key in lexicon.scales:
            taken = self._multiply_scale(lexicon.scales[key])
        elif key in lexicon.collectives:
            taken = self._multiply_scale(lexicon.collectives[key])
            self.is_about = taken
        else:
            taken = False
        self._last_key = key
        return taken

    def _add_small(self, number: int, key: str, *, is_joined: bool) -> bool:
        below = self._below
        if below is None:
            if is_joined and not self._total:
                return False
            self._below = number
            return True
        tail = below % 100
        if key in ("vingt", "vingts") and tail == 4 and self._last_key == "quatre":  # 4 x 20
            self._below = below - 4 + 80
            return True
        fits = below > 0 and (tail == 0 or self._fits_after_tens(tail, number))
        if is_joined and fits:
            fits = self._fits_joined(tail, number)
        self._below = below + number if fits else below
        return fits

    def _fits_after_tens(self, tail: int, number: int) -> bool:
        if 0 < number < 10 and tail >= 20 and tail % 10 == 0:  # "twenty" and a unit
            return True
        if self.lexicon is FRENCH:
            # soixante-dix, quatre-vingt-seize; dix-sept, dix-huit, dix-neuf.
            is_vigesimal = tail in (60, 80) and 10 <= number <= 19
            return is_vigesimal or (tail % 100 in (10, 70, 90) and number in (7, 8, 9))
        return False

    def _fits_joined(self, tail: int, number: int) -> bool:
        if self.lexicon is ENGLISH:
            return tail == 0
        if self.lexicon is FRENCH:
            return number in (1, 11) and tail != 0
        return tail >= 30 and number < 10  # treinta y uno … noventa y nueve

    def _multiply_hundred(self) -> bool:
        if self._below is None:
            self._below = 100
            return True
        # "Two hundred", "fifteen hundred"; in French, from twenty on, these are coins.
        if 0 < self._below < (20 if self.lexicon is FRENCH else 100):
            self._below *= 100
            return True
        return False

    def _multiply_scale(self, scale: int) -> bool:
        before = 1 if self._below is None and not self._total else self._below or 0
        if self.last_scale and scale == self.last_scale:
            return False
        if self.last_scale and scale > self.last_scale:
            self._total = (self._total + before) * scale
        elif before:
            self._total += before * scale
        else:
            return False
        self._below = None
        self.last_scale = scale
        return True
