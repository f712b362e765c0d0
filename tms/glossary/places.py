"""A hit with the words around it, markup aside, and how the source uses its concept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from tms.glossary.grammar import PLURAL, Inflection
from tms.glossary.index import TermIndex
from tms.glossary.inflection import get_primary_language
from tms.glossary.reading import Reading
from tms.glossary.wording import is_adjective_in_english, is_sentence_start
from tms.text.small_words import word_set
from tms.values import TermHit

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_BEFORE = re.compile(rf"({_WORD})(['’]|[ \u00a0\u202f]+|, )\Z")
_AFTER = re.compile(rf"[ \u00a0]({_WORD})")
_NUMBER = re.compile(r"\d[ \u00a0\u202f]\Z")
_OPENING = re.compile(r"[:«“\"„‘(\[—–|>/•·-][\s\u00a0\u202f]*\Z")
_MARKUP = re.compile(r"</?\w[^<>]*>|\*{1,3}|(?<!\w)_|_(?!\w)|\u00ad")
_BLOCK = re.compile(r"</?(?:p|div|br|li|td|th|tr|h[1-6]|blockquote|figcaption|dt|dd)\b[^<>]*>", re.IGNORECASE)
_WINDOW = 120
_ENGLISH_DETERMINERS = word_set(
    """a an the this that these those each every one any some no another other two three four five six seven eight nine
    ten many few several most all both young old elderly former first last fellow his her their its our my your"""
)
_SPEECH_NOUNS = word_set("language languages tongue dialect script alphabet")


@dataclass(frozen=True, slots=True)
class Place:
    """A hit with the words before it, nearest first, and the one after, as they are written; "" where there is none.

    `joint` is what stands between it and the word before, `lead` the text before it.
    """

    hit: TermHit
    inflection: Inflection
    before: str
    second: str
    third: str
    after: str
    joint: str
    lead: str

    @property
    def form(self) -> str:
        """The hit as it is written."""
        return self.hit.form

    @property
    def gender(self) -> str:
        """The gender that the form shows, "" for none."""
        return self.inflection.gender

    @property
    def is_plural(self) -> bool:
        """Whether the form shows a plural."""
        return self.inflection.number == PLURAL

    @property
    def has_number_before(self) -> bool:
        """Whether figures stand before it: 12 000 Ouïghours."""
        return _NUMBER.search(self.lead) is not None

    @property
    def is_start(self) -> bool:
        """Whether a sentence begins here."""
        return is_sentence_start(self.lead, len(self.lead))

    @property
    def is_opening(self) -> bool:
        """Whether a quotation, a list item or what follows a colon begins here."""
        return _OPENING.search(self.lead) is not None


def read_place(index: TermIndex, reading: Reading, hit: TermHit) -> Place:
    """The words around a hit."""
    lead = _plain(reading.text[max(0, hit.start - _WINDOW) : hit.start])
    # What was cut off must not look like the beginning of the text.
    lead = lead if hit.start <= _WINDOW else f"…{lead}"
    rest, joint = lead, ""
    words: list[str] = []
    for _ in range(3):
        match = _BEFORE.search(rest)
        if match is None:
            break
        joint = joint or match[2]
        words.append(match[1])
        rest = rest[: match.start()]
    before, second, third = [*words, "", "", ""][:3]
    after = _AFTER.match(_plain(reading.text[hit.end : hit.end + _WINDOW]))
    inflection = index.find_inflection(hit, reading.language) or Inflection(hit.form)
    return Place(hit, inflection, before, second, third, after[1] if after else "", joint, lead)


def _plain(text: str) -> str:
    text = _BLOCK.sub("\n", text)
    return unicodedata.normalize("NFC", _MARKUP.sub("", text))


class SourceUse:
    """How an English source uses a concept: before a noun, as a noun, or as the name of a language."""

    def __init__(self, index: TermIndex, concept: str, source: str | None, source_language: str) -> None:
        self._source = source if source is not None and get_primary_language(source_language) == "en" else ""
        self._hits = [hit for hit in index.find_all(self._source, source_language) if hit.concept == concept]
        self._index = index
        self._language = source_language

    @cached_property
    def is_adjective(self) -> bool:
        """Whether it stands before a noun wherever it stands."""
        return bool(self._hits) and all(is_adjective_in_english(self._source, hit.end) for hit in self._hits)

    @cached_property
    def is_noun(self) -> bool:
        """Whether it stands before a noun nowhere."""
        return bool(self._hits) and not any(is_adjective_in_english(self._source, hit.end) for hit in self._hits)

    @cached_property
    def is_language(self) -> bool:
        """Whether it names a language somewhere: the Uyghur language, Kazakh was spoken."""
        return any(self._names_language(hit) for hit in self._hits)

    def _names_language(self, hit: TermHit) -> bool:
        after = _AFTER.match(self._source, hit.end)
        if after and after[1].lower() in _SPEECH_NOUNS:
            return True
        inflection = self._index.find_inflection(hit, self._language)
        if (inflection and inflection.number == PLURAL) or is_adjective_in_english(self._source, hit.end):
            return False
        before = _BEFORE.search(self._source[: hit.start])
        return before is None or before[1].lower() not in _ENGLISH_DETERMINERS
