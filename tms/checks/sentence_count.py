"""`sentence-count`: the number of sentences differs by more than one.

To join two sentences or to split one is the translator's good right, so this is a hint only.
"""

from collections.abc import Iterator

from tms.checks.check import Check
from tms.checks.sentence_list import count_stops, estimate_sentences, list_sentences
from tms.values import CheckInput, Severity, Spot

# Of so few sentences none can be missing twice.
_MOST_ALIKE = 2


def _may_find(pair: CheckInput) -> bool:
    source = pair.source or ""
    if count_stops(source) <= _MOST_ALIKE and count_stops(pair.target) <= _MOST_ALIKE:
        return False
    return abs(estimate_sentences(source) - estimate_sentences(pair.target)) > 1


def _find(pair: CheckInput) -> Iterator[Spot]:
    source = pair.source or ""
    if not _may_find(pair) or not source.strip():
        return
    wanted = len(list_sentences(source, pair.source_language))
    got = len(list_sentences(pair.target, pair.language))
    if abs(wanted - got) > 1:
        yield Spot(f"{got} sentence{'s' if got != 1 else ''} where the source has {wanted}")


SENTENCE_COUNT = Check(
    "sentence-count",
    "Number of sentences",
    "length",
    Severity.INFO,
    _find,
    needs_source=True,
    may_find=_may_find,
    needs_whole=True,
)
