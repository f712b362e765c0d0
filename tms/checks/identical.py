"""`identical`: the source text left as it is.

Names, numbers, addresses and words that two languages share look the same in a good translation, so this wants
words that only the source language has, or several words in lower case.
"""

import re
from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_english_only
from tms.checks.prose import read_prose
from tms.text.normalize import normalize_text
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EMOJI_CODE = re.compile(r":[a-z0-9_+-]+:")
_LONGEST_NAME = 4


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if not source.strip() or base_language(pair.source_language) == base_language(pair.language):
        return
    if _first_word(source) == _first_word(pair.target) and normalize_text(source) == normalize_text(pair.target):
        words = [
            word for word in _WORD.findall(read_prose(pair.target).text) if word.casefold() not in pair.known_words
        ]
        if _is_prose(words, is_english=base_language(pair.source_language) == "en"):
            yield Spot("the translation is the same as the source", 0, len(pair.target))


def _first_word(text: str) -> str:
    match = _WORD.search(text)
    return match.group().replace("’", "'") if match else ""


def _is_prose(words: list[str], *, is_english: bool) -> bool:
    lower = [word for word in words if word.islower() and len(word) > 1]
    if len(words) <= _LONGEST_NAME and not any(len(word) > 3 for word in lower):
        return False
    return len(lower) >= 3 or (is_english and any(is_english_only(word) for word in lower))


IDENTICAL = Check("identical", "Same as the source", "untranslated", Severity.WARNING, _find, needs_source=True)
