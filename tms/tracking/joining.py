"""Words written together or apart: a matter of style where both say the same, another text where both are words."""

from tms.tracking.lexicon import has_lexicon, is_known
from tms.tracking.regional import is_compound
from tms.tracking.spelling import fold_word


def is_rejoined(before: list[str], after: list[str], old: list[str], new: list[str], language: str) -> bool:
    """Whether tokens are the same words, joined or split (web site, website; thebridge, the bridge).

    `old` and `new` are the words among the tokens `before` and `after`.
    """
    parts, whole, signs = (old, new, before) if len(old) > len(new) else (new, old, after)
    if not whole or len(parts) == len(whole) or not _is_same_letters(parts, whole):
        return False
    if len(whole) == 1 and is_compound(
        [fold_word(part) for part in parts], fold_word(whole[0]), is_hyphened="-" in signs or "\u2010" in signs
    ):
        return True
    # A space was forgotten, or slipped in, where one of the two is no row of words.
    return has_lexicon(language) and _are_known(parts, language) != _are_known(whole, language)


def _is_same_letters(old: list[str], new: list[str]) -> bool:
    return "".join(map(fold_word, old)) == "".join(map(fold_word, new))


def _are_known(words: list[str], language: str) -> bool:
    return all(is_known(word, language) for word in words)
