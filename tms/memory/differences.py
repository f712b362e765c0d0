"""How the text at hand differs from the one that a match was made for."""

from tms.text.diff import diff_words
from tms.values import DiffPiece, Match


def find_differences(query: str, match: Match) -> tuple[DiffPiece, ...]:
    """The pieces that turn the source of `match` into `query`: what to change in its target."""
    return diff_words(match.source, query)
