"""The sentences of a text, for those who read one after the other."""

from tms.text.sentences import split_sentences


def list_sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text in order; joined they are the text."""
    return tuple(split_sentences(text, language)) if text else ()
