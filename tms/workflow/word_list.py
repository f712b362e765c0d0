"""A dictionary with further words: those of the glossary and of a project."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tms.proofing import Dictionary
from tms.text.words import split_words


@dataclass(frozen=True, slots=True)
class WordList:
    """A dictionary with further words, case folded."""

    dictionary: Dictionary
    words: frozenset[str]
    _known: dict[str, bool] = field(default_factory=dict)

    @property
    def is_thin(self) -> bool:
        """Whether many words that it does not know are right."""
        return self.dictionary.is_thin

    def is_known(self, word: str) -> bool:
        """Whether the dictionary or the list has the word."""
        known = self._known.get(word)
        if known is None:
            folded = word.casefold().replace("'", "’")
            known = self._known[word] = folded in self.words or self.dictionary.is_known(word)
        return known


def make_word_list(dictionary: Dictionary | None, texts: Iterable[str]) -> WordList | None:
    """The dictionary with all words of some texts: forms of terms, words of a project."""
    if dictionary is None:
        return None
    words = {word.casefold().replace("'", "’") for text in texts for word in (text, *split_words(text))}
    parts = {part for word in words for part in word.replace("’", "-").split("-")}
    return WordList(dictionary, frozenset(words | parts))
