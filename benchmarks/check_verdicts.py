"""How many planted faults each check finds, and how many alarms there are on clean text.

`benchmarks/checks/` holds good translations and, for each fault, the words of one of them that it spoils. The sets were
written by different hands, one after the other, without a look at the rules. Each was measured at first sight and then
used for mending, `dev` from the start; so the figures of today flatter, and those of first sight stand in RESULTS.md.
`clean` has no faults, and only its alarms were looked at.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tms.checks import ALL_CHECKS
from tms.values import CheckContext, Choice, HouseRules, Kind, Severity
from tms.workflow.linting import Linter

FOLDER = Path(__file__).parent / "checks"
# These ask for a house style; without one they say nothing.
RULES = HouseRules(plain_gender=Choice.REQUIRED)
_ESCAPE = re.compile(r"\\([\\nt])")
_ESCAPED = {"\\": "\\", "n": "\n", "t": "\t"}
# Written as faults of grammar, for a server that the benchmark does not have.
LEFT_OUT = frozenset(("grammar",))


@dataclass(frozen=True)
class Clean:
    """A good translation."""

    id: str
    kind: Kind
    source: str
    target: str


@dataclass(frozen=True)
class Fault:
    """A good translation with one fault, of the check named."""

    clean: Clean
    check: str
    target: str


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {key: _ESCAPE.sub(lambda match: _ESCAPED[match[1]], value or "") for key, value in row.items()}


def read_set(name: str) -> tuple[list[Clean], list[Fault]]:
    folder = FOLDER / name
    cleans = {
        row["id"]: Clean(row["id"], Kind(row["kind"].replace("_", "-")), row["source"], row["target"])
        for row in read_rows(folder / "clean.tsv")
    }
    faults = []
    for row in read_rows(folder / "faults.tsv"):
        clean = cleans[row["id"]]
        target = row["replace"] if row["find"] == "*" else clean.target.replace(row["find"], row["replace"], 1)
        if row["check"] not in LEFT_OUT:
            faults.append(Fault(clean, row["check"], target))
    return list(cleans.values()), faults


def measure(name: str, *, is_verbose: bool = False) -> None:
    cleans, faults = read_set(name)
    linter = Linter(name.rpartition("-")[2], context=CheckContext(rules=RULES))
    alarms: Counter[str] = Counter()
    hints: Counter[str] = Counter()
    for clean in cleans:
        for finding in linter.lint(clean.source, clean.target, clean.kind):
            (hints if finding.severity is Severity.INFO else alarms)[finding.check] += 1
            if is_verbose and finding.severity is not Severity.INFO:
                print(f"ALARM {clean.id} {finding.check}: {finding.message}\n    {clean.source}\n    {clean.target}")
    total, found = Counter[str](), Counter[str]()
    for fault in faults:
        total[fault.check] += 1
        findings = linter.lint(fault.clean.source, fault.target, fault.clean.kind)
        own = [finding for finding in findings if finding.check == fault.check]
        if own:
            found[fault.check] += 1
        elif is_verbose:
            others = ", ".join(f"{f.check}:{f.severity}" for f in findings)
            print(
                f"MISSED {fault.clean.id} {fault.check} (found: {others})\n    {fault.clean.source}\n    {fault.target}"
            )
    print(f"\n{name}: {len(cleans)} clean segments, {len(faults)} faults")
    print(f"{'check':<20} {'faults':>6} {'found':>6} {'recall':>7} {'alarms':>7} {'hints':>6}")
    for check in ALL_CHECKS:
        if total[check.id] or alarms[check.id] or hints[check.id]:
            recall = f"{found[check.id] / total[check.id]:.3f}" if total[check.id] else ""
            counts = f"{alarms[check.id] or '':>7} {hints[check.id] or '':>6}"
            print(f"{check.id:<20} {total[check.id] or '':>6} {found[check.id] or '':>6} {recall:>7} {counts}")
    unknown = sorted(set(total) - {check.id for check in ALL_CHECKS})
    for check_id in unknown:
        print(f"{check_id:<20} {total[check_id]:>6}      0   0.000   (no such check)")
    share = sum(alarms.values()) * 200 / len(cleans)
    below = [check for check in total if found[check] < 0.95 * total[check]]
    recall = f"recall {sum(found.values()) / len(faults):.3f}, " if faults else ""
    print(
        f"together: {recall}{sum(alarms.values())} alarms,"
        f" {share:.2f} for 200 clean segments; {len(below)} of {len(total)} checks below .95"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
    parser.add_argument("--verbose", action="store_true", help="print each alarm and each miss")
    arguments = parser.parse_args()
    for name in arguments.sets:
        measure(name, is_verbose=arguments.verbose)


if __name__ == "__main__":
    main()
