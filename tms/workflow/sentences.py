"""The sentences of a text, for those who read or write one after the other."""

from tms.text.sentence_hand import find_sentence_at, find_sentences, join_next, join_signs, list_names, split_at
from tms.text.sentences import split_sentences

__all__ = [
    "find_sentence_at",
    "find_sentences",
    "join_next",
    "join_signs",
    "list_names",
    "list_sentences",
    "split_at",
]


def list_sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text in order; joined they are the text."""
    return tuple(split_sentences(text, language)) if text else ()
