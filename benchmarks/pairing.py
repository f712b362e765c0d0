"""Speed of pairing and grading two versions of an article: ours against msgmerge (GNU gettext) and difflib.

CPU time (user and system, children too), median of runs that alternate, on the same made-up edits.

    python benchmarks/pairing.py [--counts 1000] [--ours 10000] [--runs 3]
"""

import argparse
import shutil
import statistics

from _pairing_peers import run_difflib, run_msgmerge, run_ours
from _synthetic_article import Revision, revise, write_article


def main() -> None:
    options = read_options()
    print("CPU milliseconds, ours with grading")
    print("| set | tms | msgmerge | ratio | difflib |\n|---|---|---|---|---|")
    for count in sorted({*options.counts, *options.ours}):
        for is_hard in (False, True):
            revision = revise(write_article(count, 1, is_hard=is_hard), 2, heaviest=0.6 if is_hard else 0.4)
            label = f"{count:,} paragraphs{', hard' if is_hard else ''}"
            print(measure(label, revision, options.runs, with_peers=count in options.counts), flush=True)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="*", default=[1000], help="paragraphs, ours and the peers")
    parser.add_argument("--ours", type=int, nargs="*", default=[10000], help="paragraphs, ours alone")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def measure(label: str, revision: Revision, runs: int, *, with_peers: bool) -> str:
    ours: list[float] = []
    msgmerge: list[float] = []
    peer: list[float] = []
    for _ in range(runs):
        ours += [run_ours(revision).spent for _ in range(5)]
        if with_peers:
            peer.append(run_difflib(revision).spent)
            if shutil.which("msgmerge"):
                msgmerge.append(run_msgmerge(revision).spent)
    mine = statistics.median(ours)
    theirs = f"{statistics.median(msgmerge):,.0f} | {statistics.median(msgmerge) / mine:,.0f}" if msgmerge else " | "
    return f"| {label} | {mine:.1f} | {theirs} | {f'{statistics.median(peer):,.0f}' if peer else ''} |"


if __name__ == "__main__":
    main()
