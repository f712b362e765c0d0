"""Small letters, a capital at the beginning, all capitals, and round again; tags stay as they are."""

import re
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def find_word(text: str, offset: int) -> tuple[int, int] | None:
    """The word at a place or right before it."""
    return next((word.span() for word in _WORD.finditer(text) if word.start() <= offset <= word.end()), None)


def cycle_case(text: str, spans: Iterable[tuple[int, int]] = ()) -> str:
    """The next case of a text; `spans` are left alone. Accents stay on capitals, as French and Spanish want them."""
    parts = _divide(text, spans)
    words = "".join(part for part, is_free in parts if is_free)
    if words == words.lower():
        return _capitalize(parts)
    if words == words.upper():
        return _map(parts, str.lower)
    return _map(parts, str.upper)


def _divide(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    position = 0
    for start, end in spans:
        parts += [(text[position:start], True), (text[start:end], False)]
        position = end
    return [*parts, (text[position:], True)]


def _map(parts: list[tuple[str, bool]], change: Callable[[str], str]) -> str:
    return "".join(change(part) if is_free else part for part, is_free in parts)


def _capitalize(parts: list[tuple[str, bool]]) -> str:
    result: list[str] = []
    is_done = False
    for part, is_free in parts:
        first = next((at for at, letter in enumerate(part) if letter.isalpha()), None)
        if is_free and not is_done and first is not None:
            result.append(part[:first] + part[first].upper() + part[first + 1 :])
            is_done = True
        else:
            result.append(part)
    return "".join(result)
