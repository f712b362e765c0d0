"""`hedge`: a reservation of the source is lost: what was alleged has become a fact.

"Alleged", "reportedly", "purported", "suspected" and "accused" are grave: nobody is guilty before a court has said so
(Universal Declaration of Human Rights, article 11). "According to", "is said to", "claims", "may have" and "appears"
are lighter. Sentence by sentence the reservations are counted; French and Spanish make them by a word
(présumé, selon, presunto, al parecer), a verb of saying (dit avoir, asegura), the conditional (aurait, habría) or
quotation marks.
"""

from collections.abc import Iterator

from tms.checks.check import Check, base_language
from tms.checks.hedge_words import GRAVE_WORDS, LIGHT_WORDS, count_renderings, list_cues
from tms.checks.prose import with_severity
from tms.checks.sentence_pairs import find_suspects, is_too_long
from tms.values import CheckInput, Severity, Spot


def _may_find(pair: CheckInput) -> bool:
    return not is_too_long(pair) and any(list_cues(pair.source or ""))


def _find(pair: CheckInput) -> Iterator[Spot]:
    if not _may_find(pair):
        return
    language = base_language(pair.language)

    def is_lost(source: str, target: str) -> bool:
        cues = sum(map(len, list_cues(source)))
        return cues > 0 and count_renderings(source, target, language) < cues

    for suspect in find_suspects(pair, is_lost):
        grave, light = list_cues(suspect.source)
        spot = suspect.spot(pair, _explain([*grave, *light]))
        is_grave = count_renderings(suspect.source, suspect.target, language) < len(grave)
        yield spot if is_grave else with_severity(spot, Severity.WARNING)


def _explain(cues: list[str]) -> str:
    named = ", ".join(f"“{cue}”" for cue in dict.fromkeys(cues))
    return f"{named} of the source: a reservation is lost"


HEDGE = Check(
    "hedge",
    "Reservation lost",
    "mistranslation",
    Severity.ERROR,
    _find,
    needs_source=True,
    languages=frozenset(("fr", "es")),
    source_words=GRAVE_WORDS | LIGHT_WORDS,
    may_find=_may_find,
)
