"""Accuracy of pairing two versions of an article: ours beside msgmerge (GNU gettext) and difflib, row by row.

Made-up edits of made-up articles whose truth is known; with --data also edits of real articles, and real revisions
with labels. Precision / recall over all articles together. "tms, exact" counts whole pairs under their right name; the
other columns count links of old and new paragraphs alone, so that those who know no names lose nothing by it.

    python benchmarks/pairing_accuracy.py [--count 400] [--seeds 5] [--data DIR]
"""

import argparse
import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from _pairing_peers import ROWS, Outcome, Tally, run_difflib, run_msgmerge, run_ours, tally_changes, tally_links
from _real_articles import read_articles, read_labelled
from _synthetic_article import Revision, revise, write_article

COLUMNS = ("tms, exact", "tms", "msgmerge", "difflib")


def main() -> None:
    options = read_options()
    for is_hard in (False, True):
        revisions = [
            revise(write_article(options.count, seed, is_hard=is_hard), seed + 100, heaviest=0.6 if is_hard else 0.4)
            for seed in range(1, options.seeds + 1)
        ]
        title = "templates, repetitions, edits to 60 %" if is_hard else "edits of 5 to 40 % of the words"
        compare(f"{options.seeds} x {options.count} made-up paragraphs, {title}", revisions)
    if options.data:
        texts = list(chain.from_iterable(read_articles(options.data)))
        parts = [texts[at : at + options.count] for at in range(0, len(texts), options.count)]
        compare(f"edits of {len(texts)} real paragraphs", [revise(part, 7) for part in parts])
        measure_labelled(options.data)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400, help="paragraphs of an article")
    parser.add_argument("--seeds", type=int, default=5, help="articles")
    parser.add_argument("--data", type=Path, help="a folder with real articles, and pairs.jsonl with labels")
    return parser.parse_args()


def compare(title: str, revisions: Iterable[Revision]) -> None:
    totals = {column: {row: Tally() for row in ROWS} for column in COLUMNS}
    for revision in revisions:
        ours = run_ours(revision)
        add(totals["tms, exact"], tally_changes(revision, ours.said or {}))
        add(totals["tms"], tally_links(revision, ours.links))
        add(totals["difflib"], tally_links(revision, run_difflib(revision).links))
        if shutil.which("msgmerge"):
            add(totals["msgmerge"], tally_links(revision, run_msgmerge(revision).links))
    print(f"\n{title}\n\n| row | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
    for row in ROWS:
        print(f"| {row} | {' | '.join(totals[column][row].show() for column in COLUMNS)} |", flush=True)


def add(total: dict[str, Tally], table: dict[str, Tally]) -> None:
    for row, tally in table.items():
        total[row].add(tally.said, tally.true, tally.hits)


def measure_labelled(folder: Path) -> None:
    """Real revisions: all of them together; a pair with a block that the labels are not sure of is not counted."""
    total = {row: Tally() for row in ROWS}
    count = 0
    for labelled in read_labelled(folder):
        count += 1
        outcome = keep_sure(run_ours(labelled.revision), labelled.unsure_old, labelled.unsure_new)
        add(total, tally_changes(labelled.revision, outcome.said or {}))
    print(f"\n{count} real revisions with labels\n\n| row | tms, exact | labels |\n|---|---|---|")
    for row in ROWS:
        print(f"| {row} | {total[row].show()} | {total[row].true} |")


def keep_sure(outcome: Outcome, unsure_old: frozenset[int], unsure_new: frozenset[int]) -> Outcome:
    said = {
        (old, new): change
        for (old, new), change in (outcome.said or {}).items()
        if unsure_old.isdisjoint(old) and unsure_new.isdisjoint(new)
    }
    return Outcome(outcome.spent, outcome.links, said)


if __name__ == "__main__":
    main()
