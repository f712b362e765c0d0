"""The sentences of a visible text, and a quick estimate of their number."""

import re
from functools import lru_cache

from tms.checks.prose import read_prose
from tms.text.sentences import split_sentences

# A stop with space behind it; not that of an initial (J., a. m.) or of the most frequent abbreviations.
_END = re.compile(
    r"[.!?…](?<![\s.\u00a0(]\w\.)(?<!\A\w\.)(?<!EE\.)(?<!UU\.)(?<!Sr\.)(?<!Dr\.)(?<!Mr\.)(?<!Sra\.)(?<!art\.)(?<!pp\.)"
    r"[.!?…]*+(?:[ \u00a0\u202f][!?])?"
    r"(?:[»”’\"')\]*_]|(?:[ \u00a0\u202f]|&nbsp;)[»›]|<[^<>]{0,60}>)*+(?:\s|\Z)"
)


@lru_cache(maxsize=32)
def count_stops(text: str) -> int:
    """How many signs could end a sentence: quicker to know than the sentences, and never fewer."""
    return text.count(".") + text.count("?") + text.count("!") + text.count("…")


@lru_cache(maxsize=32)
def estimate_sentences(text: str) -> int:
    """About how many sentences a raw text has; good enough to see that two texts have as many."""
    return len(_END.findall(text))


@lru_cache(maxsize=32)
def list_sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a raw text as a reader sees them; what has no letter is none."""
    found = (sentence.strip() for sentence in split_sentences(read_prose(text).text, language))
    return tuple(sentence for sentence in found if any(map(str.isalpha, sentence)))
