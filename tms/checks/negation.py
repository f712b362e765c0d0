"""`negation`: the source denies something and the translation does not, or the other way round.

Sentence by sentence the negations are counted, "ne … jamais … aucun" as one. Not counted is what French and Spanish say
without denying ("not only", "no doubt", "not until", "can’t wait to"); words that deny in themselves (sans, refuser,
ignorer, impossible, carecer, negarse) answer for a negation. A negation that only the translation has is a hint, where
the source has nothing that could be turned into one.
"""

from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.negation_words import WAKING_WORDS, denies_less, denies_more, may_deny
from tms.checks.prose import with_severity
from tms.checks.sentence_pairs import find_suspects, is_too_long
from tms.values import CheckInput, Severity, Spot

_SIGNS = {"fr": (" ne ", " n’", " n'", "Ne ", "N’"), "es": (" no ", "No ", " nunca ", " nadie ", " jamás ", " ning")}


def _find(pair: CheckInput) -> Iterator[Spot]:
    language = base_language(pair.language)
    if is_too_long(pair):
        return
    if may_deny(pair.source or ""):
        for suspect in find_suspects(pair, lambda source, target: denies_less(source, target, language)):
            yield suspect.spot(pair, "the source denies something and the translation does not")
    elif any(sign in pair.target for sign in _SIGNS[language]):
        for suspect in find_suspects(pair, lambda source, target: denies_more(source, target, language)):
            spot = suspect.spot(pair, "the translation denies something and the source does not")
            yield with_severity(spot, Severity.INFO)


NEGATION = Check(
    "negation",
    "Negation",
    "mistranslation",
    Severity.INFO,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    either_words=WAKING_WORDS,
)
