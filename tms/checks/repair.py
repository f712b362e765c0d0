"""Apply the fixes of findings to a text, all of a kind at once."""

from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from tms.values import Finding

# Each round takes at least one finding away; a text with more wrong needs a person first.
_MOST_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text and how many findings of each check were fixed in it."""

    text: str
    fixed: tuple[tuple[str, int], ...]


def repair_text(text: str, find: Callable[[str], Sequence[Finding]], wanted: Container[str] | None = None) -> Repaired:
    """Fix what can be fixed, of the wanted checks or of all, until nothing is left; doing it again changes nothing.

    `find` gives the findings of a text. What one fix makes another finding of is left as it is.
    """
    fixed: Counter[str] = Counter()
    found = find(text)
    for _ in range(_MOST_ROUNDS):
        fixable = [
            finding for finding in found if finding.fix is not None and (wanted is None or finding.check in wanted)
        ]
        step = _find_step(text, found, fixable, find)
        if step is None:
            break
        check, text, left = step
        fixed[check] += max(_count(found)[check] - _count(left)[check], 1)
        found = left
    return Repaired(text, tuple(sorted(fixed.items())))


def _find_step(
    text: str, found: Sequence[Finding], fixable: Sequence[Finding], find: Callable[[str], Sequence[Finding]]
) -> tuple[str, str, Sequence[Finding]] | None:
    """The first check whose fixes hold, the text with them, and what is found then."""
    before = _count(found)
    for check in dict.fromkeys(finding.check for finding in fixable):
        kind = [finding for finding in fixable if finding.check == check]
        for batch in [kind] if len(kind) == 1 else [kind, *([finding] for finding in kind)]:
            candidate = _apply(text, batch)
            left = find(candidate)
            after = _count(left)
            if after[check] < before[check] and all(after[other] <= before[other] for other in after):
                return check, candidate, left
    return None


def _apply(text: str, findings: Sequence[Finding]) -> str:
    """The text with every fix that does not touch another one, from the end."""
    place = len(text) + 1
    for finding in sorted(findings, key=lambda finding: (finding.start or 0, finding.end or 0), reverse=True):
        if finding.start is None or finding.end is None or finding.replacement is None or finding.end > place:
            continue
        text = text[: finding.start] + finding.replacement + text[finding.end :]
        place = finding.start
    return text


def _count(found: Sequence[Finding]) -> Counter[str]:
    return Counter(finding.check for finding in found)
