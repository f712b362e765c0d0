"""Pairing of two versions of an article: ours against msgmerge (GNU gettext), on the same made-up edits.

CPU time (user and system, children too), median of runs that alternate; precision and recall of each row against
the known truth. msgmerge pairs one text with one: it has no moved, split and merged, its rows say so.

    python benchmarks/pairing.py [--counts 1000 3000] [--ours 10000] [--runs 3] [--hard]
"""

import argparse
import gc
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from _synthetic_article import Revision, revise, write_article

from tms.tracking import pair_units
from tms.values import Kind, Unit

ROWS = ("unchanged", "moved", "edited", "split", "merged", "inserted", "deleted")
Found = dict[str, set[tuple[tuple[int, ...], tuple[int, ...]]]]


def main() -> None:
    options = read_options()
    print(f"{'articles':>9} {'who':>9} {'cpu ms':>11}  precision/recall")
    for count in sorted({*options.counts, *options.ours}):
        measure(count, options, with_peer=count in options.counts)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="*", default=[1000, 3000], help="paragraphs, ours and the peer")
    parser.add_argument("--ours", type=int, nargs="*", default=[10000], help="paragraphs, ours alone")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hard", action="store_true", help="templates, repetitions, edits of up to 60 %% of the words")
    return parser.parse_args()


def measure(count: int, options: argparse.Namespace, *, with_peer: bool) -> None:
    revision = revise(write_article(count, 1, is_hard=options.hard), 2, heaviest=0.6 if options.hard else 0.4)
    peer = with_peer and shutil.which("msgmerge") is not None
    times: dict[str, list[float]] = {"ours": [], "msgmerge": []}
    found: dict[str, Found] = {}
    for _ in range(options.runs):
        for _ in range(5):
            spent, found["ours"] = run_ours(revision)
            times["ours"].append(spent)
        if peer:
            spent, found["msgmerge"] = run_msgmerge(revision)
            times["msgmerge"].append(spent)
    for who, result in found.items():
        print(f"{count:>9} {who:>9} {statistics.median(times[who]):>11.1f}  {score(revision, result)}")
    if peer:
        print(f"{'':>9} {'ratio':>9} {statistics.median(times['msgmerge']) / statistics.median(times['ours']):>11.0f}")


def score(revision: Revision, found: Found) -> str:
    parts: list[str] = []
    for row in ROWS:
        true = {(truth.old, truth.new) for truth in revision.truth if truth.change == row}
        said = found.get(row, set())
        hits = len(true & said)
        parts.append(f"{row} {hits / max(1, len(said)):.3f}/{hits / max(1, len(true)):.3f}")
    links = {(i, j) for truth in revision.truth for i in truth.old for j in truth.new}
    made = {(i, j) for pairs in found.values() for old, new in pairs for i in old for j in new}
    parts.append(f"all links {len(links & made) / max(1, len(made)):.4f}/{len(links & made) / max(1, len(links)):.4f}")
    return "  ".join(parts)


def run_ours(revision: Revision) -> tuple[float, Found]:
    old, new = make_units(revision.old), make_units(revision.new)
    gc.collect()
    start = time.process_time()
    pairs = pair_units(old, new)
    spent = 1000 * (time.process_time() - start)
    return spent, {row: {(pair.old, pair.new) for pair in pairs if pair.change == row} for row in ROWS}


def make_units(texts: Sequence[str]) -> list[Unit]:
    return [Unit(Kind.PARAGRAPH, text, text, line) for line, text in enumerate(texts, 1)]


def run_msgmerge(revision: Revision) -> tuple[float, Found]:
    """Old texts as a translated PO (each with its number as translation), new ones as a template."""
    with tempfile.TemporaryDirectory() as folder:
        old, new, merged = (Path(folder, name) for name in ("old.po", "new.pot", "merged.po"))
        place = {text: at for at, text in reversed(list(enumerate(revision.old)))}
        write_po(old, {text: f"translation {at}" for text, at in place.items()})
        write_po(new, dict.fromkeys(revision.new, ""))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["msgmerge", "--quiet", "--no-wrap", "-o", merged, old, new], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return spent, read_links(revision, merged.read_text(encoding="utf-8"))


def write_po(path: Path, entries: dict[str, str]) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    body = "\n".join(f'msgid "{escape(source)}"\nmsgstr "{target}"\n' for source, target in entries.items())
    path.write_text(f"{head}\n{body}", encoding="utf-8")


def escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def read_links(revision: Revision, merged: str) -> Found:
    """What msgmerge says: a fuzzy entry was edited, one without translation inserted; it knows no order."""
    place = {escape(text): at for at, text in reversed(list(enumerate(revision.new)))}
    found: Found = {row: set() for row in ROWS}
    for entry in merged.split("\n\n")[1:]:
        source = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        target = re.search(r'^msgstr "translation (\d+)"$', entry, re.MULTILINE)
        if source is None or source[1] not in place:
            continue
        new = (place[source[1]],)
        if target is None:
            found["inserted"].add(((), new))
        else:
            found["edited" if "#, fuzzy" in entry else "unchanged"].add(((int(target[1]),), new))
    linked = {i for pairs in found.values() for old, _ in pairs for i in old}
    found["deleted"] = {((i,), ()) for i in range(len(revision.old)) if i not in linked}
    return found


if __name__ == "__main__":
    main()
