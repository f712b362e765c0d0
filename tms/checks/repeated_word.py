"""`repeated-word`: the same word twice in a row."""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_of_language
from tms.checks.prose import read_prose
from tms.values import CheckInput, Severity, Spot

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_REPEATED = re.compile(
    rf"(?<![\w\u0300-\u036f'’.@/\-‑])({_LETTER}++)((?:[ \u00a0\u202f\n]++\1(?![\w\u0300-\u036f'’\-‑]))+)", re.IGNORECASE
)
# Doublings that grammar or emphasis allow.
_ALLOWED_WORDS = {
    "fr": "nous vous si non oui très là bla ha hé ho oh chut faire en loin petit tout plus vite",
    "es": "sí muy ya tan casi bla ja luego mucho poco nunca jamás nada para como entre claro",
    "en": "that had very no so bye long is do bla ha now far many never",
}
_ALLOWED = {language: frozenset(words.split()) for language, words in _ALLOWED_WORDS.items()}


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_repeat(pair.target):
        return
    prose = read_prose(pair.target)
    matches = [m for m in _REPEATED.finditer(prose.text) if not _is_allowed(m, pair)]
    if not matches or _has_repetition(pair.source):
        return
    for match in matches:
        yield prose.spot(f"“{match[1]}” twice", match.start(2), match.end(2), "")


def _may_repeat(text: str) -> bool:
    """Whether any piece between spaces begins as the one before; tags and entities may stand between two words."""
    pieces = text.lower().split()
    return "<" in text or "&" in text or "*" in text or any(map(str.startswith, pieces[1:], pieces))


def _is_allowed(match: re.Match[str], pair: CheckInput) -> bool:
    first, second = match[1], match[2].split()[0]
    language = base_language(pair.language)
    # Duran Duran is a name, and so is what follows in "de De Gaulle"; "Les Les" is none.
    if second[0].isupper() and not match[0].isupper() and not (first[0].isupper() and is_of_language(first, language)):
        return True
    return first.casefold() in _ALLOWED.get(language, frozenset())


def _has_repetition(source: str | None) -> bool:
    return bool(source) and _REPEATED.search(read_prose(source or "").text) is not None


REPEATED_WORD = Check("repeated-word", "Repeated word", "duplication", Severity.WARNING, _find)
