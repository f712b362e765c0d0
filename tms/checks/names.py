"""Names of institutions and newspapers in a text: capitals around a word such as Watch, Times or Foundation."""

import re

from tms.checks.lexicon import ORGANISATION

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINKS = frozenset(("of", "for", "the", "and", "on", "in", "to"))
_LONGEST_NAME = 8
# A clause is no name, however many capitals it has.
_CLAUSE = """
is are was were be been has have had do does did will would can could should must who why how what when where which this
that these those they we you he she it i our their his her my your its not
"""
_CLAUSE_WORDS = frozenset(_CLAUSE.split())


def list_words_outside_names(text: str) -> list[str]:
    """The words of a visible text that belong to no such name."""
    kept: list[str] = []
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        is_joined = text[end : match.start()] == " "
        if run and (not is_joined or not (word[0].isupper() or word in _LINKS)):
            kept += _drop_name(run)
            run = []
        if word[0].isupper() or run:
            run.append(word)
        else:
            kept.append(word)
        end = match.end()
    return kept + _drop_name(run)


def _drop_name(run: list[str]) -> list[str]:
    """The run without the name in it; a run that is no name as it is."""
    words = [word.casefold().replace("’", "'") for word in run]
    has_head = any(word.removesuffix("'s") in ORGANISATION for word in words[1:])
    # Institute for the Study of War
    has_head = has_head or (len(words) > 2 and words[0] in ORGANISATION and words[1] in ("for", "of"))
    is_clause = any(word in _CLAUSE_WORDS for word in words)
    if not has_head or is_clause or len(run) > _LONGEST_NAME:
        return run
    tail = len(run)
    while run[tail - 1] in _LINKS:
        tail -= 1
    return run[tail:]
