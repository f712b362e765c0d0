"""How often words are met: the list of pyspellchecker, read from film subtitles in English, French and Spanish."""

import gzip
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

import spellchecker

LISTED_LANGUAGES = frozenset(("en", "es", "fr"))


@lru_cache(maxsize=8192)
def count_uses(word: str, language: str) -> int:
    """How often a word in lower case was met, 0 for one that is not listed, or in another language."""
    if language not in LISTED_LANGUAGES:
        return 0
    lines, start = _read_lines(language), f'"{word}":'.encode("utf-8", "replace")
    place = bisect_left(lines, start)
    found = place < len(lines) and lines[place].startswith(start)
    return int(lines[place][len(start) :].rstrip(b",")) if found else 0


@lru_cache(maxsize=3)
def _read_lines(language: str) -> list[bytes]:
    """The list, sorted, a line a word: to look up a few needs no dictionary of them all."""
    path = Path(spellchecker.__file__).parent / "resources" / f"{language}.json.gz"
    return sorted(gzip.decompress(path.read_bytes()).split(b"\n"))
