"""Cut a sentence in two, put two together, and find where they begin and end."""

import re
from collections.abc import Container
from itertools import accumulate

from tms.text.number_notation import get_base_language
from tms.text.sentences import split_sentences
from tms.values import Replacement

_SPACES = " \u00a0\u202f\u2009\n\t"
_STOPS = ".!?…"
_FIRST_LETTER = re.compile(r"(?:<[^<>]*>|[\W_])*")
_STOP = re.compile(r"(?P<stop>\.)(?P<closers>(?:</[^<>]*>|[ \u00a0\u202f]?[»›]|[”’\"')\]*_])*)(?P<space>\s*)\Z")
_WORD = re.compile(r"[^\W_]+")


def find_sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, without the space behind it."""
    parts = split_sentences(text, language) if text else ()
    starts = [0, *accumulate(map(len, parts))]
    return tuple((start, start + len(part.rstrip())) for start, part in zip(starts, parts, strict=False))


def find_sentence_at(text: str, offset: int, language: str) -> tuple[int, int] | None:
    """The sentence that a place lies in, the one before it where it lies between two; None in an empty text."""
    found = [span for span in find_sentences(text, language) if span[0] <= offset]
    return found[-1] if found else None


def split_at(text: str, offset: int) -> Replacement | None:
    """End the sentence before a place and begin another with a capital; None where there are no words on both sides."""
    while 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum():
        offset -= 1
    before, after = text[:offset].rstrip(_SPACES + ",;:–—"), text[offset:].lstrip(_SPACES + ",;:–—")
    if not any(map(str.isalnum, before)) or not any(map(str.isalnum, after)):
        return None
    opening = _FIRST_LETTER.match(after)
    first = opening.end() if opening else 0
    stop = "" if before[-1:] in tuple(_STOPS) else "."
    start, end = len(before), len(text) - len(after) + first + 1
    return Replacement(start, end, f"{stop} {after[:first]}{after[first].upper()}")


def join_next(text: str, offset: int, language: str, sign: str, names: Container[str]) -> Replacement | None:
    """Put a sign in place of the full stop of the sentence at a place, and go on small unless with a name.

    None where no sentence follows, or where this one ends with another sign than a full stop.
    """
    here = find_sentence_at(text, offset, language)
    after = [span for span in find_sentences(text, language) if here is not None and span[0] >= here[1]]
    if here is None or not after:
        return None
    following = after[0][0]
    stop = _STOP.search(text[:following])
    opening = _FIRST_LETTER.match(text, following)
    if stop is None or opening is None or opening.end() >= after[0][1]:
        return None
    first = opening.end()
    word = _WORD.match(text, first)
    is_name = word is None or _is_acronym(word.group()) or word.group() in names
    letter = text[first] if is_name else text[first].lower()
    return Replacement(
        stop.start(), first + 1, f"{stop['closers']}{sign}{stop['space'] or ' '}{text[following:first]}{letter}"
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or any(map(str.isdigit, word)))


def list_names(source: str, target: str, language: str) -> frozenset[str]:
    """Words with a capital that are no beginning of a sentence, here or in the source."""
    found: set[str] = set()
    for text, tongue in ((source, "en"), (target, language)):
        for start, end in find_sentences(text, tongue):
            words = list(_WORD.finditer(text, start, end))
            found.update(word.group() for word in words[1:] if word.group()[0].isupper())
    return frozenset(found)


def join_signs(language: str, *, is_full: bool) -> tuple[str, str]:
    """The semicolon and the comma of a language, with the no-break space that French puts before one."""
    space = "" if get_base_language(language) != "fr" else "\u00a0" if is_full else "\u202f"
    return f"{space};", ","
