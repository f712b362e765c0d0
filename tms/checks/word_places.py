"""Where the words of a list stand in a text; a text that has none of them is passed over by the words it has."""

from collections.abc import Iterable

from tms.checks.code_page import encode, read_code
from tms.text.number_tokens import find_word_places


class WordList:
    """Words, lower case, that are looked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {encode(word): word for word in words}
        self._keys = frozenset(self._words)

    def find(self, text: str) -> list[tuple[int, str]]:
        """The places where they stand and the word, in order."""
        present = self._keys.intersection(read_code(text).words)
        if not present:
            return []
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        words = map(self._words.__getitem__, present)
        return sorted((place, word) for word in words for place in find_word_places(lower, word))


def encode_all(words: Iterable[str]) -> frozenset[bytes]:
    """Words as those of a reading are."""
    return frozenset(map(encode, words))
