"""Web and e-mail addresses in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text by code-point offsets."""

    start: int
    end: int
    text: str


_URL_CHARACTERS = r"[\w\-.~:/?#@!$&'()*+,;=%{}]"
_URL = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:https?|ftp)://(?=\w|\[)|www\.(?=\w)|mailto:(?=\w)){_URL_CHARACTERS}++", re.IGNORECASE
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_DOMAIN = re.compile(rf"(?<![\w@./-])[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++(?:/{_URL_CHARACTERS}*+)?")
_TOP_LEVEL = ("com", "org", "net", "int", "gov", "edu", "info", "io")
# It begins with a plain character, which is quick to search for.
_HAS_DOMAIN = re.compile(rf"\.(?:{'|'.join(_TOP_LEVEL)})(?!\w)")
_TRAILING = ".,;:!?'*"


def may_have_urls(text: str) -> bool:
    """Whether a text has any sign of an address; most have none, which is quick to see."""
    return "://" in text or "@" in text or "www." in text or "mailto:" in text or _HAS_DOMAIN.search(text) is not None


def find_urls(text: str) -> tuple[Span, ...]:
    """Web and e-mail addresses, without the punctuation, brackets and quotation marks around them."""
    if not may_have_urls(text):
        return ()
    spans: list[Span] = []
    if "://" in text or "www." in text or "mailto:" in text:
        spans += (_trim_url(text, m.start(), m.end()) for m in _URL.finditer(text))
    if "@" in text:
        spans += (Span(m.start(), m.end(), m.group()) for m in _EMAIL.finditer(text))
    if _HAS_DOMAIN.search(text):
        spans += (_trim_url(text, m.start(), m.end()) for m in _DOMAIN.finditer(text) if _is_domain(m.group()))
    return tuple(_first_of_overlapping(span for span in spans if span.end > span.start))


def _trim_url(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    depth = 0
    if "(" in raw or ")" in raw:
        for index, character in enumerate(raw):
            depth += (character == "(") - (character == ")")
            if depth < 0:
                raw = raw[:index]
                break
    if start and text[start - 1] == "_":
        raw = raw.rstrip("_")
    raw = raw.rstrip(_TRAILING)
    return Span(start, start + len(raw), raw)


def _is_domain(raw: str) -> bool:
    return raw.partition("/")[0].rstrip(".").rpartition(".")[2].lower() in _TOP_LEVEL


def _first_of_overlapping(spans: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end
