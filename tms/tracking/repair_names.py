"""Names that changed in a source, where the new one can stand in a translation wherever the old one does.

A name of a person may change its spelling, or all but its first word: who it is stays, and with it every agreement. A
name that dictionaries know may be another one in another language: it is left alone, as the translation of London is.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from tms.text.meaning import is_date_word
from tms.text.number_notation import get_base_language
from tms.tracking.lexicon import has_lexicon, is_known

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:[-'’](?!s(?!\w))[\w\u0300-\u036f]+)*")
_TITLES = frozenset(("mr", "mrs", "ms", "miss"))
_TITLE_BEFORE = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss)\.?\s\Z")
_PLACE_BEFORE = re.compile(r"(?<!\w)(?:in|near|outside|around|at|into|throughout|across|inside)\s\Z", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0\u202f\n]")
_SENTENCE_END = re.compile(r"[.!?…:]\W*\s\W*\Z")
_ALIKE = 0.75
_SHORTEST = 4
_MOST_WORDS = 6
# Where more than this changed, it was not a name alone.
_MOST_EDITS = 40
# After these in a French or Spanish text a name has a gender of its own: au Xinjiang, en Chine, el Tíbet.
_ARTICLES = {
    "fr": re.compile(r"(?<!\w)(?:au|aux|en|du|des|les?|la|l['’])\s?\Z", re.IGNORECASE),
    "es": re.compile(r"(?<!\w)(?:al|del|el|la|los|las)\s\Z", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class NameChange:
    """A name and the one that stands in its place now; `is_place` when the source says that one can be in it."""

    old: str
    new: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


def find_name_changes(before: str, after: str, language: str) -> list[NameChange]:
    """The names of a text that became others in the text that followed it."""
    old, new = _Side(before, language), _Side(after, language)
    changes: dict[str, NameChange] = {}
    ops = Indel.opcodes([word.text for word in old.words], [word.text for word in new.words])
    edits = [op for op in ops if op.tag != "equal"]
    for op in edits if len(edits) <= _MOST_EDITS else ():
        one = old.find_run(op.src_start, op.src_end)
        other = new.find_run(op.dest_start, op.dest_end)
        change = _compare(old, one, new, other, language) if one and other else None
        if change:
            changes[change.old] = change
    return list(changes.values())


def has_article(text: str, place: int, language: str) -> bool:
    """Whether the words before a place of a translation say of which gender the name there is."""
    pattern = _ARTICLES.get(get_base_language(language))
    return bool(pattern and pattern.search(text[max(0, place - 6) : place]))


class _Side:
    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self._language = language
        self.words = [_Word(*match.span(), match.group()) for match in _WORD.finditer(text)]

    def find_run(self, start: int, end: int) -> range | None:
        """The words with capitals around some words, as far as they stand side by side."""
        if not all(self._is_name(place) for place in range(start, end)):
            return None
        while (
            start > 0
            and end - start <= _MOST_WORDS
            and self._is_name(start - 1)
            and (start == end or self._touches(start))
        ):
            start -= 1
            end = max(end, start + 1)
        while (
            end < len(self.words)
            and end - start <= _MOST_WORDS
            and self._is_name(end)
            and (start == end or self._touches(end))
        ):
            end += 1
        is_one = all(map(self._touches, range(start + 1, end)))
        return range(start, end) if is_one and 0 < end - start <= _MOST_WORDS else None

    def show(self, run: range) -> str:
        return self.text[self.words[run.start].start : self.words[run.stop - 1].end]

    def head(self, run: range) -> str:
        place = self.words[run.start].start
        return self.text[max(0, place - 12) : place]

    def _touches(self, place: int) -> bool:
        between = self.text[self.words[place - 1].end : self.words[place].start]
        return _GAP.fullmatch(between) is not None

    def _is_name(self, place: int) -> bool:
        word = self.words[place]
        if not word.text[0].isupper() or word.text.casefold() in _TITLES or self._is_date(word.text):
            return False
        # At the head of a sentence every word has a capital.
        opens = place == 0 or bool(_SENTENCE_END.search(self.text[max(0, word.start - 6) : word.start]))
        follows_title = bool(_TITLE_BEFORE.search(self.text[max(0, word.start - 6) : word.start]))
        return follows_title or not opens or not is_known(word.text, self._language)

    def _is_date(self, word: str) -> bool:
        return is_date_word(word, self._language) or is_date_word(word.removesuffix("s"), self._language)


def _compare(old: _Side, one: range, new: _Side, other: range, language: str) -> NameChange | None:
    before, after = ([side.words[place].text for place in run] for side, run in ((old, one), (new, other)))
    heads = old.head(one), new.head(other)
    has_title, is_place = (all(map(pattern.search, heads)) for pattern in (_TITLE_BEFORE, _PLACE_BEFORE))
    is_exchange = _is_completed(before, after, language) or (
        len(before) == len(after)
        and all(
            _is_respelled(x, y)
            or (has_title and before[0] != after[0])
            or (not _is_listed(y, language) and (before[0] == after[0] or (is_place and len(before) == 1)))
            for x, y in zip(before, after, strict=True)
            if x != y
        )
    )
    return NameChange(old.show(one), new.show(other), is_place) if is_exchange and before != after else None


def _is_completed(before: Sequence[str], after: Sequence[str], language: str) -> bool:
    """Whether one is the other with a word more before or behind: Asat, Ekpar Asat."""
    shorter, longer = sorted((before, after), key=len)
    count = len(shorter)
    if count == len(longer) or shorter not in (longer[:count], longer[-count:]):
        return False
    added = longer[count:] if shorter == longer[:count] else longer[:-count]
    return not any(_is_listed(word, language) for word in added)


def _is_respelled(old: str, new: str) -> bool:
    """Whether two words are spellings of one name; what only an ending tells apart may be a man and a woman."""
    x, y = _fold(old), _fold(new)
    is_long = min(len(x), len(y)) >= _SHORTEST
    return x == y or (is_long and x[-1] == y[-1] and Indel.normalized_similarity(x, y) >= _ALIKE)


def _is_listed(word: str, language: str) -> bool:
    return not has_lexicon(language) or is_known(word, language)


def _fold(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
