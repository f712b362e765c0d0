"""What may have been meant by a word that no dictionary has."""

from tms.errors import NotFoundError
from tms.proofing import open_dictionary


def suggest_words(word: str, language: str) -> tuple[str, ...]:
    """The likeliest words first, nothing for a word that is right; takes up to a quarter of a second.

    Raises NotFoundError for a language without a dictionary.
    """
    dictionary = open_dictionary(language)
    if dictionary is None:
        raise NotFoundError(f"no dictionary for '{language}'", "install the extra: pip install 'tms[spelling]'")
    return () if dictionary.is_known(word) else dictionary.suggest(word)
