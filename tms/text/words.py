"""Words of a text: for counting, for diffs, for comparing."""

import re

# A word keeps its inner apostrophes and hyphens (l'homme is two words in French, so the apostrophe ends one);
# a number keeps its separators; everything else but space stands alone.
_TOKEN = re.compile(r"\d+(?:[.,\u202f\u00a0]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*['\u2019]?|\s+|[^\w\s]|_|\w", re.UNICODE)
_WORD = re.compile(r"\w+(?:[-'\u2019.,\u202f\u00a0]\w+)*", re.UNICODE)


def split_tokens(text: str) -> list[str]:
    """Words, numbers, signs and runs of white space, in order; joined they give the text again."""
    return _TOKEN.findall(text)


def split_words(text: str) -> list[str]:
    """The words and numbers of a text, without signs and spaces."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a person would count."""
    return sum(1 for _ in _WORD.finditer(text))
