"""CPU time of all checks but spelling and grammar beside pofilter with all its tests, on the same units in one run.

Then the spelling of a thousand words, and one paragraph as it is typed, with terms and spelling.
"""

import itertools
import statistics
import time
from collections.abc import Callable

from check_verdicts import FOLDER, read_set
from translate.filters.checks import StandardChecker, StandardUnitChecker, TeeChecker
from translate.storage.pypo import pounit

from tms.checks import ALL_CHECKS, run_checks
from tms.proofing import open_dictionary
from tms.values import CheckInput
from tms.workflow.linting import Linter

UNITS = 10_000
ROUNDS = 3
SLOW = frozenset(("spelling", "grammar"))


def take(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def list_pairs(language: str) -> list[CheckInput]:
    """Prose of the labelled sets, over and over."""
    names = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(language))
    cleans = [clean for name in names for clean in read_set(name)[0] if clean.source.strip() and clean.target.strip()]
    pairs = [CheckInput(clean.source, clean.target, "en", language, clean.kind) for clean in cleans]
    return list(itertools.islice(itertools.cycle(pairs), UNITS))


def measure_all(language: str) -> None:
    pairs = list_pairs(language)
    checks = tuple(check for check in ALL_CHECKS if check.id not in SLOW)
    units = []
    for pair in pairs:
        unit = pounit(pair.source)
        unit.target = pair.target
        units.append(unit)
    checker = TeeChecker(checkerclasses=[StandardChecker, StandardUnitChecker])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(take(lambda: [run_checks(pair, checks=checks) for pair in pairs]))
        theirs.append(take(lambda: [checker.run_filters(unit) for unit in units]))
    mine, peer = statistics.median(ours), statistics.median(theirs)
    characters = sum(len(pair.target) for pair in pairs) / len(pairs)
    print(
        f"{language}: {len(pairs):,} units of {characters:.0f} characters, {len(checks)} checks:"
        f" {mine / len(pairs) * 1e6:.0f} us a unit; pofilter {peer / len(pairs) * 1e6:.0f} us: {peer / mine:.1f} times"
    )


def measure_spelling(language: str) -> None:
    dictionary = open_dictionary(language)
    if dictionary is None:
        print(f"{language}: no dictionary")
        return
    words = list(itertools.islice((word for pair in list_pairs(language) for word in pair.target.split()), 1000))
    times = [take(lambda: [dictionary.is_known(word.strip(".,;:!?«» ")) for word in words]) for _ in range(9)]
    print(f"{language}: spelling of 1,000 words {statistics.median(times) * 1000:.1f} ms")


def measure_typing(language: str) -> None:
    linter = Linter(language)
    pairs = [pair for pair in list_pairs(language)[:400] if len(pair.target) > 200]
    times = []
    for pair in pairs:
        for cut in (len(pair.target) // 2, len(pair.target)):
            times.append(take(lambda pair=pair, cut=cut: linter.lint(pair.source, pair.target[:cut])) * 1000)
    times.sort()
    print(
        f"{language}: a paragraph as it is typed, with spelling: {statistics.median(times):.2f} ms,"
        f" p95 {times[int(len(times) * 0.95)]:.2f} ms, worst {times[-1]:.2f} ms"
    )


def main() -> None:
    for language in ("fr", "es"):
        measure_all(language)
        measure_spelling(language)
        measure_typing(language)


if __name__ == "__main__":
    main()
