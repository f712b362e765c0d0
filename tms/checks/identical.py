"""`identical`: the source text left as it is, or nearly so.

Names, numbers, addresses and words that two languages share look the same in a good translation, so this wants
words that only the source language has, or several words in lower case. Names of institutions are left out first.
Four words or more are an error: a whole paragraph in English is no translation.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from tms.checks.check import Check, base_language
from tms.checks.lexicon import is_known, is_of_language, looks_english
from tms.checks.names import list_words_outside_names
from tms.checks.prose import read_prose
from tms.text.normalize import normalize_text
from tms.values import CheckInput, Severity, Spot

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAD = re.compile(r"[^\w<&\[{`*~\\]*+([^\W\d_]+)")
_LONGEST_NAME = 4
_ERROR_FROM = 4
_WHOLE_TITLE = re.compile(r"\W*(?:“[^”]*”|«[^»]*»|\"[^\"]*\"|\*[^*]*\*|<(?:em|i|cite)>[^<>]*</(?:em|i|cite)>)\W*")


def _may_find(pair: CheckInput) -> bool:
    return is_left_as_it_is(pair.source or "", pair.target)


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if not source.strip() or base_language(pair.source_language) == base_language(pair.language):
        return
    if not is_left_as_it_is(source, pair.target):
        return
    visible = read_prose(pair.target).text
    words = [word for word in list_words_outside_names(visible) if not is_known(word, pair.known_words)]
    if _is_prose(words, pair):
        is_title = _WHOLE_TITLE.fullmatch(pair.target) is not None and not any(map(str.islower, words[1:]))
        is_error = len(_WORD.findall(visible)) >= _ERROR_FROM and not is_title
        severity = Severity.ERROR if is_error else Severity.WARNING
        yield Spot("the translation is the same as the source", 0, len(pair.target), severity=severity)


def is_left_as_it_is(source: str, target: str) -> bool:
    """Whether a target is its source, but for markup, signs, capitals and digits."""
    # Nearly all translations begin with another letter or word, which needs no reading of markup to see.
    heads = source[:1] + target[:1]
    if heads.isascii() and heads.isalpha() and heads[0].lower() != heads[-1].lower():
        return False
    first, other = _HEAD.match(source), _HEAD.match(target)
    if first and other and first[1].casefold() != other[1].casefold():
        return False
    pairs = zip_longest(_read_words(source), _read_words(target))
    words = next(pairs, None)
    if words is None:  # signs alone
        return normalize_text(source) == normalize_text(target)
    return words[0] == words[1] and all(word == its for word, its in pairs)


def _read_words(text: str) -> Iterator[str]:
    visible = read_prose(text).text
    if not visible.isascii() and not unicodedata.is_normalized("NFC", visible):
        visible = unicodedata.normalize("NFC", visible)
    for match in _WORD.finditer(visible):
        yield match.group().replace("’", "'").casefold()


def _is_prose(words: list[str], pair: CheckInput) -> bool:
    lower = [word for word in words if word.islower() and len(word) > 1]
    if base_language(pair.source_language) == "en":
        language = base_language(pair.language)
        own = sum(is_of_language(word, language) and not looks_english(word) for word in words)
        english = [word for word in words if looks_english(word)]
        # A name may have one English word (Bitter Winter); a heading has more, or one in lower case.
        if any(len(word) > 3 for word in english) and own * 2 <= len(english) and (lower or len(english) > 1):
            return True
    if len(words) <= _LONGEST_NAME and not any(len(word) > 3 for word in lower):
        return False
    return len(lower) >= 3


IDENTICAL = Check(
    "identical",
    "Same as the source",
    "untranslated",
    Severity.WARNING,
    _find,
    needs_source=True,
    may_find=_may_find,
)
